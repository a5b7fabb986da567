"""Runs of capitalised words, and how they fall into titles and candidate names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from tuireader.facts import shipped
from tuireader.facts.document import Document, Sentence
from tuireader.facts.gazetteer import load
from tuireader.facts.listed import word_set
from tuireader.facts.words import (
    CALENDAR,
    CLUB_ENDS,
    COMPANY_ENDS,
    HONORIFICS,
    NOT_NAMES,
    ORGANISATION_HEADS,
    PERSON_LINKS,
    PLACE_FIRSTS,
    PLACE_HEADS,
    STARTERS,
    TITLE_HEADS,
    TITLES,
)

NameKind = Literal["person", "organisation", "place"]


class Candidate(NamedTuple):
    """A possible name: tokens ``first:last``; the tokens ``title:first`` before it are its title, if any.

    ``hint`` is set where the words themselves tell the kind. ``initial`` says that its capital may come from standing
    first in the sentence; ``shaky`` that its sentence is set like a headline.
    """

    first: int
    last: int
    title: int
    hint: NameKind | None
    initial: bool
    shaky: bool


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Common given names in lower case."""
    raw = shipped.read("given.txt")
    return frozenset(raw.partition("\n")[2].split())


@lru_cache(maxsize=1 << 14)
def is_capital(word: str) -> bool:
    """Whether a token is written like a name: "Rome", "Jean-Claude", "al-Sadr"; not "EU-backed", "I"."""
    if "-" in word:
        head, *tails = word.split("-")
        if head in ("al", "el", "ul", "ad", "as", "ar") and tails[0][:1].isupper():
            return True
        return head[:1].isupper() and all(tail[:1].isupper() for tail in tails)
    if word[0].islower():
        return len(word) > 4 and word.startswith(_LOWER_STARTS) and word[2:3].isupper() and word[3:].islower()
    return word[0].isupper() and word != "I" and not word.startswith(("I'", "I’"))


#: Names that begin small: "diCarlo", "deVries".
_LOWER_STARTS = ("di", "de", "da", "la", "le", "du")


def _second_given(word: str) -> bool:
    """Whether a word inside a run is a name with a small second half: "Siu-lai"; not "Kong-based"."""
    head, hyphen, tail = word.partition("-")
    return bool(hyphen) and head[:1].isupper() and tail.isalpha() and len(tail) <= 5 and tail not in _TAILS


_TAILS = word_set(
    """based led born style old year made held era wide area run like owned bound only plus backed type level class
    free rich size ruled aged long term time day week month bred less born trained wing hit area side elect"""
)


def bare(low: str) -> str:
    """A token without its points."""
    return low.rstrip(".") if low[-1] == "." and low.count(".") == 1 else low


def candidates(document: Document) -> Iterator[Candidate]:
    """The candidate names of a document, in order. Runs of a title alone give none."""
    for sentence in document.sentences:
        index = sentence.first
        while index < sentence.last:
            if not is_capital(document.tokens[index].text):
                index += 1
                continue
            end = _extend(document, sentence, index)
            yield from _split(document, sentence, index, end)
            index = end


def _joined(document: Document, index: int) -> bool:
    """Whether token ``index`` follows the one before it on the same line with nothing but a space between."""
    before, here = document.tokens[index - 1], document.tokens[index]
    return here.start - before.end <= 1 and document.text[before.end : here.start] in (" ", "\u00a0", "")


def _extend(document: Document, sentence: Sentence, start: int) -> int:
    """End of the run of capitals that begins at ``start``, small words inside names included."""
    tokens = document.tokens
    if tokens[start].low in CALENDAR:
        return start + 1
    end = start + 1
    headed = _is_head(tokens[start].low)
    linked = False
    while end < sentence.last and _joined(document, end):
        word = tokens[end]
        if tokens[end - 1].low == "d.c.":
            break
        if is_capital(word.text) or _second_given(word.text):
            if word.low in CALENDAR and not (word.low in _CALENDAR_NAMES and tokens[end - 1].low in given_names()):
                break
            headed = headed or _is_head(word.low)
            end += 1
            continue
        step = 1
        follows = end + 1 < sentence.last and _joined(document, end + 1)
        if not follows:
            break
        following = tokens[end + 1]
        if word.low in ("of", "for", "and", "on") and following.low == "the" and end + 2 < sentence.last:
            following = tokens[end + 2]
            step = 2
        capital = is_capital(following.text) and following.low not in CALENDAR
        if not capital:
            break
        if word.text == "&" or (word.low in PERSON_LINKS and step == 1):
            end += 1
        elif (
            (word.low == "of" and (headed or tokens[end - 1].low in TITLE_HEADS))
            or (word.low == "for" and headed)
            or (word.low == "and" and headed and linked and tokens[start].low not in given_names())
        ):
            if word.low == "and" and not _same_office(document, start, end):
                break
            end += step
            linked = linked or word.low in ("of", "for")
        elif word.low in ("and", "&") and step == 1 and _known_pair(document, start, end):
            end += step
        elif word.text == "/" and headed and tokens[end - 1].end == word.start and following.start == word.end:
            end += 1
        else:
            break
    return end


def _known_pair(document: Document, start: int, end: int) -> bool:
    """Whether "and" stands inside the name of a country: "Trinidad and Tobago"."""
    words = [token.low for token in document.tokens[start : end + 2]]
    return any(" ".join(words[at:]) in load().lands for at in range(end - start))


_CALENDAR_NAMES = frozenset(["may", "march", "april", "june", "august"])
#: What a minister or secretary is of.
OFFICES = word_set(
    """state interior defence defense finance health justice education labor labour trade commerce agriculture
    transportation transport energy war foreign homeland culture economy environment information tourism veterans
    religious internal home housing treasury"""
)
_OFFICES = word_set("ministry department office committee council commission agency bureau")


def _same_office(document: Document, start: int, end: int) -> bool:
    """Whether "and" goes on with the name of one office: "Ministry of Health and Welfare"."""
    words = [token.low for token in document.tokens[start:end]]
    following = document.tokens[end + 1].low
    known = following in load().lands or following in load().cities or following in TITLES
    return not known and any(word in _OFFICES for word in words)


def _is_head(low: str) -> bool:
    return low in ORGANISATION_HEADS or low in PLACE_HEADS or low in _KINGDOMS


_KINGDOMS = word_set("kingdom republic union islands gulf strait state states alliance")


def _split(document: Document, sentence: Sentence, start: int, end: int) -> Iterator[Candidate]:
    """A run as candidates: what stands before a title, and the name behind it with that title."""
    tokens = document.tokens
    initial = _begins(document, sentence, start)
    lows = [bare(token.low) for token in tokens[start:end]]
    while start < end and initial and lows[0] in STARTERS and (end - start > 1 or lows[0] not in load().lands):
        if tokens[start].text == "US" and not sentence.headline:
            # The country, not the pronoun.
            break
        start, lows = start + 1, lows[1:]
        if start < end and tokens[start].low in ("of", "for", "and"):
            return
        initial = False if lows and lows[0] not in STARTERS else initial
    if (
        start < end
        and lows[0] == "the"
        and tokens[start].low + " " + tokens[min(start + 1, end - 1)].low != "the hague"
    ):
        start, lows = start + 1, lows[1:]
    if start >= end:
        return
    land = _land_first(lows)
    if land:
        yield Candidate(start, start + land, start, "place", initial, sentence.headline)
        start, lows, initial = start + land, lows[land:], False
    hint = _hint(lows)
    title = _title(lows)
    if title is None or (hint and _head_after(lows, title[1])):
        yield Candidate(start, end, start, hint, initial, sentence.headline)
        return
    low, high = title
    if low > 0:
        before = lows[:low]
        yield Candidate(start, start + low, start, _hint(before), initial, sentence.headline)
    if high < len(lows):
        rest = start + high
        # Behind "President of" stands a place or an organisation, behind "President" a person.
        kind: NameKind | None = None if lows[high - 1] == "of" else "person"
        yield Candidate(
            rest, end, rest if kind is None else start + low, _hint(lows[high:]) or kind, False, sentence.headline
        )


def _land_first(lows: list[str]) -> int:
    """How many words at the front are a country that the rest has nothing to do with: "United States Ana Costa"."""
    if len(lows) < 3 or any(low in ORGANISATION_HEADS or low in PLACE_HEADS or low in TITLE_HEADS for low in lows):
        return 0
    lands = load().lands
    if " ".join(lows) in lands:
        return 0
    return next((size for size in (4, 3, 2) if size < len(lows) and " ".join(lows[:size]) in lands), 0)


def _begins(document: Document, sentence: Sentence, start: int) -> bool:
    """Whether a word has its capital from where it stands: first in the sentence or in a quote."""
    if start == sentence.first:
        return True
    before = document.tokens[start - 1]
    if before.text == "”" or (before.text == '"' and before.end < document.tokens[start].start):
        return start < 2 or document.tokens[start - 2].text != ","
    return before.text in "\"“‘':•–—―…"


def _title(lows: list[str]) -> tuple[int, int] | None:
    """The last stretch of title words in a run, "of" and what it governs included where a name can still follow."""
    high = None
    for index in range(len(lows) - 1, -1, -1):
        if lows[index] in TITLE_HEADS:
            high = index
            break
    if high is None:
        return None
    low = high
    while low > 0 and lows[low - 1] in TITLES:
        low -= 1
    if low < high == len(lows) - 1 and lows[high - 1] in HONORIFICS:
        # "Mr. King": the last word is the name.
        high -= 1
    high += 1
    if low == 0 and high == 1 and lows[0] in _ALSO_NAMES and len(lows) > 1 and _is_head(lows[1]):
        # "King" and the like are surnames and adjectives too when a place or company word follows.
        return None
    if low > 0 and high == len(lows) and lows[low:high] in (["king"], ["prince"], ["judge"], ["pope"], ["bishop"]):
        return None
    if high + 1 < len(lows) and lows[high] == "of":
        # "Minister of Interior", "Secretary of State Ann Lee"; what follows in "President of Drell" is a name.
        return low, high + 2 if lows[high + 1] in OFFICES else high + 1
    return low, high


_ALSO_NAMES = word_set("general chief major private king prince chair")


def _head_after(lows: list[str], high: int) -> bool:
    """Whether a word of an organisation or place stands at or after the title, so that the run is one name."""
    return any(low in ORGANISATION_HEADS or low in PLACE_HEADS for low in lows[high:]) and not (
        high < len(lows) and lows[high] in given_names()
    )


def _hint(lows: list[str]) -> NameKind | None:
    """What the words of a candidate say by themselves."""
    if len(lows) == 1:
        return None
    if lows[-1] in COMPANY_ENDS or lows[-1] in CLUB_ENDS:
        return "organisation"
    body = lows[: next((at for at, low in enumerate(lows) if low in ("of", "for") and at), len(lows))]
    head = body[-1]
    if " ".join(lows) in load().lands or " ".join(lows) in load().cities:
        return "place"
    if head in ORGANISATION_HEADS or (lows[0] in ("bank", "radio", "university", "ministry") and len(lows) > 1):
        return "organisation"
    if head in PLACE_HEADS or (lows[0] in PLACE_FIRSTS and lows[0] not in given_names()):
        return "place" if not (head in PLACE_HEADS and lows[0] in given_names() and len(lows) == 2) else None
    if any(low in NOT_NAMES for low in lows[-1:]):
        return None
    if any(low in ORGANISATION_HEADS for low in lows[:-1]) and len(body) < len(lows):
        return "organisation"
    return None
