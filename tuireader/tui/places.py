"""Remembers where the reader is in each article, without a write for every line scrolled."""

from __future__ import annotations

from collections.abc import Iterable

from textual.timer import Timer
from textual.widget import Widget

from tuireader.library import Library
from tuireader.tui.widgets.pane import Pane
from tuireader.tui.widgets.reader import ReaderView

#: Seconds of rest after which places are written.
_REST = 0.4


class Places:
    """The places in the articles a screen shows, written a moment after the last move and when the screen goes."""

    def __init__(self, owner: Widget, library: Library) -> None:
        self._owner = owner
        self._library = library
        self._places: dict[str, int] = {}
        self._timer: Timer | None = None

    def note(self, panes: Iterable[Pane]) -> None:
        """Takes note of where the panes stand now."""
        for pane in panes:
            if pane.article is not None and pane.view.ready:
                self._places[pane.article.digest] = _place(pane.view, len(pane.article.text))
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._owner.set_timer(_REST, self.save)

    def save(self) -> None:
        """Writes what was noted."""
        for digest, offset in self._places.items():
            self._library.set_position(digest, offset)
        self._places.clear()


def _place(view: ReaderView, length: int) -> int:
    """Where a view stands: at the end of its text once that was scrolled into sight, so that it counts as read."""
    at_end = view.top > 0 and view.offset_at_row(view.size.height) >= length
    return length if at_end else view.offset_at_top
