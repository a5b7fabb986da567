"""Quiet lines at the foot of a list: what there is to say of the row under the cursor, or of all rows."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from tuireader.tui.context import context
from tuireader.tui.reading.fact_lines import wrapped
from tuireader.tui.widgets.lines import strip_of


class Foot(Widget):
    """Paragraphs, each wrapped to the width, in as many lines as the widget is high; what is cut ends in an ellipsis.

    Redraws only where the words change.
    """

    DEFAULT_CSS = "Foot { height: 2; }"
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[str, ...] = ()

    def say(self, *paragraphs: str) -> None:
        """Shows these paragraphs. Text from outside must have been made safe."""
        if paragraphs != self._said:
            self._said = paragraphs
            self.refresh()

    def render_line(self, y: int) -> Strip:
        here = context(self)
        width = self.size.width
        lines: list[str] = []
        for place, text in enumerate(self._said):
            later = len(self._said) - place - 1
            lines += wrapped(text, max(1, width - 2), max(1, self.size.height - len(lines) - later), here.glyphs.ellipsis)
        text = lines[y] if y < len(lines) else ""
        return strip_of([(f" {text}", here.palette.muted)], width, here.palette.text)
