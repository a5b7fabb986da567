"""What a reader takes for one character: a letter with its marks, a joined emoji, a flag, an Indic conjunct.

Lines are cut between such clusters and never within one. After the rules for extended grapheme clusters of Unicode
(UAX 29), by what the standard library knows of characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_EXTENDS = frozenset(("Mn", "Mc", "Me"))
#: Thai and Lao vowels that are letters to Unicode and stand on the letter before.
_VOWELS = frozenset("\u0e33\u0eb3")
_JOINER, _NO_JOINER = "\u200d", "\u200c"
#: The class of viramas, which join two consonants.
_VIRAMA = 9


def joined(text: str, place: int) -> bool:
    """Whether the character at ``place`` belongs to the one before it."""
    if not 0 < place < len(text):
        return False
    char, before = text[place], text[place - 1]
    if char < "\u0300":
        return before == _JOINER and not char.isspace() and not char.isascii()
    if char in (_JOINER, _NO_JOINER) or char in _VOWELS or "\U0001f3fb" <= char <= "\U0001f3ff":
        return not before.isspace()
    if unicodedata.category(char) in _EXTENDS:
        return not before.isspace()
    if before == _JOINER:
        return True
    if _flag(char) and _flag(before):
        return _flags_before(text, place) % 2 == 1
    if _vowel_or_tail(char):
        return _hangul(before)
    return char.isalpha() and unicodedata.combining(before) == _VIRAMA


def _flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _flags_before(text: str, place: int) -> int:
    """How many letters of flags stand before a place in a row: two of them make one flag."""
    start = place
    while start > 0 and _flag(text[start - 1]):
        start -= 1
    return place - start


def _vowel_or_tail(char: str) -> bool:
    """Whether it is a part of a Hangul syllable that stands under or beside the one before."""
    return "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7fb"


def _hangul(char: str) -> bool:
    return "\u1100" <= char <= "\u11ff" or "\uac00" <= char <= "\ud7fb" or "\ua960" <= char <= "\ua97c"


def floor(text: str, place: int, least: int = 0) -> int:
    """The last place at or before ``place`` where a cluster ends, beyond ``least``; ``place`` itself where none does.

    What is longer than a line is cut somewhere.
    """
    end = place
    while end > least and joined(text, end):
        end -= 1
    return end if end > least else place


def clusters(text: str) -> Iterator[str]:
    """The clusters of a text, in order."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not joined(text, place):
            yield text[start:place]
            start = place
