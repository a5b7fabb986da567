"""Where the terminal's cursor stands on the compare screen: on what a command on the text means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset

from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.widgets.pointing import cell_of, first_of

if TYPE_CHECKING:
    from tuireader.article import Span
    from tuireader.tui.widgets.facts import FactsPane
    from tuireader.tui.widgets.pane import Pane


class PlaceOfCursor(BaseScreen):
    """The terminal's cursor follows the keys: into the facts where those have them, else along the text."""

    facts_active: bool

    if TYPE_CHECKING:

        @property
        def ready(self) -> bool: ...
        @property
        def pane(self) -> Pane: ...
        @property
        def facts(self) -> FactsPane: ...
        def at_hand(self) -> Span | None: ...

    def cursor_cell(self) -> Offset | None:
        if not self.ready:
            return None
        if self.facts_active:
            facts = self.facts
            return first_of([facts.prompt, facts.rows] if facts.typing else [facts.rows])
        place, view = self.at_hand(), self.pane.view
        if place is not None and (cell := cell_of(view, place.start)) is not None:
            return cell
        # What is at hand begins above the screen: reading goes on in its first line.
        return cell_of(view, view.offset_at_top)
