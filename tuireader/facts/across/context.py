"""How alike the surroundings of mentions are: words of their sentences, weighed by how rare they are in the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from tuireader.article import Span
from tuireader.facts.listed import word_set
from tuireader.facts.reading import Reading
from tuireader.facts.words import PERSON_LINKS
from tuireader.text.words import fold, stem

_STOP = (
    word_set(
        """a an the of in on at to for from by with and or but as than that which who whom whose where when
        while if is are was were be been being has have had do does did will would could should may might
        can must not no it its he she they we you i his her their our this these those there so because
        since until after before into over under about between through per each all both also just only
        even still already now then more most said says say told 's s t 'm re ve him them us me my your
        what how why out up down off again once other such some any very mr mrs ms during while yet
        however amid among against"""
    )
    | PERSON_LINKS
)

#: Spans of two articles that say the same, and how sure that is, 0 to 1.
ToldAlike = tuple[Span, Span, float]


class Pair(NamedTuple):
    """The same seen from one of the articles: its span first."""

    start: int
    end: int
    begin: int
    stop: int
    score: float


class Context:
    """The sentences of a story as weighed bags of words; names count as their entity, numbers as nothing.

    ``told_alike`` are spans of two articles that say the same, with a score from 0 to 1.
    """

    def __init__(self, readings: Sequence[Reading], told_alike: Sequence[ToldAlike] = ()) -> None:
        self._bags: list[list[frozenset[str]]] = [_sentence_words(reading) for reading in readings]
        spread: Counter[str] = Counter()
        sentences = 0
        for bags in self._bags:
            for bag in bags:
                sentences += 1
                spread.update(bag)
        self._weight = {word: log(1 + sentences / (1 + 2 * count)) + 0.1 for word, count in spread.items()}
        self._documents = [reading.document for reading in readings]
        self._alike = _by_pair(readings, told_alike)
        self._in_sentence: dict[tuple[int, int, int], list[Pair]] = {}
        for (one, other), pairs in self._alike.items():
            for pair in pairs:
                for sentence in self._sentences(one, pair.start, pair.end):
                    self._in_sentence.setdefault((one, other, sentence), []).append(pair)

    def told_alike(self, one: int, other: int) -> Sequence[Pair]:
        """The spans of two articles, by their numbers, that say the same."""
        return self._alike.get((one, other), ())

    def alike(self, one: int, mine: tuple[int, int], other: int, theirs: tuple[int, int]) -> float:
        """The best score of two spans that say the same and hold, or touch, a place in each article; 0 without."""
        return max(
            (
                pair.score
                for sentence in self._sentences(one, *mine)
                for pair in self._in_sentence.get((one, other, sentence), ())
                if pair.start < mine[1] and mine[0] < pair.end and pair.begin < theirs[1] and theirs[0] < pair.stop
            ),
            default=0.0,
        )

    def _sentences(self, article: int, start: int, end: int) -> range:
        """The sentences of an article that a span touches."""
        document = self._documents[article]
        return range(document.sentence_at(start), document.sentence_at(max(start, end - 1)) + 1)

    def words(self, article: int, sentence: int) -> frozenset[str]:
        """The content words of a sentence."""
        return self._bags[article][sentence]

    def weight(self, words: Iterable[str]) -> float:
        """The sum of the words' weights."""
        weights = self._weight
        return sum(weights.get(word, 1.0) for word in words)

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Weighed share of common words, 0 to 1 (Dice), of two bags."""
        common = one & other
        if not common:
            return 0.0
        return 2 * self.weight(sorted(common)) / (self.weight(sorted(one)) + self.weight(sorted(other)))

    def covered(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How much of the smaller bag stands in the other, 0 to 1."""
        common = one & other
        if not common:
            return 0.0
        return self.weight(sorted(common)) / min(self.weight(sorted(one)), self.weight(sorted(other)))


def shared_words(
    readings: Sequence[Reading], context: Context, one: tuple[int, int], other: tuple[int, int], most: int
) -> list[str]:
    """The rarest words, as the first writes them, that two sentences (article, sentence) have in common."""
    common = context.words(*one) & context.words(*other)
    document = readings[one[0]].document
    sentence = document.sentences[one[1]]
    tokens = document.tokens[sentence.first : sentence.last]
    written = {stem(fold(token.low)): token.text for token in reversed(tokens)}
    chosen = sorted(common, key=lambda word: (-context.weight([word]), word))[:most]
    return [word.removeprefix("@") if word.startswith("@") else written.get(word, word) for word in chosen]


def _by_pair(readings: Sequence[Reading], told_alike: Sequence[ToldAlike]) -> dict[tuple[int, int], list[Pair]]:
    number = {reading.document.id: at for at, reading in enumerate(readings)}
    found: dict[tuple[int, int], list[Pair]] = {}
    for one, other, score in told_alike:
        for a, b in ((one, other), (other, one)):
            if a.article in number and b.article in number:
                pair = Pair(a.start, a.end, b.start, b.end, score)
                found.setdefault((number[a.article], number[b.article]), []).append(pair)
    return found


def _sentence_words(reading: Reading) -> list[frozenset[str]]:
    document = reading.document
    tokens = document.tokens
    entity = {}
    for name in reading.names:
        for index in range(name.first, name.last):
            entity[index] = "@" + name.entity
    found = []
    for sentence in document.sentences:
        words = set()
        for index in range(sentence.first, sentence.last):
            named = entity.get(index)
            if named:
                words.add(named)
                continue
            low = tokens[index].low
            if low[0].isalpha() and low not in _STOP:
                words.add(stem(fold(low)))
        found.append(frozenset(words))
    return found


def around(reading: Reading, start: int, end: int, size: int = 7) -> frozenset[str]:
    """Content words within some tokens on either side of a span, in its sentence."""
    document = reading.document
    sentence = document.sentences[document.sentence_at(start)]
    first, last = document.at(start), document.at(end)
    words = set()
    for index in [*range(max(sentence.first, first - size), first), *range(last, min(sentence.last, last + size))]:
        low = document.tokens[index].low
        if low[0].isalpha() and low not in _STOP:
            words.add(stem(fold(low)))
    return frozenset(words)


def segment(reading: Reading, start: int, end: int) -> frozenset[str]:
    """Content words around a span: back to the last comma, on to the next number, some words at most."""
    document = reading.document
    tokens = document.tokens
    sentence = document.sentences[document.sentence_at(start)]
    words = set()
    for begin, stop, step in (
        (document.at(start) - 1, max(sentence.first, document.at(start) - 9) - 1, -1),
        (document.at(end), min(sentence.last, document.at(end) + 13), 1),
    ):
        for index in range(begin, stop, step):
            low = tokens[index].low
            if (step < 0 and low in (",", ";", ":", "—", "–", "--")) or low[0].isdigit() or low in ("$", ";"):
                break
            if low[0].isalpha() and low not in _STOP:
                words.add(stem(fold(low)))
    inside = tokens[document.at(start) : document.at(end)]
    words |= {stem(fold(token.low)) for token in inside if token.low[0].isalpha() and token.low not in _STOP}
    return frozenset(words)
