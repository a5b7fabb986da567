"""Events across articles: planned here, happened there, denied elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuireader.facts.across import alike as events_alike
from tuireader.facts.across.context import Context
from tuireader.facts.across.drafts import Draft, Told
from tuireader.facts.across.groups import Union
from tuireader.facts.events.finding import Event
from tuireader.facts.events.mentions import headline
from tuireader.facts.events.predicates import meaning
from tuireader.facts.model import Reason, Status, Verdict
from tuireader.facts.reading import Reading


class _Point(NamedTuple):
    """Something that happens in one article: an event, or any verb in what another article tells too."""

    article: int
    start: int
    end: int
    at: int
    """Where the verb stands."""
    key: str
    status: Status
    agent: str | None
    event: Event | None = None
    verbal: bool = True
    """Whether a verb tells it: a noun ("the visit") says nothing of whether it was done."""


def compare(readings: Sequence[Reading], context: Context) -> list[Draft]:
    """Facts about events: those with the same verb, doer and thing done to; and where two articles say the same, those
    with one verb."""
    points = [
        _Point(number, event.start, event.end, event.verb_at, meaning(event.verb), event.status, event.agent, event)
        for number, reading in enumerate(readings)
        for event in reading.events
    ]
    same = _same(points, readings)
    pairs = _alike(points, readings, context)
    union = Union(len(points))
    for group in same:
        for one in group[1:]:
            union.join(group[0], one)
    for one, other in pairs:
        union.join(one, other)
    named = {number for group in same for number in group}
    within: dict[int, _Pairs] = {}
    for pair, told in pairs.items():
        within.setdefault(union.find(pair[0]), {})[pair] = told
    return [
        _draft([points[number] for number in group], group, within.get(group[0], {}), readings, context)
        for group in union.sets()
        if group[0] in named or (len(group) > 1 and any(" " in _text(points[number], readings) for number in group))
    ]


def _same(points: Sequence[_Point], readings: Sequence[Reading]) -> list[list[int]]:
    """Events with the same verb, doer and target, of which one is a name."""
    names = [{name.entity for name in reading.names} for reading in readings]
    groups: dict[tuple[str, str, str], list[int]] = {}
    for number, point in enumerate(points):
        event = point.event
        if event and (event.agent in names[point.article] or event.target in names[point.article]):
            groups.setdefault((event.verb, event.agent or "", event.target or ""), []).append(number)
    return list(groups.values())


#: Two points by their numbers, the rule by which they are one event, and how sure that is.
_Pairs = dict[tuple[int, int], tuple[str, float]]


def _alike(points: list[_Point], readings: Sequence[Reading], context: Context) -> _Pairs:
    """Pairs of points that two articles tell alike, with rule and score. New points are added."""
    number = {(point.article, point.at): at for at, point in enumerate(points)}
    pairs: _Pairs = {}
    for alike in events_alike.find(readings, context):
        ends = []
        for article, told in ((alike.one, alike.a), (alike.other, alike.b)):
            at = number.setdefault((article, told.at), len(points))
            if at == len(points):
                points.append(_Point(article, *told[:3], told.key, told.status, told.agent, verbal=told.verbal))
            ends.append(at)
        key = (min(ends), max(ends))
        known = pairs.get(key)
        if known is None or _strength(alike.rule, alike.score) > _strength(*known):
            pairs[key] = (alike.rule, alike.score)
    return pairs


def _draft(
    group: Sequence[_Point],
    numbers: Sequence[int],
    pairs: _Pairs,
    readings: Sequence[Reading],
    context: Context,
) -> Draft:
    values = [Told(point.article, point.start, point.end, point.status if point.verbal else "") for point in group]
    reasons = _alike_reasons(group, numbers, pairs)
    reasons += _same_reasons(group)
    events = [point.event for point in group if point.event]
    named = next((event for event in events if event.agent and event.target), events[0] if events else None)
    key = headline(named) if named else _words_of(group, readings)
    full = bool(named and named.agent and named.target)
    weight = float(len(group)) + (2.0 if full else 0.0)
    rules = {rule for rule, _ in pairs.values()}
    verdict, why = _verdict(group, readings, context, rules)
    return Draft("event", key, verdict, values, why, False if verdict == "differ" else None, weight, reasons)


def _alike_reasons(group: Sequence[_Point], numbers: Sequence[int], pairs: _Pairs) -> list[Reason]:
    """Why events of two articles are one: passages that say the same; the surest pair of each two articles."""
    place = {number: at for at, number in enumerate(numbers)}
    best: dict[tuple[int, int], tuple[tuple[int, float], str, float, int, int]] = {}
    for (one, other), (rule, score) in pairs.items():
        a, b = place[one], place[other]
        between = (group[a].article, group[b].article)
        told = (_strength(rule, score), rule, score, -a, -b)
        best[between] = max(best.get(between, told), told)
    return [Reason(-a, -b, rule, f"{_SAYS[rule]} (likeness {score:.2f})") for _, rule, score, a, b in best.values()]


def _strength(rule: str, score: float) -> tuple[int, float]:
    """What counts where two rules hold for one pair: what sets the articles apart, then what is surer."""
    return list(_SAYS).index(rule), score


_SAYS = {
    "told alike": "one verb or noun in passages that say the same",
    "denied": "the same verb in passages that say the same, denied in one of them",
    "planned, then done": "the same verb, planned in one sentence and done in another that is like it",
}


def _same_reasons(group: Sequence[_Point]) -> list[Reason]:
    """Why events of further articles are the first one: verb, doer and what it is done to are the same."""
    first: dict[tuple[str, str | None, str | None], int] = {}
    found = []
    seen = set()
    for at, point in enumerate(group):
        if point.event is None:
            continue
        key = (point.event.verb, point.event.agent, point.event.target)
        start = first.setdefault(key, at)
        if point.article != group[start].article and (key, point.article) not in seen:
            seen.add((key, point.article))
            says = ", ".join(part for part in ("the same verb", key[1] and f"by {key[1]}", key[2]) if part)
            found.append(Reason(start, at, "same event", says))
    return found


def _words_of(group: Sequence[_Point], readings: Sequence[Reading]) -> str:
    """What happened in the words of the first article that says who did it, else of the one that says most."""
    first = next((point for point in group if point.agent), max(group, key=lambda point: point.end - point.start))
    said = _text(first, readings)
    return f"{first.agent} {said}" if first.agent else said


def _text(point: _Point, readings: Sequence[Reading]) -> str:
    return " ".join(readings[point.article].document.text[point.start : point.end].split())


def _verdict(
    group: Sequence[_Point], readings: Sequence[Reading], context: Context, rules: set[str]
) -> tuple[Verdict, str]:
    by_article: dict[int, set[str]] = {}
    for point in group:
        statuses = by_article.setdefault(point.article, set())
        if point.verbal:
            statuses.add(point.status)
    if len(by_article) < 2:
        return "only", "one article tells of it"
    whole = [point for point in group if point.event and point.event.agent and point.event.target]
    alone = {number: next(iter(statuses)) for number, statuses in by_article.items() if len(statuses) == 1}
    planned = [point for point in whole if alone.get(point.article) == "planned"]
    happened = [point for point in whole if point.status == "happened"]
    if "planned, then done" in rules or _one_event(planned, happened, readings, context, _ALIKE):
        return "changed", "planned in one article, happened in another"
    negated = [point for point in whole if alone.get(point.article) == "negated"]
    asserted = [point for point in whole if alone.get(point.article) == "happened"]
    if "denied" in rules or _one_event(negated, asserted, readings, context, _OPPOSED):
        return "differ", "one article says it happened, another that it did not"
    return "agree", f"the same event in {len(by_article)} articles"


def _one_event(
    some: Sequence[_Point], others: Sequence[_Point], readings: Sequence[Reading], context: Context, need: float
) -> bool:
    """Whether the sentences of two articles are alike enough to tell of one occasion."""
    return any(
        a.article != b.article
        and a.event is not None
        and b.event is not None
        and (a.event.verb, a.event.agent, a.event.target) == (b.event.verb, b.event.agent, b.event.target)
        and context.likeness(_words(readings, context, a), _words(readings, context, b)) >= need
        for a in some
        for b in others
    )


#: Likeness of two sentences, names counted, from which they tell of one occasion: planned and happened, denied and
#: asserted.
_ALIKE, _OPPOSED = 0.15, 0.4


def _words(readings: Sequence[Reading], context: Context, point: _Point) -> frozenset[str]:
    return context.words(point.article, readings[point.article].document.sentence_at(point.at))
