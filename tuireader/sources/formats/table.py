"""CSV and its likes: a row an article, columns known by the names in the first row. Files of any length are read as
they come."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from tuireader.sources.columns import Columns, TooLong
from tuireader.sources.decoding import decode
from tuireader.sources.model import Draft, Input, Problem
from tuireader.sources.streams import encoding_of, reading

NAME = "CSV"
EXTRA = ""
SUFFIXES = frozenset((".csv", ".tsv", ".tab"))

_PARTED = ",;\t|"
#: Characters of a cell. A longer one never ends.
_LONGEST = 32_000_000
_UNCLOSED = "; is a quotation mark not closed?"
_UNNAMED = "column {}"


def fits(input: Input) -> bool:
    """Whether its first row names the columns of articles."""
    try:
        names = _header(input)
        return len(names) > 1 and Columns(names, input.options).likely
    except (ValueError, csv.Error):
        return False


def read(input: Input) -> Iterator[Draft | Problem]:
    """The articles in its rows. Raises ValueError where no column holds the text, or a row never ends."""
    encoding = encoding_of(input)
    header = _header(input)
    if not header:
        raise ValueError("is empty")
    # Columns that the user names by number are those of a table without names.
    numbered = bool(input.options.columns) and all(name.isdigit() for name in input.options.columns.values())
    names = [str(number) for number in range(1, len(header) + 1)] if numbered else _named(header)
    known = Columns(names, input.options)
    csv.field_size_limit(_LONGEST)
    with input.open() as file, reading(file, encoding) as text:
        rows = csv.reader(text, delimiter=_delimiter(input), skipinitialspace=True)
        number = 0
        try:
            if not numbered:
                next(rows, None)
            for cells in rows:
                if not any(cells):
                    continue
                number += 1
                try:
                    yield known.draft(dict(zip(names, cells, strict=False)), number=number, encoding=encoding)
                except ValueError as error:
                    hint = _UNCLOSED if isinstance(error, TooLong) else ""
                    yield Problem(input.path, f"row {number} (line {rows.line_num}): {error}{hint}")
        except csv.Error as error:
            hint = _UNCLOSED if "limit" in str(error) else ""
            raise ValueError(f"line {rows.line_num}: {error}{hint}") from None


def _named(header: list[str]) -> list[str]:
    """The names of the columns, those without one by their number, none twice."""
    found: list[str] = []
    for number, name in enumerate(header, 1):
        name = name.strip() or _UNNAMED.format(number)
        found.append(name if name not in found else f"{name} ({number})")
    return found


def _header(input: Input) -> list[str]:
    """The cells of the first row."""
    text = _start(input)
    lines = iter(text.splitlines(keepends=True))
    row = next((cells for cells in csv.reader(lines, delimiter=_delimiter(input), skipinitialspace=True) if cells), [])
    return [cell.strip() for cell in row]


def _delimiter(input: Input) -> str:
    """What parts the cells: what stands most often in the first line outside quotation marks."""
    first = next((line for line in _start(input).splitlines() if line.strip()), "")
    bare = "".join(first.split('"')[::2])
    best = max(_PARTED, key=bare.count)
    return best if bare.count(best) else ("\t" if input.suffix in (".tsv", ".tab") else ",")


def _start(input: Input) -> str:
    head = input.head[: 1 << 14]
    charset = encoding_of(input)
    return decode(head, charset if b"\x00" not in head or charset.startswith("utf-") else "utf-8").text.lstrip("\ufeff")
