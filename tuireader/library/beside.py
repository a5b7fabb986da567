"""A connection of its own for lists and searches: what is being written through the library's never holds them up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from tuireader.library.texts import Texts

if TYPE_CHECKING:
    from tuireader.article import Article
    from tuireader.library.shelf import Shelf

#: How long a list waits for another process that makes its tables, in seconds.
_PATIENCE = 1.0


def beside(texts: Texts, library: Shelf) -> tuple[Beside, str]:
    """Another connection to the file of ``texts``, and the schema in which it has what the reader did (``article`` and
    ``mark`` of ``library``). Texts that are in memory alone are read through their own connection."""
    file, done = _file(texts), _file(library)
    if library is not texts and not (file and done):
        return Beside(texts, file, library), "temp"
    if library is texts:
        return Beside(texts, file), "main"
    found = Beside(texts, file)
    found.rows("ATTACH ? AS done", (done,))
    return found, "done"


class Beside:
    """Reads a file of texts. ``copied`` is a library whose states are copied into memory, where they cannot be read in
    place."""

    def __init__(self, texts: Texts, file: str, copied: Shelf | None = None) -> None:
        self._shelf, self._own, self._copied = texts, False, copied
        if file:
            import sqlite3

            from tuireader.library.database import Held

            connection = sqlite3.connect(
                file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False, factory=Held
            )
            self._shelf, self._own = Texts(connection), True
        if copied is not None:
            for statement in (
                "CREATE TEMP TABLE IF NOT EXISTS article (digest TEXT PRIMARY KEY, read, position, tags)",
                "CREATE TEMP TABLE IF NOT EXISTS mark (digest TEXT, note TEXT, tags TEXT)",
            ):
                self.rows(statement)

    def rows(self, query: str, values: Iterable[object] = ()) -> list[Any]:
        """The rows of an answer; none where it fails."""
        return self._shelf._rows(query, values)

    def stamp(self) -> tuple[object, ...]:
        """Changes when texts come or go, or stories change."""
        return tuple(
            self.rows(
                "SELECT (SELECT COUNT(*) FROM text), (SELECT MAX(id) FROM text),"
                " (SELECT value FROM main.setting WHERE name = 'stories')"
            )
        )

    def indexed(self) -> bool:
        """Whether there is a full-text index, and it is complete."""
        return self._shelf.full_text_ready()

    def words(self) -> list[tuple[str, int]]:
        """All words of the full-text index in their order, with the number of texts that have them."""
        if not self.indexed():
            return []
        self.rows("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'words', 'row')")
        # By code points, as they are looked up: SQLite sorts by bytes.
        return sorted(self.rows("SELECT term, doc FROM temp.vocabulary"))

    def articles(self, ids: Sequence[int]) -> dict[int, Article]:
        """Texts by their numbers; those that are gone, or cannot be read, are left out."""
        return self._shelf._without_furniture({id: article for id, article, _ in self._shelf._read(ids)}) if ids else {}

    def renew_done(self) -> None:
        """Reads anew what the reader did, where it has to be copied."""
        if self._copied is None:
            return
        for table, columns in (("article", "digest, read, position, tags"), ("mark", "digest, note, tags")):
            rows = self._copied._rows(f"SELECT {columns} FROM {table}")
            self.rows(f"DELETE FROM temp.{table}")
            for row in rows:
                self.rows(f"INSERT INTO temp.{table} VALUES ({', '.join('?' * len(row))})", row)

    def let_go(self) -> None:
        """Closes the connection, if it is its own."""
        if self._own:
            self._shelf.close()


def _file(shelf: Shelf) -> str:
    """The file that a shelf reads; empty for one in memory."""
    return next((str(file) for _, name, file in shelf._rows("PRAGMA database_list") if name == "main"), "")
