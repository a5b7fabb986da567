"""The lines at the foot that say which key to press next."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tuireader.tui.context import context
from tuireader.tui.reading.wrap import wrap
from tuireader.tui.toasts import Toasts
from tuireader.tui.widgets.lines import Piece, strip_of

#: Rows a screen must have to spare some for this.
_ROOM = 14


class GuideLines(Widget):
    """A text under a rule, wrapped; away where the screen is too low for it."""

    DEFAULT_CSS = "GuideLines { height: auto; }"
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self._said: list[tuple[str, bool]] = []

    def say(self, pieces: list[tuple[str, bool]]) -> None:
        """Shows pieces of text, each with whether it is a key; none take no room."""
        if pieces != self._said:
            self._said = pieces
            self.refresh(layout=True)

    def on_resize(self, _: events.Resize) -> None:
        if isinstance(self.app, Toasts):
            self.app.keep_clear()

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        if not self._said or self.app.size.height < _ROOM:
            return 0
        return len(self._wrapped(width)) + 1

    def render_line(self, y: int) -> Strip:
        here = context(self)
        width = self.size.width
        if y == 0:
            return strip_of([(here.glyphs.rule * width, here.palette.rule)], width, here.palette.text)
        lines = self._wrapped(width)
        pieces: list[Piece] = [(" ", here.palette.text)]
        if y <= len(lines):
            start, end = lines[y - 1]
            at = 0
            for text, key in self._said:
                shown = text[max(0, start - at) : max(0, end - at)]
                pieces.append((shown, here.palette.accent if key else here.palette.text))
                at += len(text)
        return strip_of(pieces, width, here.palette.text)

    def _wrapped(self, width: int) -> list[tuple[int, int]]:
        return list(wrap("".join(text for text, _ in self._said), max(1, width - 2)))
