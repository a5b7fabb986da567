"""Whose a quantity is: the troops of a mission, the share of a party."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.names import Name
from tuireader.facts.quantity import Quantity
from tuireader.facts.saying import is_cue
from tuireader.facts.units import is_money

#: Nouns that stand for an organisation or country named before ("this mission").
_STANDINS = word_set(
    """mission force alliance party group company agency bank union coalition country team organisation
    organization contingent delegation club firm movement government university army bloc council committee
    city state island province region kingdom"""
)
_OWNS = word_set("has have had with from contributes contributing contributed received receive won sent sends of")
_PAYS = word_set(
    """spent spend spends paid pay pays earned earns received receives donated donates owes owed raised raises won
    lost borrowed gave gives contributed contributes invested invests sold bought has have had got offered
    pledged allocated"""
)
_LINKS = word_set("of in for from by to at among within")


def holders(document: Document, names: Sequence[Name], quantities: Sequence[Quantity]) -> list[str | None]:
    """The holder of each quantity, an entity or None."""
    around = _Around(document, names)
    return [around.holder(quantity) for quantity in quantities]


class _Around:
    """An article's names, to be looked up by where they stand."""

    def __init__(self, document: Document, names: Sequence[Name]) -> None:
        self.document = document
        self.names = names
        self.firsts = [name.first for name in names]
        #: For each noun, where a name stands beside it and which ("the Drell mission").
        self.standins: dict[str, tuple[list[int], list[str]]] = {}
        for name in names:
            if name.kind == "person":
                continue
            after = document.tokens[name.last : name.last + 1]
            for noun in (after[0].low if after else "", document.tokens[name.last - 1].low):
                if noun in _STANDINS:
                    where, who = self.standins.setdefault(noun, ([], []))
                    where.append(name.last)
                    who.append(name.entity)

    def between(self, low: int, high: int) -> list[Name]:
        """The names wholly between two tokens."""
        here = self.names[bisect_left(self.firsts, low) : bisect_left(self.firsts, high)]
        return [name for name in here if name.last <= high]

    def named_at(self, token: int) -> str | None:
        """The entity whose name begins at a token."""
        at = bisect_left(self.firsts, token)
        return self.names[at].entity if at < len(self.names) and self.firsts[at] == token else None

    def stood_for(self, token: int) -> str | None:
        """The entity last named beside the noun that stands at a token."""
        where, who = self.standins.get(self.document.tokens[token].low, ([], []))
        at = bisect_left(where, token)
        return who[at - 1] if at else None

    def holder(self, quantity: Quantity) -> str | None:
        """Whose a quantity is."""
        document = self.document
        sentence = document.sentences[document.sentence_at(quantity.outer)]
        first, last = document.at(quantity.outer), document.at(quantity.end)
        low, high = max(sentence.first, first - _REACH), min(sentence.last, last + _REACH)
        if quantity.age:
            return self._aged(low, first, last, high)
        if quantity.unit is not None and is_money(quantity.unit):
            return self._payer(low, first)
        opening = _clause_start(document, low, first)
        behind = self._behind(last, _clause_end(document, last, high))
        owned = self._owner(self.between(opening, first), first)
        if behind is not None and (owned is None or behind[1]):
            return behind[0]
        if owned is not None:
            return owned
        wider = self.between(low, opening)
        if not wider:
            return None
        return self._spoken_of(wider) if document.tokens[opening].low == "where" else wider[-1].entity

    def _aged(self, low: int, first: int, last: int, high: int) -> str | None:
        """Whose age it is: "Ana Costa, 47," and "the 47-year-old Costa"."""
        before = [name for name in self.between(low, first) if name.kind == "person"]
        after = [name for name in self.between(last, high) if name.kind == "person"]
        if before and first - before[-1].last <= 2:
            return before[-1].entity
        return after[0].entity if after and after[0].first - last <= 2 else None

    def _payer(self, low: int, first: int) -> str | None:
        """Who pays, gets or has money: the name before such a verb, where the verb stands near the sum."""
        for index in range(first - 1, max(low, first - 6) - 1, -1):
            if self.document.tokens[index].low in _PAYS:
                before = self.between(low, index)
                return before[-1].entity if before and index - before[-1].last <= 3 else None
        return None

    def _behind(self, first: int, last: int) -> tuple[str, bool] | None:
        """A holder behind the quantity, "in Drell" or "part of the mission"; True where it leaves no doubt."""
        tokens = self.document.tokens
        for index in range(first, min(last, first + 12)):
            low = tokens[index].low
            if low in ("part", "members", "member") and index + 2 < last and tokens[index + 1].low == "of":
                rest = index + 2 + (tokens[index + 2].low in ("the", "this"))
                entity = self.named_at(rest) or (self.stood_for(rest) if rest < last else None)
                if entity:
                    return entity, True
            if low in _LINKS and index + 1 < last:
                rest = index + 1
                while rest < last and tokens[rest].low in ("the", "this", "that", "its"):
                    rest += 1
                entity = self.stood_for(rest) if index + 1 < rest < last else None
                if entity:
                    return entity, False
                named = self.named_at(rest)
                if named and low in ("of", "in", "from", "for") and index - first <= 3:
                    part = any(tokens[other].low == "part" for other in range(index, min(last, index + 8)))
                    if not part:
                        return named, low == "of"
        return None

    def _owner(self, before: Sequence[Name], first: int) -> str | None:
        """The name that has it, of those before it in the clause: not one inside a phrase of place."""
        for name in reversed(before):
            following = [token.low for token in self.document.tokens[name.last : first]]
            if following and is_cue(following[0]):
                # "Costa said 300 people": whoever says it does not have it.
                return None
            if following[:1] == ["'s"] or any(word in _OWNS for word in following) or len(following) <= 6:
                return name.entity
        return before[-1].entity if before else None

    def _spoken_of(self, wider: Sequence[Name]) -> str:
        """In "the Drell mission in Vorn, where" the mission is spoken of, not Vorn."""
        name = wider[-1]
        preposition = self.document.tokens[name.first - 1].low if name.first else ""
        if preposition in ("in", "at", "near") and len(wider) > 1 and name.first - wider[-2].last <= 3:
            return wider[-2].entity
        return name.entity


#: How many tokens of its sentence, on either side, are searched for a holder.
_REACH = 60


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
