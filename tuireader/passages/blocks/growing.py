"""Two articles to blocks: stretches in which they run along each other, in whatever order the words stand.

Seeds and extension, as in text alignment since Sanchez-Perez et al. 2014, with words as seeds instead of sentences: so
a text whose words were scrambled or whose sentences cannot be told apart is found as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import log2
from typing import NamedTuple

from tuireader.passages.blocks.between import parted
from tuireader.passages.blocks.dense import common, densest
from tuireader.passages.blocks.dots import STEP, Square, dots
from tuireader.passages.blocks.furniture import breaks, carried_on
from tuireader.passages.blocks.holes import part
from tuireader.passages.blocks.ordered import copies
from tuireader.passages.blocks.snapping import finished, snapped
from tuireader.passages.blocks.summaries import summaries
from tuireader.passages.links.borders import Stretches
from tuireader.passages.links.cells import Weights
from tuireader.passages.links.pair import Match

#: Bits around a cell of the grid that make it part of a block, and those that one of a block's cells must have.
_ACTIVE = 8.0
_PEAK = 20.0
#: A cell with fewer bits of its own begins no block and goes on with none.
_FAINT = 1.0
#: So many cells on, a block can go on; where that joins what does not belong together, fewer.
_REACH = 4
#: So many words around the cells are looked at for the borders.
_MARGIN = 20
#: What a block must have in common: so many bits, or those of so many of the rarest words; and a part of both sides.
_BITS = 45.0
_RARE = 5.5
_PART = 0.4
#: So many of the words in common are no names.
_PLAIN = 3
#: So often what is left of a block is looked at again.
_DEPTH = 3
#: A block that lies by so much of one side within a stronger one repeats it.
_REPEATED = 0.5
_AROUND = [(down, across) for down in (-1, 0, 1) for across in (-1, 0, 1)]


class Block(NamedTuple):
    """Two stretches that tell the same. ``copied``: word for word, or nearly. ``score`` 0 to 1."""

    stretches: Stretches
    score: float
    copied: bool


def blocks(weights: Weights, matches: Sequence[Match]) -> list[Block]:
    """The blocks of two articles, in order; no two of them have words in common on both sides.

    None runs over page furniture, nor over what stands between two of their ``matches`` and tells nothing alike.
    """
    found = dots(weights)
    kept = [Block(stretches, score, False) for stretches, score in summaries(weights)]
    dense = sorted(_dense(weights, found.grid), key=lambda block: (-block[0], block[1]))
    for _, share, whole in dense:
        if any(_repeats(whole, other.stretches) for other in kept):
            continue
        around = _left(weights, whole, kept)
        if around is None:
            continue
        parts = copies(around, found.runs)
        if parts:
            copied = [piece for stretches in parts for piece in _pieces(weights, stretches, matches)]
            copied = [carried_on(weights, finished(weights, one)) for one in copied]
            kept += [Block(one, common(weights, one).part, True) for one in copied]
        else:
            pieces = [piece for run in part(weights, around) for piece in _pieces(weights, run, matches)]
            kept += [Block(snapped(weights.a, weights.b, piece), share, False) for piece in pieces]
    return _whole(kept)


def _left(weights: Weights, block: Stretches, kept: Sequence[Block]) -> Stretches | None:
    """A block without the ends that stronger ones have taken of one side, if that leaves a block."""
    cut = list(block)
    for other in kept:
        for low in (0, 2):
            first, last = other.stretches[low : low + 2]
            if first <= cut[low] < last < cut[low + 1]:
                cut[low] = last
            elif cut[low] < first < cut[low + 1] <= last:
                cut[low + 1] = first
    if cut == list(block):
        return block
    found = densest(weights, Stretches(*cut))
    return found if found and common(weights, found).bits >= _least(weights) else None


def _pieces(weights: Weights, block: Stretches, matches: Sequence[Match]) -> Iterator[Stretches]:
    """A block parted by page furniture and by sentences that tell nothing alike; pieces that are too small left out."""
    for run in _without_furniture(weights, block):
        pieces = list(parted(weights, run, matches))
        yield from (piece for piece in pieces if len(pieces) == 1 or common(weights, piece).bits >= _least(weights))


def _without_furniture(weights: Weights, block: Stretches) -> Iterator[Stretches]:
    """A block parted where page furniture stands in one article alone, each piece fitted anew."""
    a, b = weights.a, weights.b
    a_marks, b_marks = breaks(a, *block[:2], b, *block[2:]), breaks(b, *block[2:], a, *block[:2])
    if len(a_marks) == len(b_marks) == 2:
        yield block
        return
    for a_piece in pairwise(a_marks):
        for b_piece in pairwise(b_marks):
            piece = densest(weights, Stretches(*a_piece, *b_piece))
            if piece and common(weights, piece).bits >= _least(weights):
                yield piece


def _whole(blocks: Sequence[Block]) -> list[Block]:
    """The blocks in order; copies that were carried on into each other are one."""
    found: list[Block] = []
    for block in sorted(blocks):
        one, two = found[-1].stretches if found else block.stretches, block.stretches
        overlaps = one.a_first <= two.a_first < one.a_last and one.b_first <= two.b_first < one.b_last
        if found and overlaps and found[-1].copied and block.copied:
            ends = max(one.a_last, two.a_last), max(one.b_last, two.b_last)
            whole = Stretches(one.a_first, ends[0], one.b_first, ends[1])
            found[-1] = Block(whole, max(found[-1].score, block.score), True)
        else:
            found.append(block)
    return found


def _repeats(one: Stretches, two: Stretches) -> bool:
    """Whether a block meets a stronger one on both sides, or lies for the most part within it on one."""
    sides = [(min(one[low + 1], two[low + 1]) - max(one[low], two[low]), one[low + 1] - one[low]) for low in (0, 2)]
    return all(both > 0 for both, _ in sides) or any(both > _REPEATED * own for both, own in sides)


def _dense(weights: Weights, grid: Mapping[Square, float]) -> Iterator[tuple[float, float, Stretches]]:
    """Stretches that have much in common: bits, part, and where they are. What they leave is looked at again."""
    work = [(grid, _REACH, 0)]
    least = _least(weights)
    while work:
        squares, reach, depth = work.pop()
        for group in _groups(squares, reach):
            rows, columns = [row for row, _ in group], [column for _, column in group]
            around = densest(weights, _around(weights, rows, columns))
            shared = common(weights, around) if around else None
            good = shared is not None and shared.bits >= least and shared.part >= _PART and _tells(weights, around)
            if good and around and shared:
                yield shared.bits, shared.part, around
            if depth == _DEPTH:
                continue
            if good and around:
                left = [square for square in group if not _touched(square, around)]
                if len(left) > 1:
                    work.append(({square: grid[square] for square in left}, reach, depth + 1))
            elif reach > 1:
                work.append(({square: grid[square] for square in group}, reach - 1, depth + 1))


def _least(weights: Weights) -> float:
    """The bits a block must have in common: more in long texts, where more words meet by chance."""
    return max(_BITS, _RARE * log2(1 + len(weights.a.units) + len(weights.b.units)))


def _tells(weights: Weights, around: Stretches | None) -> bool:
    """Whether two stretches share words that are no names: a list of names is no statement."""
    if around is None:
        return False
    plain = weights.a.plain(*around[:2])
    return len(plain.intersection(weights.b.stems[around.b_first : around.b_last])) >= _PLAIN


def _around(weights: Weights, rows: list[int], columns: list[int]) -> Stretches:
    return Stretches(
        max(0, min(rows) * STEP - _MARGIN),
        min(len(weights.a.stems), (max(rows) + 1) * STEP + _MARGIN),
        max(0, min(columns) * STEP - _MARGIN),
        min(len(weights.b.stems), (max(columns) + 1) * STEP + _MARGIN),
    )


def _touched(square: Square, block: Stretches) -> bool:
    """Whether a cell lies beside a block, in either article."""
    return any(
        block[low] // STEP - 1 <= number <= block[low + 1] // STEP + 1
        for number, low in zip(square, (0, 2), strict=True)
    )


def _groups(squares: Mapping[Square, float], reach: int) -> list[list[Square]]:
    """Cells with much in and around them, grouped with those that are not far; in order."""
    pooled = {
        (row, column): sum([squares.get((row + down, column + across), 0.0) for down, across in _AROUND])
        for (row, column), bits in squares.items()
        if bits >= _FAINT
    }
    active = {square for square, bits in pooled.items() if bits >= _ACTIVE}
    groups = []
    steps = range(-reach, reach + 1)
    for first in sorted(active):
        if first not in active:
            continue
        active.discard(first)
        group, todo = [], [first]
        while todo:
            row, column = todo.pop()
            group.append((row, column))
            for down in steps:
                for across in steps:
                    near = row + down, column + across
                    if near in active:
                        active.discard(near)
                        todo.append(near)
        if max(pooled[square] for square in group) >= _PEAK:
            groups.append(sorted(group))
    return groups
