"""Blocks of pairs of articles, as what holds groups of sentences together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tuireader.passages.blocks import Block
from tuireader.passages.features import Features

#: (number of the article, number of the unit)
Node = tuple[int, int]
#: Blocks by the numbers of their two articles, the lower first.
Blocks = Mapping[tuple[int, int], Sequence[Block]]


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

    def __init__(self, features: Sequence[Features], blocks: Blocks) -> None:
        self._all: list[Bridge] = []
        self._at: dict[Node, list[int]] = {}
        firsts = {x: [unit.first for unit in features[x].units] for pair in blocks for x in pair}
        for pair, found in sorted(blocks.items()):
            for stretches, score, copied in found:
                words = (stretches[:2], stretches[2:])
                sides = {x: _side(firsts[x], *span) for x, span in zip(pair, words, strict=True)}
                for x, side in sides.items():
                    for number in range(side.first, side.last + 1):
                        unit = features[x].units[number]
                        if 2 * (min(unit.last, side.high) - max(unit.first, side.low)) >= unit.last - unit.first:
                            self._at.setdefault((x, number), []).append(len(self._all))
                self._all.append(Bridge(sides, score, copied))

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, number: int) -> Bridge:  # type: ignore[override]
        return self._all[number]

    def at(self, node: Node) -> Sequence[int]:
        """The numbers of the blocks that hold most of a unit."""
        return self._at.get(node, ())

    def through(self, nodes: Iterable[Node]) -> frozenset[int]:
        """The numbers of the blocks that hold units of a group in both their articles."""
        seen: dict[int, set[int]] = {}
        for node in nodes:
            for number in self.at(node):
                seen.setdefault(number, set()).add(node[0])
        return frozenset(number for number, articles in seen.items() if len(articles) == 2)


def _side(firsts: Sequence[int], low: int, high: int) -> Side:
    return Side(bisect_left(firsts, low + 1) - 1, bisect_left(firsts, high) - 1, low, high)
