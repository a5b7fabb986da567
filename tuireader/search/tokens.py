"""Words as search compares them. Text and query go through the same door, so that they cannot disagree."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.text import words as text_words

_JOINTS = frozenset("-'’‐‑")


class Token(NamedTuple):
    """A searchable word: where it stands in the text, and the form it is found by."""

    start: int
    end: int
    term: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The searchable words of ``text[start:end]`` in order.

    Case and accents are folded. Compounds count as their pieces ("Serb-majority" is found by "majority"), a possessive
    s is left out, numbers lose their separators ("4,700" is "4700"), initials are joined ("U.S." is "us").
    """
    found: list[Token] = []
    for word in text_words.words(text, start, end):
        low, high, folded = word.start, word.end, word.folded
        if len(folded) == 1 and _continues_initials(text, found, low):
            first = found.pop()
            found.append(Token(first.start, high, first.term + folded))
        elif folded.isalnum():
            found.append(Token(low, high, folded))
        elif folded[0].isdigit():
            found.append(Token(low, high, "".join(char for char in folded if char.isalnum())))
        else:
            found.extend(_pieces(text, low, high))
    return found


def _continues_initials(text: str, found: list[Token], start: int) -> bool:
    """Whether the letter at ``start`` goes on a run like "U.S": a point directly before it, a lone letter before that."""
    if not found or start < 2 or text[start - 1] != "." or found[-1].end != start - 1:
        return False
    last = found[-1]
    length = last.end - last.start
    return length == 1 or (length == 2 * len(last.term) - 1 and text[last.start + 1] == ".")


def _pieces(text: str, start: int, end: int) -> list[Token]:
    found = []
    low = start
    for at in range(start, end + 1):
        if at < end and text[at] not in _JOINTS:
            continue
        term = "".join(char for char in text_words.fold(text[low:at]) if char.isalnum())
        possessive = term == "s" and low > start and text[low - 1] in "'’"
        if term and not possessive:
            found.append(Token(low, at, term))
        low = at + 1
    return found
