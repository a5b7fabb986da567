"""Which units of two articles might say the same: weights of the pair's words, and the cells worth a closer look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log2, sqrt

from tuireader.passages.words.features import Features
from tuireader.passages.words.roundly import nearly_equal
from tuireader.text.words import stopwords

_FUNCTION = 0.25
#: Bits are whole parts of this size, so that sums of them are exact and no order of adding matters.
_GRAIN = 1024
#: Units that share fewer bits are not looked at; more are asked for where the texts have more units than so many.
_LEAST = 3.0
_RISE = 1.5
_SHORT = 25
#: A stem is rare that stands in so many units of both articles together.
_RARE = 3
#: Cells touched while the index is read, for each unit of both articles: what keeps long texts linear.
_WORK = 100
_FLOOR = 40_000
_CEILING = 1_000_000
#: So many cells a unit are looked at, of long texts fewer.
_BEST = 6
_MOST = 60_000
#: So many times as many are completed with the bits of common stems.
_SPARE = 4


#: A cell: the number of a unit of the first article, and that of one of the second.
Place = tuple[int, int]


class Weights:
    """Inverse sentence frequency over two articles alone: what tells sentences apart in this pair, in bits.

    Everybody says the name of the place; the pair itself knows that it tells nothing. Whatever else is open does not
    count, so that a result can be kept by its two texts.

    ``a`` and ``b`` are the articles; numbers of ``b`` that are nearly one of ``a`` have its stem.
    ``value`` holds the bits of each stem of both, ``a_words`` and ``b_words`` those of each word. ``shared`` are the
    stems that both articles hold, ``telling`` those of them that are no function words, ``rare`` those of these that
    hardly another unit holds.
    """

    __slots__ = ("a", "a_words", "b", "b_words", "rare", "shared", "telling", "value")

    def __init__(self, a: Features, b: Features) -> None:
        near = nearly_equal(a.places, b.places)
        if near:
            b = b.renamed(near)
        self.a, self.b = a, b
        total = len(a.units) + len(b.units)
        self.shared = [stem for stem in a.places if stem in b.places]
        stop = stopwords()
        value: dict[str, float] = {}
        for own, other in ((a.places, b.places), (b.places, a.places)):
            for stem, where in own.items():
                if stem not in value:
                    bits = log2((total + 1) / (len(where) + len(other.get(stem, ()))))
                    value[stem] = round((bits * _FUNCTION if stem in stop else bits) * _GRAIN) / _GRAIN
        self.value = value
        self.telling = frozenset(self.shared) - stop
        self.rare = frozenset(stem for stem in self.telling if len(a.places[stem]) + len(b.places[stem]) <= _RARE)
        self.a_words = [value[stem] for stem in a.stems]
        self.b_words = [value[stem] for stem in b.stems]

    def bits(self, stems: Iterable[str]) -> float:
        """What some stems carry together, in whatever order."""
        return sum(map(self.value.__getitem__, stems))


def candidates(weights: Weights) -> list[Place]:
    """The cells that share enough bits, in order. Rare stems are read first, common ones as work lasts.

    Of long texts only those with most bits in their row or in their column.
    """
    a, b, value = weights.a, weights.b, weights.value
    width = len(b.units)
    lines = len(a.units) + width
    least = _LEAST + _RISE * max(0.0, log2(sqrt(len(a.units) * width) / _SHORT))
    budget = min(_FLOOR + _WORK * lines, _CEILING)
    found: dict[int, float] = {}
    get = found.get
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
                found[row + j] = get(row + j, 0.0) + bits
    each = max(1, min(_BEST, _MOST // lines))
    if left:
        if len(found) > _SPARE * each * lines:  # what few of the rare stems speak for is not worth completing
            found = {cell: found[cell] for cell in _best(found, _SPARE * each, width)}
        _complete(found, left, weights)
    found = {cell: bits for cell, bits in found.items() if bits >= least}
    kept = _best(found, each, width) if len(found) > each * lines else found
    return [divmod(cell, width) for cell in sorted(kept)]


def _best(found: Mapping[int, float], each: int, width: int) -> list[int]:
    """The cells with most bits in their row or in their column; so many of each. Of equal ones the first places."""
    kept = []
    rows, columns = Counter[int](), Counter[int]()
    for cell in sorted(sorted(found), key=found.__getitem__, reverse=True):
        i, j = divmod(cell, width)
        if rows[i] < each or columns[j] < each:
            kept.append(cell)
        rows[i] += 1
        columns[j] += 1
    return kept


def _complete(found: dict[int, float], left: Sequence[str], weights: Weights) -> None:
    """Adds the stems too common to be read from the index to the cells that rarer ones found."""
    width = len(weights.b.units)
    common = frozenset(left)
    rows = [[stem for stem in kinds if stem in common] for kinds in weights.a.kinds]
    columns = [frozenset(stem for stem in kinds if stem in common) for kinds in weights.b.kinds]
    for cell in found:
        held = columns[cell % width]
        found[cell] += weights.bits(stem for stem in rows[cell // width] if stem in held)
