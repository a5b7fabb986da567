"""Runs a program in a real pseudo-terminal, types into it, and keeps what a person would see."""

from __future__ import annotations

import contextlib
import os
import pty
import select
import signal
import socket
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import pyte

from tests.outside import without
from tests.terminal.emulators import Emulator, Make, Pyte

KEYS = {
    "enter": b"\r",
    "tab": b"\t",
    "escape": b"\x1b",
    "space": b" ",
    "backspace": b"\x7f",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
}

#: So long a program must be still to have answered, and to have answered an escape: it looks every 100 ms whether
#: something follows that.
REST, ESCAPED = (0.08, 0.18) if Path("/proc/self/schedstat").exists() else (0.3, 0.3)
#: How often it is looked at meanwhile, and the seconds of work in that time that count as none.
_LOOK, _LITTLE = 0.02, 0.001
#: So many bytes are read at once. With ``PTY_READ=8`` the tests look at every screen half drawn: one that takes it for
#: the whole fails then every time, not once in a hundred runs on a busy machine.
_AT_ONCE = int(os.environ.get("PTY_READ", 1 << 16))
#: What ends or stops a program at a terminal.
_MAY_BE_IGNORED = (
    *(signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM),
    *(signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU),
)
#: So long a key may take to the program.
_HEARD = 2.0


def _attributes() -> list[Any]:
    """How a new terminal is set. The program's own may be changed by it before anybody looks."""
    own, its = os.openpty()
    try:
        return termios.tcgetattr(own)
    finally:
        os.close(own)
        os.close(its)


class Terminal:
    """A program in a terminal of ``width`` by ``height`` cells. Use as a context manager: leaving it ends the program.

    ``written`` counts the bytes the program wrote, ``raw`` holds them. ``emulate`` makes the model of the terminal,
    which answers what the program asks; one that is ``mute`` does not.
    """

    def __init__(
        self,
        command: Sequence[str],
        width: int = 80,
        height: int = 24,
        *,
        env: Mapping[str, str] | None = None,
        emulate: Make = Pyte,
        mute: bool = False,
    ) -> None:
        self.emulator: Emulator = emulate(width, height)
        self._mute = mute
        self.raw = bytearray()
        self.status: int | None = None
        self._queued = 0
        self._last = 0.0
        self.ended = 0.0
        """Seconds from the start to the end of the program, when it has ended."""
        self.first_content: float | None = None
        """Seconds from the start to the first screen with more than a title on it."""
        self.attributes = _attributes()
        """How the terminal is set before the program begins (termios)."""
        self._began = time.perf_counter()
        environment = {**without(os.environ), "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
        environment.update(env or {})
        self._pid, self._fd = pty.fork()
        if self._pid == 0:  # pragma: no cover - the child
            # What runs the tests in the background may have them ignored, and that is inherited.
            for number in _MAY_BE_IGNORED:
                signal.signal(number, signal.SIG_DFL)
            # A program that looks at once must find a terminal that has its size.
            termios.tcsetwinsize(0, (height, width))
            try:
                os.execvpe(command[0], list(command), environment)
            finally:
                os._exit(127)

    @property
    def screen(self) -> pyte.Screen:
        """The screen of pyte, where it is the model."""
        assert isinstance(self.emulator, Pyte)
        return self.emulator.screen

    @property
    def pid(self) -> int:
        """The number of the program's process."""
        return self._pid

    @property
    def computed(self) -> float:
        """Seconds of processor the program has used; 0 where the system does not tell (all but Linux)."""
        return self._look()[0]

    @property
    def peak_kilobytes(self) -> int:
        """The most memory the program has held so far. Linux tells it; what a wait tells counts the process that it was
        copied from, too."""
        lines = Path(f"/proc/{self._pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))

    @property
    def seconds(self) -> float:
        """Seconds since the program was started."""
        return time.perf_counter() - self._began

    @property
    def written(self) -> int:
        """Bytes the program has written so far."""
        return len(self.raw)

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, trailing spaces taken off."""
        return self.emulator.lines()

    @property
    def text(self) -> str:
        """The whole screen as one text."""
        return "\n".join(self.lines)

    def resize(self, width: int, height: int) -> None:
        """Makes the terminal larger or smaller, and tells the program."""
        self.emulator.resize(width, height)
        termios.tcsetwinsize(self._fd, (height, width))
        os.kill(self._pid, signal.SIGWINCH)

    def type(self, *keys: str) -> None:
        """Presses keys: names of ``KEYS``, ``ctrl+x``, or the characters themselves."""
        for key in keys:
            control = key.startswith("ctrl+")
            os.write(self._fd, bytes([ord(key[5]) & 0x1F]) if control else KEYS.get(key, key.encode()))

    def paste(self, text: str) -> None:
        """Pastes a text, as a terminal does for a program that asked to be told."""
        os.write(self._fd, b"\x1b[200~" + text.encode() + b"\x1b[201~")

    def until(self, wanted: str, seconds: float = 20.0) -> None:
        """Reads until a text stands on the screen. Raises AssertionError where it does not come."""
        end = time.perf_counter() + seconds
        while wanted not in self.text:
            if time.perf_counter() > end or not self._read(0.2):
                raise AssertionError(f"{wanted!r} did not come; the screen is\n{self.text}")

    def until_gone(self, unwanted: str, seconds: float = 20.0) -> None:
        """Reads until a text stands on the screen no longer. Raises AssertionError where it stays."""
        end = time.perf_counter() + seconds
        while unwanted in self.text:
            if time.perf_counter() > end or not self._read(0.2):
                raise AssertionError(f"{unwanted!r} stayed; the screen is\n{self.text}")

    def until_sent(self, wanted: bytes, times: int = 1, seconds: float = 20.0) -> None:
        """Reads until the program has sent these bytes so often. Raises AssertionError where it does not."""
        end = time.perf_counter() + seconds
        while self.raw.count(wanted) < times:
            if time.perf_counter() > end or not self._read(0.2):
                raise AssertionError(f"{wanted!r} was not sent; the screen is\n{self.text}")

    def listen(self, seconds: float) -> None:
        """Reads what comes in that time."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0 and self._read(left):
            pass

    def settle(self, still: float = REST, most: float = 20.0) -> float:
        """Reads until nothing has come for ``still`` seconds in which the program did nothing either; returns the
        seconds until the last byte. On a busy machine a program that waits for its turn is not taken for a still one.
        """
        begin = last = since = time.perf_counter()
        done = self._work()
        while (now := time.perf_counter()) - since < still and now - begin < most:
            before = self.written
            alive = self._read(min(still, _LOOK))
            worked = self._work()
            if self.written != before:
                last, since = self._last, time.perf_counter()
            elif worked - done > _LITTLE:
                since = time.perf_counter()
            done = worked
            if not alive:
                break
        return last - begin

    def press(self, *keys: str, still: float = 0.0) -> tuple[int, float]:
        """Presses keys and waits for the answer: bytes written, and seconds to the last of them.

        The answer is over when the program rests for ``still`` seconds, else as long as its keys take, as ``settle``
        says.
        """
        before, work = self.written, self._work()
        begin = time.perf_counter()
        self.type(*keys)
        # The keys come through the system, which is late on a busy machine: nothing rests that has not heard of them.
        heard = time.perf_counter() + _HEARD
        while work and self._work() == work and self.written == before and time.perf_counter() < heard:
            self._read(_LOOK / 4)
        self.settle(still or (ESCAPED if "escape" in keys else REST))
        written = self.written - before
        return written, self._last - begin if written else 0.0

    def wait(self, seconds: float = 10.0) -> int:
        """Reads until the program ends; returns its exit status. Raises AssertionError where it does not."""
        end = time.perf_counter() + seconds
        while self._read(0.1) and time.perf_counter() < end:
            pass
        while not self._reap() and time.perf_counter() < end:
            time.sleep(0.001)
        assert self.status is not None, f"the program did not end; the screen is\n{self.text}"
        return self.status

    def _work(self) -> float:
        """Seconds the program has computed so far; more every time while it would and has no processor.

        Where the system does not tell (all but Linux) it is always 0.
        """
        seconds, queued = self._look()
        self._queued += queued
        return seconds + self._queued

    def _look(self) -> tuple[float, int]:
        """Seconds of processor the program has used, and how many of its threads run or would."""
        spent = queued = 0
        for thread in Path(f"/proc/{self._pid}/task").glob("*"):
            with contextlib.suppress(OSError):
                spent += int((thread / "schedstat").read_text().split()[0])
                queued += (thread / "stat").read_text().rpartition(")")[2].split()[0] in "RD"
        return spent / 1e9, queued

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.status is None and not self._reap():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            while not self._reap():
                time.sleep(0.01)
        os.close(self._fd)
        self.emulator.close()

    def kill(self) -> None:
        """Ends the program at once, as a lost machine would."""
        os.kill(self._pid, signal.SIGKILL)
        while not self._reap():
            time.sleep(0.01)

    def _reap(self) -> bool:
        if self.status is not None:
            return True
        pid, status = os.waitpid(self._pid, os.WNOHANG)
        if not pid:
            return False
        self.status = os.waitstatus_to_exitcode(status)
        self.ended = self.seconds
        return True

    def read_or(self, other: socket.socket | None, seconds: float) -> bool:
        """Reads what comes within that time, or until something else can be read; False at the end of the program."""
        watched = [self._fd, *([other.fileno()] if other else [])]
        ready, _, _ = select.select(watched, [], [], seconds)
        return self._fd not in ready or self._take()

    def _read(self, seconds: float) -> bool:
        """Reads what comes within that time; False at the end of the program."""
        return self.read_or(None, seconds)

    def _take(self) -> bool:
        try:
            data = os.read(self._fd, _AT_ONCE)
        except OSError:
            return False
        # What a model of a terminal makes of it takes longer than a terminal: that is no time of the program.
        self._last = time.perf_counter()
        if not data:
            return False
        self.raw += data
        answers = self.emulator.feed(data)
        if answers and not self._mute:
            os.write(self._fd, answers)
        if self.first_content is None and sum(len(line) for line in self.lines) > 20:
            self.first_content = time.perf_counter() - self._began
        return True
