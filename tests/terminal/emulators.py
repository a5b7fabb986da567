"""Terminals in the model: what a program sent goes in, what a person would see and the terminal's answers come out.

One emulator forgives what another does not, so there are two. ``Pyte`` is a model in Python that every test has;
``tests.terminal.xterm.Xterm`` is the terminal of Visual Studio Code and of many web pages, where it is installed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, Protocol

import pyte


class Cell(NamedTuple):
    """What stands in a cell. The right half of a wide character has no text, an empty cell a space.

    Colours are named as the emulator names them, so that cells can be held against those of the same emulator only.
    """

    text: str
    fore: str
    back: str
    attributes: str
    """Of ``bold dim italic underline blink reverse strike`` those it has, in this order, as far as that is known."""

    @property
    def seen(self) -> Cell:
        """What of it is seen: a blank has a ground, and a colour only if something is drawn through it."""
        if self.text != " " or any(name in self.attributes for name in ("underline", "reverse", "strike")):
            return self
        return Cell(" ", "", self.back, "")


class Emulator(Protocol):
    """A terminal of ``width`` by ``height`` cells."""

    width: int
    height: int

    def feed(self, data: bytes) -> bytes:
        """Takes what a program sent, torn anywhere; returns what the terminal answers, in order."""

    def resize(self, width: int, height: int) -> None:
        """Makes it larger or smaller."""

    def rows(self) -> list[list[Cell]]:
        """What stands in each cell, ``[y][x]``."""

    def lines(self) -> list[str]:
        """The text of the rows, trailing spaces taken off."""

    def cursor(self) -> tuple[int, int]:
        """Where the cursor stands, (x, y). Behind the last column it is still in it."""

    def cursor_seen(self) -> bool:
        """Whether the cursor is shown."""

    def close(self) -> None:
        """Ends it."""


Make = Callable[[int, int], Emulator]
"""Makes an emulator of a width and a height."""

#: What pyte has no parser for, and would draw or stumble over: sequences with a private mark other than ``?`` or an
#: intermediate byte, most of those with it, and strings (DCS, SOS, PM, APC; ECMA-48 8.3).
_UNPARSED = re.compile(
    rb"\x1b\[(?:[<>=][0-?]*[ -/]*|[0-?]*[!-/][ -/]*)[@-~]"
    rb"|\x1b\[\?[0-;]*[@-IL-bd-gi-kmo-~]"
    rb"|\x1b[PX^_](?:[^\x1b]|\x1b[^\\])*\x1b\\"
)
#: The beginning of a sequence whose end has not come.
_TORN = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[PX^_](?:[^\x1b]|\x1b[^\\])*\x1b?|)\Z")
#: A question for the state of a private mode (DECRQM).
_MODE = re.compile(rb"\x1b\[\?(\d+)\$p\Z")
#: A question for capabilities of terminfo (XTGETTCAP).
_CAPABILITY = re.compile(rb"\x1bP\+q([0-9A-Fa-f;]*)\x1b\\\Z")
#: Modes that are known and not set: 2 in the answer. Of all others it says that it does not know them.
_KNOWN_MODES = frozenset({b"2026"})


class _Screen(pyte.Screen):
    """pyte's screen, whose answers can be had."""

    def __init__(self, width: int, height: int) -> None:
        self.answers = bytearray()
        super().__init__(width, height)

    def write_process_input(self, data: str) -> None:
        self.answers += data.encode()

    def delete_lines(self, count: int | None = None) -> None:
        # pyte leaves a line as it is when the one that comes in its place was never written to.
        for y in range(self.lines):
            self.buffer[y]
        super().delete_lines(count)

    def report_device_attributes(self, mode: int = 0, **private: bool) -> None:
        """A VT220 with colours, as many terminals say."""
        if mode == 0 and not private:
            self.answers += b"\x1b[?62;22c"


class Pyte:
    """pyte as an emulator: no dim, no margins left and right, nothing repeated, erased lines without a ground."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.screen = _Screen(width, height)
        """pyte's own screen."""
        self._stream = pyte.ByteStream(self.screen)
        self._torn = b""
        self._rows: list[list[Cell]] = [[] for _ in range(height)]

    def feed(self, data: bytes) -> bytes:
        data = self._torn + data
        torn = _TORN.search(data)
        self._torn = data[torn.start() :] if torn else b""
        data = data[: torn.start()] if torn else data
        at = 0
        for found in _UNPARSED.finditer(data):
            self._stream.feed(data[at : found.start()])
            self._answer(found[0])
            at = found.end()
        self._stream.feed(data[at:])
        answers = bytes(self.screen.answers)
        self.screen.answers.clear()
        return answers

    def _answer(self, sequence: bytes) -> None:
        if asked := _MODE.match(sequence):
            self.screen.answers += b"\x1b[?%b;%d$y" % (asked[1], 2 if asked[1] in _KNOWN_MODES else 0)
        elif asked := _CAPABILITY.match(sequence):
            self.screen.answers += b"\x1bP0+r%b\x1b\\" % asked[1]

    def resize(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.screen.resize(height, width)
        self._rows = [[] for _ in range(height)]

    def rows(self) -> list[list[Cell]]:
        dirty, self.screen.dirty = self.screen.dirty, set()
        for y, row in enumerate(self._rows):
            if y in dirty or not row:
                line = self.screen.buffer[y]
                self._rows[y] = [_cell(line[x]) for x in range(self.width)]
        return [row[:] for row in self._rows]

    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]

    def cursor(self) -> tuple[int, int]:
        return min(self.screen.cursor.x, self.width - 1), self.screen.cursor.y

    def cursor_seen(self) -> bool:
        return not self.screen.cursor.hidden

    def close(self) -> None:
        """There is nothing to end."""


def _cell(char: pyte.screens.Char) -> Cell:
    has = {
        "bold": char.bold,
        "italic": char.italics,
        "underline": char.underscore,
        "blink": char.blink,
        "reverse": char.reverse,
        "strike": char.strikethrough,
    }
    return Cell(char.data, char.fg, char.bg, " ".join(name for name, on in has.items() if on))
