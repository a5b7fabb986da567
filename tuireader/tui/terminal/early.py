"""A terminal is shown the last frame of its view before the program is imported, and what is typed then is kept.

``begin`` looks whether there is such a frame, and shows it in one write: raw mode, alternate screen, cursor hidden.
From then on the program that is still to come owes the terminal its old state, however it ends: by an exception, by a
signal, stopped by ctrl+z. A driver that starts takes that over (``hand_over``), and sends neither the alternate screen
nor what is on it again.

This is imported before anything else: only what Python itself has imported by then, and three small modules.
"""

from __future__ import annotations

import os
import sys

from tuireader.tui.terminal.families import can_draw, unattended

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from tuireader.tui.terminal.saved import Frame

    Handler = Callable[[int, Any], object]

#: Alternate screen, no margins that a killed program left, no wrapping at its edge, no cursor (xterm ctlseqs, DECSET).
ENTER = b"\x1b[?1049h\x1b[?69l\x1b[r\x1b[?7l\x1b[?25l"
#: No colours, no margins, nothing left where there is no other screen, wrapping, the screen before, its cursor.
LEAVE = b"\x1b[0m\x1b[r\x1b[H\x1b[2J\x1b[?7h\x1b[?1049l\x1b[?25h"
#: What Textual draws on, and where it hears of keys.
_SCREEN, _KEYS = 2, 0

#: What of the environment changes how a frame looks: by its value, by whether it is there, by the beginning of a name.
_VALUES = (
    *("TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR"),
    *("LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "PYTHONIOENCODING", "PYTHONUTF8", "TZ", "HOME", "TERMINFO"),
    *("TERMINFO_DIRS", "ACCESSIBLE"),
)
_THERE = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "TMUX", "STY", "WT_SESSION")


def begin(program: str, version: str, words: Sequence[str]) -> Early | None:
    """Shows the last frame of what these words of a call open, where there is one that is still right.

    None where there is no terminal at both ends that could show it; else what is to be undone or handed over, whether
    something is shown or not. Never raises, but where the user interrupts it.
    """
    if not can_draw(os.environ) or unattended(os.environ) or os.name != "posix":
        return None
    try:
        if not (os.isatty(0) and os.isatty(1) and os.isatty(2)) or os.tcgetpgrp(_KEYS) != os.getpgrp():
            return None
        early = Early(folder(program), view(program, version, words))
        size = os.get_terminal_size(_SCREEN)
    except OSError:
        return None
    from tuireader.tui.terminal import saved

    frame = saved.find(early.folder, early.view_at(*size))
    if frame is not None:
        early.show(frame)
    return early


def folder(program: str) -> str:
    """Where the frames of a program lie: in the user's folder for what can be made again (XDG base directories)."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(cache):
        cache = os.path.expanduser("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")
    return os.path.join(cache, program, "frames")


def view(program: str, version: str, words: Sequence[str]) -> bytes:
    """All but the size that is known at once and changes how a frame looks. Raises OSError where the folder is gone."""
    environ = os.environ
    parts = [program, version, sys.version, os.getcwd(), *words, "\0"]
    parts += [f"{name}={environ.get(name)}" for name in _VALUES]
    parts += [name for name in _THERE if environ.get(name)]
    # Whoever comes from elsewhere has another terminal, which may have other colours.
    parts.append(environ.get("SSH_CONNECTION", "").partition(" ")[0])
    own = (f"{program.upper()}_", "TEXTUAL_", "XDG_")
    parts += sorted(f"{name}={value}" for name, value in environ.items() if name.startswith(own))
    return "\0".join(parts).encode("utf-8", "surrogateescape")


class Early:
    """A terminal before the program that draws on it. ``frame`` is what it shows, if anything."""

    def __init__(self, folder: str, view: bytes) -> None:
        self.folder = folder
        self._view = view
        self.frame: Frame | None = None
        self.attributes: list[Any] | None = None
        """How the terminal was set before (``termios``); None as long as nothing was changed."""
        self.typed = 0
        """How many bytes were typed before that: the terminal has turned what enter sends into a line feed in them."""
        self.resized = False
        """Whether the terminal had another size meanwhile: what it took away then is not on it again."""
        self._mine = False

    def view_at(self, width: int, height: int) -> bytes:
        """What is shown, of all that could be: ``saved.find`` and ``saved.keep`` tell frames by it."""
        return b"%dx%d\0" % (width, height) + self._view

    def show(self, frame: Frame) -> None:
        """Shows a frame on a screen of its own, or another one in its place. Where it cannot be, nothing is left."""
        self.frame = frame
        try:
            if self._mine:
                _send(frame.painting)
            else:
                self._enter()
        except BaseException as error:
            self.undo()
            if not isinstance(error, Exception):
                raise

    def undo(self) -> None:
        """Gives the terminal back as it was, where nobody has taken it over."""
        if self._mine:
            self._mine = False
            self.frame = None
            self._leave()
            self._heed_signals(None, None, None)

    def hand_over(self, end: Handler) -> bool:
        """Leaves the terminal to a driver; whether it is on its own screen already. Signals that end the program are
        from then on heard by ``end``, as Python's module ``signal`` has it, and nothing is undone here any more.
        """
        shown, self._mine = self._mine, False
        if shown:
            self._heed_signals(end, None, self._resize)
        return shown

    def _enter(self) -> None:
        import termios

        assert self.frame is not None
        if self.attributes is None:
            self.attributes = termios.tcgetattr(_KEYS)
            self._mine = True
            self._heed_signals(self._end, self._stop, self._resize)
        # Those of before, also after a break: in the background the terminal has those of the shell's own line.
        raw = [*self.attributes[:6], self.attributes[6].copy()]
        raw[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        raw[1] &= ~termios.ONLCR
        # Signals of keys stay as long as nobody else would hear of ctrl+c.
        raw[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        raw[6][termios.VMIN], raw[6][termios.VTIME] = 1, 0
        termios.tcsetattr(_KEYS, termios.TCSANOW, raw)
        self.typed = _waiting(termios.FIONREAD)
        _send(ENTER + self.frame.painting)

    def _leave(self) -> None:
        import termios

        try:
            _send(LEAVE)
            termios.tcsetattr(_KEYS, termios.TCSANOW, self.attributes or [])
        except (OSError, termios.error):
            # The terminal is gone: nobody sees what it shows.
            pass

    def _heed_signals(self, end: Handler | None, stop: Handler | None, resize: Handler | None) -> None:
        """Has ``end`` called by signals that end the program, ``stop`` by the one that stops it, ``resize`` by the one
        that tells of another size, None for what the system does; all but where somebody else has a handler, or ignores
        it.
        """
        # The module signal builds enumerations first, which takes as long as all the rest here.
        import _signal as signal  # type: ignore[import-not-found]

        for number, handler in (
            *((each, end) for each in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)),
            (signal.SIGTSTP, stop),
            (signal.SIGWINCH, resize),
        ):
            if signal.getsignal(number) in (signal.SIG_DFL, self._end, self._stop, self._resize):
                signal.signal(number, handler or signal.SIG_DFL)

    def _resize(self, _number: int, _frame: object) -> None:
        self.resized = True

    def _end(self, number: int, _: object) -> None:
        self._leave()
        import _signal as signal

        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    def _stop(self, number: int, _: object) -> None:
        import _signal as signal

        self._leave()
        # The terminal has told all of the job; where nobody could have it go on, the system stops none of it.
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)
        signal.signal(number, self._stop)
        try:
            if self._mine:
                self._enter()
        except Exception:
            # It was brought back without a terminal.
            self.undo()


def _send(data: bytes) -> None:
    while data:
        data = data[os.write(_SCREEN, data) :]


def _waiting(request: int) -> int:
    """How many bytes have been typed that nobody has read."""
    import fcntl

    return int.from_bytes(fcntl.ioctl(_KEYS, request, b"\0\0\0\0"), sys.byteorder)
