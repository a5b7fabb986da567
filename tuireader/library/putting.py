"""Putting texts into a library: what is made ready beforehand, in whichever process, and the transaction itself."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tuireader.article import Article
from tuireader.library import full_text, furniture
from tuireader.library.packing import COLUMNS, Packed, pack
from tuireader.library.shelf import storable
from tuireader.sources.outlets import unlearnt

if TYPE_CHECKING:
    from sqlite3 import Connection


class Origin(NamedTuple):
    """A place that texts came from, and what it was like when it was read.

    ``place`` is a path, an address, or a member of a file (``news.zip/a.html``); ``size`` is in bytes, ``mtime`` in
    nanoseconds since 1970, both of the file that holds it, 0 where nothing of the kind is known. ``digest`` is empty
    for a file that holds several articles.
    """

    place: str
    size: int = 0
    mtime: int = 0
    digest: str = ""


class Put(NamedTuple):
    """What came of putting articles into a library: digests of texts that are ``new``, of those that were ``known``,
    and for each place that now has another text, the old and the new one (``changed``; the new ones are counted as
    new or known, too)."""

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    kept: bool = True
    """False where nothing was written; ``note`` says why."""


class Prepared(NamedTuple):
    """An article as it is written: plain data, so that another process can have made it. ``place`` is empty where it
    came from nowhere that could be read again."""

    digest: str
    place: str
    stem: str
    columns: Packed
    words: tuple[str, str]
    counted: furniture.Counted


def prepare(article: Article) -> Prepared:
    """The article, ready to be put in: packed, and with its words for the index. Takes half a millisecond."""
    from tuireader.sources.method import METHOD

    # What other articles have taught of it is no part of it: they may go again.
    article = unlearnt(article)
    place, stem = storable(article.path or ""), storable(article.id)
    words, counted = full_text.row(article), furniture.counted(article)
    return Prepared(article.digest, place, stem, pack(article, METHOD), words, counted)


def apart(place: str, digest: str) -> str:
    """A place of its own for an article that bears the name of another one in its file."""
    return f"{place}#{digest[:8]}"


def put(connection: Connection, articles: Iterable[Prepared], at: Mapping[str, Origin], indexed: bool) -> Put:
    """Writes articles, and the places ``at`` which they were read, within a transaction."""
    now = int(time.time())
    new: dict[str, None] = {}
    known: dict[str, None] = {}
    changed: dict[str, tuple[str, str]] = {}
    insert = f"INSERT INTO text (added, {COLUMNS}) VALUES ({', '.join('?' * (len(COLUMNS.split(',')) + 1))})"
    keep = (
        "INSERT INTO origin (place, digest, stem, size, mtime, added) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (place)"
        " DO UPDATE SET digest = excluded.digest, size = excluded.size, mtime = excluded.mtime"
    )
    held: set[str] = set()
    for article in articles:
        digest, place = article.digest, article.place
        if digest not in new and digest not in known:
            if connection.execute("SELECT 1 FROM text WHERE digest = ?", (digest,)).fetchone():
                known[digest] = None
            else:
                id = connection.execute(insert, (now, *article.columns)).lastrowid
                if id is not None:
                    furniture.add(connection, id, article.counted)
                    if indexed:
                        full_text.add(connection, id, article.words)
                new[digest] = None
        if not place:
            continue
        if place in held:
            place = apart(place, digest)
        held.add(place)
        before = connection.execute("SELECT digest FROM origin WHERE place = ?", (place,)).fetchone()
        if before and before[0] not in ("", digest):
            changed[place] = (before[0], digest)
        origin = at.get(place, Origin(place))
        connection.execute(keep, (place, digest, article.stem, origin.size, origin.mtime, now))
    for place, origin in at.items():
        if place not in held:
            connection.execute(keep, (place, origin.digest, "", origin.size, origin.mtime, now))
    return Put(tuple(new), tuple(known), tuple(changed.values()))
