"""Dates in lines that are nothing but a date, as ISO 8601."""

from __future__ import annotations

import re

from tuireader.text.lazy import Lazy

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATES = (
    Lazy(r"(?<!\d)(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
    Lazy(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b", re.I),
    Lazy(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)? {_MONTH},? (?P<year>\d{{4}})\b", re.I),
    Lazy(r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)"),
)
_LABEL = Lazy(
    r"(?:(?:first|last|originally) )?(?P<label>published|posted|updated"
    r"|modified|created|date|publication date|dateline|on)"
    r"(?: (?:on|at))?\s?[:\-–—|]?\s+",
    re.I,
)
# What may stand beside a date: weekday, time, zone, marks, the words of a label.
_BESIDE = Lazy(
    r"[\s,|·•@/()–—:;-]+|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|(?<![a-z])t?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d{1,6})?(?:z|\s?[+-]\d\d:?\d\d)?|\b\d{1,2}(?=\s?[ap]\.?m)"
    r"|\b[ap]\.?m\b\.?"
    r"|\b(?:at|on|gmt|utc|ce?st|cet|e[ds]?t|bst|p[ds]?t|ist|eet|local time|updated|published|posted|modified|last)\b",
    re.I,
)
#: A longer line is prose.
CAP = 100
#: A year and a day have so many digits at least.
_DIGITS = 5


def dated(line: str, *, inside: bool = False) -> str | None:
    """The ISO date of a line that is a date, with a weekday, time or label at most; None for any other line.

    ``inside`` takes the date out of whatever stands around it.
    """
    if len(line) > CAP or sum(char.isdigit() for char in line) < _DIGITS:
        return None
    label = _LABEL.match(line)
    rest = line[label.end() :] if label else line
    for pattern in _DATES:
        if match := pattern.search(rest):
            # A second date ("Updated …") may stand behind the first.
            beside = pattern.sub(" ", rest)
            return _iso(match) if inside or not _BESIDE.sub("", beside).strip(" .") else None
    return None


def is_update(line: str) -> bool:
    """Whether the date of this line is the one of a change: ``Updated March 10, 2025``."""
    label = _LABEL.match(line)
    return label is not None and label["label"].lower() in ("updated", "modified")


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    month = int(groups["number"]) if "number" in groups else _MONTHS.index(groups["month"][:3].lower()) + 1
    day, year = int(groups["day"]), int(groups["year"])
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1500 <= year <= 2200):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"
