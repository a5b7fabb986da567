"""The stories of the library brought up to date after something came or went, and how far that is."""

from __future__ import annotations

from collections.abc import Callable

from tuireader.library import Library
from tuireader.library.stories import group
from tuireader.waiting import Progress


def find_stories(library: Library, *, quiet: bool = False, stop: Callable[[], bool] = lambda: False) -> None:
    """Finds which articles are one story. What is left undone when it is stopped is done the next time."""
    from tuireader.output import complain
    from tuireader.settings import paths

    line = Progress()

    def told(what: str, done: int, every: int) -> None:
        if not quiet and line.seen:
            line.say(f"finding stories: {what}, {done:,} of {every:,}")

    with line:
        outcome = group(library, paths.find().stories, should_stop=stop, told=told)
    if outcome.note and not quiet:
        complain(outcome.note)
