"""A screen with lines to read: the keys of lists scroll them."""

from __future__ import annotations

from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.widgets.sheet import Sheet


class SheetScreen(BaseScreen):
    """A screen with one sheet that the keys of the scope "list" scroll."""

    @property
    def sheet(self) -> Sheet:
        """The lines."""
        return self.query_one(Sheet)

    def do_down(self) -> None:
        self.sheet.scroll_lines(1)

    def do_up(self) -> None:
        self.sheet.scroll_lines(-1)

    def do_page_down(self) -> None:
        self.sheet.scroll_lines(max(1, self.sheet.size.height - 1))

    def do_page_up(self) -> None:
        self.sheet.scroll_lines(-max(1, self.sheet.size.height - 1))

    def do_top(self) -> None:
        self.sheet.scroll_lines(-len(self.sheet.lines))

    def do_bottom(self) -> None:
        self.sheet.scroll_lines(len(self.sheet.lines))

    def where(self) -> list[tuple[str, str]]:
        sheet = self.sheet
        total = len(sheet.lines)
        last = min(total, sheet.top + sheet.size.height)
        return [(f"{last}/{total}" if last < total or sheet.top else "", "bar")]
