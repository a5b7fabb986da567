"""The moment in which an event loop has nothing else to do: the one to draw in, since nothing more will change.

An answer to a key is many messages between widgets, each a turn of the loop. Drawn after the last of them it is one
frame. Textual draws by a clock meanwhile, a new screen three times before all is in its place, and waits in between.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextvars import Context, copy_context
from time import monotonic
from typing import Any, NamedTuple

#: What goes on and on is not waited for: after so many turns of the loop, or so many seconds, it is time all the same.
_TURNS, _SECONDS = 400, 0.05


#: What comes after all layouts: words that depend on where things have come to stand, the frame, the cursor.
WORDS, FRAME, CURSOR = 1, 2, 3


class _Asked(NamedTuple):
    call: Callable[..., object]
    arguments: tuple[Any, ...]
    after: int


class Still:
    """Calls what was asked for when the event loop has nothing else to do. ``failed`` is told what that raises."""

    def __init__(self, failed: Callable[[Exception], object]) -> None:
        self._failed = failed
        self._asked: dict[_Asked, Context] = {}
        self._looking = False
        self._turns = 0
        self._since = 0.0

    def ask(self, call: Callable[..., object], *arguments: Any, after: int = 0) -> None:
        """Has something called, once however often it is asked for. What has a higher ``after`` comes later, also than
        what is asked for meanwhile; else the order is that of asking.
        """
        self._asked.setdefault(_Asked(call, arguments, after), copy_context())
        if not self._looking:
            self._looking, self._turns, self._since = True, 0, monotonic()
            asyncio.get_running_loop().call_soon(self._look)

    @property
    def waiting(self) -> bool:
        """Whether something is asked for."""
        return bool(self._asked)

    def drop(self, call: Callable[..., object], *arguments: Any, after: int = 0) -> None:
        """What was asked for is no longer wanted."""
        self._asked.pop(_Asked(call, arguments, after), None)

    def _look(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._asked and not self._restless(loop):
                asked = min(self._asked, key=lambda each: each.after)
                try:
                    self._asked.pop(asked).run(asked.call, *asked.arguments)
                except Exception as error:
                    self._failed(error)
        finally:
            # Also where a call was broken off by what is no failure: the rest is still to come.
            self._turns += 1
            self._looking = bool(self._asked)
            if self._looking:
                loop.call_soon(self._look)

    def _restless(self, loop: asyncio.AbstractEventLoop) -> bool:
        # A loop that does not tell what it has to do is given one turn.
        ready = getattr(loop, "_ready", ())
        return bool(ready) and self._turns < _TURNS and monotonic() - self._since < _SECONDS
