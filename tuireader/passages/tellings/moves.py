"""What a change of wording holds inside: words that have only moved, numbers that answer each other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import product

from tuireader.passages.tellings.steps import Pair, Side
from tuireader.passages.tellings.tokens import Block, Token, changed

#: So many telling words in a row that stand elsewhere as well have been moved, not dropped and added.
_MOVED = 2
#: A run of more words than this needs but one that tells, if that stands once on either side.
_LONG = 2
#: A word begins a run only where so few pairs of its places are to be looked at.
_PLACES = 64
#: In a change of so few words a number is seen anyway.
_SMALL = 3
#: Among so many numbers the one that answers is sought; in one change no more of them are told apart.
_NEXT = 8
_MOST = 400
_SIZE = re.compile(r"\d{1,18}(?:\.\d{1,9})?")
#: Words that belong to the number behind them.
_WORDS = "about approximately around at exactly least more most nearly over roughly some than under up to"
_ABOUT = frozenset(_WORDS.split())


def at_stops(blocks: Sequence[Block], one: Side, two: Side) -> list[Block]:
    """Parts what was replaced where sentences end on both sides: the end of one is not the opening of the next."""
    parted: list[Block] = []
    for block in blocks:
        if block.operation == "replaced":
            inner = [
                [place for place in range(low + 1, high) if side[place].parted == 2]
                for side, low, high in ((one, *block[1:3]), (two, *block[3:5]))
            ]
            for p, q in zip(*inner, strict=False):
                parted.append(changed(block.a_low, p, block.b_low, q))
                block = changed(p, block.a_high, q, block.b_high)
        parted.append(block)
    return parted


def moved(blocks: Sequence[Block], one: Side, two: Side, answered: Collection[Pair]) -> list[Block]:
    """Finds runs of words that one change drops and another adds. ``answered``: pairs that stand in their place."""
    changes = [block for block in blocks if block.operation != "same"]
    # Which change each word lies in; a moved run stays within one on either side.
    a_home = [-1] * (len(one) + 1)
    b_home = [-1] * (len(two) + 1)
    where: tuple[dict[str, list[int]], dict[str, list[int]]] = {}, {}
    for number, block in enumerate(changes):
        sides = (one, a_home, where[0], *block[1:3]), (two, b_home, where[1], *block[3:5])
        for side, home, places, low, high in sides:
            for place in range(low, high):
                home[place] = number
                places.setdefault(side[place].form, []).append(place)
    counts = Counter(word.form for word in one), Counter(word.form for word in two)
    still = frozenset(answered)

    def goes_on(p: int, q: int, step: int) -> bool:
        """Whether the run with the pair (p, q) has that pair too which is so many words on."""
        p_on, q_on = p + step, q + step
        if not (0 <= p_on < len(one) and 0 <= q_on < len(two)):
            return False
        within = a_home[p_on] == a_home[p] and b_home[q_on] == b_home[q]
        return within and one[p_on].form == two[q_on].form and (p_on, q_on) not in still

    found: list[tuple[int, int, int]] = []
    seen: set[Pair] = set()
    for form, a_places in where[0].items():
        b_places = where[1].get(form, ())
        # What stands everywhere begins no run, but a run that something rarer began can hold it.
        for p, q in product(a_places, b_places) if len(a_places) * len(b_places) <= _PLACES else ():
            if (p, q) in seen or not goes_on(p, q, 0):
                continue
            first, last = 0, 1
            while goes_on(p, q, first - 1):
                first -= 1
            while goes_on(p, q, last):
                last += 1
            seen.update((p + step, q + step) for step in range(first, last))
            if _worth(one[p + first : p + last], counts):
                found.append((first - last, p + first, q + first))
    runs: list[Block] = []
    for length, p, q in sorted(found):
        free = a_home[p : p - length] + b_home[q : q - length]
        if -1 not in free:
            runs.append(Block("moved", p, p - length, q, q - length))
            a_home[p : p - length] = b_home[q : q - length] = [-1] * -length
    return _carve(blocks, runs) if runs else list(blocks)


def _worth(run: Side, counts: tuple[Counter[str], Counter[str]]) -> bool:
    """Whether a run of words is told of as moved: several telling words, or one that stands once on either side."""
    telling = [word for word in run if word.telling]
    if sum(1 if word.form.isascii() or len(word.form) > 1 else 0.5 for word in telling) >= _MOVED:
        return True
    once = [word for word in telling if counts[0][word.form] == counts[1][word.form] == 1]
    return any(word.number or len(run) > _LONG or (len(run) > 1 and word.name >= 0) for word in once)


def _carve(blocks: Sequence[Block], runs: Sequence[Block]) -> list[Block]:
    """Takes the moved runs out of the changes they lie in."""
    carved: list[Block] = list(runs)
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
            carved.append(changed(low, high, left, right))
    return sorted(carved, key=lambda block: (block.a_low, block.b_low, block.a_high))


def _rest(low: int, high: int, taken: Sequence[Pair]) -> list[Pair]:
    """What of ``low:high`` the stretches taken (in order, each within one change) leave."""
    rest = []
    for first, last in taken[bisect_left(taken, (low, low)) : bisect_left(taken, (high, high))]:
        if first > low:
            rest.append((low, first))
        low = last
    if low < high:
        rest.append((low, high))
    return rest


def at_numbers(blocks: Sequence[Block], one: Side, two: Side) -> list[Block]:
    """Parts long changes so that a number stands beside the one that replaced it, and neither drowns."""
    parted: list[Block] = []
    for block in blocks:
        long = max(block.a_high - block.a_low, block.b_high - block.b_low) > _SMALL
        if block.operation == "replaced" and long:
            for (p, p_end), (q, q_end) in _answering(one, block.a_low, block.a_high, two, block.b_low, block.b_high):
                if block.a_low < p or block.b_low < q:
                    parted.append(changed(block.a_low, p, block.b_low, q))
                parted.append(changed(p, p_end, q, q_end))
                block = changed(p_end, block.a_high, q_end, block.b_high)
        if block.size:
            parted.append(block)
    return parted


def _answering(one: Side, a_low: int, a_high: int, two: Side, b_low: int, b_high: int) -> Iterator[tuple[Pair, Pair]]:
    """The numbers of two stretches that answer each other, in order: of one kind, and the nearest in size."""
    left = _numbers(two, b_low, b_high)[:_MOST]
    for own in _numbers(one, a_low, a_high)[:_MOST]:
        word = one[own[1] - 1]
        like = [place for place, other in enumerate(left[:_NEXT]) if _kind(two[other[1] - 1]) == _kind(word)]
        if like:
            nearest = min(like, key=lambda place: _apart(word, two[left[place][1] - 1]))
            yield own, left[nearest]
            left = left[nearest + 1 :]


def _kind(word: Token) -> str:
    """Its sign, or whether it looks like a year: a price is no answer to one."""
    sign = word.form.strip("0123456789.,")
    return sign or ("year" if len(word.form) == 4 and word.form[:2] in ("19", "20") else "")


def _apart(word: Token, other: Token) -> float:
    """How far two numbers are from each other, as a ratio."""
    low, high = sorted(float(_SIZE.findall(each.form.replace(",", ""))[0]) for each in (word, other))
    return high / max(low, 0.01)


def _numbers(side: Side, low: int, high: int) -> list[Pair]:
    """Where the numbers of a stretch stand, with the "over" or "around" before them."""
    found = []
    reached = low
    for place in range(low, high):
        if side[place].number:
            first = place
            while first > reached and side[first - 1].form in _ABOUT and not side[first].parted:
                first -= 1
            found.append((first, place + 1))
            reached = place + 1
    return found
