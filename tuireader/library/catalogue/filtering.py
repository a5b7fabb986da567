"""What is typed into the filter line of a list, as conditions on the table of texts."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NamedTuple

from tuireader.library.packing import PARTED, PARTED_AGAIN
from tuireader.text.words import fold

#: A shorter word is no mistyped other one.
_LEAST = 4
#: No more words are taken for a mistyped one.
_NEAREST = 24

_TITLE = f"substr(folded, 1, instr(folded, char({ord(PARTED)})))"
_SOURCE = (
    f"substr(folded, instr(folded, char({ord(PARTED)})),"
    f" instr(folded, char({ord(PARTED_AGAIN)})) - instr(folded, char({ord(PARTED)})))"
)
_STATES: Mapping[str, str] = {
    "unread": "digest NOT IN (SELECT digest FROM {done}.article WHERE read)",
    "read": "digest IN (SELECT digest FROM {done}.article WHERE read)",
    "begun": "id IN (SELECT t.id FROM {done}.article a JOIN main.text t ON t.digest = a.digest"
    " WHERE a.position > 0 AND a.position < t.chars)",
    "marked": "digest IN (SELECT digest FROM {done}.mark)",
}


class Condition(NamedTuple):
    """A condition in SQL on columns of ``text`` that the index of lists has, with its values."""

    sql: str
    values: tuple[Any, ...] = ()


class Known(NamedTuple):
    """What a filter asks about the library while it is read: the schema of ``article`` and ``mark``, the digests of
    what is selected and of what came while the program runs, all tags with the digests that bear them, whether a word
    stands in some title, source or id, and all such words."""

    done: str
    selected: Collection[str]
    fresh: Collection[str]
    tags: Callable[[], Iterable[tuple[str, str]]]
    stands: Callable[[str], bool]
    words: Callable[[], Collection[str]]


def conditions(text: str, known: Known) -> list[Condition]:
    """One condition for each term; all of them must hold. The language is that of the reader's list: words, ``unread``,
    ``#tag``, ``story:2``, ``source:herald``, ``-word`` …; a word that stands nowhere may hold a typing error."""
    found = []
    for term in text.split():
        wanted = not (term.startswith("-") and len(term) > 1)
        condition = _condition(fold(term if wanted else term[1:]), known)
        sql = f"({condition.sql})" if wanted else f"NOT ifnull(({condition.sql}), 0)"
        found.append(Condition(sql, condition.values))
    return found


def _condition(term: str, known: Known) -> Condition:
    if term in _STATES:
        return Condition(_STATES[term].format(done=known.done))
    if term in ("selected", "new"):
        return _among(known.selected if term == "selected" else known.fresh)
    if term.startswith("#"):
        return _tagged(term[1:], known)
    column, colon, value = term.partition(":")
    if colon and column in _COLUMNS:
        return _COLUMNS[column](value, known)
    if len(term) < _LEAST or known.stands(term):
        return Condition("instr(folded, ?)", (term,))
    near = _near(term, known.words())
    sql = " OR ".join(["instr(' ' || folded || ' ', ?)"] * len(near))
    return Condition(sql or "0", tuple(f" {word} " for word in near))


def _story(value: str, _: Known) -> Condition:
    if not value:
        return Condition("1")
    number = int(value) if value.isascii() and value.isdecimal() and len(value) < 18 else 0
    return Condition("story = ?", (number,))


def _tagged(beginning: str, known: Known) -> Condition:
    return _among(
        {digest for digest, tags in known.tags() if any(fold(tag).startswith(beginning) for tag in tags.split())}
    )


def _among(digests: Collection[str]) -> Condition:
    return Condition("digest IN (SELECT value FROM json_each(?))", (json.dumps(sorted(digests)),))


_COLUMNS: Mapping[str, Callable[[str, Known], Condition]] = {
    "story": _story,
    "source": lambda value, _: Condition(f"instr(folded, ?) AND instr({_SOURCE}, ?)", (value, value)),
    "title": lambda value, _: Condition(f"instr(folded, ?) AND instr({_TITLE}, ?)", (value, value)),
    "date": lambda value, _: Condition("substr(published, 1, ?) = ?", (len(value), value)),
    "tag": _tagged,
}


def _near(word: str, words: Collection[str]) -> list[str]:
    """The words that a mistyped one may stand for, or be the beginning of, the likest first."""
    # From the package, not from its modules: while another thread imports it, those would be half there.
    from rapidfuzz import distance as distances
    from rapidfuzz import process

    allowed = 1 if len(word) < 6 else 2
    known = list(words)
    found: dict[str, float] = {}
    for choices in (known, [each[: len(word)] for each in known]):
        near = process.extract(word, choices, scorer=distances.OSA.distance, score_cutoff=allowed, limit=None)
        for _, apart, place in near:
            found[known[place]] = min(apart, found.get(known[place], apart))
    return sorted(found, key=lambda each: (found[each], each))[:_NEAREST]
