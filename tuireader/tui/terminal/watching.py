"""Tells when there is something to read, also of files that the event loop cannot watch.

kqueue knows nothing of ``/dev/tty``, epoll nothing of plain files; ``select`` knows all of them.
"""

from __future__ import annotations

import asyncio
import os
import select
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

_GO_ON, _END = b".", b"x"


class Watch:
    """Calls ``read`` in the loop whenever there is something to read from a file."""

    def __init__(self, loop: asyncio.AbstractEventLoop, fileno: int, read: Callable[[], object]) -> None:
        self._loop = loop
        self._fileno = fileno
        self._read = read
        self._thread: Thread | None = None
        self._closed = False
        try:
            loop.add_reader(fileno, read)
        except (OSError, RuntimeError):
            # epoll and kqueue refuse a file with the one, loops that watch no files with the other.
            self._hears, self._tells = os.pipe()
            self._thread = Thread(target=self._run, name="terminal-input", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Watches no longer."""
        self._closed = True
        if self._thread is None:
            # At the very end there is no loop that watches.
            with suppress(RuntimeError):
                self._loop.remove_reader(self._fileno)
        elif self._thread.is_alive():
            os.write(self._tells, _END)
            self._thread.join()
            os.close(self._hears)
            os.close(self._tells)

    def _run(self) -> None:
        while True:
            ready, _, _ = select.select([self._fileno, self._hears], [], [])
            if self._hears not in ready:
                with suppress(RuntimeError):
                    self._loop.call_soon_threadsafe(self._told)
            # What is there is read once before it is looked at again.
            if os.read(self._hears, 1) == _END:
                return

    def _told(self) -> None:
        if self._closed:
            # It was told before, and hears of it only now: what is there is for whoever reads next.
            return
        self._read()
        # Reading may have come to the end of all there is.
        if self._thread is not None and self._thread.is_alive():
            os.write(self._tells, _GO_ON)
