"""Which of many articles are worth comparing: an inverted index of rare shingles and rare words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from tuireader.passages.features import Features
from tuireader.text.words import stopwords

#: A shingle is so many telling words in a row.
_LENGTH = 4
#: A shingle that more articles hold tells nothing: it is furniture, or a phrase of the day. A single word, from fewer.
_COMMON_SHINGLE = 30
_COMMON_WORD = 10
#: Two articles are neighbours from so many common shingles, or so many common rare words, on.
_SHINGLES = 2
_WORDS = 8

#: A pair of articles by number, the lower first.
Pair = tuple[int, int]


def neighbours(features: Sequence[Features]) -> list[Pair]:
    """Pairs of articles, in order, that share rare wording (copies) or many rare words (the same event in other words).

    Signatures of whole documents such as MinHash (Broder 1997) miss two articles that share one paragraph alone.
    """
    shingles: dict[tuple[str, ...], list[int]] = {}
    stems: dict[str, list[int]] = {}
    stop = stopwords()
    for number, own in enumerate(features):
        for shingle in dict.fromkeys(_shingles(own, stop)):
            shingles.setdefault(shingle, []).append(number)
        for stem in own.places:
            if stem not in stop:
                stems.setdefault(stem, []).append(number)
    copies = _shared(shingles, _COMMON_SHINGLE, _SHINGLES)
    return sorted(copies | _shared(stems, _COMMON_WORD, _WORDS))


def _shingles(own: Features, stop: frozenset[str]) -> Iterable[tuple[str, ...]]:
    telling = [stem for stem in own.stems if stem not in stop]
    return zip(*(telling[shift:] for shift in range(_LENGTH)), strict=False)


def _shared(holders: Mapping[tuple[str, ...], list[int]] | Mapping[str, list[int]], most: int, least: int) -> set[Pair]:
    """Pairs that share at least ``least`` of what at most ``most`` articles hold."""
    common: dict[Pair, int] = {}
    for numbers in holders.values():
        if 2 <= len(numbers) <= most:
            for pair in combinations(numbers, 2):
                common[pair] = common.get(pair, 0) + 1
    return {pair for pair, count in common.items() if count >= least}
