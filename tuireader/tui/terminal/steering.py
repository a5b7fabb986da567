"""Takes what steers a terminal out of frames that Textual sends by itself."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tuireader.tui.terminal.painting import unsteered


class Unsteered(LineFilter):
    """Takes it out of every line; where it took a cell a blank does."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without it, as wide as they were."""
        return [segment if segment.control else Segment(unsteered(segment.text), segment.style) for segment in segments]
