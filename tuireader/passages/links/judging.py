"""How likely two units tell the same: a small calibrated model over what they share and what stands around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, log, sqrt
from operator import mul
from typing import NamedTuple

from tuireader.passages.links.cells import Place, Weights
from tuireader.passages.links.evidence import Bar, Evidence, evidence
from tuireader.passages.words.speakers import apart

# Not fitted, since the data hold too few of either. Named speakers who differ (neither side, one side, both sides name
# one the other does not know) outweigh like words, though not whole equal sentences.
_OTHER_SPEAKER = (0.0, -1.0, -6.0)
# So many equal words in a row, some of them no names, are no chance even between strangers,
# however little they weigh in short texts. Where both sentences name somebody else, they are a formula: "X did not
# immediately respond to a request for comment".
_COPY = 8.0
_FORMULA = -4.0
_COPY_DENSITY = 0.97
_COPY_RUN = 8
_COPY_PIECES = 0.6
_COPY_PLAIN = 2
# The fit is on news; where the texts have more units than news has, chance has more places to find like words.
_LONG = 0.5
_NEWS = 40
#: What seems less likely than this at first sight is not looked at again.
_FAINT = 0.002
#: So far below that, whatever the rounding of sums, nothing reaches it.
_MARGIN = 1e-6


class Around(NamedTuple):
    """What stands around a cell, by the likelihoods of first sight. Also a coefficient for each.

    ``rivals``: the best others in its row and in its column, together; ``rival``: the better of the two. ``diagonal``:
    the two neighbours before and after, together. ``near``: the best of the other cells a step or two away.
    ``related``: how much of both articles the rest of the cells tells (log).
    """

    rivals: float
    rival: float
    diagonal: float
    near: float
    related: float


class Coefficients(NamedTuple):
    """Two logistic regressions: by what two units share (``alone``, without its bits), then by the surroundings too."""

    alone: float
    alone_by: Evidence
    among: float
    among_by: Evidence
    around_by: Around


#: Fitted on news events told by three outlets, the bundled articles and pairs of unrelated articles
#: (docs/passages.md; ``benchmarks/fit_passages.py`` fits them again).
FITTED = Coefficients(
    alone=-15.07,
    alone_by=Evidence(
        bits=0.00, density=3.45, pieces=10.53, rare=0.85, length=1.72, plain=0.43, held=0.63, rarest=0.00
    ),
    among=-14.80,
    among_by=Evidence(bits=1.37, density=3.27, pieces=4.64, rare=0.37, length=0.95, plain=0.44, held=1.19, rarest=0.50),
    around_by=Around(rivals=-3.19, rival=2.72, diagonal=2.29, near=1.51, related=1.92),
)


class Judgement(NamedTuple):
    """``score``: how likely two units tell the same. ``density``: how near to a copy their common stretch is."""

    score: float
    density: float


def judge(weights: Weights, cells: Sequence[Place]) -> dict[Place, Judgement]:
    """What to think of each cell whose units share a stretch of words, by ``FITTED``."""
    by = FITTED
    offset = chance(weights)
    bar = _bar(by, offset)
    seen: dict[Place, Evidence] = {}
    alone: dict[Place, float] = {}
    for i, j in cells:
        found = evidence(weights, i, j, bar)
        if found is not None:
            value = logistic(by.alone + offset, by.alone_by, found)
            if value >= _FAINT:
                seen[i, j] = found
                alone[i, j] = value
    surroundings = Surroundings(weights, alone)
    scores: dict[Place, Judgement] = {}
    for (i, j), found in seen.items():
        around = surroundings.of(i, j, alone[i, j])
        rest = by.among + offset
        for coefficient, number in zip(by.around_by, around, strict=True):
            rest += coefficient * number
        rest += sum(by_hand(weights, i, j, found).values())
        scores[i, j] = Judgement(logistic(rest, by.among_by, found), found.density)
    return scores


def by_hand(weights: Weights, i: int, j: int, found: Evidence) -> dict[str, float]:
    """What speaks for or against two units beside what is fitted, in log odds: by name, only what does."""
    speaker = _OTHER_SPEAKER[apart(weights.a, i, weights.b, j)]
    said = {"speaker": speaker} if speaker else {}
    if not _copied(weights, i, j, found):
        return said
    return {"formula": _FORMULA, **said} if _of_others(weights, i, j) else {"copy": _COPY, **said}


def _copied(weights: Weights, i: int, j: int, found: Evidence) -> bool:
    """Whether two units share a long run of equal words that says something. As they are written: a stemmer may part
    them."""
    if found.pieces < _COPY_PIECES and found.density < _COPY_DENSITY:
        return False
    a, b = weights.a, weights.b
    first, last = a.units[i][:2]
    low, high = b.units[j][:2]
    runs = {tuple(a.folded[place : place + _COPY_RUN]): place for place in range(first, last - _COPY_RUN + 1)}
    for place in range(low, high - _COPY_RUN + 1):
        start = runs.get(tuple(b.folded[place : place + _COPY_RUN]))
        if start is not None and len(a.plain(start, start + _COPY_RUN)) >= _COPY_PLAIN:
            return True
    return False


def _of_others(weights: Weights, i: int, j: int) -> bool:
    """Whether both units name somebody or something, and nothing in common."""
    one, two = weights.a.names(i), weights.b.names(j)
    return bool(one) and bool(two) and one.isdisjoint(two)


def chance(weights: Weights) -> float:
    """What the length of two texts takes from every cell's log odds: nothing where they are no longer than news."""
    size = sqrt(len(weights.a.units) * len(weights.b.units))
    return -_LONG * log(max(1.0, size / _NEWS))


def logistic(rest: float, by: Evidence, found: Evidence) -> float:
    """How likely what was found makes it, weighed by coefficients; ``rest`` is what else speaks for it, in logits."""
    return 1 / (1 + exp(-rest - sum(map(mul, by, found))))


def _bar(by: Coefficients, offset: float) -> Bar:
    """What cannot reach this seems too faint at first sight: most cells, and quickly told."""
    return Bar(by.alone_by, log(_FAINT / (1 - _FAINT)) - by.alone - offset - _MARGIN)


# Cells a step or two away, not in the same row or column; the two next on the diagonal speak for themselves.
_NEAR = [
    (down, across) for down in (-2, -1, 1, 2) for across in (-2, -1, 1, 2) if (down, across) not in ((1, 1), (-1, -1))
]


class Surroundings:
    """What stands around each cell of two articles, given how likely the cells that count seem ``alone``."""

    def __init__(self, weights: Weights, alone: Mapping[Place, float]) -> None:
        self._weights = weights
        self._alone = {place: value for place, value in alone.items() if value >= _FAINT}
        self._rows, self._columns = _two_best(self._alone, 0), _two_best(self._alone, 1)
        self._relatedness = _relatedness(weights, self._rows, self._columns)

    def of(self, i: int, j: int, own: float) -> Around:
        """What stands around units ``i`` and ``j``, which seem so likely by themselves."""
        alone = self._alone
        nothing = 0.0, 0.0
        lines = self._rows.get(i, nothing), self._columns.get(j, nothing)
        others = [best[1] if best[0] == own else best[0] for best in lines]
        diagonal = alone.get((i - 1, j - 1), 0.0) + alone.get((i + 1, j + 1), 0.0)
        near = max([alone.get((i + down, j + across), 0.0) for down, across in _NEAR])
        elsewhere = max(0.0, self._relatedness - own * _part(self._weights, i, j))
        return Around(sum(others), max(others), diagonal, near, log(0.02 + elsewhere))


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
