"""A screen with lines to read: the keys of lists scroll them."""

from __future__ import annotations

from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.widgets.sheet import Sheet


class SheetScreen(BaseScreen):
    """A screen with one sheet that the keys of the scope "list" scroll."""

    @property
    def ready(self) -> bool:
        # One that was just pushed has none yet.
        return any(sheet.laid_out for sheet in self.walk_children(Sheet))

    @property
    def sheet(self) -> Sheet:
        """The lines."""
        return self.query_one(Sheet)

    def do_down(self, count: int = 1) -> None:
        self.sheet.scroll_lines(count)

    def do_up(self, count: int = 1) -> None:
        self.sheet.scroll_lines(-count)

    def do_page_down(self, count: int = 1) -> None:
        self.sheet.scroll_lines(count * max(1, self.sheet.size.height - 1))

    def do_page_up(self, count: int = 1) -> None:
        self.sheet.scroll_lines(-count * max(1, self.sheet.size.height - 1))

    def do_top(self, count: int = 1) -> None:
        self.sheet.scroll_lines(count - 1 - self.sheet.top)

    def do_bottom(self, count: int | None = None) -> None:
        self.sheet.scroll_lines((count or len(self.sheet.lines) + 1) - 1 - self.sheet.top)

    def where(self) -> list[tuple[str, str]]:
        sheet = self.sheet
        total = len(sheet.lines)
        last = min(total, sheet.top + sheet.size.height)
        return [(f"{last}/{total}" if last < total or sheet.top else "", "bar")]
