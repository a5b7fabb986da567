"""The stories of the library brought up to date after something came or went, and how far that is."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from tuireader.library import Library
from tuireader.library.stories import PATIENCE, group
from tuireader.waiting import Progress

#: Seconds after which it is told where no line can be written over, too.
_SOON = 3.0
#: So many seconds another process is waited for that finds stories, where something is only to be shown.
_SHORT = 1.0


def find_stories(
    library: Library,
    *,
    quiet: bool = False,
    stop: Callable[[], bool] = lambda: False,
    kinship: Path | None = None,
    patience: float = PATIENCE,
) -> bool:
    """Finds which articles are one story; returns whether of all. What is left undone is done the next time, and why
    it is left is told, also where how far it is is not to be told (``quiet``).

    ``kinship`` is the file with what stories are found by, where the articles are not those of the library; another
    process that finds stories by it is waited for, so many seconds as ``patience`` says.
    """
    from tuireader.output import complain
    from tuireader.settings import paths

    line = Progress()
    begun, said = time.monotonic(), False

    def told(what: str, done: int, every: int) -> None:
        nonlocal said
        if quiet:
            return
        if line.seen:
            line.say(f"finding stories: {what}, {done:,} of {every:,}")
        elif not said and time.monotonic() - begun > _SOON:
            said = True
            complain(f"finding stories: {what}, {done:,} of {every:,}; this takes a while where much is new")

    def waits() -> None:
        if quiet:
            return
        if line.seen:
            line.say("waiting for another tuireader, which is finding stories")
        elif patience > _SOON:
            complain("waiting for another tuireader, which is finding stories")

    with line:
        file = kinship or paths.find().stories
        outcome = group(library, file, should_stop=stop, told=told, patience=patience, waits=waits)
    if outcome.note:
        complain(outcome.note)
    return outcome.whole


def find_missing_stories(library: Library, *, quiet: bool = False) -> None:
    """Does so where articles were never looked at: an import was ended before, or another program put them in.

    Ctrl+C ends the program as ever; what was found by then is kept. Another process that is at it is waited for only a
    moment: what is there can be shown.
    """
    if library.file is not None and library.ungrouped():
        find_stories(library, quiet=quiet, patience=_SHORT)
