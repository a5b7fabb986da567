"""What takes back the jump to a pane, when its digit turns out to be a count."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tuireader.settings.commands import Command
from tuireader.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from tuireader.article import Span
    from tuireader.passages import Passage
    from tuireader.tui.reading.desk import Desk
    from tuireader.tui.widgets.pane import Pane


class PaneCounts(BaseScreen):
    """Digits go to panes at once, and are counts all the same."""

    desk: Desk
    current: Passage | None
    cursor: Span | None
    facts_active: bool

    if TYPE_CHECKING:

        @property
        def panes(self) -> list[Pane]: ...
        @property
        def facts_open(self) -> bool: ...
        def name_panes(self) -> None: ...
        def refill(self) -> None: ...
        def show_current(self) -> None: ...
        def do_facts(self) -> None: ...

    def way_back(self, command: Command) -> Callable[[], None] | None:
        if not command.id.startswith("compare.pane_"):
            return None
        desk = self.desk.copy()
        tops = {pane.article.id: pane.view.offset_at_top for pane in self.panes if pane.article is not None}
        current, cursor = self.current, self.cursor
        facts_active, facts_open = self.facts_active, self.facts_open

        def back() -> None:
            if self.facts_open != facts_open:
                self.do_facts()
            # The terminal may have another size by now.
            desk.fit(self.desk.room)
            changed = self.desk.panes != desk.panes
            self.desk, self.current, self.cursor, self.facts_active = desk, current, cursor, facts_active
            if changed:
                for pane, id in zip(self.panes, desk.panes, strict=False):
                    if pane.article is None or pane.article.id != id:
                        pane.show(self.session.by_id[id], at=tops.get(id, 0))
                self.refill()
            else:
                self.show_current()
            self.name_panes()

        return back
