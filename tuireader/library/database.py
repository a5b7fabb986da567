"""One SQLite file, opened so that several processes can use it and a kill at any moment loses nothing acknowledged."""

from __future__ import annotations

import os
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any

from tuireader.settings.paths import make

#: How long one process waits for another, in seconds.
PATIENCE = 5.0

# What lies behind "fuse." cannot be known (sshfs, rclone …), so the safe way is taken there too.
_NETWORK = ("nfs", "cifs", "smb", "fuse.", "9p", "afs", "ceph", "lustre", "gpfs", "davfs", "ncpfs")
_MOUNTS = Path("/proc/self/mounts")


_holding: Counter[tuple[int, int]] = Counter()
_held = RLock()


class Held(sqlite3.Connection):
    """A connection to a file, which this process knows to have open (``untouched``).

    A process that opens and closes a file beside SQLite loses the locks that its connections have on it (POSIX). The
    next other process to close the file then takes itself for the last one and deletes the log of writes, into which
    this one goes on to write: what is written so is lost.
    """

    def __init__(self, file: Path | str, *options: Any, **named: Any) -> None:
        self._inode: tuple[int, int] | None = None
        with _held:
            super().__init__(file, *options, **named)
            self._inode = _identity(file)
            if self._inode:
                _holding[self._inode] += 1

    def close(self) -> None:
        """Lets go of the file."""
        with _held:
            super().close()
            self._let_go()

    def __del__(self) -> None:
        self._let_go()

    def _let_go(self) -> None:
        with _held:
            inode, self._inode = self._inode, None
            if inode:
                _holding[inode] -= 1
                if not _holding[inode]:
                    del _holding[inode]


@contextmanager
def untouched(file: Path) -> Iterator[bool]:
    """Whether no connection of this process has the file open: only then may it be opened and closed beside SQLite."""
    with _held:
        yield _identity(file) not in _holding


def _identity(file: Path | str) -> tuple[int, int] | None:
    """What tells a file from another one; None where there is none."""
    try:
        state = os.stat(file)  # noqa: PTH116  # a name may be a string here
    except (OSError, ValueError):
        return None
    return state.st_dev, state.st_ino


def connect(file: Path, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection in write-ahead mode, or in TRUNCATE mode on a network file system, where the former corrupts.

    Folders are made for the user alone. Transactions are begun by hand (``writing``). Raises OSError and
    sqlite3.Error.
    """
    make(file.parent, 0o700)
    # SQLite would make the file readable to all; its side files take the mode of the file. A link may lead to one that
    # is not made yet, and where the file cannot be written, the system says why. One that is open is left alone: Held.
    with untouched(file) as free:
        if free:
            os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(file, timeout=patience, isolation_level=None, check_same_thread=False, factory=Held)
    try:
        mode = "TRUNCATE" if on_network(file.parent) else "WAL"
        patiently(lambda: connection.execute(f"PRAGMA journal_mode={mode}").fetchone(), patience)
        connection.execute(f"PRAGMA synchronous={'NORMAL' if mode == 'WAL' else 'FULL'}")
    except BaseException:
        connection.close()
        raise
    return connection


def patiently(action: Callable[[], object], patience: float = PATIENCE) -> None:
    """Does something until no other process is in the way. SQLite does not wait where it changes the journal mode."""
    end = time.monotonic() + patience
    while True:
        try:
            action()
            return
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.02)


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """A transaction that holds the write lock from its start: begun late, it could fail after work was done."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def migrate(connection: sqlite3.Connection, application: int, steps: Sequence[Sequence[str]]) -> None:
    """Brings the tables to the version ``len(steps)``; step n makes version n+1 out of version n.

    Raises Foreign for a file of another program, Newer for a version beyond the steps, sqlite3.Error.
    """

    connection.execute("BEGIN")  # one view of the file: another process may be making its tables
    try:
        (mine,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        tables = connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    finally:
        connection.execute("ROLLBACK")
    if mine == application and version == len(steps):
        return
    if mine != application and (mine or version or tables):
        raise Foreign
    if version > len(steps):
        raise Newer(version)
    with writing(connection):
        (version,) = connection.execute("PRAGMA user_version").fetchone()  # it may be made by now
        for number, statements in enumerate(steps[version:], version + 1):
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version={number}")
        connection.execute(f"PRAGMA application_id={application}")


class Foreign(Exception):
    """The file belongs to another program."""


class Newer(Exception):
    """The file was written by a newer version of this program."""


def corrupt(error: sqlite3.Error) -> bool:
    """Whether an error says that the file itself is broken."""
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _code(error: sqlite3.Error) -> int:
    """The primary result code; the extended ones carry it in their low byte."""
    return (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def side_files(file: Path) -> tuple[Path, ...]:
    """The file and the ones SQLite keeps beside it."""
    return (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm", "-journal")))


def strict() -> str:
    """The word that makes a table check its types, where this SQLite knows it (3.37, 2021)."""
    return "STRICT" if sqlite3.sqlite_version_info >= (3, 37) else ""


def on_network(folder: Path) -> bool:
    """Whether a folder lies on a network file system, as far as the system tells (Linux does)."""
    try:
        place = str(folder.resolve())
        mounts = _MOUNTS.read_text("utf-8", "replace").splitlines()
    except OSError:
        return False
    best, kind = "", ""
    for line in mounts:
        words = line.split(" ")
        if len(words) < 3:
            continue
        point = words[1].replace("\\040", " ").replace("\\011", "\t").replace("\\012", "\n").replace("\\134", "\\")
        below = point == "/" or place == point or place.startswith(point + "/")
        if below and len(point) >= len(best):
            best, kind = point, words[2]
    return kind.startswith(_NETWORK)
