"""The values of dates: ISO 8601 with ``X`` for what a text leaves open, and full ones where another date tells."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from tuireader.facts.listed import listed
from tuireader.facts.numbers import TENS, UNITS

_MONTHS = listed("jan feb mar apr may jun jul aug sep oct nov dec")
_DAYS = listed("mon tue wed thu fri sat sun")
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_SEASON_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAYTIMES = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_FEASTS = {"christmas eve": (12, 24), "new year's eve": (12, 31), "new year's day": (1, 1), "bastille day": (7, 14),
           "valentine's day": (2, 14)}  # fmt: skip
_RANKS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_CENTURIES = {"fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
              "twenty-first": 21}  # fmt: skip
#: An open year, as TIMEX3 of TimeML writes it (Pustejovsky et al. 2003): an X for each digit the text does not tell.
OPEN_YEAR = "XXXX"
#: The value of a unit of which only that is known: "a week ago" is some week of some year.
OPEN = {
    "day": f"{OPEN_YEAR}-XX-XX", "week": f"{OPEN_YEAR}-WXX", "weekend": f"{OPEN_YEAR}-WXX-WE",
    "month": f"{OPEN_YEAR}-XX", "quarter": f"{OPEN_YEAR}-QX", "year": OPEN_YEAR, "decade": "XXX", "century": "XX",
    "centurie": "XX",
}  # fmt: skip


class Here(NamedTuple):
    """A match, its text, the day of publication, and the date last named before it."""

    match: re.Match[str]
    text: str
    published: date | None
    latest: str | None

    def group(self, name: str) -> str:
        """A named part of the match in lower case, empty where it is missing."""
        return (self.match.groupdict().get(name) or "").lower()


#: Value, resolved date; None where the match is no date after all.
Made = tuple[str, str | None] | None


def _full(here: Here, year: str, month: int, day: int | None) -> Made:
    value = f"{year or OPEN_YEAR}-{month:02}" + (f"-{day:02}" if day else "")
    if year or here.published is None:
        return value, value if year else None
    return value, f"{_near_year(here.published, month, day or 15, _ahead(here))}{value[4:]}"


def _near_year(published: date, month: int, day: int, ahead: bool) -> int:
    """The year that puts a day without one nearest to the day of publication, or next after it."""

    def distance(year: int) -> int:
        try:
            days = (date(year, month, day) - published).days
        except ValueError:
            return 9999
        return days + 1000 if ahead and days < -31 else abs(days)

    return min((published.year, published.year - 1, published.year + 1), key=distance)


def _iso(here: Here) -> Made:
    return here.match.group(), here.match.group()


def _numeric(here: Here) -> Made:
    one, two, year = int(here.group("one")), int(here.group("two")), here.group("year")
    full = year if len(year) == 4 else ("19" if int(year) > 50 else "20") + year
    day, month = (one, two) if one > 12 or "." in here.match.group() else (two, one)
    return _full(here, full, month, day) if month <= 12 else None


def _month_of(here: Here) -> int:
    return _MONTHS.index(here.group("month")[:3]) + 1


def _day(here: Here) -> Made:
    return _full(here, here.group("year"), _month_of(here), int(here.group("day")))


def _month(here: Here) -> Made:
    return _full(here, here.group("year"), _month_of(here), None)


def _which_month(here: Here) -> Made:
    month, published, which = _month_of(here), here.published, here.group("which")
    if published is None:
        return f"{OPEN_YEAR}-{month:02}", None
    if which == "next":
        year = published.year + (month <= published.month)
    elif which == "this":
        year = published.year
    else:
        year = published.year - (month > published.month or (month == published.month and which == "last"))
    return f"{OPEN_YEAR}-{month:02}", f"{year}-{month:02}"


def _clock(here: Here) -> Made:
    hour = int(here.group("hour"))
    if here.group("half"):
        hour = hour % 12 + (12 if here.group("half").startswith("p") else 0)
    return f"T{hour:02}:{here.group('minute') or '00'}", None


def _noon(here: Here) -> Made:
    return ("T12:00" if here.group("noon") == "noon" else "T24:00"), None


def _weekday(here: Here) -> Made:
    word, which, published = here.group("weekday"), here.group("which"), here.published
    day = _DAYS.index(word[:3]) + 1
    value = f"{OPEN['week']}-{day}" + ("T" + _DAYTIMES[here.group("daytime")] if here.group("daytime") else "")
    if published is None or word.endswith("s"):
        return value, None
    back = (published.isoweekday() - day) % 7
    near = published - timedelta(days=back)
    if which == "last" and back == 0:
        near -= timedelta(days=7)
    elif back and (which in ("next", "this") or (not which and _ahead(here))):
        near += timedelta(days=7)
    return value, near.isoformat()


_FUTURE = re.compile(
    r"\b(?:will|expected|scheduled|until|till|due|to be held|planned|plans|would|shall|could)\b[^.;]{0,60}$"
)


def _ahead(here: Here) -> bool:
    """Whether the words before a date look forward: "will meet on Monday", "until Friday"."""
    return bool(_FUTURE.search(here.text[max(0, here.match.start() - 80) : here.match.start()]))


def _dayword(here: Here) -> Made:
    word, daytime = here.group("dayword"), here.group("daytime")
    shift = {"tomorrow": 1, "yesterday": -1}.get(word, 0)
    time = "TNI" if word == "tonight" else "T" + _DAYTIMES[daytime] if daytime else ""
    return OPEN["day"] + time, (here.published + timedelta(days=shift)).isoformat() if here.published else None


def _last_night(here: Here) -> Made:
    shift = -1 if here.group("which") else 0
    time = _DAYTIMES[here.group("daytime") or here.group("daytime2")]
    return f"{OPEN['day']}T{time}", (here.published + timedelta(days=shift)).isoformat() if here.published else None


def _count(words: str) -> int | None:
    word = " ".join(words.split())
    if word.isdigit():
        return int(word)
    if word in ("a", "an", "the"):
        return 1
    if word.startswith("a couple"):
        return 2
    tens, _, units = word.partition("-")
    return TENS[tens] + UNITS.get(units, 0) if tens in TENS else UNITS.get(word)


def _shifted(base: date, unit: str, steps: int) -> str | None:
    """The date, month or year that lies some units from a day, in the unit's own granularity."""
    try:
        if unit == "day":
            return (base + timedelta(days=steps)).isoformat()
        if unit in ("week", "weekend"):
            year, week, _ = (base + timedelta(weeks=steps)).isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if unit == "weekend" else "")
        if unit in ("month", "quarter"):
            size = 12 if unit == "month" else 4
            number = base.year * size + (base.month - 1) * size // 12 + steps
            return (
                f"{number // size:04}-{number % size + 1:02}" if size == 12 else f"{number // 4:04}-Q{number % 4 + 1}"
            )
        if unit == "year":
            return f"{base.year + steps:04}"
        if unit == "decade":
            return f"{(base.year + 10 * steps) // 10:03}"
        if unit in ("century", "centurie"):
            return f"{(base.year + 100 * steps) // 100:02}"
    except (ValueError, OverflowError):
        return None
    return None


def _ago(here: Here) -> Made:
    unit, side, count = here.group("unit"), here.group("side"), _count(here.group("count"))
    value = OPEN.get(unit)
    if value is None:
        return None
    if side in ("before", "after", "previously") and here.group("count") != "the" and not _stands_alone(here):
        return None
    if count is None:
        return value, None
    if side == "ago":
        return value, _shifted(here.published, unit, -count) if here.published else None
    return _beside(here, value, unit, count if side in ("later", "after", "afterward", "afterwards") else -count)


def _stands_alone(here: Here) -> bool:
    """Whether "two days before" ends its phrase; "two days before the vote" is a distance from something else."""
    after = here.text[here.match.end() : here.match.end() + 2]
    return not after.strip() or after[0] in ".,;:)"


def _beside(here: Here, value: str, unit: str, steps: int) -> Made:
    """A date told by its distance from the one named before: "a day earlier"; else from the day of publication."""
    latest = here.latest or (here.published.isoformat() if here.published else None)
    if latest is None or (unit == "day" and len(latest) < 10):
        return value, None
    try:
        moved = _shifted(date.fromisoformat((latest.replace(OPEN_YEAR, "2001") + "-15")[:10]), unit, steps)
    except ValueError:
        return value, None
    if moved is None:
        return value, None
    if latest.startswith(OPEN_YEAR):
        return (OPEN_YEAR + moved[4:] if unit in ("day", "month") else value), None
    return (moved, moved) if here.latest else (value, moved)


def _year_ago(here: Here) -> Made:
    unit = here.group("unit")
    return OPEN[unit], _shifted(here.published, unit, -1) if here.published else None


def _neighbour(here: Here) -> Made:
    side, unit = here.group("side") or here.group("side2"), here.group("unit") or here.group("unit2")
    if unit not in ("day", "week", "month", "year", "weekend"):
        return None
    if side == "next" and not here.match.group().lower().startswith("the"):
        return OPEN[unit], _shifted(here.published, unit, 1) if here.published else None
    steps = {"following": 1, "next": 1, "after": 1, "same": 0}.get(side, -1)
    return _beside(here, OPEN[unit], unit, steps)


def _span(here: Here) -> Made:
    unit, which = here.group("unit"), here.group("which")
    if unit not in OPEN:
        return None
    steps = {"this": 0, "current": 0, "next": 1, "coming": 1}.get(which, -1)
    return OPEN[unit], _shifted(here.published, unit, steps) if here.published else None


def _end_of(here: Here) -> Made:
    unit = here.group("unit")
    steps = {"last": -1, "next": 1}.get(here.group("which"), 0)
    return OPEN[unit], _shifted(here.published, unit, steps) if here.published else None


def _the_weekend(here: Here) -> Made:
    return OPEN["weekend"], _shifted(here.published, "weekend", 0) if here.published else None


def _season(here: Here) -> Made:
    name = _SEASONS[here.group("season") or here.group("season2")]
    if here.group("year"):
        return f"{here.group('year')}-{name}", f"{here.group('year')}-{name}"
    if here.published is None:
        return f"{OPEN_YEAR}-{name}", None
    begins, which = _SEASON_BEGINS[name], here.group("which")
    shift = 0
    if which == "last" and here.published.month <= begins + 2:
        shift = -1
    elif which == "next" and here.published.month > begins:
        shift = 1
    return f"{OPEN_YEAR}-{name}", f"{here.published.year + shift}-{name}"


def _quarter(here: Here) -> Made:
    which, half, year, published = here.group("which"), here.group("half"), here.group("year"), here.published
    number = _RANKS[which or half]
    part = f"Q{number}" if which else f"H{number}"
    if year or published is None:
        return f"{year or OPEN_YEAR}-{part}", f"{year}-{part}" if year else None
    shift = {"last": -1, "next": 1}.get(here.group("of"), 0)
    if not here.group("of") and (number - 1) * (3 if which else 6) >= published.month and not _ahead(here):
        # A quarter that has not begun: the last one of that number.
        shift = -1
    return f"{OPEN_YEAR}-{part}", f"{published.year + shift}-{part}"


def _decade(here: Here) -> Made:
    value = here.group("decade")[:3] if here.group("decade") else "19" + here.group("short")[0]
    return value, value


def _century(here: Here) -> Made:
    word = here.group("century")
    number = int(word[:-2]) if word[0].isdigit() else _CENTURIES.get(word, 0)
    return (f"{number - 1:02}", f"{number - 1:02}") if number else None


def _feast(here: Here) -> Made:
    month, day = _FEASTS.get(here.group("feast").replace("’", "'"), (12, 25))
    return _full(here, "", month, day)


def _year(here: Here) -> Made:
    return here.group("year"), here.group("year")


READERS: dict[str, Callable[[Here], Made]] = {
    "iso": _iso, "numeric": _numeric, "monthday": _day, "daymonth": _day, "monthyear": _month, "clock": _clock,
    "clock24": _clock, "noon": _noon, "weekday": _weekday, "dayword": _dayword, "lastnight": _last_night, "ago": _ago,
    "yearago": _year_ago, "neighbour": _neighbour, "span": _span, "endof": _end_of, "theweekend": _the_weekend,
    "season": _season, "whichmonth": _which_month, "quarter": _quarter, "decade": _decade, "century": _century,
    "feast": _feast, "year": _year, "month": _month,
}  # fmt: skip
