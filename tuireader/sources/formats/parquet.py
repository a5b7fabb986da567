"""Parquet: a row an article, columns known by their names, read with DuckDB some rows at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tuireader.sources.columns import Columns, flat
from tuireader.sources.inputs import FileInput
from tuireader.sources.model import Draft, Input, Problem

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NAME = "Parquet"
EXTRA = "big"
SUFFIXES = frozenset((".parquet", ".pq"))

_ROWS = 200
#: The program that reads the table may neither fetch nor load anything else, and has so much memory.
_LIMITS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "memory_limit": "1GB",
    "threads": 2,
}


def fits(input: Input) -> bool:
    """Whether it begins as such a table does."""
    return input.head.startswith(b"PAR1") and b"\x00" in input.head


def read(input: Input) -> Iterator[Draft | Problem]:
    """The articles in its rows. Raises ValueError where it is damaged or no column holds the text."""
    import duckdb

    if not isinstance(input, FileInput):
        raise ValueError("a Parquet table is read only as a file of its own: unpack it first")
    with input.opened() as file, duckdb.connect(":memory:", config=_LIMITS) as connection:
        try:
            yield from _read(input, connection, _place(input.file, file.fileno()))
        except duckdb.Error as error:
            first = (str(error).splitlines() or [""])[0]
            raise ValueError(f"is damaged, or no Parquet table ({first[:200]})") from None


def _place(file: Path, handle: int) -> str:
    """A name for the open file that has no mark of a pattern in it, as file names may."""
    return f"/dev/fd/{handle}" if os.name == "posix" else str(file)


def _read(input: FileInput, connection: DuckDBPyConnection, place: str) -> Iterator[Draft | Problem]:
    connection.execute(f"SET allowed_paths = ['{place}']" if place.startswith("/dev/fd/") else "SELECT 1")
    if place.startswith("/dev/fd/"):
        connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    found = connection.execute("SELECT * FROM read_parquet(?) LIMIT 1", [place])
    names = [str(each[0]) for each in found.description or ()]
    first = found.fetchone()
    known = Columns(flat(dict(zip(names, first, strict=True))) if first else names, input.options)
    wanted = list(dict.fromkeys(name if name in names else name.partition(".")[0] for name in known.of.values()))
    quoted = ", ".join('"' + name.replace('"', '""') + '"' for name in wanted)
    rows = connection.execute(f"SELECT {quoted} FROM read_parquet(?)", [place])
    number = 0
    while some := rows.fetchmany(_ROWS):
        for cells in some:
            number += 1
            row: dict[str, Any] = flat(dict(zip(wanted, cells, strict=True)))
            try:
                yield known.draft(row, number=number)
            except ValueError as error:
                yield Problem(input.path, f"row {number}: {error}")
