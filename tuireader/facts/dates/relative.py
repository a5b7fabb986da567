"""Dates told from others: "a year earlier", "the third quarter", "last week", "the same day", "recently"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from tuireader.facts.dates.here import DAYTIMES, OPEN, Here, Made, shifted
from tuireader.facts.dates.tense import Tense
from tuireader.facts.model import OPEN_YEAR
from tuireader.facts.quantities.numbers import TENS, UNITS
from tuireader.text.lazy import Lazy

PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"
_RANKS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4,
          "latter": 2}  # fmt: skip
_COARSE = ("week", "weekend", "month", "quarter", "year", "decade", "century", "centurie")


def _count(words: str) -> int | None:
    """How many units; None where the text does not say ("a few"). "And a half" adds nothing: the unit is the grain."""
    word = re.sub(r"\s(?:and\sa\shalf|more|short|long|full)$", "", " ".join(words.split()))
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits.group())
    if word in ("a", "an", "the"):
        return 1
    if word.startswith("a couple"):
        return 2
    tens, _, units = word.partition("-")
    return TENS[tens] + UNITS.get(units, 0) if tens in TENS else UNITS.get(word)


def _ago(here: Here) -> Made:
    unit, side, count = here.group("unit"), here.group("side"), _count(here.group("count"))
    open_value = OPEN[unit]
    if side in ("before", "after", "previously") and not _stands_alone(here):
        return None
    if here.group("count") == "the" and side in ("ago", "earlier", "later"):
        return None
    if count is None:
        vague = {"ago": PAST, "earlier": PAST, "before": PAST, "previously": PAST}.get(side)
        return (vague, None) if vague and unit not in ("hour", "minute") else (open_value, None)
    if side == "ago":
        if unit == "hour" and count % 24 == 0:
            unit, count, open_value = "day", count // 24, OPEN["day"]
        if here.group("today"):
            return _to_the_day(here, unit, -count)
        if here.group("within") and unit == "year":
            return _within(here, here.group("within").split()[-1], -count)
        quarter = here.anchors.quarter(here.number) if unit == "year" and count == 1 else None
        if quarter and quarter[:4].isdigit() and here.published and _like_a_sum(here):
            return open_value, moved(quarter, "year", -1)
        return open_value, shifted(here.published, unit, -count) if here.published else None
    if side.startswith("from") or side == "hence":
        return open_value, shifted(here.published, unit, count) if here.published else None
    return _beside(here, open_value, unit, count if side in ("later", "after", "afterward", "afterwards") else -count)


def _within(here: Here, unit: str, years: int) -> Made:
    """ "Five years ago this month"."""
    resolved = shifted(here.published, unit, 0) if here.published else None
    return OPEN[unit], f"{int(resolved[:4]) + years}{resolved[4:]}" if resolved else None


def _to_the_day(here: Here, unit: str, steps: int) -> Made:
    """ "Two years ago today": a day."""
    published = here.published
    if published is None:
        return OPEN["day"], None
    day = published + timedelta(days={"tomorrow": 1, "yesterday": -1}.get(here.group("today"), 0))
    if unit == "year":
        try:
            return OPEN["day"], day.replace(year=day.year + steps).isoformat()
        except ValueError:
            return OPEN["day"], None
    if unit in ("day", "week"):
        return OPEN["day"], shifted(day, "day", steps * (7 if unit == "week" else 1))
    return OPEN["day"], None


_SUM = Lazy(r"(?:[$£€]\s?\d|\d%|\b(?:million|billion|percent|cents|share)\b)")


def _like_a_sum(here: Here) -> bool:
    """Whether sums stand before "a year ago", as in accounts of a quarter: "from $2 million a year ago"."""
    return bool(_SUM.pattern.search(here.text, max(here.low, here.match.start() - 40), here.match.start()))


def _stands_alone(here: Here) -> bool:
    """Whether "two days before" ends its phrase; "two days before the vote" is a distance from something else."""
    after = here.text[here.match.end() : here.match.end() + 4]
    return not after.strip() or after[0] in ".,;:)—" or after[:4] in (" in ", " at ", " by ")


def _beside(here: Here, open_value: str, unit: str, steps: int) -> Made:
    """A date told by its distance from the one named before: "a day earlier"; else from the day of publication."""
    if unit in ("hour", "minute"):
        return open_value, None
    anchor = here.anchors.latest()
    quarter = here.anchors.quarter(here.number)
    if unit == "year" and quarter is not None and steps == -1:
        anchor = quarter
    elif unit == "day":
        anchor = here.anchors.day(here.number) or anchor
    if anchor is not None:
        later = moved(anchor, unit, steps)
        if later is None:
            return open_value, None
        return (later, None) if OPEN_YEAR in later else (later, later)
    if here.published is None:
        return open_value, None
    return open_value, shifted(here.published, unit, steps)


def moved(anchor: str, unit: str, steps: int) -> str | None:
    """A date some units from an anchor, as precise as the unit; a year from a quarter or month is one of those.

    None where the anchor is coarser than the unit, or its open year does not tell.
    """
    open_year = anchor.startswith(OPEN_YEAR)
    year = 2001 if open_year else int(anchor[:4])
    rest = anchor[5:]
    if rest.startswith("Q"):
        if unit not in ("year", "quarter"):
            return None
        turned = year * 4 + int(rest[1]) - 1 + steps * (4 if unit == "year" else 1)
        return None if open_year else f"{turned // 4:04}-Q{turned % 4 + 1}"
    if rest.startswith("W"):
        base = date.fromisocalendar(year, int(rest[1:3]), 3)
        return shifted(base, unit, steps) if unit in _COARSE else None
    grain = {0: "year", 2: "month", 5: "day"}[len(rest)]
    order = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century", "centurie")
    if order.index(unit) < order.index(grain):
        return None
    try:
        base = date.fromisoformat(
            (f"{year:04}-{rest}" if rest else f"{year:04}-01") + ("" if grain == "day" else "-15")
        )
    except ValueError:
        return None
    later = shifted(base, unit, steps)
    if later is None or not open_year:
        return later
    return OPEN_YEAR + later[4:] if unit in ("day", "month") else None


def _year_ago(here: Here) -> Made:
    """ "The year-ago quarter": of the quarter told of; "year-earlier" alone likewise."""
    unit, of = here.group("unit"), here.group("of")
    quarter, published = here.anchors.quarter(here.number), here.published
    if unit == "year":
        if of.endswith(" quarter"):
            number = _RANKS[of.partition(" ")[0]]
            value = f"{OPEN_YEAR}-Q{number}"
            return value, f"{published.year - 1}-Q{number}" if published else None
        if quarter is not None and of not in ("month", "day", "week", "half"):
            later = moved(quarter, "year", -1)
            return (later, later) if later else (OPEN["quarter"], None)
        if of == "quarter":
            # An account that names no quarter tells of the one just over.
            return OPEN["quarter"], shifted(published, "quarter", -5) if published else None
        near = here.anchors.near(here.number)
        if of in ("month", "day") and near is not None and len(near) >= 7 and near[5].isdigit():
            month = near[:7]
            return (OPEN["month"], None) if month.startswith(OPEN_YEAR) else (2 * (f"{int(month[:4]) - 1}{month[4:]}",))
    return OPEN[unit], shifted(published, unit, -1) if published else None


def _same_period(here: Here) -> Made:
    """ "The same period last year"."""
    quarter = here.anchors.quarter(here.number)
    if quarter is not None and here.published is not None and not quarter.startswith(OPEN_YEAR):
        later = (
            f"{here.published.year - 1}-{quarter[5:]}" if here.group("which") == "last" else moved(quarter, "year", -1)
        )
        return OPEN["quarter"], later
    return OPEN["year"], f"{here.published.year - 1}" if here.published else None


def _neighbour(here: Here) -> Made:
    """ "The next day", "the previous year", "that night"; "next year" alone is told from the day of publication."""
    side = here.group("side") or here.group("side2")
    unit = here.group("unit") or here.group("unit2") or here.group("unit3")
    daytime = here.group("daytime") or here.group("daytime2")
    if unit in DAYTIMES:
        unit, daytime = "day", unit
    if not unit and not daytime:
        return None
    time = f"T{DAYTIMES[daytime]}" if daytime else ""
    unit = unit or "day"
    if unit in ("hour", "minute"):
        return None
    alone = not here.match.group().lower().startswith(("the", "that"))
    if side == "next" and alone:
        return OPEN[unit] + time, shifted(here.published, unit, 1) if here.published else None
    if side in ("previous", "prior", "preceding", "following") and alone:
        # "A previous day", "of previous years": no day in particular.
        return None
    if here.group("side2") and not _stands_alone(here):
        # "The day after the vote" is told from the vote.
        return None
    steps = {"following": 1, "next": 1, "after": 1, "previous": -1, "prior": -1, "preceding": -1, "before": -1}.get(
        side, 0
    )
    near = here.anchors.day(here.number) if unit == "day" else here.anchors.near(here.number)
    if near is None:
        later = shifted(here.published, unit, steps) if here.published and unit in _COARSE and steps else None
        return OPEN[unit] + time, later
    if unit == "quarter" or (unit == "year" and near[5:6] == "Q"):
        near = near if unit == "quarter" else near[:4]
    if near.startswith(OPEN_YEAR) and unit not in ("day", "month"):
        return OPEN[unit] + time, None
    later = moved(near, unit, steps)
    if later is None:
        return OPEN[unit] + time, None
    return later + time, None if OPEN_YEAR in later else later + time


def _span(here: Here) -> Made:
    unit, which = here.group("unit"), here.group("which")
    if unit in ("hour", "minute"):
        return None
    steps = {"this": 0, "current": 0, "next": 1, "coming": 1}.get(which, -1)
    return OPEN[unit], shifted(here.published, unit, steps) if here.published else None


def _few(here: Here) -> Made:
    """ "Recent weeks", "the coming months"."""
    return (FUTURE if here.group("side") == "coming" else PAST), None


def _end_of(here: Here) -> Made:
    unit, which = here.group("unit"), here.group("which")
    if which == "the":
        return _of_the_story(here, unit)
    steps = {"last": -1, "next": 1}.get(which, 0)
    return OPEN[unit], shifted(here.published, unit, steps) if here.published else None


def _year_end(here: Here) -> Made:
    words, published = here.match.group().lower(), here.published
    unit = next(each for each in ("year", "month", "quarter", "mid") if each in words)
    if here.group("year"):
        return here.group("year"), here.group("year")
    unit = "year" if unit == "mid" else unit
    if published is None:
        return OPEN[unit], None
    steps = -1 if "last" in words else 1 if "next" in words else 0
    if not steps and unit == "year" and published.month <= 4 and here.tense() is Tense.PAST:
        steps = -1
    return OPEN[unit], shifted(published, unit, steps)


def _the_unit(here: Here) -> Made:
    """ "In the quarter", "for the year": the one told of, else the one of publication."""
    return _of_the_story(here, here.group("unit"))


def _of_the_story(here: Here, unit: str) -> Made:
    near = here.anchors.quarter(here.number) if unit == "quarter" else here.anchors.near(here.number)
    if unit == "quarter":
        return (near, None if OPEN_YEAR in near else near) if near else (OPEN[unit], None)
    if unit == "day":
        near = here.anchors.day(here.number)
        if near is not None:
            return near, None if OPEN_YEAR in near else near
    elif near is not None and not near.startswith(OPEN_YEAR) and near[5:6] not in ("W", "Q"):
        later = moved(near, unit, 0)
        if later is not None:
            return later, later
    return OPEN[unit], shifted(here.published, unit, 0) if here.published else None


def _quarter(here: Here) -> Made:
    rank, half, published = here.group("which"), here.group("half"), here.published
    year = here.group("year") or here.group("before")
    number = _RANKS[rank or half]
    part = f"Q{number}" if rank else f"H{number}"
    if year or published is None:
        return f"{year or OPEN_YEAR}-{part}", f"{year}-{part}" if year else None
    of = (here.group("of") or here.group("of2")).removeprefix("the ")
    shift = {"last": -1, "previous": -1, "prior": -1, "next": 1}.get(of, 0)
    months = 3 if rank else 6
    if not of:
        begins, ends = (number - 1) * months + 1, number * months
        tense = here.tense()
        if begins > published.month and tense is not Tense.FUTURE:
            shift = -1
        elif begins <= published.month <= ends and tense is not Tense.FUTURE and published.month - begins < months - 1:
            # Results are told of when the quarter is over.
            shift = -1 if tense is Tense.PAST and number == 4 else 0
        elif ends < published.month - 6 and tense is Tense.FUTURE:
            shift = 1
    return f"{OPEN_YEAR}-{part}", f"{published.year + shift}-{part}"


def _always(value: str) -> Callable[[Here], Made]:
    """A reader of words that always mean the same."""

    def read(_: Here) -> Made:
        return value, None

    return read


READERS: dict[str, Callable[[Here], Made]] = {
    "ago": _ago, "vagueago": _always(PAST), "yearago": _year_ago, "sameperiod": _same_period, "neighbour": _neighbour,
    "span": _span, "few": _few, "endof": _end_of, "yearend": _year_end, "theunit": _the_unit, "quarter": _quarter,
    "now": _always(PRESENT), "past": _always(PAST),
    "future": _always(FUTURE),
}  # fmt: skip
