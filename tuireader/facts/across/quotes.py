"""Quotes across articles: the same words, other words inside the quotation marks, or turned into indirect speech."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, takewhile
from typing import NamedTuple

from tuireader.facts.across.context import Context
from tuireader.facts.across.drafts import Draft, Told, articles
from tuireader.facts.across.groups import Union
from tuireader.facts.across.kinship import contradicts, links
from tuireader.facts.across.linked import Link
from tuireader.facts.across.utterances import Utterance, utterances
from tuireader.facts.model import Reason
from tuireader.facts.quotes.finding import Said
from tuireader.facts.quotes.tellers import COUNTS
from tuireader.facts.reading import Reading

_WITHIN = ("part", "told")


class _Group(NamedTuple):
    """Utterances that are one fact: ``core`` is what is told, ``within`` are longer ones that hold it."""

    core: list[int]
    within: list[int]
    links: list[Link]


def compare(readings: Sequence[Reading], context: Context) -> list[Draft]:
    """Facts about quotes: told by several articles, or by one alone."""
    found = utterances(readings)
    by_article: dict[int, list[int]] = {}
    for number, one in enumerate(found):
        by_article.setdefault(one.article, []).append(number)
    people = {name.entity for reading in readings for name in reading.names if name.kind == "person"}
    linked = [
        link
        for one, other in combinations(sorted(by_article), 2)
        for link in links(found, by_article[one], by_article[other], context, people)
    ]
    return [_draft(found, group) for group in _of_one_statement(found, _groups(found, linked))]


def _groups(found: Sequence[Utterance], linked: Sequence[Link]) -> list[_Group]:
    """What is one fact: utterances that are linked, and those of several articles that hold a fragment."""
    union = Union(len(found))
    longer: dict[int, set[int]] = {}
    for link in linked:
        if link.how in _WITHIN:
            # A fragment is a fact of its own: the long quote it comes from may hold others too.
            short, long = sorted((link.one, link.other), key=lambda number: len(found[number].words))
            longer.setdefault(short, set()).add(long)
        else:
            union.join(link.one, link.other)
    held = {number for short, longs in longer.items() for number in (short, *longs)}
    made = []
    for core in union.sets():
        within = sorted(set().union(*(longer.get(number, ()) for number in core)) - set(core))
        if len(core) == 1 and not within and core[0] in held:
            continue
        here = {*core, *within}
        mine = [link for link in linked if link.one in here and link.other in here]
        made.append(_Group(core, within, [link for link in mine if link.how not in _WITHIN or not here <= {link.one}]))
    return made


def _of_one_statement(found: Sequence[Utterance], groups: Sequence[_Group]) -> list[_Group]:
    """Joins the pieces of one quote: groups of the very same statements with one outcome are one fact.

    What one article alone reports around a fragment that several quote is told with the fragment.
    """
    joined: dict[tuple[frozenset[tuple[int, int]], bool], _Group] = {}
    shared = set()
    for group in groups:
        statements = frozenset(found[number].statement for number in (*group.core, *group.within))
        if len({article for article, _ in statements}) > 1:
            shared |= {found[number].statement for number in group.core if found[number].said.direct}
        key = statements, any(link.how in ("voices", "altered", "cut", "beheaded") for link in group.links)
        before = joined.get(key)
        if before is None:
            joined[key] = group
        else:
            core = sorted({*before.core, *group.core})
            within = sorted({*before.within, *group.within} - set(core))
            joined[key] = _Group(core, within, [*before.links, *(x for x in group.links if x not in before.links)])
    return [
        group
        for group in joined.values()
        if len(group.core) > 1
        or group.within
        or found[group.core[0]].said.direct
        or not (found[group.core[0]].statement in shared or _is_news(found[group.core[0]].said))
    ]


def _is_news(said: Said) -> bool:
    """Whether what is reported is the article's own news: "Drell Radio has learned …", "according to early results …".

    Where it comes from is a fact about sources.
    """
    words = (said.speaker or "").lower().split()
    return said.cue == "learn" or (said.cue == "according to" and bool(words) and words[-1] in COUNTS)


class _Piece(NamedTuple):
    """What one article tells of a fact: a statement's utterances, in order."""

    members: list[int]
    told: Told


def _pieces(found: Sequence[Utterance], group: _Group, start_at: int) -> list[_Piece]:
    """One piece for each statement; what is quoted within reported words is shown with them."""
    by_statement: dict[tuple[int, int], list[int]] = {}
    for number in (*group.core, *group.within):
        by_statement.setdefault(found[number].statement, []).append(number)
    made = []
    for members in by_statement.values():
        members.sort(key=lambda number: (found[number].said.start, -found[number].said.end))
        shown: list[Utterance] = []
        for number in members:
            one = found[number]
            if not shown or one.said.end > shown[-1].said.end:
                shown.append(one)
        if len(shown) == 1:
            told = _from_difference(shown[0], start_at)
        else:
            text = " … ".join(one.text for one in shown)
            told = Told(shown[0].article, shown[0].said.shown, shown[-1].said.end, text)
        made.append(_Piece(members, told))
    return made


def _draft(found: Sequence[Utterance], group: _Group) -> Draft:
    members = [found[number] for number in (*group.core, *group.within)]
    ways = {link.how for link in group.links}
    differ = "altered" in ways
    pieces = _pieces(found, group, _alike_so_far(members) if differ else 0)
    told = [piece.told for piece in pieces]
    weight = float(sum(2 if one.said.direct else 1 for one in members))
    key = _key(found, group)
    if articles(told) < 2:
        return Draft("quote", key, "only", told, "one article has these words", weight=weight)
    place = {number: at for at, piece in enumerate(pieces) for number in piece.members}
    reasons = [Reason(place[link.one], place[link.other], link.how, link.says) for link in group.links]
    if differ:
        pairs = [(found[link.one], found[link.other]) for link in group.links if link.how == "altered"]
        both = not any(contradicts(one, other) for one, other in pairs)
        return Draft("quote", key, "differ", told, "words inside the quotation marks differ", both, weight, reasons)
    if "voices" in ways:
        return Draft("quote", key, "differ", told, "the same words, said by different people", False, weight, reasons)
    if "cut" in ways:
        why = "one quotes less of the sentence and ends it"
        return Draft("quote", key, "differ", told, why, True, weight, reasons)
    if "beheaded" in ways:
        why = "one leaves out how the sentence begins"
        return Draft("quote", key, "differ", told, why, True, weight, reasons)
    if ways & {"indirect", "told"}:
        direct = any(one.said.direct for one in members)
        why = "quoted in one article, in indirect speech in another" if direct else "said in nearly the same words"
    elif "part" in ways:
        why = "one quotes part of the other's words"
    else:
        why = "the same words but for small edits" if "edited" in ways else "the same words"
    return Draft("quote", key, "agree", told, why, weight=weight, reasons=reasons)


#: Quotes that begin alike for so many words are shown from the sentence in which they part.
_LONG_START = 20


def _alike_so_far(group: Sequence[Utterance]) -> int:
    """How many words all the quotes of a group begin with alike."""
    columns = zip(*(one.words for one in group), strict=False)
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))


def _from_difference(one: Utterance, alike: int) -> Told:
    """The quote; a long one that begins like the others, from the sentence in which it goes another way."""
    begins = max((end for end in one.sentence_ends if end <= alike and end < len(one.words)), default=0)
    if alike < _LONG_START or not begins:
        return Told(one.article, one.said.shown, one.said.end, one.text)
    start = one.starts[begins]
    return Told(one.article, start, one.said.end, " ".join(one.source[start : one.said.end].split()))


def _key(found: Sequence[Utterance], group: _Group) -> str:
    """Speaker and first words as first told: "Ivo Lang: We did what we could…"; quoted words before reported ones."""
    core = [found[number] for number in group.core]
    direct = [one for one in core if one.said.direct]
    telling = [one for one in direct if len(one.words) >= _TELLING] or [
        one for one in core if len(one.words) >= _TELLING
    ]
    first = min(telling or direct or core, key=lambda one: (one.article, one.said.start))
    every = [first, *core, *(found[number] for number in group.within)]
    speakers = [one.said.speaker for one in every if one.said.speaker]
    opening = first.text.removeprefix("that ").lstrip(",. ").split()
    text = " ".join(opening[:_OPENING]).rstrip(",;:. ") + ("…" if len(opening) > _OPENING else "")
    speaker = next((one for one in speakers if one[0].isupper()), speakers[0] if speakers else "")
    return f"{speaker}: {text}" if speaker else text


#: Fewer words say too little to name a fact by; so many are shown.
_TELLING, _OPENING = 4, 8
