"""Whose a quantity is: the troops of a mission, the share of a party."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.names import Name
from tuireader.facts.quantities import Quantity
from tuireader.facts.units import is_money

#: Nouns that stand for an organisation or country named before ("this mission").
_STANDINS = word_set(
    """mission force alliance party group company agency bank union coalition country team organisation
    organization contingent delegation club firm movement government university army bloc council committee
    city state island province region kingdom"""
)
_OWNS = word_set("""has have had with from contributes contributing contributed received receive won sent sends of""")
_PAYS = word_set(
    """spent spend spends paid pay pays earned earns received receives donated donates owes owed raised raises won lost
    borrowed gave gives contributed contributes invested invests sold bought has have had got offered pledged allocated"""
)
_LINKS = word_set("of in for from by to at among within")


def holders(document: Document, names: Sequence[Name], quantities: Sequence[Quantity]) -> list[str | None]:
    """The holder of each quantity, an entity or None."""
    standins = _standins(document, names)
    return [_holder(document, names, standins, quantity) for quantity in quantities]


def _standins(document: Document, names: Sequence[Name]) -> list[tuple[int, str, str]]:
    """Where a name stands beside a noun that can stand for it later: token, noun, entity ("the Drell mission")."""
    found = []
    for name in names:
        if name.kind == "person":
            continue
        after = document.tokens[name.last : name.last + 1]
        if after and after[0].low in _STANDINS:
            found.append((name.last, after[0].low, name.entity))
        last = document.tokens[name.last - 1].low
        if last in _STANDINS:
            found.append((name.last, last, name.entity))
    return found


def _holder(
    document: Document, names: Sequence[Name], standins: Sequence[tuple[int, str, str]], quantity: Quantity
) -> str | None:
    tokens = document.tokens
    sentence = document.sentences[document.sentence_at(quantity.outer)]
    first, last = document.at(quantity.outer), document.at(quantity.end)
    clause_first = _clause_start(document, sentence.first, first)
    clause_last = _clause_end(document, last, sentence.last)
    behind = _behind(document, names, standins, last, clause_last)
    if quantity.age:
        people = [name for name in names if name.kind == "person" and sentence.first <= name.first < sentence.last]
        before = [name for name in people if name.last <= first]
        after = [name for name in people if name.first >= last]
        if before and first - before[-1].last <= 2:
            return before[-1].entity
        return after[0].entity if after and after[0].first - last <= 6 else (before[-1].entity if before else None)
    before_names = [name for name in names if clause_first <= name.first and name.last <= first]
    if quantity.unit is not None and is_money(quantity.unit):
        return _payer(document, names, sentence.first, first)
    owned = _owner(document, before_names, first)
    if behind is not None and (owned is None or behind[1]):
        return behind[0]
    if owned is not None:
        return owned
    wider = [name for name in names if sentence.first <= name.first and name.last <= clause_first]
    if wider and clause_first < first and tokens[clause_first].low in ("where", "which", "while", "with"):
        if tokens[clause_first].low == "where":
            return _place_spoken_of(document, wider)
        return wider[-1].entity
    return behind[0] if behind else (wider[-1].entity if wider else None)


def _clause_start(document: Document, low: int, at: int) -> int:
    """Back to the comma, semicolon or relative word that opens the clause."""
    index = at
    while index > low:
        token = document.tokens[index - 1]
        if token.text in ",;:—–":
            return index
        if token.low in ("where", "while", "which", "whereas"):
            return index - 1
        index -= 1
    return low


def _clause_end(document: Document, at: int, high: int) -> int:
    index = at
    while index < high and document.tokens[index].text not in ",;:.—–":
        index += 1
    return index


def _behind(
    document: Document, names: Sequence[Name], standins: Sequence[tuple[int, str, str]], first: int, last: int
) -> tuple[str, bool] | None:
    """A holder behind the quantity, "in Drell" or "part of the mission"; True where it leaves no doubt."""
    tokens = document.tokens
    for index in range(first, min(last, first + 12)):
        low = tokens[index].low
        if low in ("part", "members", "member") and index + 1 < last and tokens[index + 1].low == "of":
            rest = index + 2 + (tokens[min(index + 2, last - 1)].low in ("the", "this"))
            entity = _named_at(names, rest) or _stood_for(tokens[rest].low if rest < last else "", rest, standins)
            if entity:
                return entity, True
        if low in _LINKS and index + 1 < last:
            rest = index + 1
            while rest < last and tokens[rest].low in ("the", "this", "that", "its"):
                rest += 1
            entity = _stood_for(tokens[rest].low, rest, standins) if rest < last and rest > index + 1 else None
            if entity:
                return entity, False
            named = _named_at(names, rest)
            if named and low in ("of", "in", "from", "for") and index - first <= 3:
                part_of = any(tokens[other].low == "part" for other in range(index, min(last, index + 8)))
                if not part_of:
                    return named, low == "of"
    return None


def _named_at(names: Sequence[Name], token: int) -> str | None:
    return next((name.entity for name in names if name.first == token), None)


def _stood_for(noun: str, at: int, standins: Sequence[tuple[int, str, str]]) -> str | None:
    """The entity last named beside this noun."""
    fits = [entity for index, word, entity in standins if word == noun and index < at]
    return fits[-1] if fits else None


def _owner(document: Document, before: Sequence[Name], first: int) -> str | None:
    """The name that has it, of those before it in the clause: not one inside a phrase of place."""
    for name in reversed(before):
        following = [token.low for token in document.tokens[name.last : first]]
        if following[:1] == ["'s"] or any(word in _OWNS for word in following) or len(following) <= 6:
            return name.entity
    return before[-1].entity if before else None


def _payer(document: Document, names: Sequence[Name], low: int, first: int) -> str | None:
    """Who pays, gets or has money: the name before such a verb, where the verb stands near the sum."""
    for index in range(first - 1, max(low, first - 6) - 1, -1):
        if document.tokens[index].low in _PAYS:
            before = [name for name in names if low <= name.first and name.last <= index]
            return before[-1].entity if before and index - before[-1].last <= 3 else None
    return None


def _place_spoken_of(document: Document, wider: Sequence[Name]) -> str:
    """In "the Drell mission in Vorn, where" the mission is spoken of, not Vorn."""
    name = wider[-1]
    preposition = document.tokens[name.first - 1].low if name.first else ""
    if preposition in ("in", "at", "near") and len(wider) > 1 and name.first - wider[-2].last <= 3:
        return wider[-2].entity
    return name.entity
