"""Whether a library is whole: its pages, its texts, the index over them, and what points from one table to another."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from tuireader.library.store import Library


class Found(NamedTuple):
    """What a check found. ``pages`` is what SQLite says of the file, empty where it is whole; ``unreadable`` are texts
    that cannot be read, ``lost`` places that lead to no text (by digest); ``mended`` is what was put right."""

    articles: int = 0
    places: int = 0
    marks: int = 0
    pages: str = ""
    unreadable: tuple[str, ...] = ()
    lost: int = 0
    mended: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong that could not be put right."""
        return not self.pages and not self.unreadable


def check(library: Library) -> Found:
    """Looks through the whole library. What can be made again (indexes, places that lead nowhere) is made again."""
    connection = library._connection
    with library._lock:
        mended: list[str] = []
        if not library.index_sound() and library.index_anew():
            mended.append("the full-text index did not fit the texts, and was made anew")
        if not library.furniture_sound() and library.furniture_anew():
            mended.append("the lines of outlets were not all counted, and were counted anew")
        pages = _pages(connection)
        if pages and "index" in pages and _reindexed(connection):
            pages = _pages(connection)
            mended += ["the indexes did not fit their tables, and were made anew"] * (not pages)
        if pages:
            return Found(pages=pages)
        ids = [id for (id,) in connection.execute("SELECT id FROM text ORDER BY id").fetchall()]
        readable: set[str] = set()
        for at in range(0, len(ids), 200):
            readable.update(article.digest for _, article, _ in library._read(ids[at : at + 200]))
        all_digests = {digest for (digest,) in connection.execute("SELECT digest FROM text").fetchall()}
        lost = "digest <> '' AND digest NOT IN (SELECT digest FROM text)"
        gone = connection.execute(f"SELECT COUNT(*) FROM origin WHERE {lost}").fetchone()[0]
        if gone and library._write(f"DELETE FROM origin WHERE {lost}", ()):
            mended.append(f"places that led to no text: {gone:,}")
        places, marks = (
            connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in ("origin", "mark")
        )
        return Found(len(ids), places, marks, "", tuple(sorted(all_digests - readable)), gone, tuple(mended))


def _pages(connection: sqlite3.Connection) -> str:
    try:
        rows = connection.execute("PRAGMA integrity_check(3)").fetchall()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return str(error)
    said = "; ".join(str(row[0]) for row in rows)
    return "" if said == "ok" else said


def _reindexed(connection: sqlite3.Connection) -> bool:
    """Makes all indexes anew, of the rows they are about."""
    try:
        connection.execute("REINDEX")
    except sqlite3.Error:
        return False
    return True
