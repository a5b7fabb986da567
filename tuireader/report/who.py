"""Who and what the articles speak of: each entity with what each article calls it, and how its name is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from tuireader.facts import Entity
from tuireader.report.fact_choice import NAMES
from tuireader.report.fact_index import FactIndex
from tuireader.report.fact_words import MANY
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import beneath, margin, wrap
from tuireader.text.safe import line
from tuireader.text.words import fold

#: The ways of naming that are told: parts of names are plain to see.
_TOLD = ("acronym", "spelling", "nominal")
_MOST = 4
#: From this likeness on two forms of a name are two spellings, and not two names.
_ALIKE = 0.6


def who(entities: Sequence[Entity], index: FactIndex, width: int, ink: Ink) -> list[str]:
    """Those of whom there is more to tell than the name, under a heading."""
    told = told_of(entities, index)
    if not told:
        return []
    lines = ["", *(ink.draw(each) for each in wrap([Run("Who is who", "heading")], width)), ""]
    indent = 2 + max(len(MANY[kind]) for kind in NAMES)
    for kind in NAMES:
        label = MANY[kind]
        for entity, said in told:
            if entity.kind != kind:
                continue
            runs = [Run(f"{line(entity.name)}: ", "bold"), Run("; ".join(said))]
            lines += [ink.draw([margin(2), *each]) for each in beneath(Run(label, "dim"), runs, width - 2, indent)]
            label = ""
    return lines


def told_of(entities: Iterable[Entity], index: FactIndex) -> list[tuple[Entity, list[str]]]:
    """The entities with what there is to tell of each; those of whom there is nothing are left out. Safe to show."""
    held = ((entity, _said(entity, index)) for entity in entities)
    return [(entity, said) for entity, said in held if said]


def _said(entity: Entity, index: FactIndex) -> list[str]:
    said = [f"{role} ({names})" for role, names in roles_of(entity, index)]
    written = spellings(entity, index)
    said += [f"spelling differs: {' / '.join(written)}"] if len(written) > 1 else []
    known = {each.casefold() for each in written}
    others = [f"“{text}”" for text in _texts(entity, index) if text.casefold() not in known]
    return said + ([f"also {', '.join(others[:_MOST])}"] if others else [])


def spellings(entity: Entity, index: FactIndex) -> list[str]:
    """The ways its name is written, the name first: not letters for it, nor other names ("America")."""
    found = {entity.name.casefold(): line(entity.name)}
    for naming in entity.namings:
        if naming.form == "spelling":
            text = index.text(naming.span)
            if SequenceMatcher(None, fold(text), fold(entity.name)).ratio() >= _ALIKE:
                found.setdefault(text.casefold(), text)
    return list(found.values())


def roles_of(entity: Entity, index: FactIndex) -> list[tuple[str, str]]:
    """What the articles call an entity, and which: each role once."""
    held: dict[str, tuple[str, list[str]]] = {}
    for article, role in entity.roles:
        held.setdefault(role.casefold(), (line(role), []))[1].append(article)
    return [(role, index.names(ids)) for role, ids in held.values()]


def _texts(entity: Entity, index: FactIndex) -> list[str]:
    """The words that name it otherwise, each once: letters, other names, descriptions."""
    found: dict[str, str] = {}
    for naming in entity.namings:
        if naming.form in _TOLD:
            text = index.text(naming.span)
            found.setdefault(fold(text), text)
    return list(found.values())
