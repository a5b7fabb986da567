"""A program as a job of a shell: stopped with all that belongs to it, and kept from the terminal in the background.

All of it is what the system itself does where a terminal hears of ctrl+z (POSIX, "Terminal Access Control").
"""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable


def stop() -> None:
    """Stops this process, and returns when it goes on.

    At once where nobody is left who could have it go on, such as the shell it was started by: the system stops no such
    process. Nor is one stopped that was started without regard to it.
    """
    # To this thread: sent to the process, another one may take it, and this one go on for a while.
    _by_default(signal.raise_signal)


def stop_all() -> None:
    """Stops all that was started with this process, or its shell would go on waiting for the rest: a script that called
    it, the other end of a pipe. Returns as ``stop`` does.
    """
    # All of it at once: what is stopped later than the rest may be so after its shell has had everything go on.
    _by_default(lambda number: os.kill(0, number))


def _by_default(send: Callable[[int], object]) -> None:
    before = signal.getsignal(signal.SIGTSTP)
    if before == signal.SIG_IGN:
        return
    signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    try:
        send(signal.SIGTSTP)
    finally:
        signal.signal(signal.SIGTSTP, before)


def in_front(fileno: int) -> bool:
    """Whether this process may use a terminal. In the background it is stopped, all of its job with it, until it may.

    False where the terminal is gone, or nobody is left who could bring the job to the front.
    """
    before = signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    try:
        while True:
            try:
                # In front it is there already. In the background it is stopped for asking, and asks again when it goes
                # on. Settings of the terminal would not do: in the background they are those of the shell's own line.
                os.tcsetpgrp(fileno, os.getpgrp())
                return True
            except InterruptedError:
                continue
            except OSError as error:
                # All else is told of what is no terminal, or none that jobs take turns at.
                return error.errno not in (errno.EIO, errno.ENXIO)
    finally:
        signal.signal(signal.SIGTTOU, before)
