"""Finds what of a frame stands in the next one some rows higher or lower: the whole width, or columns of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import eq
from typing import NamedTuple

from tuireader.tui.terminal.differences import changes
from tuireader.tui.terminal.grid import Row

#: Bytes that must be spared for a move to be worth trying, and rows that must have changed.
_WORTH, _ROWS = 60, 2
#: About what margins cost more, and what putting the cursor to changed cells does.
_MARGINS, _MOVE = 20, 6
#: Stretches of columns that are looked for in the frame before.
_CHUNK = 16
#: 0 for a blank, 1 for all else.
_MARKED = bytes(char != 0x20 for char in range(256))
#: So many likely distances are tried; none at which less than this part of the text stands.
_TRIED, _FEW = 2, 40


class Block(NamedTuple):
    """Rows ``top`` to ``bottom`` of the new frame, in columns ``left`` to ``right`` (ends not included), that stood
    ``by`` rows lower before; higher where it is negative."""

    top: int
    bottom: int
    left: int
    right: int
    by: int


class Moves:
    """Finds what moved on the way to a frame."""

    def __init__(self, new: Sequence[Row]) -> None:
        self._new = new
        self._texts: dict[int, str] = {}
        self._inks: dict[int, int] = {}

    def find(self, old: Sequence[Row], *, columns: bool) -> Block | None:
        """The block that spares the most bytes when it is moved rather than sent; None where none is worth it.

        ``old`` is the frame before; ``columns`` says whether the block may be narrower. Blanks count for nothing: they
        are erased.
        """
        new = self._new
        rows = [y for y in range(len(new)) if old[y] != new[y]]
        if len(rows) < _ROWS:
            return None
        width = len(new[0])
        changed = {y: _number(changes(old[y], new[y])) for y in rows}
        best, most = None, _WORTH
        for by in _distances({y: _text(old[y]) for y in rows}, {y: self._text(y) for y in rows}):
            gains, moves = {}, []
            for y in range(max(rows[0], -by), min(rows[-1] + 1, len(old) - by)):
                same, differs, ink = _number(bytes(map(eq, new[y], old[y + by]))), changed.get(y, 0), self._ink(y)
                gains[y] = (same & differs & ink, ink & ~(same | differs))
                moves.append((gains[y][0], ink & ~same))
            # What a scroll leaves behind is lost where it would have stayed.
            still = {y: self._ink(y) & ~changed.get(y, 0) for y in range(rows[0] - abs(by), rows[-1] + 1 + abs(by))}
            ranges = [(0, width)]
            if columns and (dense := _densest(_sums(moves, width))):
                ranges.append(dense)
            for left, right in ranges:
                top, bottom, spared = _run(gains, still, _columns(left, right, width), by)
                if (left, right) != (0, width):
                    spared -= _MARGINS
                if spared > most:
                    best, most = Block(top, bottom, left, right, by), spared
        return best

    def _text(self, y: int) -> str:
        if y not in self._texts:
            self._texts[y] = _text(self._new[y]) if 0 <= y < len(self._new) else ""
        return self._texts[y]

    def _ink(self, y: int) -> int:
        """Where something stands in a row; nowhere in rows there are not."""
        if y not in self._inks:
            self._inks[y] = _number(self._text(y).encode("latin-1", "replace").translate(_MARKED))
        return self._inks[y]


def _number(columns: bytes) -> int:
    """A byte a column as one number, so that all columns are compared and counted at once."""
    return int.from_bytes(columns, "big")


def _columns(left: int, right: int, width: int) -> int:
    return _number(b"\0" * left + b"\1" * (right - left) + b"\0" * (width - right))


def _bytes(cells: int) -> int:
    """About what sending these cells of a row takes: their characters, and a move to each run of them."""
    # Cells near each other are one run: those between them are sent again.
    near = cells | cells >> 8 | cells >> 16 | cells >> 24
    return cells.bit_count() + _MOVE * (near & ~(near >> 8)).bit_count() if cells else 0


def _text(row: Row) -> str:
    """A character a cell."""
    text = "".join([cell[0] for cell in row])
    return text if text.isascii() or len(text) == len(row) else "".join([cell[0][:1] or "\0" for cell in row])


def _distances(old: Mapping[int, str], new: Mapping[int, str]) -> Iterator[int]:
    """By how many rows something may have moved, the likeliest first: stretches of text that stand elsewhere now."""
    places: dict[tuple[int, str], int] = {}
    for y, text in old.items():
        for key in _chunks(text):
            places[key] = -1 if key in places else y
    votes: Counter[int] = Counter()
    looked = 0
    for y, text in new.items():
        for key in _chunks(text):
            looked += 1
            before = places.get(key, -1)
            if before not in (-1, y):
                votes[before - y] += 1
    for by, count in votes.most_common(_TRIED):
        if count > max(1, looked // _FEW):
            yield by


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    for x in range(0, len(text), _CHUNK):
        chunk = text[x : x + _CHUNK]
        if not chunk.isspace():
            yield x, chunk


def _sums(rows: Sequence[tuple[int, int]], width: int) -> list[int]:
    """Cells of each column that moved so, less those that did not."""
    sums = [0] * width
    one = _number(b"\1" * width)
    # A byte holds the sum of 127 rows of 0, 1 or 2.
    for start in range(0, len(rows), 127):
        part = rows[start : start + 127]
        total = sum(one + good - bad for good, bad in part)
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
    """Rows beside each other where the most bytes are spared: first, end, bytes.

    What stands where the moved rows leave, and stays, is lost: it counts against them.
    """

    def lost(rows: range) -> int:
        return sum((still[y] & mask).bit_count() for y in rows)

    best, total = (0, 0, 0), 0
    # What is spared up to a row, less what is up to the row where it is best to begin, and what is lost above that.
    begin, before = 0, None
    for y, (spared, spoilt) in gains.items():
        start = -total - (lost(range(y + by, y)) if by < 0 else 0)
        if before is None or start > before:
            begin, before = y, start
        total += _bytes(spared & mask) - _bytes(spoilt & mask)
        if total + before > best[2]:
            left = total + before - lost(range(y + 1, y + 1 + by))
            if left > best[2]:
                best = (begin, y + 1, left)
    return best
