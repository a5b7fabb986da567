"""Articles in order to the rows of a list: by story, copies below their telling."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from typing import NamedTuple


class Counts(NamedTuple):
    """What a list holds: for each heading the articles below it, shown or not (0: those alone), which headings are
    folded, and how many articles there are in all, shown or not."""

    below: dict[int, array[int]]
    folded: frozenset[int]
    articles: int


def grouped(
    ids: Sequence[int],
    stories: Sequence[int],
    copies: Sequence[int],
    kept: set[int] | None,
    by_story: bool,
    folded: Collection[int] | None,
    opened: Collection[int],
) -> tuple[array[int], Counts]:
    """The rows of a list, and what it holds.

    ``ids`` are in order, ``stories`` and ``copies`` beside them; ``kept`` are those that answer a filter (None: all).
    ``folded`` and ``opened`` as ``Catalogue.listing`` has them. A copy is listed below the first of its telling where
    that is in the list, and only when it is opened; else it stands for itself.
    """
    present = set(ids) if kept is None else kept
    below: dict[int, array[int]] = {}
    carriers: dict[int, list[int]] = {}
    articles = 0
    for id, story, copy_of in zip(ids, stories, copies, strict=True):
        if kept is not None and id not in kept:
            continue
        articles += 1
        if copy_of and copy_of in present:
            carriers.setdefault(copy_of, []).append(id)
        heading = story if by_story else 0
        if heading not in below:
            below[heading] = array("q")
        below[heading].append(id)
    hidden = {id for held in carriers.values() for id in held}
    alone = below.pop(0, None)
    if alone is not None:
        below[0] = alone
    closed = frozenset(below) if folded is None else frozenset(folded) & below.keys()
    if not by_story:
        closed = frozenset()
    places = array("q")
    several = by_story and (len(below) > 1 or 0 not in below)
    for story, held in below.items():
        if several:
            places.append(-story)
        if story in closed and several:
            continue
        for id in held:
            if id not in hidden:
                places.append(id)
                if id in opened:
                    places.extend(carriers.get(id, ()))
    return places, Counts(below, closed, articles)
