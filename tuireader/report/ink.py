"""Colour and attributes for plain text: sent only where someone sees them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

#: Only the sixteen colours, so that the terminal's own palette decides how they look.
_CODES = {
    "": "",
    "bold": "1",
    "dim": "2",
    "heading": "1;4",
    "hit": "1;4",
    "added": "32;4",
    "dropped": "31;9",
    "moved": "3",
    "number": "1;36",
    "differ": "1;33",
    "changed": "1;35",
    "agree": "1;32",
    "only": "1;36",
}
#: What stands for an attribute where there is none.
_MARKS = {"added": ("{+", "+}"), "dropped": ("[-", "-]"), "moved": ("{~", "~}")}


class Run(NamedTuple):
    """A stretch of text and the name of its style; an empty name for none."""

    text: str
    style: str = ""


class Ink:
    """Draws runs. Without colour no escape code is sent, and what the wording changed stands in brackets."""

    def __init__(self, *, colour: bool = False, unicode: bool = True) -> None:
        """``unicode``: whether bars and rules may use characters outside ASCII."""
        self.colour = colour
        self.unicode = unicode

    def draw(self, runs: Iterable[Run]) -> str:
        """One line of runs as text."""
        return "".join(self.paint(text, style) for text, style in runs)

    def paint(self, text: str, style: str) -> str:
        """The text in a style. Raises KeyError where there is no such style."""
        code = _CODES[style]
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text else text

    def marked(self, text: str, style: str) -> Run:
        """A run whose style is seen without colour too. No text stays none."""
        if not text:
            return Run("")
        before, after = ("", "") if self.colour else _MARKS.get(style, ("", ""))
        return Run(f"{before}{text}{after}", style)

    def bar(self, part: float, width: int) -> str:
        """A bar ``width`` cells wide, filled for a part of 0 to 1."""
        full = round(min(max(part, 0.0), 1.0) * width)
        filled, empty = ("█", "░") if self.unicode else ("#", ".")
        return filled * full + empty * (width - full)
