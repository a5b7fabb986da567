"""Matches between pairs of articles to shared passages of many: first sentence by sentence, then runs of sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tuireader.passages.features import Features
from tuireader.passages.pair import Match

#: What the links between two groups of sentences must score on average, a missing one counting nothing.
AVERAGE = 0.34
#: How much of its run's best score a link inside a run is trusted with.
_TRUST = 0.8

#: (number of the article, number of the unit)
Node = tuple[int, int]
#: Matches by the numbers of their two articles, the lower first.
Pairs = Mapping[tuple[int, int], Sequence[Match]]


class Stretch(NamedTuple):
    """Units ``first`` to ``last`` (inclusive) of one article, and the words (half open) that a passage takes of them."""

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
    statements. Groups that follow each other in all their articles are then one passage, unless all of them begin a
    new paragraph there.
    """
    strengths = _strengths(pairs)
    clusters = _average_link(features, strengths)
    joined = _join(features, clusters)
    groups = [_group(features, cluster, pairs, strengths) for cluster in joined]
    return sorted((group for group in groups if len({s.article for s in group.stretches}) > 1), key=_place)


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
        if one != two and _average(members[one], members[two], strengths) >= AVERAGE:
            for node in members[two]:
                home[node] = one
            members[one] += members.pop(two)
    return [sorted(nodes) for _, nodes in sorted(members.items()) if len(nodes) > 1]


def _average(one: Sequence[Node], two: Sequence[Node], strengths: Mapping[tuple[Node, Node], float]) -> float:
    """The mean over pairs of articles of the best link between two groups."""
    best: dict[tuple[int, int], float] = {}
    for p in one:
        for q in two:
            if p[0] != q[0]:
                value = strengths.get((p, q) if p < q else (q, p), 0.0)
                best[p[0], q[0]] = max(value, best.get((p[0], q[0]), 0.0))
    return sum(best.values()) / len(best) if best else 0.0


def _join(features: Sequence[Features], clusters: Sequence[list[Node]]) -> list[list[Node]]:
    """Groups that stand beside each other in all their articles become one."""
    at = {node: number for number, nodes in enumerate(clusters) for node in nodes}
    carriers = [frozenset(x for x, _ in nodes) for nodes in clusters]
    home = list(range(len(clusters)))

    def root(number: int) -> int:
        while home[number] != number:
            number = home[number]
        return number

    for (x, unit), one in sorted(at.items()):
        two = at.get((x, unit + 1))
        if two is None or root(one) == root(two) or carriers[one] != carriers[two]:
            continue
        beside = {
            y: features[y].units[u].paragraph == features[y].units[u + step].paragraph
            for y, u in clusters[one]
            for step in (1, -1)
            if at.get((y, u + step)) == two
        }
        if len(beside) == len(carriers[one]) and any(beside.values()):
            home[root(two)] = root(one)
    joined: dict[int, list[Node]] = {}
    for number, nodes in enumerate(clusters):
        joined.setdefault(root(number), []).extend(nodes)
    return [sorted(nodes) for nodes in joined.values()]


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
        if stretches and stretches[-1].article == x and stretches[-1].last + 1 == unit:
            stretches[-1] = stretches[-1]._replace(last=unit, high=high[x, unit])
        else:
            stretches.append(Stretch(x, unit, unit, low[x, unit], high[x, unit]))
    means = [sum(values) / len(values) for _, values in sorted(best.items())]
    return Group(tuple(stretches), sum(means) / len(means) if means else 0.0)
