"""Reading what can still be read of a broken library: row by row, around the pages that are gone."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from heapq import heappop, heappush
from pathlib import Path
from typing import Any, NamedTuple

from tuireader.library import sound
from tuireader.library.database import side_files
from tuireader.library.packing import COLUMNS, Unreadable, unpack
from tuireader.library.tables import APPLICATION, schema, steps

#: So often is a table asked for what lies behind a broken page, and so many seconds are spent on a file.
_TRIES, _PATIENCE = 2000, 60.0
#: Rows that can be made again, or tell of nothing without the others.
_NOT_SAVED = frozenset({"change"})

Row = tuple[Any, ...]


class Saved(NamedTuple):
    """How many rows were taken over from a broken file, by table, and whether every row of what the reader did was."""

    rows: dict[str, int]
    complete: bool


def save(broken: Path, target: sqlite3.Connection, tables: frozenset[str], *, over: bool) -> Saved:
    """Takes over what can be read of these tables of a broken file into a sound one, within its transaction.

    ``over`` lets the rows of the broken file, which are the newer ones, stand above those that are there.
    """
    rows: dict[str, int] = {}
    complete = True
    with _opened(broken) as source:
        if source is None:
            return Saved({}, False)
        for table in sorted(tables - _NOT_SAVED):
            columns = _columns(source, target, table)
            if not columns:
                complete = False
                continue
            names = ", ".join(columns)
            word = "REPLACE" if over and table != "text" else "IGNORE"
            insert = f"INSERT OR {word} INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"
            reading = Reading(source, table, columns)
            for row in reading:
                if table != "text" or _sound(columns, row):
                    with suppress(sqlite3.Error):
                        rows[table] = rows.get(table, 0) + target.execute(insert, row).rowcount
            complete = complete and reading.complete
        if complete and "change" in tables:
            # The steps that can be taken back belong to rows as they were in that file, and to no others.
            complete = _steps(source, target)
        elif "change" in tables:
            target.execute("DELETE FROM change")
    return Saved(rows, complete)


class Reading:
    """All rows of a table that can be read."""

    def __init__(self, source: sqlite3.Connection, table: str, columns: list[str]) -> None:
        self._source = source
        self._query = f"SELECT rowid, {', '.join(columns)} FROM {table} WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
        self._tries = _TRIES
        self.complete = True

    def __iter__(self) -> Iterator[Row]:
        pending = [(-(2**63), -(2**62), 2**62)]
        while pending and self._tries:
            # The widest first: what lies around a broken page is read before the page is narrowed down.
            _, low, high = heappop(pending)
            self._tries -= 1
            last = low - 1
            try:
                for row in self._source.execute(self._query, (low, high)):
                    last = row[0]
                    yield row[1:]
            except (sqlite3.Error, OverflowError, ValueError):
                self.complete = False
                low = last + 1
                if high > low:
                    middle = (low + high) // 2
                    heappush(pending, (low - middle, low, middle))
                    heappush(pending, (middle + 1 - high, middle + 1, high))


def _steps(source: sqlite3.Connection, target: sqlite3.Connection) -> bool:
    columns = _columns(source, target, "change")
    reading = Reading(source, "change", columns)
    rows = list(reading) if columns else []
    target.execute("DELETE FROM change")
    if columns and reading.complete:
        insert = f"INSERT INTO change ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        with suppress(sqlite3.Error):
            target.executemany(insert, rows)
    return reading.complete


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection | None]:
    """A broken file opened for reading alone, and left as it is; None where not even that can be done."""
    before = {each for each in side_files(file) if each.exists()}
    connection = _readable(file, "mode=ro") or _readable(file, "mode=ro&immutable=1")
    copies: tuple[Path, ...] = ()
    if connection is None or _head_is_broken(file):
        # The first hundred bytes tell how all others are to be read. They are the same in every library.
        copies = tuple(each.with_name(f".{each.name}") for each in side_files(file))
        with suppress(OSError):
            for each, copy in zip(side_files(file), copies, strict=True):
                if each in before:
                    shutil.copyfile(each, copy)
            _give_head(copies[0])
            if headed := _readable(copies[0], "mode=ro") or _readable(copies[0], "mode=ro&immutable=1"):
                if connection is not None:
                    connection.close()
                connection = headed
    try:
        yield connection
    finally:
        if connection is not None:
            connection.close()
        for each in (*copies, *(each for each in side_files(file) if each not in before)):
            with suppress(OSError):
                each.unlink(missing_ok=True)


def _readable(file: Path, way: str) -> sqlite3.Connection | None:
    try:
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?{way}", uri=True, timeout=1)
    except (sqlite3.Error, ValueError):
        return None
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.set_progress_handler(_until(time.monotonic() + _PATIENCE), 100_000)
    try:
        connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    except (sqlite3.Error, ValueError):
        connection.close()
        return None
    return connection


def _head_is_broken(file: Path) -> bool:
    try:
        sound.head(file, APPLICATION, len(steps()))
    except sqlite3.DatabaseError:
        return True
    return False


def _give_head(file: Path) -> None:
    """Puts the head of a new library onto a copy of a broken one."""
    with closing(sqlite3.connect(":memory:")) as fresh:
        schema(fresh, len(steps()))
        head = bytearray(fresh.serialize()[:100])
    head[18:20] = b"\2\2"  # there may be a log beside it
    head[28:40] = bytes(12)  # as long as it is, and without a list of free pages
    with file.open("r+b") as opened:
        opened.write(head)


def _until(end: float) -> Callable[[], int]:
    return lambda: int(time.monotonic() > end)


def _columns(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> list[str]:
    """The columns that a table has in both files."""
    found: list[list[str]] = []
    for connection in (source, target):
        try:
            found.append([row[1] for row in connection.execute(f"PRAGMA table_info({table})")])
        except (sqlite3.Error, ValueError):
            return []
    return [name for name in found[0] if name in found[1]]


def _sound(columns: list[str], row: Row) -> bool:
    """Whether a packed text is what its digest says: nothing half broken is taken for a text."""
    held = dict(zip(columns, row, strict=True))
    try:
        article, _ = unpack([held[name] for name in COLUMNS.split(", ")], None)
    except (Unreadable, KeyError):
        return False
    return bool(replace(article, digest="").digest == held["digest"])
