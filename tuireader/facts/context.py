"""How alike the surroundings of mentions are: words of their sentences, weighed by how rare they are in the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

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


class Context:
    """The sentences of a story as weighed bags of words; names count as their entity, numbers as nothing."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._bags: list[list[frozenset[str]]] = [_sentence_words(reading) for reading in readings]
        spread: Counter[str] = Counter()
        sentences = 0
        for bags in self._bags:
            for bag in bags:
                sentences += 1
                spread.update(bag)
        self._weight = {word: log(1 + sentences / (1 + 2 * count)) + 0.1 for word, count in spread.items()}

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
