"""How well a passage answers: a number from 0 to 1, comparable across passages.

Tiers that never overlap: whole words as typed, the last word as a beginning, as typed but over two neighbouring
sentences, mistyped words, those over two sentences, some of the words. Inside a tier a title comes before body, words
that stand together before scattered ones, short before long.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from tuireader.article import Role

ROLE_WORTH: Mapping[Role, float] = {"title": 1.0, "heading": 0.5}


class Tier(IntEnum):
    """How the words of a query were found."""

    WHOLE = 5
    BEGINNING = 4
    BESIDE = 3
    FUZZY = 2
    FUZZY_BESIDE = 1
    SOME = 0

    @property
    def exact(self) -> bool:
        """Whether every word stands there as typed."""
        return self >= Tier.BESIDE

    @property
    def single(self) -> bool:
        """Whether one sentence holds all that was asked for."""
        return self in (Tier.WHOLE, Tier.BEGINNING, Tier.FUZZY)


# (lowest score of the tier, its width, the part of the width that closeness decides)
_SCALE = {
    Tier.WHOLE: (0.9, 0.1, 0.0),
    Tier.BEGINNING: (0.8, 0.1, 0.3),
    Tier.BESIDE: (0.7, 0.1, 0.3),
    Tier.FUZZY: (0.4, 0.3, 0.8),
    Tier.FUZZY_BESIDE: (0.3, 0.1, 0.8),
    Tier.SOME: (0.0, 0.3, 0.85),
}


def score(tier: Tier, closeness: float, role: Role, gap: int, length: int) -> float:
    """The score of a passage.

    ``closeness``: mean over the query's words, 0 to 1, missing words 0. ``gap``: words that stand between the words
    found. ``length``: words of the passage.
    """
    quality = 0.45 * ROLE_WORTH.get(role, 0.0) + 0.4 / (1 + gap) + 0.15 * 20 / (20 + length)
    low, width, by_closeness = _SCALE[tier]
    return low + width * (by_closeness * closeness + (1 - by_closeness) * quality)


def gap(places: Sequence[Sequence[int]]) -> int:
    """How many words stand between the words found, taking for each the nearest to the one before it.

    ``places`` gives, for each word of the query in order, where in the passage it stands, ascending, none empty. Words
    in another order than typed cost one more. Nothing found has no gap.
    """
    best = None
    for start in places[0] if places else ():
        total, last = 0, start
        for found in places[1:]:
            nearest = min(found, key=lambda at: abs(at - last - 1))
            step = nearest - last
            total += step - 1 if step > 0 else 1 - step
            last = nearest
        best = total if best is None else min(best, total)
    return best or 0
