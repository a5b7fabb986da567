"""What two units share, as a handful of numbers that judging weighs."""

from __future__ import annotations

from math import log, sqrt
from typing import NamedTuple

from tuireader.passages.links.borders import core
from tuireader.passages.links.cells import Weights

#: So many rare stems count.
_MOST_RARE = 4
#: Units of fewer words tell nothing by themselves, nor do two that have fewer stems in common.
_SHORTEST = 3
_FEWEST = 3


class Evidence(NamedTuple):
    """What two units share; every number rises with it. Also a coefficient for each.

    In the densest stretch that both tell: ``bits`` they hold in common (log), ``density`` (0 to 1: how near it is to a
    copy), its ``length`` in words (log). Over the whole units: ``pieces``, the Dice coefficient of the four-letter
    pieces of their telling words; how many of the common stems are ``rare`` (0 to 4); the bits of the common telling
    words, ``held`` (log), of those that are no names, ``plain`` (log), and of the one that tells most, ``rarest``.
    """

    bits: float
    density: float
    pieces: float
    rare: float
    length: float
    plain: float
    held: float
    rarest: float


class Bar(NamedTuple):
    """What ``by`` times the numbers must reach for the rest to matter."""

    by: Evidence
    least: float


def evidence(weights: Weights, i: int, j: int, bar: Bar | None = None) -> Evidence | None:
    """What units ``i`` and ``j`` share; None where they share no stretch of words, or too little for the ``bar``."""
    a, b = weights.a, weights.b
    one, two = a.units[i], b.units[j]
    both = a.sets[i] & b.sets[j]
    words = one.last - one.first, two.last - two.first
    if min(words) < _SHORTEST or len(both) < _FEWEST:
        return None
    telling = [weights.value[stem] for stem in both & weights.telling]
    if not telling:
        return None
    rare = float(min(len(both & weights.rare), _MOST_RARE))
    plain = log(1 + weights.bits(a.plains(i) & b.plains(j)))
    held = log(1 + sum(telling))
    rarest = max(telling)
    a_grams, b_grams = a.grams(i), b.grams(j)
    grams = len(a_grams) + len(b_grams)
    if bar is not None:
        by = bar.by
        least = bar.least - by.rare * rare - by.plain * plain - by.held * held - by.rarest * rarest
        least -= max(0.0, by.density) + max(0.0, by.length) * log(1 + sum(words))
        # The pieces in common are at most those of the shorter unit: told before they are compared.
        if by.pieces * 2 * min(len(a_grams), len(b_grams)) < least * grams:
            return None
    pieces = 2 * len(a_grams & b_grams) / grams if grams else 0.0
    if bar is not None and bar.by.pieces * pieces < least:
        return None
    a_first, a_last, b_first, b_last = core(weights, i, j)
    if a_first == a_last or b_first == b_last:
        return None
    a_kinds, b_kinds = set(a.stems[a_first:a_last]), set(b.stems[b_first:b_last])
    shared, a_total, b_total = map(weights.bits, (a_kinds & b_kinds, a_kinds, b_kinds))
    length = log(1 + a_last - a_first + b_last - b_first)
    return Evidence(log(1 + shared), shared / sqrt(a_total * b_total), pieces, rare, length, plain, held, rarest)
