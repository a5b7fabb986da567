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
            if agent not in names and target not in names:
                continue
            groups.setdefault((event.verb, agent, target), []).append((number, event))
    found = []
    for (_, agent, target), group in groups.items():
        values = [Told(number, event.start, event.end, event.status) for number, event in group]
        key = told(group[0][1])
        weight = float(len(group)) + (2.0 if agent and target else 0.0)
        verdict, why = _verdict(group)
        found.append(Draft("event", key, verdict, values, why, False if verdict == "differ" else None, weight))
    return found


def _verdict(group: Sequence[tuple[int, Event]]) -> tuple[Verdict, str]:
    by_article: dict[int, set[str]] = {}
    for number, event in group:
        by_article.setdefault(number, set()).add(event.status)
    if len(by_article) < 2:
        return "only", "one article tells of it"
    every = set().union(*by_article.values())
    pure = [next(iter(statuses)) for statuses in by_article.values() if len(statuses) == 1]
    full = group[0][1].agent and group[0][1].target
    if full and "planned" in pure and "happened" in pure:
        return "changed", "planned in one article, happened in another"
    if full and "negated" in pure and "happened" in pure and len(every) == 2:
        return "differ", "one article says it happened, another that it did not"
    return "agree", f"the same event in {len(by_article)} articles"
