"""Writes to a terminal without ever waiting for it: where it does not read, the program goes on."""

from __future__ import annotations

import asyncio
import os
import select
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread

#: At the end it is waited so many seconds for a terminal that does not read.
_PATIENCE = 2.0


class Output(ABC):
    """Bytes for a terminal, in their order. ``drained`` is called in the loop when the system took all of some that had
    to wait.
    """

    gone = False
    """Whether there is no terminal any more."""

    @abstractmethod
    def write(self, data: bytes) -> None:
        """Has bytes written, now or as soon as the terminal takes them."""

    @property
    @abstractmethod
    def waiting(self) -> int:
        """Bytes the system did not take yet."""

    @abstractmethod
    def close(self) -> None:
        """Waits until all is written, though not for ever, and ends."""


def output(loop: asyncio.AbstractEventLoop, fileno: int, drained: Callable[[], object]) -> Output:
    """What writes to this terminal best."""
    own = _opened_again(fileno)
    return Threaded(loop, fileno, drained) if own is None else Direct(loop, own, drained)


def _opened_again(fileno: int) -> int | None:
    """The same terminal for writing that never waits; None where it cannot be opened, as after ``su``.

    Not to wait is a property of what was opened, which the shell and others share: theirs must stay as it is.
    """
    try:
        own = os.open(os.ttyname(fileno), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError:
        return None
    # In a container the same name can be another terminal.
    if os.path.samestat(os.fstat(own), os.fstat(fileno)):
        return own
    os.close(own)
    return None


class Direct(Output):
    """Writes at once, and the rest when the loop tells that it is taken.

    ``fileno`` must not block, and is closed at the end.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, fileno: int, drained: Callable[[], object]) -> None:
        self._loop = loop
        self._fileno = fileno
        self._drained = drained
        self._bytes = b""

    def write(self, data: bytes) -> None:
        if self.gone:
            return
        if self._bytes:
            self._bytes += data
            return
        self._bytes = self._taken(data)
        if self._bytes:
            self._loop.add_writer(self._fileno, self._go_on)

    @property
    def waiting(self) -> int:
        return len(self._bytes)

    def close(self) -> None:
        with suppress(RuntimeError):
            self._loop.remove_writer(self._fileno)
        end = time.monotonic() + _PATIENCE
        while self._bytes and (left := end - time.monotonic()) > 0:
            select.select([], [self._fileno], [], left)
            self._bytes = self._taken(self._bytes)
        # A write that a signal has cut in two goes on after this: by then the number may be another file's.
        fileno, self._fileno = self._fileno, -1
        os.close(fileno)

    def _go_on(self) -> None:
        self._bytes = self._taken(self._bytes)
        if not self._bytes:
            self._loop.remove_writer(self._fileno)
            self._drained()

    def _taken(self, data: bytes) -> bytes:
        """What the terminal did not take of the bytes."""
        try:
            while data:
                data = data[os.write(self._fileno, data) :]
        except BlockingIOError:
            return data
        except OSError:
            # The line is gone; whoever reads from it hears of it.
            self.gone = True
        return b""


class Threaded(Output):
    """Writes in a thread of its own, which may wait for the terminal."""

    def __init__(self, loop: asyncio.AbstractEventLoop, fileno: int, drained: Callable[[], object]) -> None:
        self._loop = loop
        self._fileno = fileno
        self._drained = drained
        self._bytes = bytearray()
        self._writing = 0
        self._ends = False
        self._changed = Condition()
        self._thread = Thread(target=self._run, name="terminal-output", daemon=True)
        self._thread.start()

    def write(self, data: bytes) -> None:
        if data and not self.gone:
            with self._changed:
                self._bytes += data
                self._changed.notify()

    @property
    def waiting(self) -> int:
        with self._changed:
            return len(self._bytes) + self._writing

    def close(self) -> None:
        with self._changed:
            self._ends = True
            self._changed.notify()
        self._thread.join(_PATIENCE)

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._bytes and not self._ends:
                    self._changed.wait()
                if not self._bytes:
                    return
                data = bytes(self._bytes)
                self._bytes.clear()
                self._writing = len(data)
            self._write(data)
            with self._changed:
                self._writing = 0
                drained = not self._bytes
            if drained:
                # At the very end there is no loop to tell.
                with suppress(RuntimeError):
                    self._loop.call_soon_threadsafe(self._drained)

    def _write(self, data: bytes) -> None:
        try:
            while data and not self.gone:
                data = data[os.write(self._fileno, data) :]
        except OSError:
            self.gone = True
