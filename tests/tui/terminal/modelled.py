"""A model of a terminal: pyte's, with what some terminals have beside it (left and right margins, repeating)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import pyte
from pyte.screens import Char, Margins

from tuireader.tui.terminal.grid import Row

_BESIDE = 69


class Modelled(pyte.Screen):
    """DECLRMM, DECSLRM with IL and DL (DEC STD 070; xterm's ctlseqs), and REP (ECMA-48 8.3.103).

    What a terminal leaves open is done as no caller should need it: what comes in is blank in the terminal's own
    colours, whatever the pen.
    """

    def __init__(self, columns: int, lines: int) -> None:
        super().__init__(columns, lines)
        self.left, self.right = 0, columns
        self._beside = False
        self._last = ""

    def set_mode(self, *modes: int, **kwargs: bool) -> None:
        if kwargs.get("private") and _BESIDE in modes:
            self._beside = True
            self.left, self.right = 0, self.columns
        super().set_mode(*modes, **kwargs)

    def reset_mode(self, *modes: int, **kwargs: bool) -> None:
        if kwargs.get("private") and _BESIDE in modes:
            self._beside = False
            self.left, self.right = 0, self.columns
        super().reset_mode(*modes, **kwargs)

    def set_columns(self, left: int = 0, right: int = 0, **_: bool) -> None:
        """DECSLRM; without DECLRMM it saves the cursor."""
        if not self._beside:
            return self.save_cursor()
        left, right = max(left, 1) - 1, right or self.columns
        if left < right - 1:
            self.left, self.right = left, right
            self.cursor_position()
        return None

    def repeat(self, count: int = 1, **_: bool) -> None:
        """REP: the last character drawn, so many times more."""
        self.draw(self._last * max(count, 1))

    def draw(self, data: str) -> None:
        super().draw(data)
        self._last = data[-1:]

    def insert_lines(self, count: int | None = None) -> None:
        self._shift(-(count or 1))

    def delete_lines(self, count: int | None = None) -> None:
        self._shift(count or 1)

    def _shift(self, by: int) -> None:
        top, bottom = self.margins or Margins(0, self.lines - 1)
        top = max(top, self.cursor.y)
        if not (top <= self.cursor.y <= bottom and self.left <= self.cursor.x < self.right):
            return
        before = {y: dict(self.buffer[y]) for y in range(top, bottom + 1)}
        for y in range(top, bottom + 1):
            for x in range(self.left, self.right):
                self.buffer[y][x] = before.get(y + by, {}).get(x, self.default_char)
        self.carriage_return()


class ModelledStream(pyte.Stream):
    """Its input."""

    csi: ClassVar[dict[str, str]] = {**pyte.Stream.csi, "s": "set_columns", "b": "repeat"}
    events = frozenset({*pyte.Stream.events, "set_columns", "repeat"})


def terminal(width: int, height: int) -> tuple[Modelled, ModelledStream]:
    """One as the driver leaves it: lines do not wrap."""
    screen = Modelled(width, height)
    stream = ModelledStream(screen)
    stream.feed("\x1b[?7l")
    return screen, stream


def seen(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    """What one sees of each cell. Of a blank that is its ground, unless something is drawn through it."""
    return [[_seen(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)]


def drawn(rows: Sequence[Row]) -> list[list[tuple[object, ...]]]:
    """What one would see of rows sent cell by cell, each with its whole look."""
    screen, stream = terminal(len(rows[0]), len(rows))
    for y, row in enumerate(rows):
        for x, (text, look) in enumerate(row):
            codes = ";".join(code for code in ("0", *look.attributes, look.fore, look.back) if code)
            blanks = "" if len(text) < 2 else "\x1b[2X"
            stream.feed(f"\x1b[{y + 1};{x + 1}H\x1b[{codes}m{blanks}{text}")
    return seen(screen)


def _seen(cell: Char) -> tuple[object, ...]:
    drawn = (cell.underscore, cell.strikethrough, cell.reverse)
    if cell.data == " " and not any(drawn):
        return cell.data, cell.bg
    return cell.data, cell.bg, cell.fg, cell.bold, cell.italics, *drawn
