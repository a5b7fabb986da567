"""Dates and times as formats write them, as ISO 8601."""

from __future__ import annotations

from tuireader.sources.dates import dated
from tuireader.text.lazy import Lazy

_ISO = Lazy(
    r"(?P<date>\d{4}-\d\d-\d\d)(?:[T _]{1,2}(?P<time>\d\d:?\d\d(?::?\d\d)?)(?:[.,]\d{1,9})?"
    r"\s?(?P<zone>[+-]\d\d(?::?\d\d)?|Z|UTC|GMT)?)?"
)
_PACKED = Lazy(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:T?(?P<time>\d{6}|\d{4})(?P<zone>Z|[+-]\d{4})?)?")
_SLASHED = Lazy(r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})(?!\d)")
_NUMBER = Lazy(r"\d{9,10}(?:\.\d{1,9})?|\d{12,13}")
_MAIL = Lazy(r"(?:[A-Za-z]{3,9},? )?\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4} \d{1,2}:\d\d")
#: A longer value is no date.
_CAP = 100


def moment(value: str) -> str | None:
    """The date, or date and time with the zone that is told, that ``value`` names; None where it names none.

    Reads ISO 8601, the dates of mail and feeds (RFC 5322), seconds and milliseconds since 1970, and what a line of text
    may have as its date. A date that can be read in two ways (03/04/2025) is none.
    """
    value = value.strip()
    if not value or len(value) > _CAP:
        return None
    if match := _ISO.fullmatch(value):
        return _checked(match["date"], match["time"], match["zone"])
    if match := _PACKED.fullmatch(value):
        date = f"{match['year']}-{match['month']}-{match['day']}"
        if found := _checked(date, match["time"], match["zone"]):
            return found
    if _NUMBER.fullmatch(value):
        return _since_1970(float(value))
    if match := _SLASHED.match(value):
        return _checked(f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}", None, None)
    if _MAIL.match(value) and (mailed := _mailed(value)):
        return mailed
    said = dated(value)
    return said and (said.moment or said.date)


def _checked(date: str, time: str | None, zone: str | None) -> str | None:
    """The parts as one, where there is such a day and such a time."""
    from datetime import datetime

    said = date
    if time:
        digits = time.replace(":", "")
        clock = f"{digits[:2]}:{digits[2:4]}:{digits[4:6] or '00'}"
        at = "" if not zone else "+00:00" if zone.isalpha() else f"{zone[:3]}:{zone[3:].lstrip(':') or '00'}"
        said = f"{date}T{clock}{at}"
    try:
        when = datetime.fromisoformat(said)
    except ValueError:
        return None
    return said if 1500 <= when.year <= 2200 else None


def _since_1970(number: float) -> str | None:
    from datetime import UTC, datetime

    seconds = number / 1000 if number >= 1e11 else number
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _mailed(value: str) -> str | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value).isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        return None
