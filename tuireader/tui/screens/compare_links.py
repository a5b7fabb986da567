"""Lines between neighbouring panes that tell the current passage."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rich.style import Style

from tuireader.tui.context import context
from tuireader.tui.reading.connectors import Border, Rows, connect
from tuireader.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from tuireader.passages import Passage
    from tuireader.tui.reading.desk import Desk
    from tuireader.tui.widgets.pane import Pane


class LinkMarks(BaseScreen):
    """Draws what belongs together, from the rail of one pane to the gutter of the next."""

    desk: Desk
    current: Passage | None

    if TYPE_CHECKING:

        @property
        def panes(self) -> list[Pane]: ...
        @property
        def covered(self) -> bool: ...

    def show_links(self) -> None:
        """Joins the occurrences of the current passage that are on screen."""
        # Those that are being closed are still there for a moment.
        panes, here = self.panes[: len(self.desk.panes)], context(self)
        if self.covered or not all(pane.view.ready for pane in panes):
            return
        borders: list[Border] = [{} for _ in panes[1:]]
        ink = Style()
        if self.current is not None and borders:
            number = here.palette.number(here.session.number(self.current))
            ink = Style(color=number.color, bold=not here.palette.depth or None)
            borders = connect([self._rows(pane) for pane in panes], panes[0].view.size.height)
        for pane, (before, after) in zip(panes, pairwise([{}, *borders, {}]), strict=True):
            pane.view.join(before, after, ink)

    def _rows(self, pane: Pane) -> list[Rows]:
        """Where a pane has the current passage, in rows of the screen."""
        view = pane.view
        if self.current is None or pane.article is None:
            return []
        spans = [each.span for each in self.current.occurrences if each.span.article == pane.article.id]
        return [(view.row_of(span.start), view.row_of(max(span.start, span.end - 1))) for span in spans]
