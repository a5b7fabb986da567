"""Functions that do to a worker what a parser of hostile bytes might do."""

import os
import re
import signal
import sys
import time

from tuireader.sources.worker import Answer


def echo(data: bytes, **options: object) -> object:
    return {"size": len(data), **options}


def hang(_data: bytes) -> None:
    while True:
        pass


def hang_without_python(_data: bytes) -> None:
    """Holds the interpreter's lock, so that no other thread of the worker runs."""
    re.match(r"(a+)+$", "a" * 60 + "b")


def sleep(_data: bytes) -> None:
    time.sleep(60)


def allocate(_data: bytes) -> int:
    return len(bytearray(4_000_000_000))


def crash(_data: bytes) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leave(_data: bytes, status: int) -> None:
    os._exit(status)


def scribble(_data: bytes) -> str:
    print("nothing of this is an answer")
    os.write(1, b"\x00" * 100)
    os.write(2, b"x" * 1_000_000)
    sys.stderr.write("nor of this")
    return sys.stdin.read()


def refuse(_data: bytes) -> None:
    raise ValueError("is no\x1b]0;title\x07 document")


def raises(_data: bytes) -> None:
    raise KeyError("secret")


def needs(_data: bytes) -> None:
    import no_such_package  # type: ignore[import-not-found]  # noqa: F401


def no_json(_data: bytes) -> object:
    return {1, 2}


def writes(data: bytes, path: str) -> None:
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(data)


def who(_data: bytes) -> int:
    return os.getpid()


def with_bytes(data: bytes) -> Answer:
    return Answer({"parts": 2}, (data, b"second"))


def lie(_data: bytes, junk: str) -> None:
    """Writes to whatever channel there is, as one would who has taken over the worker."""
    for number in range(3, 20):
        try:
            os.write(number, junk.encode("latin-1"))
        except OSError:
            continue
