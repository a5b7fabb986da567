"""Two frames become pieces: what has changed, cut where the look changes and where blanks are longer than a move."""

from __future__ import annotations

from collections.abc import Iterator
from operator import ne
from typing import NamedTuple

from tuireader.tui.terminal.grid import UNKNOWN, Cell, Row, cells_of, unsure, unsure_at, unsure_before
from tuireader.tui.terminal.looks import Look, shows

#: Moving over equal cells takes at least so many bytes, in any number of them but one.
_MOVE, _STEP = 4, 3
#: As much as a column costs in the name of a place.
_NEAR = 2
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


def pieces(y: int, old: Row, new: Row, *, erases: bool) -> Iterator[Piece]:
    """What of a row has changed, from left to right.

    ``erases`` says whether erasing leaves any ground behind; without it, it leaves the terminal's own.
    """
    width = len(new)
    odd = unsure("".join([cell[0] for cell in new]))
    for start, end in _joined(_stretches(changes(old, new), old, new, odd), new):
        for piece in _apart(y, new, start, end, odd):
            after = piece.column + piece.width
            if piece.blank and (erases or not piece.look.back) and new[after:] == [new[after - 1]] * (width - after):
                # All that stands after it is the same blank: it is erased at once, whatever of it has changed.
                rest = width - piece.column
                yield piece._replace(text=" " * rest, width=rest)
                return
            yield piece


def _joined(stretches: Iterator[tuple[int, int]], new: Row) -> Iterator[tuple[int, int]]:
    """Stretches, those that are better sent with what stands between them as one."""
    begin = stop = -1
    for start, end in stretches:
        if begin >= 0 and (start <= stop or _bridged(new, stop, start)):
            stop = max(stop, end)
            continue
        if begin >= 0:
            yield begin, stop
        # The beginning of a row is the place that takes the fewest bytes to name.
        near = (
            begin < 0 and start <= _NEAR and all(_blank(cell) and _alike(cell, new[start][1]) for cell in new[:start])
        )
        begin, stop = 0 if near else start, end
    if begin >= 0:
        yield begin, stop


def _stretches(changed: bytes, old: Row, new: Row, odd: bool) -> Iterator[tuple[int, int]]:
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
        x = start
        while odd and x < end:
            # What is drawn again for it may reach further itself.
            end = max(end, _reach(new, x))
            x += 1
        yield start, end
        start = after


def _reach(row: Row, x: int) -> int:
    """The column up to which some terminal draws what others draw in fewer cells."""
    text = row[x][0]
    if not unsure(text):
        return x
    end = min(x + 2 * len(text), len(row))
    if end < len(row) and not row[end][0]:
        end += 1
    known = row[x:end]
    return x + known.index(UNKNOWN) if UNKNOWN in known else end


def _bridged(row: Row, start: int, end: int) -> bool:
    """Whether equal cells are sent again: where that takes no longer than moving over them and no other colours."""
    gap = end - start
    if gap > _MOVE:
        return False
    left, right = row[start - 1][1], row[end][1]
    size = 0
    turned = False
    for cell in row[start:end]:
        if cell == UNKNOWN:
            return False
        size += len(cell[0].encode())
        turned = turned or not _alike(cell, left)
        if turned and not _alike(cell, right):
            return False
    return size <= (_STEP if gap == 1 else _MOVE)


def _alike(cell: Cell, look: Look) -> bool:
    """Whether a cell can be sent in this look."""
    return cell[1] == look or (_blank(cell) and cell[1].back == look.back and not shows(look))


def _blank(cell: Cell) -> bool:
    """Whether erasing makes a cell what it is, in a terminal that erases to the ground of the pen."""
    return cell[0] == " " and not cell[1].attributes and not cell[1].link


def _apart(y: int, row: Row, start: int, end: int, odd: bool) -> Iterator[Piece]:
    """Cells beside each other; a character that terminals draw in other widths is a piece of its own."""
    if odd:
        for x in range(start, end):
            if x > start and row[x][0] and (unsure_at(row, x) or unsure_before(row, x)):
                yield from _cut(y, row, start, x)
                start = x
    yield from _cut(y, row, start, end)


def _cut(y: int, row: Row, start: int, end: int) -> Iterator[Piece]:
    """A piece a look. Blanks take the look of what stands beside them on the same ground, unless they are many."""
    begin, blanks = start, 0
    look, soft, space = _begun(row[start])
    for x in range(start, end):
        cell = row[x]
        if cell is space:
            blanks += 1
            continue
        style = cell[1]
        if blanks < _LONG:
            if style is look and not soft:
                blanks = 0
                continue
            if _blank(cell) and style.back == look.back and not shows(look):
                blanks += 1
                continue
            if soft and style.back == look.back and not shows(style):
                look, soft, space = _begun(cell)
                blanks = 0
                continue
            if not soft and style == look:
                blanks = 0
                continue
        elif _blank(cell) and style.back == look.back and not shows(look):
            blanks += 1
            continue
        if x > begin:
            yield from _ended(y, row, begin, x, look, soft, blanks)
        begin, blanks = x, 0
        look, soft, space = _begun(cell)
        blanks = int(soft)
    yield from _ended(y, row, begin, end, look, soft, blanks)


def _begun(cell: Cell) -> tuple[Look, bool, Cell | None]:
    """The look of a piece that begins with a cell, whether any on its ground would do, and the blank it takes in."""
    look = cell[1]
    return look, _blank(cell), None if shows(look) else cells_of(look)[" "]


def _ended(y: int, row: Row, begin: int, end: int, look: Look, soft: bool, blanks: int) -> Iterator[Piece]:
    """A piece, or two where it ends in blanks that are better erased."""
    if soft or blanks < _TAIL:
        yield _piece(y, row, begin, end, look, soft)
    else:
        yield _piece(y, row, begin, end - blanks, look, False)
        yield _piece(y, row, end - blanks, end, row[end - 1][1], True)


def _piece(y: int, row: Row, start: int, end: int, look: Look, blank: bool) -> Piece:
    return Piece(y, start, "".join([cell[0] for cell in row[start:end]]), end - start, look, blank)
