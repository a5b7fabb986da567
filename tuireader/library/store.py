"""What the reader did with the articles: read, position, marks, dismissed facts, remembered settings.

Articles are known by their digest, so the same text from two places is one article.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from tuireader.settings.complaint import plain

if TYPE_CHECKING:
    from sqlite3 import Connection

#: "tuir", so that ``file`` and others can tell whose database it is.
APPLICATION = 0x74756972


class Mark(NamedTuple):
    """A span of an article that the reader marked, and when, in seconds since 1970."""

    start: int
    end: int
    created: int


def steps() -> list[list[str]]:
    """The statements that make each version of the tables out of the one before. Never change one, only add."""
    from tuireader.library.database import strict

    return [
        [
            "CREATE TABLE article (digest TEXT PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0, position INTEGER)"
            f" {strict()}",
            "CREATE TABLE mark (digest TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,"
            f" created INTEGER NOT NULL, PRIMARY KEY (digest, start, end)) {strict()}",
            f"CREATE TABLE dismissed (key TEXT PRIMARY KEY, created INTEGER NOT NULL) {strict()}",
            f"CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) {strict()}",
        ],
    ]


class Library:
    """One library. Use ``open``. Methods may be called from any thread, and while other processes use the same file.

    Those that write return whether it was kept; where not, ``note`` says why. None of them raises.
    """

    def __init__(self, connection: Connection, note: str = "") -> None:
        self._connection = connection
        self._lock = threading.RLock()
        self._wal = connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        self.note = note
        """What will not be remembered, and why; empty where all is well. One line, safe to show."""

    @classmethod
    def open(cls, file: Path | None) -> Self:
        """The library in this file, made where there is none.

        None, and a file that cannot be written, was written by a newer version or belongs to another program, give a
        library that lasts as long as the program, and a ``note``. A broken file is kept aside under another name.
        """
        from tuireader.library.opening import opened

        return cls(*opened(file, APPLICATION, steps()))

    def close(self) -> None:
        """Lets go of the file. Nothing may be called afterwards."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def set_read(self, digest: str, read: bool) -> bool:
        """Notes whether the article was read."""
        return self._write(
            "INSERT INTO article (digest, read) VALUES (?, ?) ON CONFLICT (digest) DO UPDATE SET read = excluded.read",
            (digest, int(read)),
        )

    def is_read(self, digest: str) -> bool:
        """Whether the article was read."""
        return bool(self._value("SELECT read FROM article WHERE digest = ?", (digest,)))

    def set_position(self, digest: str, offset: int) -> bool:
        """Notes how far the reader came, as an offset into the article's text."""
        return self._write(
            "INSERT INTO article (digest, position) VALUES (?, ?)"
            " ON CONFLICT (digest) DO UPDATE SET position = excluded.position",
            (digest, offset),
            lasting=False,
        )

    def position(self, digest: str) -> int | None:
        """How far the reader came; None for an article that was never opened."""
        value = self._value("SELECT position FROM article WHERE digest = ?", (digest,))
        return value if isinstance(value, int) else None

    def add_mark(self, digest: str, start: int, end: int) -> bool:
        """Marks a span; a mark that stands already stays as it is."""
        return self._write("INSERT OR IGNORE INTO mark VALUES (?, ?, ?, ?)", (digest, start, end, int(time.time())))

    def remove_mark(self, digest: str, start: int, end: int) -> bool:
        """Takes a mark away."""
        return self._write("DELETE FROM mark WHERE digest = ? AND start = ? AND end = ?", (digest, start, end))

    def marks(self, digest: str) -> tuple[Mark, ...]:
        """The marks in an article, in the order of the text."""
        query = "SELECT start, end, created FROM mark WHERE digest = ? ORDER BY start, end"
        return tuple(Mark(*row) for row in self._rows(query, (digest,)))

    def dismiss(self, key: str) -> bool:
        """Takes a fact off the list, by a key that stays the same from story to story and run to run."""
        return self._write("INSERT OR IGNORE INTO dismissed VALUES (?, ?)", (key, int(time.time())))

    def restore(self, key: str) -> bool:
        """Puts a dismissed fact back."""
        return self._write("DELETE FROM dismissed WHERE key = ?", (key,))

    def dismissed(self) -> frozenset[str]:
        """The keys of all dismissed facts."""
        return frozenset(key for (key,) in self._rows("SELECT key FROM dismissed"))

    def set(self, name: str, value: Any) -> bool:
        """Remembers a value that JSON can hold under a name. Raises TypeError for another value."""
        return self._write(
            "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, json.dumps(value, ensure_ascii=False)),
            lasting=False,
        )

    def get(self, name: str, default: Any = None) -> Any:
        """The value remembered under a name."""
        value = self._value("SELECT value FROM setting WHERE name = ?", (name,))
        try:
            return json.loads(value) if isinstance(value, str) else default
        except ValueError:
            return default

    def _value(self, query: str, values: Iterable[object]) -> object:
        rows = self._rows(query, values)
        return rows[0][0] if rows else None

    def _rows(self, query: str, values: Iterable[object] = ()) -> list[Any]:
        rows: list[Any] = []
        self._try("could not be read", lambda: rows.extend(self._connection.execute(query, tuple(values))))
        return rows

    def _write(self, query: str, values: Iterable[object], lasting: bool = True) -> bool:
        """``lasting`` waits until the disk has it, so that not even a power cut takes it back."""
        from tuireader.library.database import writing

        def write() -> None:
            if self._wal:
                self._connection.execute(f"PRAGMA synchronous={'FULL' if lasting else 'NORMAL'}")
            with writing(self._connection):
                self._connection.execute(query, tuple(values))

        return self._try("could not be written", write)

    def _try(self, what: str, action: Callable[[], object]) -> bool:
        import sqlite3

        with self._lock:
            try:
                action()
            except (sqlite3.Error, OverflowError, UnicodeEncodeError) as error:
                self.note = f"What you do may not be remembered: the library {what} ({plain(str(error))})."
                return False
        return True
