"""Words of a text, folded so that accents, case and inflection do not keep equal words apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# A word keeps inner apostrophes, hyphens and the points and commas of a number: "U.S", "Serb-majority", "4,700".
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’\-][^\W_]+)*")
_LETTERS = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


class Word(NamedTuple):
    """A word of a text: where it stands, and its folded form."""

    start: int
    end: int
    folded: str


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The word without case and accents: ``Vučić`` and ``VUCIC`` give ``vucic``. Idempotent."""
    if word.isascii():
        return word.lower()
    word = word.casefold().translate(_LETTERS)
    marks = unicodedata.normalize("NFKD", word)
    plain = "".join(char for char in marks if not unicodedata.combining(char))
    return plain.casefold().translate(_LETTERS).replace("’", "'")


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``text[start:end]`` in order, offsets in ``text``."""
    stop = len(text) if end is None else end
    return [Word(match.start(), match.end(), fold(match.group())) for match in _WORD.finditer(text, start, stop)]
