"""Who shares how much with whom: the part of one article's body that stands in another too.

This is the one measure of sharing: characters of the body that lie in shared passages, as in ``Telling.shared``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tuireader.article import Article
from tuireader.passages import Passage

Ranges = list[tuple[int, int]]
"""Stretches of one text in order, none of which overlaps or touches another."""


class Sharing(NamedTuple):
    """``pairs`` gives by (article, other) the part (0 to 1) of the article's body that stands in passages the other has
    too, ``alone`` by article the part that stands in no passage."""

    pairs: Mapping[tuple[str, str], float]
    alone: Mapping[str, float]

    def together(self, one: str, other: str) -> float:
        """What two articles share, as the larger of the two parts: a brief taken from a long report is all in it."""
        return max(self.pairs.get((one, other), 0.0), self.pairs.get((other, one), 0.0))

    def closest(self) -> list[tuple[float, str, str]]:
        """The pairs of articles that share something, those that share most first; first whose text is more in the
        other's."""
        found = []
        for (one, other), part in self.pairs.items():
            back = self.pairs.get((other, one), 0.0)
            if part > back or (part == back and one < other):
                found.append((part, one, other))
        return sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2]))


def sharing(articles: Sequence[Article], passages: Sequence[Passage]) -> Sharing:
    """What the passages say of the articles."""
    bodies = {article.id: body(article) for article in articles}
    pairs = {
        (own, other): part
        for (own, other), spans in common(bodies, passages).items()
        if (whole := length(bodies[own])) and (part := length(overlap(bodies[own], spans)) / whole)
    }
    spans: dict[str, list[tuple[int, int]]] = {id: [] for id in bodies}
    for passage in passages:
        for (id, start, end), _ in passage.occurrences:
            if id in spans:
                spans[id].append((start, end))
    alone = {
        id: 1 - length(overlap(bodies[id], merged(held))) / length(bodies[id])
        for id, held in spans.items()
        if bodies[id]
    }
    return Sharing(pairs, alone)


def common(ids: Iterable[str], passages: Iterable[Passage]) -> dict[tuple[str, str], Ranges]:
    """By (article, other) what stands in passages that both carry, as ranges of the article's text."""
    own = frozenset(ids)
    held: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for passage in passages:
        carriers = own.intersection(passage.articles)
        for (id, start, end), _ in passage.occurrences:
            if id in carriers:
                for other in carriers:
                    if other != id:
                        held.setdefault((id, other), []).append((start, end))
    return {pair: merged(ranges) for pair, ranges in held.items()}


def body(article: Article) -> Ranges:
    """Where an article's body stands."""
    return merged((part.start, part.end) for part in article.parts if part.role == "body")


def merged(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Stretches that may overlap, as ranges."""
    found: Ranges = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        elif start < end:
            found.append((start, end))
    return found


def overlap(one: Ranges, other: Ranges) -> Ranges:
    """What lies in both."""
    found: Ranges = []
    mine = theirs = 0
    while mine < len(one) and theirs < len(other):
        start, end = max(one[mine][0], other[theirs][0]), min(one[mine][1], other[theirs][1])
        if start < end:
            found.append((start, end))
        if one[mine][1] < other[theirs][1]:
            mine += 1
        else:
            theirs += 1
    return found


def length(ranges: Ranges) -> int:
    """How many characters they cover."""
    return sum(end - start for start, end in ranges)
