"""Where shared wording begins and ends inside two units: borders to the word."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from tuireader.passages.cells import Weights


class Fit(NamedTuple):
    """Words ``a_first:a_last`` beside ``b_first:b_last``; how many bits of each side the other holds, and of how many."""

    a_first: int
    a_last: int
    b_first: int
    b_last: int
    a_held: float
    a_total: float
    b_held: float
    b_total: float


def fit(weights: Weights, a_words: tuple[int, int], b_words: tuple[int, int], slack: float) -> Fit:
    """The stretch of each side that the other tells as well.

    Each side is cut to its best-scoring run (Kadane 1984): a word the other side holds gains its bits, any other loses
    ``slack`` times its own. The second round sees only the words the first has left.
    """
    a, b = weights.a, weights.b
    a_low, a_high = a_words
    b_low, b_high = b_words
    for _ in range(2):
        a_low, a_high = _best(a.stems, weights.a_words, a_low, a_high, set(b.stems[b_low:b_high]), slack)
        b_low, b_high = _best(b.stems, weights.b_words, b_low, b_high, set(a.stems[a_low:a_high]), slack)
    a_held, a_total = _held(a.stems, weights.a_words, a_low, a_high, set(b.stems[b_low:b_high]))
    b_held, b_total = _held(b.stems, weights.b_words, b_low, b_high, set(a.stems[a_low:a_high]))
    return Fit(a_low, a_high, b_low, b_high, a_held, a_total, b_held, b_total)


def _best(
    stems: Sequence[str], bits: Sequence[float], low: int, high: int, held: Collection[str], slack: float
) -> tuple[int, int]:
    best = run = 0.0
    start = first = last = low
    for place in range(low, high):
        run += bits[place] if stems[place] in held else -slack * bits[place]
        if run > best:
            best, first, last = run, start, place + 1
        elif run <= 0.0:
            run, start = 0.0, place + 1
    return first, last


def _held(
    stems: Sequence[str], bits: Sequence[float], low: int, high: int, held: Collection[str]
) -> tuple[float, float]:
    """Bits of the words the other side holds too, and of all words; a repeated word counts once."""
    common = total = 0.0
    for stem, value in dict(zip(stems[low:high], bits[low:high], strict=True)).items():
        total += value
        if stem in held:
            common += value
    return common, total
