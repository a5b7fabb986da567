"""Whether two dates can be one and the same."""

from __future__ import annotations

from datetime import date, timedelta

from tuireader.facts.dates.finding import Date
from tuireader.facts.dates.here import OPEN
from tuireader.facts.model import OPEN_YEAR
from tuireader.text.lazy import Lazy

#: Values that say so little that two equal ones need not be one date: some day, week, month, year.
_TOLD_NOTHING = frozenset([*OPEN.values(), "T12:00", "T24:00"])
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FORM = Lazy(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-Q(?P<quarter>[1-4])|-H(?P<half>[12])"
    r"|-(?P<season>SP|SU|FA|WI)|-W(?P<week>\d\d)(?P<weekend>-WE)?)?$|(?P<decade>\d{3})X$|(?P<century>\d\d)XX$"
)


def meets(a: Date, b: Date) -> bool | None:
    """Whether two dates can be one; None where that cannot be said (a weekday against a day of a month)."""
    if a.vague or b.vague:
        return None
    one, other = a.value.partition("T")[0], b.value.partition("T")[0]
    if not one or not other:
        return True if a.value == b.value and a.value not in _TOLD_NOTHING else None
    if one == other:
        if a.resolved and b.resolved and bounds(a.resolved) != bounds(b.resolved):
            # The same words on two days of publication: "Monday" may be two Mondays, or the tense was misread.
            return None if "X" in one.replace(OPEN_YEAR, "") else True
        return True if one not in _TOLD_NOTHING or (a.resolved and b.resolved) else None
    if a.leaning and b.leaning:
        # Each follows another date of its text: where those differ, that is the difference, and it is told once.
        return None
    for mine in dict.fromkeys((a.value, a.resolved or "")):
        for theirs in dict.fromkeys((b.value, b.resolved or "")):
            said = _meets(mine.partition("T")[0], theirs.partition("T")[0])
            if said is not None:
                return said
    return None


def bounds(value: str) -> tuple[date, date] | None:
    """First and last day of a date in ISO form, whatever its grain; None where it leaves something open."""
    match = _FORM.match(value.partition("T")[0])
    if match is None:
        return None
    try:
        return _bounds({name: text for name, text in match.groupdict().items() if text})
    except ValueError:
        return None


def _bounds(parts: dict[str, str]) -> tuple[date, date]:
    if "century" in parts or "decade" in parts:
        size = 100 if "century" in parts else 10
        year = int(parts.get("century") or parts["decade"]) * size
        return date(year, 1, 1), date(year + size - 1, 12, 31)
    year = int(parts["year"])
    if "day" in parts:
        day = date(year, int(parts["month"]), int(parts["day"]))
        return day, day
    if "week" in parts:
        first = date.fromisocalendar(year, int(parts["week"]), 6 if "weekend" in parts else 1)
        return first, first + timedelta(days=1 if "weekend" in parts else 6)
    if "month" in parts:
        month, months = int(parts["month"]), 1
    elif "quarter" in parts:
        month, months = int(parts["quarter"]) * 3 - 2, 3
    elif "half" in parts:
        month, months = int(parts["half"]) * 6 - 5, 6
    elif "season" in parts:
        month, months = _SEASONS[parts["season"]], 3
    else:
        month, months = 1, 12
    over, last = divmod(month + months - 1, 12)
    return date(year, month, 1), date(year + over, last + 1, 1) - timedelta(days=1)


def _meets(one: str, other: str) -> bool | None:
    if not one or not other:
        return None
    mine, theirs = bounds(one), bounds(other)
    if mine is not None and theirs is not None:
        return mine[0] <= theirs[1] and theirs[0] <= mine[1]
    if "W" in one or "W" in other:
        if one.startswith(f"{OPEN['week']}-") and other.startswith(f"{OPEN['week']}-"):
            return one == other
        return None
    known = False
    for left, right in zip(one.split("-"), other.split("-"), strict=False):
        if "X" in left or "X" in right or not (left.isdigit() and right.isdigit()):
            continue
        if left != right:
            return False
        known = True
    return True if known else None
