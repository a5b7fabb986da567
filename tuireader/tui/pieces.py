"""Pieces of text beside each other, in cells: measured, cut, filled. What they are drawn in is left open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from rich.cells import cell_len, set_cell_size

from tuireader.tui.reading.wrap import cut

Pen = TypeVar("Pen")


def width_of(pieces: Iterable[tuple[str, Pen]]) -> int:
    """Cells the pieces take."""
    return sum(cell_len(text) for text, _ in pieces)


def shorten(text: str, width: int, ellipsis: str = "…") -> str:
    """The text, cut to a width in cells; an ellipsis shows that it was cut."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    return cut(text, width - 1).rstrip() + ellipsis


def shortened(pieces: list[tuple[str, Pen]], width: int, ellipsis: str = "…") -> list[tuple[str, Pen]]:
    """The pieces as far as they fit into a width in cells; an ellipsis shows that they were cut."""
    if width_of(pieces) <= width:
        return pieces
    found: list[tuple[str, Pen]] = []
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


def apart(left: list[tuple[str, Pen]], right: list[tuple[str, Pen]], width: int, fill: Pen) -> list[tuple[str, Pen]]:
    """Pieces at both ends of a line; where there is no room for both, the right ones go."""
    gap = width - width_of(left) - width_of(right)
    return left if gap < 1 else [*left, (" " * gap, fill), *right]
