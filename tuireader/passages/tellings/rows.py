"""Which sentence of one telling answers which of another: the rows of a passage, as in a bilingual edition."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tuireader.article import Article, Span
from tuireader.passages.model import Link, Occurrence, Passage
from tuireader.passages.words.vocabulary import stem
from tuireader.text.words import stopwords, words

#: What a link of score 1 counts beside the part of the words that two sentences share.
_LINK = 2.0
#: From this score on a link says that one sentence tells what two others do.
_SURE = 0.5
#: Sentences that share less answer none.
_LEAST = 0.15
#: What standing next to the sentence before counts: it decides between equals.
_NEXT = 0.05
#: So many characters before a telling a link can begin that belongs to it.
_BEFORE = 200
#: Words that stand in more sentences of a telling do not help to find one.
_COMMON = 24


class Row(NamedTuple):
    """What the occurrences of a passage tell beside each other, each in its whole sentences.

    ``spans`` has an entry for each occurrence, in their order: the sentences (cut to the occurrence), in the order of
    the text; none where the occurrence leaves this out.
    """

    spans: tuple[tuple[Span, ...], ...]


class Rows:
    """Lays the sentences of passages beside each other, as links and words have them answer."""

    def __init__(self, articles: Sequence[Article], links: Iterable[Link]) -> None:
        self._articles = {article.id: article for article in articles}
        self._starts = {article.id: [each.start for each in article.sentences] for article in articles}
        between: dict[tuple[str, str], list[tuple[Span, Span, float]]] = {}
        for link in links:
            between.setdefault((link.a.article, link.b.article), []).append((link.a, link.b, link.score))
            between.setdefault((link.b.article, link.a.article), []).append((link.b, link.a, link.score))
        self._links = {pair: sorted(held) for pair, held in between.items()}

    def of(self, passage: Passage) -> list[Row]:
        """The rows of a passage, in the order of its fullest telling (``fullest``)."""
        told = [self._sentences(occurrence.span) for occurrence in passage.occurrences]
        lead = fullest(passage)
        likeness = [[] if number == lead else self._likeness(told[lead], own) for number, own in enumerate(told)]
        answers = [_answers(held, len(told[lead])) for held in likeness]
        begins = self._begins(told, lead, likeness, answers)
        sides: list[list[list[Span]]] = []
        for number, own in enumerate(told):
            parted: list[list[Span]] = [[] for _ in begins]
            for span, place in zip(own, range(len(own)) if number == lead else answers[number], strict=True):
                parted[bisect_right(begins, place) - 1].append(span)
            sides.append(parted)
        return [Row(tuple(map(tuple, spans))) for spans in zip(*sides, strict=True)]

    def _sentences(self, span: Span) -> list[Span]:
        """The sentences of a span, cut to it; the span itself where there are none."""
        article, starts = self._articles[span.article], self._starts[span.article]
        first = max(0, bisect_right(starts, span.start) - 1)
        found = []
        for sentence in article.sentences[first : bisect_left(starts, span.end)]:
            start, end = max(sentence.start, span.start), min(sentence.end, span.end)
            if start < end and any(char.isalnum() for char in article.text[start:end]):
                found.append(article.span(start, end))
        return found or [span]

    def _likeness(self, lead: Sequence[Span], own: Sequence[Span]) -> list[dict[int, float]]:
        """How much each sentence of a telling is like which ones of the leading telling."""
        kinds = [[self._stems(span) for span in side] for side in (lead, own)]
        places: dict[str, list[int]] = {}
        for place, held in enumerate(kinds[0]):
            for kind in held:
                places.setdefault(kind, []).append(place)
        found: list[dict[int, float]] = []
        for held in kinds[1]:
            shared: dict[int, float] = {}
            for kind in held:
                where = places.get(kind, ())
                for place in where if len(where) <= _COMMON else ():
                    shared[place] = shared.get(place, 0.0) + 1
            found.append({place: 2 * count / (len(held) + len(kinds[0][place])) for place, count in shared.items()})
        links = self._links.get((own[0].article, lead[0].article), ())
        starts = [[span.start for span in side] for side in (own, lead)]
        for one, two, score in links[bisect_left(links, own[0].start - _BEFORE, key=lambda link: link[0].start) :]:
            if one.start >= own[-1].end:
                break
            row, column = _within(own, starts[0], one), _within(lead, starts[1], two)
            if row is not None and column is not None:
                found[row][column] = max(found[row].get(column, 0.0), _LINK * score)
        return found

    def _stems(self, span: Span) -> frozenset[str]:
        text, stop = self._articles[span.article].text, stopwords()
        return frozenset(stem(word.folded) for word in words(text, span.start, span.end) if word.folded not in stop)

    def _begins(
        self,
        told: Sequence[Sequence[Span]],
        lead: int,
        likeness: Sequence[Sequence[Mapping[int, float]]],
        answers: Sequence[Sequence[int]],
    ) -> list[int]:
        """Where rows begin: with each sentence of the leading telling that no other tells in one with the last."""
        count = len(told[lead])
        joined = [False] * (count + 1)
        sure: list[tuple[float, int]] = []
        for number, own in enumerate(told):
            if number == lead:
                continue
            # One sentence told as two: the half that none answers goes with the half that one does.
            taken = set(answers[number])
            back = self._likeness(own, told[lead])
            for place in range(count):
                if place not in taken and back[place]:
                    best, other = max((value, -other) for other, value in back[place].items())
                    answer = answers[number][-other]
                    if best >= 2 * _LEAST and abs(answer - place) == 1:
                        joined[max(answer, place)] = True
            # Two told in one, by sure links to both.
            for answer, held in zip(answers[number], likeness[number], strict=True):
                for place in (answer, answer + 1):
                    both = min(held.get(place - 1, 0.0), held.get(place, 0.0))
                    if 0 < place < count and both >= _SURE * _LINK:
                        sure.append((-both, place))
        for _, place in sorted(sure):
            # Not one after the other to a whole paragraph.
            if not (joined[place - 1] or joined[place + 1]):
                joined[place] = True
        return [place for place in range(count) if not joined[place]]


def _answers(likeness: Sequence[Mapping[int, float]], count: int) -> list[int]:
    """For each sentence of a telling the number of the one that it answers, of so many of the leading telling."""
    answers: list[int] = []
    for held in likeness:
        after = answers[-1] + 1 if answers else 0
        best, place = max(
            ((value + _NEXT * (place == after), -place) for place, value in held.items()), default=(0.0, 0)
        )
        answers.append(-place if best >= _LEAST else -1)
    _fill(answers, count)
    # What else answers none goes with the sentence before it, the first ones with the one after.
    known = next((answer for answer in answers if answer >= 0), 0)
    for number, answer in enumerate(answers):
        answers[number] = known = answer if answer >= 0 else known
    return answers


def _fill(answers: list[int], count: int) -> None:
    """Sentences that answer none, between two that answer: they answer those between that none does, in order."""
    taken = set(answers)
    number = 0
    while number < len(answers):
        end = number
        while end < len(answers) and answers[end] < 0:
            end += 1
        low = answers[number - 1] + 1 if number else 0
        high = answers[end] if end < len(answers) else count
        if end > number and low < high and taken.isdisjoint(range(low, high)):
            answers[number:end] = [min(low + step, high - 1) for step in range(end - number)]
        number = end + 1


def fullest(passage: Passage) -> int:
    """Which occurrence leads: the longest one of the article that carries the passage first."""
    first = passage.occurrences[0].span.article
    own = [(_length(each), -number) for number, each in enumerate(passage.occurrences) if each.span.article == first]
    return -max(own)[1]


def _length(occurrence: Occurrence) -> int:
    return occurrence.span.end - occurrence.span.start


def _within(side: Sequence[Span], starts: Sequence[int], span: Span) -> int | None:
    """The one sentence of a telling that a span stands in; None where it stands in several or in none."""
    place = bisect_right(starts, (span.start + span.end) // 2) - 1
    if place < 0 or not side[place].overlaps(span):
        return None
    own = side[place]
    inside = min(own.end, span.end) - max(own.start, span.start)
    return place if 2 * inside > span.end - span.start else None
