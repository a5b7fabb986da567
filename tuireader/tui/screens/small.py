"""What a terminal shows that is too small for anything else."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tuireader.settings.commands import Command
from tuireader.tui.context import context
from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.shelf import room
from tuireader.tui.widgets.lines import shorten, strip_of

LEAST = Size(*room.LEAST)


class _Notice(Widget):
    DEFAULT_CSS = "_Notice { width: 1fr; height: 1fr; }"
    can_focus = False

    def render_line(self, y: int) -> Strip:
        here = context(self)
        size = self.app.size
        lines = (
            f"{size.width}x{size.height} is too small",
            f"tuireader needs {LEAST.width}x{LEAST.height}",
        )
        text = shorten(lines[y], size.width, here.glyphs.ellipsis) if y < len(lines) else ""
        return strip_of([(text, here.palette.text)], self.size.width, here.palette.text)


class SmallScreen(BaseScreen):
    """Lies over the screen that comes back when there is room again; only leaving works."""

    def compose(self) -> ComposeResult:
        yield _Notice()

    def command_of(self, key: str) -> Command | None:
        # Escape goes back, and never out of the reader.
        return None if key == "escape" else super().command_of(key)

    def run_command(self, command: Command, count: int | None = None) -> None:
        if command.id in ("app.back", "app.quit"):
            self.app.exit()
