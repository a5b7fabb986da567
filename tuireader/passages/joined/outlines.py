"""Groups of sentences to stretches of words: what of each article a passage takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tuireader.passages.joined.bridges import Bridges, Node, Side
from tuireader.passages.joined.joining import REACH, Pairs, allowance, densities
from tuireader.passages.links.pair import SURE
from tuireader.passages.words.features import Features


class Stretch(NamedTuple):
    """Units ``first`` to ``last`` (inclusive) of an article, and the words (half open) that a passage takes of them."""

    article: int
    first: int
    last: int
    low: int
    high: int


class Group(NamedTuple):
    """A passage before it has a number: its stretches in order, its score, whether a block runs through it, and whether
    that or a sure match holds it together."""

    stretches: tuple[Stretch, ...]
    score: float
    block: bool
    sure: bool


class Tie(NamedTuple):
    """A match seen from one of its units: the other unit, how far it is trusted, and the words it takes of this one."""

    other: Node
    strength: float
    low: int
    high: int
    sure: bool


class Outlines:
    """From which word to which word groups of units go."""

    def __init__(
        self,
        features: Sequence[Features],
        pairs: Pairs,
        strengths: Mapping[tuple[Node, Node], float],
        bridges: Bridges,
    ) -> None:
        self._features = features
        self._bridges = bridges
        self._densities = densities(pairs)
        self._ties: dict[Node, list[Tie]] = {}
        for (x, y), matches in pairs.items():
            for match in matches:
                p, q, cut = (x, match.i), (y, match.j), match.fit
                strength = strengths[p, q]
                self._ties.setdefault(p, []).append(Tie(q, strength, cut.a_first, cut.a_last, match.score >= SURE))
                self._ties.setdefault(q, []).append(Tie(p, strength, cut.b_first, cut.b_last, match.score >= SURE))

    def of(self, groups: Sequence[Sequence[Node]]) -> list[Group]:
        """The groups with their stretches, and each block that runs through none of them."""
        through = [self._bridges.through(nodes) for nodes in groups]
        runs = [0] * len(self._bridges)
        for nodes, numbers in zip(groups, through, strict=True):
            for number in numbers:
                runs[number] += 1 if len({x for x, _ in nodes}) == 2 else 2
        found = [
            self._outline(nodes, [number for number in sorted(numbers) if runs[number] == 1])
            for nodes, numbers in zip(groups, through, strict=True)
        ]
        return found + [self._outline((), [number]) for number, count in enumerate(runs) if not count]

    def _outline(self, nodes: Sequence[Node], own: Sequence[int]) -> Group:
        inside = frozenset(nodes)
        pieces: list[tuple[int, Side]] = [
            (x, side) for number in own for x, side in self._bridges[number].sides.items()
        ]
        best: dict[tuple[int, int], list[float]] = {}
        sure = bool(own)
        for node in nodes:
            ties = [tie for tie in self._ties.get(node, ()) if tie.other in inside]
            x, unit = node
            sure = sure or any(tie.sure for tie in ties)
            for tie in ties:
                if x < tie.other[0]:
                    best.setdefault((x, tie.other[0]), []).append(tie.strength)
            copied = any(self._bridges[number].copied for number in self._bridges.at(node) if number in own)
            if ties and not copied:
                side = Side(unit, unit, min(tie.low for tie in ties), max(tie.high for tie in ties))
                pieces.append((x, side))
        means = [sum(values) / len(values) for _, values in sorted(best.items())]
        score = sum(means) / len(means) if means else 0.0
        stretches = self._joined(pieces, allowance(min((self._densities[node] for node in nodes), default=1.0), 0))
        return Group(stretches, max([score, *(self._bridges[number].score for number in own)]), bool(own), sure)

    def _joined(self, pieces: Sequence[tuple[int, Side]], most: float) -> tuple[Stretch, ...]:
        """Stretches that overlap, or have no more than so many words of other units between, as one."""
        found: list[Stretch] = []
        for x, (first, last, low, high) in sorted(pieces):
            before = found[-1] if found and found[-1].article == x else None
            units = self._features[x].units
            near = (
                before
                and before.last + REACH >= first
                and units[before.last].segment == units[first].segment
                and units[first].first - units[before.last].last <= most
            )
            if before and (near or low < before.high):
                low, high = min(low, before.low), max(high, before.high)
                found[-1] = Stretch(x, before.first, max(last, before.last), low, high)
            else:
                found.append(Stretch(x, first, last, low, high))
        return tuple(found)
