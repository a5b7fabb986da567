"""Where shared wording begins and ends inside two units: borders to the word."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from tuireader.passages.links.cells import Weights
from tuireader.passages.words.features import Features
from tuireader.text.words import stopwords

#: What a word the other side lacks costs while the core is sought, and while the borders are drawn.
CORE = 0.3
_WIDE = 0.1
#: A clause begun is taken whole from this share of its bits on.
_CLAUSE = 0.15
#: So few words left over at an end of a unit go with it, unless a quotation mark parts them.
_LEFT = 5
#: So few words after a quotation are no more than who said it.
_TELLS = 4
#: What no clause ends with.
_LEADING = frozenset(
    ["a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "or", "that", "the", "to", "with"]
)
#: Where quotations of both sides share so many bits, and such a part of all that is shared, only they are linked.
_QUOTED_BITS = 9.0
_QUOTED_PART = 0.6


class Stretches(NamedTuple):
    """Words ``a_first:a_last`` (half open) of one article beside ``b_first:b_last`` of another."""

    a_first: int
    a_last: int
    b_first: int
    b_last: int

    def turned(self) -> Stretches:
        """The same, sides exchanged."""
        return Stretches(self.b_first, self.b_last, self.a_first, self.a_last)


def core(weights: Weights, i: int, j: int, slack: float = CORE) -> Stretches:
    """The densest stretch that units ``i`` and ``j`` share; empty where they share nothing.

    Each side is cut to its best-scoring run (Kadane's algorithm, Bentley 1984): a word the other side holds gains its
    bits, any other loses ``slack`` times its own. The second round sees only the words the first has left.
    """
    a, b = weights.a, weights.b
    a_low, a_high = _best(a.stems, weights.a_words, *a.units[i][:2], b.sets[j], slack)
    common = b.sets[j].intersection(a.stems[a_low:a_high])
    b_low, b_high = _best(b.stems, weights.b_words, *b.units[j][:2], common, slack)
    left = common.intersection(b.stems[b_low:b_high])
    if len(left) < len(common):  # else the second round would find the same
        a_low, a_high = _best(a.stems, weights.a_words, a_low, a_high, left, slack)
        b_low, b_high = _best(b.stems, weights.b_words, b_low, b_high, set(a.stems[a_low:a_high]), slack)
    return Stretches(a_low, a_high, b_low, b_high)


def _best(
    stems: Sequence[str], bits: Sequence[float], low: int, high: int, held: Collection[str], slack: float
) -> tuple[int, int]:
    if len(held) == 1:  # most often so; found without a look at every word
        (stem,) = held
        if stems[low:high].count(stem) == 1:
            place = stems.index(stem, low, high)
            return place, place + 1
    best = run = 0.0
    start = first = last = before = low
    for place in [place for place in range(low, high) if stems[place] in held]:
        if run > 0.0:
            for lost in bits[before:place]:
                run -= slack * lost
                if run <= 0.0:
                    break
        if run <= 0.0:
            run, start = 0.0, place
        run += bits[place]
        before = place + 1
        if run > best:
            best, first, last = run, start, before
    return first, last


def borders(weights: Weights, i: int, j: int) -> Stretches:
    """What of units ``i`` and ``j`` is told by both: wider than the core, and by whole clauses.

    A clause (as punctuation parts them) that the shared stretch ends in is taken whole where a fair part of it is
    shared, since its other words say the same differently; else the border is the shared word.
    """
    a, b = weights.a, weights.b
    cut = core(weights, i, j, _WIDE)
    if cut.a_first == cut.a_last or cut.b_first == cut.b_last:
        return cut
    common = set(a.stems[cut.a_first : cut.a_last]).intersection(b.stems[cut.b_first : cut.b_last]) - stopwords()
    cut = Stretches(*_trimmed(a, i, *cut[:2], common), *_trimmed(b, j, *cut[2:], common))
    a_held, b_held = set(a.stems[cut.a_first : cut.a_last]), set(b.stems[cut.b_first : cut.b_last])
    fit = Stretches(
        *_clauses(a, weights.a_words, i, cut.a_first, cut.a_last, b_held),
        *_clauses(b, weights.b_words, j, cut.b_first, cut.b_last, a_held),
    )
    return _quoted(weights, i, j, fit)


def _trimmed(own: Features, unit: int, first: int, last: int, held: Collection[str]) -> tuple[int, int]:
    """A stretch of words without the clauses at its ends in which it has no telling word that is held."""
    telling = [place for place in range(first, last) if own.stems[place] in held]
    if not telling:
        return first, last
    marks = own.clauses(unit)
    return (
        max(mark for mark in (first, *marks) if mark <= telling[0]),
        min(mark for mark in (last, *marks) if mark > telling[-1]),
    )


def _quoted(weights: Weights, i: int, j: int, fit: Stretches) -> Stretches:
    """The quotations alone where they are what both sides tell: who said it when and where is told by each alone."""
    a, b = weights.a, weights.b
    a_inside, b_inside = _inside(a, i, *fit[:2]), _inside(b, j, *fit[2:])
    if not a_inside or not b_inside:
        return fit
    common = set(a.stems[fit.a_first : fit.a_last]).intersection(b.stems[fit.b_first : fit.b_last])
    both = common.intersection(map(a.stems.__getitem__, a_inside), map(b.stems.__getitem__, b_inside))
    if weights.bits(both) < max(_QUOTED_BITS, _QUOTED_PART * weights.bits(common)):
        return fit
    return Stretches(a_inside[0], a_inside[-1] + 1, b_inside[0], b_inside[-1] + 1)


def _inside(own: Features, unit: int, first: int, last: int) -> list[int]:
    """The words of a stretch that stand between quotation marks."""
    return [place for low, high in own.quoted(unit) for place in range(max(low, first), min(high, last))]


def _clauses(
    own: Features, bits: Sequence[float], unit: int, first: int, last: int, held: Collection[str]
) -> tuple[int, int]:
    marks = own.clauses(unit)
    low = max(mark for mark in marks if mark <= first)
    high = min(mark for mark in marks if mark >= last)
    after = min(mark for mark in marks if mark > first)
    before = max(mark for mark in marks if mark < last)

    def share(start: int, end: int) -> float:
        total = sum(bits[start:end])
        return sum(bits[place] for place in range(start, end) if own.stems[place] in held) / total if total else 0.0

    if low < first and share(low, after) >= _CLAUSE:
        first = low
    if high > last and share(before, high) >= _CLAUSE:
        last = high
    start, end = own.units[unit][:2]
    if first - start <= _LEFT and not own.quoted_within(start, first):
        first = start
    if end - last <= _LEFT and not own.quoted_within(last - 1, end - 1):
        last = end
    quoted = [place for place in range(max(first + _TELLS, last - _TELLS), last) if own.quote_ends(place)]
    return first, quoted[0] if quoted else _unbroken(own, first, last, marks, end)


def _unbroken(own: Features, first: int, last: int, marks: Collection[int], end: int) -> int:
    """The end of a stretch without the words that only lead to what follows it: "and", "of the", "as a"."""
    while first + 1 < last < end and own.folded[last - 1] in (_LEADING if last in marks else stopwords()):
        last -= 1
    return last
