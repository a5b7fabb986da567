"""Dates, weekdays, relative ones and times of day in an article.

Nothing is ever resolved against the clock: only against another date of the text ("a day earlier") or the day the
article was written, as its source or its dateline says. Lengths of time ("three years") are quantities, not dates.
"""

from __future__ import annotations

from typing import NamedTuple

from tuireader.facts.dates.forms import Form, forms
from tuireader.facts.dates.here import OPEN, Anchors, Here
from tuireader.facts.dates.origin import origin
from tuireader.facts.dates.periods import Found, in_order, periods, with_year
from tuireader.facts.dates.relative import moved
from tuireader.facts.dates.values import READERS
from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.model import OPEN_YEAR


class Date(NamedTuple):
    """A date at ``start:end``; ``value`` as ISO 8601 with ``X``, ``resolved`` in full where it can be known.

    ``period`` is the interval it is an end of, if the text makes one of it: ``2019/..`` for "since 2019".
    ``leaning`` says that it was told from a date before it ("that night"), and is wrong or right with that.
    """

    start: int
    end: int
    value: str
    resolved: str | None
    period: str | None = None
    leaning: bool = False

    @property
    def vague(self) -> bool:
        """Whether it is no more than "now", "recently" or "in the future"."""
        return self.value.endswith("_REF")


def find(document: Document) -> list[Date]:
    """The dates of a document, in order, never overlapping."""
    text = document.text
    published, dateline = origin(document)
    anchors = Anchors()
    dates: list[Date] = []
    for number, sentence in enumerate(document.sentences):
        found: list[Found] = []
        for form in forms(document, sentence):
            here = Here(form.match, text, sentence.start, sentence.end, number, published, dateline, anchors)
            made = READERS[form.name](here)
            if made is None:
                continue
            found.append((form, *made))
            if _is_anchor(form, made[1] or made[0], text):
                anchors.learn(made[1] or made[0], number)
            ended = _ended(text, *found[-2:]) if len(found) > 1 else None
            if ended is not None:
                found[-2] = ended
                anchors.learn(ended[1], number)
        found = in_order(text, with_year(text, _times(text, found, anchors.day(number, 1))))
        for (form, value, resolved), period in zip(found, periods(text, sentence.start, found), strict=True):
            end = form.start + len(text[form.start : form.end].rstrip())
            leaning = form.name in _LEANING and value.partition("T")[0] not in OPEN.values()
            dates.append(Date(form.start, end, value, resolved, period, leaning))
    return dates


_LEANING = word_set("ago yearago sameperiod neighbour endof theunit daytime")


def _is_anchor(form: Form, value: str, text: str) -> bool:
    """Whether what is told next may be told from a date.

    Not from a time of day, a date "since" which something holds, or a quarter that another is only compared with.
    """
    if form.name in _TIMES or text[max(0, form.start - 6) : form.start].lower() == "since ":
        return False
    return not ("-Q" in value and form.name in _COMPARED)


_TIMES = word_set("clock clock24 noon")
_COMPARED = word_set("ago yearago sameperiod")


def _ended(text: str, before: Found, after: Found) -> Found | None:
    """ "The week ended Oct. 14": the week that holds the date behind it; None where no such date follows."""
    form, _, _ = before
    day = after[2]
    if form.name != "theunit" or day is None or text[form.end : after[0].start].strip() not in _ENDS:
        return None
    value = moved(day.partition("T")[0], form.match["unit"].lower(), 0)
    return (form, value, value) if value is not None else None


_ENDS = word_set("ended ending ends through")


#: So many dates on either side of a time of day are looked through for its day.
_NEAR = 3


def _times(text: str, found: list[Found], last: str | None) -> list[Found]:
    """Times of day put together with the day beside them: "10:45 p.m. EST Tuesday" is one date.

    A time that stands apart in the sentence ("Tuesday, shortly after 9 p.m.") keeps its span and learns the day; one in
    a sentence without a day that of the sentence before, ``last``.
    """
    if not any(value.startswith("T") for _, value, _ in found):
        return found
    made: list[Found] = []
    at = 0
    while at < len(found):
        form, value, resolved = found[at]
        at += 1
        if not value.startswith("T"):
            made.append((form, value, resolved))
            continue
        after = found[at] if at < len(found) else None
        if after is not None and _is_day(after) and text[form.end : after[0].start].strip(" ,") in ("", "on"):
            made.append((_joined(form, after[0]), *_at_time(after, value)))
            at += 1
            continue
        day = next((one for one in (*reversed(made[-_NEAR:]), *found[at : at + _NEAR]) if _is_day(one)), None)
        full = last + value if last is not None and not last.startswith("X") else None
        made.append((form, value, _at_time(day, value)[1] if day is not None else full))
    return made


def _is_day(one: Found) -> bool:
    """Whether a date is one day, with a part of it at most."""
    return len(one[1].partition("T")[0]) >= 10 or (one[1].startswith(f"{OPEN_YEAR}-WXX-") and "WE" not in one[1])


def _at_time(day: Found, time: str) -> tuple[str, str | None]:
    value, resolved = day[1].partition("T")[0], day[2]
    return value + time, resolved.partition("T")[0] + time if resolved is not None else None


def _joined(one: Form, other: Form) -> Form:
    return one._replace(end=other.end)
