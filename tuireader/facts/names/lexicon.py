"""The names of a story: evidence gathered over all its articles, decided once, looked up in each.

One article alone often cannot tell whether "Drell" is a town or a man; another says "the town of Drell".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tuireader.facts.document import Document
from tuireader.facts.names.entries import KINDS, Entry, Key, Lexicon, surname
from tuireader.facts.names.evidence import weigh_place
from tuireader.facts.names.gazetteer import load
from tuireader.facts.names.known import given_names, organisations
from tuireader.facts.names.linking import (
    join_twins,
    link_acronyms,
    link_heads,
    link_shorts,
    link_surnames,
    spread_lists,
)
from tuireader.facts.names.name_words import (
    AFTER_SURNAMES,
    ORGANISATION,
    PERSON,
    PLACE,
    initials_match,
    names_nothing,
    weigh_words,
)
from tuireader.facts.names.runs import Candidate, candidates
from tuireader.facts.names.teams import is_player, is_team, sporting
from tuireader.facts.words import (
    CALLED_BY_HEAD,
    COMMON,
    ORGANISATION_LINKS,
    OTHER_HEADS,
    PERSON_LINKS,
    SHIPS,
    STARTERS,
    STORMS,
    TITLES,
)

#: Points a name needs, and lead over the next kind.
_ENOUGH = 1.0


_LEAD = 0.3


def build(documents: Sequence[Document]) -> Lexicon:
    """The lexicon of a story's articles."""
    entries: dict[Key, Entry] = {}
    found: list[tuple[Document, list[tuple[Candidate, Key]]]] = []
    acronyms: dict[str, Key] = {}
    heads: dict[Key, Entry] = {}
    for document in documents:
        here = []
        sport = sporting(document)
        for candidate in candidates(document):
            key = key_of(document, candidate.first, candidate.last)
            if len(key) == 1 and key[0] in CALLED_BY_HEAD and _definite(document, candidate):
                heads[key] = entries_head = heads.get(key) or Entry((document.tokens[candidate.first].text,))
                entries_head.count += 1
            nobody = key[-1].rstrip(".") in AFTER_SURNAMES or key[-1] in ("of", "for", "and")
            if (nobody and len(key) == 1) or (candidate.title == candidate.first and names_nothing(list(key))):
                continue
            here.append((candidate, key))
            _gather(document, candidate, key, entries)
            if sport:
                _weigh_sport(document, candidate, entries[key])
            _acronym_beside(document, candidate, key, acronyms)
        found.append((document, here))
    small = _lower_case_words(documents, entries)
    _drop_jobs(entries, small)
    demonyms = _drop_demonyms(entries)
    found = [(document, [item for item in here if item[1] in entries]) for document, here in found]
    _decide(entries, small)
    for _ in range(2):
        for document, here in found:
            spread_lists(document, here, entries)
        _decide(entries, small)
    join_twins(found, entries)
    link_surnames(entries)
    link_acronyms(entries, acronyms)
    link_shorts(entries)
    _decide(entries, small)
    link_heads(entries, heads)
    kept = {key: entry for key, entry in entries.items() if entry.kind or is_other(key, entry)}
    by_first: defaultdict[str, list[Key]] = defaultdict(list)
    for key in sorted(kept, key=lambda key: (-len(key), key)):
        by_first[key[0]].append(key)
    return Lexicon(kept, dict(by_first), acronyms, demonyms)


def _definite(document: Document, candidate: Candidate) -> bool:
    """Whether "the" stands before a name."""
    return candidate.first > 0 and document.tokens[candidate.first - 1].low == "the" and not candidate.shaky


def is_other(key: Key, entry: Entry) -> bool:
    """Whether words name something of another kind, a war or a prize, so that no part of them is a name either."""
    of = key.index("of") if "of" in key[1:] else len(key)
    return (
        len(key) > 1
        and entry.sure
        and (key[-1] in OTHER_HEADS or key[of - 1] in OTHER_HEADS or key[0] in SHIPS | STORMS)
    )


def key_of(document: Document, first: int, last: int) -> Key:
    """The words of a name in lower case."""
    return tuple(token.low for token in document.tokens[first:last])


def _gather(document: Document, candidate: Candidate, key: Key, entries: dict[Key, Entry]) -> None:
    entry = entries.get(key)
    if entry is None:
        words = tuple(token.text for token in document.tokens[candidate.first : candidate.last])
        entry = entries[key] = Entry(words, weigh_words(document, candidate))
    entry.count += 1
    entry.begins = entry.begins and candidate.initial
    if len(key) > 1 and "".join(entry.words).isupper():
        # "PORT DRELL" at the head of a dispatch, "Port Drell" below.
        entry.words = tuple(token.text for token in document.tokens[candidate.first : candidate.last])
    if candidate.shaky:
        return
    if len(key) == 1 and entry.words[0].isupper() and not candidate.initial:
        # "DRELL —" at the head of a dispatch, "Drell" below.
        entry.words = tuple(token.text for token in document.tokens[candidate.first : candidate.last])
    if not entry.sure:
        entry.sure = True
        entry.scores = weigh_words(document, candidate)
    before = document.tokens[candidate.first - 1].low if candidate.first else ""
    after = document.tokens[candidate.last].low if candidate.last < len(document.tokens) else ""
    told = len(key) > 1 and key[0] in given_names() and after.isalpha()
    # "The Ivo Lang affair" has its "the" from what follows.
    entry.definite += before == "the" and candidate.title == candidate.first and not told
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


def _drop_jobs(entries: dict[Key, Entry], small: frozenset[str]) -> None:
    """Leaves out "Glassblower Ivo Lang" where the story also names Ivo Lang: what stands before the name is no part of
    it."""
    full = {surname(key) for key, entry in entries.items() if len(key) > 1 and key[0] in given_names() and entry.sure}
    for key in sorted(key for key in entries if len(key) > 1):
        entry, rest = entries[key], entries.get(key[1:])
        if key[0] in given_names() or not entry.begins or max(entry.scores[1:]) > entry.scores[PERSON]:
            continue
        if len(key) == 2:
            # "Glassblower Lang".
            if key[1] not in full or not (key[0] in small or key[0].endswith(_DOERS)):
                continue
            rest = entries.setdefault(key[1:], Entry(entry.words[1:], sure=entry.sure))
        elif rest is None or key[1] not in given_names() or not rest.sure or rest.count < entry.count:
            continue
        rest.count += entries.pop(key).count


_DOERS = ("er", "or", "ist", "man", "woman", "smith", "wright", "ician")


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
        if is_other(key, entry):
            continue
        whole = " ".join(key)
        known = whole in gazetteer.lands or (whole in gazetteer.cities and whole not in small)
        if not entry.solid and not known and max(entry.scores) < 2.5:
            continue
        if len(key) == 1 and not known and key[0] in STARTERS and (len(key[0]) > 4 or not entry.words[0].isupper()):
            continue
        need = _ENOUGH
        if len(key) == 1 and key[0] in small:
            # "the Alliance": a common word too, so it takes more than standing in the right place.
            need += 3 + 0.5 * entry.count
        elif len(key) > 1 and any(word in small and word not in _SMALL_IN_NAMES for word in key):
            # "Gold Star", "Super Bowl": words, not a person's names, where nothing else says so.
            need += 0.5
        scores = list(entry.scores)
        if len(key) > 1 and not known and all(word in small or word in COMMON or word in TITLES for word in key):
            # "Executive Session", "Promised Land".
            scores[PERSON] -= 1.5
            scores[PLACE] -= 1.5
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
            entry.kind = KINDS[ranked[0]]


def _is_surname(low: str, entries: dict[Key, Entry]) -> bool:
    """Whether somebody with a known given name is called so in the story: "Emma Philips"."""
    return any(len(key) > 1 and key[-1] == low and key[0] in given_names() for key in entries)


_SMALL_IN_NAMES = ORGANISATION_LINKS | PERSON_LINKS


def _weigh_sport(document: Document, candidate: Candidate, entry: Entry) -> None:
    """Points from where a name stands in a report or a table of a match."""
    if candidate.title < candidate.first:
        return
    if is_player(document, candidate.first, candidate.last):
        entry.scores[PERSON] += 2.5
        entry.solid += 1
    elif is_team(document, candidate.first, candidate.last):
        whole = " ".join(token.low for token in document.tokens[candidate.first : candidate.last])
        if whole not in load().lands and whole not in load().cities:
            # A team that has a known town's name is one only where it plays.
            entry.scores[ORGANISATION] += 2.5
        entry.solid += 1
        entry.sure = True
