"""The longest common subsequence of two sequences of numbers, and what lies between; of long ones an approximation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

#: Larger tables than this would cost too much memory: such sequences are first parted at what is unique in both.
_CELLS = 40_000_000
#: So many numbers in a row make a place that can be unique.
_ANCHOR = 3

#: Whether equal, and then the two stretches: first low, first high, second low, second high.
Step = tuple[bool, int, int, int, int]


def align(one: Sequence[int], two: Sequence[int]) -> Iterator[Step]:
    """Steps that cover both sequences in order. Long sequences are parted as in patience diff (Cohen 2008)."""
    a = b = 0
    for p, q in [*(_anchors(one, two) if len(one) * len(two) > _CELLS else ()), (len(one), len(two))]:
        yield from _short(one, two, a, p, b, q)
        a, b = p, q


def _short(one: Sequence[int], two: Sequence[int], a: int, p: int, b: int, q: int) -> Iterator[Step]:
    if (p - a) * (q - b) > _CELLS:
        yield False, a, p, b, q
        return
    # From the package, not from its module: while another thread imports it, that would be half there.
    from rapidfuzz import distance

    for step in distance.Indel.opcodes(one[a:p], two[b:q]):
        equal = step.tag == "equal"
        yield equal, a + step.src_start, a + step.src_end, b + step.dest_start, b + step.dest_end


def _anchors(one: Sequence[int], two: Sequence[int]) -> list[tuple[int, int]]:
    """Places of runs that stand once in each, as many as the order of both allows (longest increasing subsequence)."""
    where = _unique(two)
    common = [(p, where[run]) for run, p in _unique(one).items() if run in where]
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(common)
    for number, (_, q) in enumerate(common):
        place = bisect_left(tails, q)
        before[number] = ends[place - 1] if place else -1
        tails[place : place + 1] = [q]
        ends[place : place + 1] = [number]
    chain = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(common[number])
        number = before[number]
    return chain[::-1]


def _unique(numbers: Sequence[int]) -> dict[tuple[int, ...], int]:
    """Runs that stand only once, and where, in order."""
    first: dict[tuple[int, ...], int] = {}
    twice: set[tuple[int, ...]] = set()
    for place in range(len(numbers) - _ANCHOR + 1):
        run = tuple(numbers[place : place + _ANCHOR])
        if run in first:
            twice.add(run)
        else:
            first[run] = place
    return {run: place for run, place in first.items() if run not in twice}
