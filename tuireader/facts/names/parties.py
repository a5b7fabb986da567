"""A politician's party and state beside the name: "(R-Wis.)", "New York Republican Rep. Lang", "Democrat of Ohio"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuireader.facts.document import Document
from tuireader.facts.names.gazetteer import load
from tuireader.facts.names.tagging import Name
from tuireader.facts.words import ROLES, TITLES


class Party(NamedTuple):
    """A party, the state the politician is from if the text says so, and the span of both."""

    name: str
    state: str | None
    start: int
    end: int

    @property
    def text(self) -> str:
        """ "Republican, Ohio", in words."""
        return f"{self.name}, {self.state}" if self.state else self.name


#: What members of a party are called, each with the name it goes by here.
PARTIES = {
    "republican": "Republican", "gop": "Republican", "democrat": "Democrat", "democratic": "Democrat",
    "conservative": "Conservative", "tory": "Conservative", "labour": "Labour", "libertarian": "Libertarian",
    "socialist": "Socialist", "green": "Green",
}  # fmt: skip
_LETTERS = {"r": "Republican", "d": "Democrat", "i": "Independent"}
#: Short forms of states that newspapers write besides the usual ones.
_STATES = {"wisc.": "wis.", "penn.": "pa.", "cal.": "calif.", "kans.": "kan.", "tex.": "texas"}
_FROM = ("of", "from")


def party_before(document: Document, names: Sequence[Name], number: int) -> Party | None:
    """The party in the title before a name: "New York Republican Rep. Ivo Lang", "GOP Rep. Lang"."""
    tokens, name = document.tokens, names[number]
    at = name.first
    party = None
    while at > 0 and name.first - at < 6:
        low = tokens[at - 1].low.rstrip(".")
        if low in PARTIES and tokens[at - 1].text[0].isupper():
            party = PARTIES[low]
        elif low not in TITLES and low not in ROLES:
            break
        at -= 1
    if party is None or tokens[name.first - 1].low in ("minister", "secretary", "spokesman", "spokeswoman"):
        # "Labour Minister Lang".
        return None
    before = names[number - 1] if number else None
    if before is not None and before.last == at and before.kind == "place":
        return Party(party, before.entity, before.start, name.end)
    return Party(party, None, tokens[at].start, name.end)


def party_after(document: Document, name: Name) -> Party | None:
    """The party after a name: "(R-Wis.)", ", D-Ohio,", "(R)", ", Republican of Ohio", ", an Ohio Democrat,"."""
    tokens, at = document.tokens, name.last
    if at + 2 >= len(tokens) or tokens[at].text not in (",", "("):
        return None
    letter = _LETTERS.get(tokens[at + 1].low.rstrip("."))
    if letter is not None:
        return _by_letter(document, name, letter)
    at += 1
    while at + 1 < len(tokens) and (tokens[at].low in ("also", "a", "an", "himself", "herself", "then")):
        at += 1
    first = at
    state, at = _state(document, at)
    if at >= len(tokens) or tokens[at].low not in PARTIES or not tokens[at].text[0].isupper():
        return None
    party, end = PARTIES[tokens[at].low], tokens[at].end
    if state is None and at + 1 < len(tokens) and tokens[at + 1].low in _FROM:
        state, after = _state(document, at + 2)
        end = tokens[after - 1].end if state else end
    elif at + 1 < len(tokens) and tokens[at + 1].low not in (",", ".", ")", "and", "who", ";", "in"):
        # "A Democratic strategist": no party member is said to be one.
        return None
    return Party(party, state, tokens[first].start, end)


def _by_letter(document: Document, name: Name, party: str) -> Party | None:
    tokens, at = document.tokens, name.last + 2
    if at >= len(tokens):
        return None
    if tokens[at].text in ("-", "–", "—", "‐", "‑"):
        state, after = _state(document, at + 1)
        if state is None:
            return None
        after += tokens[after].text == ")" if after < len(tokens) else 0
        return Party(party, state, tokens[name.last].start, tokens[after - 1].end)
    return Party(party, None, tokens[name.last].start, tokens[at].end) if tokens[at].text == ")" else None


def _state(document: Document, at: int) -> tuple[str | None, int]:
    """The state or country a token begins, by its shown name, and where it ends."""
    tokens, lands = document.tokens, load().lands
    for size in (2, 1):
        low = " ".join(token.low for token in tokens[at : at + size])
        for form in (low, low + "."):
            land = lands.get(_STATES.get(form, form))
            if land is not None and tokens[at].text[0].isupper():
                dot = form != low and at + size < len(tokens) and tokens[at + size].text == "."
                return land, at + size + dot
    return None, at
