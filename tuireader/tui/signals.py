"""What the reader does when it is told to end, or when its terminal is closed."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import termios
from collections.abc import Callable
from functools import partial

#: How a shell names the end by a signal.
_SIGNALLED = 128


def leave_on(leave: Callable[[int], object], save: Callable[[], object]) -> None:
    """Has ``leave`` called with an exit status where the process is told to end.

    Otherwise it would end at once, and the terminal stay in the state the reader needs. Where the terminal is gone
    nothing could be drawn, and writing to it may wait for ever: only ``save`` is called.
    """
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, partial(_told, _SIGNALLED + number, leave, save))


def _told(status: int, leave: Callable[[int], object], save: Callable[[], object]) -> None:
    if _terminal_there():
        leave(status)
        return
    try:
        save()
    finally:
        os._exit(status)


def _terminal_there() -> bool:
    try:
        termios.tcgetattr(sys.__stdin__ or 0)
    except (termios.error, ValueError, OSError):
        return False
    return True
