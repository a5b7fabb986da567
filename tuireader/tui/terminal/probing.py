"""Finds out whether a terminal repeats characters (REP, ECMA-48 8.3.103), by having it repeat what is there anyway.

Nothing tells beforehand: the terminfo of xterm, by whose name most terminals go, promises it for all of them, and some
repeat ASCII alone. Whatever the terminal does, its screen stays as it is; where the cursor stands afterwards says it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tuireader.tui.terminal.cells import Screen
from tuireader.tui.terminal.families import in_screen, is_console
from tuireader.tui.terminal.looks import Look, change
from tuireader.tui.terminal.moves import move

#: So many cells in a row are drawn: one, and the others as its repetition.
_CELLS = 3


class Probe(NamedTuple):
    """What to send, and then to ask for the place of the cursor."""

    text: str
    place: tuple[int, int]
    """Row and column, from 1, where the cursor stands if the terminal repeats."""


def worth_it(environ: Mapping[str, str]) -> bool:
    """Whether the terminal may repeat at all."""
    return not (is_console(environ) or in_screen(environ))


def probe(screen: Screen) -> Probe | None:
    """How to try it on what a screen shows; None where nothing can be repeated. The screen knows of it afterwards."""
    pen = screen.look
    if pen is None:
        return None
    y, x, char, look = min(_runs(screen), key=lambda run: len(change(pen, run[3])), default=(0, 0, "", pen))
    if not char:
        return None
    at = screen.cursor and (screen.cursor[1], screen.cursor[0])
    text = f"{move(at, (y, x))}{change(pen, look)}{char}\x1b[{_CELLS - 1}b"
    screen.look, screen.cursor = look, None
    return Probe(text, (y + 1, x + _CELLS + 1))


def _runs(screen: Screen) -> Iterator[tuple[int, int, str, Look]]:
    """Lines and blocks that stand several times in a row, each with its row and column. Not in the first row: the
    place of the cursor there looks like a key."""
    for y, row in enumerate(screen.rows[1:], 1):
        for x in range(len(row) - _CELLS):
            char, look = row[x]
            if "\u2500" <= char <= "\u259f" and all(cell == row[x] for cell in row[x + 1 : x + _CELLS]):
                yield y, x, char, look
                break
