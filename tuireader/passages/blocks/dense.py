"""How much of two stretches of words is told by both, whatever the order; and where such stretches begin and end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from tuireader.passages.links.borders import Stretches
from tuireader.passages.links.cells import Weights
from tuireader.text.words import stopwords

#: What a word the other side lacks costs, as part of its bits.
_SLACK = 0.45
#: So many rounds, each seeing what the last has left.
_ROUNDS = 4


class Common(NamedTuple):
    """``bits`` that two stretches have in common, and what part of both that is, 0 to 1 (cosine)."""

    bits: float
    part: float


def densest(weights: Weights, around: Stretches) -> Stretches | None:
    """The stretches within two others that tell most of each other, word for word in any order.

    Each side is cut to its best-scoring run (Kadane's algorithm, Bentley 1984): a word that the other side has as often
    gains its bits, one it lacks loses a part of its own, one it has less often something between.
    """
    a, b = weights.a.stems, weights.b.stems
    for _ in range(_ROUNDS):
        one = _best(a, weights.a_words, around[:2], counts(b, *around[2:]))
        two = _best(b, weights.b_words, around[2:], counts(a, *one))
        found = Stretches(*one, *two)
        if found == around:
            break
        around = found
        if one[0] == one[1] or two[0] == two[1]:
            return None
    return around


def _best(
    stems: Sequence[str], bits: Sequence[float], within: tuple[int, ...], held: Mapping[str, int]
) -> tuple[int, int]:
    own = counts(stems, *within)
    gain = {stem: _gain(held.get(stem, 0) / number) for stem, number in own.items()}
    best = run = 0.0
    start = first = last = within[0]
    for place in range(*within):
        stem = stems[place]
        if stem not in gain:
            continue
        if run <= 0.0:
            run, start = 0.0, place
        run += bits[place] * gain[stem]
        if run > best:
            best, first, last = run, start, place + 1
    return first, last


def _gain(part: float) -> float:
    return 1.0 if part >= 1.0 else part - (1.0 - part) * _SLACK


def counts(stems: Sequence[str], first: int, last: int) -> dict[str, int]:
    """How often each telling stem stands in a stretch."""
    stop = stopwords()
    found = Counter(stems[first:last])
    for stem in [stem for stem in found if stem in stop]:
        del found[stem]
    return found


def common(weights: Weights, stretches: Stretches) -> Common:
    """What two stretches have in common."""
    value = weights.value
    one = counts(weights.a.stems, *stretches[:2])
    two = counts(weights.b.stems, *stretches[2:])
    bits = sum(value[stem] * min(number, two[stem]) for stem, number in one.items() if stem in two)
    totals = [sum(value[stem] * number for stem, number in side.items()) for side in (one, two)]
    return Common(bits, bits / sqrt(totals[0] * totals[1]) if all(totals) else 0.0)
