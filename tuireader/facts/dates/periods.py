"""Periods a text makes of its dates: "since 2019", "until Friday", "from March 3 to March 5", "March 3-5"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from tuireader.facts.dates.forms import Form
from tuireader.text.lazy import Lazy

#: Start, end, value and resolved date of a date, with its form.
Found = tuple[Form, str, str | None]

_OPEN_ENDS = {"since": "{}/..", "until": "../{}", "till": "../{}", "through": "../{}", "by": "../{}"}
_BETWEEN = Lazy(r"\s*(to|until|till|through|and|-|–|—)\s(?:(?:about|the)\s)?", re.IGNORECASE)


_DIGIT = Lazy(r"\d")
_LINK = Lazy(r"\s*(?:,\s)?(?:to|until|till|through|and|or|-|–|—)\s*", re.IGNORECASE)
_OPEN_DAY = Lazy(r"X{4}-(\d\d)")


def with_year(text: str, found: Sequence[Found]) -> list[Found]:
    """The dates with the year of the next one where that is told once: "between June and July 2016"."""
    made = list(found)
    for at in range(len(found) - 1, 0, -1):
        (form, value, _), (after, told, _) = made[at - 1], made[at]
        month, other = _OPEN_DAY.match(value), re.match(r"(\d{4})-(\d\d)", told)
        if month is None or other is None or not _LINK.pattern.fullmatch(text, form.end, after.start):
            continue
        year = int(other[1]) - (month[1] > other[2])
        made[at - 1] = (form, f"{year}{value[4:]}", f"{year}{value[4:]}")
    return made


def periods(text: str, start: int, found: Sequence[Found]) -> list[str | None]:
    """For each date of a sentence that begins at ``start`` the period it is an end of, as an ISO 8601 interval.

    An open end is written ``..`` (ISO 8601-2): "since 2019" is ``2019/..``. None for a date that stands for itself.
    """
    made: list[str | None] = []
    for form, value, resolved in found:
        lead = text[max(start, form.start - 12) : form.start].lower().split()
        pattern = _OPEN_ENDS.get(lead[-1]) if lead else None
        said = resolved or value
        inner = _inner(form, said)
        made.append(inner or (pattern.format(said) if pattern and _DIGIT.search(said) else None))
    for at in range(1, len(found)):
        before, after = found[at - 1], found[at]
        link = _BETWEEN.pattern.fullmatch(text, before[0].end, after[0].start)
        if link is None:
            continue
        lead = text[max(start, before[0].start - 12) : before[0].start].lower().split()
        word = link.group(1).lower()
        if (word == "and") == (lead[-1:] == ["between"]) and (lead[-1:] in (["from"], ["between"]) or word != "and"):
            ends = before[2] or before[1], after[2] or after[1]
            if all(_DIGIT.search(end) for end in ends):
                made[at - 1] = made[at] = "/".join(ends)
    return made


def in_order(text: str, found: Sequence[Found]) -> list[Found]:
    """The dates with the weekdays of "from Thursday to Monday" in that order: the first is never the later one."""
    made = list(found)
    for at in range(1, len(found)):
        (form, value, first), (after, _, last) = made[at - 1], made[at]
        if form.name != "weekday" or after.name != "weekday" or first is None or last is None or first <= last:
            continue
        link = _BETWEEN.pattern.fullmatch(text, form.end, after.start)
        lead = text[max(0, form.start - 8) : form.start].lower().split()
        if link is not None and lead[-1:] in (["from"], ["between"]):
            day, mark, time = first.partition("T")
            made[at - 1] = (form, value, (date.fromisoformat(day) - timedelta(days=7)).isoformat() + mark + time)
    return made


def _inner(form: Form, said: str) -> str | None:
    """The period inside one date: "March 3-5", "3-5 March", "1989-90"."""
    groups = form.match.groupdict()
    if groups.get("day2"):
        return f"{said}/{said[:-2]}{int(groups['day2']):02}"
    if groups.get("from"):
        return f"{said}/{said[:-2]}{int(groups['day']):02}"
    if form.name == "yearspan":
        to = groups["to"]
        return f"{said}/{to if len(to) == 4 else said[:2] + to}"
    return None
