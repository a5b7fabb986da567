"""What a word is in scripts whose letters take marks, or that are written without spaces."""

from __future__ import annotations

import re

# Vowel signs and other marks are no letters to ``re``, but a word goes on over them, over joiners and soft hyphens.
_MARK = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b4d"
    "\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c4d\u0c81-\u0c83\u0cbc-\u0ccd\u0d00-\u0d03\u0d3b-\u0d4d\u0dca-\u0ddf"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f84\u102b-\u103e\u17b4-\u17d3"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200d\u2060\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
# Scripts written without spaces: every character is a word, and so "北京大学" shares two with "北京".
_SINGLE = (
    "\u3041-\u3098\u309d-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0ebd-\u0ec6\u1000-\u102a\u103f\u1780-\u17b3"
)


# In Thai and Lao a vowel is written before its consonant or after it; together they are about half a short word.
_CLUSTER = (
    "[\u0e40-\u0e44]?[\u0e01-\u0e2e][\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u00ad\u200b-\u200d\u2060]*"
    "|[\u0ec0-\u0ec4]?[\u0e81-\u0eae][\u0eb0-\u0ebc\u0ec8-\u0ecd\u00ad\u200b-\u200d\u2060]*"
)


def word_pattern(number: str, dotted: str) -> str:
    """A pattern for the words of any script; ``number`` and ``dotted`` are the patterns tried first."""
    return rf"{number}|[{_SINGLE}][{_MARK}]*|{dotted}|" + _spelt("'’‑-")


def piece_pattern(number: str, dotted: str) -> str:
    """As ``word_pattern``, but parted at hyphens, and Thai and Lao by syllables instead of letters."""
    return rf"{number}|{_CLUSTER}|[{_SINGLE}][{_MARK}]*|{dotted}|" + _spelt("'’")


def _spelt(joints: str) -> str:
    """A pattern for a word of letters with their marks, and with ``joints`` inside."""
    letter = rf"[^\W_{_SINGLE}]"
    return rf"{letter}(?:{letter}|[{_MARK}]|[{joints}](?={letter}))*"


def alone(written: str) -> bool:
    """Whether a word is a single character, with its marks, of a script that is written without spaces."""
    return _ALONE.match(written) is not None


_ALONE = re.compile(rf"[{_SINGLE}]")
