"""Page furniture inside and beside blocks: it parts them, unless the other article has the same words there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tuireader.article import TOLD, Part
from tuireader.passages.links.borders import Stretches
from tuireader.passages.links.cells import Weights
from tuireader.passages.words.features import Features
from tuireader.text.words import Word, words

#: So many characters from the end of a copy are looked at, and so many words must be equal there.
_FAR = 3000
_RUN = 4


def breaks(own: Features, first: int, last: int, other: Features, other_first: int, other_last: int) -> list[int]:
    """Where a stretch of words is parted by page furniture that the other article has nothing of; and its two ends."""
    marks = {first, last}
    told: set[str] | None = None
    for line in _within(own, own.starts[first], own.ends[last - 1]):
        if told is None:
            told = set(other.folded[other_first:other_last])
            for also in _within(other, other.starts[other_first], other.ends[other_last - 1]):
                told.update(word.folded for word in words(other.article.text, also.start, also.end))
        held = [word.folded in told for word in words(own.article.text, line.start, line.end)]
        if 2 * sum(held) < len(held):
            marks.add(bisect_left(own.starts, line.start))
    return sorted(marks)


def carried_on(weights: Weights, block: Stretches) -> Stretches:
    """A copy, carried on over page furniture for as long as both articles have the same words.

    What is furniture in one of two copies may be read as body in the other: no reason to end there.
    """
    a, b = weights.a, weights.b
    a_first, a_last, b_first, b_last = block
    if _follows(a, a_last) or _follows(b, b_last):
        one, two = (_onwards(own, own.ends[last - 1]) for own, last in ((a, a_last), (b, b_last)))
        same = _equal(one, two)
        if same >= _RUN:
            ends = bisect_left(a.starts, one[same - 1].end), bisect_left(b.starts, two[same - 1].end)
            if ends[0] > a_last and ends[1] > b_last:
                a_last, b_last = ends
    if _follows(a, a_first) or _follows(b, b_first):
        one, two = (_backwards(own, own.starts[first]) for own, first in ((a, a_first), (b, b_first)))
        same = _equal(one, two)
        if same >= _RUN:
            starts = bisect_left(a.starts, one[same - 1].start), bisect_left(b.starts, two[same - 1].start)
            if starts[0] < a_first and starts[1] < b_first:
                a_first, b_first = starts
    return Stretches(a_first, a_last, b_first, b_last)


def _within(own: Features, low: int, high: int) -> Iterator[Part]:
    """The parts that begin between two places of a text and are not compared."""
    parts = own.article.parts
    for line in parts[bisect_left(parts, low + 1, key=_start) : bisect_left(parts, high, key=_start)]:
        if line.role not in TOLD:
            yield line


def _start(line: Part) -> int:
    return line.start


def _follows(own: Features, place: int) -> bool:
    """Whether page furniture stands before the compared word at a place."""
    low = own.ends[place - 1] if place else -1
    high = own.starts[place] if place < len(own.starts) else len(own.article.text)
    return any(_within(own, low, high))


def _onwards(own: Features, end: int) -> list[Word]:
    return words(own.article.text, end, min(end + _FAR, len(own.article.text)))


def _backwards(own: Features, start: int) -> list[Word]:
    return words(own.article.text, max(0, start - _FAR), start)[::-1]


def _equal(one: Sequence[Word], two: Sequence[Word]) -> int:
    """How many words are equal before the first that differ."""
    same = 0
    for left, right in zip(one, two, strict=False):
        if left.folded != right.folded:
            break
        same += 1
    return same
