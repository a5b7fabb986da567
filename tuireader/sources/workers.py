"""One worker process as its parent sees it: what is sent, what comes back, how it ended."""

from __future__ import annotations

import os
import selectors
import struct
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import IO

#: A frame of more bytes than this is no answer.
MOST = 256_000_000
_LENGTH = struct.Struct("!Q")
_START = "import sys; sys.path[:] = sys.argv[1:]; from tuireader.sources.worker import main; main()"


class Gone(Exception):
    """The process has ended, or sends what is no answer."""


class TooSlow(Exception):
    """The time was over before the answer was there."""


class Worker:
    """A process that answers one request after the other. Not to be used by two threads at once, but for ``kill``."""

    def __init__(self) -> None:
        # It can import what can be imported here, and nothing from the folder one happens to stand in.
        places = [place for place in sys.path if place]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, *places],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Control-C is for the parent; it says when to stop.
            start_new_session=True,
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._in: IO[bytes] = self._process.stdin
        self._out: IO[bytes] = self._process.stdout
        self.asked = 0
        os.set_blocking(self._in.fileno(), False)
        os.set_blocking(self._out.fileno(), False)

    def send(self, frames: Iterable[bytes], until: float) -> None:
        """Sends a request. ``until`` is a time of ``time.monotonic``. Raises TooSlow and Gone."""
        self.asked += 1
        for frame in frames:
            self._write(_LENGTH.pack(len(frame)), until)
            self._write(frame, until)

    def take(self, until: float) -> bytes:
        """The next frame of the answer. Raises TooSlow and Gone."""
        length = _LENGTH.unpack(self._read(_LENGTH.size, until))[0]
        if length > MOST:
            raise Gone
        return self._read(length, until)

    def kill(self) -> None:
        """Ends the process at once; whoever waits for its answer gets Gone."""
        self._process.kill()

    def end(self, patience: float = 0) -> int | None:
        """Ends the process and forgets it: its status, where it had come to an end within ``patience`` by itself."""
        try:
            return self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            return None
        finally:
            for pipe in (self._in, self._out):
                with suppress(OSError):
                    pipe.close()

    def _write(self, data: bytes, until: float) -> None:
        view = memoryview(data)
        while view:
            self._wait(self._in, selectors.EVENT_WRITE, until)
            try:
                view = view[os.write(self._in.fileno(), view[: 1 << 20]) :]
            except BlockingIOError:
                continue
            except OSError:
                raise Gone from None

    def _read(self, length: int, until: float) -> bytes:
        found = bytearray()
        while len(found) < length:
            self._wait(self._out, selectors.EVENT_READ, until)
            try:
                piece = os.read(self._out.fileno(), min(1 << 20, length - len(found)))
            except BlockingIOError:
                continue
            except OSError:
                raise Gone from None
            if not piece:
                raise Gone
            found += piece
        return bytes(found)

    def _wait(self, pipe: IO[bytes], event: int, until: float) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, event)
            left = until - time.monotonic()
            if left <= 0 or not selector.select(left):
                raise TooSlow
