"""Verbs that are in no list: what a clause says that is told by another article too.

``events`` knows some 120 verbs. Where shared passages show that two articles say the same, any verb, or the noun made
of it, tells what it is they both say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tuireader.facts.dates.tense import is_verb
from tuireader.facts.document import Document
from tuireader.facts.events.doers import Speech, doer, governor, remember
from tuireader.facts.events.finding import NEGATED, PASSED, PASSIVE, VERBS, status_of
from tuireader.facts.listed import word_set
from tuireader.facts.model import Status
from tuireader.facts.quotes.clauses import Clause, Item
from tuireader.facts.quotes.speakers import Cast
from tuireader.facts.words import CALENDAR, ROLES, TITLES
from tuireader.text.words import fold, stem


class Predicate(NamedTuple):
    """What is said of something at ``start:end``: ``key`` is the verb's meaning, equal for verbs of one group; the
    verb stands at ``at``. ``verbal`` is False for a noun, which may be one made of a verb ("criticism"). ``agent`` is
    who does it, where that can be told."""

    start: int
    end: int
    at: int
    key: str
    verbal: bool
    status: Status
    agent: str | None
    occasion: bool
    """Whether it is a noun that names an event by itself ("visit", "trial")."""
    near: frozenset[str]
    """Entities and stems of the content words around it."""
    places: frozenset[str]
    """Places named behind it."""
    coming: bool
    """Whether it is still to be done: "will", "expected to", "would"."""
    finished: bool
    """Whether it is told as done."""
    root: str
    """The verb's stem."""
    negated: bool
    """Whether it is denied: "not", "no" before its subject or its object."""


#: Verbs that say nothing by themselves, and words that are no verbs of an event.
_EMPTY = word_set(
    """be is are was were been being have has had having do does did done doing make makes made making take takes took
    taken taking get gets got getting go goes went gone going come comes came coming give gives gave given giving
    put puts keep keeps kept let lets become becomes became seem seems seemed appear appears appeared use uses used
    using include includes included including involve involves involved follow follows followed following
    continue continues continued try tries tried trying want wants wanted need needs needed like liked look looks
    looked looking work works worked call calls called relate related concern concerned concerning regard regarding
    accord according plan plans planned planning expect expected expects intend intends intended set due reported
    reportedly something anything nothing everything someone somebody anyone everyone several many such same first
    second last next other another each both least less fewer further former latter own able about above across
    after against along among around before behind below beneath beside between beyond during inside near outside
    over past since through toward towards under until upon within without because while although whether though
    where when what this that these those there their they them then than very much more most only even also just
    currently amid despite except unlike versus say says said saying tell tells told telling add adds added adding
    think thinks thought believe believes believed claim claims claimed note notes noted know knows knew known feel
    feels felt find finds found show shows showed shown mean means meant hear hears heard see sees saw seen read
    reads people year years month months week weeks hour hours time times part number group groups member members case
    cases thing things issue issues one ones percent million billion thousand remain remains remained"""
)
#: Words beside a verb that say nothing of what it is about.
_PLAIN = _EMPTY | PASSED
_VERBAL = word_set(
    """to will would could can may might shall should must cannot has have had having is are was were be been being did
    does do not never n't who which he she it they we i you 'll 've 'd"""
)
_HAVING = word_set("has have had was were")
_BEFORE_NOUNS = word_set("the a an his her its their this these those some any no 's my your our")
_NOMINAL = _BEFORE_NOUNS | word_set("of in for on at by with from")
_NO_MODIFIER = word_set(
    """of in for on at by with from to and or but as after before during about over under into against than through
    since until amid around near that which who when while if because is are was were be been has have had will would
    could may said says not also"""
)
_BREAKS = word_set("who which that because after before while when although but if whether as , ; : . — – -- ( )")
#: Nouns that name an event by themselves.
_OCCASIONS = word_set(
    """visit visits trip trips meeting meetings talks summit call calls conversation conversations speech speeches
    lecture debate debates election elections vote votes ballot referendum poll polls arrest arrests raid raids
    indictment trial hearing hearings plea pleas verdict sentence sentencing conviction lawsuit investigation
    investigations inquiry probe attack attacks bombing shooting shootings explosion blast crash collision fire
    flood floods earthquake storm war ceasefire truce strike strikes protest protests demonstration
    demonstrations march rally rallies riot riots clash clashes resignation appointment nomination inauguration
    wedding marriage funeral birth death deaths murder killing killings kidnapping robbery theft merger takeover
    acquisition sale deal agreement treaty announcement launch withdrawal deployment invasion evacuation rescue
    search landing takeoff final match game race championship graduation treatment surgery diagnosis"""
)
#: How many pieces a predicate may reach behind its verb.
_REACH = 7
#: How many pieces in front of a noun say which it is.
_BEFORE = 4
#: How many pieces on either side stand beside it.
_AROUND = 9


def predicates(document: Document, clauses: Sequence[Clause], cast: Cast) -> Iterator[Predicate]:
    """The verbs and nouns of a document that could say what happened, in order; none out of quotation marks."""
    recent: list[str] = []
    for clause in clauses:
        items = clause.items
        for at, item in enumerate(items):
            if item.name is not None and item.name.kind == "person":
                remember(items, at, item.name.entity, recent)
            low = item.low
            if len(low) > 3 and low.isalpha() and not _says_nothing(low):
                yield _read(Speech(document, cast, recent), items, at)


def _says_nothing(low: str) -> bool:
    return low in _EMPTY or low in PASSED or low in CALENDAR or low in TITLES or low in ROLES or low.endswith("ly")


def _read(speech: Speech, items: list[Item], at: int) -> Predicate:
    tokens = speech.document.tokens
    first = at
    words: list[str] = []
    while first and at - first < 6 and (items[first - 1].low in PASSED or items[first - 1].low.endswith("ly")):
        first -= 1
        words.append("n't" if items[first].low.endswith("n't") else items[first].low)
    low = items[at].low
    follows = items[at + 1] if at + 1 < len(items) else None
    verbal = _is_verbal(low, words, items[first - 1] if first else None, follows)
    last = at
    while last + 1 < len(items) and last - at < _REACH and items[last + 1].low not in _BREAKS:
        if items[last + 1].quote is not None:
            break
        last += 1
    agent = None
    if not verbal:
        first = _modified(items, at)
    elif not any(word in PASSIVE for word in words):
        agent = governor(items, first, speech) if items[first].low == "to" else doer(items, first, speech)
    start = tokens[items[first].first].start
    status: Status = status_of(words, low, "") if verbal else "happened"
    end = tokens[items[_phrase_end(items, at, last, verbal=verbal)].last - 1].end
    negated = verbal and _denied(items, first, at, words)
    behind = [item.name for item in items[at + 1 : last + 1] if item.name is not None]
    return Predicate(
        start=start,
        end=end,
        at=tokens[items[at].first].start,
        key=meaning(low),
        verbal=verbal,
        status=status,
        agent=agent,
        occasion=low in _OCCASIONS,
        near=_near(items, at),
        places=frozenset(name.entity for name in behind if name.kind == "place"),
        coming=verbal and (status == "planned" or "would" in words) and not negated,
        finished=verbal and status == "happened" and items[first].low != "to" and not negated and _past(low, words),
        root=stem(fold(low)),
        negated=negated,
    )


def _phrase_end(items: Sequence[Item], at: int, last: int, *, verbal: bool) -> int:
    """The last piece of the verb's or noun's own phrase: a time, or where somebody speaks of it, is no part of it."""
    for index in range(at + 1, last + 1):
        low = items[index].low
        following = items[index + 1].low if index + 1 < len(items) else ""
        timed = (
            low in CALENDAR or low == "during" or (low in _NOMINAL and (following in CALENDAR or _is_year(following)))
        )
        # "The visit in a debate": the one who speaks of it does so there. "The visit ended" tells more than the visit.
        apart = low in _WHO or (low in _PLACED and following in ("a", "an")) or is_verb(low)
        if timed or (apart and not verbal):
            last = index - 1
            break
    while last > at and items[last].name is None and items[last].low in _NO_END:
        last -= 1
    return last


def _is_year(low: str) -> bool:
    return len(low) == 4 and low.isdigit()


_WHO = word_set("he she they it we i you")
_PLACED = word_set("in at on")
_NO_END = _BEFORE_NOUNS | word_set("of in for on at by with from to and or over into about between against")


def _denied(items: Sequence[Item], first: int, at: int, words: Sequence[str]) -> bool:
    if any(word in NEGATED for word in words) or (at + 1 < len(items) and items[at + 1].low in _NO):
        return True
    for index in range(first - 1, max(-1, first - _SUBJECT), -1):
        if items[index].low in _BREAKS or items[index].quote is not None:
            return False
        if items[index].low in _NO:
            return True
    return False


_NO = word_set("no none nobody neither nothing")
#: How many pieces in front of a verb its subject takes at most.
_SUBJECT = 9


def _past(low: str, words: Sequence[str]) -> bool:
    if any(word in _HAVING for word in words):
        return True
    irregular = low in VERBS and low != VERBS[low] and not low.endswith(("s", "ing"))
    return (low.endswith("ed") or irregular) and not any(word in _VERBAL for word in words)


def _near(items: Sequence[Item], at: int) -> frozenset[str]:
    found = set()
    for index in range(max(0, at - _AROUND), min(len(items), at + _AROUND + 1)):
        item = items[index]
        if item.name is not None:
            found.add(item.name.entity)
        elif index != at and len(item.low) > 3 and item.low.isalpha() and item.low not in _PLAIN:
            found.add(meaning(item.low))
    return frozenset(found)


def _modified(items: Sequence[Item], at: int) -> int:
    """Where a noun begins with the words that say which: "a *secret telephone* call", "*Lang's* visit"."""
    first = at
    while first and at - first < _BEFORE:
        before = items[first - 1]
        if before.name is None and before.low != "'s" and not _modifies(before.low):
            break
        first -= 1
    return first + 1 if items[first].low == "'s" else first


def _modifies(low: str) -> bool:
    return low.isalpha() and low not in _BEFORE_NOUNS and low not in _NO_MODIFIER


def _is_verbal(low: str, words: Sequence[str], before: Item | None, follows: Item | None) -> bool:
    """Whether a word is a verb where it stands: by what stands before and behind it, else by its ending."""
    participle = low.endswith(("ed", "ing", "en")) or low in VERBS
    leading = next((word for word in words if word in _VERBAL), None)
    if leading is not None:
        return participle or leading not in PASSIVE
    if low in _OCCASIONS and not low.endswith("s"):
        return before is not None and before.low in _VERBAL
    if before is None:
        return participle
    object_follows = follows is not None and (follows.name is not None or follows.low in _BEFORE_NOUNS)
    if low.endswith("s") and not low.endswith("ss"):
        return object_follows and before.low not in _NOMINAL
    if before.low in _BEFORE_NOUNS:
        return False
    if before.low in _NOMINAL:
        return low.endswith("ing")
    return before.low in _VERBAL or low.endswith("ed") or (low.endswith("ing") and before.low != "and")


@lru_cache(maxsize=1 << 14)
def meaning(low: str) -> str:
    """What a verb is compared by: the group of words that news uses for one another, else its stem."""
    key = stem(fold(low))
    return _groups().get(key, key)


@lru_cache(maxsize=1)
def _groups() -> dict[str, str]:
    from tuireader.text import synonyms

    known: dict[str, str] = {}
    for word, group in synonyms.read().items():
        known.setdefault(stem(word), "=" + group)
    return known
