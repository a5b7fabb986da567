"""People, organisations and places across articles: who is named where, in which role; one person under two names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from tuireader.facts.context import Context
from tuireader.facts.drafts import Draft, Told, articles
from tuireader.facts.listed import word_set
from tuireader.facts.model import Verdict
from tuireader.facts.reading import Reading
from tuireader.facts.runs import NameKind
from tuireader.facts.speakers import kin_before
from tuireader.text.words import fold

#: Likeness of the sentences from which two people with one surname are one whose first name differs.
_ONE_PLACE = 0.24


class _Entity(NamedTuple):
    kind: NameKind
    name: str


def compare(readings: Sequence[Reading], context: Context) -> list[Draft]:
    """One fact for each person, organisation and place; a person's value is the fullest role each article gives."""
    told: dict[_Entity, list[Told]] = {}
    counts: dict[_Entity, int] = {}
    for number, reading in enumerate(readings):
        for entity, one in _told(number, reading, counts).items():
            told.setdefault(entity, []).append(one)
    found = []
    for entity, values in told.items():
        several = articles(values) > 1
        why = f"{articles(values)} articles name {entity.name}" if several else f"one article names {entity.name}"
        spellings = sorted({_spelled(readings, one, entity) for one in values} - {""})
        if several and len(spellings) > 1:
            why += f", spelled {' and '.join(spellings)}"
        verdict: Verdict = "agree" if several else "only"
        found.append(Draft(entity.kind, entity.name, verdict, values, why, weight=float(counts[entity])))
    return found + list(_two_names(readings, told, context)) + list(_kin(readings, told))


def _told(number: int, reading: Reading, counts: dict[_Entity, int]) -> dict[_Entity, Told]:
    """What an article says of each entity: its fullest role, else its name."""
    best: dict[_Entity, Told] = {}
    for index, name in enumerate(reading.names):
        if name.people:
            continue
        entity = _Entity(name.kind, name.entity)
        counts[entity] = counts.get(entity, 0) + 1
        role = reading.roles.get(index)
        held = best.get(entity)
        if held is None:
            best[entity] = Told(number, name.start, name.end, name.entity)
        if role and (held is None or held.value == name.entity or len(role.text) > len(held.value)):
            best[entity] = Told(number, min(role.start, name.start), max(role.end, name.end), role.text)
    return best


def _spelled(readings: Sequence[Reading], one: Told, entity: _Entity) -> str:
    """A person's surname as an article writes it."""
    if entity.kind != "person":
        return ""
    reading = readings[one.article]
    mine = [name for name in reading.names if name.entity == entity.name]
    token = reading.document.tokens[mine[0].last - 1]
    return "" if token.low.rstrip(".") in ("jr", "sr") else token.text


def _two_names(readings: Sequence[Reading], told: dict[_Entity, list[Told]], context: Context) -> Iterator[Draft]:
    """Two people with one surname, never in one article, of whom nearly the same is said: whose first name differs?"""
    people: dict[str, list[_Entity]] = {}
    for entity in told:
        words = [word for word in entity.name.split() if fold(word).rstrip(".") not in _LAST]
        if entity.kind == "person" and len(words) > 1:
            people.setdefault(fold(words[-1]), []).append(entity)
    for _, entities in sorted(people.items()):
        for one, other in combinations(sorted(entities), 2):
            here = {value.article for value in told[one]}
            there = {value.article for value in told[other]}
            if here & there:
                continue
            pairs = [
                (context.likeness(_around(readings, context, a, one), _around(readings, context, b, other)), a, b)
                for a in told[one]
                for b in told[other]
            ]
            best = max(pairs, key=lambda pair: (pair[0], -pair[1].article, -pair[2].article))
            if best[0] < _ONE_PLACE:
                continue
            alike = _alike(one, other)
            values = [
                Told(value.article, value.start, value.end, entity.name)
                for entity in (one, other)
                for value in told[entity]
            ]
            why = f"{one.name} in one article, {other.name} in another, where the same is told"
            yield Draft("person", f"first name of {one.name.split()[-1]}", "differ", values, why, alike, 3.0)


def _alike(one: _Entity, other: _Entity) -> bool:
    return fold(one.name)[:3] == fold(other.name)[:3]


_LAST = word_set("jr sr ii iii iv")


def _around(readings: Sequence[Reading], context: Context, one: Told, entity: _Entity) -> frozenset[str]:
    """The words of the sentence something is told in, without the entity itself."""
    return context.words(one.article, readings[one.article].document.sentence_at(one.start)) - {"@" + entity.name}


def _kin(readings: Sequence[Reading], told: dict[_Entity, list[Told]]) -> Iterator[Draft]:
    """One wife, Ana in one article and Anita in another."""
    named: dict[str, list[tuple[int, Told, _Entity]]] = {}
    for number, reading in enumerate(readings):
        for name in reading.names:
            kin = kin_before(reading.document, name) if name.kind == "person" else ""
            if kin:
                named.setdefault(kin, []).append(
                    (number, Told(number, name.start, name.end, name.entity), _Entity(name.kind, name.entity))
                )
    for kin, seen in sorted(named.items()):
        for (here, a, one), (there, b, other) in combinations(seen, 2):
            apart = not {value.article for value in told[one]} & {value.article for value in told[other]}
            if here != there and one != other and apart and _alike(one, other):
                why = f"the {kin} is {one.name} in one article, {other.name} in another"
                yield Draft("person", f"name of the {kin}", "differ", [a, b], why, True, 2.0)
                break
