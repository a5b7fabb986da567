"""Reads what a terminal sends when there is something to read: the event loop waits for it, nothing looks meanwhile."""

from __future__ import annotations

import asyncio
import os
import select
import time
from codecs import getincrementaldecoder
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import constants

from tuireader.tui.terminal.answers import Answers
from tuireader.tui.terminal.pasting import Pastes
from tuireader.tui.terminal.private import Keys
from tuireader.tui.terminal.watching import Watch

if TYPE_CHECKING:
    from textual.message import Message

_MUCH = 1 << 16
#: Answers torn apart on their way are waited for longer than an escape is, where any are to come.
_TORN = 1.0


class Input:
    """Bytes of a terminal: answers go to ``answers``, keys and all else to ``heard`` as messages of Textual.

    ``lost`` is called when there is no terminal any more. Of the first ``typed`` bytes line feeds are the enter key.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        fileno: int,
        answers: Answers,
        heard: Callable[[Message], object],
        lost: Callable[[], object],
        typed: int = 0,
    ) -> None:
        self._loop = loop
        self._fileno = fileno
        self._answers = answers
        self._heard = heard
        self._lost = lost
        self._typed = typed
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._pastes = Pastes()
        self._keys = Keys(debug=constants.DEBUG)
        self._timer: asyncio.TimerHandle | None = None
        self._watch = Watch(loop, fileno, self._read)

    def close(self) -> None:
        """Reads nothing any more."""
        self._watch.close()
        self._stop_timer()
        self._keys.end()

    @property
    def ready(self) -> bool:
        """Whether there is something to read."""
        return bool(select.select([self._fileno], [], [], 0)[0])

    def _read(self) -> None:
        try:
            data = os.read(self._fileno, _MUCH)
        except InterruptedError:
            return
        except OSError:
            data = b""
        if not data:
            self.close()
            self._lost()
            return
        if self._typed:
            early, data = data[: self._typed], data[self._typed :]
            self._typed -= len(early)
            data = early.replace(b"\n", b"\r") + data
        self._stop_timer()
        # Pasted text is cleaned first: no answer can be forged in it.
        self._feed(self._answers.feed(self._pastes.feed(self._decode(data))))
        if self._answers.held or self._keys.waits:
            seconds = _TORN if self._answers.torn else constants.ESCAPE_DELAY
            self._timer = self._loop.call_later(seconds, self._waited)

    def _waited(self) -> None:
        self._timer = None
        self._feed(self._answers.release())
        for message in self._keys.expire():
            self._heard(message)

    def _feed(self, text: str) -> None:
        for message in self._keys.feed(text):
            self._heard(message)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def read_until(fileno: int, answers: Answers, seconds: float) -> None:
    """Reads and drops what comes until the last request for the cursor is answered, at the most so long."""
    end = time.monotonic() + seconds
    while answers.awaited and (left := end - time.monotonic()) > 0:
        if not select.select([fileno], [], [], left)[0]:
            return
        try:
            data = os.read(fileno, _MUCH)
        except OSError:
            return
        if not data:
            return
        answers.feed(data.decode("utf-8", "replace"))
