"""A line of styled pieces, cut and filled to a width."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tuireader.tui.reading.wrap import cut

Piece = tuple[str, Style]
"""Text safe to show, and its style."""


def width_of(pieces: Iterable[Piece]) -> int:
    """Cells the pieces take."""
    return sum(cell_len(text) for text, _ in pieces)


def shorten(text: str, width: int, ellipsis: str = "…") -> str:
    """The text, cut to a width in cells; an ellipsis shows that it was cut."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    return cut(text, width - 1).rstrip() + ellipsis


def shortened(pieces: list[Piece], width: int, ellipsis: str = "…") -> list[Piece]:
    """The pieces as far as they fit into a width in cells; an ellipsis shows that they were cut."""
    if width_of(pieces) <= width:
        return pieces
    found: list[Piece] = []
    room = max(0, width - 1)
    for text, style in pieces:
        if cell_len(text) > room:
            found.append((cut(text, room).rstrip() + ellipsis, style))
            break
        found.append((text, style))
        room -= cell_len(text)
    return found


def fit(text: str, width: int, ellipsis: str = "…") -> str:
    """The text at exactly this width in cells: cut with an ellipsis, or filled with spaces."""
    return set_cell_size(shorten(text, width, ellipsis), max(0, width))


def strip_of(pieces: Iterable[Piece], width: int, fill: Style) -> Strip:
    """A strip of exactly this width: what is too long is cut, what is too short filled."""
    strip = Strip([Segment(text, style) for text, style in pieces if text])
    return strip.adjust_cell_length(width, fill) if strip.cell_length != width else strip


def spread(left: list[Piece], right: list[Piece], width: int, fill: Style) -> Strip:
    """Pieces at both ends of a line; where there is no room for both, the right ones go."""
    gap = width - width_of(left) - width_of(right)
    if gap < 1:
        return strip_of(left, width, fill)
    return strip_of([*left, (" " * gap, fill), *right], width, fill)
