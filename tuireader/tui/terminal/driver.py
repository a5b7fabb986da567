"""A driver of Textual for POSIX terminals: reads keys and answers, writes frames, leaves the terminal as it was.

Textual's own driver looks ten times a second whether it is to end, stops the program where the terminal does not read,
and leaves colours and text to the alternate screen, which the Linux console and others do not have.
"""

from __future__ import annotations

import asyncio
import atexit
import errno
import os
import shutil
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import get_ident
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import constants, events, messages
from textual.driver import Driver as TextualDriver
from textual.geometry import Size

from tuireader.tui.terminal import streams
from tuireader.tui.terminal.answers import Answers
from tuireader.tui.terminal.charset import sendable
from tuireader.tui.terminal.families import prints_unknown
from tuireader.tui.terminal.input import Input, read_until
from tuireader.tui.terminal.output import Output, output

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message

    from tuireader.tui.terminal.early import Early

#: Sequences are those of xterm ctlseqs, but for the keys of the kitty protocol (sw.kovidgoyal.net/kitty).
#: A killed program may have left margins, which the screen of this one must not have.
_SCREEN = ("\x1b[?1049h\x1b[?69l\x1b[r\x1b[?7l\x1b[?25l", "\x1b[0m\x1b[r\x1b[H\x1b[2J\x1b[?7h\x1b[?1049l\x1b[?25h")
#: Focus and bracketed paste.
_MODES = ("\x1b[?1004h\x1b[?2004h", "\x1b[?2004l\x1b[?1004l")
_MOUSE = ("\x1b[?1000h\x1b[?1003h\x1b[?1006h", "\x1b[?1000;1003;1006l")
#: Keys that look like others are told apart, and with ctrl or alt the key of a Latin keyboard is told that a letter
#: stands on. Letters stay letters: one byte up the line, not eleven.
_KITTY = ("\x1b[>5u", "\x1b[<u")
_ASK_CURSOR = "\x1b[6n"

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
        self._restarts = True
        self._stopped = False
        self._asked = 0.0
        """When the place of the cursor was asked for the first time."""
        self._attributes: list[Any] | None = None
        self._output: Output | None = None
        self._input: Input | None = None
        self._debugs = debug
        self.answers.listen("mode", self._mode)
        signal.signal(signal.SIGTSTP, self._told_to_stop)
        signal.signal(signal.SIGCONT, self._told_to_go_on)

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
        if not self._in_front():
            return
        early, self._early = self._early, None
        shown = early is not None and early.hand_over()
        self._attributes = early.attributes if early is not None else None
        if self._attributes is None:
            with suppress(termios.error):
                self._attributes = termios.tcgetattr(self._keys_from)
        self._make_raw()
        self._output = output(self._loops, self._screen_to, self._drained)
        self._input = Input(
            self._loops,
            self._keys_from,
            self.answers,
            self.process_message,
            self._lost,
            0 if early is None else early.typed,
        )
        self._loops.add_signal_handler(signal.SIGWINCH, self._told_of_size)
        atexit.register(self._at_exit)
        self._resized()
        self.write(self._entering(screen=not shown))

    def _entering(self, *, screen: bool = True) -> str:
        kitty = _KITTY[0] if _knows_keys() else ""
        mouse = _MOUSE[0] if self._mouse_on else ""
        return (_SCREEN[0] if screen else "") + _MODES[0] + kitty + mouse + self._asks()

    def _leaving(self) -> str:
        kitty = _KITTY[1] if _knows_keys() else ""
        # A killed program may have left it on, which this one has not asked for.
        return _MOUSE[1] + _MODES[1] + kitty + _SCREEN[1]

    def disable_input(self) -> None:
        if self._input is not None:
            self._input.close()
            self._input = None
            self._loops.remove_signal_handler(signal.SIGWINCH)

    def stop_application_mode(self) -> None:
        if self._output is None:
            return
        self.disable_input()
        self.write(self._leaving())
        if self._mouse_on and self.answers.heard:
            # Every report of the mouse comes before the answer to what is asked when it is off.
            self.answers.asked_cursor(None)
            self.write(_ASK_CURSOR)
        mute = not self.answers.heard and monotonic() - self._asked > _LATE
        if not mute and not self._output.gone:
            read_until(self._keys_from, self.answers, _LATE)
        self.answers.give_up()
        self._make_as_before()

    def close(self) -> None:
        if self._output is not None:
            self._output.close()
            self._output = None
            atexit.unregister(self._at_exit)

    def _at_exit(self) -> None:
        """However a program ends that still runs Python, the terminal is left as it was."""
        self.stop_application_mode()
        self.close()

    def _in_front(self) -> bool:
        """Whether this process may use the terminal; stops it where it may not, as a shell's ``bg`` does."""

        def stop(*_: object) -> None:
            os.kill(os.getpid(), signal.SIGSTOP)

        if not os.isatty(self._keys_from):
            return True
        numbers = (signal.SIGTTOU, signal.SIGTTIN)
        for number in numbers:
            signal.signal(number, stop)
        try:
            # Changes nothing, and is refused to a job in the background.
            while True:
                try:
                    termios.tcsetattr(self._keys_from, termios.TCSANOW, termios.tcgetattr(self._keys_from))
                    break
                except termios.error as error:
                    # It was stopped, and goes on here: in front, or to be stopped again.
                    if error.args[0] != errno.EINTR:
                        return False
        finally:
            for number in numbers:
                signal.signal(number, signal.SIG_DFL)
        return True

    def _make_raw(self) -> None:
        with suppress(termios.error):
            new = termios.tcgetattr(self._keys_from)
            new[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
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

    # Breaks

    @contextmanager
    def no_automatic_restart(self) -> Iterator[None]:
        before, self._restarts = self._restarts, False
        try:
            yield
        finally:
            self._restarts = before

    def _told_to_stop(self, *_: object) -> None:
        if self._restarts:
            self.suspend_application_mode()
            self._stopped = True
        os.kill(os.getpid(), signal.SIGSTOP)

    def _told_to_go_on(self, *_: object) -> None:
        if self._restarts and (self._stopped or self._output is not None):
            self.resume_application_mode()

    def resume_application_mode(self) -> None:
        if self._output is not None:
            # Stopped by somebody who did not ask: the shell has used the terminal meanwhile.
            if not self._in_front():
                return
            self._make_raw()
            self.write(self._leaving() + self._entering())
            self._resized()
        else:
            self.start_application_mode()
        self.on_back()
        if self._stopped:
            self._stopped = False
            self.send_message(self.SignalResume())
        # A signal that comes while the loop waits does not wake it.
        self._loops.call_soon_threadsafe(_nothing)

    def _drained(self) -> None:
        self.on_drained()


def _knows_keys() -> bool:
    """Whether the keyboard protocol of kitty may be asked for: old consoles print the end of what they do not know."""
    return not (constants.DISABLE_KITTY_KEY or prints_unknown(os.environ))


def _nothing() -> None:
    pass
