"""Descriptions that stand for somebody named elsewhere: "the Drell chief", "the premier", "the company".

Only where it is sure: the office must be one that a person of the story holds and nobody else named in the article;
an organisation must be the only one there that the noun fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tuireader.facts.document import Document, Token
from tuireader.facts.listed import word_set
from tuireader.facts.names.gazetteer import load
from tuireader.facts.names.runs import NameKind
from tuireader.facts.names.tagging import Name
from tuireader.facts.saying import is_cue
from tuireader.facts.words import COMPANY_ENDS, HONORIFICS, TITLE_HEADS, TITLES

#: The offices each person of a story holds: the office in words, and of what.
Offices = Mapping[str, Sequence[tuple[str, str | None]]]


class Nominal(NamedTuple):
    """A description, from ``start`` to ``end``, and the kind and name of the entity it leads to."""

    start: int
    end: int
    kind: NameKind
    entity: str


_HEADS = (
    TITLE_HEADS
    - HONORIFICS
    - word_set("republican democrat agent representative private general major king queen prince princess")
) | word_set("head boss ceo ex-president ex-premier")
_SIDE = word_set("former acting interim late outgoing then ex")
_CHIEFS = word_set("chief head leader boss chairman chairwoman director president ceo secretary general commander")
_SAME = {
    "premier": ("prime", "minister"),
    "secretary-general": ("secretary", "general"),
    "director-general": ("director", "general"),
    "attorney-general": ("attorney", "general"),
    "ceo": ("chief", "executive"),
    "chairwoman": ("chairman",),
    "congresswoman": ("congressman",),
    "spokeswoman": ("spokesman",),
    "ex-president": ("former", "president"),
    "ex-premier": ("former", "prime", "minister"),
    "rep": ("congressman",),
    "representative": ("congressman",),
    "sen": ("senator",),
    "gov": ("governor",),
    "gen": ("general",),
}
_BODIES = word_set(
    """alliance company firm ministry party agency university committee court bank club council commission network
    newspaper airline carrier bureau institute foundation corporation association federation broadcaster station
    magazine bloc retailer automaker carmaker manufacturer bank insurer startup league union church hospital school
    college museum paper group team bloc lender"""
)
_FIRMS = word_set("company firm corporation")
#: What may follow a description: no noun, of which it would only be a part ("the party line").
_AFTER = word_set(
    """'s , . ; : ) ! ? — – - is was has had will would also to in on at by from with and or but that which who for as
    after before when while because could can may might did does are were have been not than about over under since
    if so until during then later again should must himself herself itself into against now
    does made makes took takes gave gives met meets went goes came comes told tells knew knows left leaves wants says"""
) | frozenset(["”", '"', "’s"])
#: How many sentences back the one described must have been named, where the description says no more than an office.
_NEAR_PERSON, _NEAR_BODY = 12, 5


def find(
    document: Document, names: Sequence[Name], offices: Offices, bodies: Mapping[str, frozenset[str]]
) -> Iterator[Nominal]:
    """The descriptions of one article, in order. ``bodies`` are nouns each organisation goes by in the story."""
    tokens = document.tokens
    by_first = {name.first: name for name in names}
    by_last = {name.last: name for name in names}
    for index, token in enumerate(tokens):
        if token.low == "the":
            owner, first = None, index + 1
        elif token.low == "'s" and index in by_last and by_last[index].kind != "person":
            owner, first = by_last[index], index + 1
        else:
            continue
        start = owner.start if owner else token.start
        found = _office(document, by_first, by_last, owner, index, first, start, names, offices)
        if found is None and owner is None:
            found = _body(document, by_first, index, names, bodies)
        if found is not None:
            yield found


def _office(
    document: Document,
    by_first: dict[int, Name],
    by_last: dict[int, Name],
    owner: Name | None,
    before: int,
    first: int,
    start: int,
    names: Sequence[Name],
    offices: Offices,
) -> Nominal | None:
    """A person by office: "the former Drell premier", "Drell's president", "the president of Drell"."""
    tokens = document.tokens
    of = {owner.entity} if owner else set()
    words: list[str] = []
    at = first
    while at < len(tokens) and at - first < 7:
        name, low = by_first.get(at), tokens[at].low
        if name is not None and name.kind != "person" and not words:
            of.add(name.entity)
            at = name.last
        elif low in load().demonyms and not words:
            of.add(load().demonyms[low])
            at += 1
        elif low in TITLES or low in _HEADS or low in _SIDE:
            words.append(low)
            at += 1
        else:
            break
    if not words or words[-1] not in _HEADS | {"general"} or words[-1:] == words[:1] == ["general"]:
        return None
    end = tokens[at - 1].end
    if at < len(tokens) and tokens[at].low == "of":
        target = by_first.get(at + 2 if at + 1 < len(tokens) and tokens[at + 1].low == "the" else at + 1)
        if target is None or target.kind == "person" or of:
            return None
        of.add(target.entity)
        at, end = target.last, target.end
    if not _ends(tokens, at) or at in by_first or (at + 1 in by_first and tokens[at].text in ",—–("):
        # "The president, Ivo Lang": a title beside the name.
        return None
    if before and tokens[before - 1].text == "," and before - 1 in by_last and by_last[before - 1].kind == "person":
        return None
    person = _holder(document, names, start, _plain(words), of, offices)
    return None if person is None else Nominal(start, end, "person", person)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens):
        return True
    low = tokens[at].low
    return low in _AFTER or is_cue(low) or low.endswith(("ed", "ly"))


def _plain(words: Sequence[str]) -> frozenset[str]:
    return frozenset(part for word in words for part in _SAME.get(word, (word,)))


def _holder(
    document: Document, names: Sequence[Name], start: int, words: frozenset[str], of: set[str], offices: Offices
) -> str | None:
    here = document.sentence_at(start)
    last: dict[str, int] = {}
    for name in names:
        if name.kind == "person" and name.start < start:
            last[name.entity] = document.sentence_at(name.start)
    certain, likely = [], []
    for person, held in offices.items():
        grades = [_grade(words, of, _plain(office.split()), place) for office, place in held]
        best = max(grades, default=0)
        if best == 2:
            certain.append(person)
        if best and person in last:
            likely.append(person)
    if of and len(certain) == 1:
        return certain[0]
    if len(likely) != 1 or here - last[likely[0]] > _NEAR_PERSON or len(certain) > 1:
        return None
    return likely[0]


def _grade(words: frozenset[str], of: set[str], office: frozenset[str], place: str | None) -> int:
    """2 for the same office of the same place or body, 1 where one of the two does not say of what, else 0."""
    if of and place is not None and place not in of:
        return 0
    if ("former" in words) != ("former" in office):
        return 0
    here, there = words - _SIDE, (office & (TITLES | _HEADS)) - _SIDE - HONORIFICS
    if here == there:
        return 2 if of and place in of else 1
    leads = bool(of) and place in of and here <= _CHIEFS and there <= _CHIEFS
    return 2 if leads else 0


def _body(
    document: Document,
    by_first: dict[int, Name],
    index: int,
    names: Sequence[Name],
    bodies: Mapping[str, frozenset[str]],
) -> Nominal | None:
    """An organisation by a noun: "the ministry", "the Alliance"."""
    tokens = document.tokens
    if index + 1 >= len(tokens) or index + 1 in by_first or tokens[index + 1].low not in _BODIES:
        return None
    noun = tokens[index + 1]
    if not _ends(tokens, index + 2) or index + 2 in by_first:
        return None
    here = document.sentence_at(noun.start)
    last: dict[str, int] = {}
    open_ones = [-_NEAR_BODY]
    for name in names:
        if name.kind == "organisation" and name.start < noun.start and not bodies.get(name.entity):
            # What this one is nobody says: it may be meant as well.
            open_ones.append(document.sentence_at(name.start))
        if name.kind == "organisation" and noun.low in bodies.get(name.entity, ()):
            if name.start > noun.start and name.entity not in last:
                # One more the noun fits is named further on.
                return None
            if name.start < noun.start:
                last[name.entity] = document.sentence_at(name.start)
    if len(last) != 1:
        return None
    ((entity, sentence),) = last.items()
    if here - sentence > _NEAR_BODY or max(open_ones) >= sentence:
        return None
    return Nominal(tokens[index].start, noun.end, "organisation", entity)


def body_nouns(documents: Sequence[tuple[Document, Sequence[Name]]], offices: Offices) -> dict[str, frozenset[str]]:
    """The nouns each organisation of a story goes by: those in its name, beside it ("the Drell alliance", "carmaker
    Vorn") and in an apposition ("Vorn, a company that ...")."""
    found: dict[str, set[str]] = {}
    led = sorted(
        {
            of
            for held in offices.values()
            for office, of in held
            if of and {"secretary", "general"} <= _plain(office.split())
        }
    )
    for document, names in documents:
        tokens = document.tokens
        for name in names:
            if name.kind != "organisation" or name.people:
                continue
            nouns = found.setdefault(name.entity, set())
            nouns |= _BODIES & {tokens[at].low for at in range(max(0, name.first - 1), min(name.last + 1, len(tokens)))}
            words = name.entity.lower().split()
            nouns |= _BODIES & set(words)
            if words[-1].rstrip(".") in COMPANY_ENDS:
                nouns |= _FIRMS
            if (
                name.last + 1 < len(tokens)
                and tokens[name.last].text == ","
                and tokens[name.last + 1].low in ("a", "an", "the")
            ):
                after = [token.low for token in tokens[name.last + 2 : name.last + 7]]
                stop = next((at for at, low in enumerate(after) if not low[0].isalpha()), len(after))
                nouns |= set(after[:stop]) & _BODIES
    for entity in led:
        if not found.get(entity) and entity.isupper():
            # What has a secretary general, and says no more of itself, is no company.
            found[entity] = {"alliance", "bloc"}
    return {entity: frozenset(nouns) for entity, nouns in found.items()}
