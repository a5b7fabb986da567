"""What one article brings to a comparison: its units, their words, stems and an index of them. Made once an article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from itertools import compress
from typing import NamedTuple

from tuireader.article import TOLD, Article, Span
from tuireader.passages.words.quotations import quotations
from tuireader.passages.words.vocabulary import Care, stem, vocabulary_of
from tuireader.text.words import pieces, stopwords
from tuireader.text.words import stem as snowball

#: Longer sentences are compared in pieces, so that a text without a full stop still has places to meet.
LONGEST = 64
_PIECE = 32
#: Of a script without spaces, fewer characters are no more than a word.
_CHARACTERS = 5
_MARKS = frozenset(',;:—–-()"“”«»、，；：')
_QUOTES = frozenset('"“”«»„')
_ENDS = frozenset('.!?…:;"”’»)。！？')
#: A sentence with more words in capitals is written like a headline.
_HEADLINE = 0.6
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
        "_alone",
        "_clauses",
        "_closes",
        "_grams",
        "_opens",
        "_plains",
        "_quoted",
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
        self.ends: list[int] = []
        self.units: list[Unit] = []
        self._opens: dict[int, int] = {}
        self._closes: dict[int, int] = {}
        self._read(self._cut())
        self.kinds = [tuple(dict.fromkeys(self.stems[unit.first : unit.last])) for unit in self.units]
        self.sets = [frozenset(kinds) for kinds in self.kinds]
        places: defaultdict[str, list[int]] = defaultdict(list)
        for number, kinds in enumerate(self.kinds):
            for kind in kinds:
                places[kind].append(number)
        self.places: dict[str, list[int]] = dict(places)
        self._grams: list[frozenset[str] | None] = [None] * len(self.units)
        self._plains: list[frozenset[str] | None] = [None] * len(self.units)
        self._clauses: dict[int, list[int]] = {}
        self._quoted: dict[int, list[tuple[int, int]]] | None = None

    def _cut(self) -> list[str]:
        """Finds the compared words and units; returns the words as they are written."""
        article, found = self.article, pieces(self.article.text)
        starts, written = self.starts, []
        block = segment = 0
        before = None
        for sentence in article.sentences:
            if before and sentence.paragraph != before.paragraph:
                block += before.role != "body" or article.text[before.end - 1] in _ENDS
                skipped = article.parts[before.paragraph + 1 : sentence.paragraph]
                segment += before.role == "title" or any(part.role not in TOLD for part in skipped)
            before = sentence
            low, high = bisect_left(found.starts, sentence.start), bisect_left(found.starts, sentence.end)
            first = len(starts)
            starts += found.starts[low:high]
            self.ends += found.ends[low:high]
            written += found.written[low:high]
            for start, end in self._pieces(first, len(starts)):
                self.units.append(Unit(start, end, block, segment))
            if low < high:
                self._opens[first] = sentence.start
                self._closes[len(starts)] = sentence.end
        return written

    def _read(self, written: Sequence[str]) -> None:
        """Looks the words up as the article's language has them. Characters without spaces go by twos."""
        entries = map(vocabulary_of(written).__getitem__, written)
        columns = zip(*entries, strict=True) if written else iter([()] * 4)
        self.folded: list[str] = list(next(columns))
        self.stems: list[str] = list(next(columns))
        self.capital: list[bool] = list(next(columns))
        care: Sequence[Care] = next(columns)
        self._alone: set[int] = set()
        text = self.article.text
        for sentence in self.article.sentences:
            if text[sentence.start : sentence.end].isupper():
                low, high = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
                self.capital[low:high] = [False] * (high - low)
        self._lower()
        for place in compress(range(len(care)), care):
            self._look_again(place, care[place])

    def _lower(self) -> None:
        """A capital tells nothing where every word has one, or the first: such words are no names if seen without."""
        without = {folded for folded, capital in zip(self.folded, self.capital, strict=True) if not capital}
        for first, last, *_ in self.units:
            headline = sum(self.capital[first:last]) > _HEADLINE * (last - first)
            for place in range(first, last if headline else first + 1):
                if self.folded[place] in without:
                    self.capital[place] = False

    def _look_again(self, place: int, care: Care) -> None:
        """What a word is compared by, among its neighbours."""
        folded, stems = self.folded, self.stems
        if care == "us" and self.capital[place]:
            folded[place] = "u.s"
            stems[place] = stem("u.s")
        elif care == "union" and place and folded[place - 1] == "united":
            stems[place - 1] = stems[place] = _UNION[folded[place]]
        elif care == "name" and self.capital[place]:
            stems[place] = snowball(folded[place])
        elif care == "alone" and self.starts[place + 1 : place + 2] == [self.ends[place]]:
            self._alone.add(place)
            stems[place] = folded[place] + folded[place + 1]

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

    def renamed(self, names: Mapping[str, str]) -> Features:
        """The same article with other stems for some, none of which it has yet."""
        new = copy(self)
        new.stems = [names.get(stem, stem) for stem in self.stems]
        new.kinds = [tuple([names.get(kind, kind) for kind in kinds]) for kinds in self.kinds]
        new.sets = [frozenset(kinds) for kinds in new.kinds]
        new.places = {names.get(stem, stem): where for stem, where in self.places.items()}
        new._grams = [None] * len(self.units)
        new._plains = [None] * len(self.units)
        return new

    def grams(self, unit: int) -> frozenset[str]:
        """The four-letter pieces of the unit's telling words: they meet where stems miss an inflection."""
        known = self._grams[unit]
        if known is None:
            stop = stopwords()
            letters = " ".join([kind for kind in self.kinds[unit] if kind not in stop])
            known = self._grams[unit] = frozenset([letters[place : place + 4] for place in range(len(letters) - 3)])
        return known

    def plains(self, unit: int) -> frozenset[str]:
        """The telling stems of a unit that are no names."""
        known = self._plains[unit]
        if known is None:
            known = self._plains[unit] = frozenset(self.plain(*self.units[unit][:2]))
        return known

    def span(self, first: int, last: int) -> Span:
        """The span of the words ``first`` to ``last`` (half open), with the marks around sentences and quotations."""
        start = self._opens.get(first, self.starts[first])
        start -= start > 0 and start == self.starts[first] and self.article.text[start - 1] in _QUOTES
        if last - 1 in self._alone and last not in self._closes:
            last += 1  # it was compared together with the character after it
        end = self._closes.get(last, self.ends[last - 1])
        if last < len(self.starts) and end == self.ends[last - 1]:
            end += len(self._closers(last))
        return self.article.span(start, end)

    def unit_at(self, place: int) -> int:
        """The number of the unit that the word at a place stands in."""
        return bisect_right(self.units, place, key=lambda unit: unit.first) - 1

    def named(self, place: int) -> bool:
        """Whether the word at a place is written as a name: capitalised, and no function word."""
        return self.capital[place] and self.folded[place] not in stopwords()

    def names(self, unit: int) -> frozenset[str]:
        """The stems of a unit that are written as names."""
        first, last = self.units[unit][:2]
        return frozenset(self.stems[place] for place in range(first, last) if self.named(place))

    def plain(self, first: int, last: int) -> set[str]:
        """The telling stems of a stretch of words that are no names; a few characters alone tell nothing."""
        if last - first < _CHARACTERS and first in self._alone:
            return set()
        stop = stopwords()
        capital, folded, stems = self.capital, self.folded, self.stems
        return {stems[place] for place in range(first, last) if not capital[place] and folded[place] not in stop}

    def quoted(self, unit: int) -> list[tuple[int, int]]:
        """What stands between quotation marks in a unit: first and last word (half open) of each quotation."""
        if self._quoted is None:
            self._quoted = {}
            for low, high in quotations(self.article.text):
                first, last = bisect_left(self.starts, low), bisect_left(self.starts, high)
                number = self.unit_at(first)
                while first < last:
                    end = min(last, self.units[number].last)
                    self._quoted.setdefault(number, []).append((first, end))
                    number, first = number + 1, end
        return self._quoted.get(unit, [])

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
