"""Words of a text, folded so that accents, case and inflection do not keep equal words apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

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
# A word keeps inner apostrophes and hyphens, a number its points and commas: "Serb-majority", "4,700", "U.S.".
_WORD = re.compile(
    rf"\d++(?:[.,]\d+)*+(?![^\W\d_])"
    rf"|[{_SINGLE}][{_MARK}]*"
    rf"|[^\W\d_](?:\.[^\W\d_])+\b(?:['’]s\b|\.(?:['’]s\b)?)?"
    rf"|[^\W_{_SINGLE}](?:[^\W_{_SINGLE}]|[{_MARK}]|['’‑-](?=[^\W_{_SINGLE}]))*"
)
_LATIN = re.compile(r"[a-z][a-z'-]*+")
_LETTERS = str.maketrans(
    {"đ": "d", "ł": "l", "ø": "o", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h"}
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_FUNCTION_WORDS = """
    a about above after again against all also although am among an and any are as at be because been before being
    below between both but by can cannot could did do does doing don't down during each either else ever every few for
    from further had has have having he her here hers herself him himself his how however i if in into is isn't it its
    itself just let me more most much must my myself neither no nor not now of off on once only or other our ours
    ourselves out over own per same shall she should since so some such than that the their theirs them themselves then
    there these they this those though through thus to too under until unto up upon us very was wasn't we were what when
    where whether which while who whom whose why will with within without would yet you your yours yourself
    yourselves
"""
_STOP = frozenset(_FUNCTION_WORDS.split())


class Word(NamedTuple):
    """A word of a text: where it stands, and its folded form.

    The span of a possessive covers its ending and ``folded`` leaves it out: "Kosovo’s" is lit whole and equals
    "Kosovo". Points are left out of dotted letters as well ("N.A.T.O." equals "NATO"), but "U.S." stays ``u.s``,
    apart from the pronoun.
    """

    start: int
    end: int
    folded: str


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The word without case and accents: ``Vučić`` and ``VUCIC`` give ``vucic``. Idempotent."""
    if word.isascii():
        return word.lower()
    while True:
        marks = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
        plain = "".join(char for char in marks if not unicodedata.combining(char))
        plain = unicodedata.normalize("NFC", plain.translate(_INVISIBLE).replace("’", "'").replace("‑", "-"))
        if plain == word:
            return plain
        word = plain


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    """The form of a word as it is compared: folded, without possessive ending and dots."""
    plain = fold(word)
    if plain.endswith("'s") and len(plain) > 2:
        plain = plain[:-2]
    if "." in plain and not plain[0].isdigit():
        bare = plain.replace(".", "")
        return plain.rstrip(".") if bare in _STOP else bare
    return plain


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``text[start:end]`` in order, offsets in ``text``.

    Chinese, Japanese kana, Thai, Lao, Burmese and Khmer give a word for each character.
    """
    stop = len(text) if end is None else end
    return [Word(match.start(), match.end(), _folded(match.group())) for match in _WORD.finditer(text, start, stop)]


@lru_cache(maxsize=1)
def _stemmer() -> object:
    from Stemmer import Stemmer

    return Stemmer("english", 0)


@lru_cache(maxsize=1 << 16)
def stem(folded: str) -> str:
    """The stem of a folded English word (Snowball English, Porter 2001): ``commitments`` gives ``commit``.

    Words that are not made of a to z and inner marks alone (numbers, "u.s", other scripts) come back as they are.
    """
    if not _LATIN.fullmatch(folded):
        return folded
    return str(_stemmer().stemWord(folded))  # type: ignore[attr-defined]


def stopwords() -> frozenset[str]:
    """English function words, folded: what binds a sentence together and says nothing of its subject."""
    return _STOP
