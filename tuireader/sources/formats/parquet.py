"""Parquet: a row an article, columns known by their names, read some rows at a time in a worker."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Any

from tuireader.sources.columns import Columns, flat
from tuireader.sources.inputs import FileInput
from tuireader.sources.model import Draft, Input, Problem

NAME = "Parquet"
EXTRA = "big"
SUFFIXES = frozenset((".parquet", ".pq"))

_READ = "tuireader.sources.parsing.rows:read"


def fits(input: Input) -> bool:
    """Whether it begins as such a table does."""
    return input.head.startswith(b"PAR1") and b"\x00" in input.head


def read(input: Input) -> Iterator[Draft | Problem]:
    """The articles in its rows. Raises ValueError where it is damaged or no column holds the text."""
    if find_spec("duckdb") is None:
        raise ImportError("duckdb is missing", name="duckdb")
    if not isinstance(input, FileInput):
        raise ValueError("a Parquet table is read only as a file of its own: unpack it first")
    names, first = _rows(input)
    # What lies in objects shows in the first row alone.
    known = Columns(flat(dict(zip(names, first[0], strict=True))) if first else names, input.options)
    wanted = list(dict.fromkeys(name if name in names else name.partition(".")[0] for name in known.of.values()))
    number = 0
    while rows := _rows(input, wanted, number)[1]:
        for cells in rows:
            number += 1
            row: dict[str, Any] = flat(dict(zip(wanted, cells, strict=True)))
            try:
                yield known.draft(row, number=number)
            except ValueError as error:
                yield Problem(input.path, f"row {number}: {error}")


def _rows(input: FileInput, columns: Sequence[str] = (), first: int = 0) -> tuple[list[str], list[list[Any]]]:
    """Names of columns and some rows. Raises ValueError where the file is no table, or another one by now."""
    from tuireader.sources.isolated import call

    answer = call(_READ, os.fsencode(input.file.absolute()), columns=columns, first=first).data
    input.unchanged()
    if not isinstance(answer, dict):
        raise ValueError("is damaged")
    return [str(name) for name in answer["names"]], list(answer["rows"])
