"""One pass at a time over one store: a second one would not know the texts that the first one takes in meanwhile."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

#: So long another pass is waited for, in seconds; it is asked for this often whether it is over.
_PATIENCE, _PAUSE = 60.0, 0.1
_BUSY = (errno.EAGAIN, errno.EACCES)


@contextmanager
def alone(file: Path | None, should_stop: Callable[[], bool], patience: float = _PATIENCE) -> Iterator[bool]:
    """Whether no other pass is at work on the store in a file, in this process or another one, as long as this lasts.

    Waits for one that is, until it is over, too long, or ``should_stop`` says that it is enough. Where files cannot be
    locked it is taken for granted.
    """
    handle = _opened(file)
    try:
        yield handle is None or _locked(handle, should_stop, time.monotonic() + patience)
    finally:
        if handle is not None:
            os.close(handle)


def _opened(file: Path | None) -> int | None:
    try:
        return os.open(file.with_name(f"{file.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600) if file else None
    except OSError:
        return None


def _locked(handle: int, should_stop: Callable[[], bool], end: float) -> bool:
    import fcntl

    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in _BUSY:
                return True
        else:
            return True
        if should_stop() or time.monotonic() > end:
            return False
        time.sleep(_PAUSE)
