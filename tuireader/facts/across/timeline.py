"""The story's timeline: what the articles put on which day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from tuireader.facts.across.dated import dated
from tuireader.facts.dates.dating import bounds
from tuireader.facts.dates.finding import Date
from tuireader.facts.listed import word_set
from tuireader.facts.model import OPEN_YEAR, Moment, Status
from tuireader.facts.reading import Reading
from tuireader.text.lazy import Lazy

_YEAR = Lazy(r"\d{4}(?!\d)")
_DATELINE = Lazy(r"[A-Z][A-Z .,'’/()-]{2,60}$|[A-Z][A-Z .'’/-]{2,40},\s[\w .,()/-]{2,40}$")
_NO_NOUN = word_set(
    """in on at by to of for and or but as the a an was were is are has had have will would when where who which that
    with from after before since until during while because than also it he she they we"""
)
#: So many characters from its date a verb may stand.
_NEAR = 90
_ARTICLES = word_set("the a an his her its their our my 's this that")
#: Where in its day a part of it lies.
_HOURS = {"MO": "08", "AF": "14", "EV": "19", "NI": "21"}
#: Sorts what has no date behind all that has one.
_LAST = date.max.toordinal()


def build(readings: Sequence[Reading]) -> tuple[Moment, ...]:
    """A moment for each date that tells when something happened or is planned, in order of time.

    Days whose year is open are sorted as of the year the story most likely plays in, but keep it open; what
    cannot be dated at all ("today", where nothing says which day that is) comes last, in the order of the texts, equal
    words together.
    """
    year = _likely_year(readings)
    told = [(moment, number) for number, reading in enumerate(readings) for moment in _moments(reading)]
    first: dict[str, int] = {}
    for moment, _ in told:
        first.setdefault(moment.date, len(first))
    told.sort(key=lambda one: (*_place(one[0].date, year, first[one[0].date]), one[0].date, one[1], one[0].dated.start))
    return tuple(moment for moment, _ in told)


def _moments(reading: Reading) -> Iterator[Moment]:
    article = reading.document.article
    seen: set[tuple[str, int]] = set()
    dates = reading.dates
    at = 0
    while at < len(dates):
        one = dates[at]
        at += 1
        if not _tells(reading, one):
            continue
        value, end = one.resolved or one.value, one.end
        if one.period and ".." not in one.period:
            value = one.period
            if at < len(dates) and dates[at].period == value and dates[at].end - one.start < 80:
                end = dates[at].end
                at += 1
        told_at = dated(reading, one, end)
        if told_at is None:
            continue
        start, stop = told_at
        if (value, start) not in seen:
            seen.add((value, start))
            told = article.span(start, stop)
            known = value[:4].isdigit()
            yield Moment(value, article.span(one.start, end), told, _status(reading, start, stop, one), known)


def _tells(reading: Reading, one: Date) -> bool:
    """Whether a date says when something was or will be: no "now", no dateline, no year that only names a thing."""
    text, document = reading.document.text, reading.document
    if one.vague or one.value.startswith("T") or "TXX" in one.value or (one.leaning and "-Q" in one.value):
        # The quarter of a year before is only compared with.
        return False
    sentence = document.sentences[document.sentence_at(one.start)]
    if sentence.end - sentence.start <= one.end - one.start + 2:
        return False
    paragraph = document.paragraphs[document.paragraph_at(one.start)]
    lead = text[paragraph[0] : one.start].rstrip()
    if len(lead) < 80 and lead and _DATELINE.match(lead.rstrip(",")):
        return False
    if _YEAR.match(one.value) and len(one.value) == 4:
        first, last = document.at(one.start), document.at(one.end)
        before = document.tokens[first - 1].low if first > sentence.first else ""
        after = document.tokens[last].low if last < sentence.last else ""
        return not (before in _ARTICLES and after[:1].isalpha() and after not in _NO_NOUN)
    return True


def _status(reading: Reading, start: int, end: int, one: Date) -> Status | None:
    """The status of the event told in a clause, the one whose verb stands nearest to the date."""
    events = [
        event for event in reading.events if start <= event.verb_at < end and -_NEAR < event.verb_at - one.start < _NEAR
    ]
    nearest = min(events, key=lambda event: (abs(event.verb_at - one.start), event.start), default=None)
    return nearest.status if nearest is not None else None


def _likely_year(readings: Sequence[Reading]) -> int:
    """The year of publication most articles have; else the one most days and months are told with, then the latest.

    A year alone ("since 1961", "by 2030") counts where there are no others.
    """
    published = [reading.document.article.published or "" for reading in readings]
    named = [one.resolved or one.value for reading in readings for one in reading.dates]
    for told in (published, [value for value in named if len(value) > 4], named):
        years = Counter(int(match[0]) for match in map(_YEAR.match, told) if match)
        if years:
            return max(years, key=lambda year: (years[year], year))
    return 2000


def _place(value: str, year: int, first: int) -> tuple[int, int, str]:
    """Where a date is sorted: its first day, then the coarser before the finer, then the time of day.

    ``first`` numbers the values in the order in which they are first told, for those without a day.
    """
    begin, _, end = value.partition("/")
    day, _, time = (end if begin == ".." else begin).partition("T")
    known = bounds(re.sub(rf"^{OPEN_YEAR}", f"{year:04}", day) if day[5:7].isdigit() or day[:4].isdigit() else day)
    if known is None:
        return _LAST, first, ""
    return known[0].toordinal(), -known[1].toordinal(), _HOURS.get(time, time)
