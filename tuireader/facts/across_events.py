"""Events across articles: planned here, happened there, denied elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.facts.context import Context
from tuireader.facts.drafts import Draft, Told
from tuireader.facts.events import Event
from tuireader.facts.model import Verdict
from tuireader.facts.reading import Reading, told


def compare(readings: Sequence[Reading], context: Context) -> list[Draft]:
    """Facts about events with the same verb, the same doer and the same thing done to."""
    groups: dict[tuple[str, str, str], list[tuple[int, Event]]] = {}
    for number, reading in enumerate(readings):
        names = {name.entity for name in reading.names}
        for event in reading.events:
            agent, target = event.agent or "", event.target or ""
            if agent in names or target in names:
                groups.setdefault((event.verb, agent, target), []).append((number, event))
    found = []
    for (_, agent, target), group in groups.items():
        values = [Told(number, event.start, event.end, event.status) for number, event in group]
        weight = float(len(group)) + (2.0 if agent and target else 0.0)
        verdict, why = _verdict(group, readings, context)
        found.append(
            Draft("event", told(group[0][1]), verdict, values, why, False if verdict == "differ" else None, weight)
        )
    return found


def _verdict(group: Sequence[tuple[int, Event]], readings: Sequence[Reading], context: Context) -> tuple[Verdict, str]:
    by_article: dict[int, set[str]] = {}
    for number, event in group:
        by_article.setdefault(number, set()).add(event.status)
    if len(by_article) < 2:
        return "only", "one article tells of it"
    if group[0][1].agent and group[0][1].target:
        alone = {number: next(iter(statuses)) for number, statuses in by_article.items() if len(statuses) == 1}
        planned = [item for item in group if alone.get(item[0]) == "planned"]
        happened = [item for item in group if item[1].status == "happened"]
        if _one_event(planned, happened, readings, context, _ALIKE):
            return "changed", "planned in one article, happened in another"
        negated = [item for item in group if alone.get(item[0]) == "negated"]
        asserted = [item for item in group if alone.get(item[0]) == "happened"]
        if _one_event(negated, asserted, readings, context, _OPPOSED):
            return "differ", "one article says it happened, another that it did not"
    return "agree", f"the same event in {len(by_article)} articles"


def _one_event(
    some: Sequence[tuple[int, Event]],
    others: Sequence[tuple[int, Event]],
    readings: Sequence[Reading],
    context: Context,
    need: float,
) -> bool:
    """Whether the sentences of two articles are alike enough to tell of one occasion."""
    return any(
        one != other
        and context.likeness(_words(readings, context, one, a), _words(readings, context, other, b)) >= need
        for one, a in some
        for other, b in others
    )


#: Likeness of two sentences, names counted, from which they tell of one occasion: planned and happened, denied and
#: asserted.
_ALIKE, _OPPOSED = 0.15, 0.4


def _words(readings: Sequence[Reading], context: Context, article: int, event: Event) -> frozenset[str]:
    return context.words(article, readings[article].document.sentence_at(event.verb_at))
