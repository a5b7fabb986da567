"""The list of a large library on screen: start, keys and bytes in a real terminal, and memory.

    python benchmarks/library_screen.py [ARTICLES …]

For each number of articles a library is made (a minute for 100,000), opened, moved in, filtered, searched; medians of
several keys are printed. Budget for 100,000 articles: list within a second, cursor 30 ms and 700 bytes, page 3,000
bytes, filter key 50 ms until it is shown.
"""

from __future__ import annotations

import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path
from tempfile import TemporaryDirectory

from made_library import make
from measuring import environment

#: Seconds of quiet that end an answer.
_QUIET = 0.3
_DOWN, _PAGE = b"j", b"\x1b[6~"


class Terminal:
    """The reader in a terminal of 80 columns and 24 lines."""

    def __init__(self, home: str) -> None:
        self.began = time.perf_counter()
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.environ.update(environment(home), TERM="xterm-256color", COLUMNS="80", LINES="24")
            os.execv(sys.executable, [sys.executable, "-m", "tuireader"])
        ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def answer(self, keys: bytes = b"", quiet: float = _QUIET) -> tuple[bytes, float]:
        """What is written until it is quiet, and the seconds from the keys to its last byte."""
        began = last = time.perf_counter()
        os.write(self.handle, keys)
        written = b""
        while select.select([self.handle], [], [], quiet)[0]:
            written += os.read(self.handle, 1 << 16)
            last = time.perf_counter()
        return written, last - began

    def memory(self) -> float:
        """Megabytes that it holds."""
        for line in Path(f"/proc/{self.pid}/status").read_text("utf-8").splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0.0

    def end(self) -> None:
        """Ends it."""
        os.kill(self.pid, signal.SIGTERM)
        os.waitpid(self.pid, 0)
        os.close(self.handle)


def measure(articles: int) -> None:
    """Makes a library of so many articles, and prints what the screen costs."""
    with TemporaryDirectory() as home:
        file = Path(home, "tuireader", "library.sqlite3")
        file.parent.mkdir()
        make(file, articles)
        Terminal(home).answer(quiet=3)  # The first run compiles the program.
        terminal = Terminal(home)
        shown = b""
        while f"{articles:,} articles".encode() not in shown:
            shown += terminal.answer(quiet=0.05)[0]
            assert time.perf_counter() - terminal.began < 60, shown[-2000:]
        print(f"{articles:,} articles: listed after {time.perf_counter() - terminal.began:.2f} s")
        terminal.answer(quiet=1)
        for name, keys in (("cursor", [_DOWN] * 9), ("page", [_PAGE] * 5)):
            tell(name, [terminal.answer(key) for key in keys])
        terminal.answer(b"F")
        tell("filter key", [terminal.answer(letter.encode(), quiet=1.5) for letter in "harbour"])
        terminal.answer(b"\x1b")
        terminal.answer(b"/", quiet=3)
        tell("search key", [terminal.answer(letter.encode(), quiet=1.5) for letter in "bridge council"])
        print(f"  memory {terminal.memory():.0f} MB")
        terminal.end()


def tell(name: str, answers: list[tuple[bytes, float]]) -> None:
    """Prints medians."""
    size = statistics.median(len(written) for written, _ in answers)
    took = statistics.median(seconds for _, seconds in answers)
    worst = max(seconds for _, seconds in answers)
    print(f"  {name:<11} {1000 * took:6.1f} ms (at worst {1000 * worst:.1f})  {size:6.0f} bytes")


if __name__ == "__main__":
    for many in map(int, sys.argv[1:] or ["1000", "100000"]):
        measure(many)
