"""Finds what of a frame stands in the next one some rows higher or lower: the whole width, or columns of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import eq
from typing import NamedTuple

from tuireader.tui.terminal.differences import changes
from tuireader.tui.terminal.grid import Row

#: Cells that must be spared for a move to be worth trying, and rows that must have changed.
_WORTH, _ROWS = 24, 2
#: What margins cost more, counted as cells.
_MARGINS = 16
#: Stretches of columns that are looked for in the frame before.
_CHUNK = 16
#: 0 for a blank, 1 for all else.
_INK = bytes(char != 0x20 for char in range(256))
#: So many likely distances are tried.
_TRIED = 2


class Block(NamedTuple):
    """Rows ``top`` to ``bottom`` of the new frame, in columns ``left`` to ``right`` (ends not included), that stood
    ``by`` rows lower before; higher where it is negative."""

    top: int
    bottom: int
    left: int
    right: int
    by: int


def moved(old: Sequence[Row], new: Sequence[Row], *, columns: bool) -> Block | None:
    """The block that spares the most cells when it is moved rather than sent; None where none is worth it.

    ``columns`` says whether it may be narrower than the frame. Blanks count for nothing: they are erased.
    """
    rows = [y for y in range(len(new)) if old[y] != new[y]]
    if len(rows) < _ROWS:
        return None
    width = len(new[0])
    changed = {y: _number(changes(old[y], new[y])) for y in rows}
    texts = {y: _text(new[y]) for y in range(rows[0], rows[-1] + 1)}
    ink = {y: _number(text.encode("latin-1", "replace").translate(_INK)) for y, text in texts.items()}
    best, most = None, _WORTH
    for by in _distances({y: _text(old[y]) for y in rows}, {y: texts[y] for y in rows}):
        gains = {}
        for y in range(max(rows[0], -by), min(rows[-1] + 1, len(old) - by)):
            same, differs = _number(bytes(map(eq, new[y], old[y + by]))), changed.get(y, 0)
            gains[y] = (same & differs & ink[y], ink[y] & ~(same | differs))
        still = {y: ink[y] & ~changed.get(y, 0) for y in ink}
        ranges = [(0, width)]
        if columns and (dense := _densest(_sums(gains.values(), width))):
            ranges.append(dense)
        for left, right in ranges:
            top, bottom, spared = _run(gains, still, _columns(left, right, width), by)
            if (left, right) != (0, width):
                spared -= _MARGINS
            if spared > most:
                best, most = Block(top, bottom, left, right, by), spared
    return best


def _number(columns: bytes) -> int:
    """A byte a column as one number, so that all columns are compared and counted at once."""
    return int.from_bytes(columns, "big")


def _columns(left: int, right: int, width: int) -> int:
    return _number(b"\0" * left + b"\1" * (right - left) + b"\0" * (width - right))


def _text(row: Row) -> str:
    """A character a cell."""
    return "".join([cell[0][:1] or "\0" for cell in row])


def _distances(old: Mapping[int, str], new: Mapping[int, str]) -> Iterator[int]:
    """By how many rows something may have moved, the likeliest first: stretches of text that stand elsewhere now."""
    places: dict[tuple[int, str], int] = {}
    for y, text in old.items():
        for key in _chunks(text):
            places[key] = -1 if key in places else y
    votes: Counter[int] = Counter()
    for y, text in new.items():
        for key in _chunks(text):
            before = places.get(key, -1)
            if before not in (-1, y):
                votes[before - y] += 1
    for by, count in votes.most_common(_TRIED):
        if count > 1:
            yield by


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    for x in range(0, len(text), _CHUNK):
        chunk = text[x : x + _CHUNK]
        if not chunk.isspace():
            yield x, chunk


def _sums(gains: Collection[tuple[int, int]], width: int) -> list[int]:
    """Cells spared in each column, less those that would be spoilt."""
    sums = [0] * width
    one = _number(b"\1" * width)
    rows = list(gains)
    # A byte holds the sum of 127 rows of 0, 1 or 2.
    for start in range(0, len(rows), 127):
        part = rows[start : start + 127]
        total = sum(one + spared - spoilt for spared, spoilt in part)
        sums = [so_far + count - len(part) for so_far, count in zip(sums, total.to_bytes(width, "big"), strict=True)]
    return sums


def _densest(sums: Sequence[int]) -> tuple[int, int] | None:
    """The stretch with the largest sum (Kadane's algorithm)."""
    best, most, total, begin = None, 0, 0, 0
    for x, count in enumerate(sums):
        if total <= 0:
            total, begin = 0, x
        total += count
        if total > most:
            best, most = (begin, x + 1), total
    return best


def _run(gains: Mapping[int, tuple[int, int]], still: Mapping[int, int], mask: int, by: int) -> tuple[int, int, int]:
    """Rows beside each other where the most cells are spared: first, end, cells.

    What stands where the moved rows leave, and stays, is lost: it counts against them.
    """

    def lost(rows: range) -> int:
        return sum((still.get(y, 0) & mask).bit_count() for y in rows)

    best, total, begin = (0, 0, 0), 0, 0
    for y, (spared, spoilt) in gains.items():
        if total <= 0:
            begin = y
            total = -lost(range(y + by, y)) if by < 0 else 0
        total += (spared & mask).bit_count() - (spoilt & mask).bit_count()
        if total > best[2]:
            left = total - lost(range(y + 1, y + 1 + by))
            if left > best[2]:
                best = (begin, y + 1, left)
    return best
