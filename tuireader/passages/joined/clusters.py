"""Matches between pairs of articles to shared passages of many: first sentence by sentence, then runs of sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from tuireader.passages.joined.bridges import Blocks, Bridges, Node
from tuireader.passages.joined.joining import Joining, Pairs
from tuireader.passages.joined.outlines import Group, Outlines, Stretch
from tuireader.passages.links.pair import SURE
from tuireader.passages.words.features import Features

#: What the links between two groups of sentences must score on average, a missing one counting nothing.
_AVERAGE = 0.34
#: How much of its run's best score a link inside a run is trusted with.
_TRUST = 0.8
#: What a link must score to make a second place in one article a repetition of the first.
_ECHO = 0.7
#: What stands beside blocks is so much of the longer article where the two are related, and so much more where it is
#: fewer than so many passages; else it must score so much.
_RELATED = 0.03
_FEW_RELATED = 0.06
_SEVERAL = 3
_ALONE = 0.98
#: So many units an article may give to one statement.
_LARGEST = 4


def gather(features: Sequence[Features], pairs: Pairs, blocks: Blocks) -> list[Group]:
    """The passages that the matches and the blocks make, in reading order.

    Sentences are grouped by average link (Sokal and Michener 1958), so that a chain of weak links cannot join two
    statements. Groups that follow each other in all their articles are then one passage, unless most of them begin a
    new paragraph there; and so are groups of two articles alone that one block of these runs through. A block without
    groups is a passage by itself. Groups of weak links alone are no passage, nor is one that lies within another.
    """
    strengths = _strengths(pairs)
    clusters = _average_link(features, strengths)
    bridges = Bridges.over(features, blocks).needed(clusters)
    clusters = [part for nodes in clusters for part in bridges.part(nodes)]
    joined = Joining(features, clusters, pairs, strengths, bridges).run()
    groups = Outlines(features, pairs, strengths, bridges).of(joined)
    shared = [
        group
        for group in groups
        if group.sure and group.score >= SURE and len({s.article for s in group.stretches}) > 1
    ]
    return sorted(_outermost(_believed(features, shared, blocks)), key=_place)


def _believed(features: Sequence[Features], groups: Sequence[Group], blocks: Blocks) -> list[Group]:
    """The groups but for faint ones between two articles that have blocks in common and next to nothing else.

    Copied paragraphs do not make two articles tell of one event; what else seems alike in them is mostly chance.
    """
    beside: dict[tuple[int, int], list[Group]] = {}
    for group in groups:
        if not group.block:
            for pair in combinations(sorted({stretch.article for stretch in group.stretches}), 2):
                beside.setdefault(pair, []).append(group)
    doubted: set[Group] = set()
    for pair, found in beside.items():
        if pair not in blocks:
            continue
        words = sum(s.high - s.low for group in found for s in group.stretches if s.article in pair) / 2
        least = _RELATED if len(found) >= _SEVERAL else _FEW_RELATED
        if words < least * max(len(features[x].stems) for x in pair):
            alone = (group for group in found if len({stretch.article for stretch in group.stretches}) == 2)
            doubted.update(group for group in alone if group.score < _ALONE)
    return [group for group in groups if group not in doubted]


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
