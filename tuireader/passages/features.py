"""What one article brings to a comparison: its units, their words, stems and an index of them. Made once an article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tuireader.article import TOLD, Article, Span
from tuireader.passages.aliases import ALIASES
from tuireader.text.words import Word, stopwords, words
from tuireader.text.words import stem as snowball

#: Longer sentences are compared in pieces, so that a text without a full stop still has places to meet.
LONGEST = 64
_PIECE = 32
_MARKS = frozenset(',;:—–-()"“”«»、，；：')
_QUOTES = frozenset('"“”«»„')
_ENDS = frozenset('.!?…:;"”’»)。！？')
_UNION = {"states": "@usa", "kingdom": "@uk"}


class Unit(NamedTuple):
    """A sentence, or a piece of an overlong one: words ``first`` to ``last`` (half open) of its article.

    ``block`` numbers the paragraphs; a line that ends within a sentence ends none. ``segment`` numbers the stretches
    that nothing parts, neither page furniture nor the step from the title to the text.
    """

    first: int
    last: int
    block: int
    segment: int


class Features:
    """An article made ready for comparison.

    ``starts``, ``ends``, ``folded``, ``capital`` (written as a name), ``stems`` run parallel over its compared words;
    ``units`` are what is compared; ``kinds`` and ``sets`` hold the distinct stems of each unit; ``places`` the units of
    each stem, in order.
    """

    __slots__ = (
        "_clauses",
        "_closes",
        "_grams",
        "_opens",
        "_shouted",
        "article",
        "capital",
        "ends",
        "folded",
        "key",
        "kinds",
        "places",
        "sets",
        "starts",
        "stems",
        "units",
    )

    def __init__(self, article: Article) -> None:
        self.article = article
        self.key = (article.digest, article.id)
        self.starts: list[int] = []
        self._opens: dict[int, int] = {}
        self._closes: dict[int, int] = {}
        self.ends: list[int] = []
        self.folded: list[str] = []
        self.capital: list[bool] = []
        self.stems: list[str] = []
        self.units: list[Unit] = []
        block = segment = 0
        before = None
        for sentence in article.sentences:
            if before and sentence.paragraph != before.paragraph:
                block += before.role != "body" or article.text[before.end - 1] in _ENDS
                skipped = article.parts[before.paragraph + 1 : sentence.paragraph]
                segment += before.role == "title" or any(part.role not in TOLD for part in skipped)
            before = sentence
            first = len(self.starts)
            self._read(sentence.start, sentence.end)
            for low, high in self._pieces(first, len(self.starts)):
                self.units.append(Unit(low, high, block, segment))
            if first < len(self.starts):
                self._opens[first] = sentence.start
                self._closes[len(self.starts)] = sentence.end
        self.kinds = [tuple(dict.fromkeys(self.stems[unit.first : unit.last])) for unit in self.units]
        self.sets = [frozenset(kinds) for kinds in self.kinds]
        self.places: dict[str, list[int]] = {}
        for number, kinds in enumerate(self.kinds):
            for kind in kinds:
                self.places.setdefault(kind, []).append(number)
        self._grams: list[frozenset[str] | None] = [None] * len(self.units)
        self._clauses: dict[int, list[int]] = {}

    def _read(self, start: int, end: int) -> None:
        """Adds the words of a sentence. Hyphenated words come apart; characters without spaces go by twos."""
        text = self.article.text
        self._shouted = text[start:end].isupper()
        found = words(text, start, end)
        for place, word in enumerate(found):
            if "-" in word.folded:
                self._read_parts(word)
                continue
            form = word.folded
            if form == "us" and not self._shouted and text[word.start : word.start + 2] == "US":
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
        self.capital.append(self.article.text[start].isupper() and not self._shouted)
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

    def span(self, first: int, last: int) -> Span:
        """The span of the words ``first`` to ``last`` (half open), with the marks around sentences and quotations."""
        start = self._opens.get(first, self.starts[first])
        start -= start > 0 and start == self.starts[first] and self.article.text[start - 1] in _QUOTES
        end = self._closes.get(last, self.ends[last - 1])
        if last < len(self.starts) and end == self.ends[last - 1]:
            end += len(self._closers(last))
        return self.article.span(start, end)

    def named(self, place: int) -> bool:
        """Whether the word at a place is written as a name: capitalised, and no function word."""
        return self.capital[place] and self.folded[place] not in stopwords()

    def plain(self, first: int, last: int) -> set[str]:
        """The telling stems of a stretch of words that are no names."""
        stop = stopwords()
        capital, folded, stems = self.capital, self.folded, self.stems
        return {stems[place] for place in range(first, last) if not capital[place] and folded[place] not in stop}

    def quoted_within(self, first: int, last: int) -> bool:
        """Whether a quotation mark stands between the words at two places."""
        return first < last and not _QUOTES.isdisjoint(self.article.text[self.ends[first] : self.starts[last]])

    def quote_ends(self, place: int) -> bool:
        """Whether a quotation ends right before the word at a place."""
        return bool(self._closers(place))

    def _closers(self, place: int) -> str:
        """The marks that end a quotation before the word at a place: those that no space parts from the word before."""
        gap = self.article.text[self.ends[place - 1] : self.starts[place]]
        marks = "" if gap[:1].isspace() else "".join(gap.split(None, 1)[:1])
        return "" if _QUOTES.isdisjoint(marks) else marks

    def clauses(self, unit: int) -> list[int]:
        """Where the clauses of a unit begin, as punctuation parts them, and where the last one ends."""
        marks = self._clauses.get(unit)
        if marks is None:
            text, ends, starts = self.article.text, self.ends, self.starts
            first, last = self.units[unit][:2]
            gaps = ((place, text[ends[place - 1] : starts[place]]) for place in range(first + 1, last))
            inner = [place for place, gap in gaps if len(gap) > 1 and not _MARKS.isdisjoint(gap)]
            marks = self._clauses[unit] = [first, *inner, last]
        return marks


@lru_cache(maxsize=1 << 16)
def stem(form: str) -> str:
    """What a folded word is compared by: its stem, or the key it shares with other names of the same thing."""
    alias = ALIASES.get(form)
    if alias is not None:
        return alias
    if form[0].isdigit():
        return form.replace(",", "")
    key = snowball(form)
    return ALIASES.get(key, _synonyms().get(key, key))


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, str]:
    from tuireader.passages import synonyms

    known: dict[str, str] = {}
    for word, group in synonyms.read().items():
        known.setdefault(snowball(word), "=" + group)
    return known
