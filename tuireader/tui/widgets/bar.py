"""A one-line title: of a screen, or of a pane."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tuireader.tui.context import context
from tuireader.tui.shelf.drawn import headline
from tuireader.tui.widgets.lines import spread


class Bar(Widget):
    """A number, a title and something on the right, on a band of its own. Redraws only where that changes."""

    DEFAULT_CSS = "Bar { height: 1; }"
    can_focus = False

    class Clicked(Message):
        """The bar was clicked."""

        def __init__(self, bar: Bar) -> None:
            super().__init__()
            self.bar = bar

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._said: tuple[str, str, str, bool] = ("", "", "", True)

    def say(self, title: str, right: str = "", *, mark: str = "", active: bool = True) -> None:
        """Shows a title, cut to the room there is, after a mark; ``active`` tells the pane the keys go to."""
        said = (title, right, mark, active)
        if said != self._said:
            self._said = said
            self.refresh()

    def render_line(self, y: int) -> Strip:
        here = context(self)
        palette = here.palette
        title, right, mark, active = self._said
        width = self.size.width
        pens = (palette.bar_key, palette.bar_text, palette.bar) if active else (palette.bar, palette.bar, palette.bar)
        return spread(*headline(title, right, mark, width, pens, here.glyphs.ellipsis), width, palette.bar)

    def on_click(self, _: events.Click) -> None:
        self.post_message(self.Clicked(self))
