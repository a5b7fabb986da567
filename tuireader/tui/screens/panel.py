"""A sheet of reasons beside the texts it is about, or over them where there is no room for both."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.geometry import Region, Size

from tuireader.tui.screens.over import OverScreen
from tuireader.tui.screens.sheeted import SheetScreen
from tuireader.tui.screens.themes_rows import Edge
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.boxes import Down, OverAcross
from tuireader.tui.widgets.sheet import Sheet
from tuireader.tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from tuireader.tui.widgets.lines import Piece

#: From this width on the texts can be seen beside the reasons.
BESIDE = 120
#: Columns of the reasons over half of the screen, and over whole panes: at least, at most.
_HALF = (62, 84)
_PANES = (38, 100)


def panel_width(width: int, free: Sequence[int]) -> int:
    """Columns of the reasons beside a text, on a screen of ``width``: ``free`` is what would cover whole panes.

    A pane that is covered in part would show torn words; so it is, where no whole panes have the right width.
    """
    fitting = [each for each in free if _PANES[0] <= each <= _PANES[1]]
    return max(fitting, default=min(_HALF[1], max(_HALF[0], width // 2)))


class PanelScreen(SheetScreen, OverScreen):
    """Reasons over the compare screen below, which stays in sight where there is room."""

    DEFAULT_CSS = """
    PanelScreen #panel { dock: right; width: 100%; height: 1fr; }
    PanelScreen Edge { display: none; }
    PanelScreen.-beside .-left { display: block; }
    PanelScreen.-beside.-whole .-left { display: none; }
    PanelScreen.-beside.-turned #panel { dock: left; }
    PanelScreen.-beside.-turned .-left { display: none; }
    PanelScreen.-beside.-turned .-right { display: block; }
    """

    def compose(self) -> ComposeResult:
        _, taken = self._room(self.app.size.width)
        with OverAcross(id="panel") as panel:
            panel.styles.width = taken
            yield Edge(classes="-left")
            with Down():
                yield Bar()
                yield Sheet(self.lines)
            yield Edge(classes="-right")
        yield StatusLine()

    @abstractmethod
    def lines(self, width: int) -> list[list[Piece]]:
        """What there is to read, in lines of at most ``width`` cells."""

    @abstractmethod
    def beside(self) -> tuple[Sequence[Region], Sequence[Region], bool]:
        """What stands left and right of the pane that is read, and whether the panel goes to the left."""

    def on_mount(self) -> None:
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1]
        # It is laid out after this screen: only then is it known which panes are to be covered.
        below.screen_layout_refresh_signal.subscribe(self, lambda _: self._fit(self.app.size))

    def looks(self, size: Size) -> Mapping[str, bool]:
        looks, _ = self._room(size.width)
        return looks

    def on_resize(self, event: events.Resize) -> None:
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        """Takes the room that the screen below leaves."""
        self.fit_looks(size)
        _, self.query_one("#panel").styles.width = self._room(size.width)
        self.call_after_refresh(self.show_status)

    def _room(self, width: int) -> tuple[Mapping[str, bool], int | str]:
        """The classes that say where the panel lies on a screen so wide, and how wide it is."""
        left, right, turned = self.beside()
        free = [pane.right for pane in left] if turned else [width - pane.x for pane in right]
        taken = panel_width(width, free)
        # A whole pane ends in its rail: no second line beside it.
        looks = {"-beside": width >= BESIDE, "-turned": turned, "-whole": taken in free}
        return looks, taken if width >= BESIDE else "100%"

    def do_close(self) -> None:
        """The key that opened it closes it."""
        self.app.pop_screen()
