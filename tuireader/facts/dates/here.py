"""Where a date is read: its match, the day of publication, the dates named before it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from tuireader.facts.dates.tense import Tense, tense
from tuireader.facts.model import OPEN_YEAR
from tuireader.text.lazy import Lazy

#: The value of a unit of which only that is known: "a week ago" is some week of some year.
OPEN = {
    "day": f"{OPEN_YEAR}-XX-XX", "week": f"{OPEN_YEAR}-WXX", "weekend": f"{OPEN_YEAR}-WXX-WE",
    "month": f"{OPEN_YEAR}-XX", "quarter": f"{OPEN_YEAR}-QX", "year": OPEN_YEAR,
    "decade": OPEN_YEAR, "century": OPEN_YEAR, "centurie": OPEN_YEAR,
    "hour": f"{OPEN_YEAR}-XX-XXTXX", "minute": f"{OPEN_YEAR}-XX-XXTXX:XX",
}  # fmt: skip
DAYTIMES = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
#: So many sentences back a date is still the one that "the next day" counts from.
_REACH = 4
_DAY = Lazy(r"(?:\d{4}|X{4})-\d\d-\d\d$")
_MONTH = Lazy(r"(?:\d{4}|X{4})-\d\d$")
_QUARTER = Lazy(r"(?:\d{4}|X{4})-Q\d$")
_YEAR = Lazy(r"\d{4}$")
_WEEK = Lazy(r"\d{4}-W\d\d(?:-WE)?$")

#: Value, resolved date; None where the match is no date after all.
Made = tuple[str, str | None] | None


class Anchors:
    """The dates named so far that later ones can be told from, each with the number of its sentence."""

    def __init__(self) -> None:
        self._days: tuple[str, int] | None = None
        self._quarters: tuple[str, int] | None = None
        self._latest: tuple[str, int] | None = None

    def learn(self, value: str, sentence: int) -> None:
        """Takes in a date: its fullest value."""
        value = value.partition("T")[0] if "_" not in value else ""
        if _DAY.match(value):
            self._days = self._latest = value, sentence
        elif _QUARTER.match(value):
            self._quarters = self._latest = value, sentence
        elif _MONTH.match(value) or _YEAR.match(value) or _WEEK.match(value):
            self._latest = value, sentence

    def day(self, sentence: int, reach: int = _REACH) -> str | None:
        """The day named last, unless that was more than ``reach`` sentences back."""
        if self._days is None or sentence - self._days[1] > reach:
            return None
        return self._days[0]

    def quarter(self, sentence: int) -> str | None:
        """The quarter named last; an account of a quarter keeps to it."""
        return self._quarters[0] if self._quarters is not None and sentence - self._quarters[1] <= 2 * _REACH else None

    def latest(self) -> str | None:
        """The date named last, however coarse: a day, month, week, quarter or year."""
        return self._latest[0] if self._latest is not None else None

    def near(self, sentence: int) -> str | None:
        """The same, unless it is too far back."""
        return self._latest[0] if self._latest is not None and sentence - self._latest[1] <= _REACH else None


class Here(NamedTuple):
    """A match, its sentence (bounds and number), the day of publication, and the dates named before.

    ``dateline`` is the day of a dateline that names no year (March 3 of an open year).
    """

    match: re.Match[str]
    text: str
    low: int
    high: int
    number: int
    published: date | None
    dateline: str | None
    anchors: Anchors

    def group(self, name: str) -> str:
        """A named part of the match in lower case, empty where it is missing."""
        return (self.match.groupdict().get(name) or "").lower()

    def tense(self) -> Tense:
        """Whether the clause looks back or forward."""
        return tense(self.text, self.low, self.high, *self.match.span())


def shifted(base: date, unit: str, steps: int) -> str | None:
    """The date, month or year that lies some units from a day, in the unit's own granularity; None out of range."""
    try:
        if unit == "day":
            return (base + timedelta(days=steps)).isoformat()
        if unit in ("week", "weekend"):
            year, week, _ = (base + timedelta(weeks=steps)).isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if unit == "weekend" else "")
        if unit in ("month", "quarter"):
            size = 12 if unit == "month" else 4
            number = base.year * size + (base.month - 1) * size // 12 + steps
            year, part = divmod(number, size)
            return date(year, 1, 1).isoformat()[:5] + (f"{part + 1:02}" if unit == "month" else f"Q{part + 1}")
        if unit in ("year", "decade", "century", "centurie"):
            size = {"year": 1, "decade": 10}.get(unit, 100)
            year = date(base.year + steps * size, 1, 1).year
            return {1: f"{year:04}", 10: f"{year // 10:03}X", 100: f"{year // 100:02}XX"}[size]
    except (ValueError, OverflowError):
        return None
    return None


def near_year(here: Here, month: int, day: int | None) -> int:
    """The year of a day or month without one: the nearest to the day of publication, on the side the verb tells of.

    A date some weeks off on the other side keeps the nearest year: verbs stand for more than their own dates.
    """
    published = here.published
    assert published is not None
    side = here.tense()

    def distance(year: int) -> float:
        try:
            days = (date(year, month, day or 15) - published).days
        except ValueError:
            return 9999
        if day is None and (year, month) == (published.year, published.month):
            return 0
        wrong = (side is Tense.PAST and days > 21) or (side is Tense.FUTURE and days < -31)
        return abs(days) + (1000 if wrong else 60 if days > 150 and side is Tense.OPEN else 0)

    return min((published.year, published.year - 1, published.year + 1), key=distance)
