"""The names of a story: evidence gathered over all its articles, decided once, looked up in each.

One article alone often cannot tell whether "Drell" is a town or a man; another says "the town of Drell".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tuireader.facts.document import Document
from tuireader.facts.evidence import (
    ORGANISATION,
    PERSON,
    PLACE,
    Scores,
    acronym_of,
    initials_match,
    names_nothing,
    organisations,
    weigh_place,
    weigh_words,
)
from tuireader.facts.gazetteer import load
from tuireader.facts.runs import Candidate, NameKind, candidates, given_names
from tuireader.facts.words import CLUB_ENDS, ORGANISATION_LINKS, PERSON_LINKS, STARTERS

Key = tuple[str, ...]

_KINDS: tuple[NameKind, ...] = ("person", "organisation", "place")
#: Points a name needs, and lead over the next kind.
_ENOUGH = 1.0
_LEAD = 0.3


@dataclass(slots=True)
class Entry:
    """What is known of one name: its words as written, evidence, how often it stands where
    capitals mean something, how often behind "the", and whether it was seen outside of headlines."""

    words: tuple[str, ...]
    scores: Scores = field(default_factory=lambda: [0.0, 0.0, 0.0])
    solid: int = 0
    count: int = 0
    definite: int = 0
    sure: bool = False
    club: Key | None = None
    kind: NameKind | None = None
    entity: str = ""


@dataclass(slots=True)
class Lexicon:
    """Names in lower case, by their first word, longest first; the full name each acronym stands
    for, and peoples the story names beside their land."""

    entries: dict[Key, Entry]
    by_first: dict[str, list[Key]]
    acronyms: dict[str, Key]
    demonyms: dict[str, str]


def build(documents: Sequence[Document]) -> Lexicon:
    """The lexicon of a story's articles."""
    entries: dict[Key, Entry] = {}
    found: list[tuple[Document, list[tuple[Candidate, Key]]]] = []
    acronyms: dict[str, Key] = {}
    for document in documents:
        here = []
        for candidate in candidates(document):
            key = key_of(document, candidate.first, candidate.last)
            nobody = key in _AFTER_SURNAMES or key[-1] in ("of", "for", "and")
            if nobody or (candidate.title == candidate.first and names_nothing(list(key))):
                continue
            here.append((candidate, key))
            _gather(document, candidate, key, entries)
            _acronym_beside(document, candidate, key, acronyms)
        found.append((document, here))
    demonyms = _drop_demonyms(entries)
    found = [(document, [item for item in here if item[1] in entries]) for document, here in found]
    small = _lower_case_words(documents, entries)
    _decide(entries, small)
    for _ in range(2):
        for document, here in found:
            _spread_lists(document, here, entries)
        _decide(entries, small)
    _join_twins(found, entries)
    _link_surnames(entries)
    _link_acronyms(entries, acronyms)
    _link_clubs(entries)
    _decide(entries, small)
    kept = {key: entry for key, entry in entries.items() if entry.kind}
    by_first: defaultdict[str, list[Key]] = defaultdict(list)
    for key in sorted(kept, key=lambda key: (-len(key), key)):
        by_first[key[0]].append(key)
    return Lexicon(kept, dict(by_first), acronyms, demonyms)


#: What stands behind a surname names nobody alone: "Representative Jesse L. Lastra, Jr.".
_AFTER_SURNAMES = frozenset([("jr.",), ("jr",), ("sr.",), ("sr",), ("ii",), ("iii",)])


def key_of(document: Document, first: int, last: int) -> Key:
    """The words of a name in lower case."""
    return tuple(token.low for token in document.tokens[first:last])


def _gather(document: Document, candidate: Candidate, key: Key, entries: dict[Key, Entry]) -> None:
    entry = entries.get(key)
    if entry is None:
        words = tuple(token.text for token in document.tokens[candidate.first : candidate.last])
        entry = entries[key] = Entry(words, weigh_words(document, candidate))
    entry.count += 1
    if len(key) > 1 and "".join(entry.words).isupper():
        # "PORT DRELL" at the head of a dispatch, "Port Drell" below.
        entry.words = tuple(token.text for token in document.tokens[candidate.first : candidate.last])
    if candidate.shaky:
        return
    if not entry.sure:
        entry.sure = True
        entry.scores = weigh_words(document, candidate)
    before = document.tokens[candidate.first - 1].low if candidate.first else ""
    entry.definite += before == "the" and candidate.title == candidate.first
    for index, points in enumerate(weigh_place(document, candidate)):
        entry.scores[index] += points
    if not candidate.initial or len(key) > 1:
        entry.solid += 1


def _acronym_beside(document: Document, candidate: Candidate, key: Key, acronyms: dict[str, Key]) -> None:
    """Notes the acronym of "Long Name (LN)"."""
    after = document.tokens[candidate.last : candidate.last + 3]
    if len(key) > 1 and len(after) == 3 and after[0].text == "(" and after[2].text == ")":
        inside = after[1].text
        if inside.isupper() and 2 <= len(inside) <= 8 and initials_match(document, candidate, inside):
            acronyms.setdefault(inside.lower(), key)


def _lower_case_words(documents: Iterable[Document], entries: dict[Key, Entry]) -> frozenset[str]:
    """Which words of names also stand in small letters somewhere in the story."""
    named = {word for key in entries for word in key}
    return frozenset(
        token.text
        for document in documents
        for token in document.tokens
        if token.text in named and token.text.islower()
    )


def _drop_demonyms(entries: dict[Key, Entry]) -> dict[str, str]:
    """Leaves out "Drellian" where "Drellia" is named, a people or adjective; gives each with its land."""
    found: dict[str, str] = {}
    single = {key[0] for key in entries if len(key) == 1}
    for low in sorted(single):
        for ending in _PEOPLE:
            stem = low.removesuffix(ending)
            if stem == low or len(stem) < 4:
                continue
            land = next(
                (stem + vowel for vowel in ("", "a", "ia", "e", "o", "y", "ey") if stem + vowel in single), None
            )
            if land is not None and entries[(land,)].scores[PLACE] > max(entries[(land,)].scores[:2]):
                entries.pop((low,), None)
                found[low] = " ".join(entries[(land,)].words)
                break
    return found


_PEOPLE = ("ians", "ian", "ans", "an", "ns", "n", "ese", "ish", "is", "i", "ers", "er")


def _decide(entries: dict[Key, Entry], small: frozenset[str]) -> None:
    gazetteer = load()
    for key, entry in entries.items():
        entry.kind = None
        whole = " ".join(key)
        known = whole in gazetteer.lands or (whole in gazetteer.cities and whole not in small)
        if not entry.solid and not known and max(entry.scores) < 2.5:
            continue
        if len(key) == 1 and not known and key[0] in STARTERS and entry.words[0] != entry.words[0].upper():
            continue
        need = _ENOUGH
        if len(key) == 1 and key[0] in small:
            # "the Alliance": a common word too, so it takes more than standing in the right place.
            need += 3 + 0.5 * entry.count
        elif len(key) > 1 and any(word in small and word not in _SMALL_IN_NAMES for word in key):
            # "Gold Star", "Super Bowl": words, not a person's names, where nothing else says so.
            need += 0.5
        scores = list(entry.scores)
        # "The" stands before organisations, and hardly ever before people.
        share = entry.definite / max(1, entry.count)
        scores[PERSON] -= 3.0 * share
        if len(key) == 1 and key[0].endswith("s") and key[0] in organisations() and not _is_surname(key[0], entries):
            # Democrats say and want things as people do.
            scores[PERSON] = 0.0
        if not entry.sure and any(word in small for word in key):
            # "Ivo Lastra Accepts": seen in a headline only, where verbs have capitals too.
            scores = [score - 6.0 for score in scores] if len(key) > 3 else [scores[0] - 6.0, *scores[1:]]
        scores[ORGANISATION] += share * (1.6 if len(key) > 1 else 0.3)
        ranked = sorted(range(3), key=lambda index: (-scores[index], index))
        best, second = scores[ranked[0]], scores[ranked[1]]
        if best >= need and best - second >= _LEAD:
            entry.kind = _KINDS[ranked[0]]


def _is_surname(low: str, entries: dict[Key, Entry]) -> bool:
    """Whether somebody with a known given name is called so in the story: "Emma Philips"."""
    return any(len(key) > 1 and key[-1] == low and key[0] in given_names() for key in entries)


_SMALL_IN_NAMES = ORGANISATION_LINKS | PERSON_LINKS


def _spread_lists(document: Document, here: list[tuple[Candidate, Key]], entries: dict[Key, Entry]) -> None:
    """In "Drell, Serbia and Vorn" the unknown take after the known beside them."""
    tokens = document.tokens
    for (left, left_key), (right, right_key) in pairwise(here):
        gap = [token.low for token in tokens[left.last : right.first]]
        if gap[-1:] == ["the"]:
            gap.pop()
        if left.shaky or gap not in ([","], ["and"], [",", "and"], ["or"], ["/"]) or right.title < right.first:
            continue
        one, other = entries[left_key], entries[right_key]
        if one.kind == other.kind or (gap == [","] and "place" in (one.kind, other.kind) and one.kind == "person"):
            continue
        if one.kind and not other.kind:
            other.scores[_KINDS.index(one.kind)] += 1.2
        elif other.kind and not one.kind:
            one.scores[_KINDS.index(other.kind)] += 1.2
        elif gap == [","] or gap == ["and"]:
            # "New Drell, Victoria, Vorn": a given name alone among places is one too.
            for known, weak in ((one, other), (other, one)):
                if known.kind == "place" and weak.kind == "person" and weak.scores[PERSON] <= 1.0 and weak.count <= 2:
                    weak.scores[PLACE] += 0.8


def _join_twins(found: list[tuple[Document, list[tuple[Candidate, Key]]]], entries: dict[Key, Entry]) -> None:
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


def surname(key: Key) -> str:
    """The word of a person's name by which others call them."""
    at = len(key) - 1
    while at > 0 and key[at].rstrip(".") in ("jr", "sr", "ii", "iii", "iv"):
        at -= 1
    return key[at]


def _link_surnames(entries: dict[Key, Entry]) -> None:
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


def _link_acronyms(entries: dict[Key, Entry], acronyms: dict[str, Key]) -> None:
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


def _link_clubs(entries: dict[Key, Entry]) -> None:
    """ "Drell" alone is the club where the story tells of Drell United, and no town of that name is known."""
    for key in [key for key in entries if len(key) == 2 and key[1] in CLUB_ENDS]:
        alone = entries.get(key[:1])
        if alone is not None and key[0] not in load().cities and key[0] not in load().lands:
            alone.scores[ORGANISATION] += 4 + alone.count
            alone.solid += 1
            alone.club = key
