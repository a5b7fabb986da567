"""Feasts of the year in English news: the ones on a fixed day, and the ones that have to be computed."""

from __future__ import annotations

from datetime import date, timedelta

_FIXED = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "new year's eve": (12, 31),
    "new year's day": (1, 1), "new year's": (1, 1), "bastille day": (7, 14), "valentine's day": (2, 14),
    "independence day": (7, 4), "fourth of july": (7, 4), "veterans day": (11, 11), "halloween": (10, 31),
    "may day": (5, 1), "boxing day": (12, 26),
}  # fmt: skip
#: Month, weekday (Monday is 0) and which of the month; the last one is -1. Days of the United States.
_NTH = {
    "thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1),
    "presidents' day": (2, 0, 3), "presidents day": (2, 0, 3), "columbus day": (10, 0, 2),
    "martin luther king day": (1, 0, 3),
}  # fmt: skip
_BY_EASTER = {"easter": 0, "easter sunday": 0, "good friday": -2, "palm sunday": -7, "ash wednesday": -46}


def feast(name: str, year: int | None) -> tuple[int, int, bool] | None:
    """Month and day of a feast, and whether they are the same in every year; None where the year alone could tell.

    Without a year a feast that moves is put on a day near the ones it falls on.
    """
    if name in _FIXED:
        return *_FIXED[name], True
    if name in _NTH:
        month, weekday, number = _NTH[name]
        day = _nth(year or 2000, month, weekday, number)
        return day.month, day.day, False
    if name in _BY_EASTER:
        day = _easter(year or 2000) + timedelta(days=_BY_EASTER[name])
        return day.month, day.day, False
    if name == "election day":
        day = _nth(year or 2000, 11, 0, 1) + timedelta(days=1)
        return day.month, day.day, False
    return None


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    if number < 0:
        last = date(year, month + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7, weeks=number - 1)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm in Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
