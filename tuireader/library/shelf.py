"""The connection that everything in the library shares: reading, writing, and what is said where either fails."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tuireader.settings.complaint import plain

if TYPE_CHECKING:
    from sqlite3 import Connection

_FAILED = "What you do may not be remembered: the library"


class Shelf:
    """One open file. Methods may be called from any thread, and while other processes use the same file.

    Those that write return whether it was kept; where not, ``note`` says why. None of them raises.
    """

    def __init__(self, connection: Connection, note: str = "", file: Path | None = None) -> None:
        self._connection = connection
        self._lock = threading.RLock()
        self._file = file
        self._writing = False
        self._version = 0
        self.note = note
        """What will not be remembered, and why; empty where all is well. One line, safe to show."""
        self._opened()

    @classmethod
    def open(cls, file: Path | None) -> Self:
        """What is kept in this file, made where there is none.

        None, and a file that cannot be written, was written by a newer version or belongs to another program, give a
        library that lasts as long as the program, and a ``note``. A broken file is kept aside under another name, and
        what can be had of it again stands in its place: ``note`` says so.
        """
        from tuireader.library.opening import opened
        from tuireader.library.tables import APPLICATION, steps

        return cls(*opened(file, APPLICATION, steps()), file)

    def close(self) -> None:
        """Lets go of the file. Nothing may be called afterwards."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def file(self) -> Path | None:
        """The file that all is written to; None where nothing will be remembered."""
        return self._file if self._inode else None

    def changed_elsewhere(self) -> bool:
        """Whether another process has changed the library since this was asked last. Quick: a few microseconds, and
        where a thread is writing just now, not asked at all."""
        if not self._lock.acquire(blocking=False):
            return False
        try:
            self._follow()
            before = self._version
            self._version = self._data_version()
            return before != self._version
        finally:
            self._lock.release()

    def _opened(self) -> None:
        """Notes what was opened just now."""
        self._wal = self._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        self._version = self._data_version()
        on_disk = self._connection.execute("PRAGMA database_list").fetchone()
        self._inode = _inode(self._file) if on_disk and on_disk[2] else 0

    def _data_version(self) -> int:
        import sqlite3

        try:
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.Error:
            return 0

    def _value(self, query: str, values: Iterable[object] = ()) -> object:
        rows = self._rows(query, values)
        return rows[0][0] if rows else None

    def _rows(self, query: str, values: Iterable[object] = ()) -> list[Any]:
        rows: list[Any] = []

        def read() -> None:
            rows[:] = self._connection.execute(query, tuple(values))

        self._try("could not be read", read)
        return rows

    def _write(self, query: str, values: Iterable[object], lasting: bool = True) -> bool:
        return self._together(lambda connection: connection.execute(query, tuple(values)), lasting)

    def _together(self, action: Callable[[Connection], object], lasting: bool = True) -> bool:
        """Does it all in one transaction, or nothing of it.

        ``lasting`` waits until the disk has it, so that not even a power cut takes it back.
        """
        from tuireader.library.database import writing

        def write() -> None:
            if self._writing:
                action(self._connection)  # part of a larger one
                return
            self._follow()
            if self._wal:
                self._connection.execute(f"PRAGMA synchronous={'FULL' if lasting else 'NORMAL'}")
            with writing(self._connection) as connection:
                self._writing = True
                try:
                    action(connection)
                finally:
                    self._writing = False

        done = self._try("could not be written", write)
        if done and self.note.startswith(_FAILED):
            self.note = ""
        return done

    def _try(self, what: str, action: Callable[[], object]) -> bool:
        """Does something, a second time where the file turned out to be broken and could be mended."""
        import sqlite3

        from tuireader.library.database import corrupt

        with self._lock:
            if self._writing:
                # Part of a transaction: what fails here must not be written in part.
                action()
                return True
            for tries in (1, 2):
                try:
                    action()
                except (sqlite3.Error, OverflowError, ValueError) as error:
                    broken = isinstance(error, sqlite3.Error) and corrupt(error)
                    if tries == 1 and broken and self.mend():
                        continue
                    self.note = f"{_FAILED} {what} ({plain(str(error))})."
                    return False
                return True
        return False

    # The file under a running reader

    def _follow(self) -> None:
        """Opens the file again where another one bears its name: it was restored, or mended by another process. What
        is written to the old one would be lost."""
        now = _inode(self._file) if self._inode else 0
        if now and now != self._inode:
            self._open_again()

    def mend(self) -> bool:
        """Looks at every page of the file, which turned out to be broken, and opens what could be made of it. Whether
        there is a file then; ``note`` says what became of it."""
        if not self._inode:
            return False
        self._open_again(thorough=True)
        return bool(self._inode)

    def _open_again(self, thorough: bool = False) -> None:
        from tuireader.library.opening import opened
        from tuireader.library.tables import APPLICATION, steps

        self._connection.close()
        self._connection, note = opened(self._file, APPLICATION, steps(), thorough=thorough)
        self.note = note or self.note
        self._opened()
        self._version = -1  # what it holds is not what it held


def _inode(file: Path | None) -> int:
    """What tells a file from another one of the same name; -1 where it is gone, 0 where that cannot be told."""
    try:
        return file.stat().st_ino if file else 0
    except FileNotFoundError:
        return -1
    except OSError:
        return 0


def storable(text: str) -> str:
    """The text as the file can hold it: what is no character at all becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
