"""Names that explain one another: full names and surnames, acronyms, companies and what they are called, lists."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.names.entries import KINDS, Entry, Key, surname
from tuireader.facts.names.gazetteer import load
from tuireader.facts.names.known import given_names
from tuireader.facts.names.name_words import ORGANISATION, PERSON, PLACE, acronym_of
from tuireader.facts.names.runs import Candidate
from tuireader.facts.words import CLUB_ENDS, COMMON, COMPANY_ENDS


def spread_lists(document: Document, here: list[tuple[Candidate, Key]], entries: dict[Key, Entry]) -> None:
    """In "Drell, Serbia and Vorn" the unknown take after the known beside them."""
    tokens = document.tokens
    for (left, left_key), (right, right_key) in pairwise(here):
        gap = [token.low for token in tokens[left.last : right.first]]
        if gap[-1:] == ["the"]:
            gap.pop()
        if left.shaky or gap not in ([","], ["and"], [",", "and"], ["or"], ["/"]) or right.title < right.first:
            continue
        if gap == [","] and _addressed(document, right, right_key):
            continue
        one, other = entries[left_key], entries[right_key]
        if one.kind == other.kind or (gap == [","] and "place" in (one.kind, other.kind) and one.kind == "person"):
            continue
        if one.kind and not other.kind:
            other.scores[KINDS.index(one.kind)] += 1.2
        elif other.kind and not one.kind:
            one.scores[KINDS.index(other.kind)] += 1.2
        elif gap == [","] or gap == ["and"]:
            # "New Drell, Victoria, Vorn": a given name alone among places is one too.
            for known, weak in ((one, other), (other, one)):
                if known.kind == "place" and weak.kind == "person" and weak.scores[PERSON] <= 1.0 and weak.count <= 2:
                    weak.scores[PLACE] += 0.8


def _addressed(document: Document, candidate: Candidate, key: Key) -> bool:
    """Whether a given name ends a sentence behind a comma: "This is America, Ivo."."""
    after = document.tokens[candidate.last].text if candidate.last < len(document.tokens) else ""
    return len(key) == 1 and key[0] in given_names() and key[0] not in load().cities and after in (".", "!", "?")


def join_twins(found: list[tuple[Document, list[tuple[Candidate, Key]]]], entries: dict[Key, Entry]) -> None:
    """ "Drell and Vorn" is one name where the second never stands without the first, at least three times."""
    together: Counter[tuple[Key, Key]] = Counter()
    for document, here in found:
        for (left, left_key), (right, right_key) in pairwise(here):
            gap = [token.low for token in document.tokens[left.last : right.first]]
            if gap == ["and"] and len(left_key) == len(right_key) == 1 and left.title == left.first:
                together[left_key, right_key] += 1
    for (one, other), count in sorted(together.items()):
        if count >= 3 and count == entries[other].count and "place" in (entries[one].kind, entries[other].kind):
            words = (*entries[one].words, "and", *entries[other].words)
            entry = entries[(*one, "and", *other)] = Entry(words, [0.0, 0.0, 4.0 * count], count, count)
            entry.kind = "place"


def link_surnames(entries: dict[Key, Entry]) -> None:
    """A surname, or a given name, alone is a person where its full name stands somewhere in the story."""
    full = [key for key, entry in entries.items() if len(key) > 1 and entry.kind == "person"]
    for key in full:
        weight = 3.0 + min(entries[key].count, 3)
        alone = entries.get((surname(key),))
        if alone is not None and " ".join(alone.words).lower() not in load().lands:
            alone.scores[PERSON] += weight + 0.5 * alone.count
            alone.solid += 1
        first = entries.get((key[0],))
        if first is not None and (key[0] in given_names() or first.scores[PERSON] > max(first.scores[1:])):
            first.scores[PERSON] += 1.5
            first.solid += 1


def link_acronyms(entries: dict[Key, Entry], acronyms: dict[str, Key]) -> None:
    """An acronym stands for the one organisation of the story whose first letters it has."""
    long = [key for key, entry in entries.items() if len(key) > 2 and entry.kind == "organisation"]
    for key, entry in entries.items():
        word = entry.words[0]
        if len(key) == 1 and word.isupper() and len(word) > 2 and key[0] not in acronyms:
            fits = [other for other in long if acronym_of(list(entries[other].words), word)]
            if len(fits) == 1:
                acronyms[key[0]] = fits[0]
    for short, key in acronyms.items():
        for name in ((short,), key):
            if name in entries:
                entries[name].scores[ORGANISATION] += 3
                entries[name].scores[PLACE] -= 1
                entries[name].solid += 1


def link_shorts(entries: dict[Key, Entry]) -> None:
    """ "Drell" alone is the company where the story tells of Drell Corp, if no town or person is known by that name."""
    gazetteer = load()
    surnames = {surname(key) for key, entry in entries.items() if len(key) > 1 and entry.kind == "person"}
    for key, entry in list(entries.items()):
        if len(key) < 2 or entry.kind != "organisation" or key[0] in gazetteer.lands or key[0] in gazetteer.demonyms:
            continue
        firm = key[-1].rstrip(".") in COMPANY_ENDS or key[-1] in CLUB_ENDS
        for size in range(1, len(key)):
            alone = entries.get(key[:size])
            if alone is None or alone.club is not None or not (firm or (size == 1 and key[-1] in _CALLED_SHORT)):
                continue
            town = key[0] in gazetteer.cities and not (key[-1] in _SCHOOLS and _only_known(alone))
            known = town or key[0] in surnames or key[0] in COMMON
            if size == 1 and (known or (key[0] in given_names() and not firm)):
                continue
            alone.scores[ORGANISATION] += (4 if firm else 2) + alone.count
            alone.solid += 1
            alone.club = key


def _only_known(entry: Entry) -> bool:
    """Whether nothing but the gazetteer says that a name is a place: "Georgetown", of the university."""
    return entry.scores[PLACE] <= 2.5 + 0.35 * entry.count


_SCHOOLS = frozenset(["university", "college"])
#: Organisations that are called by their first word alone.
_CALLED_SHORT = word_set(
    """university college airlines airways lines industries motors oil petroleum energy steel electric technologies
    systems electronics holdings pharmaceuticals partners securities insurance foods stores entertainment records
    pictures international media bank group network networks studios institute"""
)


def link_heads(entries: dict[Key, Entry], heads: dict[Key, Entry]) -> None:
    """ "The Times" alone is the one organisation of the story whose name ends so."""
    for head, entry in sorted(heads.items()):
        long = [key for key, other in entries.items() if other.kind == "organisation" and key[-1:] == head != key]
        if len(long) == 1 and head not in entries:
            entry.kind, entry.club = "organisation", long[0]
            entries[head] = entry
