"""What a text says beside a name: titles before it, appositions after it."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tuireader.facts.document import Document
from tuireader.facts.gazetteer import load
from tuireader.facts.listed import word_set
from tuireader.facts.names import Name
from tuireader.facts.words import HONORIFICS, ROLES, TITLE_HEADS, TITLES


class Role(NamedTuple):
    """A person's role in one place of a text: the office ("prime minister"), of what, and its span."""

    office: str
    of: str | None
    start: int
    end: int

    @property
    def text(self) -> str:
        """ "President of Serbia", in words."""
        return f"{self.office} of {self.of}" if self.of else self.office


_KEPT = word_set("former acting interim late deputy vice then")
_BREAKS = word_set(
    """who which that said says said told and but with for after before when while as is was has had to"""
)


def roles(document: Document, names: Sequence[Name], peoples: Mapping[str, str]) -> dict[int, Role]:
    """The role beside each person's name, by index in ``names``."""
    found: dict[int, Role] = {}
    demonyms = ChainMap(dict(peoples), load().demonyms)
    by_last = {name.last: name for name in names}
    by_first = {name.first: name for name in names}
    for number, name in enumerate(names):
        if name.kind != "person":
            continue
        role = _before(document, name, by_last, demonyms) or _after(document, name, by_first, demonyms)
        if role is not None:
            found[number] = role
    return found


def _before(document: Document, name: Name, by_last: dict[int, Name], demonyms: Mapping[str, str]) -> Role | None:
    tokens = document.tokens
    first = name.first
    comma = first > 0 and tokens[first - 1].text == ","
    stop = first - 1 if comma else first
    at = stop
    while (
        at > 0
        and stop - at < 8
        and at not in by_last
        and (
            tokens[at - 1].low.rstrip(".") in TITLES | ROLES
            or (tokens[at - 1].low in ("of", "for", "and", "to") and at < stop)
        )
    ):
        at -= 1
    of = by_last.get(at)
    while at < stop and tokens[at].low in ("of", "for", "and", "to", "the"):
        at += 1
    words = [token.low.rstrip(".") for token in tokens[at:stop]]
    if comma and not (len(words) > 1 and tokens[at].text[0].isupper()):
        return None
    words = [word for word in words if word not in HONORIFICS]
    if not any(word in ROLES or word in TITLE_HEADS for word in words):
        return None
    start = tokens[at].start
    place = None
    if at > 0 and tokens[at - 1].low in demonyms:
        place = demonyms[tokens[at - 1].low]
        start, at = tokens[at - 1].start, at - 1
    elif of is not None and of.kind != "person":
        place, start, at = of.entity, of.start, of.first
    if at > 0 and tokens[at - 1].low in _KEPT:
        words.insert(0, tokens[at - 1].low)
        start = tokens[at - 1].start
    return Role(" ".join(words), place, start, tokens[stop - 1].end)


def _after(document: Document, name: Name, by_first: dict[int, Name], demonyms: Mapping[str, str]) -> Role | None:
    """ "X, the president of Drell," and "X, former commander of the Drell Guard (DG),"."""
    tokens = document.tokens
    sentence = document.sentences[document.sentence_at(name.start)]
    at = name.last
    if at + 2 >= sentence.last or tokens[at].text != ",":
        return None
    start = at + 1
    if tokens[start].text.isdigit() and start + 2 < sentence.last and tokens[start + 1].text == ",":
        start += 2
    stop = start
    seen = False
    while stop < sentence.last and stop - start < 14:
        low = tokens[stop].low
        if low in (",", ".", ";", "—", "–", ":", '"', "“", "”") or low in _BREAKS:
            break
        if low in ROLES:
            seen = True
        if not seen and stop - start >= 6:
            return None
        stop += 1
    if not seen or stop == start:
        return None
    lead = tokens[start].low
    named = by_first.get(start)
    if not (
        lead in ("a", "an", "the", "his", "her", "its", "their", "former")
        or lead in ROLES | TITLES
        or lead in demonyms
        or named
    ):
        return None
    words = document.text[tokens[start].start : tokens[stop - 1].end]
    return _apposition(document, words, start, stop, by_first, demonyms)


def _apposition(
    document: Document, words: str, start: int, stop: int, by_first: dict[int, Name], demonyms: Mapping[str, str]
) -> Role:
    """Splits an apposition at "of": "the president of Drell" has the office "president", of Drell."""
    tokens = document.tokens
    low, high = tokens[start].start, tokens[stop - 1].end
    first = start + 1 if tokens[start].low in ("a", "an", "the") else start
    demonym = demonyms.get(tokens[first].low)
    if demonym and first + 1 < stop:
        return Role(document.text[tokens[first + 1].start : high].lower(), demonym, low, high)
    named = by_first.get(first)
    if named is not None and named.kind != "person" and named.last < stop:
        skip = named.last + (tokens[named.last].low == "'s")
        if skip < stop:
            return Role(document.text[tokens[skip].start : high].lower(), named.entity, low, high)
    for at in range(first + 1, stop - 1):
        if tokens[at].low in ("of", "for") and any(token.low in ROLES for token in tokens[first:at]):
            rest = at + 1 + (tokens[at + 1].low == "the")
            target = by_first.get(rest)
            office = " ".join(token.low for token in tokens[first:at])
            if target is not None and target.last == stop:
                return Role(office, target.entity, low, high)
            return Role(office, document.text[tokens[at + 1].start : high], low, high)
    return Role(words[tokens[first].start - low :], None, low, high)
