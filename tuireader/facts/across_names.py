"""People, organisations and places across articles: who is named where, in which role."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.facts.context import Context
from tuireader.facts.drafts import Draft, Told, articles
from tuireader.facts.reading import Reading


def compare(readings: Sequence[Reading], context: Context) -> list[Draft]:
    """One fact for each person, organisation and place; a person's value is the fullest role each article gives."""
    told: dict[tuple[str, str], list[Told]] = {}
    counts: dict[tuple[str, str], int] = {}
    for number, reading in enumerate(readings):
        first: dict[tuple[str, str], Told] = {}
        for index, name in enumerate(reading.names):
            which = (name.kind, name.entity)
            counts[which] = counts.get(which, 0) + 1
            role = reading.roles.get(index)
            value = role.text if role else ""
            held = first.get(which)
            if held is None or (len(value) > len(held.value)):
                start = role.start if role and role.start < name.start else name.start
                end = role.end if role and role.end > name.end else name.end
                first[which] = Told(number, start, end, value)
        for which, one in first.items():
            told.setdefault(which, []).append(one if one.value else Told(one.article, one.start, one.end, which[1]))
    found = []
    for (kind, entity), values in told.items():
        weight = float(counts[kind, entity])
        if articles(values) > 1:
            draft = Draft(kind, entity, "agree", values, f"{articles(values)} articles name {entity}", weight=weight)  # type: ignore[arg-type]
        else:
            draft = Draft(kind, entity, "only", values, f"one article names {entity}", weight=weight)  # type: ignore[arg-type]
        found.append(draft)
    return found
