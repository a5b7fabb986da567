"""Some rows of a Parquet table, read with DuckDB. Runs in a worker: the table may be made to harm its reader."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

#: DuckDB may neither fetch nor load anything, and has so much memory.
_LIMITS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "memory_limit": "512MB",
    "threads": 1,
}
#: An answer ends after so many rows, or when it has so many characters.
_ROWS, _CHARACTERS = 1000, 4_000_000
_STEP = 20
#: Objects in objects are handed on as deep as ``columns.flat`` looks, lists as long.
_DEEP, _LONG = 5, 10_000


def read(data: bytes, columns: Sequence[str] = (), first: int = 0) -> dict[str, object]:
    """The ``columns`` of a table from row ``first`` on, as many as an answer may have; without columns the names of
    all, and the first row. ``data`` is the path of the file: a table is never handed over whole.

    Gives ``names`` and ``rows``, each a list of plain values. Raises ValueError where it is no such table.
    """
    import duckdb

    file = os.fsdecode(data)
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        # A name for the file that has no mark of a pattern in it, as file names may.
        place = f"/dev/fd/{handle}" if Path(f"/dev/fd/{handle}").exists() else file
        with duckdb.connect(":memory:", config=_LIMITS) as connection:
            connection.execute(f"SET allowed_paths = ['{place.replace(chr(39), chr(39) * 2)}']")
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
            wanted = ", ".join('"' + name.replace('"', '""') + '"' for name in columns) or "*"
            most = _ROWS if columns else 1
            query = f"SELECT {wanted} FROM read_parquet(?) LIMIT {most} OFFSET {int(first)}"
            found = connection.execute(query, [place])
            names = [str(each[0]) for each in found.description or ()]
            rows: list[list[object]] = []
            characters = 0
            while characters < _CHARACTERS and (some := found.fetchmany(_STEP)):
                for cells in some:
                    rows.append([plain(cell) for cell in cells])
                    characters += sum(len(cell) for cell in cells if isinstance(cell, str))
            return {"names": names, "rows": rows}
    except duckdb.Error as error:
        told = (str(error).splitlines() or [""])[0].replace(f"'/dev/fd/{handle}'", "it")
        raise ValueError(f"is damaged, or no Parquet table ({told[:200]})") from None
    finally:
        os.close(handle)


def plain(value: Any, deep: int = 0) -> object:
    """A value as JSON has it: dates and numbers of a kind as they are written, bytes as nothing."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, bytes | bytearray | memoryview) or deep > _DEEP:
        return None
    if isinstance(value, Mapping):
        return {str(name): plain(inner, deep + 1) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner, deep + 1) for inner in value[:_LONG]]
    return str(value)
