"""Writes to a terminal beside the event loop: where the terminal does not read, the program goes on."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Condition, Thread

#: At the end it is waited so many seconds for a terminal that does not read.
_PATIENCE = 2.0


class Output:
    """Bytes for a file descriptor, written one after the other by a thread of its own.

    ``drained`` is called in that thread each time all was taken by the system.
    """

    def __init__(self, fileno: int, drained: Callable[[], object]) -> None:
        self._fileno = fileno
        self._drained = drained
        self._bytes = bytearray()
        self._writing = 0
        self._ends = False
        self._changed = Condition()
        self.gone = False
        """Whether there is no terminal any more."""
        self._thread = Thread(target=self._run, name="terminal-output", daemon=True)
        self._thread.start()

    def write(self, data: bytes) -> None:
        """Has bytes written, soon. Never waits."""
        if data and not self.gone:
            with self._changed:
                self._bytes += data
                self._changed.notify()

    @property
    def waiting(self) -> int:
        """Bytes the system did not take yet."""
        with self._changed:
            return len(self._bytes) + self._writing

    def close(self) -> None:
        """Waits until all is written, though not for ever, and ends."""
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
                self._drained()

    def _write(self, data: bytes) -> None:
        try:
            while data and not self.gone:
                data = data[os.write(self._fileno, data) :]
        except OSError:
            # The line is gone; whoever reads from it hears of it.
            self.gone = True
