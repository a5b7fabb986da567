"""One pass at a time over one store: a second one would not know the texts that the first one takes in meanwhile."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

#: So long another pass is waited for, in seconds; it is asked for this often whether it is over.
PATIENCE, _PAUSE = 60.0, 0.1
_BUSY = (errno.EAGAIN, errno.EACCES)


@contextmanager
def alone(
    file: Path | None,
    should_stop: Callable[[], bool],
    patience: float = PATIENCE,
    waits: Callable[[], object] = lambda: None,
) -> Iterator[bool]:
    """Whether no other pass is at work on the store in a file, in this process or another one, as long as this lasts.

    Waits for one that is, until it is over, ``patience`` seconds have gone by, or ``should_stop`` says that it is
    enough; ``waits`` is called before, once. Where files cannot be locked it is taken for granted.
    """
    handle = _opened(file)
    try:
        yield handle is None or _locked(handle) or _waited(handle, should_stop, time.monotonic() + patience, waits)
    finally:
        if handle is not None:
            os.close(handle)


def _opened(file: Path | None) -> int | None:
    try:
        return os.open(file.with_name(f"{file.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600) if file else None
    except OSError:
        return None


def _waited(handle: int, should_stop: Callable[[], bool], end: float, waits: Callable[[], object]) -> bool:
    waits()
    while not should_stop() and time.monotonic() < end:
        time.sleep(_PAUSE)
        if _locked(handle):
            return True
    return False


def _locked(handle: int) -> bool:
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _BUSY
    return True
