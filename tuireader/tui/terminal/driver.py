"""A driver of Textual for POSIX terminals: reads keys and answers, writes frames, leaves the terminal as it was.

Textual's own driver looks ten times a second whether it is to end, stops the program where the terminal does not read,
and leaves colours and text to the alternate screen, which the Linux console and others do not have.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import shutil
import signal
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from threading import get_ident
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import constants, events, messages
from textual.driver import Driver as TextualDriver
from textual.geometry import Size

from tuireader.tui.terminal import jobs, streams
from tuireader.tui.terminal.answers import Answers
from tuireader.tui.terminal.charset import sendable
from tuireader.tui.terminal.early import ENTER, LEAVE
from tuireader.tui.terminal.families import prints_unknown
from tuireader.tui.terminal.input import Input, read_until
from tuireader.tui.terminal.output import Output, output

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message

    from tuireader.tui.terminal.early import Early

#: Sequences are those of xterm ctlseqs, but for the keys of the kitty protocol (sw.kovidgoyal.net/kitty).
#: Focus and bracketed paste.
_MODES = ("\x1b[?1004h\x1b[?2004h", "\x1b[?2004l\x1b[?1004l")
_MOUSE = ("\x1b[?1000h\x1b[?1003h\x1b[?1006h", "\x1b[?1000;1003;1006l")
#: Keys that look like others are told apart, and with ctrl or alt the key of a Latin keyboard is told that a letter
#: stands on. Letters stay letters: one byte up the line, not eleven.
_KITTY = ("\x1b[>5u", "\x1b[<u")
_ASK_CURSOR = "\x1b[6n"

#: What ends a program that does not heed it.
_ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)

#: What the loop is told of.
_HEARD = (signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH)

#: At the end it is waited so many seconds for answers that would else be typed into the shell.
_LATE = 1.0


class Driver(TextualDriver):
    """Sends only what the locale's encoding has, never waits for the terminal, and leaves it as it was.

    ``asks`` makes what the terminal is asked at the start, ``answers`` has what it answers. ``on_drained`` is called
    when the system took all that was written, ``on_spoilt`` when the screen may have become another one, ``on_back``
    after a break.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
        early: Early | None = None,
        asks: Callable[[], str] = str,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.answers = Answers()
        self.on_drained: Callable[[], object] = _nothing
        self.on_spoilt: Callable[[], object] = _nothing
        self.on_back: Callable[[], object] = _nothing
        self._shown_on = app
        self._loops = asyncio.get_running_loop()
        self._thread = get_ident()
        self._keys_from = (sys.__stdin__ or sys.stdin).fileno()
        self._screen_to = streams.screen().fileno()
        self._encoding = streams.encoding()
        self._early = early
        self._asks = asks
        self._mouse_on = mouse
        self._asked = 0.0
        """When the place of the cursor was asked for the first time."""
        self._attributes: list[Any] | None = None
        self._output: Output | None = None
        self._input: Input | None = None
        self.answers.listen("mode", self._mode)
        os.register_at_fork(after_in_child=self._forked)

    # Output

    def write(self, data: str) -> None:
        if get_ident() != self._thread:
            self._loops.call_soon_threadsafe(self.write, data)
        elif self._output is not None:
            self._output.write(sendable(data, self._encoding).encode(self._encoding, "replace"))

    @property
    def waiting(self) -> int:
        """Bytes the system did not take yet, since the terminal does not read."""
        return 0 if self._output is None else self._output.waiting

    def ask_cursor(self, place: tuple[int, int] | None, told: Callable[[tuple[int, int]], object]) -> str:
        """What to write to ask where the cursor is, which stands at ``place`` (row, column; from 1) by then, if that is
        known. ``told`` is called on the answer.
        """
        self._asked = self._asked or monotonic()
        self.answers.asked_cursor(place, told)
        return _ASK_CURSOR

    def use_mouse(self, on: bool) -> None:
        """Asks the terminal for mouse reports, or no longer."""
        if on != self._mouse_on:
            self._mouse_on = on
            self.write(_MOUSE[not on])

    # Input

    @property
    def keys_wait(self) -> bool:
        """Whether something was typed that nobody has read."""
        return self._input is not None and self._input.ready

    def send_message(self, message: Message) -> None:
        # Keys are read in the loop that the app runs in.
        self._shown_on.post_message(message)

    def _mode(self, number: int, value: int) -> None:
        if number == 2026 and value in (1, 2, 3):
            self.send_message(messages.TerminalSupportsSynchronizedOutput())

    def _lost(self) -> None:
        """The line is gone, though nobody said so: what the program does on SIGHUP is what there is to do."""
        os.kill(os.getpid(), signal.SIGHUP)

    # Beginning and end

    @property
    def can_suspend(self) -> bool:
        return True

    def start_application_mode(self) -> None:
        if not jobs.in_front(self._keys_from):
            self._lost()
            return
        early, self._early = self._early, None
        self._attributes = early.attributes if early is not None else None
        if self._attributes is None:
            with suppress(termios.error):
                self._attributes = termios.tcgetattr(self._keys_from)
        self._output = output(self._loops, self._screen_to, self._drained)
        atexit.register(self._at_exit)
        # From here on the terminal is left as it was, whatever comes.
        shown = early is not None and early.hand_over(self._end)
        self._heed_signals()
        self._make_raw()
        self.write(("" if shown else ENTER.decode()) + self._entering())
        self._input = Input(
            self._loops,
            self._keys_from,
            self.answers,
            self.process_message,
            self._lost,
            0 if early is None else early.typed,
        )
        self._resized()

    def _entering(self) -> str:
        kitty = _KITTY[0] if _knows_keys() else ""
        mouse = _MOUSE[0] if self._mouse_on else ""
        return _MODES[0] + kitty + mouse + self._asks()

    def _leaving(self) -> str:
        kitty = _KITTY[1] if _knows_keys() else ""
        # A killed program may have left it on, which this one has not asked for.
        return _MOUSE[1] + _MODES[1] + kitty + LEAVE.decode()

    def disable_input(self) -> None:
        if self._input is not None:
            self._input.close()
            self._input = None
            self._loops.remove_signal_handler(signal.SIGWINCH)

    def stop_application_mode(self) -> None:
        if self._output is None:
            return
        self.disable_input()
        self._leave(self.answers)
        self.answers.give_up()
        self._heed_signals_no_longer()
        atexit.unregister(self._at_exit)

    def _leave(self, answers: Answers) -> None:
        """Gives the terminal back as it was, when it has sent all that is still awaited."""
        # Nothing is drawn any more, whatever an answer would have drawn.
        out, self._output = self._output, None
        if out is None:
            return
        leaving = self._leaving()
        if self._mouse_on and answers.heard:
            # Every report of the mouse comes before the answer to what is asked when it is off.
            answers.asked_cursor(None)
            leaving += _ASK_CURSOR
        out.write(leaving.encode())
        mute = not answers.heard and monotonic() - self._asked > _LATE
        if not mute and not out.gone:
            read_until(self._keys_from, answers, _LATE)
        self._make_as_before()
        out.close()

    def _at_exit(self) -> None:
        """However a program ends that still runs Python, the terminal is left as it was."""
        self.stop_application_mode()

    def _make_raw(self) -> None:
        with suppress(termios.error):
            new = termios.tcgetattr(self._keys_from)
            new[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
            # A line feed is one byte: the system would send a carriage return before each.
            new[1] &= ~termios.ONLCR
            signals = 0 if os.environ.get("TEXTUAL_ALLOW_SIGNALS") else termios.ISIG
            new[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | signals)
            new[6][termios.VMIN], new[6][termios.VTIME] = 1, 0
            termios.tcsetattr(self._keys_from, termios.TCSANOW, new)

    def _make_as_before(self) -> None:
        if self._attributes is not None:
            with suppress(termios.error):
                termios.tcsetattr(self._keys_from, termios.TCSANOW, self._attributes)

    # Size

    def _told_of_size(self) -> None:
        # What a terminal does with its cells then is its own matter, also where it has the old size again.
        self.on_spoilt()
        self._resized()

    def _resized(self) -> None:
        size = Size(*self._measured())
        self._shown_on.post_message(events.Resize(size, size))

    def _measured(self) -> tuple[int, int]:
        for fileno in (self._screen_to, self._keys_from):
            with suppress(OSError):
                width, height = os.get_terminal_size(fileno)
                if width and height:
                    return width, height
        return shutil.get_terminal_size()

    # Signals

    def _heed_signals(self) -> None:
        """What stops or ends the program gives the terminal back first. What the program ignores, it goes on ignoring,
        and what has a handler of its own is left to that.
        """
        for number in _ENDS:
            if signal.getsignal(number) == signal.SIG_DFL:
                signal.signal(number, self._end)
        # The loop hears of these between two callbacks: a frame is never broken off in the middle.
        self._loops.add_signal_handler(signal.SIGWINCH, self._told_of_size)
        self._loops.add_signal_handler(signal.SIGCONT, self._told_to_go_on)
        if signal.getsignal(signal.SIGTSTP) != signal.SIG_IGN:
            self._loops.add_signal_handler(signal.SIGTSTP, self._told_to_stop)

    def _heed_signals_no_longer(self) -> None:
        for number in _ENDS:
            if signal.getsignal(number) == self._end:
                signal.signal(number, signal.SIG_DFL)
        for number in (signal.SIGCONT, signal.SIGTSTP):
            self._loops.remove_signal_handler(number)

    def _end(self, number: int, _: object) -> None:
        """Ends the program by a signal that may come at any time, even while the terminal is given back."""
        try:
            # What was to be done on answers is not done in the middle of something else.
            unheard = Answers()
            unheard.heard = self.answers.heard
            for _request in range(self.answers.awaited):
                unheard.asked_cursor(None)
            self._leave(unheard)
        finally:
            self._make_as_before()
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

    def _forked(self) -> None:
        """In a copy of this process, which shares the terminal, and neither ends nor stops for it: for the pool that a
        program has its work done in, signals are what they are everywhere.
        """
        if self._output is None:
            return
        self._output = self._attributes = None
        # The loop is the parent's: told through what both have open it would take signals of the copy for its own.
        signal.set_wakeup_fd(-1)
        for number in (*_ENDS, *_HEARD):
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, signal.SIG_DFL)

    # Breaks

    def stop_job(self) -> None:
        """Stops this program and all that was started with it, as a terminal does where it hears of ctrl+z itself."""
        self._pause(jobs.stop_all)

    def _told_to_stop(self) -> None:
        self._pause(jobs.stop)

    def _pause(self, stop: Callable[[], object]) -> None:
        """Leaves the terminal to the shell until the program goes on."""
        if self._output is None:
            return
        self.suspend_application_mode()
        stop()
        self.resume_application_mode()
        self.send_message(self.SignalResume())

    def _told_to_go_on(self) -> None:
        """Stopped by somebody who did not ask (SIGSTOP): the shell has used the terminal meanwhile."""
        if self._output is None:
            return
        if not jobs.in_front(self._keys_from):
            self._lost()
            return
        self._make_raw()
        # Nothing is cleared: it is not known which screen is shown, and the other one is not ours.
        self.write(ENTER.decode() + (_KITTY[1] if _knows_keys() else "") + self._entering())
        self._resized()
        self.on_back()

    def resume_application_mode(self) -> None:
        self.start_application_mode()
        self.on_back()

    def _drained(self) -> None:
        self.on_drained()


def _knows_keys() -> bool:
    """Whether the keyboard protocol of kitty may be asked for: old consoles print the end of what they do not know."""
    return not (constants.DISABLE_KITTY_KEY or prints_unknown(os.environ))


def _nothing() -> None:
    pass
