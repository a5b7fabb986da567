"""Waiting until an app has nothing left to do, by what stands in its event loop instead of by the clock."""

from __future__ import annotations

import asyncio
import threading
from math import inf
from time import monotonic, process_time

import textual.app
import textual.pilot
import textual.screen
from textual._context import active_app

from tuireader.tui.background import Background

#: Frames a second: what ``tuireader.tui.start`` asks Textual for.
FRAMES = 240
#: Timers that are due within so many seconds belong to the answer: screens are drawn by one, a frame later.
_FRAME = 0.02
#: So long it is waited for what is ready, in seconds.
_TURN = 0.0002
#: While threads work, the process is looked at for so long: it is at rest when it used less than a tenth of that.
_LOOK = 0.01
#: After so many seconds it is given up.
_LONGEST = 10.0


async def wait_for_idle(_least: float = 0.0, most: float = 1.0) -> None:
    """Waits until no callback is ready and none is due within a frame; where threads work, until they wait as well.

    What never ends is waited for until the process has computed for ``most`` seconds, however busy the machine is; an
    app that ends is not waited for. Stands for ``textual._wait.wait_for_idle``, which sleeps at least 20 ms and takes a
    starved process for an idle one.
    """
    loop = asyncio.get_running_loop()
    worked, end = process_time() + most, monotonic() + _LONGEST
    await asyncio.sleep(0)
    rests = False
    app = active_app.get(None)
    while process_time() < worked and monotonic() < end and not (app is not None and app._exit):
        timers = [each.when() for each in loop._scheduled if not each.cancelled()]  # type: ignore[attr-defined]
        due = min(timers, default=inf) - loop.time()
        if loop._ready:  # type: ignore[attr-defined]
            # Not at once: screens are drawn when nothing else is ready.
            await asyncio.sleep(_TURN)
        elif due < _FRAME:
            await asyncio.sleep(max(0.0, due))
        elif rests or not _at_work():
            return
        else:
            before = process_time()
            await asyncio.sleep(_LOOK)
            rests = process_time() - before < _LOOK / 10


def _at_work() -> bool:
    """Whether a thread of the reader works: one of its own, or one of Textual's workers."""
    own = any(thread.name == Background.__name__ for thread in threading.enumerate())
    return own or any("Worker._run" in str(task.get_coro()) for task in asyncio.all_tasks())


def install() -> None:
    """Has Textual's pilot wait so, and screens draw as often as the reader has them do."""
    textual.screen.UPDATE_PERIOD = 1 / FRAMES  # type: ignore[misc]
    for module in (textual.app, textual.pilot):
        module.wait_for_idle = wait_for_idle  # type: ignore[attr-defined]
