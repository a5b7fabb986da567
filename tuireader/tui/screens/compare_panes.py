"""The commands of the compare screen that go from pane to pane, and that say what stands where and how wide."""

from __future__ import annotations

from functools import partialmethod
from typing import TYPE_CHECKING

from textual.css.scalar import Scalar

from tuireader.tui.reading.level import nearest
from tuireader.tui.reading.widths import STEP, shared, widened
from tuireader.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from tuireader.article import Span
    from tuireader.passages import Occurrence, Passage
    from tuireader.tui.levelling import Levels
    from tuireader.tui.reading.desk import Desk
    from tuireader.tui.widgets.facts import FactsPane
    from tuireader.tui.widgets.pane import Pane


class PaneCommands(BaseScreen):
    """Which pane the keys go to, which article stands in it, and how much room it has."""

    desk: Desk
    levels: Levels
    synced: bool
    current: Passage | None
    cursor: Span | None
    facts_active: bool

    if TYPE_CHECKING:

        @property
        def panes(self) -> list[Pane]: ...
        @property
        def pane(self) -> Pane: ...
        @property
        def facts(self) -> FactsPane: ...
        @property
        def facts_open(self) -> bool: ...
        def refill(self) -> None: ...
        def name_panes(self) -> None: ...
        def carry(self) -> None: ...
        def show_current(self) -> None: ...
        def follow(self) -> None: ...
        def do_facts(self) -> None: ...
        def at_hand(self) -> Span | None: ...
        def passage_at(self, place: Span) -> tuple[Passage, Occurrence] | None: ...
        def room(self) -> int: ...

    # Going

    def do_next_pane(self) -> None:
        self._step(1)

    def do_previous_pane(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        edge = self.desk.active + by
        if self.facts_open and not self.facts_active and not 0 <= edge < len(self.desk.panes):
            self.facts_active = True
        elif len(self.desk.panes) == 1:
            if not self._flip(by):
                self._turn(by)
        else:
            self.desk.step(by)
            self.carry()
            self.show_current()
        self.name_panes()

    def _flip(self, by: int) -> bool:
        """One pane: the next article that carries the line at hand comes into it, the line on the same row.

        Returns whether there is one. Flipping on leads back home.
        """
        place, view = self.at_hand(), self.pane.view
        found = self.passage_at(place) if place is not None and view.ready else None
        if place is None or found is None:
            return False
        passage, own = found
        carriers = [id for id in self.desk.ids if id in passage.articles]
        if len(carriers) < 2:
            return False
        target = carriers[(carriers.index(own.span.article) + by) % len(carriers)]
        other = self.levels.answer(passage, own, target)
        if other is None:
            return False
        row = max(0, view.row_of(own.span.start))
        self.desk.go(target)
        self.current, self.cursor = passage, other.span
        self.refill()
        self.pane.view.level(other.span.start, min(row, view.size.height - 1))
        self.show_current()
        return True

    def _turn(self, by: int) -> None:
        """One pane: the next article comes into it, at about the same place of the story."""
        view, old = self.pane.view, self.desk.article
        offset = view.offset_at_row(view.size.height // 3)
        self.desk.step(by)
        self.carry()
        anchor = nearest(self.levels.between(old, self.desk.article), offset)
        row = max(0, view.row_of(anchor.here)) if anchor else 0
        self.refill()
        if anchor is not None and view.ready:
            line = view.page.line_of(anchor.there)
            view.place(line, min(row, line, view.size.height // 3))

    def _go(self, number: int) -> None:
        ids = [id for id, each in self.session.numbers.items() if each == number]
        if ids and ids[0] in self.desk.ids:
            moves = ids[0] not in self.desk.panes
            self.desk.go(ids[0])
            self.facts_active = False
            self.carry()
            if moves:
                self.refill()
            else:
                self.show_current()
            self.name_panes()
        else:
            self.say(f"Article {number} is not among these" if ids else f"There is no article {number}")

    do_pane_1 = partialmethod(_go, 1)
    do_pane_2 = partialmethod(_go, 2)
    do_pane_3 = partialmethod(_go, 3)
    do_pane_4 = partialmethod(_go, 4)
    do_pane_5 = partialmethod(_go, 5)
    do_pane_6 = partialmethod(_go, 6)
    do_pane_7 = partialmethod(_go, 7)
    do_pane_8 = partialmethod(_go, 8)
    do_pane_9 = partialmethod(_go, 9)

    def do_pane_0(self) -> None:
        """Goes to the facts pane, and opens it where it is closed."""
        if not self.facts_open:
            self.do_facts()
        else:
            self.facts_active = True
            self.name_panes()

    # What stands where

    def do_next_article(self) -> None:
        self._swap(1)

    def do_previous_article(self) -> None:
        self._swap(-1)

    def _swap(self, by: int) -> None:
        if len(self.desk.panes) == 1:
            self._turn(by)
            self.name_panes()
        elif not self.desk.spare:
            self.say("Every article at hand has a pane")
        else:
            self.desk.swap(by)
            self.carry()
            self.refill()

    def do_move_left(self) -> None:
        self._move(-1)

    def do_move_right(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        if self.desk.move(by):
            self.refill()
        else:
            self.say("It is the only pane" if len(self.desk.panes) == 1 else "It stands at the edge")

    def do_zoom(self) -> None:
        self.desk.zoom()
        self.refill()

    def do_sync(self) -> None:
        self.synced = not self.synced
        if self.synced:
            self.follow()
            self.show_current()

    # How wide

    def do_widen(self) -> None:
        self._widen(STEP)

    def do_narrow_pane(self) -> None:
        self._widen(-STEP)

    def do_even(self) -> None:
        if self.session.pane_parts.pop(len(self.desk.panes), None) is None:
            self.say("The panes are as wide as each other")
        self.fit_widths()

    def _widen(self, by: int) -> None:
        if len(self.desk.panes) == 1:
            self.say("It is the only pane")
            return
        before = self._widths()
        after = widened(before, self.desk.active, by)
        if after == before:
            self.say(f"No {'wider' if by > 0 else 'narrower'} than this")
            return
        self.session.pane_parts[len(after)] = tuple(after)
        self.fit_widths()

    def _widths(self) -> list[int]:
        """Columns of each pane, from left to right."""
        count = len(self.desk.panes)
        return shared(self.room(), self.session.pane_parts.get(count, (1,) * count))

    def fit_widths(self) -> None:
        """Gives the panes their room: what the reader chose, else all the same."""
        chosen = len(self.desk.panes) in self.session.pane_parts
        for pane, columns in zip(self.panes, self._widths(), strict=False):
            wanted = Scalar.parse(str(columns) if chosen else "1fr")
            if pane.styles.width != wanted:
                pane.styles.width = wanted
