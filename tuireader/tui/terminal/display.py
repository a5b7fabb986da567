"""Hands an app's frames to the terminal as differences. The private parts of Textual 8.2.8 it touches are all here."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.geometry import Offset

from tuireader.tui.terminal.abilities import known
from tuireader.tui.terminal.cells import Cell, paint
from tuireader.tui.terminal.cells import Screen as Cells
from tuireader.tui.terminal.charset import sendable
from tuireader.tui.terminal.depth import chosen
from tuireader.tui.terminal.driver import Driver
from tuireader.tui.terminal.looks import Depth
from tuireader.tui.terminal.picture import Picture
from tuireader.tui.terminal.terminfo import here

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen

    from tuireader.tui.terminal.early import Early


class CellDisplay(App[None]):
    """An app that sends only the cells that changed.

    ``depth`` is the number of colours sent, found out where it is left out. Without the private method it replaces it
    is a plain Textual app.
    """

    early: Early | None = None
    """A terminal that was made ready before there was an app."""

    def __init__(self, depth: Depth | None = None) -> None:
        super().__init__(ansi_color=True, driver_class=Driver)
        self.depth: Depth = chosen(os.environ, here).depth if depth is None else depth
        self._can = known(os.environ, here)
        self._cells: Cells | None = None
        self._cursor_seen = False
        self.holding = False
        """Whether nothing is drawn: what the terminal shows stays until ``show_now``."""

    # A frame before the first one

    def show_after(self, shown: Picture | None) -> None:
        """Takes a picture for what the terminal shows, None for something unknown. Draws nothing until ``show_now``."""
        self.holding = True
        if shown is None:
            return
        width, height = shown.size
        self._cells = self._made(width, height)
        self._cells.rows, self._cells.cursor = shown.rows, shown.cursor

    def hold(self) -> None:
        """Leaves what the terminal shows as it is, whatever is drawn."""
        self.holding = True

    def show_now(self) -> None:
        """Draws what changed while nothing was drawn, in one frame, and goes on."""
        self.holding = False
        self._display(self.screen, self.screen._compositor.render_update(full=True))

    def pictured(self, meaning: str) -> Picture:
        """The screen as it is now, whatever the terminal shows; ``meaning`` is what a key would act upon."""
        cells = self._made(*self.size)
        rows = cells.frame()
        update = self.screen._compositor.render_update(full=True)
        assert isinstance(update, LayoutUpdate)
        self._paint(update, rows, self.size.width)
        cells.rows = rows
        return Picture(rows, self._cursor(), self.cursor_seen(), meaning)

    def cursor_cell(self) -> Offset | None:
        """The cell of the item at hand, where the terminal's cursor is put; None leaves it where it is."""
        return None

    def cursor_seen(self) -> bool:
        """Whether the terminal's cursor is to be seen. Its place is right either way."""
        return False

    def showable(self, text: str) -> str:
        """What is sent, in characters the terminal can show. As many cells wide."""
        return text

    def encoded(self, text: str) -> bytes:
        """What is sent, as bytes of the terminal's encoding."""
        encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
        return sendable(self.showable(text), encoding).encode(encoding, "replace")

    @property
    def failure(self) -> Exception | None:
        """What went wrong inside and ended the app."""
        return self._exception

    def _fatal_error(self) -> None:
        # Textual would print the whole traceback with all values on the terminal.
        self._close_messages_no_wait()

    def forget_screen(self) -> None:
        """The terminal may show something else than we think: the next frame is sent whole."""
        if self._cells is not None:
            self._cells.forget()
        self._cursor_seen = False

    def point(self) -> None:
        """Puts the terminal's cursor on the item at hand where nothing else is to be drawn: a few bytes, or none."""
        driver, cells = self._driver, self._cells
        if self.holding or cells is None or driver is None or not self._running or self._closed or self.is_headless:
            return
        text = cells.point(self._cursor()) + self._showing()
        if text:
            driver.write(text)
            driver.flush()

    def _cursor(self) -> tuple[int, int]:
        """Where the cursor is to stand."""
        cell = self.cursor_cell()
        if cell is not None:
            self.cursor_position = self.screen.outer_size.clamp_offset(cell)
        self._previous_cursor_position = self.cursor_position
        return self.cursor_position.x, self.cursor_position.y

    def _showing(self) -> str:
        """What makes the cursor seen, or no longer."""
        seen = self.cursor_seen()
        if seen == self._cursor_seen:
            return ""
        self._cursor_seen = seen
        return "\x1b[?25h" if seen else "\x1b[?25l"

    def send(self, sequence: str) -> None:
        """Sends the terminal a sequence that draws nothing."""
        if self._driver is not None:
            self._driver.write(sequence)
            self._driver.flush()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if not isinstance(renderable, (LayoutUpdate, ChopsUpdate)):
            if renderable is not None and not isinstance(renderable, CompositorUpdate):
                self.forget_screen()
            super()._display(screen, renderable)
            return
        try:
            driver = self._driver
            if (
                self.holding
                or self._batch_count
                or not self._running
                or self._closed
                or self.is_headless
                or driver is None
            ):
                return
            try:
                text = self.showable(self._difference(renderable))
            except Exception as error:
                self._handle_exception(error)
                return
            if not text:
                return
            self._begin_update()
            try:
                driver.write(text)
            finally:
                self._end_update()
            driver.flush()
        finally:
            self.post_display_hook()

    def _difference(self, update: LayoutUpdate | ChopsUpdate) -> str:
        width, height = self.size
        cells = self._cells
        if cells is None or (cells.width, cells.height) != (width, height):
            cells = self._cells = self._made(width, height)
        rows = cells.frame()
        self._paint(update, rows, width)
        return cells.update(rows, self._cursor()) + self._showing()

    def _made(self, width: int, height: int) -> Cells:
        """A screen of which nothing is known."""
        return Cells(width, height, self._can.abilities)

    def _paint(self, update: LayoutUpdate | ChopsUpdate, rows: list[list[Cell]], width: int) -> None:
        if isinstance(update, LayoutUpdate):
            for y, strips in enumerate(update.strips, update.region.y):
                x = update.region.x
                for strip in strips:
                    if y < len(rows):
                        paint(rows[y], x, width, strip, self.depth)
                    x += strip.cell_length
        else:
            _paint_chops(update, rows, width, self.depth)


def _paint_chops(update: ChopsUpdate, rows: list[list[Cell]], width: int, depth: Depth) -> None:
    for y, first, last in update.spans:
        if y >= len(rows):
            continue
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            # What begins at the end of a span was not drawn for it: Textual leaves blanks of the ground there.
            if strip is not None and x < last and end > first:
                paint(rows[y], x, min(end, width), strip, depth)
