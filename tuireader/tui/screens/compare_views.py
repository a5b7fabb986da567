"""The commands of the compare screen that move and that change what is lit."""

from __future__ import annotations

from functools import partialmethod
from typing import TYPE_CHECKING

from tuireader.tui import lighting
from tuireader.tui.context import context
from tuireader.tui.reading.level import nearest
from tuireader.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from tuireader.article import Span
    from tuireader.passages import Passage
    from tuireader.tui.levelling import Levels
    from tuireader.tui.reading.desk import Desk
    from tuireader.tui.widgets.facts import FactsPane
    from tuireader.tui.widgets.pane import Pane


class ViewCommands(BaseScreen):
    """Moving through the panes, and the views: wording, what is told by one alone."""

    desk: Desk
    levels: Levels
    synced: bool
    current: Passage | None
    facts_active: bool
    show_wording = False
    show_alone = False

    if TYPE_CHECKING:

        @property
        def panes(self) -> list[Pane]: ...
        @property
        def pane(self) -> Pane: ...
        @property
        def facts(self) -> FactsPane: ...
        @property
        def facts_open(self) -> bool: ...
        @property
        def covered(self) -> bool: ...
        def moved(self) -> None: ...
        def refill(self) -> None: ...
        def name_panes(self) -> None: ...
        def carry(self) -> None: ...
        def show_current(self) -> None: ...
        def follow(self) -> None: ...
        def go_to(self, passage: Passage) -> None: ...
        def step_passage(self, by: int) -> None: ...
        def _lay_out(self, width: int) -> None: ...

    # Moving

    def _list_or_lines(self, lines: int) -> None:
        self.pane.view.scroll_lines(lines)
        self.moved()

    def _page(self) -> int:
        return max(1, self.pane.view.size.height - 2)

    def do_line_down(self, count: int = 1) -> None:
        self._list_or_lines(count)

    def do_line_up(self, count: int = 1) -> None:
        self._list_or_lines(-count)

    def do_page_down(self, count: int = 1) -> None:
        if self.facts_active:
            self._pages(1, count)
        else:
            self._list_or_lines(count * self._page())

    def do_page_up(self, count: int = 1) -> None:
        if self.facts_active:
            self._pages(-1, count)
        else:
            self._list_or_lines(-count * self._page())

    def do_half_down(self, count: int = 1) -> None:
        self._list_or_lines(count * max(1, self._page() // 2))

    def do_half_up(self, count: int = 1) -> None:
        self._list_or_lines(-count * max(1, self._page() // 2))

    def _pages(self, direction: int, count: int) -> None:
        for _ in range(min(count, self.facts.items)):
            self.facts.page(direction)

    def do_top(self, count: int = 1) -> None:
        if self.facts_active:
            self.facts.go(count - 1)
        else:
            self._line(count)

    def do_bottom(self, count: int | None = None) -> None:
        if self.facts_active:
            self.facts.go((count or self.facts.items) - 1)
        elif count:
            self._line(count)
        else:
            view = self.pane.view
            view.place(max(0, view.page.finish() - view.size.height), 0)
            self.moved()

    def _line(self, number: int) -> None:
        """Puts a line of the article at the top, or the last page where there are not so many."""
        view = self.pane.view
        view.scroll_lines(number - 1 - view.top)
        self.moved()

    # Panes

    def do_next_pane(self) -> None:
        self._step(1)

    def do_previous_pane(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        edge = self.desk.active + by
        if self.facts_open and not self.facts_active and not 0 <= edge < len(self.desk.panes):
            self.facts_active = True
        elif len(self.desk.panes) == 1:
            before = self.pane.view.offset_at_row(self.pane.view.size.height // 3)
            self._flip(by, before)
        else:
            self.desk.step(by)
            self.carry()
            self.show_current()
        self.name_panes()

    def _flip(self, by: int, offset: int) -> None:
        """One pane: the next article comes into it, at the same place of the story."""
        old = self.desk.article
        self.desk.step(by)
        self.carry()
        anchor = nearest(self.levels.between(old, self.desk.article), offset)
        pane = self.pane
        row = max(0, pane.view.row_of(anchor.here)) if anchor else 0
        self.refill()
        if anchor is not None and pane.view.ready:
            line = pane.view.page.line_of(anchor.there)
            pane.view.place(line, min(row, line, pane.view.size.height // 3))

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

    def do_zoom(self) -> None:
        self.desk.zoom()
        self.refill()

    def do_next_article(self) -> None:
        self._swap(1)

    def do_previous_article(self) -> None:
        self._swap(-1)

    def _swap(self, by: int) -> None:
        if len(self.desk.panes) == 1:
            self._flip(by, self.pane.view.offset_at_row(self.pane.view.size.height // 3))
            self.name_panes()
        elif not self.desk.spare:
            self.say("Every article at hand has a pane")
        else:
            self.desk.swap(by)
            self.carry()
            self.refill()

    def do_sync(self) -> None:
        self.synced = not self.synced
        if self.synced:
            self.follow()
            self.show_current()

    # What is lit

    def do_wording(self) -> None:
        self.show_wording = not self.show_wording
        self.show_alone = False
        if self.show_wording and self.current is None:
            self.step_passage(1)
        self.show_current()

    def do_explain(self) -> None:
        """Tells why the current passage was found; the next one where none is current."""
        from tuireader.tui.screens.why import WhyScreen

        if self.current is None:
            self.step_passage(1)
        if self.current is not None:
            self.app.push_screen(WhyScreen(self))

    def do_unique(self) -> None:
        self.show_alone = not self.show_alone
        self.show_wording = False
        self.show_current()

    def view_names(self) -> list[str]:
        """What the status line says of views that are not the usual one."""
        names = []
        if self.show_wording:
            other = self._unseen()
            names.append(f"wording against {self.session.numbers[other.article]}" if other else "wording")
        if self.show_alone:
            names.append("only here")
        if not self.synced:
            names.append("not in step")
        return names

    def show_views(self) -> None:
        """Lights what the views ask for: changed words of the current passage, or what no other article has."""
        here = context(self)
        lead = self.pane
        lead_span = self._span(lead)
        for pane in self.panes:
            if pane.article is None:
                continue
            article, view = pane.article, pane.view
            alone = lighting.alone(article, here) if self.show_alone else []
            whole = [(0, len(article.text), here.palette.quiet)] if self.show_alone else []
            view.lay("quiet", whole)
            view.lay("alone", [(start, end, here.palette.alone) for start, end in alone])
            if self.show_alone:
                view.lay("passages", ())
            else:
                lighting.light(view, here, self.current)
            view.lay("wording", ())
        if not self.show_wording or lead_span is None or lead.article is None:
            return
        lit: lighting.Stretches = []
        for pane in self.panes:
            span = self._span(pane)
            if pane is not lead and span is not None and pane.article is not None:
                mine, theirs = lighting.changes(here, lead.article, lead_span, pane.article, span)
                lit += mine
                pane.view.lay("wording", theirs)
        if (unseen := self._unseen()) is not None:
            other = self.session.by_id[unseen.article]
            lit += lighting.changes(here, lead.article, lead_span, other, unseen)[0]
        lead.view.lay("wording", lit)

    def _unseen(self) -> Span | None:
        """The current passage in the next article that carries it, where no other pane shows one."""
        lead = self.pane
        if self.current is None or any(self._span(pane) for pane in self.panes if pane is not lead):
            return None
        order = self.desk.ids
        at = order.index(self.desk.article)
        others = (self._told_in(id) for id in (*order[at + 1 :], *order[:at]))
        return next(filter(None, others), None)

    def _span(self, pane: Pane) -> Span | None:
        """Where a pane tells the current passage."""
        return None if pane.article is None else self._told_in(pane.article.id)

    def _told_in(self, id: str) -> Span | None:
        """Where an article tells the current passage in full: a headline says it too, but with fewer words."""
        if self.current is None:
            return None
        spans = (each.span for each in self.current.occurrences if each.span.article == id)
        return max(spans, key=lambda span: span.end - span.start, default=None)

    def do_coverage(self) -> None:
        from tuireader.tui.screens.coverage import CoverageScreen

        self.app.push_screen(CoverageScreen(self.session.story_with(self.desk.ids, self.desk.article)))
