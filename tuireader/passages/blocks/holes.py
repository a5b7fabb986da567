"""What one article alone puts into a block stays outside: the block is parted there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tuireader.passages.blocks.dense import common, counts, densest
from tuireader.passages.links.borders import Stretches
from tuireader.passages.links.cells import Weights

#: A hole is a stretch of so many words of which the other article holds little: held bits weigh so many times.
_HOLE = 12
_FILLED = 2.5
#: So many words one article alone may put between, and so many more the less of the block both share.
_LITTLE = 6
_REWORDED = 25
#: The words one article has between: so often those of the other more than that, and so many at most.
_RATIO = 2
_MUCH = 60
#: What must be in common, in bits, for a piece to be one.
_PIECE = 12.0
#: So often what is left is parted again.
_DEPTH = 12
#: So many holes are looked at, and none in a block of more words.
_TRIED = 8
_LARGEST = 3000


def part(weights: Weights, block: Stretches, depth: int = _DEPTH) -> Iterator[Stretches]:
    """The pieces of a block that no addition stands in, in order.

    An addition is a hole in one article before and after which both articles run on with hardly anything between in the
    other. Where words were scrambled, what stands before and after is mixed in the other article: no such hole.
    """
    share = common(weights, block).part
    size = max(block.a_last - block.a_first, block.b_last - block.b_first)
    for side, first, last in _holes(weights, block)[:_TRIED] if depth and size <= _LARGEST else ():
        before, after = list(block), list(block)
        before[2 * side + 1], after[2 * side] = first, last
        one, two = densest(weights, Stretches(*before)), densest(weights, Stretches(*after))
        if one is None or two is None or min(common(weights, piece).bits for piece in (one, two)) < _PIECE:
            continue
        gaps = two.a_first - one.a_last, two.b_first - one.b_last
        if min(gaps) < 0:
            continue
        if max(gaps) > min(_LITTLE + _REWORDED * (1 - share) + _RATIO * min(gaps), _MUCH):
            yield from part(weights, one, depth - 1)
            yield from part(weights, two, depth - 1)
            return
    yield block


def _holes(weights: Weights, block: Stretches) -> list[tuple[int, int, int]]:
    """Stretches that hold little of the other side: side (0 or 1), first and last word; the emptiest first."""
    found = []
    for side, (own, other, bits) in enumerate(
        ((weights.a, weights.b, weights.a_words), (weights.b, weights.a, weights.b_words))
    ):
        low, high = block[2 * side : 2 * side + 2]
        has, wants = counts(own.stems, low, high), counts(other.stems, *block[2 - 2 * side : 4 - 2 * side])
        gain = {stem: 1.0 - (1.0 + _FILLED) * min(1.0, wants.get(stem, 0) / number) for stem, number in has.items()}
        scores = [bits[place] * gain.get(own.stems[place], 0.0) for place in range(low, high)]
        for empty, first, last in _maximal(scores):
            if last - first >= _HOLE:
                found.append((-empty, side, low + first, low + last))
    return [(side, first, last) for _, side, first, last in sorted(found)]


def _maximal(scores: Sequence[float]) -> list[tuple[float, int, int]]:
    """The maximal scoring runs, with what each scores (Ruzzo and Tompa 1999)."""
    runs: list[_Run] = []
    total = 0.0
    for place, score in enumerate(scores):
        before, total = total, total + score
        if score <= 0.0:
            continue
        run = _Run(before, total, place, place + 1, len(runs) - 1)
        while True:
            lower = run.lower
            while lower >= 0 and runs[lower].before >= run.before:
                lower = runs[lower].lower
            if lower < 0 or runs[lower].after >= run.after:
                runs.append(run._replace(lower=lower))
                break
            run = run._replace(before=runs[lower].before, first=runs[lower].first, lower=runs[lower].lower)
            del runs[lower:]
    return [(run.after - run.before, run.first, run.last) for run in runs]


class _Run(NamedTuple):
    """Sums of the scores before and after a run, its places, and the number of the last run that began lower."""

    before: float
    after: float
    first: int
    last: int
    lower: int
