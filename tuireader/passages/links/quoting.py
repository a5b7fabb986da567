"""Where two articles quote the same words: proof enough, however little else their sentences share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tuireader.passages.links.borders import Stretches
from tuireader.passages.links.cells import Weights
from tuireader.passages.words.features import Features

#: So many equal words in a row that carry so many bits are one quotation, where they fill a piece of one side, in
#: articles that share more; more bits need fill nothing, nor that.
_SHORTEST = 3
_BITS = 9.0
_FILLED = 0.8
_LONG_BITS = 14.0
#: So many telling words that are no names belong to it; one more where it names somebody.
_TELLING = 2


class Quoted(NamedTuple):
    """Words of unit ``i`` that unit ``j`` quotes as well.

    ``alone``: proof enough between two articles that share nothing else.
    """

    i: int
    j: int
    fit: Stretches
    alone: bool


def quoted(weights: Weights) -> Iterator[Quoted]:
    """Runs of equal words that both articles quote, the longest from each place on, in the order of the second."""
    a, b = weights.a, weights.b
    places: dict[tuple[str, str], list[tuple[int, int, int, int]]] = {}
    for unit, first, last in _stretches(a):
        for place in range(first, last - 1):
            places.setdefault((a.stems[place], a.stems[place + 1]), []).append((place, unit, first, last))
    for unit, first, last in _stretches(b) if places else ():
        place = first
        while place < last - 1:
            best, run = None, 0
            for other, own, low, high in places.get((b.stems[place], b.stems[place + 1]), ()):
                length = _run(a, other, high, b, place, last)
                if length > run:
                    best, run = (other, own, low, high), length
            if best is None:
                place += 1
                continue
            other, own, low, high = best
            bits = sum(weights.a_words[other : other + run])
            part = run / min(high - low, last - first)
            long = bits >= _LONG_BITS
            telling = len(a.plain(other, other + run)) - any(map(a.named, range(other, other + run)))
            if run >= _SHORTEST and telling >= _TELLING and (long or (bits >= _BITS and part >= _FILLED)):
                yield Quoted(own, unit, Stretches(other, other + run, place, place + run), long)
            place += run


def _stretches(own: Features) -> list[tuple[int, int, int]]:
    return [(unit, *words) for unit in range(len(own.units)) for words in own.quoted(unit)]


def _run(a: Features, one: int, one_end: int, b: Features, two: int, two_end: int) -> int:
    most = min(one_end - one, two_end - two)
    length = 0
    while length < most and a.stems[one + length] == b.stems[two + length]:
        length += 1
    return length
