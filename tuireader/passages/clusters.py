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
#: What a link must score to make a second place in one article a repetition of the first.
ECHO = 0.7
#: So many units on, groups are still beside each other, if no side has more than so many words between that others lack.
REACH = 3
LITTLE = 6

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
    """The mean over pairs of articles of the best link between two groups.

    Where both hold units of one article that do not stand together, one repeats the other; that takes a sure link.
    """
    best: dict[tuple[int, int], float] = {}
    least = 1.0
    for p in one:
        for q in two:
            if p[0] == q[0]:
                least = min(least, AVERAGE / ECHO if abs(p[1] - q[1]) > 2 else 1.0)
                continue
            value = strengths.get((p, q) if p < q else (q, p), 0.0)
            best[p[0], q[0]] = max(value, best.get((p[0], q[0]), 0.0))
    return least * sum(best.values()) / len(best) if best else 0.0


def _join(features: Sequence[Features], clusters: Sequence[list[Node]]) -> list[list[Node]]:
    """Groups that stand beside each other in all their articles become one, with the little that lies between them."""
    at = {node: number for number, nodes in enumerate(clusters) for node in nodes}
    carriers = [frozenset(x for x, _ in nodes) for nodes in clusters]
    home = list(range(len(clusters)))

    def root(number: int) -> int:
        while home[number] != number:
            number = home[number]
        return number

    for (x, unit), one in sorted(at.items()):
        for step in range(1, REACH + 1):
            two = at.get((x, unit + step))
            if two is None or root(one) == root(two) or carriers[one] != carriers[two]:
                continue
            if _beside(features, clusters[one], at, two):
                home[root(two)] = root(one)
    joined: dict[int, list[Node]] = {}
    for number, nodes in enumerate(clusters):
        joined.setdefault(root(number), []).extend(nodes)
    return [sorted(nodes) for nodes in joined.values()]


def _beside(features: Sequence[Features], nodes: Sequence[Node], at: Mapping[Node, int], other: int) -> bool:
    """Whether a group stands next to another in all its articles, without a new paragraph in all of them.

    What only one article puts between them is an addition, and keeps them apart.
    """
    between: dict[int, tuple[int, bool]] = {}
    for x, unit in nodes:
        units = features[x].units
        for step in (1, -1, 2, -2, 3, -3):
            if abs(step) <= REACH and at.get((x, unit + step)) == other:
                low, high = sorted((unit, unit + step))
                words = units[high].first - units[low].last
                same = units[low].block == units[high].block
                between[x] = min(between.get(x, (words, not same)), (words, not same))
                break
    if len(between) < len({x for x, _ in nodes}):
        return False
    gaps = [words for words, _ in between.values()]
    return max(gaps) <= LITTLE + 2 * min(gaps) and not all(broken for _, broken in between.values())


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
        if stretches and stretches[-1].article == x and stretches[-1].last + REACH >= unit:
            stretches[-1] = stretches[-1]._replace(last=unit, high=high[x, unit])
        else:
            stretches.append(Stretch(x, unit, unit, low[x, unit], high[x, unit]))
    means = [sum(values) / len(values) for _, values in sorted(best.items())]
    return Group(tuple(stretches), sum(means) / len(means) if means else 0.0)
