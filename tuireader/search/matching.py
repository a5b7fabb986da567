"""One word of a query, and which words of the vocabulary answer it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

# A word of which only the beginning was typed is never as close as a whole word.
_BEGINNING = 0.9
#: Postings of a beginning beyond which passages are looked at one by one: it is so common that enough are found soon.
_WIDE = 40_000


class Matcher:
    """What one typed word may stand for: some words with their closeness, and a range of words that begin with it."""

    def __init__(
        self,
        word: str,
        closeness: Mapping[int, float],
        beginning: tuple[int, int],
        terms: Sequence[str],
        postings: Sequence[list[int]],
    ) -> None:
        """``closeness``: word id to 0..1. ``beginning``: a half-open range of word ids, empty where only whole words
        count. ``postings``: for each word id the passages that hold it."""
        self._word = word
        self._closeness = closeness
        self._low, self._high = beginning
        self._terms = terms
        self._postings = postings

    @property
    def wide(self) -> bool:
        """Whether it is a beginning of so many words that collecting their passages would take too long."""
        return self._high > self._low and self.total > _WIDE

    @cached_property
    def total(self) -> int:
        """How many passages hold one of the words, those that hold several counted more than once."""
        inside = sum(map(len, self._postings[self._low : self._high]))
        return inside + sum(len(self._postings[term]) for term in self._closeness if not self._low <= term < self._high)

    @cached_property
    def passages(self) -> frozenset[int]:
        """The passages that hold one of the words."""
        return frozenset().union(
            *self._postings[self._low : self._high],
            *(self._postings[term] for term in self._closeness if not self._low <= term < self._high),
        )

    def finds(self, term: int) -> bool:
        """Whether a word of a passage is one of those meant."""
        return self._low <= term < self._high or term in self._closeness

    def best(self, terms: Sequence[int]) -> tuple[float, list[int]]:
        """How close the nearest word of a passage is, and where words that near stand; 0 and nowhere without one."""
        best = 0.0
        places: list[int] = []
        closeness, low, high = self._closeness, self._low, self._high
        for place, term in enumerate(terms):
            if term in closeness:
                near = closeness[term]
            elif low <= term < high:
                near = _BEGINNING + (1 - _BEGINNING) * len(self._word) / len(self._terms[term])
            else:
                continue
            if near > best:
                best, places = near, [place]
            elif near == best:
                places.append(place)
        return best, places
