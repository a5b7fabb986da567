"""Copies of the library beside it: dated, checked before they get their name, the newest few kept.

A copy of a large library holds what the reader did and leaves out the texts: it is made while somebody reads, every
day, and must cost little. ``whole`` copies are made by hand and before the tables become others.
"""

from __future__ import annotations

import os
import re
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from tuireader.library.database import writing
from tuireader.library.tables import APPLICATION, TEXTS, schema

#: So many copies are kept, and one is made when the newest is older than so many seconds.
KEPT, EVERY = 5, 24 * 60 * 60
#: A library of more bytes is copied without its texts.
LARGE = 32 * 2**20

_NAME = re.compile(r"library-(\d{8}-\d{6})(?:-(\d{1,6}))?(-without-texts)?\.sqlite3")


class Backup(NamedTuple):
    """One copy: its file, when it was made (seconds since 1970), and whether it holds the texts."""

    file: Path
    made: float
    whole: bool
    number: int = 1
    """Of those that were made in the same second."""


class Damaged(Exception):
    """What was to be copied is broken. The message says what SQLite found."""


def folder(library: Path) -> Path:
    """Where the copies of a library stand."""
    return library.parent / "backups"


def listed(library: Path) -> tuple[Backup, ...]:
    """The copies there are, the newest first."""
    found = []
    with suppress(OSError):
        for file in folder(library).iterdir():
            if match := _NAME.fullmatch(file.name):
                with suppress(ValueError, OverflowError):
                    made = time.mktime(time.strptime(match[1], "%Y%m%d-%H%M%S"))
                    found.append(Backup(file, made, not match[3], int(match[2] or 1)))
    return tuple(sorted(found, key=lambda backup: (backup.made, backup.number), reverse=True))


def due(library: Path, now: float | None = None) -> bool:
    """Whether the newest copy is too old. A clock that was put back makes one due as well."""
    newest = next((each.made for each in listed(library)), 0.0)
    return not 0 <= (now or time.time()) - newest < EVERY


def make(library: Path, *, whole: bool = True) -> Path:
    """Copies a library as it is at this moment, while others may be using it. Returns the copy's path.

    Raises OSError, sqlite3.Error, and Damaged, with nothing left behind.
    """
    home = folder(library)
    home.mkdir(mode=0o700, exist_ok=True)
    stamp, end = time.strftime("library-%Y%m%d-%H%M%S"), "" if whole else "-without-texts"
    same = [each.number for each in listed(library) if each.file.name.startswith(stamp)]
    number = f"-{max(same) + 1}" if same else ""
    target = home / f"{stamp}{number}{end}.sqlite3"
    write(library, target, whole=whole)
    _sweep(library)
    return target


def write(library: Path, target: Path, *, whole: bool = True) -> None:
    """Copies a library to a file, which gets its name when it is complete. Raises as ``make``."""
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
        with closing(sqlite3.connect(f"{library.absolute().as_uri()}?mode=rw", uri=True, timeout=5)) as source:
            (_copy_whole if whole else _copy_deeds)(source, library, part)
        with closing(sqlite3.connect(part)) as copy:
            (answer,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
        if answer != "ok":
            raise Damaged(answer)
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        for left in (part, part.with_name(part.name + "-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        raise


def _copy_whole(source: sqlite3.Connection, _: Path, part: Path) -> None:
    with closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
        # A file with a log beside it would be two files.
        copy.execute("PRAGMA journal_mode=DELETE")


def _copy_deeds(source: sqlite3.Connection, library: Path, part: Path) -> None:
    with closing(sqlite3.connect(part, isolation_level=None, uri=True)) as copy:
        copy.execute("PRAGMA synchronous=OFF")  # it is put onto the disk as a whole
        (version,) = source.execute("PRAGMA user_version").fetchone()
        copy.execute("ATTACH ? AS present", (f"{library.absolute().as_uri()}?mode=rw",))
        with writing(copy):
            schema(copy, version)
            names = [name for (name,) in copy.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
            for name in names:
                if name not in TEXTS and not name.startswith("sqlite_"):
                    copy.execute(f"INSERT INTO main.{name} SELECT * FROM present.{name}")
            copy.execute("DELETE FROM main.setting WHERE name IN ('words', 'outlets')")
            copy.execute(f"PRAGMA user_version={version}")
            copy.execute(f"PRAGMA application_id={APPLICATION}")


def _sweep(library: Path) -> None:
    """Takes away what is too many. The newest copy with the texts stays, whatever its age."""
    found = listed(library)
    whole = next((each for each in found if each.whole), None)
    for backup in found[KEPT:]:
        if backup is not whole:
            with suppress(OSError):
                backup.file.unlink()
