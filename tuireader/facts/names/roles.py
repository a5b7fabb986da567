"""What a text says beside a name: titles before it, appositions after it."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tuireader.facts.document import Document, Token
from tuireader.facts.listed import word_set
from tuireader.facts.names.gazetteer import load
from tuireader.facts.names.parties import PARTIES, party_after
from tuireader.facts.names.tagging import Name
from tuireader.facts.saying import is_cue
from tuireader.facts.words import HONORIFICS, ROLES, TITLE_HEADS, TITLES


class Role(NamedTuple):
    """A person's role in one place of a text: the office ("prime minister"), of what, and its span."""

    office: str
    of: str | None
    start: int
    end: int

    @property
    def text(self) -> str:
        """ "President of Serbia", "Republican, Ohio", in words."""
        if self.office in PARTIES:
            return f"{PARTIES[self.office]}, {self.of}" if self.of else PARTIES[self.office]
        return f"{self.office} of {self.of}" if self.of else self.office


_KEPT = word_set("former acting interim late deputy vice then")
_BREAKS = word_set(
    """who which that said says said told and but with for after before when while as is was has had to"""
)


#: What heads of offices are short for.
_SHORT = {
    "rep": "representative", "reps": "representative", "sen": "senator", "sens": "senator", "gov": "governor",
    "gen": "general", "lt": "lieutenant", "col": "colonel", "maj": "major", "capt": "captain", "sgt": "sergeant",
    "adm": "admiral", "cpl": "corporal", "pvt": "private", "cpt": "captain", "brig": "brigadier",
    "representatives": "representative", "senators": "senator", "governors": "governor", "ministers": "minister",
    "secretary-general": "secretary general", "premier": "prime minister",
}  # fmt: skip
_ALONE = word_set("rep reps sen sens gov")
#: What who does something is.
_DOES = {
    "heads": "head", "leads": "leader", "chairs": "chairman", "runs": "head", "directs": "director",
    "founded": "founder", "owns": "owner", "commands": "commander", "headed": "former head", "led": "former leader",
    "chaired": "former chairman",
}  # fmt: skip
_WHERE = word_set("at in with on from under")


def roles(document: Document, names: Sequence[Name], peoples: Mapping[str, str]) -> dict[int, Role]:
    """The role beside each person's name, by index in ``names``."""
    found: dict[int, Role] = {}
    demonyms = ChainMap(dict(peoples), load().demonyms)
    by_last = {name.last: name for name in names}
    by_first = {name.first: name for name in names}
    for number, name in enumerate(names):
        if name.kind != "person":
            continue
        role = (
            _owned(document, name, by_last)
            or _before(document, name, by_last, demonyms)
            or _after(document, name, by_first, demonyms)
            or _who(document, name, by_first)
            or _for(document, name, by_last)
            or _party(document, names, number)
        )
        if role is not None:
            found[number] = role
    return found


def _before(document: Document, name: Name, by_last: dict[int, Name], demonyms: Mapping[str, str]) -> Role | None:
    tokens = document.tokens
    first = name.first
    comma = first > 0 and tokens[first - 1].text == ","
    stop = first - 1 if comma else first
    at = stop
    begin = document.sentences[document.sentence_at(name.start)].first
    while (
        at > begin
        and stop - at < 8
        and at not in by_last
        and (_is_title(tokens[at - 1].low) or (tokens[at - 1].low in ("of", "for", "and", "to") and at < stop))
    ):
        at -= 1
    at = _own(tokens, at, stop)
    of = by_last.get(at)
    while at < stop and tokens[at].low in ("of", "for", "and", "to", "the"):
        at += 1
    words = [token.low.rstrip(".") for token in tokens[at:stop]]
    if words and words[0].startswith("ex-"):
        # "Ex-Vice President Lang".
        words[:1] = ["former", words[0].removeprefix("ex-")]
    if comma and not (len(words) > 1 and tokens[at].text[0].isupper()):
        return None
    words = [word for word in words if word not in HONORIFICS]
    if len(words) > 1 and words[-1] in _ALONE and any(word not in PARTIES for word in words[:-1]):
        # "Chairman Rep. Ivo Lang".
        words.pop()
    if not any(word in ROLES or word in TITLE_HEADS for word in words):
        return None
    start = tokens[at].start
    place = None
    if at > 0 and tokens[at - 1].low in demonyms:
        place, at = _land(document, at - 1, demonyms)
        start = tokens[at].start
    elif of is not None and of.kind != "person":
        place, start, at = of.entity, of.start, of.first
    elif at > begin and tokens[at - 1].text in _FIELDS and not comma:
        words.insert(0, tokens[at - 1].low)
        at -= 1
        start = tokens[at].start
    if at > 0 and tokens[at - 1].low in _KEPT:
        words.insert(0, tokens[at - 1].low)
        start = tokens[at - 1].start
    return Role(" ".join(_SHORT.get(word, word) for word in words), place, start, tokens[stop - 1].end)


def _party(document: Document, names: Sequence[Name], number: int) -> Role | None:
    """A party beside the name, where no office is: "Lang (R-Ohio)"."""
    party = party_after(document, names[number])
    return None if party is None else Role(party.name.lower(), party.state, party.start, party.end)


#: What somebody may be head, leader or spokesman of, before the word.
_FIELDS = word_set(
    """union party opposition campaign commission committee council police fire team club government company bank school
    army navy military rebel church parliamentary presidential ministry hospital museum defence defense protest
    student strike village tribal militia guerrilla industry mission alliance group state television radio"""
)


def _is_title(low: str) -> bool:
    word = low.rstrip(".").removeprefix("ex-")
    return word in TITLES or word in ROLES


def _own(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where the name's own title begins: in "lawyer for Mr. Lang" and "adviser to President Lang" not at the front."""
    for at in range(stop - 1, first - 1, -1):
        if tokens[at].low in ("of", "for", "to"):
            rest = [token.low.rstrip(".") for token in tokens[at + 1 : stop]]
            if any(word in TITLE_HEADS for word in rest) or not rest:
                return at + 1
    return first


def _land(document: Document, at: int, demonyms: Mapping[str, str]) -> tuple[str, int]:
    """The country of a people's adjective and where it begins: "South Korean", "Sri Lankan" as one."""
    land = demonyms[document.tokens[at].low]
    if at > 0:
        if land.lower().startswith(document.tokens[at - 1].low + " "):
            return land, at - 1
        whole = f"{document.tokens[at - 1].low} {land.lower()}"
        if whole in load().lands:
            return load().lands[whole], at - 1
    return land, at


def _who(document: Document, name: Name, by_first: dict[int, Name]) -> Role | None:
    """ "X, who heads the Drell Institute,"."""
    tokens, at = document.tokens, name.last
    if at + 3 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].low != "who":
        return None
    office = _DOES.get(tokens[at + 2].low)
    of = by_first.get(at + 4 if tokens[at + 3].low == "the" else at + 3)
    if office is None or of is None or of.kind == "person":
        return None
    return Role(office, of.entity, tokens[at + 2].start, of.end)


def _for(document: Document, name: Name, by_last: dict[int, Name]) -> Role | None:
    """ "A lawyer for Lang, X, said": the role stands before what or whom it is for."""
    tokens, first = document.tokens, name.first
    of = by_last.get(first - 1) if first > 3 and tokens[first - 1].text == "," else None
    if of is None:
        return None
    at = of.first - 1
    while at > 1 and (tokens[at].low == "the" or tokens[at].low.rstrip(".") in TITLES):
        # "A lawyer for Mr. Lang, X, said".
        at -= 1
    if at < 1 or tokens[at].low not in ("for", "of") or tokens[at - 1].low not in ROLES:
        return None
    start = at - 1
    while start > 0 and (tokens[start - 1].low in TITLES or tokens[start - 1].low in _KEPT):
        start -= 1
    if start == 0 or tokens[start - 1].low not in ("a", "an", "the", "and", "said", "as", ","):
        return None
    words = " ".join(token.low for token in tokens[start:at])
    if of.kind != "person":
        return Role(words, of.entity, tokens[start].start, of.end)
    return Role(f"{words} {tokens[at].low} {of.entity}", None, tokens[start].start, of.end)


def _owned(document: Document, name: Name, by_last: dict[int, Name]) -> Role | None:
    """ "Drell's finance minister, X," and "Lang's lawyer X": the role stands between whose it is and the name."""
    tokens, stop = document.tokens, name.first
    stop -= stop > 0 and tokens[stop - 1].text == ","
    at = stop
    while at > 0 and stop - at < 5 and tokens[at - 1].low != "'s" and tokens[at - 1].low[0].isalpha():
        at -= 1
    owner = by_last.get(at - 1) if at > 1 and tokens[at - 1].low == "'s" else None
    words = [token.low.rstrip(".") for token in tokens[at:stop]]
    if owner is None or not words or words[-1] not in ROLES or owner.entity == name.entity:
        return None
    office = " ".join(_SHORT.get(word, word) for word in words)
    if owner.kind != "person":
        return Role(office, owner.entity, owner.start, tokens[stop - 1].end)
    return Role(f"{office} of {owner.entity}", None, owner.start, tokens[stop - 1].end)


def _after(document: Document, name: Name, by_first: dict[int, Name], demonyms: Mapping[str, str]) -> Role | None:
    """ "X, the president of Drell," and "X, former commander of the Drell Guard (DG),"."""
    tokens = document.tokens
    sentence = document.sentences[document.sentence_at(name.start)]
    at = name.last
    if at + 2 >= sentence.last or tokens[at].text not in (",", "(", "—", "–"):
        return None
    start = at + 1
    if tokens[start].text.isdigit() and start + 2 < sentence.last and tokens[start + 1].text == ",":
        start += 2
    stop = start
    seen = False
    while stop < sentence.last and stop - start < 14:
        low = tokens[stop].low
        if (
            low in (",", ".", ";", "—", "–", ":", '"', "“", "”")
            or (low == ")" and tokens[at].text == "(")
            or low in _BREAKS
        ):
            break
        if low in ROLES:
            seen = True
        if not seen and stop - start >= 6:
            return None
        stop += 1
    if not seen or stop == start:
        return None
    lead = tokens[start].low
    if (lead in ROLES | TITLES and stop < sentence.last and is_cue(tokens[stop].low)) or _listed(
        tokens, start, stop, by_first
    ):
        # "Charges against Lang, attorney says".
        return None
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


def _listed(tokens: Sequence[Token], start: int, stop: int, by_first: dict[int, Name]) -> bool:
    """Whether what stands behind a comma is one more of a list, no apposition: "Lang, his mother and Venn"."""
    if tokens[start].low not in ("his", "her", "their", "its"):
        return False
    words = range(start, min(stop + 1, len(tokens) - 1))
    return any(
        tokens[at].low == "and" and (tokens[at + 1].low in ("his", "her", "their", "the", "a") or at + 1 in by_first)
        for at in words
    ) or (tokens[min(stop, len(tokens) - 1)].low == "and")


def _apposition(
    document: Document, words: str, start: int, stop: int, by_first: dict[int, Name], demonyms: Mapping[str, str]
) -> Role:
    """Splits an apposition at "of": "the president of Drell" has the office "president", of Drell."""
    tokens = document.tokens
    low, high = tokens[start].start, tokens[stop - 1].end
    first = start + 1 if tokens[start].low in ("a", "an", "the") else start
    both = first + 1 < stop and tokens[first + 1].low in demonyms
    if both or tokens[first].low in demonyms:
        at = first + both
        place, begins = _land(document, at, demonyms)
        if begins == first and at + 1 < stop:
            return Role(_office(document, at + 1, stop), place, low, high)
    named = by_first.get(first)
    if named is not None and named.kind != "person" and named.last < stop:
        skip = named.last + (tokens[named.last].low == "'s")
        if skip < stop:
            return Role(_office(document, skip, stop), named.entity, low, high)
    for at in range(first + 1, stop - 1):
        if tokens[at].low in ("of", "for") and any(token.low in ROLES for token in tokens[first:at]):
            rest = at + 1 + (tokens[at + 1].low == "the")
            target = by_first.get(rest)
            office = " ".join(token.low for token in tokens[first:at])
            if target is not None and (target.last == stop or tokens[target.last].text == "("):
                return Role(office, target.entity, low, high)
            return Role(office, document.text[tokens[at + 1].start : high], low, high)
    return Role(words[tokens[first].start - low :], None, low, high)


def _office(document: Document, first: int, stop: int) -> str:
    """An office in words, without where it is held: "scholar" of "scholar at the Drell Institute"."""
    tokens = document.tokens
    end = next((at for at in range(first + 1, stop) if tokens[at].low in _WHERE), stop)
    return document.text[tokens[first].start : tokens[end - 1].end].lower()
