"""Things that stand in a text one behind the other, found by where they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Placed(Generic[Thing]):
    """Names, dates or the like in reading order, none over another; ``start`` and ``end`` say where each stands."""

    def __init__(self, things: Sequence[Thing], start: Callable[[Thing], int], end: Callable[[Thing], int]) -> None:
        self._things = things
        self._starts = [start(thing) for thing in things]
        self._ends = [end(thing) for thing in things]

    def touching(self, low: int, high: int) -> Sequence[Thing]:
        """Those that have a place in common with ``low:high``."""
        return self._things[bisect_right(self._ends, low) : bisect_left(self._starts, high)]


def covered(spans: Iterable[tuple[int, int]]) -> Placed[tuple[int, int]]:
    """What some spans cover together, in any order and over each other: stretches with nothing in common."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return Placed(found, lambda span: span[0], lambda span: span[1])
