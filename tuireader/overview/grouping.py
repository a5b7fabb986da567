"""Which articles stand together, and which alone: average linkage over what every two of them share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tuireader.overview.pairs import Pair
from tuireader.passages import Passage

#: Articles stand together where every two of them share, on average, a third of their text. That is a cut for the eye
#: and no finding: what is copied or translated shares most of it, accounts written apart from each other
#: anything between a tenth and two thirds. The shares are told beside it, so that everybody can cut elsewhere.
TOGETHER = 1 / 3


class Branch(NamedTuple):
    """A part of the tree: one article, or two branches whose articles share so much, on average (``share``)."""

    articles: tuple[str, ...]
    share: float = 1.0
    parts: tuple[Branch, ...] = ()


class Cluster(NamedTuple):
    """Articles that stand together: the branch they make, the number of ``passages`` that at least two of them carry,
    and how many of those two of them tell in the same words (``alike``)."""

    branch: Branch
    passages: int
    alike: int

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids, those that share most next to each other."""
        return self.branch.articles


class Loner(NamedTuple):
    """An article that stands alone, the ``part`` of its body that stands in passages, and the one it shares most with
    (empty: none)."""

    article: str
    part: float
    nearest: str
    share: float


def tree(ids: Sequence[str], pairs: Iterable[Pair]) -> tuple[Branch, ...]:
    """The branches that average linkage makes (UPGMA: Sokal and Michener 1958), those that share most first.

    The share of two branches is the mean over all pairs of their articles, so that one article which copied from two
    does not make these two alike. What shares nothing is never joined.
    """
    place = {id: number for number, id in enumerate(ids)}
    # The sum of the shares of every two articles of two branches.
    totals = {(place[pair.a], place[pair.b]): pair.share for pair in pairs}
    live = {number: Branch((id,)) for id, number in place.items()}

    def average(edge: tuple[int, int]) -> float:
        return totals[edge] / (len(live[edge[0]].articles) * len(live[edge[1]].articles))

    def first(branch: Branch) -> tuple[float, int]:
        return -branch.share if branch.parts else 0.0, place[branch.articles[0]]

    while totals:
        edge = min(totals, key=lambda edge: (-average(edge), edge))
        share = average(edge)
        del totals[edge]
        into, gone = edge
        one, two = sorted((live[into], live.pop(gone)), key=first)
        live[into] = Branch(one.articles + two.articles, share, (one, two))
        for old in [old for old in totals if gone in old]:
            other = old[0] if old[1] == gone else old[1]
            new = min(into, other), max(into, other)
            totals[new] = totals.get(new, 0.0) + totals.pop(old)
    return tuple(sorted(live.values(), key=lambda branch: (-len(branch.articles), place[branch.articles[0]])))


def clusters(branches: Iterable[Branch], passages: Sequence[Passage]) -> tuple[Cluster, ...]:
    """The largest branches whose articles stand together, the one with most articles first."""
    found = [_cluster(branch, passages) for top in branches for branch in _cut(top)]
    return tuple(sorted(found, key=lambda cluster: (-len(cluster.articles), -cluster.branch.share)))


def loners(
    ids: Iterable[str], held: Iterable[Cluster], pairs: Sequence[Pair], shared: Mapping[str, float]
) -> tuple[Loner, ...]:
    """The articles that stand in no cluster, the one that shares least first."""
    together = {id for cluster in held for id in cluster.articles}
    found = []
    for id in ids:
        if id not in together:
            # Pairs come with those that share most first.
            near = next((pair for pair in pairs if id in (pair.a, pair.b)), None)
            other = "" if near is None else near.b if near.a == id else near.a
            found.append(Loner(id, shared.get(id, 0.0), other, near.share if near else 0.0))
    return tuple(sorted(found, key=lambda loner: loner.part))


def _cut(branch: Branch) -> list[Branch]:
    if len(branch.articles) < 2:
        return []
    return [branch] if branch.share >= TOGETHER else [each for part in branch.parts for each in _cut(part)]


def _cluster(branch: Branch, passages: Sequence[Passage]) -> Cluster:
    own = set(branch.articles)
    several = alike = 0
    for passage in passages:
        held: dict[int, set[str]] = {}
        for span, wording in passage.occurrences:
            if span.article in own:
                held.setdefault(wording, set()).add(span.article)
        if len(set().union(*held.values())) > 1:
            several += 1
            alike += any(len(articles) > 1 for articles in held.values())
    return Cluster(branch, several, alike)
