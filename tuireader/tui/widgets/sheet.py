"""Lines to read and scroll, laid out anew for each width."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.geometry import Offset
from textual.strip import Strip

from tuireader.tui.context import context
from tuireader.tui.widgets.lines import Piece, strip_of
from tuireader.tui.widgets.scrolling import Scrolling


class Sheet(Scrolling):
    """Shows what ``lay_out(width)`` returns. Nothing in it can be chosen."""

    def __init__(self, lay_out: Callable[[int], list[list[Piece]]]) -> None:
        super().__init__()
        self._lay_out = lay_out
        self.lines: list[list[Piece]] = []
        """What is shown, line by line."""
        self.laid_out = False
        """Whether its lines are known, and how many of them there is room for."""

    @property
    def top(self) -> int:
        """Number of the first line on screen."""
        return self.scroll_offset.y

    def cursor_cell(self) -> Offset:
        """Where reading begins: the first line on screen."""
        return Offset(0, 0)

    def scroll_lines(self, lines: int) -> None:
        """Moves by so many lines, never past the ends."""
        top = max(0, min(self.top + lines, len(self.lines) - self.size.height))
        if top != self.top:
            self.scroll_to(y=top, animate=False, force=True)

    def lay_anew(self) -> None:
        """Shows what there is to lay out now, from its beginning."""
        if self.size.width:
            self._fill(self.size.width)
            self.scroll_lines(-self.top)

    def on_resize(self, event: events.Resize) -> None:
        self._fill(event.size.width)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self.size.width:
            self._fill(self.size.width)

    def _fill(self, width: int) -> None:
        self.lines = self._lay_out(width)
        self.laid_out = True
        self.set_extent(len(self.lines))
        self.scroll_lines(0)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        at = y + self.scroll_offset.y
        return strip_of(self.lines[at] if at < len(self.lines) else [], self.size.width, context(self).palette.text)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -3)

    def _wheel(self, event: events.MouseEvent, lines: int) -> None:
        event.stop()
        event.prevent_default()
        self.scroll_lines(lines)
