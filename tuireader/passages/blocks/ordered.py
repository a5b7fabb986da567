"""Runs of equal words in one order: what was copied, told from what was scrambled, with its exact borders."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tuireader.passages.links.borders import Stretches

#: So many words may stand between two runs of one chain, and so much more in one article than in the other.
_GAP = 10
_UNEVEN = 6
#: A chain of fewer words is no copy.
_CHAIN = 12
#: The part that chains must cover, that the long ones of them must, and that a single one must.
_COVERED = 0.9
_LONG = 0.8
_ONE = 0.75
#: A chain is dense with so many equal words; such chains in another order must cover so much.
_DENSE = 0.75
_MOVED = 0.7


def copies(around: Stretches, runs: Sequence[Stretches]) -> list[Stretches]:
    """The copied stretches that make up two others, in order; none where these were not copied, but reworded.

    Blocks that were moved are copies of their own, and so is what stands before and after a sentence that one article
    alone has.
    """
    inside = [run for run in runs if _mostly(run, around)]
    chains = _apart(_chains(inside))
    long = [chain for chain in chains if chain.a_last - chain.a_first >= _CHAIN]
    if len(long) == 1 and _covered(long, around) >= _ONE:
        return long
    if _covered(chains, around) >= _COVERED and _covered(long, around) >= _LONG:
        return long
    dense = [chain for chain in long if _equal(chain, inside) >= _DENSE * (chain.a_last - chain.a_first)]
    return dense if _moved(dense) and _covered(dense, around) >= _MOVED else []


def _equal(chain: Stretches, runs: Sequence[Stretches]) -> int:
    """How many words of a chain are equal in both articles."""
    within = [run for run in runs if chain.a_first <= run.a_first and run.a_last <= chain.a_last]
    held = [run for run in within if chain.b_first <= run.b_first and run.b_last <= chain.b_last]
    return sum(run.a_last - run.a_first for run in held)


def _moved(chains: Sequence[Stretches]) -> bool:
    """Whether chains, in the order of the first article, stand in another order in the second."""
    return any(after.b_first < before.b_first for before, after in pairwise(chains))


def _covered(chains: Sequence[Stretches], around: Stretches) -> float:
    """The part of one of two stretches that chains cover: the other may only seem longer, by repeated words."""
    return max(sum(chain[low + 1] - chain[low] for chain in chains) / (around[low + 1] - around[low]) for low in (0, 2))


def _mostly(run: Stretches, around: Stretches) -> bool:
    half = (run.a_last - run.a_first) / 2
    return (
        min(run.a_last, around.a_last) - max(run.a_first, around.a_first) >= half
        and min(run.b_last, around.b_last) - max(run.b_first, around.b_first) >= half
    )


def _chains(runs: Sequence[Stretches]) -> list[Stretches]:
    """Runs that follow each other in both articles, with little and about as much between."""
    open_chains: list[list[int]] = []
    done: list[Stretches] = []
    for run in runs:
        still = []
        best: list[int] | None = None
        for chain in open_chains:
            if run.a_first - chain[1] > _GAP:
                done.append(Stretches(*chain))
                continue
            still.append(chain)
            gaps = run.a_first - chain[1], run.b_first - chain[3]
            fits = min(gaps) >= -2 and max(gaps) <= _GAP and abs(gaps[0] - gaps[1]) <= _UNEVEN
            if fits and (best is None or abs(gaps[0] - gaps[1]) < abs(run.a_first - best[1] - run.b_first + best[3])):
                best = chain
        if best is None:
            still.append(list(run))
        else:
            best[1], best[3] = run.a_last, run.b_last
        open_chains = still
    return sorted([*done, *(Stretches(*chain) for chain in open_chains)])


def _apart(chains: Sequence[Stretches]) -> list[Stretches]:
    """The longest chains that have no words in common in either article; what repeats one of them is left out."""
    kept: list[Stretches] = []
    for chain in sorted(chains, key=lambda chain: (chain.a_first - chain.a_last, chain)):
        if not any(
            min(chain[low + 1], other[low + 1]) > max(chain[low], other[low]) + 2 for other in kept for low in (0, 2)
        ):
            kept.append(chain)
    return sorted(kept)
