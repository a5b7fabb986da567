"""One person in two offices: a deputy in one article, the head in another; president of one land, and of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from tuireader.facts.across.drafts import Draft, Told
from tuireader.facts.listed import word_set
from tuireader.facts.names.gazetteer import load
from tuireader.facts.reading import Reading
from tuireader.facts.words import ROLES

_RANKS = word_set("deputy vice")
_TIMES = word_set("former acting interim late then outgoing designate elect")
#: Offices that one land has one of.
_OF_LANDS = word_set("president minister chancellor premier king queen")


class _Office(NamedTuple):
    """An office as one article gives it: its words without a rank, the rank, of what, and where."""

    words: tuple[str, ...]
    rank: str
    of: str | None
    told: Told


def compare(readings: Sequence[Reading]) -> Iterator[Draft]:
    """A fact for each person whom two articles give the same office in another rank, or of another country.

    Only where neither article has the other's too, and none speaks of an office somebody held before.
    """
    people: dict[str, list[list[_Office]]] = {}
    for number, reading in enumerate(readings):
        for index, role in sorted(reading.roles.items()):
            name = reading.names[index]
            place = Told(number, min(role.start, name.start), max(role.end, name.end), role.text)
            here = people.setdefault(name.entity, [[] for _ in readings])
            here[number].append(_office(role.office, role.of, place))
    for person, offices in sorted(people.items()):
        for one, other in combinations([held for held in offices if held], 2):
            pair = _apart(one, other)
            if pair is not None:
                told = [pair[0].told, pair[1].told]
                why = f"{told[0].value} in one article, {told[1].value} in another"
                yield Draft("person", f"office of {person}", "differ", told, why, False, 2.0)
                break


def _office(office: str, of: str | None, told: Told) -> _Office:
    words = tuple(office.lower().split())
    rank = next((word for word in words if word in _RANKS), "")
    return _Office(tuple(word for word in words if word != rank), rank, of, told)


def _apart(one: Sequence[_Office], other: Sequence[_Office]) -> tuple[_Office, _Office] | None:
    if any(word in _TIMES for office in (*one, *other) for word in office.words):
        return None
    for a in one:
        for b in other:
            if a.words != b.words or a.words[-1] not in ROLES:
                continue
            if {a.rank, b.rank} > {""} and not _held(one, b) and not _held(other, a):
                return a, b
            lands = load().countries
            if (
                a.rank == b.rank
                and a.words[-1] in _OF_LANDS
                and a.of != b.of
                and a.of in lands
                and b.of in lands
                and len({office.of for office in (*one, *other) if office.of in lands}) == 2
            ):
                return a, b
    return None


def _held(offices: Sequence[_Office], office: _Office) -> bool:
    """Whether an article gives somebody this office too."""
    return any(one.words == office.words and one.rank == office.rank for one in offices)
