"""The help: the keys that hold on the screen below, the marks, and what facts cannot tell."""

from __future__ import annotations

from rich.style import Style
from textual.app import ComposeResult

from tuireader.settings.commands import get
from tuireader.tui.context import context
from tuireader.tui.screens.help_blocks import blocks
from tuireader.tui.screens.help_columns import lay_out
from tuireader.tui.screens.sheeted import SheetScreen
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.lines import Piece
from tuireader.tui.widgets.sheet import Sheet
from tuireader.tui.widgets.status import StatusLine


class HelpScreen(SheetScreen):
    """Help for a screen on which some scopes hold."""

    SCOPE = "help"

    def __init__(self, told: tuple[str, ...]) -> None:
        super().__init__()
        self._told = told

    def compose(self) -> ComposeResult:
        yield Bar()
        yield Sheet(self._lines)
        yield StatusLine()

    def on_mount(self) -> None:
        self.query_one(Bar).say("Help", "keys, marks, limits")

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_status)

    def _lines(self, width: int) -> list[list[Piece]]:
        here = context(self)
        return lay_out(blocks(self._told, here.settings.keys_for, here.glyphs), width, self._look, here.glyphs.ellipsis)

    def _look(self, name: str) -> Style:
        palette = context(self).palette
        text = palette.text
        if name in ("differ", "changed", "agree", "only"):
            return palette.verdict(name)
        return {
            "title": palette.accent,
            "text": text,
            "key": palette.title,
            "accent": palette.accent,
            "muted": palette.muted,
            "rail": text + palette.number(1),
            "passage": text + palette.passage(1, "reworded"),
            "verbatim": text + palette.passage(2, "verbatim"),
            "related": text + palette.passage(3, "related"),
            "change": text + palette.change("replaced"),
            "moved": text + palette.change("moved"),
            "alone": palette.verdict("only"),
            "hit": text + palette.hit,
            "found": text + palette.found,
        }[name]

    # Commands

    def do_help(self) -> None:
        """The key that opened the help closes it."""
        self.app.pop_screen()

    def hints(self) -> list[tuple[str, str]]:
        return self.keys_of(get(id) for id in ("list.down", "list.page_down", "app.back"))
