"""The people, organisations and places of a story: every span that names or describes each, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuireader.facts.model import Entity, Form, Naming
from tuireader.facts.names import nominals
from tuireader.facts.names.runs import NameKind
from tuireader.facts.reading import Reading
from tuireader.text.words import fold

_Key = tuple[NameKind, str]


def find(readings: Sequence[Reading]) -> tuple[Entity, ...]:
    """All entities, in the order in which they are first named; namings and roles in the order of the articles, an
    article's fullest role first."""
    offices = {person: sorted(held, key=str) for person, held in readings[0].cast.offices.items()} if readings else {}
    bodies = nominals.body_nouns([(reading.document, reading.names) for reading in readings], offices)
    namings: dict[_Key, list[Naming]] = {}
    written: dict[_Key, dict[str, None]] = {}
    kinds: dict[_Key, Entity] = {}
    roles: dict[_Key, list[tuple[str, str]]] = {}
    for reading in readings:
        article, text = reading.document.article, reading.document.text
        here: list[tuple[int, int, _Key, Form]] = []
        for name in reading.names:
            if name.people:
                continue
            key: _Key = (name.kind, name.entity)
            kinds.setdefault(key, Entity(name.kind, name.entity, (), ()))
            words = " ".join(text[name.start : name.end].split())
            form = form_of(words, name.entity)
            if form != "part":
                written.setdefault(key, {name.entity: None}).setdefault(words)
            here.append((name.start, name.end, key, form))
        for person, texts in _roles(reading).items():
            roles.setdefault(("person", person), []).extend((article.id, text) for text in texts)
        described = nominals.find(reading.document, reading.names, offices, bodies)
        here += [(one.start, one.end, (one.kind, one.entity), "nominal") for one in described]
        for start, end, key, form in sorted(here, key=lambda item: item[:2]):
            if key in kinds:
                namings.setdefault(key, []).append(Naming(article.span(start, end), form))
    return tuple(
        Entity(
            entity.kind,
            entity.name,
            tuple(written.get(key, {entity.name: None})),
            tuple(namings[key]),
            tuple(roles.get(key, ())),
        )
        for key, entity in kinds.items()
    )


def _roles(reading: Reading) -> dict[str, list[str]]:
    """What an article says each person is, fullest first; not twice the same in other words."""
    told: dict[str, dict[str, set[str]]] = {}
    for number, role in sorted(reading.roles.items()):
        told.setdefault(reading.names[number].entity, {}).setdefault(role.text, set())
    for trait in reading.traits:
        told.setdefault(trait.entity, {}).setdefault(trait.text, set()).add(trait.slot)
    found: dict[str, list[str]] = {}
    for person, texts in told.items():
        seen: set[str] = set()
        kept = found.setdefault(person, [])
        for text, slots in sorted(texts.items(), key=lambda item: (-len(item[0]), item[0])):
            if not slots <= seen or (not kept and not slots):
                kept.append(text)
            seen |= slots
    return found


def form_of(words: str, entity: str) -> Form:
    """How the words of a mention lead to the entity's name: the same, letters for it, another spelling, a part."""
    mine, whole = _words(words), _words(entity)
    if words == entity or (mine == whole and words.isupper()) or set(whole) < set(mine):
        # "DRELL —" at the head of a dispatch; "United Drell of Vorn" for "United Drell".
        return "name"
    if len(mine) == 1 and len(words) <= 8 and words.replace(".", "").replace("-", "").isupper():
        return "acronym"
    known = set(_SPLIT.split(entity))
    if set(mine) < set(whole) and all(word in known or word.isupper() for word in _SPLIT.split(words)):
        return "part"
    return "spelling"


def _words(text: str) -> list[str]:
    return [word for word in _SPLIT.split(fold(text).replace(".", "")) if word]


_SPLIT = re.compile(r"[\s/,]+")
