"""Where two articles have telling words in common: dots in a plane of their words, pooled over windows of both."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from tuireader.passages.links.borders import Stretches
from tuireader.passages.links.cells import Weights
from tuireader.passages.words.features import Features
from tuireader.text.words import stopwords

#: So many words of either article make a row or a column of the grid.
STEP = 10
#: A stem with more pairs of places than this says where nothing stands; and so many dots at most, rare stems first.
_PLACES = 64
_DOTS = 250_000
#: Equal words in a row are a run from so many on; each telling word of a run weighs so many bits more.
_RUN = 4
_LONG_RUN = 6
_RUN_BITS = 1.0

#: Row and column of a cell of the grid.
Square = tuple[int, int]


class Dots(NamedTuple):
    """``grid``: bits of the words in common by cell. ``runs``: equal words in a row, as many as there are; in order."""

    grid: Mapping[Square, float]
    runs: list[Stretches]


def dots(weights: Weights) -> Dots:
    """The telling words that both articles have, by where they stand in both.

    A word that could stand beside several shares its bits out: the more places, the less it says.
    """
    a, b = weights.a, weights.b
    stop = stopwords()
    rows, columns = _places(a, weights.telling), _places(b, weights.telling)
    grid: dict[Square, float] = {}
    equal: list[tuple[int, int]] = []
    left = _DOTS
    a_folded, b_folded = a.folded, b.folded
    for cost, stem in sorted((len(rows[stem]) * len(columns[stem]), stem) for stem in weights.telling):
        left -= cost
        if cost > _PLACES or left < 0:
            break
        bits = weights.value[stem] / cost**0.5
        for p in rows[stem]:
            row, form = p // STEP, a_folded[p]
            for q in columns[stem]:
                square = row, q // STEP
                grid[square] = grid[square] + bits if square in grid else bits
                if form == b_folded[q]:
                    equal.append((p - q, p))
    runs = _runs(a_folded, b_folded, equal)
    for run in runs:
        if run.a_last - run.a_first >= _LONG_RUN:
            for p in range(run.a_first, run.a_last):
                if a_folded[p] not in stop:
                    square = p // STEP, (p - run.a_first + run.b_first) // STEP
                    grid[square] = grid.get(square, 0.0) + _RUN_BITS
    return Dots(grid, runs)


def _places(own: Features, stems: Collection[str]) -> dict[str, list[int]]:
    """Where in the words of an article each of these stems stands."""
    found: dict[str, list[int]] = {stem: [] for stem in stems}
    for place, stem in enumerate(own.stems):
        if stem in found:
            found[stem].append(place)
    return found


def _runs(one: list[str], two: list[str], equal: list[tuple[int, int]]) -> list[Stretches]:
    """The stretches of equal words around each pair of equal words, given by lag and place."""
    found = []
    lag, end = None, 0
    for shift, p in sorted(equal):
        if shift == lag and p < end:
            continue
        lag, low, end = shift, p, p + 1
        while low and low > lag and one[low - 1] == two[low - 1 - lag]:
            low -= 1
        most = min(len(one), len(two) + lag)
        while end < most and one[end] == two[end - lag]:
            end += 1
        if end - low >= _RUN:
            found.append(Stretches(low, end, low - lag, end - lag))
    return sorted(found)
