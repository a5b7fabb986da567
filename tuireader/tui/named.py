"""Which paths the reader opens, and which of them it watches."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tuireader.library import Library
from tuireader.library.visited import Place
from tuireader.sources.addresses import is_address


class Named(NamedTuple):
    """Paths to open, those to be watched, and remembered ones that are not there at the moment."""

    paths: tuple[str, ...]
    watched: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def named(arguments: Sequence[str], library: Library, seeds: Path, *, watch: bool) -> Named:
    """The paths of the call; without any those that the reader added before, or the bundled articles where none were.

    ``watch`` watches all of them; without it those are watched that were when they were added.
    """
    if arguments:
        return Named(
            tuple(arguments), tuple(each for each in arguments if watch and each != "-" and not is_address(each))
        )
    there: list[Place] = []
    missing: list[Place] = []
    for place in library.places():
        is_there = os.path.lexists(place.path) or any(char in place.path for char in "*?[")
        (there if is_there else missing).append(place)
    paths = tuple(place.path for place in there)
    watched = tuple(place.path for place in there if watch or place.watch)
    return Named(paths or (str(seeds),), watched, tuple(place.path for place in missing))
