"""Words as search compares them. Text and query go through the same door, so that they cannot disagree."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tuireader.text import words as text_words

_JOINTS = frozenset("-'’‐‑")


class Token(NamedTuple):
    """A searchable word: where it stands in the text, and the form it is found by."""

    start: int
    end: int
    term: str


#: So many passages are kept in pieces: a query that is typed finds much the same ones at each letter.
_KEPT = 512


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The searchable words of ``text[start:end]`` in order.

    Case and accents are folded. Compounds count as their pieces ("Serb-majority" is found by "majority"), a possessive
    ending is left out, numbers lose their separators ("4,700" is "4700"), initials their points ("U.S." is "us").
    """
    found: list[Token] = []
    for low, high, folded in text_words.words(text, start, end):
        if folded.isalnum():
            found.append(Token(low, high, folded))
        elif _JOINTS.isdisjoint(folded):
            if term := _letters(folded):
                found.append(Token(low, high, term))
        else:
            found.extend(_pieces(text, low, high))
    return found


@lru_cache(maxsize=_KEPT)
def kept(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The same, for a passage that will be asked for again soon."""
    return tuple(tokens(text, start, end))


def _letters(folded: str) -> str:
    return "".join(char for char in folded if char.isalnum())


def _pieces(text: str, start: int, end: int) -> list[Token]:
    found = []
    low = start
    for at in range(start, end + 1):
        if at < end and text[at] not in _JOINTS:
            continue
        term = _letters(text_words.fold(text[low:at]))
        possessive = term == "s" and low > start and text[low - 1] in "'’"
        if term and not possessive:
            found.append(Token(low, at, term))
        low = at + 1
    return found
