"""Several addresses asked at once, and no host with more than two requests at a time."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from queue import Empty, SimpleQueue
from typing import NamedTuple
from urllib.parse import urlsplit

from tuireader.sources.addresses import Permit, plain
from tuireader.sources.fetching import LIMITS, NOTHING_KNOWN, Answer, FetchError, Known, Limits, fetch

#: Requests at once, in all and to one host.
AT_ONCE, A_HOST = 8, 2
#: Seconds between two looks whether it is enough.
_LOOK = 0.1


class Ask(NamedTuple):
    """An address to be asked."""

    url: str
    permit: Permit = Permit()
    known: Known = NOTHING_KNOWN


def gather(
    asks: Sequence[Ask], *, limits: Limits = LIMITS, stop: Callable[[], bool] | None = None
) -> Iterator[tuple[int, Answer | FetchError]]:
    """The number of each ask and what came of it, as they come.

    Where the caller stops, or ``stop`` says so, no further address is asked, and what is under way is left to itself.
    """
    work = _Work(asks, limits)
    for _ in range(min(AT_ONCE, len(asks))):
        # Not to be waited for when the program leaves.
        threading.Thread(target=work.run, daemon=True).start()
    left = len(asks)
    try:
        while left and not (stop is not None and stop()):
            try:
                found = work.done.get(timeout=_LOOK)
            except Empty:
                continue
            left -= 1
            yield found
    finally:
        work.end()


class _Work:
    """What is still to be asked, shared by the threads."""

    def __init__(self, asks: Sequence[Ask], limits: Limits) -> None:
        self.done: SimpleQueue[tuple[int, Answer | FetchError]] = SimpleQueue()
        self._limits = limits
        self._waiting = list(enumerate(asks))
        self._hosts: Counter[str] = Counter()
        self._changed = threading.Condition()

    def end(self) -> None:
        with self._changed:
            self._waiting.clear()
            self._changed.notify_all()

    def run(self) -> None:
        while (found := self._next()) is not None:
            number, ask, host = found
            try:
                outcome: Answer | FetchError = fetch(ask.url, permit=ask.permit, known=ask.known, limits=self._limits)
            except FetchError as error:
                outcome = error
            except Exception as error:
                # One address never ends the others.
                outcome = FetchError(f"could not be asked ({type(error).__name__})")
            with self._changed:
                self._hosts[host] -= 1
                self._changed.notify_all()
            self.done.put((number, outcome))

    def _next(self) -> tuple[int, Ask, str] | None:
        """The next address whose host may be asked now; waits for one."""
        with self._changed:
            while self._waiting:
                for at, (number, ask) in enumerate(self._waiting):
                    host = _host(ask.url)
                    if self._hosts[host] < A_HOST:
                        del self._waiting[at]
                        self._hosts[host] += 1
                        return number, ask, host
                self._changed.wait()
        return None


def _host(address: str) -> str:
    try:
        return (urlsplit(plain(address)).hostname or "").lower()
    except ValueError:
        return ""
