"""What one article brings to a comparison: its units, their words, stems and an index of them. Made once an article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tuireader.article import Article
from tuireader.passages.aliases import ALIASES
from tuireader.text.words import Word, stopwords, words
from tuireader.text.words import stem as snowball

#: Longer sentences are compared in pieces, so that a text without a full stop still has places to meet.
LONGEST = 64
_PIECE = 32
_UNION = {"states": "@usa", "kingdom": "@uk"}


class Unit(NamedTuple):
    """A sentence, or a piece of an overlong one: words ``first`` to ``last`` (half open) of its article."""

    first: int
    last: int
    paragraph: int
    quoted: bool
    title: bool


class Features:
    """An article made ready for comparison.

    ``starts``, ``ends``, ``folded``, ``stems`` run parallel over its compared words; ``units`` are what is compared;
    ``kinds`` holds the distinct stems of each unit, in order; ``places`` the units of each stem, in order.
    """

    __slots__ = ("_grams", "article", "ends", "folded", "key", "kinds", "places", "starts", "stems", "units")

    def __init__(self, article: Article) -> None:
        self.article = article
        self.key = (article.digest, article.id)
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.folded: list[str] = []
        self.stems: list[str] = []
        self.units: list[Unit] = []
        for sentence in article.sentences:
            first = len(self.starts)
            self._read(sentence.start, sentence.end)
            title = sentence.role != "body"
            for low, high in self._pieces(first, len(self.starts)):
                self.units.append(Unit(low, high, sentence.paragraph, sentence.quoted, title))
        self.kinds = [tuple(dict.fromkeys(self.stems[unit.first : unit.last])) for unit in self.units]
        self.places: dict[str, list[int]] = {}
        for number, kinds in enumerate(self.kinds):
            for kind in kinds:
                self.places.setdefault(kind, []).append(number)
        self._grams: list[frozenset[str] | None] = [None] * len(self.units)

    def _read(self, start: int, end: int) -> None:
        """Adds the words of a sentence. Hyphenated words come apart; characters without spaces go by twos."""
        text = self.article.text
        shouted = text[start:end].isupper()
        found = words(text, start, end)
        for place, word in enumerate(found):
            if "-" in word.folded:
                self._read_parts(word)
                continue
            form = word.folded
            if form == "us" and not shouted and text[word.start : word.start + 2] == "US":
                form = "u.s"
            key = stem(form)
            if len(form) == 1 and not form.isascii() and place + 1 < len(found):
                follower = found[place + 1]
                if follower.start == word.end and len(follower.folded) == 1:
                    key = form + follower.folded
            elif form in _UNION and self.folded[-1:] == ["united"]:
                key = self.stems[-1] = _UNION[form]
            self._add(word.start, word.end, form, key)

    def _read_parts(self, word: Word) -> None:
        start = word.start
        parts = word.folded.split("-")
        for place, part in enumerate(parts, 1):
            end = word.end if place == len(parts) else start + len(part)
            if part:
                self._add(start, end, part, stem(part))
            start = min(end + 1, word.end)

    def _add(self, start: int, end: int, form: str, key: str) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.folded.append(form)
        self.stems.append(key)

    def _pieces(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Cuts an overlong sentence where its punctuation stands, or else after so many words."""
        low = first
        while last - low > LONGEST:
            cut = low + _PIECE
            for place in range(low + _PIECE, low + LONGEST):
                if self.starts[place] - self.ends[place - 1] > 1:
                    cut = place
                    break
            yield low, cut
            low = cut
        if last > low:
            yield low, last

    def grams(self, unit: int) -> frozenset[str]:
        """The four-letter pieces of the unit's telling words: they meet where stems miss an inflection."""
        known = self._grams[unit]
        if known is None:
            letters = " ".join(kind for kind in self.kinds[unit] if kind not in stopwords())
            known = self._grams[unit] = frozenset(letters[place : place + 4] for place in range(len(letters) - 3))
        return known


@lru_cache(maxsize=1 << 16)
def stem(form: str) -> str:
    """What a folded word is compared by: its stem, or the key it shares with other names of the same thing."""
    alias = ALIASES.get(form)
    if alias is not None:
        return alias
    if form[0].isdigit():
        return form.replace(",", "")
    key = snowball(form)
    return ALIASES.get(key, key)
