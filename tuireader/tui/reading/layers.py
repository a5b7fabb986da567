"""What lies over a text: spans with a token each, asked for line by line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

Token = TypeVar("Token")


class Stretch(NamedTuple, Generic[Token]):
    """``text[start:end]`` carries a token."""

    start: int
    end: int
    token: Token


class Layer(Generic[Token]):
    """Stretches of one text that may touch but where, of two that overlap, the later one given wins.

    Built once, asked often: ``over`` costs a bisection and the stretches it returns.
    """

    def __init__(self, stretches: Iterable[tuple[int, int, Token]] = ()) -> None:
        flat: list[Stretch[Token]] = []
        for start, end, token in stretches:
            if start < end:
                _lay(flat, Stretch(start, end, token))
        self._flat = flat
        self._starts = [stretch.start for stretch in flat]

    def over(self, start: int, end: int) -> Sequence[Stretch[Token]]:
        """The stretches that overlap ``start:end``, in order, not cut to it."""
        if start >= end:
            return ()
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self._flat[first].end <= start:
            first += 1
        return self._flat[first : bisect_left(self._starts, end)]

    def at(self, offset: int) -> Token | None:
        """The token at an offset."""
        found = self.over(offset, offset + 1)
        return found[0].token if found else None

    def __len__(self) -> int:
        return len(self._flat)


def _lay(flat: list[Stretch[Token]], new: Stretch[Token]) -> None:
    """Puts a stretch over those that stand; what it covers is cut away."""
    low = bisect_right(flat, new.start, key=lambda stretch: stretch.end)
    high = bisect_left(flat, new.end, key=lambda stretch: stretch.start)
    left = [Stretch(old.start, new.start, old.token) for old in flat[low:high] if old.start < new.start]
    right = [Stretch(new.end, old.end, old.token) for old in flat[low:high] if old.end > new.end]
    flat[low:high] = [*left, new, *right]
