"""The other side of ``isolated``: a process that calls our own functions with bytes nobody can trust.

Started as ``python -m tuireader.sources.worker``. Requests come on standard input, answers go to standard output:
frames of an 8-byte length and that many bytes. A request is a JSON object (``call``, ``limits``, ``options``) and a
frame of data; an answer is a JSON object with ``done``, ``failed``, ``missing``, ``memory`` or ``broken``, and a frame
for each stretch of bytes that goes with it. Whatever the function prints goes nowhere.
"""

from __future__ import annotations

import json
import math
import os
import queue
import resource
import signal
import struct
import sys
import threading
import time
from collections.abc import Callable
from importlib import import_module
from typing import BinaryIO, NamedTuple

#: A process that nobody asked for so many seconds leaves by itself, with status 0.
IDLE = 30.0
#: Status of a process that took more memory than it may, where the system does not refuse it.
TOO_MUCH = 77
_LENGTH = struct.Struct("!Q")


class Answer(NamedTuple):
    """What a function gives back where bytes go with it: plain data, and the bytes, which need no JSON."""

    data: object
    blobs: tuple[bytes, ...] = ()


def main() -> None:
    """Answers requests until standard input ends, which it does when the parent is gone, however it went."""
    source, sink = _own_channels()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    requests: queue.SimpleQueue[tuple[bytes, bytes]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(source, requests), daemon=True).start()
    while True:
        try:
            header, data = requests.get(timeout=IDLE)
        except queue.Empty:
            os._exit(0)
        answer, blobs = _answered(json.loads(header), data)
        del data
        for frame in (json.dumps(answer).encode(), *blobs):
            sink.write(_LENGTH.pack(len(frame)))
            sink.write(frame)
        sink.flush()


def _own_channels() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output as they came, out of the reach of what is called: those are the void from here on."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    void = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(void, number)
    return source, sink


def _listen(source: BinaryIO, requests: queue.SimpleQueue[tuple[bytes, bytes]]) -> None:
    """Takes requests in a thread, so that the end of the input is seen while a function runs."""
    while (header := _frame(source)) is not None and (data := _frame(source)) is not None:
        requests.put((header, data))
    os._exit(0)


def _frame(source: BinaryIO) -> bytes | None:
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    length = _LENGTH.unpack(head)[0]
    body = source.read(length)
    return body if len(body) == length else None


def _answered(request: dict[str, object], data: bytes) -> tuple[dict[str, object], tuple[bytes, ...]]:
    """Calls the function that is asked for, within its limits."""
    options = request["options"]
    assert isinstance(options, dict)
    try:
        function = _function(str(request["call"]))
        _limit(float(str(request["seconds"])), int(str(request["memory"])))
        try:
            found = function(data, **options)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        answer = found if isinstance(found, Answer) else Answer(found)
        json.dumps(answer.data)
    except MemoryError:
        return {"memory": True}, ()
    except ImportError as error:
        return {"missing": error.name or str(error)}, ()
    except (ValueError, OSError) as error:
        return {"failed": str(error)[:1000]}, ()
    except Exception as error:
        return {"broken": type(error).__name__}, ()
    return {"done": answer.data, "blobs": len(answer.blobs)}, answer.blobs


def _function(name: str) -> Callable[..., object]:
    module, _, attribute = name.partition(":")
    found: Callable[..., object] = getattr(import_module(module), attribute)
    return found


def _limit(seconds: float, memory: int) -> None:
    """What the kernel holds against this process, should the parent not be there to do it.

    The alarm and the limit of processor time kill without asking Python, which a hanging expression never would allow.
    Nothing is written to any file from here on: modules are imported by now.
    """
    signal.setitimer(signal.ITIMER_REAL, seconds + 2)
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = math.ceil(used.ru_utime + used.ru_stime + 2 * seconds + 2)
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    if sys.platform == "linux":
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory if hard == resource.RLIM_INFINITY else min(memory, hard), hard))
    else:
        _watch_memory(memory)


_watched = [0]


def _watch_memory(memory: int) -> None:
    """Leaves when the process has grown beyond ``memory``: other systems than Linux take the limit and forget it."""
    first = not _watched[0]
    _watched[0] = memory
    if first:
        threading.Thread(target=_watching, daemon=True).start()


def _watching() -> None:
    unit = 1 if sys.platform == "darwin" else 1024
    while True:
        time.sleep(0.05)
        if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit > _watched[0]:
            os._exit(TOO_MUCH)


if __name__ == "__main__":
    main()
