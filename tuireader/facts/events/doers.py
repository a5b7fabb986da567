"""Who does what a verb says: the subject in front of it, or the phrase behind "by"."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.quotes.clauses import Item
from tuireader.facts.quotes.speakers import Cast, spoken_words
from tuireader.facts.quotes.subjects import main_subject, noun_phrase, phrase_after
from tuireader.facts.words import CALENDAR, KIN, ROLES, TITLES

_PREPOSITIONS = word_set(
    """in of from by with at on to for against after before during under over among between near since until behind
    beside outside inside around about into through without within across along alongside as than including like"""
)
#: Prepositions that open a clause too: "before Venn resigned".
_CONJUNCTIONS = word_set("before after until since as than")
#: Words between subject and verb that are neither.
_PASSED = word_set(
    """who which also then later now soon already again once today yesterday tonight tomorrow last next this week
    month year ago early late earlier day days weeks months years morning evening afternoon night both all each
    first recently since meanwhile instead alone together the a an its his her their himself herself itself
    themselves"""
)
_BEFORE_NAMES = TITLES | {"the"}
_NOBODY = word_set(
    "they it we i you that if what there these those whoever whom while when because where how why whether"
)
#: How many pieces before its verb a subject is looked for.
_FAR = 14


class Speech(NamedTuple):
    """Who can be meant by "she" or "the mayor" at one place of a text: the people last named, latest first."""

    document: Document
    cast: Cast
    recent: list[str]

    def person(self, word: str) -> str | None:
        """The person a pronoun or a noun of kin stands for."""
        if word in ("he", "she"):
            known = [person for person in self.recent if self.cast.gender.get(person)]
            fitting = [person for person in known if self.cast.fits(person, word)]
            loose = [person for person in self.recent if self.cast.fits(person, word)]
            return loose[0] if loose and (not fitting or loose[0] == fitting[0]) else next(iter(fitting), None)
        return self.cast.holder([word], (), self.recent)

    def described(self, items: list[Item], first: int, last: int) -> str | None:
        """Who or what the phrase ``first:last`` names: a person by office, else its noun with the name before it."""
        phrase = items[first:last]
        named = [item.name for item in phrase if item.name is not None]
        person = self.cast.holder(spoken_words(self.document, phrase), named, self.recent)
        if person is not None:
            return person
        noun = _head(items, first, last)
        if noun is None:
            return None
        low = items[noun].low
        at = noun - 1
        while at >= first and noun - at < 3 and items[at].low.isalpha() and items[at].low not in _PREPOSITIONS:
            at -= 1
        before = items[at] if at >= first else None
        if before is not None and before.name is not None and before.name.kind != "person":
            return " ".join([before.name.entity, *(item.low for item in items[at + 1 : noun + 1])])
        return low


def _head(items: list[Item], first: int, last: int) -> int | None:
    """The last noun of a phrase before any preposition in it."""
    found = None
    for at in range(first, last):
        if items[at].low in _PREPOSITIONS:
            break
        if items[at].low.isalpha() and len(items[at].low) > 2 and items[at].low not in _PASSED:
            found = at
    return found


def remember(items: list[Item], at: int, person: str, recent: list[str]) -> None:
    """Puts the person named at piece ``at`` first of those "he" can mean; second where he only stands beside another:
    "the trial of Venn", "Venn's house"."""
    if person in recent[:1]:
        return
    before = at - 1
    while before >= 0 and items[before].low.rstrip(".") in _BEFORE_NAMES:
        before -= 1
    owner = at + 1 < len(items) and items[at + 1].low == "'s"
    beside = owner or (before >= 0 and items[before].low in _PREPOSITIONS)
    if person in recent:
        recent.remove(person)
    recent.insert(1 if beside and recent else 0, person)


def doer(items: list[Item], at: int, speech: Speech) -> str | None:
    """The subject of the finite verb that begins at piece ``at``; None where none can be told."""
    index = at - 1
    if index < 0:
        return None
    if items[index].low in ("and", "but", "then"):
        whole = main_subject(items, at)
        if whole is None:
            return None
        name = items[whole[0]].name
        if name is not None:
            return name.entity
        return speech.person(items[whole[0]].low) if items[whole[0]].low in ("he", "she") else None
    if items[index].low == ",":
        beside = items[index - 1].name if index > 1 and items[index - 2].low == "," else None
        if beside is not None and beside.kind == "person":
            # "The judge in the case, Orla Venn, resigned".
            return beside.entity
        opened = _opened(items, index)
        index = opened - 1 if opened is not None else index
    while index >= 0 and at - index < _FAR + 8:
        item = items[index]
        previous = items[index - 1].low if index else ""
        if item.quote is not None or item.low in (";", ":", "."):
            return None
        if item.name is not None:
            if previous not in _PREPOSITIONS or (index == at - 1 and previous in _CONJUNCTIONS):
                return item.name.entity
            index -= 2
        elif item.low in ("he", "she"):
            return speech.person(item.low)
        elif item.low in KIN and previous in ("his", "her", "'s"):
            return speech.person(item.low) or item.low
        elif item.low == "who" and previous == "," and behind_apposition(items, index):
            # "Venn, the mayor of Drell, who resigned".
            index = (_opened(items, index - 1) or 1) - 1
        elif item.low in _NOBODY:
            return None
        elif item.low == ")":
            index = next((back - 1 for back in range(index, -1, -1) if items[back].low == "("), -1)
        elif _is_noun(item.low):
            first = max(noun_phrase(items, index)[0], _after_comma(items, index))
            led = items[first - 1].low if first else ""
            if led not in _PREPOSITIONS:
                return speech.described(items, first, at if items[index + 1].low == "of" else index + 1)
            index = first - 2
        else:
            index -= 1
    return None


_VERBAL = word_set("will would could may might should can must has have had is are was were did does")


def behind_apposition(items: list[Item], at: int) -> bool:
    """Whether the comma before the verb at ``at`` closes what only describes: "Venn, the mayor of Oslo, resigned"."""
    opened = _opened(items, at - 1)
    if not opened:
        return False
    inside = items[opened + 1]
    alone = inside.name is not None and inside.name.kind == "person" and opened + 2 == at - 1
    return alone or (items[opened - 1].name is not None and (inside.low in _DESCRIBES or inside.low.isdigit()))


_DESCRIBES = word_set("the a an his her its their who which whose former")


def _after_comma(items: list[Item], index: int) -> int:
    return next((back + 1 for back in range(index, -1, -1) if items[back].low in (",", "and")), 0)


def _opened(items: list[Item], comma: int) -> int | None:
    """The comma that opens what the comma before the verb closes: "Venn, the mayor of Oslo, resigned"."""
    for back in range(comma - 1, max(0, comma - 20), -1):
        if items[back].quote is not None:
            return None
        if items[back].low == ",":
            return back
    return None


def _is_noun(low: str) -> bool:
    return (
        low.isalpha()
        and len(low) > 2
        and low not in _PASSED
        and low not in _PREPOSITIONS
        and low not in CALENDAR
        and not low.endswith(("ly", "ed"))
        and low not in ("and", "but", "has", "had", "led", "was", "were", "not")
    )


def governor(items: list[Item], at: int, speech: Speech) -> str | None:
    """Who is to do what stands in the infinitive that begins at ``at``: "Venn agreed to", "asked Venn to"."""
    noun: str | None = None
    for index in range(at - 1, max(-1, at - _FAR), -1):
        item = items[index]
        previous = items[index - 1].low if index else ""
        if item.quote is not None or item.low in (";", ":"):
            break
        if item.name is not None and previous not in _GOVERNING:
            if items[index + 1].low != "'s":
                return item.name.entity
        elif item.low in ("he", "she"):
            return speech.person(item.low)
        elif item.low in KIN and noun is None and previous in ("his", "her", "'s"):
            return speech.person(item.low) or item.low
        elif item.low in ("they", "it", "we", "i", "you", "that", "if"):
            return noun
        elif index == at - 1 and (item.low in ROLES or (len(item.low) > 3 and item.low.endswith("s"))):
            # "Continued to", "a pledge to", "better to" name nobody.
            noun = item.low
    return noun


_GOVERNING = word_set("in of from by with at on to for against")


def doer_after(items: list[Item], start: int, speech: Speech) -> tuple[str | None, int]:
    """The doer behind "by", and the last piece that names it: "by Venn", "by ambassadors of Drell"."""
    first, last = phrase_after(items, start)
    last = next((at for at in range(first, last) if items[at].low in _VERBAL), last)
    if last <= first:
        return None, start - 1
    name = items[last - 1].name
    if name is not None and (last - first == 1 or name.kind == "person"):
        return name.entity, last - 1
    noun = _head(items, first, last)
    return speech.described(items, first, last), last - 1 if noun is None else noun
