"""The words in which facts are told: names of kinds and verdicts, their marks, dates as people write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from tuireader.facts import OPEN_YEAR, Fact, FactKind, Form, SourceKind, Verdict
from tuireader.text.safe import line

#: What a verdict says, in full.
HEADS: Mapping[Verdict, str] = {
    "differ": "The articles differ",
    "changed": "Time passed between the articles",
    "agree": "The articles agree",
    "only": "Told by one article alone",
}
#: Marks of the verdicts where Unicode can be written, and where not. No meaning by colour alone.
_MARKS: Mapping[Verdict, tuple[str, str]] = {
    "differ": ("≠", "!="),
    "changed": ("→", "->"),
    "agree": ("=", "="),
    "only": ("○", "o"),
}
MANY: Mapping[FactKind, str] = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "date": "dates",
    "quantity": "quantities",
    "quote": "quotes",
    "event": "events",
    "sourcing": "sources",
}
FORMS: Mapping[Form, str] = {
    "name": "the name",
    "part": "a part of the name",
    "acronym": "letters for the name",
    "spelling": "another spelling",
    "nominal": "a description",
}
SOURCES: Mapping[SourceKind, str] = {
    "named": "named",
    "unnamed": "not named",
    "agency": "an agency or outlet",
    "document": "a document",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
#: Parts of the day, as TIMEX3 of TimeML writes them.
_HOURS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "by day"}
_NAMED = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_MONTH_DAY = re.compile(rf"\b{_NAMED}\.?\s\d{{1,2}}(?!\d)")
_DAY_MONTH = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_NAMED}\b")
_DATE = re.compile(r"(\d{4}|X{4})-(\d\d)(?:-(\d\d))?")
_WEEKDAY = re.compile(r"(?:\d{4}|X{4})-W(?:\d\d|XX)-([1-7])")
_PART = re.compile(r"(\d{4}|X{4})-(?:Q([1-4])|(SP|SU|FA|AU|WI))")
#: The value of a quantity: a sign for about how many, and digits before and after the point.
_NUMBER = re.compile(r"([~<>]?)(\d{1,18})((?:\.\d+)?)")
_TIME = re.compile(r"\d\d:\d\d(?::\d\d)?")


def mark(verdict: Verdict, *, unicode: bool = True) -> str:
    """The sign of a verdict."""
    return _MARKS[verdict][0 if unicode else 1]


def about(fact: Fact) -> str:
    """What a fact is about, safe to show, without its kind, which is told beside it."""
    said = line(fact.key).removeprefix(f"{fact.kind}: ")
    return (said.removeprefix("when: ") if fact.kind == "date" else said) or fact.kind


def both(fact: Fact) -> str:
    """How the values of a fact that differs go together, with how many they are: "2 values, both can be true".

    Empty where that is not the question: two wordings of one quotation are neither true nor false.
    """
    if fact.compatible is None or fact.kind == "quote":
        return ""
    values = len({value.value for value in fact.values})
    every = "both" if values == 2 else "all"
    said = f"{every} can be true" if fact.compatible else f"cannot {every} be true"
    return f"{values} values, {said}" if values > 1 and fact.kind in ("quantity", "date") else said


def rule(fact: Fact) -> str:
    """The rule that gave the verdict, safe to show, with numbers and dates as people write them.

    "~4700 against >4600" becomes "around 4,700 against 4,600 or more". Only the fact's own values are rewritten.
    """
    first = month_first(value.text for value in fact.values)
    ways: dict[str, Callable[[str], str]] = {"quantity": _number, "date": partial(spoken, month_first=first)}
    write = ways.get(fact.kind)
    values = sorted({value.value for value in fact.values if value.value}, key=lambda value: (-len(value), value))
    if write is None or not values:
        return line(fact.why)
    own = "|".join(map(re.escape, values))
    return line(re.sub(rf"(?<![\w.,~<>-])(?:{own})(?![\w-]|[.,]\d)", lambda found: write(found[0]), fact.why))


def _number(value: str) -> str:
    found = _NUMBER.fullmatch(value)
    if found is None:
        # A range or a score.
        return value
    number = f"{int(found[2]):,}{found[3]}"
    return {"~": f"around {number}", ">": f"{number} or more", "<": f"{number} or less"}.get(found[1], number)


def month_first(texts: Iterable[str]) -> bool:
    """Whether dates are mostly written "March 11" in some texts: what we write beside them is written so too."""
    places = [(len(_MONTH_DAY.findall(text)), len(_DAY_MONTH.findall(text))) for text in texts]
    return sum(place[0] for place in places) > sum(place[1] for place in places)


def spoken(date: str, *, month_first: bool = False) -> str:
    """A date in ISO 8601 as people write it, with ``X`` for what is open: "11 March", or "March 11".

    A date in another form is given back as it is.
    """
    day, parted, time = date.partition("T")
    said = _spoken(day, month_first=month_first)
    if not parted or said == day:
        return said if not parted else date
    if time in _HOURS:
        return f"{said}, {_HOURS[time]}"
    return f"{said}, {time}" if _TIME.fullmatch(time) else said


def _spoken(date: str, *, month_first: bool) -> str:
    if found := _WEEKDAY.fullmatch(date):
        return _DAYS[int(found[1]) - 1]
    if found := _PART.fullmatch(date):
        said = f"quarter {found[2]}" if found[2] else _SEASONS[found[3]]
        return said if found[1] == OPEN_YEAR else f"{said} {found[1]}"
    if (found := _DATE.fullmatch(date)) and 1 <= int(found[2]) <= 12:
        said = _MONTHS[int(found[2]) - 1]
        if found[3]:
            said = f"{said} {int(found[3])}" if month_first else f"{int(found[3])} {said}"
        comma = "," if found[3] and month_first else ""
        return said if found[1] == OPEN_YEAR else f"{said}{comma} {found[1]}"
    if re.fullmatch(r"\d{3}X?", date):
        return f"the {date[:3]}0s"
    return date
