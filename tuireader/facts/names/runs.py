"""Runs of capitalised words, and how they fall into titles and candidate names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from tuireader.facts.document import Document, Sentence
from tuireader.facts.listed import word_set
from tuireader.facts.names.gazetteer import load
from tuireader.facts.names.joins import BETWEEN, DOMAINS, NUMBERED, OFFICES, is_capital, is_head, run_end
from tuireader.facts.names.known import given_names, organisations
from tuireader.facts.words import (
    CLUB_ENDS,
    COMMON,
    COMPANY_ENDS,
    HONORIFICS,
    JOBS,
    MEMBERS,
    NOT_NAMES,
    ORGANISATION_HEADS,
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


def bare(low: str) -> str:
    """A token without its points."""
    return low.rstrip(".") if low[-1] == "." and low.count(".") == 1 else low


def candidates(document: Document) -> Iterator[Candidate]:
    """The candidate names of a document, in order. Runs of a title alone give none."""
    for sentence in document.sentences:
        index = sentence.first
        while index < sentence.last:
            token = document.tokens[index]
            if not is_capital(token.text) or (token.low in BETWEEN and token.text.isupper()):
                index += 1
                continue
            end = run_end(document, sentence, index)
            if not _marked(document, index, end):
                yield from _split(document, sentence, index, end)
            index = end


def _marked(document: Document, start: int, end: int) -> bool:
    """Whether capitals are a handle or a tag ("#Drell", "@DrellNews") or one side of a case ("Lang v. Venn")."""
    tokens = document.tokens
    before = tokens[start - 1] if start else tokens[start]
    if before.text in ("#", "@") and before.end == tokens[start].start:
        return True
    ahead = [token.low for token in tokens[end : end + 2]]
    return ahead == ["v", "."] or (before.text == "." and start > 1 and tokens[start - 2].text == "v")


def _split(document: Document, sentence: Sentence, start: int, end: int) -> Iterator[Candidate]:
    """A run as candidates: what stands before a title, and the name behind it with that title."""
    tokens = document.tokens
    initial = _begins(document, sentence, start)
    lows = [bare(token.low) for token in tokens[start:end]]
    while start < end and initial and lows[0] in STARTERS and (end - start > 1 or lows[0] not in load().lands):
        if (tokens[start].text == "US" and not sentence.headline) or _known_start(lows) or _named_for(lows):
            # The country, not the pronoun; "New York" and "Peace Council", not a word that begins the sentence.
            break
        start, lows = start + 1, lows[1:]
        if start < end and tokens[start].low in ("of", "for", "and"):
            return
        # Behind the first word a capital is one of its own, but in headlines.
        initial = sentence.headline and bool(lows) and lows[0] in STARTERS
    if start < end and lows[0].startswith(("then-", "ex-", "now-")) and end - start > 1:
        # "Then-President Lang", "Ex-Marine Ivo Lang".
        lows[0] = lows[0].partition("-")[2]
        if lows[0] not in TITLES and lows[0] not in JOBS:
            start, lows = start + 1, lows[1:]
    if (
        start < end
        and lows[0] == "the"
        and tokens[start].low + " " + tokens[min(start + 1, end - 1)].low != "the hague"
    ):
        start, lows = start + 1, lows[1:]
    if start >= end:
        return
    if len(lows) > 1 and _adjective_first(lows, tokens[end - 1].text, initial):
        start, lows, initial = start + 1, lows[1:], False
    if len(lows) > 1 and lows[-1] in MEMBERS and lows[-2] not in DEMOCRATS:
        # "Tea Party Republicans".
        yield Candidate(end - 1, end, end - 1, None, False, sentence.headline)
        end, lows = end - 1, lows[:-1]
    land = _land_first(lows) or _chamber_seat(lows, tokens[end].low if end < sentence.last else "")
    if land:
        yield Candidate(start, start + land, start, "place", initial, sentence.headline)
        start, lows, initial = start + land, lows[land:], False
    hint = _hint(lows)
    title = _title(lows) if " ".join(lows) not in organisations() else None
    if title is None:
        title = _job(lows)
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


def _adjective_first(lows: list[str], last: str, initial: bool) -> bool:
    """Whether the first word only tells of what follows: "Brazilian Ana Costa", "Kurdish PKK", "Famed Ana Costa"."""
    if lows[0] in given_names():
        return False
    if lows[0] in load().demonyms:
        named = len(lows) > 2 and lows[1] in given_names() and not any(low in ORGANISATION_HEADS for low in lows)
        return named or (len(lows) == 2 and last.isupper() and len(last) > 2)
    return initial and len(lows) > 2 and lows[0].endswith(("ed", "ous", "ful", "less")) and lows[1] in given_names()


def _known_start(lows: list[str]) -> bool:
    """Whether a run begins with a place the gazetteer knows by several words."""
    return any(
        whole in load().lands or whole in load().cities
        for whole in (" ".join(lows[:size]) for size in (2, 3, 4))
        if " " in whole
    )


def _named_for(lows: list[str]) -> bool:
    """Whether a run that begins with a noun or adjective is all the name of an organisation."""
    return len(lows) > 2 and lows[0] in _NAME_STARTERS and lows[-1] in ORGANISATION_HEADS


_NAME_STARTERS = word_set(
    "government police peace workers women men first united life security party students oil people"
)


def _land_first(lows: list[str]) -> int:
    """How many words at the front are a country that the rest has nothing to do with: "United States Ana Costa"."""
    if len(lows) < 3 or any(low in ORGANISATION_HEADS or low in PLACE_HEADS or low in TITLE_HEADS for low in lows):
        return 0
    lands = load().lands
    if " ".join(lows) in lands or _club(lows):
        return 0
    return next((size for size in (4, 3, 2) if size < len(lows) and " ".join(lows[:size]) in lands), 0)


def _club(lows: list[str]) -> bool:
    """Whether a run is a club that is called by its town and a plural: "New York Rangers", "Boston Red Sox"."""
    last = lows[-1]
    if len(last) < 5 or last[-1] != "s" or last.endswith(("ss", "'s")) or lows[0] in given_names():
        return last == "sox"
    if last in COMMON or last in TITLES or last in PLACE_HEADS or last in load().demonyms or last in given_names():
        return False
    town = " ".join(lows[:-1])
    return town in load().lands or town in load().cities


def _chamber_seat(lows: list[str], following: str) -> int:
    """The same for "Ohio Senate candidate": somebody from Ohio who would be in the Senate."""
    if lows[-1] in ("senate", "house", "congress") and len(lows) < 4 and following in _SEATS:
        return len(lows) - 1 if " ".join(lows[:-1]) in load().lands else 0
    return 0


_SEATS = word_set(
    """candidate candidates race races seat seats primary primaries contest contests nominee campaign bid"""
)


def _begins(document: Document, sentence: Sentence, start: int) -> bool:
    """Whether a word has its capital from where it stands: first in the sentence or in a quote."""
    if start == sentence.first:
        return True
    before = document.tokens[start - 1]
    if before.text == "”" or (before.text == '"' and before.end < document.tokens[start].start):
        return start < 2 or document.tokens[start - 2].text != ","
    return before.text in "\"“‘':•–—―…" or before.text == "--"


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
    if lows[high - 1] == "chief" and lows[high : high + 1] == ["executive"] and high + 1 < len(lows):
        high += 1
    if low == 0 and high == 1 and lows[0] in _ALSO_NAMES and len(lows) > 1 and is_head(lows[1]):
        # "King" and the like are surnames and adjectives too when a place or company word follows.
        return None
    if low > 0 and high == len(lows) and lows[low:high] in (["king"], ["prince"], ["judge"], ["pope"], ["bishop"]):
        return None
    if high + 1 < len(lows) and lows[high] == "of":
        # "Minister of Interior", "Secretary of State Ann Lee"; what follows in "President of Drell" is a name.
        return low, high + 2 if lows[high + 1] in OFFICES else high + 1
    return low, high


def _job(lows: list[str]) -> tuple[int, int] | None:
    """The same for what somebody does: "Shopkeeper Ana Costa", "Vorn Striker Costa" in a headline."""
    at = next((at for at in range(len(lows) - 2, -1, -1) if lows[at] in JOBS or lows[at] in _ORDERS), None)
    if at is None or lows[at] in given_names():
        return None
    rest = lows[at + 1 :]
    if any(low in COMMON or low in load().demonyms for low in rest) or _hint(rest):
        return None
    if lows[at] in _ORDERS and at and lows[at - 1] not in _ORDERS_OF:
        return None
    low = at
    while low > 0 and (lows[low - 1] in JOBS or lows[low - 1] in TITLES):
        low -= 1
    return low, at + 1


#: What those of an order are called, and what may stand before it.
_ORDERS = frozenset(["father", "friar"])
_ORDERS_OF = word_set("jesuit franciscan dominican benedictine catholic trappist")
_ALSO_NAMES = word_set("general chief major private king prince chair")


def _head_after(lows: list[str], high: int) -> bool:
    """Whether a word of an organisation or place stands at or after the title, so that the run is one name."""
    return any(low in ORGANISATION_HEADS or low in PLACE_HEADS for low in lows[high:]) and not (
        high < len(lows) and lows[high] in given_names()
    )


#: First words that make an organisation of what follows, banks and newspapers of other languages among them.
_ORGANISATION_FIRSTS = word_set(
    """bank banco banca banque banka radio university universidad universite ministry deutsche compagnie societe groupe
    grupo gruppo gazeta dagens corriere diario jornal folha vecernji nezavisimaya komsomolskaya rossiiskaya frankfurter
    sueddeutsche suddeutsche neue team"""
)


#: What stands before "Democrats" in the name of a party.
DEMOCRATS = word_set("liberal social christian free progressive sweden young independent")
_BODIES = word_set("organization organisation company channel")
_SCHOOLS = word_set("college university school hospital")


def _hint(lows: list[str]) -> NameKind | None:
    """What the words of a candidate say by themselves."""
    if len(lows) == 1:
        return None
    if lows[-1][0].isdigit() and lows[-2] in NUMBERED:
        return "organisation" if lows[-2] in _BODIES else "person"
    if (
        "&" in lows
        or lows[-1] in COMPANY_ENDS
        or lows[-1] in CLUB_ENDS
        or lows[-1] in DOMAINS
        or lows[-3:] == ["a", "/", "s"]
    ):
        return "organisation"
    if (lows[-1] in MEMBERS and lows[-2] in DEMOCRATS) or _club(lows):
        return "organisation"
    body = lows[: next((at for at, low in enumerate(lows) if low in ("of", "for", "on") and at), len(lows))]
    head = body[-1]
    if " ".join(lows) in load().lands or " ".join(lows) in load().cities:
        return "place"
    if head in ORGANISATION_HEADS or (lows[0] in _ORGANISATION_FIRSTS):
        return "organisation"
    if head in PLACE_HEADS or (lows[0] in PLACE_FIRSTS and lows[0] not in given_names()):
        return "place" if not (head in PLACE_HEADS and lows[0] in given_names() and len(lows) == 2) else None
    if lows[-2] in _SCHOOLS and (lows[-1] in load().lands or lows[-1] in load().cities):
        # "King's College London".
        return "organisation"
    if any(low in NOT_NAMES for low in lows[-1:]):
        return None
    if any(low in ORGANISATION_HEADS for low in lows[:-1]) and len(body) < len(lows):
        return "organisation"
    return None
