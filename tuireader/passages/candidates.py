"""Which of many articles are worth comparing: an inverted index of rare shingles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from tuireader.passages.features import Features
from tuireader.text.words import stopwords

#: A shingle is so many telling words in a row.
_LENGTH = 4
#: One that more articles hold tells nothing: it is furniture, or a phrase of the day.
_COMMON = 30
#: Two articles are neighbours from so many common shingles on.
_LEAST = 2


def neighbours(features: Sequence[Features]) -> list[tuple[int, int]]:
    """Pairs of articles (by number, the lower first, in order) that share rare wording.

    Shingles of telling stems in their order; whole-document signatures such as MinHash (Broder 1997) miss two articles
    that share a paragraph and little else.
    """
    holders: dict[tuple[str, ...], list[int]] = {}
    for number, own in enumerate(features):
        for shingle in sorted(set(_shingles(own))):
            holders.setdefault(shingle, []).append(number)
    common: dict[tuple[int, int], int] = {}
    for numbers in holders.values():
        if 2 <= len(numbers) <= _COMMON:
            for pair in combinations(numbers, 2):
                common[pair] = common.get(pair, 0) + 1
    return sorted(pair for pair, count in common.items() if count >= _LEAST)


def _shingles(own: Features) -> Iterable[tuple[str, ...]]:
    stop = stopwords()
    telling = [stem for stem in own.stems if stem not in stop]
    return zip(*(telling[shift:] for shift in range(_LENGTH)), strict=False)
