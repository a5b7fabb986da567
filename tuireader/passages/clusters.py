"""Matches between pairs of articles to shared passages of many: first sentence by sentence, then runs of sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tuireader.passages.features import Features
from tuireader.passages.joining import REACH, Joining, Node, Pairs
from tuireader.passages.pair import SURE

#: What the links between two groups of sentences must score on average, a missing one counting nothing.
_AVERAGE = 0.34
#: How much of its run's best score a link inside a run is trusted with.
_TRUST = 0.8
#: What a link must score to make a second place in one article a repetition of the first.
_ECHO = 0.7
#: So many units an article may give to one statement.
_LARGEST = 4


class Stretch(NamedTuple):
    """Units ``first`` to ``last`` (inclusive) of an article, and the words (half open) that a passage takes of them."""

    article: int
    first: int
    last: int
    low: int
    high: int


class Group(NamedTuple):
    """A passage before it has a number: its stretches in order, and its score."""

    stretches: tuple[Stretch, ...]
    score: float


def gather(features: Sequence[Features], pairs: Pairs) -> list[Group]:
    """The passages that the matches make, in reading order.

    Sentences are grouped by average link (Sokal and Michener 1958), so that a chain of weak links cannot join two
    statements. Groups that follow each other in all their articles are then one passage, unless most of them begin a
    new paragraph there. Groups of weak links alone are no passage, nor is one that lies within another.
    """
    strengths = _strengths(pairs)
    clusters = _average_link(features, strengths)
    joined = Joining(features, clusters, pairs, strengths).run()
    groups = [_group(features, cluster, pairs, strengths) for cluster in joined]
    shared = [group for group in groups if group.score >= SURE and len({s.article for s in group.stretches}) > 1]
    return sorted(_outermost(shared), key=_place)


def _outermost(groups: Sequence[Group]) -> list[Group]:
    """The groups that no other covers in all its articles."""
    holders: dict[Node, list[Group]] = {}
    for group in groups:
        for stretch in group.stretches:
            for unit in range(stretch.first, stretch.last + 1):
                holders.setdefault((stretch.article, unit), []).append(group)

    def covered(group: Group) -> bool:
        first = group.stretches[0]
        return any(
            all(any(_within(s, o) for o in other.stretches) for s in group.stretches)
            for other in holders[first.article, first.first]
            if other is not group
        )

    return [group for group in groups if not covered(group)]


def _within(inner: Stretch, outer: Stretch) -> bool:
    return inner.article == outer.article and outer.low <= inner.low and inner.high <= outer.high


def _place(group: Group) -> tuple[tuple[int, int, int], ...]:
    return tuple((stretch.article, stretch.low, stretch.high) for stretch in group.stretches)


def _strengths(pairs: Pairs) -> dict[tuple[Node, Node], float]:
    """How far each link is trusted: a weak link inside a run speaks with the run's voice."""
    strengths: dict[tuple[Node, Node], float] = {}
    for (x, y), matches in sorted(pairs.items()):
        score = {(match.i, match.j): match.score for match in matches}
        best = dict(score)
        for direction in (sorted(score), sorted(score, reverse=True)):
            for i, j in direction:
                for side in ((i - 1, j - 1), (i + 1, j + 1)):
                    if side in best:
                        best[i, j] = max(best[i, j], best[side])
        for (i, j), value in score.items():
            strengths[(x, i), (y, j)] = max(value, _TRUST * best[i, j])
    return strengths


def _average_link(features: Sequence[Features], strengths: Mapping[tuple[Node, Node], float]) -> list[list[Node]]:
    home: dict[Node, Node] = {}
    members: dict[Node, list[Node]] = {}
    for edge in strengths:
        for node in edge:
            home[node] = node
            members[node] = [node]
    names = [feature.key for feature in features]

    def rank(edge: tuple[Node, Node]) -> tuple[object, ...]:
        one, two = sorted((names[x], unit) for x, unit in edge)
        return (-strengths[edge], one, two)

    for edge in sorted(strengths, key=rank):
        one, two = home[edge[0]], home[edge[1]]
        if one == two or len(members[one]) + len(members[two]) > _LARGEST * len(features):
            continue
        if _average(members[one], members[two], strengths) >= _AVERAGE:
            for node in members[two]:
                home[node] = one
            members[one] += members.pop(two)
    return [sorted(nodes) for _, nodes in sorted(members.items()) if len(nodes) > 1]


def _average(one: Sequence[Node], two: Sequence[Node], strengths: Mapping[tuple[Node, Node], float]) -> float:
    """The mean over pairs of articles of the best link between two groups.

    Where both hold units of one article that do not stand together, one repeats the other; that takes a sure link.
    """
    best: dict[tuple[int, int], float] = {}
    least = 1.0
    for p in one:
        for q in two:
            if p[0] == q[0]:
                least = min(least, _AVERAGE / _ECHO if abs(p[1] - q[1]) > 2 else 1.0)
                continue
            value = strengths.get((p, q) if p < q else (q, p), 0.0)
            best[p[0], q[0]] = max(value, best.get((p[0], q[0]), 0.0))
    return least * sum(best.values()) / len(best) if best else 0.0


def _group(
    features: Sequence[Features],
    nodes: Sequence[Node],
    pairs: Pairs,
    strengths: Mapping[tuple[Node, Node], float],
) -> Group:
    inside = frozenset(nodes)
    low: dict[Node, int] = {}
    high: dict[Node, int] = {}
    best: dict[tuple[int, int], list[float]] = {}
    for (x, y), matches in pairs.items():
        for match in matches:
            p, q = (x, match.i), (y, match.j)
            if p not in inside or q not in inside:
                continue
            cut = match.fit
            for node, first, last in ((p, cut.a_first, cut.a_last), (q, cut.b_first, cut.b_last)):
                low[node] = min(first, low.get(node, first))
                high[node] = max(last, high.get(node, last))
            best.setdefault((x, y), []).append(strengths[p, q])
    stretches: list[Stretch] = []
    for x, unit in nodes:
        if (x, unit) not in low:
            continue
        before = stretches[-1] if stretches and stretches[-1].article == x else None
        units = features[x].units
        if before and before.last + REACH >= unit and units[before.last].segment == units[unit].segment:
            stretches[-1] = stretches[-1]._replace(last=unit, high=high[x, unit])
        else:
            stretches.append(Stretch(x, unit, unit, low[x, unit], high[x, unit]))
    means = [sum(values) / len(values) for _, values in sorted(best.items())]
    return Group(tuple(stretches), sum(means) / len(means) if means else 0.0)
