"""Who an article says it has it from: unnamed people, other outlets, papers, agencies that sign a text.

Whoever is quoted is the speaker of a quote; here stands only what tells where the reporting comes from.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from typing import NamedTuple

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.model import SourceKind
from tuireader.facts.names.tagging import Name
from tuireader.facts.quotes.clauses import Clause, Item
from tuireader.facts.quotes.finding import Said
from tuireader.facts.quotes.speakers import Cast, spoken_words
from tuireader.facts.quotes.tellers import BODIES, PEOPLE, singular, speaks, tells
from tuireader.facts.saying import is_cue
from tuireader.facts.sourcing.outlets import is_medium, is_outlet
from tuireader.facts.sourcing.signatures import signatures


class Source(NamedTuple):
    """A source at ``start:end``: in plain words, how the text says so, what it is, and whose paper it is."""

    start: int
    end: int
    value: str
    cue: str
    kind: SourceKind


_ENDS = word_set(
    """, . ; : ! ? ) ( — – who which that whose where but while because as if when since though although is are was were
    has have had said says told will would could"""
)
_TIMES = word_set(
    """on in at after before during since last earlier monday tuesday wednesday thursday friday saturday sunday
    yesterday today published released obtained seen reviewed filed made"""
)
_ATTACHED = word_set("with to on of about in from by for within inside at close familiar briefed knowledge")
_INSIDERS = word_set("source sources official officials person people insider insiders aide aides diplomat diplomats")
_ASKED = word_set("asked declined refused wanted")
_LEARNED = word_set("learned learnt obtained heard gathered received")
_HANDED = word_set("obtained seen reviewed viewed leaked released published")
_PAPERS = word_set(
    """statement statements release letter memo memorandum report filing filings affidavit email e-mail note
    communique communiqué op-ed message dispatch indictment complaint lawsuit transcript testimony"""
)
_CITED = word_set(
    """documents records report reports data statistics statement emails e-mails filing filings memo files papers
    figures someone somebody familiar officials media newspaper agency"""
)
#: "According to plan" names no paper.
_MANNERS = word_set("plan plans law schedule order rules policy")
_POSSESSIVES = word_set("the a an his her its their our my this that these those another one")
_FINDS = word_set(
    """find show say suggest report reveal indicate state note read write conclude estimate allege warn describe predict
    detail put project add reckon"""
)
_LONGEST = 16
#: So many sources back one can overlap another: clauses are read in order.
_RECENT = 30


class _Finder:
    def __init__(self, document: Document, cast: Cast, said: Sequence[Said]) -> None:
        self.document = document
        self.cast = cast
        self.said = said
        self.starts = [one.start for one in said]
        self.found: list[Source] = []

    def read(self, clause: Clause) -> None:
        items = clause.items
        for at, item in enumerate(items):
            low = item.low
            following = items[at + 1].low if at + 1 < len(items) else ""
            if low == "according" and following == "to":
                self._according(items, at)
            elif low == "citing":
                self._phrase(items, at + 1, low, ("unnamed", "agency", "document"))
            elif low in ("cites", "cited"):
                self._outlet(items, at + 1, low)
            elif low in ("told", "tells") and at:
                self._told(items, at)
            elif low in ("reported", "reports"):
                self._reported(items, at)
            elif low in _HANDED and following == "by" and at and tells(items[at - 1].low):
                self._handed(items, at)
            elif low in _LEARNED and at:
                self._learned(items, at)
            elif low == "anonymity" or (low in ("named", "identified") and items[at - 1].low == "be" and at > 2):
                self._nameless(items, at)
            elif low in ("interview", "interviews", "statement") and following in ("with", "to", "on"):
                self._outlet(items, at + 2, f"{low} {following}")
            if low in ("in", "from") and item.quote is None:
                self._paper(items, at)

    def _span(self, items: Sequence[Item], first: int, last: int) -> tuple[int, int]:
        tokens = self.document.tokens
        return tokens[items[first].first].start, tokens[items[last - 1].last - 1].end

    def _add(self, items: Sequence[Item], first: int, last: int, cue: str, kind: SourceKind, value: str = "") -> None:
        start, end = self._span(items, first, last)
        if any(one.start < end and start < one.end for one in self.found[-_RECENT:]):
            return
        plain = value or _plain(self.document.text[start:end])
        self.found.append(Source(start, end, plain, cue, kind))

    def _phrase(self, items: Sequence[Item], start: int, cue: str, kinds: Sequence[SourceKind]) -> None:
        """The noun phrase at ``start``, where it is a source of one of some kinds."""
        first, last = _noun_phrase(items, start)
        if last <= first:
            return
        if cue == "citing" and not any(item.low in _CITED or item.low in _INSIDERS for item in items[first:last]):
            return
        kind, value, last = self._kind(items, first, last)
        if kind in kinds and kind is not None:
            self._add(items, first, last, cue, kind, value)

    def _kind(self, items: Sequence[Item], first: int, last: int) -> tuple[SourceKind | None, str, int]:
        """What a noun phrase is as a source, its value where that is another than its words, and where it ends."""
        head = _head(items, first, last)
        name = items[head].name
        if name is not None:
            if name.kind == "person":
                return "named", name.entity, head + 1
            if name.kind == "organisation":
                return (
                    ("agency" if is_outlet(name.entity) or is_outlet(self._text(items, head)) else "named"),
                    name.entity,
                    head + 1,
                )
            return None, "", last
        low = items[head].low
        if tells(low):
            bare = head == first and low in _MANNERS
            return None if bare else "document", "", last
        if not speaks(low):
            return None, "", last
        words = spoken_words(self.document, items[first:last])
        named = [item.name for item in items[first:last] if item.name is not None]
        person = self.cast.holder(words, named, [])
        if person:
            return "named", person, last
        if is_medium([item.low for item in items[first : head + 1]]):
            return "agency", "", last
        if low in BODIES or singular(low) in BODIES:
            return "named", "", last
        return "unnamed", "", last

    def _text(self, items: Sequence[Item], at: int) -> str:
        start, end = self._span(items, at, at + 1)
        return self.document.text[start:end]

    def _according(self, items: Sequence[Item], at: int) -> None:
        """ "According to people familiar with the matter"; a named person beside a quote is its speaker."""
        quoted = at > 0 and any(item.quote is not None for item in items[max(0, at - 2) : at])
        kinds: tuple[SourceKind, ...] = ("unnamed", "agency", "document") if quoted else _KINDS
        self._phrase(items, at + 2, "according to", kinds)

    def _told(self, items: Sequence[Item], at: int) -> None:
        """ "Sources told Drell Radio": the outlet, and whoever has no name."""
        outlet = _skip_article(items, at + 1)
        if not self._outlet(items, outlet, "told"):
            return
        self._subject(items, at, "told")

    def _subject(self, items: Sequence[Item], at: int, cue: str) -> None:
        """People without a name right before a verb."""
        last = at
        while last > 0 and items[last - 1].low in ("has", "have", "had", "also", "later", "who", ","):
            last -= 1
        for first in range(last - 1, max(-1, last - 10), -1):
            if items[first].low in _ENDS or items[first].quote is not None or items[first].low in ("and", "that"):
                break
            if items[first].low in _INSIDERS:
                start = first
                while start > 0 and items[start - 1].low not in _ENDS and _qualifies(items[start - 1]):
                    start -= 1
                if not any(item.name is not None and item.name.kind == "person" for item in items[start:last]):
                    self._add(items, start, last, cue, "unnamed")
                return

    def _outlet(self, items: Sequence[Item], at: int, cue: str) -> bool:
        at = _skip_article(items, at)
        name = items[at].name if at < len(items) else None
        if name is None or name.kind == "person" or not (is_outlet(name.entity) or is_outlet(self._text(items, at))):
            return False
        self._add(items, at, at + 1, cue, "agency", name.entity)
        return True

    def _reported(self, items: Sequence[Item], at: int) -> None:
        """ "Drell Radio reported", "first reported by Drell Radio"."""
        if at + 1 < len(items) and items[at + 1].low in ("by", "in"):
            self._outlet(items, at + 2, f"{items[at].low} {items[at + 1].low}")
            return
        before = at - 1
        while before > 0 and items[before].low in ("has", "have", "had", "first", "also", "earlier"):
            before -= 1
        self._outlet(items, before, items[at].low)

    def _learned(self, items: Sequence[Item], at: int) -> None:
        """ "Drell Radio has learned from diplomats", "obtained by Drell Radio from diplomats"."""
        following = items[at + 1].low if at + 1 < len(items) else ""
        if following == "by":
            outlet = at + 2
        else:
            outlet = at - 1
            while outlet > 0 and items[outlet].low in ("has", "have", "had", "also"):
                outlet -= 1
        own = self._outlet(items, outlet, items[at].low + (" by" if following == "by" else ""))
        source = next((index for index in range(at + 1, min(at + 9, len(items))) if items[index].low == "from"), None)
        if source is not None and (own or items[at].low != "received"):
            self._phrase(items, source + 1, f"{items[at].low} from", ("unnamed", "document", "agency"))

    def _nameless(self, items: Sequence[Item], at: int) -> None:
        """ "An official who spoke on condition of anonymity", "who asked not to be named"."""
        asked = items[at].low != "anonymity"
        if asked and not any(
            item.low in ("asked", "declined", "refused", "wanted") for item in items[max(0, at - 6) : at]
        ):
            return
        who = next(
            (index for index in range(at, max(-1, at - 20), -1) if items[index].low in ("who", "speaking")), None
        )
        cue = "not named" if asked else "on condition of anonymity"
        if who is not None:
            self._subject(items, who, cue)

    def _paper(self, items: Sequence[Item], at: int) -> None:
        """ "Lang said in a statement", "in a letter to the court, Lang wrote": the paper and whose it is."""
        if at + 1 >= len(items) or items[at + 1].low not in _POSSESSIVES - {"that", "this", "these", "those"}:
            return
        for last in range(at + 2, min(at + 6, len(items))):
            if items[last].low in _PAPERS:
                break
            if not (items[last].low[:1].isalpha() or items[last].name is not None) or items[last].low in _ENDS:
                return
        else:
            return
        beside = items[max(0, at - 7) : at] if at else items[last + 1 :]
        if not any(item.low and is_cue(item.low) for item in beside):
            return
        start, end = self._span(items, 0, len(items))
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        here = [one.speaker for one in self.said[low:high] if one.speaker]
        speaker = next((one for one in here if not tells(one.split()[-1])), None)
        plain = _plain(self._phrase_text(items, at + 1, last + 1))
        if speaker is not None:
            self._add(
                items, at + 1, last + 1, "in", "document", f"{plain} of {speaker}" if speaker not in plain else plain
            )

    def _phrase_text(self, items: Sequence[Item], first: int, last: int) -> str:
        start, end = self._span(items, first, last)
        return self.document.text[start:end]

    def _handed(self, items: Sequence[Item], at: int) -> None:
        """ "Documents obtained by Drell Radio"."""
        if not self._outlet_at(items, at + 2):
            return
        first = at - 1
        while first > 0 and _qualifies(items[first - 1]):
            first -= 1
        end = _skip_article(items, at + 2) + 1
        self._add(items, first, end, f"{items[at].low} by", "document")

    def _outlet_at(self, items: Sequence[Item], at: int) -> bool:
        at = _skip_article(items, at)
        name = items[at].name if at < len(items) else None
        return name is not None and name.kind == "organisation"

    def tellers(self) -> None:
        """Polls, reports and the like that find, show or say something, and people who are no more than sources."""
        taken = sorted((one.start, one.end) for one in self.found)
        for said in self.said:
            if said.source is None or said.speaker is None:
                continue
            start, end = said.source
            value = _plain(self.document.text[start:end])
            if value.lower() in _NO_TELLERS or not _free(taken, start, end):
                continue
            behind = _IN_THE_KNOW.match(self.document.text, end, end + 60)
            kind: SourceKind | None = "unnamed" if behind is not None else _teller(value, said.cue)
            if kind is not None:
                end = behind.end() if behind is not None else end
                value = _plain(self.document.text[start:end])
                self.found.append(Source(start, end, value, said.cue or "", kind))
                insort(taken, (start, end))


def _teller(value: str, cue: str | None) -> SourceKind | None:
    """What a speaker is that is a source by what it is called."""
    words = value.lower().split()
    if is_medium(words) and cue in _FINDS:
        return "agency"
    if words[-1] in ("source", "sources", "insider", "insiders"):
        return "unnamed"
    told = cue in _FINDS and words[0] not in _RELATIVES and tells(value.split()[-1])
    return "document" if told else None


def _free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span overlaps none of ``taken``, which are in order."""
    at = bisect_left(taken, (start, end))
    return not ((at and taken[at - 1][1] > start) or (at < len(taken) and taken[at][0] < end))


_IN_THE_KNOW = re.compile(
    r" (?:familiar with|briefed on|close to|with (?:direct )?knowledge of) (?:the |this |that )?\w+"
)
_NO_TELLERS = word_set("it they he she who which that this we i you")
_RELATIVES = word_set("whom which who that")
_KINDS: tuple[SourceKind, ...] = ("named", "unnamed", "agency", "document")


def _noun_phrase(items: Sequence[Item], start: int) -> tuple[int, int]:
    """The noun phrase at ``start``, up to a stop, a relative clause, a verb; times behind it are left out."""
    last = start
    while last < len(items) and last - start < _LONGEST:
        item = items[last]
        if item.quote is not None or item.low in _ENDS:
            break
        handed = item.low in _HANDED and last + 1 < len(items) and items[last + 1].low == "by"
        if last > start and item.low in _TIMES and not handed and not _belongs(items, last):
            break
        last += 1
    return start, last


def _belongs(items: Sequence[Item], at: int) -> bool:
    """Whether "on", "in" belong to what stands before: "people briefed on the case", "officials in Drell"."""
    before = items[at - 1].low
    if before in _ATTACHED or singular(before) in PEOPLE:
        following = items[at + 1] if at + 1 < len(items) else None
        return following is not None and (following.name is not None or before in _ATTACHED)
    return False


def _head(items: Sequence[Item], first: int, last: int) -> int:
    """The item a noun phrase is about: before "of", "with", "familiar" and the like; behind a possessive."""
    head = first
    for at in range(first, last):
        low = items[at].low
        if at > first and (low in _ATTACHED or low in _TIMES or low in ("and", "or", "posted", "written")):
            break
        if low == "'s" or (low and low[0].isalnum()) or items[at].name is not None:
            head = at
    return head


def _qualifies(item: Item) -> bool:
    """Whether an item can stand before its noun: an article, an adjective, a name."""
    if item.name is not None:
        return True
    return bool(item.low) and item.low[0].isalnum() and item.low not in _ENDS and item.low not in _NO_QUALIFIER


_NO_QUALIFIER = word_set("to of in on at by for with from and or not than then so also into about he she they it we")


def _skip_article(items: Sequence[Item], at: int) -> int:
    return at + 1 if at + 1 < len(items) and items[at].low in ("the", "a", "an", "our") else at


def _plain(text: str) -> str:
    """A phrase without the article or pronoun it begins with, on one line."""
    words = text.split()
    while len(words) > 1 and words[0].lower() in _POSSESSIVES:
        words = words[1:]
    return " ".join(words)


def find(
    document: Document, names: Sequence[Name], cast: Cast, clauses: Sequence[Clause], said: Sequence[Said]
) -> list[Source]:
    """The sources an article names, in order; ``clauses`` and ``said`` as those modules give them."""
    finder = _Finder(document, cast, said)
    for clause in clauses:
        finder.read(clause)
    finder.tellers()
    taken = sorted((one.start, one.end) for one in finder.found)
    finder.found += [
        Source(start, end, value, "signed", "agency")
        for start, end, value in signatures(document, names)
        if _free(taken, start, end)
    ]
    return sorted(finder.found)
