"""People, organisations and places across articles: who is named where, in which role; one person under two names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from tuireader.facts.across.context import Context
from tuireader.facts.across.drafts import Draft, Told, articles
from tuireader.facts.listed import word_set
from tuireader.facts.model import Verdict
from tuireader.facts.names.entries import surname
from tuireader.facts.names.gazetteer import load
from tuireader.facts.names.runs import NameKind
from tuireader.facts.names.tagging import heard, sound
from tuireader.facts.names.traits import Trait
from tuireader.facts.quotes.speakers import kin_before
from tuireader.facts.reading import Reading
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
        spellings = _spellings(readings, values, entity) if several else []
        if len(spellings) > 1:
            why += f", spelled {' and '.join(spellings)}: only the spelling differs"
        elif several and len(firsts := _firsts(readings, values, entity)) > 1:
            why += f", called {' and '.join(firsts)}: a short form"
        if several and entity.kind != "place":
            more, alike = _shared(readings, values, entity)
            values = values + more
            why += f", told alike: {', '.join(alike)}" if alike else ""
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


def _shared(readings: Sequence[Reading], values: Sequence[Told], entity: _Entity) -> tuple[list[Told], list[str]]:
    """Where else several articles say the same of somebody, one place in each where no value stands yet; and what."""
    slots: dict[str, dict[int, list[Trait]]] = {}
    for number, reading in enumerate(readings):
        for trait in reading.traits:
            if trait.entity == entity.name:
                slots.setdefault(trait.slot, {}).setdefault(number, []).append(trait)
    found: list[Told] = []
    shared = {slot: told for slot, told in sorted(slots.items()) if len(told) > 1}
    for told in shared.values():
        for number, traits in sorted(told.items()):
            here = [one for one in (*values, *found) if one.article == number]
            if any(one.start < trait.end and trait.start < one.end for one in here for trait in traits):
                continue
            best = max(traits, key=lambda trait: (len(trait.text), -trait.start))
            found.append(Told(number, best.start, best.end, best.text))
    return found, list(shared)


def _spellings(readings: Sequence[Reading], values: Sequence[Told], entity: _Entity) -> list[str]:
    """The ways in which the articles write a person's surname, else the given name, or the name of a town."""
    names = [
        [token.text for token in readings[one.article].document.tokens[name.first : name.last]]
        for one in values
        for name in readings[one.article].names
        if (name.kind, name.entity) == entity
    ]
    if entity.kind == "place" and entity.name.lower() not in load().lands:
        return _distinct(" ".join(words) for words in names)
    if entity.kind != "person":
        return []
    last = sound(surname(tuple(entity.name.lower().split())))
    ends = _distinct(word for words in names for word in words if sound(word.lower()) == last)
    first = entity.name.lower().split()[0]
    return ends if len(ends) > 1 else _distinct(words[0] for words in names if heard(words[0].lower()) == heard(first))


def _firsts(readings: Sequence[Reading], values: Sequence[Told], entity: _Entity) -> list[str]:
    """The forms of a person's first name in the articles, where they are short forms of one: Elizabeth, Liz."""
    if entity.kind != "person":
        return []
    last = fold(surname(tuple(entity.name.lower().split())))
    names = [
        [token.text for token in readings[number].document.tokens[name.first : name.last]]
        for number in sorted({one.article for one in values})
        for name in readings[number].names
        if (name.kind, name.entity) == entity
    ]
    return _distinct(words[0] for words in names if len(words[0].rstrip(".")) > 1 and fold(words[0]) != last)


def _distinct(words: Iterable[str]) -> list[str]:
    """Words that differ in more than capitals, sorted."""
    seen: dict[str, str] = {}
    for word in words:
        if not word.isupper():
            seen.setdefault(word.lower(), word)
    return sorted(seen.values())


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
            if here & there or _within(one, other):
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


def _within(one: _Entity, other: _Entity) -> bool:
    """Whether one name is the other with more words before it: a title nobody knows, no other first name."""
    short, long = sorted((fold(one.name).split(), fold(other.name).split()), key=len)
    return long[-len(short) :] == short


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
