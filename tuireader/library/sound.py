"""Whether a library file is whole: a quick look when it is opened, and how broken ones are told."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from tuireader.library.database import untouched
from tuireader.library.tables import TEXTS

#: Up to so many bytes a file is looked at as a whole; of a larger one, only what the reader did.
SMALL = 2 * 2**20

_MAGIC = b"SQLite format 3\0"
#: No version of this program will make so many versions of its tables: the number is damaged.
_IMPLAUSIBLE = 1000


def head(file: Path, application: int, versions: int) -> None:
    """Looks at the first bytes of a file, as far as there are any. Raises ``broken`` where they cannot be a library's,
    and were: SQLite would call a damaged head another program's file, or one that may only be read. A file that this
    process has open was looked at then."""
    data = b""
    with untouched(file) as free, suppress(OSError):
        if free:
            with file.open("rb") as opened:
                data = opened.read(4096)
    if not data or not data.startswith(_MAGIC) or len(data) < 100:
        return  # SQLite itself knows what to say
    mine = int.from_bytes(data[68:72], "big")
    version = int.from_bytes(data[60:64], "big")
    ours = mine == application or (b"CREATE TABLE dismissed" in data and b"CREATE TABLE setting" in data)
    if not ours or (version <= versions and mine == application and data[18:20] in (b"\1\1", b"\2\2") and _utf8(data)):
        return
    if mine != application or version >= _IMPLAUSIBLE or version <= versions:
        raise broken("its head is damaged")


def _utf8(data: bytes) -> bool:
    return int.from_bytes(data[56:60], "big") in (0, 1)


def tables(connection: sqlite3.Connection, thorough: bool = False) -> None:
    """Checks what the reader did, and the whole file where it is small, or that is ``thorough``. Raises ``broken``."""
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    if thorough or pages * size <= SMALL:
        checks = ["PRAGMA quick_check(1)"]
    else:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        checks = [
            f"PRAGMA quick_check({name})"
            for (name,) in names
            if name not in TEXTS and not name.startswith(("words", "outlet_", "sqlite_"))
        ]
    for check in checks:
        (answer,) = connection.execute(check).fetchone()
        if answer != "ok":
            raise broken(answer)


def broken(said: str) -> sqlite3.DatabaseError:
    """The error of a broken file, as SQLite would raise it."""
    error = sqlite3.DatabaseError(said)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error
