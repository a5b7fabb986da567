"""What stands between two sure matches and is told by one article alone, or by both differently, parts a block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import sqrt

from tuireader.passages.links.borders import Stretches
from tuireader.passages.links.cells import Weights
from tuireader.passages.links.pair import SURE, Match
from tuireader.passages.words.features import Features
from tuireader.text.words import stopwords

#: Sure matches are so near to copies: where words were scrambled or replaced, sentences prove nothing.
_NEAR = 0.75
#: So few words between are let pass.
_FEW = 3
#: Whole sentences tell different things that share no more of their bits (cosine).
_SHARED = 0.1
#: And the sentences beside them in the other article hold no more of theirs: else these tell it along with the rest.
_BESIDE = 0.3


def parted(weights: Weights, block: Stretches, matches: Sequence[Match]) -> Iterator[Stretches]:
    """The pieces of a block, in order, without whole sentences between sure matches that have nothing in common.

    ``matches`` of the two articles in order. What stands before such sentences and what stands after them must not be
    mixed: evidence that is spread over scrambled words makes no sure match on either side, and parts nothing.
    """
    first, last, other_first, other_last = block
    inside = [
        match
        for match in matches
        if first <= match.fit.a_first < last and other_first <= match.fit.b_first < other_last
    ]
    furthest = list(accumulate((match.j for match in inside), max))
    nearest = list(accumulate((match.j for match in reversed(inside)), min))[::-1]
    for number, (before, after) in enumerate(pairwise(inside)):
        apart = before.fit.a_last <= after.fit.a_first and before.fit.b_last <= after.fit.b_first
        ordered = furthest[number] == before.j and nearest[number + 1] == after.j
        if apart and ordered and _sure(before) and _sure(after) and _strange(weights, before, after):
            yield Stretches(first, before.fit.a_last, other_first, before.fit.b_last)
            first, other_first = after.fit.a_first, after.fit.b_first
    yield Stretches(first, last, other_first, other_last)


def _sure(match: Match) -> bool:
    return match.score >= SURE and match.density >= _NEAR


def _strange(weights: Weights, before: Match, after: Match) -> bool:
    """Whether whole sentences stand between two matches, and what stands between has hardly a word in common."""
    a, b = weights.a, weights.b
    if max(_between(a, before.i, after.i), _between(b, before.j, after.j)) <= _FEW:
        return False
    stop = stopwords()
    one, two = before.fit, after.fit
    gaps = a.stems[one.a_last : two.a_first], b.stems[one.b_last : two.b_first]
    sides = [{stem for stem in gap if stem not in stop} for gap in gaps]
    common, *totals = map(weights.bits, (sides[0] & sides[1], *sides))
    if common > _SHARED * sqrt(totals[0] * totals[1]):
        return False
    beside = b.sets[before.j] | b.sets[after.j], a.sets[before.i] | a.sets[after.i]
    held = [weights.bits(side & near) for side, near in zip(sides, beside, strict=True)]
    return all(part <= _BESIDE * total for part, total in zip(held, totals, strict=True))


def _between(own: Features, before: int, after: int) -> int:
    """How many words the units between two others have."""
    return own.units[after].first - own.units[before].last if before < after else 0
