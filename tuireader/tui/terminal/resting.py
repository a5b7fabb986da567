"""When a screen has come to rest: everything that its widgets were told is done, and laid out."""

from __future__ import annotations

import asyncio
from typing import Any

from textual.screen import Screen
from textual.widget import Widget

from tuireader.tui.terminal.private import Composed
from tuireader.tui.terminal.still import CURSOR

#: What a layout changes may ask for another one: so often it is looked at again.
_ROUNDS = 3


async def rested(screen: Screen[Any]) -> None:
    """Returns when a screen rests, as far as nothing new comes to it."""
    for _ in range(_ROUNDS):
        await asyncio.gather(*(_idle(each) for each in (screen, *screen.query("*"))))
        laid_out = asyncio.Event()
        if not screen.call_after_refresh(laid_out.set):
            return
        await laid_out.wait()
    if isinstance(app := screen.app, Composed):
        # Words of where things have come to stand are written after the last layout.
        written = asyncio.Event()
        app.still.ask(written.set, after=CURSOR)
        await written.wait()


async def _idle(widget: Widget) -> None:
    """Returns when a widget has answered all messages that it had by now."""
    answered = asyncio.Event()
    if widget.call_later(answered.set):
        await answered.wait()
