"""What two units share, as a handful of numbers that judging weighs."""

from __future__ import annotations

from math import log, sqrt
from typing import NamedTuple

from tuireader.passages.borders import core
from tuireader.passages.cells import Weights
from tuireader.text.words import stopwords

#: A stem is rare that stands in so many units of both articles together; so many count.
_RARE = 3
_MOST_RARE = 4
#: Units of fewer words tell nothing by themselves.
_SHORTEST = 3


class Evidence(NamedTuple):
    """What two units share; every number rises with it. Also a coefficient for each.

    In the densest stretch that both tell: ``bits`` they hold in common (log), ``density`` (0 to 1: how near it is to a
    copy), how many of the common stems are ``rare`` (0 to 4), its ``length`` in words (log), how many ``telling`` words
    in common are no names (log). Over the whole units: ``pieces``, the Dice coefficient of the four-letter pieces of
    their telling words.
    """

    bits: float
    density: float
    pieces: float
    rare: float
    length: float
    telling: float


class Bar(NamedTuple):
    """What ``by`` times pieces, rare, length and at most so much telling must reach for the rest to matter."""

    by: Evidence
    least: float


def evidence(weights: Weights, i: int, j: int, bar: Bar | None = None) -> Evidence | None:
    """What units ``i`` and ``j`` share; None where they share no stretch of words, or too little for the ``bar``."""
    a, b, value = weights.a, weights.b, weights.value
    one, two = a.units[i], b.units[j]
    if one.last - one.first < _SHORTEST or two.last - two.first < _SHORTEST:
        return None
    a_first, a_last, b_first, b_last = core(weights, i, j)
    if a_first == a_last or b_first == b_last:
        return None
    a_kinds, b_kinds = set(a.stems[a_first:a_last]), set(b.stems[b_first:b_last])
    both = a_kinds & b_kinds
    stop = stopwords()
    scarce = [stem for stem in both if stem not in stop and len(a.places[stem]) + len(b.places[stem]) <= _RARE]
    rare = float(min(len(scarce), _MOST_RARE))
    a_grams, b_grams = a.grams(i), b.grams(j)
    grams = len(a_grams) + len(b_grams)
    pieces = 2 * len(a_grams & b_grams) / grams if grams else 0.0
    length = log(1 + a_last - a_first + b_last - b_first)
    if bar is not None:
        by = bar.by
        if by.pieces * pieces + by.rare * rare + by.length * length + by.telling * log(1 + len(both)) < bar.least:
            return None
    held = sum(map(value.__getitem__, sorted(both)))
    a_total, b_total = sum(map(value.__getitem__, sorted(a_kinds))), sum(map(value.__getitem__, sorted(b_kinds)))
    telling = (a.plain(a_first, a_last) & b_kinds) | (b.plain(b_first, b_last) & a_kinds)
    return Evidence(log(1 + held), held / sqrt(a_total * b_total), pieces, rare, length, log(1 + len(telling)))
