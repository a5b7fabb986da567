"""Borders of blocks that no reader would draw are moved to where sentences begin and end."""

from __future__ import annotations

from tuireader.passages.links.borders import Stretches
from tuireader.passages.links.cells import Weights
from tuireader.passages.words.features import Features, Unit
from tuireader.text.words import stopwords

#: A sentence of which the block takes so much is taken whole, and so it is where so few words are left over.
_WHOLE = 0.6
_LEFT = 3
#: A sentence of which it takes less is left out, if it is so few words.
_TOUCHED = 0.34
_FEW = 8
#: What is left of two sentences goes with a copied block where they share such a part of their bits.
_SHARED = 0.3


def snapped(a: Features, b: Features, block: Stretches) -> Stretches:
    """A reworded block with borders where sentences begin and end, if these are near."""
    return Stretches(*_side(a, *block[:2]), *_side(b, *block[2:]))


def finished(weights: Weights, block: Stretches) -> Stretches:
    """A copied block without the function words it takes of a sentence before or after.

    Where it begins or ends within a sentence in both articles, it goes on as far as these share words.
    """
    a, b = weights.a, weights.b
    block = Stretches(*_trimmed(a, *block[:2]), *_trimmed(b, *block[2:]))
    a_unit, b_unit = _unit(a, block.a_first), _unit(b, block.b_first)
    before = _common(weights, (a_unit.first, block.a_first), (b_unit.first, block.b_first))
    if before:
        block = block._replace(
            a_first=_places(a, a_unit.first, block.a_first, before)[0],
            b_first=_places(b, b_unit.first, block.b_first, before)[0],
        )
    a_unit, b_unit = _unit(a, block.a_last - 1), _unit(b, block.b_last - 1)
    after = _common(weights, (block.a_last, a_unit.last), (block.b_last, b_unit.last))
    if after:
        block = block._replace(
            a_last=_places(a, block.a_last, a_unit.last, after)[-1] + 1,
            b_last=_places(b, block.b_last, b_unit.last, after)[-1] + 1,
        )
    return block


def _common(weights: Weights, one: tuple[int, int], two: tuple[int, int]) -> set[str]:
    """The telling stems that two leftovers of sentences have in common, if these are a fair part of both."""
    stop = stopwords()
    sides = [
        {stem for stem in own.stems[low:high] if stem not in stop}
        for own, (low, high) in ((weights.a, one), (weights.b, two))
    ]
    both = sides[0] & sides[1]
    bits, *totals = map(weights.bits, (both, *sides))
    return both if both and bits >= _SHARED * max(totals) else set()


def _places(own: Features, low: int, high: int, stems: set[str]) -> list[int]:
    return [place for place in range(low, high) if own.stems[place] in stems]


def _unit(own: Features, place: int) -> Unit:
    return own.units[own.unit_at(place)]


def _side(own: Features, first: int, last: int) -> tuple[int, int]:
    one, two = _unit(own, first), _unit(own, last - 1)
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
    return first, last


def _takes(inside: int, words: int) -> bool:
    return inside >= _WHOLE * words or words - inside <= _LEFT


def _leaves(inside: int, words: int) -> bool:
    return inside <= _FEW and inside < _TOUCHED * words


def _trimmed(own: Features, first: int, last: int) -> tuple[int, int]:
    stop = stopwords()
    one, two = _unit(own, first), _unit(own, last - 1)
    if one == two:
        return first, last
    if one.first < first and stop.issuperset(own.folded[first : one.last]):
        first = one.last
    if last < two.last and stop.issuperset(own.folded[two.first : last]):
        last = two.first
    return first, last
