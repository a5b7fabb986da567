"""Events across articles: planned here, happened there, denied elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from typing import NamedTuple

from tuireader.facts.context import Context, Pair
from tuireader.facts.drafts import Draft, Told
from tuireader.facts.event_mentions import headline
from tuireader.facts.events import Event
from tuireader.facts.groups import Union
from tuireader.facts.model import Reason, Status, Verdict
from tuireader.facts.predicates import Predicate, meaning, predicates
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


#: From this score on spans that say the same tell of one event where they have the verb in common.
_SOUND = 0.34


def compare(readings: Sequence[Reading], context: Context) -> list[Draft]:
    """Facts about events: those with the same verb, doer and thing done to; and where two articles say the same, those
    with one verb."""
    points = [
        _Point(number, event.start, event.end, event.verb_at, meaning(event.verb), event.status, event.agent, event)
        for number, reading in enumerate(readings)
        for event in reading.events
    ]
    same = _same(points, readings)
    pairs = _told_alike(points, readings, context)
    union = Union(len(points))
    for group in same:
        for one in group[1:]:
            union.join(group[0], one)
    for one, other in pairs:
        union.join(one, other)
    named = {number for group in same for number in group}
    return [
        _draft([points[number] for number in group], group, pairs, readings, context)
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


def _told_alike(points: list[_Point], readings: Sequence[Reading], context: Context) -> dict[tuple[int, int], float]:
    """Pairs of points that two articles tell alike, each with the score of what they stand in. New points are added."""
    if len(readings) < 2:
        return {}
    found: list[list[Predicate]] = [
        list(predicates(reading.document, reading.clauses, reading.cast)) for reading in readings
    ]
    number = {(point.article, point.at): at for at, point in enumerate(points)}
    pairs: dict[tuple[int, int], float] = {}
    for one, other in combinations(range(len(readings)), 2):
        for pair in context.told_alike(one, other):
            if pair.score < _SOUND:
                continue
            for a, b in _common(found[one], found[other], pair):
                ends = []
                for article, predicate in ((one, a), (other, b)):
                    at = number.setdefault((article, predicate.at), len(points))
                    if at == len(points):
                        points.append(_Point(article, *predicate[:3], predicate.key, predicate.status, predicate.agent))
                    ends.append(at)
                pairs[ends[0], ends[1]] = max(pair.score, pairs.get((ends[0], ends[1]), 0.0))
    return pairs


def _common(mine: Sequence[Predicate], theirs: Sequence[Predicate], pair: Pair) -> list[tuple[Predicate, Predicate]]:
    """Verbs that both spans have, once each: the first of its meaning on either side. One of the two is a
    verb, or both are nouns that name an event."""
    here: dict[str, list[Predicate]] = {}
    there: dict[str, list[Predicate]] = {}
    for side, held, start, end in ((here, mine, pair.start, pair.end), (there, theirs, pair.begin, pair.stop)):
        for predicate in held:
            if start <= predicate.at < end:
                side.setdefault(predicate.key, []).append(predicate)
    chosen = []
    for key in here:
        both = [
            (a, b)
            for a, b in product(here[key], there.get(key, ()))
            if (a.verbal or b.verbal or (a.occasion and b.occasion)) and _one_doing(a, b)
        ]
        if both:
            chosen.append(min(both, key=lambda two: (not (two[0].verbal and two[1].verbal), two[0].at, two[1].at)))
    return chosen


def _one_doing(a: Predicate, b: Predicate) -> bool:
    """Whether two verbs of one meaning can tell of one event: the same doer, or a word beside them in common."""
    if a.agent and b.agent:
        return a.agent == b.agent
    return bool(a.near & b.near)


def _draft(
    group: Sequence[_Point],
    numbers: Sequence[int],
    pairs: dict[tuple[int, int], float],
    readings: Sequence[Reading],
    context: Context,
) -> Draft:
    values = [Told(point.article, point.start, point.end, point.status) for point in group]
    reasons = _alike_reasons(group, numbers, pairs)
    reasons += _same_reasons(group)
    events = [point.event for point in group if point.event]
    named = next((event for event in events if event.agent and event.target), events[0] if events else None)
    key = headline(named) if named else _words_of(group, readings)
    full = bool(named and named.agent and named.target)
    weight = float(len(group)) + (2.0 if full else 0.0)
    verdict, why = _verdict(group, readings, context)
    return Draft("event", key, verdict, values, why, False if verdict == "differ" else None, weight, reasons)


def _alike_reasons(
    group: Sequence[_Point], numbers: Sequence[int], pairs: dict[tuple[int, int], float]
) -> list[Reason]:
    """Why events of two articles are one: passages that say the same; the surest pair of each two articles."""
    place = {number: at for at, number in enumerate(numbers)}
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    for (one, other), score in pairs.items():
        if one in place:
            a, b = place[one], place[other]
            between = (group[a].article, group[b].article)
            best[between] = max(best.get(between, (0.0, 0, 0)), (score, -a, -b))
    return [
        Reason(-a, -b, "told alike", f"one verb or noun in passages that say the same ({score:.2f})")
        for score, a, b in best.values()
    ]


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


def _verdict(group: Sequence[_Point], readings: Sequence[Reading], context: Context) -> tuple[Verdict, str]:
    by_article: dict[int, set[str]] = {}
    for point in group:
        by_article.setdefault(point.article, set()).add(point.status)
    if len(by_article) < 2:
        return "only", "one article tells of it"
    whole = [point for point in group if point.event and point.event.agent and point.event.target]
    alone = {number: next(iter(statuses)) for number, statuses in by_article.items() if len(statuses) == 1}
    planned = [point for point in whole if alone.get(point.article) == "planned"]
    happened = [point for point in whole if point.status == "happened"]
    if _one_event(planned, happened, readings, context, _ALIKE):
        return "changed", "planned in one article, happened in another"
    negated = [point for point in whole if alone.get(point.article) == "negated"]
    asserted = [point for point in whole if alone.get(point.article) == "happened"]
    if _one_event(negated, asserted, readings, context, _OPPOSED):
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
