"""The day an article was written, where the text itself says so: a line that is a date, or a dateline."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from tuireader.facts.dates.months import month_number
from tuireader.facts.document import Document
from tuireader.facts.model import OPEN_YEAR
from tuireader.text.lazy import Lazy

_MONTH = (
    r"(?P<month>(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
_FORMS = (
    r"(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
    r"(?P<number>\d\d?)(?P<mark>[/-])(?P<day>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?!\d)",
    rf"{_WEEKDAY}{_MONTH}\s(?P<day>\d\d?)(?:,?\s(?P<year>(?:19|20)\d\d))?(?![\d%])",
    rf"{_WEEKDAY}(?P<day>\d\d?)\s{_MONTH}(?:,?\s(?P<year>(?:19|20)\d\d))?(?!\w)",
)
#: A place in capitals, with a country or state and an agency: "BONN, Germany (AP) 1996-08-22", "WASHINGTON, March 3".
_PLACE = (
    r"[A-Z][A-Z.'’-]+(?:[ /-][A-Z][A-Z.'’-]+){0,3}(?:,\s[A-Z][\w.]{1,15}(?:\s[A-Z][\w.]{1,15})?)?"
    r"(?:\s\([A-Z][\w ./-]{1,15}\))?[,:]?\s(?:[-–—_]{1,2}\s)?"
)
#: Years an article may be from; others come of a misread form.
_YEARS = range(1500, 2201)
_DATES = tuple(Lazy(rf"(?:{_PLACE})?{form}") for form in _FORMS)
#: A date line or dateline stands in one of the first paragraphs, and a date line is short.
_LEADS, _LINE = 4, 45


class Origin(NamedTuple):
    """The day of publication; or, where a dateline names no year, that day with its year open."""

    published: date | None
    dateline: str | None


def origin(document: Document) -> Origin:
    """When an article was written: what its source says, else what the head of its text says."""
    published = document.article.published
    if published:
        try:
            day = date.fromisoformat(published[:10])
            return Origin(day if day.year in _YEARS else None, None)
        except ValueError:
            pass
    for low, high in document.paragraphs[:_LEADS]:
        head = document.text[low : min(high, low + 120)]
        for pattern in _DATES if head[:1].isalnum() else ():
            match = pattern.match(head)
            if match is None:
                continue
            # Without a place a date has its line to itself: "March 3 was a cold day" is told.
            placed = head[: match.start("day")].split(" ", 1)[0].rstrip(",.:").isupper() and head[0].isupper()
            if not placed and (high - low > _LINE or head[match.end() :].strip(" .\n").lower() not in _LEFT):
                continue
            found = _origin(match)
            if found is not None:
                return found
    return Origin(None, None)


_LEFT = frozenset(["", "est", "edt", "gmt"])


def _origin(match: re.Match[str]) -> Origin | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else month_number(parts["month"])
    day, year = int(parts["day"]), parts.get("year")
    if month > 12 and day <= 12:
        month, day = day, month
    try:
        if year is None:
            return Origin(None, OPEN_YEAR + date(2000, month, day).isoformat()[4:])
        whole = int(year) if len(year) == 4 else int(year) + (1900 if int(year) > 50 else 2000)
        return Origin(date(whole, month, day), None)
    except ValueError:
        return None
