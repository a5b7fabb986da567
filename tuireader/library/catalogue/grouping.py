"""Articles in order to the rows of a list: by story, copies below their telling."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import repeat
from typing import NamedTuple


class Groups(NamedTuple):
    """What a list holds, folded away or not: for each heading the articles below it (0: those alone), the copies of
    each telling, all copies that are listed below their telling, and how many articles there are. ``headed`` tells
    whether headings are listed."""

    below: dict[int, array[int]]
    copies: dict[int, list[int]]
    hidden: set[int]
    articles: int
    headed: bool


def grouped(
    ids: Sequence[int], stories: Sequence[int], copies: Sequence[int], kept: set[int] | None, by_story: bool
) -> Groups:
    """Articles by story.

    ``ids`` are in order, ``stories`` and ``copies`` beside them; ``kept`` are those that answer a filter (None: all).
    A copy is listed below the first of its telling where that is in the list; else it stands for itself.
    """
    held: defaultdict[int, list[int]] = defaultdict(list)
    # Of a hundred thousand articles each step here is felt at every key.
    headings = stories if by_story else repeat(0)
    for id, heading in zip(ids, headings, strict=False):
        if kept is None or id in kept:
            held[heading].append(id)
    below = {heading: array("q", listed) for heading, listed in held.items()}
    carriers: dict[int, list[int]] = {}
    present = kept if kept is not None else set(ids) if any(copies) else set()
    for id, copy_of in zip(ids, copies, strict=True):
        if copy_of and copy_of in present and id in present:
            carriers.setdefault(copy_of, []).append(id)
    hidden = {id for held in carriers.values() for id in held}
    alone = below.pop(0, None)
    if alone is not None:
        below[0] = alone
    headed = by_story and (len(below) > 1 or 0 not in below)
    return Groups(below, carriers, hidden, sum(map(len, below.values())), headed)


def closed(groups: Groups, folded: Collection[int] | None) -> frozenset[int]:
    """The headings that are folded: those of ``folded``, or all (None)."""
    if not groups.headed:
        return frozenset()
    return frozenset(groups.below) if folded is None else frozenset(folded) & groups.below.keys()


def laid_out(groups: Groups, folded: Collection[int], opened: Collection[int]) -> array[int]:
    """The rows of a list: the id of an article, the number of a story below zero, or 0 for the heading of those alone.

    Quick where most is folded, whatever there is. ``opened`` are articles whose copies are listed below them.
    """
    places = array("q")
    for story, held in groups.below.items():
        if groups.headed:
            places.append(-story)
        if story in folded:
            continue
        if not groups.hidden:
            places.extend(held)
            continue
        for id in held:
            if id not in groups.hidden:
                places.append(id)
                if id in opened:
                    places.extend(groups.copies.get(id, ()))
    return places
