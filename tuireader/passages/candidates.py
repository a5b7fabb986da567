"""Which of many articles are worth comparing: an inverted index of rare shingles and rare words."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from tuireader.passages.words.features import Features
from tuireader.text.words import stopwords

#: A shingle is so many telling words in a row.
_LENGTH = 3
#: A shingle that more articles hold tells nothing: it is furniture, or a phrase of the day. A single word, from fewer.
_COMMON_SHINGLE = 30
_COMMON_WORD = 6
#: A common shingle counts so much, a common rare word one; two articles are neighbours from so much on.
_SHINGLE = 3
_NEIGHBOURS = 8

#: A pair of articles by number, the lower first.
Pair = tuple[int, int]


def neighbours(features: Sequence[Features]) -> list[Pair]:
    """Pairs of articles, in order, that share rare wording (copies) or many rare words (the same event in other words).

    Signatures of whole documents such as MinHash (Broder 1997) miss two articles that share one paragraph alone. Time
    and memory grow with the words of all articles, since what many articles hold is left out.
    """
    stop = stopwords()
    points: dict[Pair, int] = {}
    for kind, most, worth in ((_shingles, _COMMON_SHINGLE, _SHINGLE), (_words, _COMMON_WORD, 1)):
        for holders in _holders(kind(own, stop) for own in features):
            if len(holders) <= most:
                for pair in combinations(holders, 2):
                    points[pair] = points.get(pair, 0) + worth
    return sorted(pair for pair, count in points.items() if count >= _NEIGHBOURS)


def _shingles(own: Features, stop: frozenset[str]) -> Iterator[Hashable]:
    """The hash of each shingle: an index of the words themselves would take three times the memory."""
    telling = [stem for stem in own.stems if stem not in stop]
    return map(hash, dict.fromkeys(zip(*(telling[shift:] for shift in range(_LENGTH)), strict=False)))


def _words(own: Features, stop: frozenset[str]) -> Iterator[Hashable]:
    return (stem for stem in own.places if stem not in stop)


def _holders(articles: Iterable[Iterable[Hashable]]) -> Iterable[list[int]]:
    """The articles that hold a thing, for each that two or more hold."""
    first: dict[Hashable, int] = {}
    several: dict[Hashable, list[int]] = {}
    for number, things in enumerate(articles):
        for thing in things:
            held = several.get(thing)
            if held is not None:
                held.append(number)
            elif thing in first:
                several[thing] = [first.pop(thing), number]
            else:
                first[thing] = number
    return several.values()
