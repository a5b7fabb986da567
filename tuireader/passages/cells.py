"""Which units of two articles might say the same: weights of the pair's words, and the cells worth a closer look."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2
from typing import NamedTuple

from tuireader.passages.features import Features
from tuireader.text.words import stopwords

_FUNCTION = 0.25
#: Cells touched while the index is read, for each unit of both articles: what keeps long texts linear.
_WORK = 100
_FLOOR = 40_000
_CEILING = 1_000_000
#: So many cells a unit are looked at, of long texts fewer.
_BEST = 6
_MOST = 30_000


class Cell(NamedTuple):
    """Unit ``i`` of the first article beside unit ``j`` of the second, and the bits their common stems carry."""

    i: int
    j: int
    bits: float


class Weights:
    """Inverse sentence frequency over two articles alone: what tells sentences apart in this pair, in bits.

    Everybody says the name of the place; the pair itself knows that it tells nothing. Whatever else is open does not
    count, so that a result can be kept by its two texts.
    """

    __slots__ = ("a", "a_words", "b", "b_words", "shared", "value")

    def __init__(self, a: Features, b: Features) -> None:
        self.a, self.b = a, b
        total = len(a.units) + len(b.units)
        self.shared = [stem for stem in a.places if stem in b.places]
        stop = stopwords()
        value: dict[str, float] = {}
        for own, other in ((a.places, b.places), (b.places, a.places)):
            for stem, where in own.items():
                if stem not in value:
                    bits = log2((total + 1) / (len(where) + len(other.get(stem, ()))))
                    value[stem] = bits * _FUNCTION if stem in stop else bits
        self.value = value
        self.a_words = [value[stem] for stem in a.stems]
        self.b_words = [value[stem] for stem in b.stems]


def candidates(weights: Weights, least: float) -> list[Cell]:
    """The cells that share at least ``least`` bits, in order. Rare stems are read first, common ones as work lasts."""
    a, b, value = weights.a, weights.b, weights.value
    width = len(b.units)
    budget = min(_FLOOR + _WORK * (len(a.units) + width), _CEILING)
    found: dict[int, float] = {}
    left: list[str] = []
    for cost, stem in sorted((len(a.places[stem]) * len(b.places[stem]), stem) for stem in weights.shared):
        if cost > budget:
            left.append(stem)
            continue
        budget -= cost
        bits, columns = value[stem], b.places[stem]
        for i in a.places[stem]:
            row = i * width
            for j in columns:
                cell = row + j
                found[cell] = found[cell] + bits if cell in found else bits
    if left:
        _complete(found, left, weights)
    kept = sorted([cell for cell, bits in found.items() if bits >= least])
    cells = [Cell(cell // width, cell % width, found[cell]) for cell in kept]
    lines = len(a.units) + width
    each = max(1, min(_BEST, _MOST // lines))
    return cells if len(cells) <= each * lines else _best(cells, each)


def _best(cells: Sequence[Cell], each: int) -> list[Cell]:
    """The cells with most bits in their row or in their column, in order; so many of each."""
    kept: set[Cell] = set()
    rows: dict[int, list[Cell]] = {}
    columns: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.i, []).append(cell)
        columns.setdefault(cell.j, []).append(cell)
    for lines in (rows, columns):
        for line in lines.values():
            kept.update(sorted(line, key=lambda cell: (-cell.bits, cell.i, cell.j))[:each])
    return sorted(kept)


def _complete(found: dict[int, float], left: Sequence[str], weights: Weights) -> None:
    """Adds the stems too common to be read from the index to the cells that rarer ones found."""
    width = len(weights.b.units)
    common = frozenset(left)
    rows = [[stem for stem in kinds if stem in common] for kinds in weights.a.kinds]
    columns = [frozenset(stem for stem in kinds if stem in common) for kinds in weights.b.kinds]
    for cell in found:
        held = columns[cell % width]
        found[cell] += sum(weights.value[stem] for stem in rows[cell // width] if stem in held)
