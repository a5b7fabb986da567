"""A model of a terminal: pyte's, with what some terminals have beside it (left and right margins, repeating)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

import pyte
from pyte.screens import Char, Margins

from tests.terminal.emulators import Cell
from tests.terminal.xterm import Xterm
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


class Shown(Protocol):
    """An emulator that takes text and tells what one sees."""

    def feed(self, text: str) -> None:
        """Takes what a program sent."""

    def seen(self) -> list[list[object]]:
        """What one sees of each cell. Of a blank that is its ground, unless something is drawn through it."""


class ModelShown:
    """The model above, as the driver leaves it: lines do not wrap."""

    def __init__(self, width: int, height: int) -> None:
        self.screen = Modelled(width, height)
        self._stream = ModelledStream(self.screen)
        self._stream.feed("\x1b[?7l")

    def feed(self, text: str) -> None:
        self._stream.feed(text)

    def seen(self) -> list[list[object]]:
        rows = range(self.screen.lines)
        return [[_seen(self.screen.buffer[y][x]) for x in range(self.screen.columns)] for y in rows]


class XtermShown:
    """xterm.js."""

    def __init__(self, width: int, height: int) -> None:
        self._xterm = Xterm(width, height)
        self.feed("\x1b[?7l")

    def feed(self, text: str) -> None:
        self._xterm.feed(text.encode())

    def seen(self) -> list[list[object]]:
        return [[_ground(cell) for cell in row] for row in self._xterm.rows()]


def _ground(cell: Cell) -> object:
    drawn_through = {"underline", "strike", "reverse"} & set(cell.attributes.split())
    return (cell.text, cell.back) if cell.text == " " and not drawn_through else cell


def drawn(rows: Sequence[Row], shown: Shown, *, links: bool = False) -> list[list[object]]:
    """What one sees of rows sent cell by cell to an emulator of their size, each with its whole look."""
    for y, row in enumerate(rows):
        out = [f"\x1b[{y + 1}H"]
        for x, (text, look) in enumerate(row):
            codes = ";".join(code for code in ("0", *look.attributes, look.fore, look.back) if code)
            # What was there shows beside a character that is drawn narrower than it is taken to be.
            blanks = " " * (2 if row[x + 1 : x + 2] and not row[x + 1][0] else 1) if text else ""
            link = f"\x1b]8;;{look.link}\x1b\\" if links else ""
            out.append(f"{link}\x1b[{x + 1}G\x1b[{codes}m{blanks}\x1b[{x + 1}G{text}")
        shown.feed("".join(out))
    return shown.seen()


def _seen(cell: Char) -> object:
    drawn = (cell.underscore, cell.strikethrough, cell.reverse)
    if cell.data == " " and not any(drawn):
        return cell.data, cell.bg
    return cell.data, cell.bg, cell.fg, cell.bold, cell.italics, *drawn
