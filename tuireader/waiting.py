"""A line on standard error while something takes long, and what Ctrl+C does to it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock, Timer

from tuireader.output import is_teletype


@contextmanager
def waiting(for_what: str, delay: float = 1.0) -> Iterator[None]:
    """Says on standard error what is being done, where it takes longer than ``delay`` seconds and someone sees it.

    It is wiped away in the end, where the terminal can. ``for_what`` is one line, safe to show.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    said = f"tuireader: {for_what} ..."
    wipes = not is_teletype()
    lock = Lock()
    over = shown = False

    def say() -> None:
        nonlocal shown
        with lock:
            if not over:
                shown = True
                print(said, end="\r" if wipes else "\n", file=sys.stderr, flush=True)

    timer = Timer(delay, say)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        with lock:
            over = True
            if shown and wipes:
                print(" " * len(said), end="\r", file=sys.stderr, flush=True)


@contextmanager
def interrupts() -> Iterator[list[int]]:
    """Holds Ctrl+C, so that what is being written is written: the list is no longer empty then, and whoever works looks
    at it again and again. A second one ends the program where it stands."""
    import signal

    held: list[int] = []

    def hold(number: int, _: object) -> None:
        if held:
            raise KeyboardInterrupt
        held.append(number)

    before = signal.signal(signal.SIGINT, hold)
    try:
        yield held
    finally:
        signal.signal(signal.SIGINT, before)


class Progress:
    """A line on standard error that goes on with the work, where someone sees it; wiped away for what is printed."""

    def __init__(self) -> None:
        self.seen = sys.stderr is not None and sys.stderr.isatty() and not is_teletype()
        """Whether there is a terminal that can write over a line."""
        self._width = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.wipe()

    def say(self, what: str) -> None:
        """Says what is being done: one line, safe to show."""
        if self.seen:
            said = f"tuireader: {what} ..."
            print(said.ljust(self._width), end="\r", file=sys.stderr, flush=True)
            self._width = len(said)

    def wipe(self) -> None:
        """Takes the line away."""
        if self._width:
            print(" " * self._width, end="\r", file=sys.stderr, flush=True)
            self._width = 0


def opening(names: Sequence[str]) -> str:
    """What is done while articles are opened: which hosts are asked, or that files are read."""
    from tuireader.sources.addresses import hosts
    from tuireader.text.safe import line

    asked = hosts(names)
    if not asked:
        return "reading the articles"
    return f"asking {line(asked[0])}" + (f" and {len(asked) - 1} more" if len(asked) > 1 else "")
