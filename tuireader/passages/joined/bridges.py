"""Blocks of pairs of articles, as what holds groups of sentences together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tuireader.passages.blocks.growing import Block
from tuireader.passages.words.features import Features

#: (number of the article, number of the unit)
Node = tuple[int, int]
#: Blocks by the numbers of their two articles, the lower first.
Blocks = Mapping[tuple[int, int], Sequence[Block]]

#: A block of so many words on both sides is long; groups tell it well that hold so much of both.
_LONG = 300
_TOLD = 0.7


class Side(NamedTuple):
    """Units ``first`` to ``last`` (inclusive) and words ``low:high`` (half open) that a block takes of an article."""

    first: int
    last: int
    low: int
    high: int


class Bridge(NamedTuple):
    """A block: its two articles by number, with what it takes of each."""

    sides: dict[int, Side]
    score: float
    copied: bool


class Bridges(Sequence[Bridge]):
    """The blocks of all pairs, in order, and which units lie in them."""

    def __init__(self, features: Sequence[Features], bridges: Iterable[Bridge]) -> None:
        self._features = features
        self._all = list(bridges)
        self._at: dict[Node, list[int]] = {}
        for place, bridge in enumerate(self._all):
            for x, side in bridge.sides.items():
                for number in range(side.first, side.last + 1):
                    unit = features[x].units[number]
                    if 2 * (min(unit.last, side.high) - max(unit.first, side.low)) >= unit.last - unit.first:
                        self._at.setdefault((x, number), []).append(place)

    @classmethod
    def over(cls, features: Sequence[Features], blocks: Blocks) -> Bridges:
        """All blocks, of pairs of articles in order."""
        return cls(
            features,
            [
                Bridge(
                    {x: _side(features[x], *block.stretches[2 * side : 2 * side + 2]) for side, x in enumerate(pair)},
                    block.score,
                    block.copied,
                )
                for pair, found in sorted(blocks.items())
                for block in found
            ],
        )

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, number: int) -> Bridge:  # type: ignore[override]
        return self._all[number]

    def at(self, node: Node) -> Sequence[int]:
        """The numbers of the blocks that hold most of a unit."""
        return self._at.get(node, ())

    def needed(self, groups: Sequence[Sequence[Node]]) -> Bridges:
        """The blocks without the long ones that groups of sentences tell nearly all of: these are easier to read."""
        told: dict[tuple[int, int], set[int]] = {}
        for nodes in groups:
            for number in self.through(nodes):
                for x, unit in nodes:
                    if number in self.at((x, unit)):
                        told.setdefault((number, x), set()).add(unit)

        def short(number: int, bridge: Bridge) -> bool:
            for x, side in bridge.sides.items():
                units = (self._features[x].units[unit] for unit in told.get((number, x), ()))
                words = sum(unit.last - unit.first for unit in units)
                if side.high - side.low < _LONG or words < _TOLD * (side.high - side.low):
                    return True
            return False

        return Bridges(self._features, [one for number, one in enumerate(self._all) if short(number, one)])

    def part(self, nodes: Sequence[Node]) -> Iterator[list[Node]]:
        """A group of two articles by the blocks that its units lie in, without those in none; any other as it is.

        A statement that is repeated elsewhere repeats no block.
        """
        left = list(nodes)
        through = self.through(left) if len({x for x, _ in nodes}) == 2 else ()
        if not through:
            yield left
        while through:
            inside = [(number, [node for node in left if number in self.at(node)]) for number in sorted(through)]
            _, held = max(inside, key=lambda one: (len(one[1]), self._place(one[0])))
            yield held
            left = [node for node in left if node not in held]
            through = self.through(left)

    def _place(self, number: int) -> list[tuple[tuple[str, str], int, int]]:
        """Where a block stands, told in the same way whichever article comes first."""
        return sorted((self._features[x].key, side.low, side.high) for x, side in self._all[number].sides.items())

    def through(self, nodes: Iterable[Node]) -> frozenset[int]:
        """The numbers of the blocks that hold units of a group in both their articles."""
        seen: dict[int, set[int]] = {}
        for node in nodes:
            for number in self.at(node):
                seen.setdefault(number, set()).add(node[0])
        return frozenset(number for number, articles in seen.items() if len(articles) == 2)


def _side(own: Features, low: int, high: int) -> Side:
    return Side(own.unit_at(low), own.unit_at(high - 1), low, high)
