"""The status line: where the reader stands on the left, the keys of the screen on the right."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from tuireader.tui.context import context
from tuireader.tui.hinting import status
from tuireader.tui.widgets.lines import Piece, spread


class StatusLine(Widget):
    """One line at the foot of a screen. Redraws only where what it says has changed."""

    DEFAULT_CSS = "StatusLine { height: 1; dock: bottom; }"

    def __init__(self) -> None:
        super().__init__()
        self._left: list[tuple[str, str]] = []
        self._keys: list[tuple[str, str]] = []

    def say(self, left: list[tuple[str, str]], keys: list[tuple[str, str]] | None = None) -> None:
        """Shows pieces of (text, "bar" | "bar_text" | "bar_key" | "warning") and keys of (key, label)."""
        keys = self._keys if keys is None else keys
        if (left, keys) != (self._left, self._keys):
            self._left, self._keys = left, keys
            self.refresh()

    def render_line(self, y: int) -> Strip:
        palette = context(self).palette
        styles = {"bar": palette.bar, "bar_text": palette.bar_text, "bar_key": palette.bar_key}
        warning = palette.style("warning", "surface", bold=True)
        width = self.size.width
        left: list[Piece] = [(text, styles.get(name, warning)) for text, name in self._left]
        both = status(left, self._keys, width, palette.bar_key, palette.bar, context(self).glyphs.ellipsis)
        return spread(*both, width, palette.bar)
