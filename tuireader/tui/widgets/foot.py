"""Quiet lines under a rule at the foot of a list: what there is to say of the row under the cursor, or of all rows."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from tuireader.tui.context import context
from tuireader.tui.reading.wrap import together
from tuireader.tui.widgets.lines import strip_of


class Foot(Widget):
    """A rule, and paragraphs, each wrapped to the width, in as many lines as there are; what is cut has an ellipsis.

    Redraws only where the words change.
    """

    DEFAULT_CSS = "Foot { height: 3; }"
    can_focus = False

    def __init__(self, title: str = "") -> None:
        """``title`` stands in the rule."""
        super().__init__()
        self._title = title
        self._said: tuple[str, ...] = ()

    def say(self, *paragraphs: str) -> None:
        """Shows these paragraphs. Text from outside must have been made safe."""
        if paragraphs != self._said:
            self._said = paragraphs
            self.refresh()

    def render_line(self, y: int) -> Strip:
        here = context(self)
        width = self.size.width
        if y == 0:
            rule = here.glyphs.rule
            head = f" {self._title} " if self._title and len(self._title) < width - 4 else ""
            pieces = [(rule, here.palette.rule), (head, here.palette.muted), (rule * width, here.palette.rule)]
            return strip_of(pieces, width, here.palette.text)
        lines = together(self._said, width - 2, self.size.height - 1, here.glyphs.ellipsis)
        text = lines[y - 1] if y <= len(lines) else ""
        return strip_of([(f" {text}", here.palette.muted)], width, here.palette.text)
