"""A screen over another one, which shows where there is room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual.screen import Screen
from textual.strip import Strip
from textual.visual import Visual

from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.terminal.display import CellDisplay
from tuireader.tui.terminal.private import lines_of

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.css.styles import RulesMap
    from textual.style import Style
    from textual.visual import RenderOptions


class OverScreen(BaseScreen):
    """What it does not cover is that of the screen below, which no key and no click reaches meanwhile."""

    BLANK = False

    def __init__(self) -> None:
        super().__init__()
        self.styles.background = "transparent"

    def render(self) -> RenderableType | Visual:  # type: ignore[override]
        stack = self.app.screen_stack
        at = stack.index(self) if self in stack else 0
        seen = isinstance(self.app, CellDisplay) and self.app.fits
        return _Seen(stack[at - 1]) if at and seen else super().render()


class _Seen(Visual):
    """A screen as it is seen. Textual's own way makes text of it, and lines of the text."""

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return [Strip(map(_dead, strip), strip.cell_length) for strip in lines_of(self._screen)[:height]]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return self._screen.size.width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return self._screen.size.height


def _dead(segment: Segment) -> Segment:
    """The same without what a mouse finds in it."""
    text, style, control = segment
    return Segment(text, style.clear_meta_and_links(), control) if style and (style.meta or style.link) else segment
