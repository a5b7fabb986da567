"""Leads the subject of a verb of saying to a person or organisation of the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tuireader.facts.document import Document
from tuireader.facts.listed import word_set
from tuireader.facts.names.gazetteer import load
from tuireader.facts.names.parties import PARTIES
from tuireader.facts.names.roles import Role
from tuireader.facts.names.tagging import Name
from tuireader.facts.names.traits import Trait
from tuireader.facts.quotes.clauses import Item
from tuireader.facts.words import KIN, ROLES, TITLE_HEADS

_LEADERS = word_set(
    """chief head leader president chairman chairwoman director general boss premier minister chancellor
    commander ceo"""
)
#: What makes another office of one: a vice president is no president.
_SIDES = word_set("former vice deputy")
_PARTY_NAMES = frozenset(PARTIES.values())
_FEMALE = word_set(
    """ms mrs miss queen princess lady dame congresswoman chairwoman spokeswoman mother wife sister daughter"""
)
_MALE = word_set("mr king prince lord sir congressman chairman spokesman father husband brother son")


@dataclass(slots=True, eq=False, repr=False)
class Cast:
    """The people of a story: the offices each holds anywhere in it, and who is called he or she."""

    offices: dict[str, Counter[tuple[str, str | None]]] = field(default_factory=dict)
    gender: dict[str, Counter[str]] = field(default_factory=dict)

    def learn(self, document: Document, names: Sequence[Name], roles: dict[int, Role]) -> None:
        """Takes in one article."""
        for number, role in roles.items():
            person = names[number].entity
            self.offices.setdefault(person, Counter())[(role.office.lower(), role.of)] += 1
            for word in role.office.lower().split():
                self._hear(person, word)
        for name in names:
            if name.kind == "person" and name.first:
                self._learn_kin(document, name)
                self._hear(name.entity, document.tokens[name.first - 1].low.rstrip("."))

    def learn_parties(self, traits: Sequence[Trait]) -> None:
        """Takes in who is of which party and state, for "the Ohio Democrat"."""
        for trait in traits:
            if trait.slot in _PARTY_NAMES:
                state = trait.text.partition(", ")[2]
                if state:
                    self.offices.setdefault(trait.entity, Counter())[(trait.slot.lower(), state)] += 1

    def _learn_kin(self, document: Document, name: Name) -> None:
        """Takes "his wife, Ana" for Ana."""
        kin = kin_before(document, name)
        if kin:
            self.offices.setdefault(name.entity, Counter())[(kin, None)] += 1
            self._hear(name.entity, kin)

    def _hear(self, person: str, word: str) -> None:
        side = "she" if word in _FEMALE else "he" if word in _MALE else ""
        if side:
            self.gender.setdefault(person, Counter())[side] += 1

    def fits(self, person: str, pronoun: str) -> bool:
        """Whether "he" or "she" can be this person."""
        heard = self.gender.get(person)
        if not heard or pronoun not in ("he", "she"):
            return True
        return heard[pronoun] >= max(heard.values())

    def called(self, person: str) -> bool:
        """Whether the story shows that this person is a he or a she."""
        return bool(self.gender.get(person))

    def holder(self, words: Sequence[str], named: Sequence[Name], near: Sequence[str]) -> str | None:
        """The person meant by "the Drell chief" or "the Secretary General"; of several the one last named."""
        nouns = [word for word in words if word in ROLES or word in TITLE_HEADS]
        if not nouns or ("'s" in words and words[-1] not in nouns and words[-1] not in load().lands):
            return None
        head = nouns[-1]
        nouns += [word for word in words if word in _SIDES]
        places = {name.entity for name in named if name.kind != "person"}
        places |= {load().demonyms[word] for word in words if word in load().demonyms}
        best: list[tuple[int, int, str]] = []
        for person, offices in self.offices.items():
            points = max((_fit(office, of, head, nouns, places) for office, of in offices), default=0)
            if points:
                recency = near.index(person) if person in near else len(near) + 1
                best.append((-points, recency, person))
        if not best:
            return None
        best.sort()
        if len(best) > 1 and best[0][0] == best[1][0] and best[0][1] == best[1][1]:
            return None
        points, recency, person = best[0]
        return person if recency <= len(near) or points <= -3 else None


def kin_before(document: Document, name: Name) -> str:
    """The noun of kin right before a name ("his wife, Ana"), empty where there is none."""
    before = document.tokens[max(0, name.first - 2) : name.first]
    if before and before[-1].low in KIN:
        return before[-1].low
    return before[0].low if len(before) == 2 and before[1].text == "," and before[0].low in KIN else ""


def _fit(office: str, of: str | None, head: str, nouns: list[str], places: set[str]) -> int:
    words = office.split()
    if "former" in words and "former" not in nouns:
        return 0
    same = head in words
    if head in PARTIES and not places:
        return 0
    if places and of is not None and of not in places:
        return 0
    if same and all(noun in words for noun in nouns):
        return 3 if not places or of in places else 2
    if (
        head in _LEADERS
        and any(word in _LEADERS for word in words)
        and places
        and of in places
        and "deputy" not in words
    ):
        return 2
    return 0


def spoken_words(document: Document, items: Sequence[Item]) -> list[str]:
    """The words of a noun phrase in lower case, names included."""
    return [token.low for item in items for token in document.tokens[item.first : item.last]]
