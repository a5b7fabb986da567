"""Killing a process that writes, at any moment, and looking for every write that it had acknowledged."""

import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.library.writer import missing
from tuireader.library import Library
from tuireader.library.checking import check


class Killed(NamedTuple):
    """After a kill: the writes acknowledged so far, those of them that are missing, and what a check found wrong."""

    acknowledged: int
    missing: list[str]
    wrong: str


def kill(file: Path, times: int, chance: random.Random, longest: float = 0.05) -> Iterator[Killed]:
    """Starts a writer on a library so many times, and kills it within ``longest`` seconds of its first write.

    A writer is forked from this process, which has all that it needs imported: to begin a Python takes ten times as
    long as what is to be tested.
    """
    acknowledged: list[str] = []
    for _ in range(times):
        first = max((int(each[1:]) for each in acknowledged), default=0) + 1000
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            _write(file, first, writer)
        os.close(writer)
        with os.fdopen(reader, "rb") as said:
            begun = said.readline()
            time.sleep(chance.uniform(0, longest))
            os.kill(child, signal.SIGKILL)
            # The last line may have been cut by the kill.
            lines = (begun + said.read()).decode().split("\n")[:-1]
        os.waitpid(child, 0)
        acknowledged += lines
        with Library.open(file) as library:
            wrong = library.note
            found = check(library)
            wrong = wrong or found.pages or " ".join((*found.unreadable, *found.mended))
            yield Killed(len(acknowledged), missing(library, acknowledged), wrong)


def _write(file: Path, first: int, writer: int) -> None:
    """The writer: this process from now on."""
    try:
        os.dup2(writer, 1)
        sys.stdout = os.fdopen(1, "w")
        sys.argv = ["writer", str(file), str(first)]
        from tests.library import writer as module

        module.main()
    finally:
        os._exit(1)
