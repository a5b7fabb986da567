"""The values of dates: ISO 8601 with ``X`` for what a text leaves open, and full ones where another date tells.

The notation is that of TIMEX3 (Pustejovsky et al., TimeML 2003): an X for each digit that is open, ``1998-W12``,
``1998-Q3``, ``1998-SU``, ``199X``, ``TMO`` for a morning, ``PRESENT_REF`` for "now".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from tuireader.facts.dates import relative
from tuireader.facts.dates.feasts import feast
from tuireader.facts.dates.here import DAYTIMES, OPEN, Here, Made, near_year, shifted
from tuireader.facts.dates.months import month_number
from tuireader.facts.dates.tense import Tense
from tuireader.facts.listed import listed
from tuireader.facts.model import OPEN_YEAR
from tuireader.text.lazy import Lazy

_DAYS = listed("mon tue wed thu fri sat sun")
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_SEASON_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DECADES = {"twenties": "2", "thirties": "3", "forties": "4", "fifties": "5", "sixties": "6", "seventies": "7",
            "eighties": "8", "nineties": "9"}  # fmt: skip
_CENTURIES = {"fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
              "twenty-first": 21}  # fmt: skip


def full(here: Here, year: str, month: int, day: int | None) -> Made:
    """A day or month, with the year the text gives or the one that fits the day of publication."""
    value = f"{year or OPEN_YEAR}-{month:02}" + (f"-{day:02}" if day else "")
    if year or here.published is None:
        return value, value if year else None
    return value, f"{near_year(here, month, day)}{value[4:]}"


def _iso(here: Here) -> Made:
    return here.match.group(), here.match.group()


def _numeric(here: Here) -> Made:
    one, two, year = int(here.group("one")), int(here.group("two")), here.group("year")
    whole = year if len(year) == 4 else ("19" if int(year) > 50 else "20") + year
    day, month = (one, two) if one > 12 or here.group("mark") == "." else (two, one)
    return full(here, whole, month, day) if month <= 12 else None


def _month_of(here: Here) -> int:
    return month_number(here.group("month"))


#: "The Sept. 11 attacks" are of 2001, whenever an article tells of them.
_ATTACKS = Lazy(r",?\s(?:terror|attack|hijack|conspirac|commission|victim|plot)", re.IGNORECASE)


def _day(here: Here) -> Made:
    told = here.anchors.latest()
    if (
        told is not None
        and told[:4].isdigit()
        and here.text.startswith((" that year", " of that year"), here.match.end())
    ):
        return full(here, told[:4], _month_of(here), int(here.group("from") or here.group("day")))
    attacks = not here.group("year") and _ATTACKS.match(here.text, here.match.end())
    if attacks and (_month_of(here), here.group("day")) == (9, "11") and here.published and here.published.year > 2001:
        return f"{OPEN_YEAR}-09-11", "2001-09-11"
    return full(here, here.group("year"), _month_of(here), int(here.group("from") or here.group("day")))


def _month(here: Here) -> Made:
    return full(here, here.group("year"), _month_of(here), None)


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


def _of_which(here: Here) -> Made:
    """ "March of last year"."""
    month = _month_of(here)
    if here.published is None:
        return f"{OPEN_YEAR}-{month:02}", None
    year = here.published.year + {"last": -1, "next": 1}.get(here.group("which"), 0)
    return f"{OPEN_YEAR}-{month:02}", f"{year}-{month:02}"


def _clock(here: Here) -> Made:
    hour = int(here.group("hour") or here.group("hour2"))
    if here.group("half"):
        hour = hour % 12 + (12 if here.group("half").startswith("p") else 0)
    return f"T{hour:02}:{here.group('minute') or here.group('minute2') or '00'}", None


def _noon(here: Here) -> Made:
    return ("T12:00" if here.group("noon") == "noon" else "T24:00"), None


def _weekday(here: Here) -> Made:
    word, which, published = here.group("weekday"), here.group("which"), here.published
    day = _DAYS.index(word[:3]) + 1
    time = f"T{DAYTIMES[here.group('daytime')]}" if here.group("daytime") else ""
    value = f"{OPEN['week']}-{day}{time}"
    if published is None or word.endswith("s"):
        return value, None
    back = (published.isoweekday() - day) % 7
    near = published - timedelta(days=back)
    if here.group("week") or here.group("ago"):
        weeks = {"last": -1, "next": 1}.get(here.group("week"), 0)
        near = published + timedelta(days=day - published.isoweekday(), weeks=weeks)
        if here.group("ago"):
            near = published - timedelta(days=back + 7)
    elif which in ("last", "past"):
        near -= timedelta(days=7 if back == 0 else 0)
    elif which == "next" or (back and _coming(here, which)):
        near += timedelta(days=7)
    return value, near.isoformat() + time


def _coming(here: Here, which: str) -> bool:
    """Whether a weekday is the next one: "will meet Friday", "this Friday" unless something happened on it."""
    return here.tense() is Tense.FUTURE or (which == "this" and here.tense() is Tense.OPEN)


def _dayword(here: Here) -> Made:
    word, daytime = here.group("dayword"), here.group("daytime")
    shift = {"tomorrow": 1, "yesterday": -1}.get(word, 0)
    time = "TNI" if word == "tonight" else f"T{DAYTIMES[daytime]}" if daytime else ""
    return _from_today(here, shift, time)


def _last_night(here: Here) -> Made:
    back = here.group("which") or here.group("overnight")
    time = "NI" if here.group("overnight") else DAYTIMES[here.group("daytime") or here.group("daytime2")]
    return _from_today(here, -1 if back else 0, f"T{time}")


def _from_today(here: Here, shift: int, time: str) -> Made:
    """A day told from the day of publication; where only its day and month are known, those are the value."""
    if here.published is not None:
        return OPEN["day"] + time, (here.published + timedelta(days=shift)).isoformat() + time
    if here.dateline is not None:
        moved = shifted(date.fromisoformat(here.dateline.replace(OPEN_YEAR, "2001")), "day", shift)
        if moved is not None:
            return OPEN_YEAR + moved[4:] + time, None
    return OPEN["day"] + time, None


def _daytime(here: Here) -> Made:
    """ "In the morning": of the day named before, else of an open one."""
    time = "T" + DAYTIMES[here.group("daytime") or here.group("daytime2")]
    day = here.anchors.day(here.number)
    if day is None:
        return OPEN["day"] + time, None
    return day + time, day + time if OPEN_YEAR not in day else None


def _the_weekend(here: Here) -> Made:
    if here.published is None:
        return OPEN["weekend"], None
    weekend = shifted(here.published, "weekend", 0)
    # From Monday on "the weekend" is the one behind, unless somebody will do something on it; on Friday it may be both.
    day, tense = here.published.isoweekday(), here.tense()
    if (day <= 4 and tense is not Tense.FUTURE) or (day == 5 and tense is Tense.PAST):
        weekend = shifted(here.published, "weekend", -1)
    return OPEN["weekend"], weekend


def _season(here: Here) -> Made:
    name = _SEASONS[here.group("season")]
    published, which = here.published, here.group("which")
    if here.group("year"):
        return f"{here.group('year')}-{name}", f"{here.group('year')}-{name}"
    if published is None:
        return f"{OPEN_YEAR}-{name}", None
    begins = _SEASON_BEGINS[name]
    shift = 0
    if here.group("of"):
        shift = {"last": -1, "next": 1}.get(here.group("of"), 0)
    elif which == "last" and published.month <= begins + 2:
        shift = -1
    elif which in ("next", "coming") and published.month > begins:
        shift = 1
    elif not which:
        tense = here.tense()
        if tense is Tense.FUTURE and published.month > begins + 2:
            shift = 1
        elif tense is not Tense.FUTURE and published.month < begins:
            shift = -1
    if name == "WI" and shift == 0 and published.month <= 2:
        shift = -1
    return f"{OPEN_YEAR}-{name}", f"{published.year + shift}-{name}"


def _decade(here: Here) -> Made:
    short = here.group("short")[:1] or _DECADES.get(here.group("word"), "")
    value = here.group("decade")[:3] or f"19{short}"
    return f"{value}X", f"{value}X"


def _century(here: Here) -> Made:
    word = here.group("century")
    number = int(word[:-2]) if word[0].isdigit() else _CENTURIES.get(word, 0)
    return (f"{number - 1:02}XX", f"{number - 1:02}XX") if 1 <= number <= 99 else None


def _feast(here: Here) -> Made:
    year = here.group("year")
    said = feast(here.group("feast").replace("’", "'"), int(year) if year else None)
    if said is None:
        return None
    month, day, fixed = said
    if year:
        return f"{year}-{month:02}-{day:02}", f"{year}-{month:02}-{day:02}"
    value = f"{OPEN_YEAR}-{month:02}-{day:02}" if fixed else OPEN["day"]
    if here.published is None:
        return value, None
    which = here.group("which")
    near = here.published.year if which == "this" else near_year(here, month, day)
    if which == "last" and (near, month, day) > (here.published.year, here.published.month, here.published.day):
        near -= 1
    said = feast(here.group("feast").replace("’", "'"), near)
    return (value, f"{near}-{said[0]:02}-{said[1]:02}") if said else None


def _year(here: Here) -> Made:
    return here.group("year"), here.group("year")


def _short_year(here: Here) -> Made:
    number = int(here.group("short"))
    year = f"{1900 + number if number > 30 else 2000 + number}"
    return year, year


READERS: dict[str, Callable[[Here], Made]] = {
    "iso": _iso, "numeric": _numeric, "monthday": _day, "daymonth": _day, "monthyear": _month, "ofwhich": _of_which,
    "clock": _clock, "clock24": _clock, "noon": _noon, "weekday": _weekday, "dayword": _dayword,
    "lastnight": _last_night, "daytime": _daytime, "theweekend": _the_weekend, "season": _season,
    "seasonyear": _season, "theseason": _season, "whichmonth": _which_month, "decade": _decade,
    "decadeword": _decade, "century": _century,
    "feast": _feast, "year": _year, "yearspan": _year, "shortyear": _short_year, "month": _month,
    **relative.READERS,
}  # fmt: skip
