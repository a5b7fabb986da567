"""Dates across articles: the same day for the same thing, or another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from tuireader.facts.across.context import Context, around, shared_words
from tuireader.facts.across.drafts import Draft, Told, articles
from tuireader.facts.across.groups import Link, aligned, equal_first, newcomers, pairs
from tuireader.facts.across.headings import heading
from tuireader.facts.dates.dating import meets
from tuireader.facts.dates.finding import Date
from tuireader.facts.dates.here import OPEN
from tuireader.facts.events.finding import Event
from tuireader.facts.listed import word_set
from tuireader.facts.model import Reason
from tuireader.facts.reading import Reading
from tuireader.text.lazy import Lazy

#: Likeness from which equal dates belong to one thing: years and months; days of a month; days of the week, which in
#: the accounts of one story hardly ever mean two days.
AGREE, AGREE_FULL, AGREE_WEEKDAY = 0.22, 0.15, 0.02
#: Likeness from which different dates belong to one thing; the same where both stand beside one event, done by and
#: to the same; and from which passages that say the same count as such.
DIFFER, DIFFER_EVENT, SOUND = 0.5, 0.25, 0.6
#: What standing in passages that say the same adds.
TOLD_ALIKE = 0.2
#: So many characters from its date the verb of an event may stand that is said to have two dates.
_BESIDE = 60
#: What one does, or what befalls one, once: it needs nobody it is done to.
_ONCE = word_set("resign die collapse crash sink explode marry quit retire")
#: Values with a month or day in them.
_FINE = Lazy(r"(?:\d{4}|X{4})-(?:\d\d|WXX-\d)")
_TOLD_WORDS = 6


class _Point(NamedTuple):
    article: int
    date: Date
    sentence: int
    near: frozenset[str]
    event: Event | None


def compare(readings: Sequence[Reading], context: Context) -> list[Draft]:
    """Facts about dates: told by several articles, or by one alone. "Now" and "recently" are none."""
    points = [point for number, reading in enumerate(readings) for point in _points(number, reading)]
    groups = aligned(
        [point.article for point in points],
        lambda one, other: _pairs(points, one, other, context),
        lambda a, b: meets(points[a].date, points[b].date) is not False,
    )
    told = _undoubled([[points[at] for at in group] for group in groups])
    return [_draft(group, readings, context) for group in told if _worth_telling(group, readings)]


def _worth_telling(group: Sequence[_Point], readings: Sequence[Reading]) -> bool:
    """Whether a date is more than one article's time of day, or the far end of a period told with its beginning."""
    if _articles(group) > 1:
        return True
    date, period = group[0].date, group[0].date.period
    ends = period is not None and ".." not in period
    far = ends and any(one.period == period and one.start < date.start for one in readings[group[0].article].dates)
    return not far and not date.value.startswith("T")


def _points(number: int, reading: Reading) -> list[_Point]:
    document = reading.document
    starts = [event.start for event in reading.events]
    found = []
    for date in reading.dates:
        if not date.vague:
            sentence = document.sentence_at(date.start)
            bounds = document.sentences[sentence]
            here = reading.events[bisect_left(starts, bounds.start) : bisect_left(starts, bounds.end)]
            # The event of its sentence whose verb stands nearest.
            event = min(here, key=lambda event: (abs(event.verb_at - date.start), event.start), default=None)
            found.append(_Point(number, date, sentence, around(reading, date.start, date.end), event))
    return found


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
            exact = 0.1 if a.date.value == b.date.value else 0.0
            if score >= _need(a.date.value):
                equal.append((score + exact, left, right))
        elif score >= (DIFFER_EVENT if _one_event(a, b) else DIFFER):
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
    return score + (TOLD_ALIKE if _told_alike(a, b, context) else 0.0)


def _told_alike(a: _Point, b: _Point, context: Context) -> bool:
    """Whether both stand in passages that say the same."""
    mine, theirs = (a.date.start, a.date.end), (b.date.start, b.date.end)
    return context.alike(a.article, mine, b.article, theirs) >= SOUND


def _one_event(a: _Point, b: _Point) -> bool:
    """Whether two dates stand right beside one event, that happened or is planned in both, with all who took part.

    Days and months only: what was done in one year and again in another is two events more often than not.
    """
    one, other = a.event, b.event
    if one is None or other is None or (one.verb, one.status, one.target) != (other.verb, other.status, other.target):
        return False
    passive = bool(one.participle and other.participle)
    who = one.agent == other.agent and (one.agent is not None or passive)
    if not (who or passive) or not (one.target or one.verb in _ONCE):
        return False
    fine = _FINE.match(a.date.value) and _FINE.match(b.date.value)
    return bool(fine) and _beside(a.date, one) and _beside(b.date, other)


def _beside(date: Date, event: Event) -> bool:
    return max(date.start - event.end, event.start - date.end) <= _BESIDE


def _draft(group: Sequence[_Point], readings: Sequence[Reading], context: Context) -> Draft:
    told = [Told(point.article, point.date.start, point.date.end, point.date.value) for point in group]
    key = "when: " + heading([(readings[point.article], point.date, point.event) for point in group])
    weight = float(len(group)) + (1.0 if group[0].event else 0.0)
    if articles(told) < 2:
        return Draft("date", key, "only", told, "one article gives this date", weight=weight)
    further = newcomers([point.article for point in group])
    reasons = [_reason(group[0], group[at], at, readings, context) for at in further]
    odd = next(
        ((a, b) for a, b in combinations(group, 2) if a.article != b.article and meets(a.date, b.date) is False), None
    )
    if odd is None:
        exact = len({point.date.value for point in group}) == 1
        why = f"the same date, {told[0].value}" if exact else "one date is part of the other"
        return Draft("date", key, "agree", told, why, weight=weight, reasons=reasons)
    why = f"{odd[0].date.value} against {odd[1].date.value} for the same thing"
    return Draft("date", key, "differ", told, why, False, weight, reasons)


def _reason(a: _Point, b: _Point, at: int, readings: Sequence[Reading], context: Context) -> Reason:
    """Why the first date of a further article was laid beside the first of all."""
    says = []
    if a.event and b.event and a.event.verb == b.event.verb:
        says.append(f"both stand beside the verb “{a.event.verb}”")
    common = shared_words(readings, context, (a.article, a.sentence), (b.article, b.sentence), _TOLD_WORDS)
    if common:
        says.append("their sentences share " + ", ".join(common))
    if _told_alike(a, b, context):
        says.append("they stand in passages that say the same")
    rule = "compared" if meets(a.date, b.date) is False else "same date"
    return Reason(0, at, rule, "; ".join(says) or "the day is hardly told twice by chance")
