"""Who shares how much with whom: the part of one article's body that stands in another too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tuireader.article import Article, Span
from tuireader.passages import Passage


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


def sharing(articles: Sequence[Article], passages: Iterable[Passage]) -> Sharing:
    """What the passages say of the articles."""
    held: dict[tuple[str, str], list[Span]] = {}
    shared: dict[str, list[Span]] = {article.id: [] for article in articles}
    for passage in passages:
        carriers = passage.articles
        for occurrence in passage.occurrences:
            own = occurrence.span.article
            shared[own].append(occurrence.span)
            for other in carriers:
                if other != own:
                    held.setdefault((own, other), []).append(occurrence.span)
    bodies = {article.id: _body(article) for article in articles}
    whole = {id: sum(end - start for start, end in parts) for id, parts in bodies.items()}
    pairs = {
        (own, other): part
        for (own, other), spans in held.items()
        if whole[own] and (part := _common(bodies[own], spans) / whole[own])
    }
    alone = {id: 1 - _common(bodies[id], spans) / whole[id] for id, spans in shared.items() if whole[id]}
    return Sharing(pairs, alone)


def _body(article: Article) -> list[tuple[int, int]]:
    return [(part.start, part.end) for part in article.parts if part.role == "body"]


def _common(parts: Sequence[tuple[int, int]], spans: Iterable[Span]) -> int:
    """How many characters of the parts the spans cover, each counted once. Both count in one article."""
    covered = _merged(spans)
    return sum(
        max(0, min(end, stop) - max(start, begin)) for start, end in parts for begin, stop in covered if begin < end
    )


def _merged(spans: Iterable[Span]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for _, start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
