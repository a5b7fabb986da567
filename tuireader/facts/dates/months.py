"""The months by what they are called."""

from __future__ import annotations

from tuireader.facts.listed import listed

_MONTHS = listed("jan feb mar apr may jun jul aug sep oct nov dec")


def month_number(word: str) -> int:
    """1 for "January" or "Jan." to 12; ValueError for a word that is no month's."""
    return _MONTHS.index(word[:3].lower()) + 1
