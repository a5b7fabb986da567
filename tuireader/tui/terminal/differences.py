"""Two frames become pieces: what has changed, cut where the look changes and where blanks are longer than a move."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import ne
from typing import NamedTuple

from tuireader.tui.terminal.grid import UNKNOWN, Cell, Row, unsure, unsure_at, unsure_before
from tuireader.tui.terminal.looks import Look, shows

#: Moving over equal cells takes at least so many bytes, in any number of them but one.
_MOVE, _STEP = 4, 3
#: So many blanks amid a text are passed over in another way than by sending them: erasing and a move.
_LONG = 10
#: And so many at its end: erasing alone.
_TAIL = 4


class Piece(NamedTuple):
    """Changed cells beside each other in one look."""

    row: int
    column: int
    text: str
    width: int
    look: Look
    blank: bool
    """Whether nothing stands in it, and nothing of its look is seen but the ground."""


def changes(old: Row, new: Row) -> bytes:
    """A byte a column: 1 where the cells differ."""
    return bytes(map(ne, old, new))


def pieces(y: int, old: Row, new: Row) -> Iterator[Piece]:
    """What of a row has changed, from left to right."""
    changed = changes(old, new)
    begin = -1
    for start, end in _stretches(changed, old, new):
        if begin < 0:
            begin, stop = start, end
        elif start <= stop or _bridged(new, stop, start):
            stop = max(stop, end)
        else:
            yield from _cut(y, new, begin, stop)
            begin, stop = start, end
    if begin >= 0:
        yield from _cut(y, new, begin, stop)


def _stretches(changed: bytes, old: Row, new: Row) -> Iterator[tuple[int, int]]:
    """Columns that differ, never half of a wide character. What may have been drawn over is drawn again."""
    width = len(changed)
    start = changed.find(1)
    while start >= 0:
        end = changed.find(0, start)
        end = width if end < 0 else end
        after = changed.find(1, end)
        while start > 0 and (new[start][0] == "" or old[start][0] == ""):
            start -= 1
        while end < width and (new[end][0] == "" or old[end][0] == ""):
            end += 1
        if unsure("".join([cell[0] for cell in new[start:end]])):
            end = max(end, *(_reach(new, x) for x in range(start, end) if unsure(new[x][0])))
        yield start, end
        start = after


def _reach(row: Row, x: int) -> int:
    """The column up to which some terminal draws a character that others draw in fewer cells."""
    end = min(x + 2 * len(row[x][0]), len(row))
    if end < len(row) and not row[end][0]:
        end += 1
    known = row[x:end]
    return x + known.index(UNKNOWN) if UNKNOWN in known else end


def _bridged(row: Row, start: int, end: int) -> bool:
    """Whether equal cells are sent again: where that takes no longer than moving over them and no other colours."""
    gap = end - start
    if gap > _MOVE:
        return False
    left, right = row[start - 1], row[end]
    size = 0
    turned = False
    for cell in row[start:end]:
        if cell == UNKNOWN:
            return False
        size += len(cell[0].encode())
        if not turned and not _alike(cell, left[1]):
            turned = True
        if turned and not _alike(cell, right[1]):
            return False
    return size <= (_STEP if gap == 1 else _MOVE)


def _alike(cell: Cell, look: Look) -> bool:
    """Whether a cell can be sent in this look."""
    return cell[1] == look or (blank(cell) and cell[1].back == look.back and not shows(look))


def blank(cell: Cell) -> bool:
    """Whether erasing makes a cell what it is, in a terminal that erases to the ground of the pen."""
    return cell[0] == " " and not cell[1].attributes


def _cut(y: int, row: Row, start: int, end: int) -> Iterator[Piece]:
    """Cells beside each other, a piece a look. Blanks take the look of what stands beside them on the same ground."""
    x = start
    while x < end:
        begin = x
        look, soft = row[x][1], blank(row[x])
        blanks = 0
        while x < end:
            cell = row[x]
            if blank(cell):
                if cell[1].back != look.back or (not soft and shows(look)):
                    break
                blanks += 1
            elif soft and cell[1].back == look.back and not shows(cell[1]) and blanks < _LONG:
                look, soft, blanks = cell[1], False, 0
            elif cell[1] != look or soft or blanks >= _LONG:
                break
            else:
                blanks = 0
            x += 1
            if unsure_before(row, x) or (x < end and unsure_at(row, x)):
                break
        if not soft and blanks >= _TAIL:
            yield _piece(y, row, begin, x - blanks, look, False)
            yield _piece(y, row, x - blanks, x, row[x - 1][1], True)
        else:
            yield _piece(y, row, begin, x, look, soft)


def _piece(y: int, row: Sequence[Cell], start: int, end: int, look: Look, blank: bool) -> Piece:
    return Piece(y, start, "".join([cell[0] for cell in row[start:end]]), end - start, look, blank)
