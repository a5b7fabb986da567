"""Who copied whom: what every two articles of a story have in common, and how much of it word for word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from tuireader.article import Article, Span
from tuireader.overview.first import UNKNOWN, First, Origins
from tuireader.passages import Link, Passage
from tuireader.text.words import bare, pieces

#: Words are copied where so many in a row stand in what the other article has in common with this one. Runs of n words
#: (Broder 1997, and for news that reuses an agency's text Clough et al. 2002) say more of copying than single words,
#: which two accounts of one event share anyway.
RUN = 4

Ranges = list[tuple[int, int]]


class Pair(NamedTuple):
    """Two articles that share something, ``a`` the one that was given first.

    ``share`` is the part, 0 to 1, of the words of both that links join; ``a_part`` and ``b_part`` are the same of
    each; ``a_same`` and ``b_same`` the part of its words that stand word for word in the other, in runs of at least
    ``RUN``. ``passages`` counts what both carry, ``alike`` how many of these in one wording. ``first`` says which of
    them came first, as far as dates and what they name tell.
    """

    a: str
    b: str
    share: float
    a_part: float
    b_part: float
    a_same: float
    b_same: float
    passages: int = 0
    alike: int = 0
    first: First = UNKNOWN


class Told:
    """The told words of one article, as numbers that are the same in all."""

    def __init__(self, article: Article, vocabulary: dict[str, int]) -> None:
        found = pieces(article.text)
        self.starts: list[int] = []
        words: list[int] = []
        for part in article.told():
            low, high = bisect_left(found.starts, part.start), bisect_left(found.starts, part.end)
            self.starts += found.starts[low:high]
            words += [vocabulary.setdefault(bare(word), len(vocabulary)) for word in found.written[low:high]]
        self.runs = list(zip(*(words[shift:] for shift in range(RUN)), strict=False))

    def within(self, spans: Iterable[Span]) -> Ranges:
        """The words of these spans as ranges that neither overlap nor touch."""
        found: Ranges = []
        for _, start, end in sorted(spans):
            low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
            if found and low <= found[-1][1]:
                found[-1] = (found[-1][0], max(high, found[-1][1]))
            elif low < high:
                found.append((low, high))
        return found

    def runs_in(self, ranges: Ranges) -> set[tuple[int, ...]]:
        """The runs of words that lie within these ranges."""
        return {run for low, high in ranges for run in self.runs[low : max(low, high - RUN + 1)]}

    def copied(self, ranges: Ranges, runs: set[tuple[int, ...]]) -> int:
        """How many words of these ranges stand in one of the runs."""
        total = reached = 0
        for low, high in ranges:
            for at in range(low, high - RUN + 1):
                if self.runs[at] in runs:
                    total += at + RUN - max(at, reached)
                    reached = at + RUN
        return total


def told(articles: Iterable[Article]) -> dict[str, Told]:
    """The words of each article, by id."""
    vocabulary: dict[str, int] = {}
    return {article.id: Told(article, vocabulary) for article in articles}


def pairs(
    words: Mapping[str, Told], links: Iterable[Link], passages: Iterable[Passage], origins: Origins
) -> tuple[Pair, ...]:
    """Every two articles of ``words`` that links join, those that share most first."""
    place = {id: number for number, id in enumerate(words)}
    held: dict[tuple[str, str], tuple[list[Span], list[Span]]] = {}
    for link in links:
        one, two = sorted((link.a, link.b), key=lambda span: place[span.article])
        mine, theirs = held.setdefault((one.article, two.article), ([], []))
        mine.append(one)
        theirs.append(two)
    carried = _carried(passages, place)
    found = []
    for (a, b), (mine, theirs) in held.items():
        first, second = words[a], words[b]
        ours, other = first.within(mine), second.within(theirs)
        whole = len(first.starts), len(second.starts)
        shared = _length(ours), _length(other)
        if not sum(shared):
            continue
        both, alike = carried.get((a, b), (0, 0))
        found.append(
            Pair(
                a,
                b,
                share=sum(shared) / sum(whole),
                a_part=shared[0] / max(1, whole[0]),
                b_part=shared[1] / max(1, whole[1]),
                a_same=first.copied(ours, second.runs_in(other)) / max(1, whole[0]),
                b_same=second.copied(other, first.runs_in(ours)) / max(1, whole[1]),
                passages=both,
                alike=alike,
                first=origins.between(a, b),
            )
        )
    return tuple(sorted(found, key=lambda pair: (-pair.share, place[pair.a], place[pair.b])))


def shared_parts(words: Mapping[str, Told], links: Iterable[Link]) -> dict[str, float]:
    """By article id the part, 0 to 1, of its words that links join to another one."""
    held: dict[str, list[Span]] = {id: [] for id in words}
    for link in links:
        held[link.a.article].append(link.a)
        held[link.b.article].append(link.b)
    return {id: _length(told.within(held[id])) / max(1, len(told.starts)) for id, told in words.items()}


def _carried(passages: Iterable[Passage], ids: Mapping[str, int]) -> dict[tuple[str, str], tuple[int, int]]:
    """For every two articles how many passages both carry, and how many of these in one wording."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for passage in passages:
        wordings: dict[str, set[int]] = {}
        for span, wording in passage.occurrences:
            if span.article in ids:
                wordings.setdefault(span.article, set()).add(wording)
        for a, b in combinations(sorted(wordings, key=lambda id: ids[id]), 2):
            both, alike = found.get((a, b), (0, 0))
            found[a, b] = both + 1, alike + (not wordings[a].isdisjoint(wordings[b]))
    return found


def _length(ranges: Ranges) -> int:
    return sum(high - low for low, high in ranges)
