"""Names found by a tagger the user brings: a small protocol, an entry point, and how its answers join our own.

A package offers a tagger as an entry point of the group ``tuireader.taggers``. tuireader ships none and needs none.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tuireader.article import TuireaderError, UsageError
from tuireader.facts.names.runs import NameKind
from tuireader.facts.names.tagging import Name
from tuireader.text.words import fold

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from tuireader.facts.document import Document

GROUP = "tuireader.taggers"

#: The labels that common taggers give (OntoNotes, CoNLL-2003, ours). Other labels are no names and are passed over.
_LABELS: dict[str, NameKind] = {
    "person": "person", "per": "person",
    "organisation": "organisation", "organization": "organisation", "org": "organisation",
    "place": "place", "loc": "place", "location": "place", "gpe": "place", "fac": "place", "facility": "place",
}  # fmt: skip


class Tagger(NamedTuple):
    """A tagger with what it is called. ``version`` is that of its package: part of the key of kept results.

    ``tag`` takes an article's text and gives ``(start, end, label)`` for each name: code points of that text, half
    open; labels in any case as in OntoNotes or CoNLL-2003 (PERSON, PER, ORG, GPE, LOC, FAC) or as tuireader's kinds.
    """

    name: str
    version: str
    tag: Callable[[str], Iterable[tuple[int, int, str]]]

    @property
    def key(self) -> str:
        """Name and version."""
        return f"{self.name} {self.version}"


def load(name: str) -> Tagger:
    """The installed tagger of this name.

    Raises UsageError where none is installed under it, TuireaderError where it cannot be imported.
    """
    from importlib.metadata import entry_points

    offered = {point.name: point for point in entry_points(group=GROUP)}
    point = offered.get(name)
    if point is None:
        known = ", ".join(sorted(offered)) or "none"
        raise UsageError(f'there is no tagger "{name}"; installed: {known} (see docs/taggers.md)')
    try:
        return Tagger(name, _version(point), point.load())
    except Exception as error:
        raise TuireaderError(f'the tagger "{name}" ({point.value}) cannot be loaded: {_told(error)}') from error


def offered() -> tuple[str, ...]:
    """The names of the taggers that are installed."""
    if not _mentioned():
        return ()
    from importlib.metadata import entry_points

    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def _mentioned() -> bool:
    """Whether some package may have one. To read all that packages say of themselves is slow, and most have none."""
    return any(map(_may_mention, filter(None, sys.path)))


def _may_mention(place: str) -> bool:
    # Methods of Path raise for what lies behind a folder that may not be entered.
    if not os.path.isdir(place):  # noqa: PTH112
        return os.path.isfile(place)  # noqa: PTH113
    return any(GROUP in _text(file) for file in Path(place).glob("*-info/entry_points.txt"))


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return GROUP


def _version(point: EntryPoint) -> str:
    return point.dist.version if point.dist else ""


def join(documents: Sequence[Document], names: Sequence[Sequence[Name]], tagger: Tagger) -> list[list[Name]]:
    """The names of each document, as the tagger has them where it says something, else as the rules have them.

    A single surname it finds goes to the one person of that name in the story. Raises TuireaderError where the tagger
    fails or gives spans that are none of the text.
    """
    tagged = [_ask(document, tagger) for document in documents]
    kept = [_beside(own, theirs) for own, theirs in zip(names, tagged, strict=True)]
    people = _people([name for document in kept for name in document])
    return [
        [_led_back(name, people) if name in theirs else name for name in document]
        for document, theirs in zip(kept, tagged, strict=True)
    ]


def _ask(document: Document, tagger: Tagger) -> frozenset[Name]:
    text = document.text
    try:
        answers = [(int(start), int(end), str(label)) for start, end, label in tagger.tag(text)]
    except Exception as error:
        raise TuireaderError(f'the tagger "{tagger.name}" failed on {document.id}: {_told(error)}') from error
    found: dict[int, Name] = {}
    for start, end, label in sorted(answers):
        if not 0 <= start < end <= len(text):
            raise TuireaderError(
                f'the tagger "{tagger.name}" names characters {start} to {end} of {document.id}, which has {len(text)}'
            )
        kind = _LABELS.get(label.lower())
        name = kind and _name(document, start, end, kind)
        if name and not any(name.start < other.end for other in list(found.values())[-1:]):
            found[name.start] = name
    return frozenset(found.values())


def _name(document: Document, start: int, end: int, kind: NameKind) -> Name | None:
    """The whole tokens a span touches, without an article before or a possessive behind; None outside of told text."""
    tokens = document.tokens
    first = document.at(start)
    if first and tokens[first - 1].end > start:
        first -= 1
    last = document.at(end)
    while first < last and tokens[first].low in ("the", "a", "an"):
        first += 1
    while first < last and tokens[last - 1].low in ("'s", ",", ".", "'"):
        last -= 1
    if first >= last or tokens[first].start >= end or document.sentence_at(start) != document.sentence_at(end - 1):
        return None
    start, end = tokens[first].start, tokens[last - 1].end
    return Name(first, last, start, end, kind, " ".join(document.text[start:end].split()))


def _beside(own: Sequence[Name], theirs: frozenset[Name]) -> list[Name]:
    """The tagger's names, and those of the rules that touch none of them. Where both have one span and kind: ours,
    which knows the entity."""
    agreed = {(name.start, name.end, name.kind): name for name in own}
    order = sorted(theirs)
    chosen = [agreed.get((name.start, name.end, name.kind), name) for name in order]
    taken = {token for name in order for token in range(name.first, name.last)}
    chosen += [name for name in own if taken.isdisjoint(range(name.first, name.last))]
    return sorted(chosen)


def _people(names: Sequence[Name]) -> dict[str, str]:
    """Full name by last word, of people; surnames that several share lead nowhere."""
    full: dict[str, set[str]] = {}
    for name in names:
        if name.kind == "person" and " " in name.entity:
            full.setdefault(fold(name.entity.rsplit(" ", 1)[1]), set()).add(name.entity)
    return {last: next(iter(entities)) for last, entities in full.items() if len(entities) == 1}


def _led_back(name: Name, people: dict[str, str]) -> Name:
    if name.kind != "person" or " " in name.entity:
        return name
    return name._replace(entity=people.get(fold(name.entity), name.entity))


def _told(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())
