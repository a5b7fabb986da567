"""What the wording changed between two spans, word by word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from tuireader.article import Article, Span
from tuireader.passages.features import stem
from tuireader.passages.longest import align
from tuireader.passages.model import Change, Operation
from tuireader.text.words import Word, stopwords, words

#: So many telling words in a row that stand elsewhere as well have been moved, not dropped and added.
_MOVED = 2
_STOPS = frozenset(".!?…。！？")


class _Block(NamedTuple):
    """Words ``a_low:a_high`` beside ``b_low:b_high``."""

    operation: Operation
    a_low: int
    a_high: int
    b_low: int
    b_high: int


def wording(a: Article, a_span: Span, b: Article, b_span: Span) -> tuple[Change, ...]:
    """The steps from the words of ``a_span`` to those of ``b_span``, in the order of the first text.

    Every word of both spans stands in exactly one step. ``same`` means the same word but for case, accents and
    punctuation; words of one stem stand beside each other as ``replaced``. The alignment keeps as many stems in
    their order as can be (longest common subsequence, Hyyrö 2004); a lone function word between two changes is taken
    into them.
    """
    one, two = words(a.text, a_span.start, a_span.end), words(b.text, b_span.start, b_span.end)
    steps = _at_stops(_smooth(_steps(one, two), one), _stops(a, one), _stops(b, two))
    blocks = _moved(steps, one, two)
    return tuple(
        Change(
            block.operation,
            *_offsets(one, block.a_low, block.a_high, a_span),
            *_offsets(two, block.b_low, block.b_high, b_span),
        )
        for block in blocks
    )


def _offsets(found: Sequence[Word], low: int, high: int, span: Span) -> tuple[int, int]:
    if low < high:
        return found[low].start, found[high - 1].end
    place = found[low].start if low < len(found) else span.end
    return place, place


def _bare(word: Word) -> str:
    """The word as it counts as the same: "4,700" equals "4700"."""
    return "".join(char for char in word.folded if char.isalnum()) or word.folded


def _steps(one: Sequence[Word], two: Sequence[Word]) -> list[_Block]:
    """Runs of equal words, and what lies between."""
    numbers: dict[str, int] = {}
    coded = [[numbers.setdefault(stem(word.folded), len(numbers)) for word in side] for side in (one, two)]
    blocks: list[_Block] = []
    for equal, a_low, a_high, b_low, b_high in align(*coded):
        if equal:
            for shift in range(a_high - a_low):
                p, q = a_low + shift, b_low + shift
                same = _bare(one[p]) == _bare(two[q])
                _add(blocks, _Block("same" if same else "replaced", p, p + 1, q, q + 1))
        else:
            _add(blocks, _Block("replaced", a_low, a_high, b_low, b_high))
    return blocks


def _add(blocks: list[_Block], block: _Block) -> None:
    """Appends a block, joined to the last one where both agree or both differ; an empty side decides its name."""
    if blocks and (blocks[-1].operation == "same") == (block.operation == "same"):
        last = blocks.pop()
        block = _Block(block.operation, last.a_low, block.a_high, last.b_low, block.b_high)
    if block.operation != "same":
        name: Operation = "added" if block.a_low == block.a_high else "replaced"
        block = block._replace(operation="dropped" if block.b_low == block.b_high else name)
    blocks.append(block)


def _smooth(blocks: Sequence[_Block], one: Sequence[Word]) -> list[_Block]:
    """Takes a lone function word between two longer changes into them: "of" alone is no agreement."""
    smooth: list[_Block] = []
    stop = stopwords()
    for number, block in enumerate(blocks):
        inner = 0 < number < len(blocks) - 1
        lone = block.operation == "same" and block.a_high - block.a_low == 1 and one[block.a_low].folded in stop
        if inner and lone and all(_weight(blocks[near]) >= 5 for near in (number - 1, number + 1)):
            block = block._replace(operation="replaced")
        _add(smooth, block)
    return smooth


def _stops(article: Article, found: Sequence[Word]) -> list[int]:
    """The places after which a sentence ends."""
    gaps = ((place, article.text[found[place - 1].end : found[place].start]) for place in range(1, len(found)))
    return [place for place, gap in gaps if not _STOPS.isdisjoint(gap)]


def _at_stops(blocks: Sequence[_Block], a_stops: Sequence[int], b_stops: Sequence[int]) -> list[_Block]:
    """Parts what was replaced where sentences end on both sides: the end of one is not the opening of the next."""
    parted: list[_Block] = []
    for block in blocks:
        if block.operation == "replaced":
            a_inner = [place for place in a_stops if block.a_low < place < block.a_high]
            b_inner = [place for place in b_stops if block.b_low < place < block.b_high]
            for p, q in zip(a_inner, b_inner, strict=False):
                parted.append(_Block("replaced", block.a_low, p, block.b_low, q))
                block = block._replace(a_low=p, b_low=q)
        parted.append(block)
    return parted


def _weight(block: _Block) -> int:
    return block.a_high - block.a_low + block.b_high - block.b_low


def _moved(blocks: Sequence[_Block], one: Sequence[Word], two: Sequence[Word]) -> list[_Block]:
    """Finds runs of words that one change drops and another adds."""
    stop = stopwords()
    changed = [block for block in blocks if block.operation != "same"]
    where: dict[tuple[str, str], list[int]] = {}
    for block in changed:
        for q in range(block.b_low, block.b_high - 1):
            where.setdefault((_bare(two[q]), _bare(two[q + 1])), []).append(q)
    # Which change each word lies in; a moved run stays within one on either side.
    a_home = [-1] * (len(one) + 1)
    b_home = [-1] * (len(two) + 1)
    for number, block in enumerate(changed):
        a_home[block.a_low : block.a_high] = [number] * (block.a_high - block.a_low)
        b_home[block.b_low : block.b_high] = [number] * (block.b_high - block.b_low)
    runs: list[_Block] = []
    for p in range(len(one) - 1):
        if a_home[p] < 0:
            continue
        best = (0, 0)
        for q in where.get((_bare(one[p]), _bare(one[p + 1])), ())[:8]:
            length = 0
            while (
                a_home[p + length] == a_home[p]
                and b_home[q + length] == b_home[q] >= 0
                and _bare(one[p + length]) == _bare(two[q + length])
            ):
                length += 1
            telling = sum(word.folded not in stop for word in one[p : p + length])
            if telling >= _MOVED:
                best = max(best, (length, q))
        length, q = best
        if length:
            runs.append(_Block("moved", p, p + length, q, q + length))
            a_home[p : p + length] = [-1] * length
            b_home[q : q + length] = [-1] * length
    return _carve(blocks, runs) if runs else list(blocks)


def _carve(blocks: Sequence[_Block], runs: Sequence[_Block]) -> list[_Block]:
    """Takes the moved runs out of the changes they lie in."""
    carved: list[_Block] = list(runs)
    a_runs = sorted((run.a_low, run.a_high) for run in runs)
    b_runs = sorted((run.b_low, run.b_high) for run in runs)
    for block in blocks:
        if block.operation == "same":
            carved.append(block)
            continue
        a_rest = _rest(block.a_low, block.a_high, a_runs)
        b_rest = _rest(block.b_low, block.b_high, b_runs)
        for number in range(max(len(a_rest), len(b_rest))):
            low, high = a_rest[number] if number < len(a_rest) else (block.a_high, block.a_high)
            left, right = b_rest[number] if number < len(b_rest) else (block.b_high, block.b_high)
            tail: list[_Block] = []
            _add(tail, _Block("replaced", low, high, left, right))
            carved += tail
    return sorted(carved, key=lambda block: (block.a_low, block.b_low, block.a_high))


def _rest(low: int, high: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What of ``low:high`` the stretches taken (in order, each within one change) leave."""
    rest = []
    for first, last in taken[bisect_left(taken, (low, low)) : bisect_left(taken, (high, high))]:
        if first > low:
            rest.append((low, first))
        low = last
    if low < high:
        rest.append((low, high))
    return rest
