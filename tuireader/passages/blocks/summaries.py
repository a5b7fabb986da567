"""One article sums up another in a few sentences: nearly all they say stands there too, all over a long text."""

from __future__ import annotations

from collections.abc import Sequence, Set
from math import log
from typing import NamedTuple

from tuireader.passages.links.borders import Stretches
from tuireader.passages.links.cells import Weights
from tuireader.passages.words.features import Features
from tuireader.text.words import stopwords

#: What a word the other article lacks costs, as part of its bits: at least, and so often what it gains where neither
#: article sums up the other.
_SLACK = 1.2
_USUAL = 2.0
#: A summary has so many telling words at least, and gains so many bits.
_WORDS = 45
_BITS = 90.0
#: So much of it (in bits) the other article holds, and at most so much of what stands around it.
_HELD = 0.65
_ELSEWHERE = 0.35
#: So much more likely (log of the odds) a word of it stands in the other article than one of what stands around it.
_LIFT = 2.0
#: The other article is longer, so many times; in one of far more words everything stands somewhere.
_LONGER = 3.0
_LONGEST = 16.0
#: What lies for the most part in so many of its lengths of the other article is a block there, no summary.
_WINDOW = 2
_NARROW = 0.85
#: A unit of the other article belongs to what is summed up that holds so many of the summary's bits.
_SUMMED_UP = 4.0
#: So much of the other article is summed up.
_MOST = 0.5


class Summary(NamedTuple):
    """``stretches``: the summary and what it sums up. ``score``: the part of the summary that the other text holds."""

    stretches: Stretches
    score: float


def summaries(weights: Weights) -> list[Summary]:
    """Where the first article sums up the second, and where the second sums up the first: one place each at most."""
    found = []
    one = _summary(weights, weights.a, weights.a_words, weights.b)
    if one:
        found.append(one)
    two = _summary(weights, weights.b, weights.b_words, weights.a)
    if two:
        found.append(Summary(two.stretches.turned(), two.score))
    return found


def _summary(weights: Weights, own: Features, bits: Sequence[float], other: Features) -> Summary | None:
    if len(other.stems) < _LONGER * _WORDS:
        return None
    stop = stopwords()
    total = sum([value for stem, value in zip(own.stems, bits, strict=True) if stem not in stop])
    shared = sum([value for stem, value in zip(own.stems, bits, strict=True) if stem in weights.telling])
    if not shared:
        return None
    slack = max(_SLACK, _USUAL * shared / max(total - shared, total / 20))
    gain, first, last = _best(own.stems, bits, other, slack)
    telling = [stem for stem in own.stems[first:last] if stem not in stop]
    longer = len(other.stems) / max(1, last - first)
    if gain < _BITS or len(telling) < _WORDS or not _LONGER <= longer <= _LONGEST:
        return None
    within = weights.bits(telling)
    within_held = weights.bits(stem for stem in telling if stem in weights.telling)
    part = within_held / within
    around = (shared - within_held) / max(1.0, total - within)
    if part < _HELD or around > _ELSEWHERE or _odds(part) - _odds(around) < _LIFT:
        return None
    common = weights.telling.intersection(telling)
    if _narrowest(weights, common, other, _WINDOW * (last - first)) > _NARROW:
        return None
    units = [
        unit for unit, stems in zip(other.units, other.sets, strict=True) if weights.bits(stems & common) >= _SUMMED_UP
    ]
    low, high = units[0].first, units[-1].last
    if high - low < max(_MOST * len(other.stems), _LONGER * (last - first)):
        return None
    return Summary(Stretches(first, last, low, high), part)


def _odds(part: float) -> float:
    """The log of the odds, for what is never quite impossible nor quite certain."""
    return log((part + 0.01) / (1.01 - part))


def _best(stems: Sequence[str], bits: Sequence[float], other: Features, slack: float) -> tuple[float, int, int]:
    """The stretch whose words the other article holds most (Kadane's algorithm, Bentley 1984), and what it gains."""
    stop, held = stopwords(), other.places
    best = run = 0.0
    start = first = last = 0
    for place, (stem, value) in enumerate(zip(stems, bits, strict=True)):
        if stem in stop:
            continue
        if run <= 0.0:
            run, start = 0.0, place
        run += value if stem in held else -slack * value
        if run > best:
            best, first, last = run, start, place + 1
    return best, first, last


def _narrowest(weights: Weights, common: Set[str], other: Features, width: int) -> float:
    """The part of these stems' bits that stands within so many words of the other article, at best."""
    value = weights.value
    places = [(place, stem) for place, stem in enumerate(other.stems) if stem in common]
    counts = dict.fromkeys(common, 0)
    best = held = 0.0
    behind = 0
    for place, stem in places:
        if not counts[stem]:
            held += value[stem]
        counts[stem] += 1
        while places[behind][0] <= place - width:
            gone = places[behind][1]
            counts[gone] -= 1
            if not counts[gone]:
                held -= value[gone]
            behind += 1
        best = max(best, held)
    return best / weights.bits(common)
