"""Borders of blocks that no reader would draw are moved to where sentences begin and end."""

from __future__ import annotations

from bisect import bisect_right

from tuireader.passages.dense import Stretches
from tuireader.passages.features import Features
from tuireader.text.words import stopwords

#: A sentence of which the block takes so much is taken whole, and so it is where so few words are left over.
_WHOLE = 0.6
_LEFT = 3
#: A sentence of which it takes less is left out, if it is so few words.
_TOUCHED = 0.34
_FEW = 6


def snapped(a: Features, b: Features, block: Stretches) -> Stretches:
    """A reworded block with borders where sentences begin and end, if these are near."""
    return Stretches(*_side(a, *block[:2]), *_side(b, *block[2:]))


def without_ends(a: Features, b: Features, block: Stretches) -> Stretches:
    """A copied block without the function words it takes of a sentence before or after."""
    return Stretches(*_trimmed(a, *block[:2]), *_trimmed(b, *block[2:]))


def _side(own: Features, first: int, last: int) -> tuple[int, int]:
    firsts = [unit.first for unit in own.units]
    one, two = (own.units[bisect_right(firsts, place) - 1] for place in (first, last - 1))
    if one == two:
        return first, last
    if _takes(one.last - first, one.last - one.first):
        first = one.first
    elif _leaves(one.last - first, one.last - one.first):
        first = one.last
    if _takes(last - two.first, two.last - two.first):
        last = two.last
    elif _leaves(last - two.first, two.last - two.first):
        last = two.first
    return (first, last)


def _takes(inside: int, words: int) -> bool:
    return inside >= _WHOLE * words or words - inside <= _LEFT


def _leaves(inside: int, words: int) -> bool:
    return inside <= _FEW and inside < _TOUCHED * words


def _trimmed(own: Features, first: int, last: int) -> tuple[int, int]:
    stop, firsts = stopwords(), [unit.first for unit in own.units]
    one, two = (own.units[bisect_right(firsts, place) - 1] for place in (first, last - 1))
    if one == two:
        return first, last
    if one.first < first and stop.issuperset(own.folded[first : one.last]):
        first = one.last
    if last < two.last and stop.issuperset(own.folded[two.first : last]):
        last = two.first
    return first, last
