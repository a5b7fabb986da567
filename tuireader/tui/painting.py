"""Lines of pieces as cells, and the status line: what is painted without Textual has them in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from rich.style import Style

from tuireader.tui.hinting import status
from tuireader.tui.palette import Palette
from tuireader.tui.pieces import apart
from tuireader.tui.terminal.cells import UNKNOWN, paint
from tuireader.tui.terminal.grid import Row

Pieces = list[tuple[str, Style]]


def cells(pieces: Iterable[tuple[str, Style]], fill: Style, end: int, width: int, palette: Palette) -> Row:
    """A line of the screen: pieces on a ground that reaches to the column ``end``, the ground of texts behind it."""
    row = [UNKNOWN] * width
    paint(row, 0, width, [Segment(" " * end, fill), Segment(" " * (width - end), palette.text)], palette.depth)
    paint(row, 0, end, [Segment(text, style) for text, style in pieces], palette.depth)
    return row


def foot(left: Pieces, told: Sequence[tuple[str, str]], width: int, palette: Palette, ellipsis: str) -> Pieces:
    """The status line with what it says at its left, and keys with what they do at its right."""
    return apart(*status(left, told, width, palette.bar_key, palette.bar, ellipsis), width, palette.bar)
