"""The connection that everything in the library shares: reading, writing, and what is said where either fails."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tuireader.settings.complaint import plain

if TYPE_CHECKING:
    from sqlite3 import Connection


class Shelf:
    """One open file. Methods may be called from any thread, and while other processes use the same file.

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
        """What is kept in this file, made where there is none.

        None, and a file that cannot be written, was written by a newer version or belongs to another program, give a
        library that lasts as long as the program, and a ``note``. A broken file is kept aside under another name.
        """
        from tuireader.library.opening import opened
        from tuireader.library.tables import APPLICATION, steps

        return cls(*opened(file, APPLICATION, steps()))

    def close(self) -> None:
        """Lets go of the file. Nothing may be called afterwards."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _value(self, query: str, values: Iterable[object] = ()) -> object:
        rows = self._rows(query, values)
        return rows[0][0] if rows else None

    def _rows(self, query: str, values: Iterable[object] = ()) -> list[Any]:
        rows: list[Any] = []
        self._try("could not be read", lambda: rows.extend(self._connection.execute(query, tuple(values))))
        return rows

    def _write(self, query: str, values: Iterable[object], lasting: bool = True) -> bool:
        return self._together(lambda connection: connection.execute(query, tuple(values)), lasting)

    def _together(self, action: Callable[[Connection], object], lasting: bool = True) -> bool:
        """Does it all in one transaction, or nothing of it.

        ``lasting`` waits until the disk has it, so that not even a power cut takes it back.
        """
        from tuireader.library.database import writing

        def write() -> None:
            if self._wal:
                self._connection.execute(f"PRAGMA synchronous={'FULL' if lasting else 'NORMAL'}")
            with writing(self._connection) as connection:
                action(connection)

        return self._try("could not be written", write)

    def _try(self, what: str, action: Callable[[], object]) -> bool:
        import sqlite3

        with self._lock:
            try:
                action()
            except (sqlite3.Error, OverflowError, ValueError) as error:
                self.note = f"What you do may not be remembered: the library {what} ({plain(str(error))})."
                return False
        return True


def storable(text: str) -> str:
    """The text as the file can hold it: what is no character at all becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
