"""JSON: an object a line (JSONL), an array of objects, or one object with the articles in it. Lines and arrays of any
length are read as they come."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from tuireader.sources.columns import Columns, NoText, articles_in, flat
from tuireader.sources.inputs import HEAD
from tuireader.sources.model import Draft, Input, Options, Problem
from tuireader.sources.streams import encoding_of, reading

NAME = "JSON"
EXTRA = ""
SUFFIXES = frozenset((".json", ".jsonl", ".ndjson", ".jl"))

_KEY = re.compile(rb'"([A-Za-z_][\w.-]{0,40})"\s{0,4}:')
#: A file that is one object is read whole, up to so many bytes.
_WHOLE = 64_000_000
_STEP = 1 << 16
#: More blank lines than this are what a trap unpacks to.
_BLANK = 1_000_000
_NAMED_LINES = (".jsonl", ".ndjson", ".jl")
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def fits(input: Input) -> bool:
    """Whether its first keys are those of articles."""
    head = input.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith((b"{", b"[")):
        return False
    names = dict.fromkeys(key.decode("ascii", "replace") for key in _KEY.findall(head))
    try:
        return Columns(names, input.options).likely
    except ValueError:
        return False


def read(input: Input) -> Iterator[Draft | Problem]:
    """The articles in it. Raises ValueError where it is no JSON, or no object in it has a text."""
    rows = _Rows(input.options, encoding_of(input), input.path)
    head = input.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    with input.open() as file:
        lines = _first_line_is_whole(input)
        if head.startswith(b"[") and not (lines and input.suffix in _NAMED_LINES):
            yield from rows.array(file)
        elif lines or input.suffix in _NAMED_LINES:
            yield from rows.lines(file)
        else:
            yield from rows.whole(input.data(_WHOLE))
    rows.complain()


def _first_line_is_whole(input: Input) -> bool:
    """Whether the first line is whole, with others after it."""
    if len(input.head) == HEAD and b"\n" not in input.head:
        # One object on a line of its own reads the same either way; a very large one only as lines can be.
        return True
    first, _, rest = input.head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    try:
        return isinstance(json.loads(first), dict | list) and bool(rest.strip())
    except (ValueError, RecursionError):
        return False


class _Rows:
    """Makes drafts of objects, and notes where they stood."""

    def __init__(self, options: Options, encoding: str, path: str) -> None:
        self._options = options
        self._encoding = encoding
        self._path = path
        self._known: dict[tuple[str, ...], Columns | str] = {}
        self._found = self._seen = 0

    def lines(self, file: BinaryIO) -> Iterator[Draft | Problem]:
        """An object a line. A line that is none is a problem, and the next is read."""
        cap = self._options.cap * 2
        number = blank = 0
        while line := file.readline(cap):
            number += 1
            if len(line) >= cap and not line.endswith(b"\n"):
                while line and not line.endswith(b"\n"):
                    line = file.readline(_STEP)
                yield self._problem(f"line {number}", f"more than {cap / 1e6:g} MB")
                continue
            if not line.strip(b"\x00\t\r\n "):
                blank += 1
                if blank > _BLANK:
                    raise ValueError(f"line {number}: more than {_BLANK:,} blank lines; not read further")
                continue
            try:
                value = json.loads(line.decode(self._encoding, "replace").removeprefix("\ufeff"))
            except (ValueError, RecursionError) as error:
                yield self._problem(f"line {number}", f"no JSON ({_short(error)})")
                continue
            yield from self._draft(value, f"line {number}", number)

    def array(self, file: BinaryIO) -> Iterator[Draft | Problem]:
        """The objects of an array, read one after the other. Raises ValueError where it is broken."""
        decoder = json.JSONDecoder()
        text = reading(file, self._encoding)
        number, step = 0, _STEP
        kept = text.read(_STEP)
        at = kept.find("[") + 1
        while True:
            while at < len(kept) and kept[at] in " \t\r\n,":
                at += 1
            if at < len(kept) and kept[at] == "]":
                return
            try:
                value, end = decoder.raw_decode(kept, at)
                if end == len(kept):
                    raise ValueError("may go on")
            except RecursionError:
                raise ValueError(f"item {number + 1}: no JSON (too deep)") from None
            except ValueError as error:
                # Read twice as much each time, so that a long object is not tried a thousand times.
                more = text.read(step)
                step = min(step * 2, _WHOLE)
                if not more:
                    raise ValueError(f"item {number + 1}: no JSON ({_short(error)})") from None
                if len(kept) - at > _WHOLE:
                    raise ValueError(f"item {number + 1}: more than {_WHOLE / 1e6:g} MB, or broken") from None
                kept, at = kept[at:] + more, 0
                continue
            at, number, step = end, number + 1, _STEP
            yield from self._draft(value, f"item {number}", number)
            if at > _STEP:
                kept, at = kept[at:], 0

    def whole(self, data: bytes) -> Iterator[Draft | Problem]:
        """The objects in one. Raises ValueError where it is broken."""
        try:
            value = json.loads(data.decode(self._encoding, "replace").removeprefix("\ufeff"))
        except (ValueError, RecursionError) as error:
            raise ValueError(f"no JSON ({_short(error)})") from None
        yield from self._draft(value, "the object", 0)

    def complain(self) -> None:
        """Raises ValueError where objects were read and none of them had a text column."""
        if not self._found and self._seen:
            said = next((known for known in self._known.values() if isinstance(known, str)), "")
            raise ValueError(said or "holds no objects with a text")

    def _draft(self, value: object, where: str, number: int, *, deep: bool = True) -> Iterator[Draft | Problem]:
        self._seen += 1
        if not isinstance(value, dict):
            if self._found:
                yield self._problem(where, "no object with the fields of an article")
            return
        row: dict[str, Any] = flat(value)
        names = tuple(row)
        known = self._known.get(names)
        if known is None:
            try:
                known = Columns(names, self._options)
            except ValueError as error:
                known = str(error).replace("column", "field")
                if not isinstance(error, NoText):
                    raise ValueError(known) from None
            if len(self._known) < 1000:
                self._known[names] = known
        if isinstance(known, str):
            inner = articles_in(value, self._options) if deep else ()
            for place, each in enumerate(inner, 1):
                yield from self._draft(
                    each, f"{where}, item {place}", max(number - 1, 0) * len(inner) + place, deep=False
                )
            if self._found and not inner:
                yield self._problem(where, "no field with a text")
            return
        try:
            yield known.draft(row, number=number, encoding=self._encoding, noun="field")
            self._found += 1
        except (ValueError, RecursionError) as error:
            self._found += 1
            yield self._problem(where, _short(error))

    def _problem(self, where: str, why: str) -> Problem:
        return Problem(self._path, f"{where}: {why}")


def _short(error: BaseException) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos + 1}"
    return "too deep" if isinstance(error, RecursionError) else str(error)
