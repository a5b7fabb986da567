"""Groups of sentences to passages: what stands beside each other in all its articles is told as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tuireader.passages.joined.bridges import Bridges, Node, Side
from tuireader.passages.links.pair import Match
from tuireader.passages.words.features import Features

#: So many units on, groups can still be beside each other.
REACH = 6
#: So many words one article alone may have between them, and so many more where the wording differs altogether.
_LITTLE = 6
_REWORDED = 25
#: Where it differs altogether, what stands between in the fullest article may be so often that of the barest more.
_RATIO = 2
_MUCH = 60

#: Matches by the numbers of their two articles, the lower first.
Pairs = Mapping[tuple[int, int], Sequence[Match]]


class Joining:
    """Groups of sentences that stand beside each other in all their articles become one passage."""

    def __init__(
        self,
        features: Sequence[Features],
        clusters: Sequence[list[Node]],
        pairs: Pairs,
        strengths: Mapping[tuple[Node, Node], float],
        bridges: Bridges,
    ) -> None:
        self.features = features
        self.clusters = clusters
        self.at = {node: number for number, nodes in enumerate(clusters) for node in nodes}
        self.carriers = [frozenset(x for x, _ in nodes) for nodes in clusters]
        self.home = list(range(len(clusters)))
        near = densities(pairs)
        self.density = [sum(near[node] for node in nodes) / len(nodes) for nodes in clusters]
        self.bridges = bridges
        self.through = [bridges.through(nodes) for nodes in clusters]
        self.ties: dict[tuple[int, int], set[int]] = {}
        for p, q in strengths:
            if p in self.at and q in self.at:
                self.ties.setdefault((self.at[p], self.at[q]), set()).add(q[0])
                self.ties.setdefault((self.at[q], self.at[p]), set()).add(p[0])

    def run(self) -> list[list[Node]]:
        """The groups, joined where they belong together; each in order."""
        home, root = self.home, self._root
        for (x, unit), one in sorted(self.at.items()):
            for step in range(1, REACH + 1):
                two = self.at.get((x, unit + step))
                if two is not None and root(one) != root(two) and self._beside(one, two):
                    home[root(two)] = root(one)
        for one, two in self._bridged():
            home[root(two)] = root(one)
        joined: dict[int, list[Node]] = {}
        for number, nodes in enumerate(self.clusters):
            joined.setdefault(root(number), []).extend(nodes)
        return [sorted(nodes) for nodes in joined.values()]

    def _root(self, number: int) -> int:
        while self.home[number] != number:
            number = self.home[number]
        return number

    def _bridged(self) -> list[tuple[int, int]]:
        """Groups of two articles that follow each other, however far, in a block of these."""
        last: dict[tuple[int, int], int] = {}
        found = []
        for (x, _), number in sorted(self.at.items()):
            for bridge in sorted(self.through[number]):
                before = last.get((bridge, x), number)
                if before != number and len(self.carriers[before]) == len(self.carriers[number]) == 2:
                    found.append((before, number))
                last[bridge, x] = number
        return found

    def _beside(self, one: int, two: int) -> bool:
        """Whether two groups stand near each other in all articles of both, without a new paragraph in most of them.

        What stands between them in an article and is told by neither keeps them apart; the more the wording differs,
        the more there may be. An article that tells both in one sentence has nothing between. Blocks that were parted
        or changed places stay two.
        """
        if self.through[one] and self.through[two] and (self._swapped(one, two) or self._parted(one, two)):
            return False
        near: dict[int, list[tuple[int, int, bool]]] = {x: [] for x in self._told_at_once(one, two)}
        for x, unit in self.clusters[one]:
            units = self.features[x].units
            for y, other in self.clusters[two]:
                if x == y and abs(other - unit) <= REACH and units[other].segment == units[unit].segment:
                    low, high = (unit, other) if unit < other else (other, unit)
                    near.setdefault(x, []).append((low, high, units[low].block != units[high].block))
        if len(near) < len(self.carriers[one] | self.carriers[two]):
            return False
        if 2 * sum(bool(pairs) and all(new for _, _, new in pairs) for pairs in near.values()) > len(near):
            return False  # told first, since it is quickly told
        between = [
            min([(self._foreign(x, low, high, one, two), new) for low, high, new in pairs], default=(0, False))
            for x, pairs in near.items()
        ]
        gaps = [words for words, _ in between]
        broken = sum(new for _, new in between)
        most = allowance(min(self.density[one], self.density[two]), min(gaps))
        return max(gaps) <= most and 2 * broken <= len(between)

    def _foreign(self, x: int, low: int, high: int, one: int, two: int) -> int:
        """How many words between two units belong neither to one of two groups nor to what is joined to them."""
        own = {self._root(one), self._root(two)}
        between = ((self.at.get((x, unit)), self.features[x].units[unit]) for unit in range(low + 1, high))
        return sum(
            unit.last - unit.first for number, unit in between if number is None or self._root(number) not in own
        )

    def _swapped(self, one: int, two: int) -> bool:
        """Whether the groups lie in blocks that follow each other in one article, and the other way in the other."""
        if self.through[one] & self.through[two]:
            return False
        pairs = ((self.bridges[p].sides, self.bridges[q].sides) for p in self.through[one] for q in self.through[two])
        return any(len({sides[x].low < others[x].low for x in sides if x in others}) == 2 for sides, others in pairs)

    def _parted(self, one: int, two: int) -> bool:
        """Whether the groups lie in blocks of the same two articles alone that have words between them in both."""
        if self.through[one] & self.through[two] or len(self.carriers[one] | self.carriers[two]) != 2:
            return False
        pairs = ((self.bridges[p].sides, self.bridges[q].sides) for p in self.through[one] for q in self.through[two])
        return any(all(_gap(sides[x], others[x]) > 0 for x in sides) for sides, others in pairs)

    def _told_at_once(self, one: int, two: int) -> set[int]:
        """The articles of only one group where a unit of it is linked with the other group as well."""
        alone = self.carriers[one] ^ self.carriers[two]
        linked = self.ties.get((one, two), set()) | self.ties.get((two, one), set())
        return linked.intersection(alone)


def _gap(one: Side, two: Side) -> int:
    return max(one.low, two.low) - min(one.high, two.high)


def allowance(density: float, between: int) -> float:
    """How many words of an article a passage may have that the others do not tell.

    By how near to copies its links are, and how many words stand between them in the barest article.
    """
    return min(_MUCH, _LITTLE + (_REWORDED + _RATIO * between) * (1 - density))


def densities(pairs: Pairs) -> dict[Node, float]:
    """How near each unit's best link is to a copy, 0 to 1."""
    best: dict[Node, float] = {}
    for (x, y), matches in pairs.items():
        for match in matches:
            for node in ((x, match.i), (y, match.j)):
                best[node] = max(best.get(node, 0.0), match.density)
    return best
