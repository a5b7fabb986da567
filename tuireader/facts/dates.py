"""Dates, weekdays, relative ones and times of day, as ISO 8601 with ``X`` for what the text leaves open.

Nothing is ever resolved against the clock: only against another date of the text ("a day earlier") or the article's
date of publication.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from tuireader.facts.date_forms import HINT, RULES
from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.numbers import _ORDINALS, _TENS, _UNITS


class Date(NamedTuple):
    """A date at ``start:end``; ``resolved`` is a full date (or month, year) where one can be known."""

    start: int
    end: int
    value: str
    resolved: str | None


MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "\n        october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        [
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ],
        start=1,
    )
    for name in names.split()
}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_DAYTIMES = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "12:00", "midnight": "24:00"}


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    insensitive = {"dayword", "lastnight", "ago", "neighbour", "span", "season", "quarter", "century", "clock"}
    return tuple((name, re.compile(rule, re.IGNORECASE if name in insensitive else 0)) for name, rule in RULES)


def find(document: Document) -> list[Date]:
    """The dates of a document, in order, never overlapping."""
    text = document.text
    published = _known(document.article.published)
    found: list[Date] = []
    latest: str | None = None
    for sentence in document.sentences:
        if not HINT.search(text, sentence.start, sentence.end):
            continue
        for name, match in _matches(text, sentence.start, sentence.end):
            made = _READERS[name](_Here(match, text, published, latest))
            if made is None:
                continue
            value, resolved, start = made
            found.append(Date(start, _trim(text, match.end()), value, resolved))
            if _ANCHOR.match(resolved or value):
                latest = resolved or value
    return found


_ANCHOR = re.compile(r"(?:\d{4}|XXXX)-\d\d(?:-\d\d)?$")


def _known(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _matches(text: str, start: int, end: int) -> list[tuple[str, re.Match[str]]]:
    taken: list[tuple[int, int]] = []
    chosen: list[tuple[str, re.Match[str]]] = []
    for name, rule in _rules():
        for match in rule.finditer(text, start, end):
            low, high = match.span()
            if any(low < other_high and other_low < high for other_low, other_high in taken):
                continue
            if not _plausible(name, match, text):
                continue
            taken.append((low, high))
            chosen.append((name, match))
    chosen.sort(key=lambda item: item[1].start())
    return chosen


_MONTH_LEADS = word_set(
    """in since until till by during of from through to last next this early late mid every each between and
    before after for"""
)


def _plausible(name: str, match: re.Match[str], text: str) -> bool:
    """Whether the match is a date and not a name or a modal verb: "May said", "a march", "Mark Sunday"."""
    if name == "month":
        word = match.group("month")
        if word.rstrip(".").lower() in ("may", "march", "mar", "jan", "jun", "august", "april", "june"):
            before = text[max(0, match.start() - 12) : match.start()].split()
            lead = before[-1].lower().strip('“"(') if before else ""
            if lead not in _MONTH_LEADS and not match.group().lower().startswith(("early", "late", "mid")):
                return False
            after = text[match.end() : match.end() + 2]
            return not (after[:1] == " " and after[1:].isupper() and word != "May")
    if name == "dayword":
        # "USA Today": a name, unless it begins the sentence.
        before = text[max(0, match.start() - 2) : match.start()].rstrip()
        return not (match.group()[0].isupper() and before[-1:].isalpha())
    if name == "year":
        before = text[max(0, match.start() - 2) : match.start()]
        after = text[match.end() : match.end() + 4]
        return not (before.endswith(("-", "/")) or after.startswith(("-p", "/")) or after[:2] == ":0")
    if name == "numeric":
        one, two = int(match.group("one")), int(match.group("two"))
        return (1 <= one <= 31 and 1 <= two <= 31 and (one <= 12 or two <= 12) and "." not in match.group()[:3]) or (
            len(match.group("year")) == 4 and 1 <= min(one, two) <= 12 and max(one, two) <= 31
        )
    return True


def _trim(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


class _Here(NamedTuple):
    """A match, its text, the day of publication, and the full date last named before it."""

    match: re.Match[str]
    text: str
    published: date | None
    latest: str | None


#: Value, resolved date, where the mention starts; None where the match is no date after all.
Made = tuple[str, str | None, int] | None


def _full(year: str | None, month: int, day: int | None, published: date | None, match: re.Match[str]) -> Made:
    start = match.start()
    if day is None:
        value = f"{year or 'XXXX'}-{month:02}"
        if year or published is None:
            return value, value if year else None, start
        return value, f"{_near_year(published, month, 15)}-{month:02}", start
    value = f"{year or 'XXXX'}-{month:02}-{day:02}"
    if year:
        return value, value, start
    return value, f"{_near_year(published, month, day)}-{month:02}-{day:02}" if published else None, start


def _near_year(published: date, month: int, day: int) -> int:
    """The year that puts a day without one nearest to the day of publication."""

    def distance(year: int) -> int:
        try:
            return abs((date(year, month, day) - published).days)
        except ValueError:
            return 9999

    return min((published.year, published.year - 1, published.year + 1), key=distance)


def _read_iso(here: _Here) -> Made:
    match = here.match
    return match.group(), match.group(), match.start()


def _read_numeric(here: _Here) -> Made:
    match, published = here.match, here.published
    one, two, year = int(match.group("one")), int(match.group("two")), match.group("year")
    full = year if len(year) == 4 else ("19" if int(year) > 50 else "20") + year
    day, month = (one, two) if one > 12 or "." in match.group() else (two, one)
    if month > 12:
        return None
    return _full(full, month, day, published, match)


def _month(match: re.Match[str]) -> int:
    return MONTHS[match.group("month").rstrip(".").lower()]


def _read_day(here: _Here) -> Made:
    match, published = here.match, here.published
    return _full(match.group("year"), _month(match), int(match.group("day")), published, match)


def _read_month_year(here: _Here) -> Made:
    match, published = here.match, here.published
    return _full(match.group("year"), _month(match), None, published, match)


def _read_month(here: _Here) -> Made:
    match, published = here.match, here.published
    return _full(None, _month(match), None, published, match)


def _read_which_month(here: _Here) -> Made:
    match, published = here.match, here.published
    month = _month(match)
    year = None
    if published is not None:
        which = match.group("which").lower()
        past = month < published.month or (month == published.month and which != "last")
        year = published.year if (past or which == "this") else published.year - 1
        if which == "next":
            year = published.year if month > published.month else published.year + 1
    resolved = f"{year}-{month:02}" if year else None
    return f"XXXX-{month:02}", resolved, match.start()


def _read_clock(here: _Here) -> Made:
    match = here.match
    hour = int(match.group("hour")) % 12 + (12 if match.group("half").lower().startswith("p") else 0)
    return f"T{hour:02}:{match.group('minute') or '00'}", None, match.start()


def _read_weekday(here: _Here) -> Made:
    match, text, published = here.match, here.text, here.published
    day = (
        WEEKDAYS[match.group("weekday").lower().removesuffix("s")]
        if match.group("weekday").lower() not in WEEKDAYS
        else WEEKDAYS[match.group("weekday").lower()]
    )
    which = (match.group("which") or "").lower()
    start = match.start("weekday") if which == "on" or not which else match.start("which")
    value = f"XXXX-WXX-{day}"
    if match.group("daytime"):
        value += "T" + _DAYTIMES[match.group("daytime")]
    if match.group("weekday").endswith("s"):
        return value, None, start
    resolved = None
    if published is not None:
        back = (published.isoweekday() - day) % 7
        near = published - timedelta(days=back)
        if which == "last" and back == 0:
            near -= timedelta(days=7)
        if which == "next" or (not which.startswith(("last", "past")) and _ahead(text, match)):
            near += timedelta(days=7) if back else timedelta(0)
        resolved = near.isoformat()
    return value, resolved, start


_FUTURE = re.compile(r"\b(?:will|expected|scheduled|until|till|due|to be held|planned|plans|would|shall)\b[^.;]{0,60}$")


def _ahead(text: str, match: re.Match[str]) -> bool:
    """Whether the words before a weekday look forward: "will meet on Monday", "until Friday"."""
    return bool(_FUTURE.search(text[max(0, match.start() - 80) : match.start("weekday")]))


def _read_dayword(here: _Here) -> Made:
    match, published = here.match, here.published
    word = match.group("dayword").lower()
    shift = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}[word]
    time = "T" + _DAYTIMES[match.group("daytime").lower()] if match.group("daytime") else ""
    time = "TNI" if word == "tonight" else time
    resolved = (published + timedelta(days=shift)).isoformat() if published else None
    return f"XXXX-XX-XX{time}", resolved, match.start()


def _read_last_night(here: _Here) -> Made:
    match, published = here.match, here.published
    shift = -1 if match.group("which") else 0
    time = _DAYTIMES[(match.group("daytime") or match.group("daytime2")).lower()]
    resolved = (published + timedelta(days=shift)).isoformat() if published else None
    return f"XXXX-XX-XXT{time}", resolved, match.start()


def _count(words: str) -> int | None:
    word = " ".join(words.lower().split())
    if word.isdigit():
        return int(word)
    if word in ("a", "an", "one", "the"):
        return 1
    if word in ("a couple", "a couple of"):
        return 2
    tens, _, units = word.partition("-")
    if tens in _TENS:
        return _TENS[tens] + (_UNITS.get(units, 0) if units else 0)
    return _UNITS.get(word)


_OPEN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "year": "XXXX",
    "decade": "XXX",
    "weekend": "XXXX-WXX-WE",
}


def _shifted(base: date, unit: str, steps: int) -> str | None:
    """The date, month or year that lies some units from a day, in the unit's own granularity."""
    try:
        if unit == "day":
            return (base + timedelta(days=steps)).isoformat()
        if unit in ("week", "weekend"):
            year, week, _ = (base + timedelta(weeks=steps)).isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if unit == "weekend" else "")
        if unit == "month":
            months = base.year * 12 + base.month - 1 + steps
            return f"{months // 12:04}-{months % 12 + 1:02}"
        if unit == "quarter":
            quarters = base.year * 4 + (base.month - 1) // 3 + steps
            return f"{quarters // 4:04}-Q{quarters % 4 + 1}"
        if unit == "year":
            return f"{base.year + steps:04}"
        if unit == "decade":
            return f"{(base.year + 10 * steps) // 10:03}"
        if unit in ("century", "centurie"):
            return f"{(base.year + 100 * steps) // 100:02}"
    except (ValueError, OverflowError):
        return None
    return None


def _read_ago(here: _Here) -> Made:
    match, published, latest = here.match, here.published, here.latest
    unit, side = match.group("unit").lower(), match.group("side").lower()
    if match.group("count").lower() == "the" and side in ("before", "after"):
        side = "earlier" if side == "before" else "later"
    count = _count(match.group("count"))
    start = match.start()
    if unit in ("hour", "minute"):
        return None
    value = _OPEN.get(unit, "XXXX")
    if count is None:
        return value, None, start
    if side == "ago":
        return value, _shifted(published, unit, -count) if published else None, start
    return _beside(value, unit, -count if side in ("earlier", "before") else count, published, latest, start)


def _beside(value: str, unit: str, steps: int, published: date | None, latest: str | None, start: int) -> Made:
    """A date told by its distance from the one named before: "a day earlier"."""
    if latest is None or "T" in latest:
        return value, None, start
    if unit == "day" and len(latest) < 10:
        return value, None, start
    known = (latest.replace("XXXX", "2001") + "-15")[:10]
    try:
        base = date.fromisoformat(known)
    except ValueError:
        return value, None, start
    moved = _shifted(base, unit, steps)
    if moved is None:
        return value, None, start
    if latest.startswith("XXXX"):
        return ("XXXX" + moved[4:] if unit in ("day", "month") else value), None, start
    return moved, moved, start


def _read_neighbour(here: _Here) -> Made:
    match, published, latest = here.match, here.published, here.latest
    side = (match.group("side") or match.group("side2")).lower()
    unit = (match.group("unit") or match.group("unit2")).lower()
    if unit in ("hour", "minute", "quarter", "century", "centurie", "decade"):
        return None
    value = _OPEN.get(unit, "XXXX")
    if side == "next" and not match.group().lower().startswith("the"):
        return value, _shifted(published, unit, 1) if published else None, match.start()
    steps = {"following": 1, "next": 1, "after": 1, "same": 0, "previous": -1, "preceding": -1, "before": -1}[side]
    return _beside(value, unit, steps, published, latest, match.start())


def _read_span(here: _Here) -> Made:
    match, published = here.match, here.published
    unit, which = match.group("unit").lower(), match.group("which").lower()
    if unit in ("hour", "minute"):
        return None
    steps = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}[which]
    value = _OPEN.get(unit, "XXXX-QX" if unit == "quarter" else "XXXX")
    return value, _shifted(published, unit, steps) if published else None, match.start()


def _read_season(here: _Here) -> Made:
    match, published = here.match, here.published
    name = _SEASONS[(match.group("season") or match.group("season2")).lower()]
    if match.group("year"):
        value = f"{match.group('year')}-{name}"
        return value, value, match.start()
    which = match.group("which").lower()
    resolved = None
    if published is not None:
        begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]
        shift = {"last": -1 if published.month <= begins + 2 else 0, "past": 0, "this": 0}.get(
            which, 1 if published.month > begins else 0
        )
        resolved = f"{published.year + shift}-{name}"
    return f"XXXX-{name}", resolved, match.start()


def _read_quarter(here: _Here) -> Made:
    match = here.match
    which, half = match.group("which"), match.group("half")
    if half and not match.group("year"):
        return None
    part = f"Q{int(_ORDINALS[which.lower()])}" if which else f"H{int(_ORDINALS[half.lower()])}"
    year = match.group("year")
    return f"{year or 'XXXX'}-{part}", f"{year}-{part}" if year else None, match.start()


def _read_decade(here: _Here) -> Made:
    match = here.match
    value = match.group("decade")[:3] if match.group("decade") else "19" + match.group("short")[0]
    return value, value, match.start()


def _read_century(here: _Here) -> Made:
    match = here.match
    word = match.group("century").lower()
    number = int(word[:-2]) if word[0].isdigit() else 21 if word == "twenty-first" else int(_ORDINALS.get(word, 0))
    return (f"{number - 1:02}", f"{number - 1:02}", match.start()) if number else None


def _read_year(here: _Here) -> Made:
    match = here.match
    return match.group("year"), match.group("year"), match.start()


_READERS = {
    "iso": _read_iso, "numeric": _read_numeric, "monthday": _read_day, "daymonth": _read_day,
    "monthyear": _read_month_year, "clock": _read_clock, "weekday": _read_weekday, "dayword": _read_dayword,
    "lastnight": _read_last_night, "ago": _read_ago, "neighbour": _read_neighbour, "span": _read_span,
    "season": _read_season, "whichmonth": _read_which_month, "quarter": _read_quarter, "decade": _read_decade,
    "century": _read_century, "year": _read_year, "month": _read_month,
}  # fmt: skip
