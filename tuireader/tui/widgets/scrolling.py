"""A part of something higher than the screen, without bars that say so."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView


class Scrolling(ScrollView):
    """A view that has the room its screen gives it, however much there is to scroll through."""

    DEFAULT_CSS = "Scrolling { width: 1fr; height: 1fr; overflow: hidden; }"
    can_focus = False

    def set_extent(self, lines: int) -> None:
        """Says how many lines there are to scroll through."""
        # Where all has its place is not asked anew: that does not depend on it.
        self.set_reactive(ScrollView.virtual_size, Size(self.size.width, lines))
