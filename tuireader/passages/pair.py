"""Two articles to matches: which sentence says what another says, found from anchors by growth along the text."""

from __future__ import annotations

from math import exp, sqrt
from typing import NamedTuple

from tuireader.passages.borders import Fit, fit
from tuireader.passages.cells import Weights, candidates
from tuireader.passages.features import Features

ANCHOR = 0.40
NEIGHBOUR = 0.20
BETWEEN = 0.12
#: From here on a link is a rewording; below it is only related.
SURE = 0.34
_LEAST = 4.0
_SLACK = 0.3


class Match(NamedTuple):
    """Unit ``i`` of the first article tells what unit ``j`` of the second tells, within the words of ``fit``."""

    i: int
    j: int
    score: float
    fit: Fit


def align(a: Features, b: Features) -> list[Match]:
    """The matches of two articles, in order. The answer for (b, a) is the same, sides exchanged."""
    if a.key > b.key:
        swapped = [Match(m.j, m.i, m.score, _turn(m.fit)) for m in _align(b, a)]
        return sorted(swapped)
    return _align(a, b)


def _turn(found: Fit) -> Fit:
    return Fit(*found[2:4], *found[:2], *found[6:], *found[4:6])


def _align(a: Features, b: Features) -> list[Match]:
    weights = Weights(a, b)
    scored: dict[tuple[int, int], Match] = {}
    for cell in candidates(weights, _LEAST):
        scored[cell.i, cell.j] = _judge(weights, cell.i, cell.j)
    kept = {place: match for place, match in scored.items() if match.score >= ANCHOR}
    frontier = sorted(kept)
    while frontier:
        grown = []
        for i, j in frontier:
            for step in ((-1, -1), (1, 1), (0, 1), (1, 0), (0, -1), (-1, 0)):
                place = i + step[0], j + step[1]
                if place in kept or not (0 <= place[0] < len(a.units) and 0 <= place[1] < len(b.units)):
                    continue
                match = scored.get(place)
                diagonal = step[0] and step[1]
                if match is None and diagonal:
                    match = scored[place] = _judge(weights, *place)
                if match is None:
                    continue
                level = NEIGHBOUR if diagonal else (NEIGHBOUR + ANCHOR) / 2
                if diagonal and (place[0] + step[0], place[1] + step[1]) in kept:
                    level = BETWEEN
                if match.score >= level:
                    kept[place] = match
                    grown.append(place)
        frontier = sorted(grown)
    return [kept[place] for place in sorted(kept)]


def _judge(weights: Weights, i: int, j: int) -> Match:
    one, two = weights.a.units[i], weights.b.units[j]
    found = fit(weights, (one.first, one.last), (two.first, two.last), _SLACK)
    if found.a_first == found.a_last or found.b_first == found.b_last:
        return Match(i, j, 0.0, found)
    a_share, b_share = found.a_held / found.a_total, found.b_held / found.b_total
    bits = min(found.a_held, found.b_held)
    whole = min(found.a_held / weights.a_units[i], found.b_held / weights.b_units[j])
    score = (0.6 * sqrt(a_share * b_share) + 0.4 * whole) * (1 - exp(-bits / 8))
    return Match(i, j, score, found)
