"""A buffer of cells that holds what the terminal shows, and the cheapest way to turn it into the next frame.

Bytes are saved in these ways: cells that stay are not sent, what moved as a whole is scrolled by the terminal, colour
codes name only what changes, the pieces of a frame are sent in the order of their looks where that is shorter than from
top to bottom, blanks are erased.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from operator import itemgetter

from tuireader.tui.terminal.abilities import LEAST, Abilities
from tuireader.tui.terminal.differences import Piece, changes, pieces
from tuireader.tui.terminal.grid import BLANK, UNKNOWN, Cell, Row
from tuireader.tui.terminal.looks import Look, shows
from tuireader.tui.terminal.moves import move
from tuireader.tui.terminal.painting import paint
from tuireader.tui.terminal.scrolling import RESET, feed, scrolls, sequence
from tuireader.tui.terminal.sending import Sent, cheapest

__all__ = ["UNKNOWN", "Cell", "Screen", "paint"]


class Screen:
    """What a terminal of this size shows. ``rows[y][x]`` is a cell."""

    def __init__(self, width: int, height: int, abilities: Abilities = LEAST) -> None:
        self.width, self.height = width, height
        self.abilities = abilities
        self.rows: list[Row] = [[UNKNOWN] * width for _ in range(height)]
        self.look: Look | None = None
        """What the terminal's pen is set to; None where unknown."""
        self.cursor: tuple[int, int] | None = None
        """Where the terminal's cursor was put, (x, y); None where unknown."""

    def forget(self) -> None:
        """Nothing is known of the terminal any more: the next frame is sent whole."""
        self.rows = [[UNKNOWN] * self.width for _ in range(self.height)]
        self.look = self.cursor = None

    def spoil(self, cells: int) -> None:
        """Something may have been printed from the cursor on: so many cells are not known any more, nor its place."""
        if self.cursor is not None:
            x, y = self.cursor
            row = self.rows[y] = self.rows[y][:]
            row[x : x + cells] = [UNKNOWN] * len(row[x : x + cells])
        self.cursor = None

    def frame(self) -> list[Row]:
        """A copy of the rows to draw the next frame into."""
        return [row[:] for row in self.rows]

    def update(self, rows: list[Row], cursor: tuple[int, int]) -> str:
        """What to send so that the terminal shows these rows, its cursor at (x, y). Empty where it does already."""
        old, self.rows = self.rows, rows
        changed = [y for y, (before, after) in enumerate(zip(old, rows, strict=True)) if before != after]
        if not changed:
            return self.point(cursor)
        sent = self._scrolled(old, rows)
        if sent is None or len(sent.text) > _least(old, rows, changed):
            whole = self._difference(old, rows)
            sent = whole if sent is None else min(whole, sent, key=_size)
        self.look = sent.pen
        self.cursor = sent.at and (sent.at[1], sent.at[0])
        return sent.text + self.point(cursor)

    def point(self, cursor: tuple[int, int]) -> str:
        """What to send so that the cursor stands at (x, y), within the screen. Empty where it does already."""
        # An item at hand can lie where the terminal ended before it became smaller, and further moves go from here.
        x, y = min(cursor[0], self.width - 1), min(cursor[1], self.height - 1)
        if (x, y) == self.cursor:
            return ""
        at = self.cursor and (self.cursor[1], self.cursor[0])
        self.cursor = x, y
        return move(at, (y, x))

    def _scrolled(self, old: Sequence[Row], new: Sequence[Row]) -> Sent | None:
        """What to send where something moved as a whole; None where nothing did."""
        # Terminals fill what comes in with the ground of the pen or with their own; these are sometimes one.
        plain = self.look is not None and not self.look.back and not shows(self.look)
        found, moved = scrolls(old, new, self.abilities, BLANK if plain else UNKNOWN)
        if not found:
            return None
        changed = self._changed(moved, new)
        sent = cheapest(changed, self.look, self.width, self.abilities)
        sent = sent._replace(text=sequence(found, self.width, self.height) + sent.text)
        return min(sent, self._fed(changed, *feed(found, self.width, self.height)) or sent, key=_size)

    def _fed(self, changed: Sequence[Piece], begin: str, row: int) -> Sent | None:
        """The same by a line feed, the row that comes in first; None where there is none."""
        if not begin:
            return None
        first = cheapest(
            [piece for piece in changed if piece.row == row], self.look, self.width, self.abilities, (row, 0)
        )
        rest = cheapest([piece for piece in changed if piece.row != row], first.pen, self.width, self.abilities)
        return rest._replace(text=f"{begin}{first.text}{RESET}{rest.text}")

    def _difference(self, old: Sequence[Row], new: Sequence[Row]) -> Sent:
        return cheapest(self._changed(old, new), self.look, self.width, self.abilities)

    def _changed(self, old: Sequence[Row], new: Sequence[Row]) -> list[Piece]:
        return [
            piece
            for y, (before, after) in enumerate(zip(old, new, strict=True))
            if before != after
            for piece in pieces(y, before, after, erases=self.abilities.erases_in_colour)
        ]


def _size(sent: Sent) -> int:
    return len(sent.text.encode())


def _least(old: Sequence[Row], new: Sequence[Row], changed: Sequence[int]) -> int:
    """Bytes that rows cannot be changed in fewer than: a byte a letter."""
    return sum(sum(map(str.isalnum, compress(map(itemgetter(0), new[y]), changes(old[y], new[y])))) for y in changed)
