"""Who says what: verbs of saying, and the words they report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.quotes.clauses import Clause, Item
from tuireader.facts.quotes.reported import is_nominal, reported
from tuireader.facts.quotes.subjects import noun_phrase, phrase_after, subject_of
from tuireader.facts.quotes.tellers import speaks, tells
from tuireader.facts.saying import (
    CUES,
    NOUNLIKE,
    NOUNS,
    is_cue,
)

#: What stands before a noun that looks like a verb of saying ("a report", "its claims", "member states").
_NOUN_BEFORE = word_set(
    """a an the his her its their our my your this that these those of in on for with to by at from member united no
    any some all more many such both new first last other under about despite amid and 's between over against two
    three four five six seven eight nine ten public key swing battleground independent baltic gulf arab nordic islamic
    several few most recent earlier press news official formal false similar"""
)
#: What stands before a verb rather than before a noun.
_VERB_BEFORE = word_set(
    """he she they it we i you who which that has have had also then later not never often now once still again and but
    or will would could should can may might must did does do to just already even both simply then than today
    yesterday monday tuesday wednesday thursday friday saturday sunday been be was were is are everyone somebody
    nobody"""
)
_DETERMINERS = word_set("a an the his her their its this that these those 's")
#: "Said by phone": no speaker behind "by".
_MEANS = word_set("phone telephone email e-mail text letter video radio fax way")
_PASSIVE = word_set("is are was were be been being to")


class Attribution(NamedTuple):
    """Somebody says something: the verb, its subject, and the pieces it reports, as item numbers in a clause.

    ``subject`` is the slice of items that names the speaker; empty where it must be sought elsewhere. ``nominal`` says
    that no clause is reported but a thing or a deed: "urged them to go", "praised the plan".
    """

    clause: int
    cue: int
    subject: tuple[int, int]
    content: tuple[int, int]
    verb: str
    nominal: bool = False


def attributions(document: Document, found: Sequence[Clause]) -> list[Attribution]:
    """All attributions of a document's clauses."""
    made: list[Attribution] = []
    for number, clause in enumerate(found):
        for at, item in enumerate(clause.items):
            attribution = None
            if item.low in ("according", "per"):
                attribution = _according(number, clause.items, at)
            elif (
                item.low
                and (is_cue(item.low) or _reads(clause.items, at))
                and (at == 0 or document.tokens[item.first].text.islower())
            ):
                attribution = _at_verb(number, clause.items, at)
                if attribution is None and item.low in NOUNS:
                    attribution = _at_noun(number, clause.items, at)
            elif item.low in NOUNS:
                attribution = _at_noun(number, clause.items, at)
            elif item.quote is not None:
                attribution = _dash(number, clause.items, at)
            if attribution is not None:
                made.append(attribution)
    return _parted(found, made)


def _parted(found: Sequence[Clause], made: Sequence[Attribution]) -> list[Attribution]:
    """Ends what a verb reports where its subject says something more: "said that it rains | and warned of floods"."""
    parted = []
    for number, one in enumerate(made):
        items = found[one.clause].items
        low, high = one.content
        for other in made[number + 1 : number + 1 + _NEXT]:
            if other.clause != one.clause or other.subject[0] >= high:
                break
            if other.cue <= low:
                continue
            trailing = other.content[0] < low and other.content[1] <= other.subject[0]
            if not trailing and (other.subject[0] >= low or other.cue >= high):
                continue
            stop = other.subject[0] if trailing else other.cue
            while stop > low and items[stop - 1].low in _JOINS:
                stop -= 1
            if stop - low >= 2 and stop < (other.subject[0] if trailing else other.cue):
                high = stop
                break
        parted.append(one._replace(content=(low, high)))
    return parted


#: So many verbs of saying behind one are looked at.
_NEXT = 8
#: What stands before a second verb of saying with the same subject.
_JOINS = word_set(", and but while then also has have had he she they is was")


def _reads(items: list[Item], at: int) -> bool:
    """Whether "read" is what a paper does ("the article read"), or "put" what somebody does ("as Lang put it").

    The plain form of a verb that need not be one of saying is none elsewhere.
    """
    if items[at].low == "put":
        return at + 1 < len(items) and items[at + 1].low == "it"
    return items[at].low == "read" and at > 0 and any(tells(item.low) for item in items[max(0, at - 2) : at])


def _according(number: int, items: list[Item], at: int) -> Attribution | None:
    """ "According to the ministry, ..." and "..., according to the ministry"."""
    start = at + 2 if items[at].low == "according" else at + 1
    if start >= len(items) or (items[at].low == "according" and items[at + 1].low != "to"):
        return None
    if items[at].low == "per" and (at == 0 or (items[at - 1].low != "," and items[at - 1].quote is None)):
        return None
    subject = phrase_after(items, start)
    if subject[1] <= subject[0]:
        return None
    paper = None
    for index in range(start, min(subject[1], start + 8)):
        if items[index].low in ("of", "by", "from", "in", "on", "with", "to", ","):
            break
        paper = index if tells(items[index].low) else paper
    subject = (start, paper + 1) if paper is not None else _apposed(items, subject)
    content = (0, at) if at > 1 else (_comma(items, subject[1]), len(items))
    return Attribution(number, at, subject, _inner(items, content), "according to")


def _apposed(items: list[Item], subject: tuple[int, int]) -> tuple[int, int]:
    """Of "according to the inspector in charge, Ana Lang," the person; else the subject as it is."""
    comma = _comma(items, subject[1])
    if comma < len(items) and items[comma].low == "," and speaks(items[subject[1] - 1].low):
        name = comma + 1
        person = items[name].name if name < len(items) else None
        closed = name + 1 >= len(items) or items[name + 1].low in (",", ".")
        if person is not None and person.kind == "person" and closed:
            return name, name + 1
    return subject


def _comma(items: list[Item], at: int) -> int:
    """The comma that ends a phrase that goes on with "in", "of" or the like at ``at``; else ``at``."""
    if at < len(items) and items[at].low in ("in", "of", "for", "at", "with", "on"):
        for index in range(at + 1, min(at + 9, len(items))):
            if items[index].low == ",":
                return index
    return at


def _dash(number: int, items: list[Item], at: int) -> Attribution | None:
    """ "'We are proud.' — Ivo Lang": a quote, a dash, a name."""
    dash = at + 1
    while dash < len(items) and items[dash].low in ("—", "―", "–", "-", "--"):
        dash += 1
    if dash == at + 1 or dash >= len(items) or len(items) - dash > 9:
        return None
    name = items[dash].name
    if name is None or name.kind == "place" or any(item.low in ("said", "says") for item in items[dash:]):
        return None
    return Attribution(number, at + 1, (dash, dash + 1), (at, at + 1), "—")


def _at_noun(number: int, items: list[Item], at: int) -> Attribution | None:
    """ "Lang's claim that the dam would hold", "her fear that it would not"."""
    if at + 2 >= len(items) or items[at + 1].low != "that" or not at:
        return None
    owner = at - 1
    while owner > 0 and at - owner < 4 and items[owner].low not in _OWNERS and items[owner].name is None:
        owner -= 1
    if items[owner].low == "'s" and owner > 0:
        subject = (owner - 1, owner) if items[owner - 1].name is not None else noun_phrase(items, owner - 1)
    elif items[owner].low in _OWNERS:
        subject = (owner, owner + 1)
    else:
        return None
    end = next((index for index in range(at + 3, len(items)) if items[index].low in (",", ";", ".")), len(items))
    return Attribution(number, at, subject, (at + 1, end), items[at].low)


_OWNERS = word_set("'s his her their its")


def _at_verb(number: int, items: list[Item], at: int) -> Attribution | None:
    verb = CUES[items[at].low]
    before = items[at - 1] if at else None
    if items[at].low in NOUNLIKE and (before is None or before.low in _NOUN_BEFORE or _is_noun(items, at)):
        return None
    if at + 1 < len(items) and items[at + 1].low == "by" and (at + 2 == len(items) or items[at + 2].low not in _MEANS):
        return None
    if before is not None and before.low in ("help", "helps", "helped"):
        return None
    if before is not None and before.low in _PASSIVE and not (items[at].low.endswith("ing") and before.low != "to"):
        return None
    bare = items[at].low == verb and verb in NOUNLIKE and items[min(at + 1, len(items) - 1)].low != "that"
    if bare and before is not None and before.name is not None:
        # "Her Drell Times report": a name has no bare verb behind it.
        return None
    subject = subject_of(items, at)
    if subject is None or _is_point(items, subject):
        return None
    content = reported(items, at, subject, verb)
    if content is None or items[content[0]].low in ("guilty", "not"):
        return None
    return Attribution(number, at, subject, content, verb, is_nominal(items, at, content, verb))


def _is_point(items: list[Item], subject: tuple[int, int]) -> bool:
    """Whether what is said is the noun before its subject: ", a point the ministry denied"."""
    first, last = subject
    if first > 1 and items[first - 1].low in _POINTS and items[first - 2].low in _DETERMINERS:
        return True
    return last - first > 3 and items[first].low in _DETERMINERS and items[first + 1].low in _POINTS


_POINTS = word_set("point claim charge allegation accusation view suggestion notion assertion idea fact something")


def _is_noun(items: list[Item], at: int) -> bool:
    """Whether a word that looks like a verb closes a noun phrase: "dubious claims", not "the ministry claims"."""
    before = items[at - 1]
    if before.name is not None or before.quote is not None or not before.low[:1].isalpha():
        return False
    if speaks(before.low) or tells(before.low) or before.low.endswith("ly") or before.low in _VERB_BEFORE:
        return False
    return not items[at].low.endswith("ed") or items[at - 2 if at > 1 else 0].low in _DETERMINERS


def _inner(items: list[Item], content: tuple[int, int]) -> tuple[int, int]:
    low, high = content
    while low < high and items[low].low in (",", ":"):
        low += 1
    while high > low and items[high - 1].low in (",", ".", ";"):
        high -= 1
    return low, high
