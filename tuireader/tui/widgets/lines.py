"""A line of styled pieces, cut and filled to a width."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tuireader.tui.pieces import apart, fit, shorten, width_of

__all__ = ["Piece", "fit", "shorten", "spread", "strip_of", "width_of"]

Piece = tuple[str, Style]
"""Text safe to show, and its style."""


def strip_of(pieces: Iterable[Piece], width: int, fill: Style) -> Strip:
    """A strip of exactly this width: what is too long is cut, what is too short filled."""
    strip = Strip([Segment(text, style) for text, style in pieces if text])
    return strip.adjust_cell_length(width, fill) if strip.cell_length != width else strip


def spread(left: list[Piece], right: list[Piece], width: int, fill: Style) -> Strip:
    """Pieces at both ends of a line; where there is no room for both, the right ones go."""
    return strip_of(apart(left, right, width, fill), width, fill)
