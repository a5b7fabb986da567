"""Where the columns of a table stand: a wide one for words, and narrow ones that scroll where they do not all fit."""

from __future__ import annotations

from typing import NamedTuple

#: A narrow column is at least so wide (a letter between two brackets, a space), and at most so where its name has room.
_NARROW, _WIDE = 4, 14
#: No name makes it wider.
_WIDEST = 32
#: The column of words has at least so many cells, and this part of the width; beyond the last number it stops growing.
_WORDS, _PART, _MOST = 20, 0.44, 88
#: From this width on names have room before words have more: then this part is left to the words.
_ROOMY, _LEFT = 100, 0.36
#: From this width on a narrow column has room for a name.
NAMED = 7


class Columns(NamedTuple):
    """``words`` cells, then ``shown`` columns of ``cell`` cells, the first of them number ``first``."""

    words: int
    cell: int
    first: int
    shown: int

    @property
    def named(self) -> bool:
        """Whether names stand over the columns."""
        return self.cell >= NAMED

    def numbers(self) -> range:
        """The numbers of the columns on screen."""
        return range(self.first, self.first + self.shown)

    def x_of(self, number: int) -> int:
        """The cell in which a column that is on screen begins."""
        return self.words + (number - self.first) * self.cell

    def at(self, x: int) -> int | None:
        """The number of the column at a cell of the line; None left and right of them."""
        place = (x - self.words) // self.cell
        return self.first + place if x >= self.words and place < self.shown else None


def lay_out(width: int, count: int, current: int, first: int = 0, name: int = 0) -> Columns:
    """Columns for ``count`` articles in ``width`` cells, so that number ``current`` is on screen.

    ``first`` is the first column shown so far: it stays where it can. The longest name over a column takes ``name``
    cells.
    """
    words = max(_WORDS, int(width * (_PART if width < _ROOMY else _LEFT)))
    widest = max(_WIDE, min(_WIDEST, name + 2))
    cell = max(_NARROW, min(widest, (width - words) // max(1, count)))
    shown = max(1, min(count, (width - words) // cell))
    words = max(0, min(_MOST, width - shown * cell))
    first = min(max(first, current - shown + 1), current, max(0, count - shown))
    return Columns(words, cell, max(0, first), shown)
