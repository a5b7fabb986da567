"""A slow line, to be put between a terminal and a program, or between ssh and its server.

    python benchmarks/terminals/slow_line.py [--delay SECONDS] [--rate BYTES] [--hold BYTES] -- COMMAND …
    python benchmarks/terminals/slow_line.py [--delay SECONDS] [--rate BYTES] [--hold BYTES] --connect HOST:PORT

The first runs a command in a terminal of its own and passes on what it writes and what is typed; the second passes on
standard input and output, as ssh's ``ProxyCommand`` wants it. In both directions so many bytes a second go onto the
line, and each arrives so many seconds after it went. What does not fit on the line waits before it, so many bytes at
the most: then the program has to wait as well.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import pty
import select
import signal
import socket
import sys
import termios
import time
import tty
from collections import deque
from collections.abc import Callable, Sequence

#: 56 kbit/s as bytes; half of 300 ms, as there is a way back; what the system keeps for a connection.
RATE, DELAY, HOLD = 7_000.0, 0.15, 32_768
#: So many bytes at once are on their way: 20 ms of the line.
_PIECE = 140


class Line:
    """One direction of a line. Pure: times are handed in, in seconds from any beginning."""

    def __init__(self, rate: float, delay: float, hold: int) -> None:
        self.rate, self.delay, self.hold = rate, delay, hold
        self._free = 0.0
        """When what was put in has gone onto the line."""
        self._pieces: deque[tuple[float, bytes]] = deque()
        self._waiting: deque[tuple[float, int]] = deque()

    def room(self, now: float) -> int:
        """How many bytes may be put in: none where too many wait before the line."""
        while self._waiting and self._waiting[0][0] <= now:
            self._waiting.popleft()
        return max(0, self.hold - sum(size for _, size in self._waiting))

    def put(self, data: bytes, now: float) -> None:
        """Puts bytes onto the line, behind those before."""
        for begin in range(0, len(data), _PIECE):
            piece = data[begin : begin + _PIECE]
            self._free = max(self._free, now) + len(piece) / self.rate
            self._waiting.append((self._free, len(piece)))
            self._pieces.append((self._free + self.delay, piece))

    def due(self, now: float) -> float | None:
        """Seconds until something arrives; None where nothing is on its way."""
        return max(0.0, self._pieces[0][0] - now) if self._pieces else None

    def take(self, now: float) -> bytes:
        """What has arrived."""
        arrived = []
        while self._pieces and self._pieces[0][0] <= now:
            arrived.append(self._pieces.popleft()[1])
        return b"".join(arrived)


class _Way:
    """A direction between two files."""

    def __init__(self, line: Line, source: int, target: int) -> None:
        self.line, self.source, self.target = line, source, target
        self.open = True

    def read(self, now: float) -> None:
        try:
            data = os.read(self.source, min(4096, self.line.room(now)))
        except OSError:
            data = b""
        self.open = bool(data)
        self.line.put(data, now)

    def write(self, now: float) -> None:
        data = self.line.take(now)
        while data:
            data = data[os.write(self.target, data) :]


def pump(there: _Way, back: _Way) -> None:
    """Passes on until what comes back has ended and arrived."""
    while True:
        now = time.monotonic()
        for way in (there, back):
            with contextlib.suppress(OSError):
                way.write(now)
        if not back.open and back.line.due(now) is None:
            return
        readable = [way.source for way in (there, back) if way.open and way.line.room(now)]
        waits = [way.line.due(now) for way in (there, back)]
        # Where a line is full it is looked at again when a piece of it has gone.
        waits += [_PIECE / way.line.rate for way in (there, back) if way.open and not way.line.room(now)]
        ready = select.select(readable, [], [], min((wait for wait in waits if wait is not None), default=None))[0]
        now = time.monotonic()
        for way in (there, back):
            if way.source in ready:
                way.read(now)


def _in_terminal(command: Sequence[str], line: Callable[[], Line]) -> int:
    """Runs a command in a terminal of the size of this one; returns its exit status."""
    attributes = termios.tcgetattr(0)
    size = termios.tcgetwinsize(0)
    pid, terminal = pty.fork()
    if pid == 0:
        termios.tcsetwinsize(0, size)
        try:
            os.execvp(command[0], list(command))
        finally:
            os._exit(127)
    signal.signal(signal.SIGWINCH, lambda *_: termios.tcsetwinsize(terminal, termios.tcgetwinsize(0)))
    tty.setraw(0, termios.TCSADRAIN)
    try:
        pump(_Way(line(), 0, terminal), _Way(line(), terminal, 1))
    finally:
        termios.tcsetattr(0, termios.TCSADRAIN, attributes)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _to_server(place: str, line: Callable[[], Line]) -> int:
    host, _, port = place.rpartition(":")
    with socket.create_connection((host, int(port))) as server:
        pump(_Way(line(), 0, server.fileno()), _Way(line(), server.fileno(), 1))
    return 0


def main() -> int:
    """Runs it; returns the exit status of the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--delay", type=float, default=DELAY, help="seconds, each way")
    parser.add_argument("--rate", type=float, default=RATE, help="bytes a second, each way")
    parser.add_argument("--hold", type=int, default=HOLD, help="bytes that wait before the line at the most")
    parser.add_argument("--connect", metavar="HOST:PORT")
    parser.add_argument("command", nargs="*")
    asked = parser.parse_args()

    def line() -> Line:
        return Line(asked.rate, asked.delay, asked.hold)

    if asked.connect:
        return _to_server(asked.connect, line)
    if not asked.command:
        parser.error("a command, or --connect")
    return _in_terminal(asked.command, line)


if __name__ == "__main__":
    sys.exit(main())
