"""A buffer of cells that holds what the terminal shows, and the cheapest way to turn it into the next frame.

Bytes are saved in three ways: cells that stay are not sent, colour codes name only what changes, and the pieces of a
frame are sent in the order of their looks where that is shorter than from top to bottom.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from rich.cells import cached_cell_len, cell_len
from rich.segment import Segment

from tuireader.tui.terminal.abilities import LEAST, Abilities
from tuireader.tui.terminal.looks import PLAIN, Depth, Look, change, look

Cell = tuple[str, Look]
"""The characters that stand in a cell, and its look. The right half of a wide character is an empty string."""

UNKNOWN: Cell = ("\0", PLAIN)
"""A cell of which nothing is known: it differs from every cell that can be drawn."""

#: Characters that surely take one cell each: Latin, Greek, Cyrillic, punctuation, superscripts, arrows, boxes.
_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2070-\u209c\u20a0-\u20bf"
    "\u2190-\u21ff\u2500-\u25fc]*"
)

#: Where characters are joined into one, terminals take other numbers of cells for it: after it the place is named.
#: So they do for flags, and for letters with the vowel signs of India and its neighbours.
_UNSURE = re.compile(
    "[\u200d\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U0001f1e6-\U0001f1ff\u0900-\u0dff\u0e31-\u0eff\u0f00-\u109f\u1780-\u17ff]"
)

#: What no cell may hold, whatever a widget draws: controls of both sets, what reorders or hides, halves of characters.
_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e0fff]+"
)
#: A cell holds so many characters at the most: a letter with its marks, a joined emoji, a flag spelt in letters.
_CROWD = 16

#: Equal cells between two changed ones are sent again where that is no longer than moving over them.
_BRIDGE = 4


class Piece(NamedTuple):
    """Changed cells beside each other in one look."""

    row: int
    column: int
    text: str
    width: int
    look: Look
    erases: bool
    """Whether it is blank to the end of the line, so that erasing does."""


class Screen:
    """What a terminal of this size shows. ``rows[y][x]`` is a cell."""

    def __init__(self, width: int, height: int, abilities: Abilities = LEAST) -> None:
        self.width, self.height = width, height
        self.abilities = abilities
        self.rows: list[list[Cell]] = [[UNKNOWN] * width for _ in range(height)]
        self.look: Look | None = None
        """What the terminal's pen is set to; None where unknown."""
        self.cursor: tuple[int, int] | None = None
        """Where the terminal's cursor was put, (x, y); None where unknown."""

    def forget(self) -> None:
        """Nothing is known of the terminal any more: the next frame is sent whole."""
        self.rows = [[UNKNOWN] * self.width for _ in range(self.height)]
        self.look = self.cursor = None

    def frame(self) -> list[list[Cell]]:
        """A copy of the rows to draw the next frame into."""
        return [row[:] for row in self.rows]

    def update(self, rows: list[list[Cell]], cursor: tuple[int, int]) -> str:
        """What to send so that the terminal shows these rows, its cursor at (x, y). Empty where it does already."""
        pieces = list(self._pieces(rows))
        self.rows = rows
        if not pieces:
            return self.point(cursor)
        grouped = sorted(pieces, key=_by_look(pieces))
        (text, pen), (other, other_pen) = self._send(pieces), self._send(grouped)
        if len(other) < len(text):
            text, pen = other, other_pen
        self.look = pen
        self.cursor = None
        return text + self.point(cursor)

    def point(self, cursor: tuple[int, int]) -> str:
        """What to send so that the cursor stands at (x, y). Empty where it does already."""
        if cursor == self.cursor:
            return ""
        self.cursor = cursor
        return f"\x1b[{cursor[1] + 1};{cursor[0] + 1}H"

    def _pieces(self, rows: list[list[Cell]]) -> Iterable[Piece]:
        for y, (old, new) in enumerate(zip(self.rows, rows, strict=True)):
            if old == new:
                continue
            tail = self._blank_tail(new) if self.abilities.erases_in_colour else self.width
            for start, end in _changed(old, new):
                x = start
                while x < min(end, tail):
                    begin, style = x, new[x][1]
                    while x < min(end, tail) and new[x][1] == style:
                        x += 1
                        if _unsure(new, x):
                            break
                    yield Piece(y, begin, "".join(cell[0] for cell in new[begin:x]), x - begin, style, False)
                if end > tail:
                    column = max(start, tail)
                    yield Piece(y, column, "", self.width - column, new[column][1], True)
                    break

    def _blank_tail(self, row: list[Cell]) -> int:
        """The column from which a row is blank in one look; its end where erasing would not be shorter."""
        last = row[-1]
        if last[0] != " " or last[1].attributes:
            return self.width
        x = self.width
        while x > 0 and row[x - 1] == last:
            x -= 1
        return x if self.width - x > 3 else self.width

    def _send(self, pieces: list[Piece]) -> tuple[str, Look | None]:
        out: list[str] = []
        pen, at = self.look, (-1, -1)
        for piece in pieces:
            out.append(_move(at, (piece.row, piece.column)))
            out.append(f"\x1b[0m{change(PLAIN, piece.look)}" if pen is None else change(pen, piece.look))
            pen = piece.look
            out.append("\x1b[K" if piece.erases else piece.text)
            after = piece.column + (0 if piece.erases else piece.width)
            # Past the last column the cursor's place depends on the terminal: name the next one in full.
            at = (piece.row, after) if after < self.width and not _UNSURE.search(piece.text) else (-1, -1)
        return "".join(out), pen


def _unsure(row: list[Cell], end: int) -> bool:
    """Whether the character that ends before a column is one that terminals differ about."""
    if end < len(row) and not row[end][0]:
        return False
    last = row[end - 1][0] or row[end - 2][0]
    return (len(last) > 1 or last >= "\U0001f1e6") and _UNSURE.search(last) is not None


def _by_look(pieces: list[Piece]) -> Callable[[Piece], int]:
    order: dict[Look, int] = {}
    for piece in pieces:
        order.setdefault(piece.look, len(order))
    return lambda piece: order[piece.look]


def _changed(old: list[Cell], new: list[Cell]) -> Iterable[tuple[int, int]]:
    """Stretches of columns that differ, near ones joined, never cutting a wide character."""
    width = len(new)
    x = 0
    while x < width:
        if old[x] == new[x]:
            x += 1
            continue
        start = x
        end = x + 1
        while end < width:
            near = next((step for step in range(end, min(end + _BRIDGE, width)) if old[step] != new[step]), None)
            if near is None:
                break
            end = near + 1
        while start > 0 and (new[start][0] == "" or old[start][0] == ""):
            start -= 1
        while end < width and (new[end][0] == "" or old[end][0] == ""):
            end += 1
        yield start, end
        x = end


def _move(at: tuple[int, int], to: tuple[int, int]) -> str:
    (row, column), (y, x) = at, to
    if at == to:
        return ""
    absolute = f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H"
    if row == y and column < x:
        ahead = x - column
        relative = f"\x1b[{ahead if ahead > 1 else ''}C"
        return min(relative, absolute, key=len)
    return absolute


def paint(row: list[Cell], x: int, end: int, segments: Iterable[Segment], depth: Depth) -> None:
    """Draws segments into a row from column x, at the most to ``end``; what does not fit is left out.

    A frame made before the terminal became smaller can begin beyond the end.
    """
    if x >= end:
        return
    for text, style, control in segments:
        if control:
            continue
        pen = look(style, depth)
        if _NARROW.fullmatch(text):
            piece = text[: end - x]
            row[x : x + len(piece)] = [(char, pen) for char in piece]
            x += len(piece)
        else:
            x = _paint_wide(row, x, end, text, pen)
        if x >= end:
            return


def _paint_wide(row: list[Cell], x: int, end: int, text: str, pen: Look) -> int:
    joined = False
    for char in _STEERING.sub("", text):
        width = cached_cell_len(char)
        if width == 0 or joined:
            # Marks and joined emoji stay in the cell of the character they belong to. Without one they are not
            # drawn, nor in the last column, where some terminals go to the next line first.
            if 0 < x < len(row):
                last = x - 1 if row[x - 1][0] else x - 2
                if len(row[last][0]) < _CROWD:
                    row[last] = (row[last][0] + char, row[last][1])
                if last == x - 1 and x < end and char == "\ufe0f" and cell_len(row[last][0]) == 2:
                    # Shown as a picture it is wide.
                    row[x] = ("", row[last][1])
                    x += 1
            joined = char == "\u200d" and not joined
            continue
        if x + width > end:
            return end
        row[x] = (char, pen)
        if width == 2:
            row[x + 1] = ("", pen)
        x += width
    return x
