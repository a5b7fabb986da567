"""The steps from one wording to another: which words answer each other, made to read well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.passages.tellings.longest import align
from tuireader.passages.tellings.tokens import Block, Token, changed

Side = Sequence[Token]
Pair = tuple[int, int]

#: Islands of function words go under between changes of so many words together; of so many words at most.
_FLOOD = 6
_ISLAND = 3
#: A lone telling word goes under between changes of so many words each.
_DEEP = 6
#: A name of more words is not taken whole where its last word changes.
_NAME = 3


def pairs(one: Side, two: Side) -> list[Pair]:
    """The words that answer each other, in their order: telling words first, function words where they leave room.

    Both by the longest common subsequence (Hyyrö 2004), so that no "the" keeps two names apart.
    """
    numbers: dict[str, int] = {}
    places = [[place for place, word in enumerate(side) if word.telling] for side in (one, two)]
    coded = [
        [numbers.setdefault(side[place].stem, len(numbers)) for place in held]
        for side, held in zip((one, two), places, strict=True)
    ]
    found: list[Pair] = []
    a = b = 0
    for equal, a_low, a_high, b_low, _ in align(*coded):
        for shift in range(a_high - a_low if equal else 0):
            p, q = places[0][a_low + shift], places[1][b_low + shift]
            found += _between(one, two, (a, p), (b, q))
            found.append((p, q))
            a, b = p + 1, q + 1
    return [*found, *_between(one, two, (a, len(one)), (b, len(two)))]


def _between(one: Side, two: Side, a: Pair, b: Pair) -> Iterator[Pair]:
    """The function words between two pairs of telling ones: first those right beside them."""
    (a_low, a_high), (b_low, b_high) = a, b
    while a_low < a_high and b_low < b_high and one[a_low].stem == two[b_low].stem:
        yield a_low, b_low
        a_low, b_low = a_low + 1, b_low + 1
    tail: list[Pair] = []
    while a_low < a_high and b_low < b_high and one[a_high - 1].stem == two[b_high - 1].stem:
        a_high, b_high = a_high - 1, b_high - 1
        tail.append((a_high, b_high))
    if a_low < a_high and b_low < b_high:
        numbers: dict[str, int] = {}
        coded = [
            [numbers.setdefault(side[place].stem, len(numbers)) for place in range(low, high)]
            for side, low, high in ((one, a_low, a_high), (two, b_low, b_high))
        ]
        for equal, p, p_high, q, _ in align(*coded):
            if equal:
                yield from ((a_low + p + shift, b_low + q + shift) for shift in range(p_high - p))
    yield from reversed(tail)


def steps(one: Side, two: Side, found: Sequence[Pair]) -> list[Block]:
    """Runs of the same words, and what lies between; equal stems in other forms are replaced."""
    blocks: list[Block] = []
    a = b = 0
    for p, q in [*found, (len(one), len(two))]:
        if a < p or b < q:
            add(blocks, changed(a, p, b, q))
        if p < len(one) and q < len(two):
            same = one[p].form == two[q].form
            add(blocks, Block("same", p, p + 1, q, q + 1) if same else changed(p, p + 1, q, q + 1))
        a, b = p + 1, q + 1
    return blocks


def add(blocks: list[Block], block: Block) -> None:
    """Appends a block, joined to the last one where both agree or both differ."""
    if blocks and (blocks[-1].operation == "same") == (block.operation == "same"):
        last = blocks.pop()
        joined = last.a_low, block.a_high, last.b_low, block.b_high
        block = Block("same", *joined) if block.operation == "same" else changed(*joined)
    blocks.append(block)


def slid(blocks: Sequence[Block], one: Side, two: Side) -> list[Block]:
    """Moves words added or dropped to where they read best, where the same words stand at both their ends.

    "in {+general, in+} the" is "{+in general,+} in the". Best is beside another change, then where punctuation parts.
    """
    told = list(blocks)
    for number, block in enumerate(told):
        if block.operation not in ("added", "dropped") or not 0 < number < len(told) - 1:
            continue
        before, after = told[number - 1], told[number + 1]
        if before.operation != "same" or after.operation != "same":
            continue
        side, low, high = (two, *block[3:5]) if block.operation == "added" else (one, *block[1:3])
        # Up to a change it may go, and to the ends only where words are left there.
        least, most = (before.a_low - before.a_high, number > 1), (after.a_high - after.a_low, number < len(told) - 2)
        merits = [
            (
                3 * ((shift == least[0] and least[1]) + (shift == most[0] and most[1]))
                + side[low + shift].parted
                + (side[high + shift].parted if high + shift < len(side) else 2),
                -abs(shift),
                shift,
            )
            for shift in _shifts(side, low, high, least[0], most[0])
        ]
        shift = max(merits)[2]
        told[number - 1] = _grown(before, 0, shift)
        told[number] = Block(block.operation, *(place + shift for place in block[1:]))
        told[number + 1] = _grown(after, shift, 0)
    joined: list[Block] = []
    for block in told:
        if block.size:
            add(joined, block)
    return joined


def _shifts(side: Side, low: int, high: int, least: int, most: int) -> list[int]:
    """By how many words a stretch can be moved so that the words it leaves are those it takes."""
    shifts = [0]
    for shift in range(-1, least - 1, -1):
        if side[high + shift].form != side[low + shift].form:
            break
        shifts.append(shift)
    for shift in range(1, most + 1):
        if side[low + shift - 1].form != side[high + shift - 1].form:
            break
        shifts.append(shift)
    return shifts


def _grown(block: Block, first: int, last: int) -> Block:
    """A run of the same words whose ends have moved."""
    return Block("same", block.a_low + first, block.a_high + last, block.b_low + first, block.b_high + last)


def whole_names(blocks: Sequence[Block], one: Side, two: Side) -> list[Block]:
    """Takes the same words of a name into the change where its last word is another: it is another name.

    "United [-States-] {+Kingdom+}" is "[-United States-] {+United Kingdom+}".
    """
    ends = {block.a_low: block for block in blocks if block.operation == "replaced"}
    told: list[Block] = []
    for block in blocks:
        after = ends.get(block.a_high) if block.operation == "same" else None
        taken = _of_name(block, after, one, two) if after else 0
        if not taken:
            add(told, block)
            continue
        if block.a_high - block.a_low > taken:
            add(told, _grown(block, 0, -taken))
        add(told, changed(block.a_high - taken, block.a_high, block.b_high - taken, block.b_high))
    return told


def _of_name(block: Block, after: Block, one: Side, two: Side) -> int:
    """How many words at the end of a run of the same words begin the names that the change after it ends."""
    taken = 0
    lengths = []
    for side, low, high in ((one, *after[1:3]), (two, *after[3:5])):
        name = side[low].name
        if high != low + 1 and side[low + 1].name == name:
            return 0  # more than the last word is another: that is enough to see
        if name < 0 or side[low - 1].name != name or (low + 1 < len(side) and side[low + 1].name == name):
            return 0
        first = low
        while first > 0 and side[first - 1].name == name:
            first -= 1
        lengths.append(low - first)
    if max(lengths) < _NAME:
        taken = min(lengths)
    return min(max(1, taken), block.a_high - block.a_low)


def smooth(blocks: Sequence[Block], one: Side) -> list[Block]:
    """Lets small agreements between large changes go under: "of" alone is none. Numbers that agree always stay."""
    told: list[Block] = []
    for number, block in enumerate(blocks):
        if block.operation == "same" and 0 < number < len(blocks) - 1:
            around = blocks[number - 1].size, blocks[number + 1].size
            island = one[block.a_low : block.a_high]
            telling = sum(word.telling for word in island)
            small = not telling and len(island) <= _ISLAND and sum(around) >= _FLOOD and min(around) > 1
            lone = telling == 1 and len(island) <= 2 and min(around) >= _DEEP
            if (small or lone) and not any(word.number for word in island):
                block = changed(*block[1:])
        add(told, block)
    return told
