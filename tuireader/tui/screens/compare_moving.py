"""The commands of the compare screen that scroll: the text of the active pane, or what lies beside or under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from tuireader.tui.widgets.facts import FactsPane
    from tuireader.tui.widgets.pane import Pane
    from tuireader.tui.widgets.tellings import TellingsPane


class Moving(BaseScreen):
    """Lines and pages. Where the tellings are open they are what scrolls; the texts stay at the passage."""

    facts_active: bool

    if TYPE_CHECKING:

        @property
        def pane(self) -> Pane: ...
        @property
        def facts(self) -> FactsPane: ...
        @property
        def tellings(self) -> TellingsPane | None: ...
        def moved(self) -> None: ...

    def _scroll(self, lines: int) -> None:
        if (tellings := self.tellings) is not None:
            tellings.sheet.scroll_lines(lines)
        else:
            self.pane.view.scroll_lines(lines)
            self.moved()

    def _page(self) -> int:
        scrolled = self.tellings.sheet if self.tellings is not None else self.pane.view
        return max(1, scrolled.size.height - 2)

    def do_line_down(self, count: int = 1) -> None:
        self._scroll(count)

    def do_line_up(self, count: int = 1) -> None:
        self._scroll(-count)

    def do_page_down(self, count: int = 1) -> None:
        if self.facts_active:
            self._pages(1, count)
        else:
            self._scroll(count * self._page())

    def do_page_up(self, count: int = 1) -> None:
        if self.facts_active:
            self._pages(-1, count)
        else:
            self._scroll(-count * self._page())

    def do_half_down(self, count: int = 1) -> None:
        self._scroll(count * max(1, self._page() // 2))

    def do_half_up(self, count: int = 1) -> None:
        self._scroll(-count * max(1, self._page() // 2))

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
        elif (tellings := self.tellings) is not None:
            tellings.sheet.scroll_lines(len(tellings.sheet.lines))
        else:
            view = self.pane.view
            view.place(max(0, view.page.finish() - view.size.height), 0)
            self.moved()

    def _line(self, number: int) -> None:
        """Puts a line of the article at the top, or the last page where there are not so many."""
        scrolled = self.tellings.sheet if self.tellings is not None else self.pane.view
        self._scroll(number - 1 - scrolled.top)
