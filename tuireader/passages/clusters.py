"""Matches between pairs of articles to shared passages of many: first sentence by sentence, then runs of sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tuireader.passages.features import Features
from tuireader.passages.pair import SURE, Match

#: What the links between two groups of sentences must score on average, a missing one counting nothing.
AVERAGE = 0.34
#: How much of its run's best score a link inside a run is trusted with.
_TRUST = 0.8
#: What a link must score to make a second place in one article a repetition of the first.
ECHO = 0.7
#: So many units on, groups can still be beside each other.
REACH = 6
#: So many words one article alone may have between them, and so many more where the wording differs altogether.
LITTLE = 6
REWORDED = 25
#: The words between in the fullest article: so often those of the barest more than that, and so many at most.
RATIO = 2
MUCH = 60

#: (number of the article, number of the unit)
Node = tuple[int, int]
#: Matches by the numbers of their two articles, the lower first.
Pairs = Mapping[tuple[int, int], Sequence[Match]]


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
    joined = _join(features, clusters, _densities(pairs))
    groups = [_group(features, cluster, pairs, strengths) for cluster in joined]
    shared = [group for group in groups if group.score >= SURE and len({s.article for s in group.stretches}) > 1]
    return sorted((group for group in shared if not _within(group, shared)), key=_place)


def _within(group: Group, others: Sequence[Group]) -> bool:
    """Whether another group covers this one in all its articles."""
    return any(
        other is not group
        and all(
            any(s.article == o.article and o.low <= s.low and s.high <= o.high for o in other.stretches)
            for s in group.stretches
        )
        for other in others
    )


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


def _densities(pairs: Pairs) -> dict[Node, float]:
    """How near each unit's best link is to a copy, 0 to 1."""
    best: dict[Node, float] = {}
    for (x, y), matches in pairs.items():
        for match in matches:
            for node in ((x, match.i), (y, match.j)):
                best[node] = max(best.get(node, 0.0), match.density)
    return best


def _join(
    features: Sequence[Features], clusters: Sequence[list[Node]], densities: Mapping[Node, float]
) -> list[list[Node]]:
    """Groups that stand beside each other in all their articles become one, with the little that lies between them."""
    at = {node: number for number, nodes in enumerate(clusters) for node in nodes}
    carriers = [frozenset(x for x, _ in nodes) for nodes in clusters]
    dense = [sum(densities[node] for node in nodes) / len(nodes) for nodes in clusters]
    loose = {x: _loose(x, features[x], at) for x in sorted({x for x, _ in at})}
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
            little = LITTLE + REWORDED * (1 - min(dense[one], dense[two]))
            if _beside(features, clusters[one], at, two, loose, little):
                home[root(two)] = root(one)
    joined: dict[int, list[Node]] = {}
    for number, nodes in enumerate(clusters):
        joined.setdefault(root(number), []).extend(nodes)
    return [sorted(nodes) for nodes in joined.values()]


def _loose(x: int, own: Features, at: Mapping[Node, int]) -> list[int]:
    """How many words before each unit belong to no group."""
    counts = [0]
    for number, unit in enumerate(own.units):
        counts.append(counts[-1] + (0 if (x, number) in at else unit.last - unit.first))
    return counts


def _beside(
    features: Sequence[Features],
    nodes: Sequence[Node],
    at: Mapping[Node, int],
    other: int,
    loose: Mapping[int, Sequence[int]],
    little: float,
) -> bool:
    """Whether a group stands near another in all its articles, without a new paragraph in most of them.

    What only one article puts between them is an addition, and keeps them apart.
    """
    between: dict[int, tuple[int, bool]] = {}
    for x, unit in nodes:
        units = features[x].units
        for step in range(1, REACH + 1):
            for near in (unit + step, unit - step):
                if at.get((x, near)) == other and units[near].segment == units[unit].segment:
                    low, high = sorted((unit, near))
                    found = (loose[x][high] - loose[x][low + 1], units[low].block != units[high].block)
                    between[x] = min(between.get(x, found), found)
    if len(between) < len({x for x, _ in nodes}):
        return False
    gaps = [words for words, _ in between.values()]
    broken = sum(new for _, new in between.values())
    return max(gaps) <= little + RATIO * min(gaps) and max(gaps) <= MUCH and 2 * broken <= len(between)


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
