"""Draws segments into rows of cells. Whatever they hold, no cell steers the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.cells import cached_cell_len, cell_len
from rich.segment import Segment

from tuireader.tui.terminal.grid import Row, cells_of
from tuireader.tui.terminal.looks import Depth, Look, look

#: Characters that surely take one cell each: Latin, Greek, Cyrillic, punctuation, superscripts, arrows, boxes.
_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2070-\u209c\u20a0-\u20bf"
    "\u2190-\u21ff\u2500-\u25fc]*"
)

#: What no cell may hold, whatever a widget draws: controls of both sets, what reorders or hides, halves of characters.
STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e0fff]+"
)
#: A cell holds so many characters at the most: a letter with its marks, a joined emoji, a flag spelt in letters.
_CROWD = 16


def unsteered(text: str) -> str:
    """The text without what steers, as many cells wide: where it took a cell a blank does."""
    return STEERING.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    return " " * cell_len(found[0])


def paint(row: Row, x: int, end: int, segments: Iterable[Segment], depth: Depth) -> None:
    """Draws segments into a row from column x, at the most to ``end``; what does not fit is left out.

    A frame made before the terminal became smaller can begin beyond the end.
    """
    if x >= end:
        return
    if x and not row[x][0]:
        # What stood here reached in from the left, and is cut in two.
        row[x - 1] = cells_of(row[x - 1][1])[" "]
    for text, style, control in segments:
        if control:
            continue
        pen = look(style, depth)
        if _NARROW.fullmatch(text):
            piece = text[: end - x]
            row[x : x + len(piece)] = map(cells_of(pen).__getitem__, piece)
            x += len(piece)
        else:
            x = _paint_wide(row, x, end, text, pen)
        if x >= end:
            break
    if x < len(row) and not row[x][0]:
        row[x] = cells_of(row[x][1])[" "]


def _paint_wide(row: Row, x: int, end: int, text: str, pen: Look) -> int:
    joined, cells = False, cells_of(pen)
    for char in unsteered(text):
        width = cached_cell_len(char)
        if width == 0 or joined:
            # Marks and joined emoji stay in the cell of the character they belong to. Without one they are not
            # drawn, nor in the last column, where some terminals go to the next line first.
            if 0 < x < len(row):
                last = x - 1 if row[x - 1][0] else x - 2
                if len(row[last][0]) < _CROWD:
                    row[last] = cells_of(row[last][1])[row[last][0] + char]
                if last == x - 1 and x < end and char == "\ufe0f" and cell_len(row[last][0]) == 2:
                    # Shown as a picture it is wide.
                    row[x] = cells_of(row[last][1])[""]
                    x += 1
            joined = char == "\u200d" and not joined
            continue
        if x + width > end:
            row[x:end] = [cells[" "]] * (end - x)
            return end
        row[x] = cells[char]
        if width == 2:
            row[x + 1] = cells[""]
        x += width
    return x
