"""Words of a text, folded so that accents, case and inflection do not keep equal words apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

# A word keeps inner apostrophes and hyphens, a number its points and commas: "Serb-majority", "4,700", "U.S.".
_NUMBER = r"\d++(?:[.,]\d+)*+(?![^\W\d_])"
_DOTTED = r"[^\W\d_](?:\.[^\W\d_])+\b(?:['’]s\b|\.(?:['’]s\b)?)?"
_WORD = re.compile(rf"{_NUMBER}|{_DOTTED}|[^\W_]++(?:['’‑-][^\W_]++)*+")
# Most words are plain, and quickly told.
_PLAIN = r"[a-zA-Z][a-zA-Z]++(?![^\W_])(?:['’][^\W_]++)*+"
_PIECE = re.compile(rf"({_PLAIN}|{_NUMBER}|{_DOTTED}|[^\W_]++(?:['’][^\W_]++)*+)")
# Characters that this simple pattern would get wrong; a text that has one is read by the pattern of ``scripts``.
_EXOTIC = re.compile("[^\x00-\xac\xae-\u02ff\u0370-\u0482\u1e00-\u200a\u200e-\u205f\u2061-\u20cf\u2100-\u2bff]")
_LATIN = re.compile(r"[a-z][a-z'-]*+")
_LETTERS = str.maketrans(
    {"đ": "d", "ł": "l", "ø": "o", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h"}
)
#: Joiners, soft hyphens and the like: part of a word, but none of its letters.
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u0640\u200b\u200c\u200d\u2060\ufeff"))
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
        plain = unicodedata.normalize("NFC", plain.translate(INVISIBLE).replace("’", "'").replace("‑", "-"))
        if plain == word or not plain:  # a mark that stands alone is all there is
            return word
        word = plain


class Pieces(NamedTuple):
    """Words in columns: where each begins and ends, and how it is written. Compounds come apart at their hyphens."""

    starts: list[int]
    ends: list[int]
    written: list[str]


@lru_cache(maxsize=1 << 16)
def bare(word: str) -> str:
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
    return [
        Word(*match.span(), bare(match.group())) for match in _pattern(text, start, stop).finditer(text, start, stop)
    ]


def count_words(text: str, start: int, end: int) -> int:
    """How many words ``words`` finds. Much faster."""
    return len(_pattern(text, start, end).findall(text, start, end))


def _pattern(text: str, start: int, stop: int) -> re.Pattern[str]:
    return _WORD if _simple(text, start, stop) else _any_script()


def pieces(text: str) -> Pieces:
    """The words of a text as ``words`` finds them, but parted at hyphens, Thai by syllables. Much faster."""
    pattern = _PIECE if _simple(text, 0, len(text)) else _any_piece()
    found = pattern.split(text)
    edges = list(accumulate(map(len, found), initial=0))
    return Pieces(edges[1:-1:2], edges[2::2], found[1::2])


def _simple(text: str, start: int, stop: int) -> bool:
    return text.isascii() or _EXOTIC.search(text, start, stop) is None


@lru_cache(maxsize=1)
def _any_script() -> re.Pattern[str]:
    from tuireader.text.scripts import word_pattern

    return re.compile(word_pattern(_NUMBER, _DOTTED))


@lru_cache(maxsize=1)
def _any_piece() -> re.Pattern[str]:
    from tuireader.text.scripts import piece_pattern

    return re.compile(f"({piece_pattern(_NUMBER, _DOTTED)})")


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """What gives the stem of a word in lower case (Snowball, Porter 2001) in a language of ``languages.STEMMED``."""
    from Stemmer import Stemmer

    stem_word: Callable[[str], str] = Stemmer(language, 0).stemWord
    return stem_word


@lru_cache(maxsize=1 << 16)
def stem(folded: str) -> str:
    """The stem of a folded English word: ``commitments`` gives ``commit``.

    Words that are not made of a to z and inner marks alone (numbers, "u.s", other scripts) come back as they are.
    """
    if not _LATIN.fullmatch(folded):
        return folded
    return stemmer("english")(folded)


def stopwords() -> frozenset[str]:
    """English function words, folded: what binds a sentence together and says nothing of its subject."""
    return _STOP
