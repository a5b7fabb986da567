"""Dates across articles: the same day for the same thing, or another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from tuireader.facts.context import Context, around
from tuireader.facts.date_here import OPEN
from tuireader.facts.dates import Date
from tuireader.facts.dating import meets
from tuireader.facts.drafts import Draft, Told, articles
from tuireader.facts.events import Event
from tuireader.facts.groups import Link, aligned, equal_first, pairs
from tuireader.facts.reading import Reading
from tuireader.facts.reading import told as event_told

#: Likeness from which equal dates belong to one thing: years and months; days of a month; days of the week, which in
#: the accounts of one story hardly ever mean two days.
AGREE, AGREE_FULL, AGREE_WEEKDAY = 0.22, 0.15, 0.02
DIFFER = 0.5


class _Point(NamedTuple):
    article: int
    date: Date
    sentence: int
    near: frozenset[str]
    event: Event | None


def compare(readings: Sequence[Reading], context: Context) -> list[Draft]:
    """Facts about dates: told by several articles, or by one alone."""
    points = [
        _Point(
            number,
            date,
            reading.document.sentence_at(date.start),
            around(reading, date.start, date.end),
            _event(reading, date),
        )
        for number, reading in enumerate(readings)
        for date in reading.dates
    ]
    groups = aligned(
        [point.article for point in points],
        lambda one, other: _pairs(points, one, other, context),
        lambda a, b: meets(points[a].date, points[b].date) is not False,
    )
    return [_draft(group, readings) for group in _undoubled([[points[at] for at in group] for group in groups])]


def _undoubled(groups: Sequence[list[_Point]]) -> list[list[_Point]]:
    """The groups, without those that only say again what an article says already: one date of one event."""
    kept: list[list[_Point]] = []
    homes: dict[tuple[int, str, tuple[str | None, ...]], list[_Point]] = {}
    for group in sorted(groups, key=lambda group: -_articles(group)):
        homes_here = [homes[mark] for mark in map(_mark, group) if mark in homes]
        if _articles(group) == 1 and homes_here:
            homes_here[0].extend(group)
            continue
        kept.append(group)
        for point in group:
            homes.setdefault(_mark(point), group)
    return kept


def _articles(group: Sequence[_Point]) -> int:
    """How many articles the dates of a group stand in."""
    return len({point.article for point in group})


def _mark(point: _Point) -> tuple[int, str, tuple[str | None, ...]]:
    """What makes two dates of one article the same: the date, and the event or, without one, the sentence."""
    event = point.event
    about = (event.verb, event.agent, event.target) if event else (str(point.sentence),)
    return point.article, point.date.value, about


def _event(reading: Reading, date: Date) -> Event | None:
    """The event a date belongs to: the one of its sentence whose verb stands nearest."""
    document = reading.document
    sentence = document.sentences[document.sentence_at(date.start)]
    here = [event for event in reading.events if sentence.start <= event.start < sentence.end]
    return min(here, key=lambda event: (abs(event.verb_at - date.start), event.start), default=None)


def _pairs(points: Sequence[_Point], one: Sequence[int], other: Sequence[int], context: Context) -> list[Link]:
    equal = []
    unequal = []
    for left, right in pairs(one, other):
        a, b = points[left], points[right]
        match = meets(a.date, b.date)
        if match is None:
            continue
        score = _score(a, b, context)
        if match:
            need = _need(a.date.value)
            exact = 0.1 if a.date.value == b.date.value else 0.0
            if score >= need:
                equal.append((score + exact, left, right))
        elif score >= DIFFER:
            unequal.append((score, left, right))
    return equal_first(equal, unequal)


def _need(value: str) -> float:
    if "-W" in value and value[-1:] not in ("X", "E"):
        return AGREE_WEEKDAY
    return AGREE_FULL if len(value) >= 10 and not value.startswith(OPEN["month"]) else AGREE


def _score(a: _Point, b: _Point, context: Context) -> float:
    score = 0.5 * context.likeness(context.words(a.article, a.sentence), context.words(b.article, b.sentence))
    score += 0.35 * context.likeness(a.near, b.near)
    if a.event and b.event and a.event.verb == b.event.verb:
        score += 0.15 + (0.15 if a.event.target and a.event.target == b.event.target else 0.0)
    return score


def _draft(group: Sequence[_Point], readings: Sequence[Reading]) -> Draft:
    told = [Told(point.article, point.date.start, point.date.end, point.date.value) for point in group]
    key = _key(group, readings)
    weight = float(len(group)) + (1.0 if group[0].event else 0.0)
    if articles(told) < 2:
        return Draft("date", key, "only", told, "one article gives this date", weight=weight)
    odd = next(
        ((a, b) for a, b in combinations(group, 2) if a.article != b.article and meets(a.date, b.date) is False), None
    )
    if odd is None:
        exact = len({point.date.value for point in group}) == 1
        why = f"the same date, {told[0].value}" if exact else "one date is part of the other"
        return Draft("date", key, "agree", told, why, weight=weight)
    why = f"{odd[0].date.value} against {odd[1].date.value} for the same thing"
    return Draft("date", key, "differ", told, why, False, weight)


def _key(group: Sequence[_Point], readings: Sequence[Reading]) -> str:
    """What the date belongs to, in words: its event, else the names of its sentence."""
    told = [(point.article, event_told(point.event)) for point in group if point.event]
    if told:
        # The event that most of the articles put beside the date; of equals the one told first.
        share = Counter(event for _, event in dict.fromkeys(told))
        return f"date: {max((event for _, event in told), key=lambda event: share[event])}"
    point = group[0]
    document = readings[point.article].document
    sentence = document.sentences[point.sentence]
    names = [name.entity for name in readings[point.article].names if sentence.first <= name.first < sentence.last]
    return "date: " + (", ".join(dict.fromkeys(names[:3])) or document.text[point.date.start : point.date.end])
