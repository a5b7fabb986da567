"""How likely two units tell the same: a small calibrated model over what they share and what stands around them."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, log, sqrt
from operator import mul
from typing import NamedTuple

from tuireader.passages.borders import core
from tuireader.passages.cells import Cell, Weights
from tuireader.passages.speakers import apart
from tuireader.text.words import stopwords

#: A stem is rare that stands in so many units of both articles together.
_RARE = 3
_MOST_RARE = 4

# Logistic regressions, fitted on the development events told by three outlets, the bundled seeds and pairs of unrelated
# articles (docs/passages.md). First by what two units share alone, then with their surroundings as the first sees them.
_ALONE = -16.05
_ALONE_BY = (0.0, 4.20, 11.37, 1.25, 2.17, 0.45)
_AMONG = -13.10
_AMONG_BY = (1.88, 4.61, 7.15, 1.00, 1.00, 1.04)
_RIVALS = -2.46
_DIAGONAL = 3.58
_AROUND = 1.24
_RELATED = 2.10
# Not fitted, since the data hold too few of either. Named speakers who differ (neither side, one side, both sides name
# one the other does not know) outweigh like words, though not whole equal sentences.
_OTHER_SPEAKER = (0.0, -1.0, -6.0)
# So many equal words in a row (two times eight, as the log of the evidence) are no chance even between strangers.
_COPY = 4.0
_COPY_DENSITY = 0.97
_COPY_LENGTH = log(1 + 16)
# The fit is on news; where the texts have more units than news has, chance has more places to find like words.
_LONG = 0.5
_NEWS = 40
#: What seems less likely than this at first sight is not looked at again.
_FAINT = 0.002
#: Units of fewer words tell nothing by themselves.
_SHORTEST = 3

Place = tuple[int, int]
Evidence = tuple[float, float, float, float, float, float]


def evidence(weights: Weights, i: int, j: int) -> Evidence | None:
    """What units ``i`` and ``j`` share, as numbers that rise with it; None where they share no stretch of words.

    In the densest stretch that both tell: the bits they hold in common (log), how dense they lie (0 to 1), how many of
    the common stems are rare (0 to 4), the stretch's length in words (log), how many telling words in common are no
    names (log). Over the whole units: the Dice coefficient of the four-letter pieces of their telling words.
    """
    a, b, value = weights.a, weights.b, weights.value
    if min(unit.last - unit.first for unit in (a.units[i], b.units[j])) < _SHORTEST:
        return None
    cut = core(weights, i, j)
    if cut.a_first == cut.a_last or cut.b_first == cut.b_last:
        return None
    a_kinds, b_kinds = set(a.stems[cut.a_first : cut.a_last]), set(b.stems[cut.b_first : cut.b_last])
    common = sorted(a_kinds & b_kinds)
    held = sum(map(value.__getitem__, common))
    a_total, b_total = sum(map(value.__getitem__, sorted(a_kinds))), sum(map(value.__getitem__, sorted(b_kinds)))
    stop = stopwords()
    a_plain, b_plain = a.plain(cut.a_first, cut.a_last), b.plain(cut.b_first, cut.b_last)
    plain = (a_plain & b_kinds) | (b_plain & a_kinds)
    rare = sum(stem not in stop and len(a.places[stem]) + len(b.places[stem]) <= _RARE for stem in common)
    a_grams, b_grams = a.grams(i), b.grams(j)
    grams = len(a_grams) + len(b_grams)
    return (
        log(1 + held),
        held / sqrt(a_total * b_total),
        2 * len(a_grams & b_grams) / grams if grams else 0.0,
        float(min(rare, _MOST_RARE)),
        log(1 + cut.a_last - cut.a_first + cut.b_last - cut.b_first),
        log(1 + len(plain)),
    )


class Judgement(NamedTuple):
    """``score``: how likely two units tell the same. ``density``: how near to a copy their common stretch is."""

    score: float
    density: float


def judge(weights: Weights, cells: list[Cell]) -> dict[Place, Judgement]:
    """What to think of each cell whose units share a stretch of words."""
    size = sqrt(len(weights.a.units) * len(weights.b.units))
    chance = -_LONG * log(max(1.0, size / _NEWS))
    seen: dict[Place, Evidence] = {}
    alone: dict[Place, float] = {}
    for cell in cells:
        found = evidence(weights, cell.i, cell.j)
        if found is not None:
            value = _logistic(_ALONE + chance, _ALONE_BY, found)
            if value >= _FAINT:
                seen[cell.i, cell.j] = found
                alone[cell.i, cell.j] = value
    rows, columns = _two_best(alone, 0), _two_best(alone, 1)
    relatedness = _relatedness(weights, rows, columns)
    scores: dict[Place, Judgement] = {}
    for (i, j), found in seen.items():
        own = alone[i, j]
        rivals = sum(best[1] if best[0] == own else best[0] for best in (rows[i], columns[j]))
        diagonal = alone.get((i - 1, j - 1), 0.0) + alone.get((i + 1, j + 1), 0.0)
        around = max([alone.get((i + down, j + across), 0.0) for down, across in _NEAR])
        elsewhere = max(0.0, relatedness - own * _part(weights, i, j))
        rest = _AMONG + chance + _RIVALS * rivals + _DIAGONAL * diagonal + _AROUND * around
        rest += _RELATED * log(0.02 + elsewhere)
        if found[1] >= _COPY_DENSITY and found[4] >= _COPY_LENGTH:
            rest += _COPY
        rest += _OTHER_SPEAKER[apart(weights.a, i, weights.b, j)]
        scores[i, j] = Judgement(_logistic(rest, _AMONG_BY, found), found[1])
    return scores


# Cells a step or two away, not in the same row or column; the two next on the diagonal speak for themselves.
_NEAR = [
    (down, across) for down in (-2, -1, 1, 2) for across in (-2, -1, 1, 2) if (down, across) not in ((1, 1), (-1, -1))
]


def _logistic(rest: float, by: Evidence, found: Evidence) -> float:
    return 1 / (1 + exp(-rest - sum(map(mul, by, found))))


def _two_best(alone: Mapping[Place, float], side: int) -> dict[int, tuple[float, float]]:
    """The best and the second probability in each row (side 0) or column (side 1)."""
    best: dict[int, tuple[float, float]] = {}
    for place, value in alone.items():
        first, second = best.get(place[side], (0.0, 0.0))
        if value > first:
            best[place[side]] = (value, first)
        elif value > second:
            best[place[side]] = (first, value)
    return best


def _relatedness(
    weights: Weights, rows: Mapping[int, tuple[float, float]], columns: Mapping[int, tuple[float, float]]
) -> float:
    """The part of the two texts that the other tells too, as it seems: of one event much, of strangers none."""
    total = 0.0
    for own, best in ((weights.a, rows), (weights.b, columns)):
        told = sum(first * (own.units[unit].last - own.units[unit].first) for unit, (first, _) in sorted(best.items()))
        total += told / len(own.stems)
    return total / 2


def _part(weights: Weights, i: int, j: int) -> float:
    """The part of the two texts that two units are: what does not speak for itself again as relatedness."""
    a, b = weights.a, weights.b
    one, two = a.units[i], b.units[j]
    return ((one.last - one.first) / len(a.stems) + (two.last - two.first) / len(b.stems)) / 2
