"""An app that sends the terminal only what changed, and no faster than the line carries it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal, cast

from textual import constants
from textual.driver import Driver as TextualDriver
from textual.filter import LineFilter, NoColor
from textual.geometry import Offset

from tuireader.tui.terminal import private
from tuireader.tui.terminal.abilities import (
    Known,
    colour_question,
    known,
    questions,
    reads_strings,
    with_mode,
    with_repeating,
)
from tuireader.tui.terminal.cells import Cell, paint
from tuireader.tui.terminal.cells import Screen as Cells
from tuireader.tui.terminal.charset import encoded
from tuireader.tui.terminal.depth import COLOURED, chosen, says_colours
from tuireader.tui.terminal.driver import Driver
from tuireader.tui.terminal.looks import Depth
from tuireader.tui.terminal.pacing import Pacer
from tuireader.tui.terminal.picture import Picture, painting
from tuireader.tui.terminal.probing import probe, worth_it
from tuireader.tui.terminal.steering import Unsteered
from tuireader.tui.terminal.still import CURSOR
from tuireader.tui.terminal.terminfo import here

if TYPE_CHECKING:
    from tuireader.tui.terminal.early import Early
    from tuireader.tui.terminal.remembered import Memory

Way = Literal["cells", "frames"]
"""How frames are sent: only the cells that changed, or as Textual sends them."""

_SYNC = ("\x1b[?2026h", "\x1b[?2026l")
#: A frame of fewer bytes than this comes in one piece anyway.
_LARGE = 1024
#: What frames rely on: no margins, no scroll region, no wrapping at the edge (xterm ctlseqs).
_WHOLE = "\x1b[?69l\x1b[r\x1b[?7l"
#: Frames are left out while keys wait, though not for longer than so many seconds; then it is looked at again.
_UNSEEN, _LOOK = 0.1, 0.004


def reasons_for_frames(way: Way) -> tuple[str, ...]:
    """Why frames are sent as Textual sends them where this way is asked for, a line each; empty where only changed
    cells are sent."""
    if constants.DRIVER:
        # As where a program is served to a browser.
        return ("TEXTUAL_DRIVER names another driver",)
    return ("the settings ask for it",) if way == "frames" else private.reasons()


class CellDisplay(private.Composed):
    """An app that sends only the cells that changed.

    ``depth`` is the number of colours sent, found out where it is left out. Where the private parts of Textual do not
    fit, frames are sent as Textual sends them, and ``reasons`` says why.
    """

    way: Way = "cells"
    """What is asked for. To be set before the app runs."""
    early: Early | None = None
    """A terminal that was made ready before there was an app. To be set before the app runs."""
    memory: Memory | None = None
    """Where answers about colours are kept; None asks for none. To be set before the app runs."""

    def __init__(self, depth: Depth | None = None) -> None:
        super().__init__(ansi_color=True, driver_class=cast("type[Driver]", self._drive))
        self.depth: Depth = chosen(os.environ, here).depth if depth is None else depth
        self.depth_unasked = self.depth
        """The colours there are without what the memory says. To be set before the app runs."""
        self.known = known(os.environ, here)
        """What the terminal can do, and where that is known from."""
        self._line: Driver | None = None
        self._cells: Cells | None = None
        self._cursor_seen: bool | None = False
        """Whether the terminal's cursor is to be seen; None where somebody else may have changed that."""
        self._pacer = Pacer(monotonic, self._lose)
        self._untried = worth_it(os.environ)
        """Whether it is not known yet if the terminal repeats characters."""
        self._held = 0.0
        """Since when a frame waits; 0 where none does."""
        self._timer: asyncio.TimerHandle | None = None
        self._unsteered = Unsteered()

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why frames are sent as Textual sends them (``reasons_for_frames``)."""
        return reasons_for_frames(self.way)

    @property
    def taking(self) -> bool:
        return not self.reasons

    # What a program may say of itself

    def cursor_cell(self) -> Offset | None:
        """The cell of the item at hand, where the terminal's cursor is put; None leaves it where it is."""
        return None

    def cursor_seen(self) -> bool:
        """Whether the terminal's cursor is to be seen. Its place is right either way."""
        return False

    def showable(self, text: str) -> str:
        """What is sent, in characters the terminal can show. As many cells wide."""
        return text

    def painted(self, picture: Picture) -> bytes:
        """What shows a picture on a terminal of its size, whatever that showed before."""
        return encoded(self.showable(painting(picture, self.known.abilities)))

    # What a program may ask for

    def show_after(self, shown: Picture | None) -> None:
        """Takes a picture for what the terminal shows, None for something unknown. Draws nothing until ``show_now``."""
        self.holding = True
        if shown is not None:
            self._cells = Cells(*shown.size, self.known.abilities)
            self._cells.rows, self._cells.cursor = shown.rows, shown.cursor
            self._cursor_seen = shown.seen

    def hold(self) -> None:
        """Leaves what the terminal shows as it is, whatever is drawn."""
        self.holding = True

    def show_now(self) -> None:
        """Draws what changed while nothing was drawn, in one frame, and goes on."""
        self.holding = False
        if self.early is not None and self.early.resized:
            self.forget_screen()
        if self.taking:
            self._go_on()
        else:
            self.screen.refresh(layout=True)

    @property
    def seen(self) -> bool:
        """Whether the terminal shows what there is to show, as far as its answers tell."""
        return not (self.still.waiting or self._pacer.on_the_way)

    def pictured(self, meaning: str) -> Picture:
        """The screen as it is now, whatever the terminal shows; ``meaning`` is what a key would act upon."""
        rows = Cells(*self.size, self.known.abilities).rows
        _paint(self.composed(), rows, self.size.width, self.depth)
        return Picture(rows, self._cursor(), self.cursor_seen(), meaning)

    def learn(self, known: Known) -> None:
        """More is known of the terminal."""
        self.known = known
        if self._cells is not None:
            self._cells.abilities = known.abilities

    def use_depth(self, depth: Depth) -> None:
        """Draws everything in so many colours."""
        self.depth = depth
        self.forget_screen()
        self.refresh()

    def forget_screen(self) -> None:
        """The terminal may show something else than we think: the next frame is sent whole."""
        if self._cells is not None:
            self._cells.forget()
        self._cursor_seen = None

    def draw_anew(self) -> None:
        """Draws everything once more, whatever somebody else has done to the terminal meanwhile."""
        if self._line is not None:
            self.send(_WHOLE)
        self._draw_anew()

    def point(self) -> None:
        """Puts the terminal's cursor on the item at hand where nothing else is to be drawn: a few bytes, or none."""
        self.still.ask(self._point, after=CURSOR)

    def _point(self) -> None:
        # Where a frame waits, the cursor is put with it.
        if self._cells is not None and self.drawable and not self._held and self.may_compose():
            self.send(self._cells.point(self._cursor()) + self._showing())

    def send(self, sequence: str) -> None:
        """Sends the terminal a sequence that draws nothing."""
        if sequence and self.driver is not None:
            self.driver.write(sequence)
            self.driver.flush()

    def use_mouse(self, on: bool) -> None:
        """Asks the terminal for mouse reports, or no longer."""
        if self._line is not None:
            self._line.use_mouse(on)

    # What Textual asks

    def action_suspend_process(self) -> None:
        line = self._line
        if line is None:
            super().action_suspend_process()
            return
        self.app_suspend_signal.publish(self)
        line.stop_job()

    def get_line_filters(self) -> Sequence[LineFilter]:
        filters = super().get_line_filters()
        # Where cells are sent, each of them is looked at as it is drawn.
        if self.taking and not self.is_inline:
            return filters
        return [*filters, self._unsteered, *([] if self.depth else [NoColor()])]

    # Frames

    def overdrawn(self) -> None:
        self.forget_screen()

    def may_compose(self) -> bool:
        line = self._line
        if line is None:
            return True
        now = monotonic()
        if self.holding:
            self._hold(now, None)
        elif line.waiting:
            # The terminal does not read. When it does, ``on_drained`` comes.
            self._hold(now, None)
        elif not self._pacer.may_send():
            self._hold(now, self._pacer.seconds_left())
        elif line.keys_wait and (not self._held or now - self._held < _UNSEEN):
            self._hold(now, _LOOK)
        else:
            self._held = 0.0
            return True
        return False

    def take(self, strokes: Iterator[private.Strokes]) -> None:
        text = self.showable(self._difference(strokes))
        if not text:
            return
        size = _bytes(text)
        if size > _LARGE and self.known.abilities.synchronized:
            text = text.join(_SYNC)
            size += len("".join(_SYNC))
        if self._line is not None:
            request = self._request(self._line)
            self._pacer.sent(size + len(request))
            text += request
        self.send(text)

    def _try(self) -> None:
        """Finds out, once, whether the terminal repeats characters: on its own, when no other answer is to come."""
        line, cells = self._line, self._cells
        if not self._untried or self.holding or self._held or line is None or line.answers.awaited:
            return
        if not self.drawable or cells is None or cells.cursor is None or (tried := probe(cells)) is None:
            return
        self._untried = False
        asked = line.ask_cursor(tried.place, lambda at: self.learn(with_repeating(self.known, at == tried.place)))
        self.send(tried.text + asked + cells.point(self._cursor()))

    def _request(self, line: Driver) -> str:
        """What has the terminal tell when it has drawn a frame."""
        assert self._cells is not None and self._cells.cursor is not None
        x, y = at = self._cells.cursor
        place = line.answers.place_to_ask((y + 1, x + 1), self._cells.height)
        asked = line.ask_cursor(place, partial(self._answered, self._pacer.next))
        return self._cells.point((place[1] - 1, place[0] - 1)) + asked + self._cells.point(at)

    def _answered(self, frame: int, _: tuple[int, int]) -> None:
        self._pacer.answered(frame)
        self._go_on()
        self._try()

    def _lose(self) -> None:
        if self._line is not None:
            self._line.answers.count_as_lost()

    def _hold(self, now: float, seconds: float | None) -> None:
        """A frame waits; for so many seconds at the most, where that is known."""
        self._held = self._held or now
        if seconds is not None and self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(max(seconds, _LOOK), self._go_on)

    def _go_on(self) -> None:
        """Sends what waits, where it may be sent now."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if not self._held:
            return
        if self.drawable:
            # Composing asks again, and holds again what may not go yet.
            with self.at_work():
                self.compose_frame()
                self.point()
        elif self.is_running and self._line is not None:
            self._hold(self._held, _LOOK)

    def _drive(self, app: CellDisplay, **options: Any) -> TextualDriver:
        if constants.DRIVER or private.reasons():
            if self.early is not None:
                self.early.undo()
            return self.get_driver_class()(app, **options)
        line = self._line = Driver(app, early=self.early, asks=self._asks, **options)
        line.on_drained = self._go_on
        line.on_spoilt = self._draw_anew
        line.on_back = self._come_back
        line.answers.listen("mode", self._mode)
        if self.memory is not None:
            line.answers.listen("attributes", self._attributes)
            line.answers.listen("capability", self.memory.take)
        return line

    def _asks(self) -> str:
        """What is asked at the start. The answer to the last says that all are answered, and how long the line is."""
        assert self._line is not None
        asked = questions(os.environ) + self._line.ask_cursor(None, partial(self._answered, self._pacer.next))
        self._pacer.sent(len(asked))
        return asked

    def _mode(self, number: int, value: int) -> None:
        self.learn(with_mode(self.known, number, value))

    def _attributes(self, *numbers: int) -> None:
        """What the terminal is. It is asked about its colours where it answers such questions, and printed none."""
        assert self.memory is not None
        answers, coloured = self.memory.answers, says_colours(numbers)
        if (answers and not reads_strings(numbers)) or (COLOURED in answers and not coloured):
            # Another terminal, in which colours would be wrong that the one before had.
            self.memory.forget()
            self.use_depth(self.depth_unasked)
            return
        if coloured and not self.depth_unasked:
            self.memory.take(COLOURED, "")
        if asked := colour_question(os.environ, numbers, self.depth):
            self.send(asked)
            if self._cells is not None:
                # Some terminal that is not known prints it all the same: what stands there is drawn again.
                shown = self._cells.frame()
                self._cells.spoil(len(asked))
                self.send(self._cells.update(shown, self._cursor()))

    def _come_back(self) -> None:
        """The terminal was somebody else's for a while."""
        self._pacer.forget()
        self._draw_anew()

    def _draw_anew(self) -> None:
        self.forget_screen()
        if self.is_running and self.screen_stack:
            self.screen.refresh(layout=True)

    def _difference(self, strokes: Iterable[private.Strokes]) -> str:
        width, height = self.size
        cells = self._cells
        if cells is None or (cells.width, cells.height) != (width, height):
            cells = self._cells = Cells(width, height, self.known.abilities)
        rows = cells.frame()
        _paint(strokes, rows, width, self.depth)
        return cells.update(rows, self._cursor()) + self._showing()

    def _cursor(self) -> tuple[int, int]:
        """Where the cursor is to stand."""
        cell = self.cursor_cell()
        # It may still be meant for a larger terminal, as the screen may: moving there would scroll this one.
        self.cursor_position = self.size.clamp_offset(self.cursor_position if cell is None else cell)
        return self.cursor_position.x, self.cursor_position.y

    def _showing(self) -> str:
        """What makes the cursor seen, or no longer."""
        seen = self.cursor_seen()
        if seen == self._cursor_seen:
            return ""
        self._cursor_seen = seen
        return "\x1b[?25h" if seen else "\x1b[?25l"


def _bytes(text: str) -> int:
    """How many bytes a text takes on the line; a line of a box is one character and three of them."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "replace"))


def _paint(strokes: Iterable[private.Strokes], rows: list[list[Cell]], width: int, depth: Depth) -> None:
    for row, column, end, segments in strokes:
        # A frame made before the terminal became smaller can begin beyond its end.
        if row < len(rows):
            paint(rows[row], column, min(end, width), segments, depth)
