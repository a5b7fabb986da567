"""Articles that are alike to stories, so that one like two of them does not make a month of coverage one story.

Average linkage (Sokal and Michener 1958) over the pairs that are alike, the likest first; of two groups so many members
are asked as tell it. What comes out depends on what the articles are, not on the order they came in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

#: Two groups become one where their members reach this on the average: each pair that was found alike reaches 1.
_TOGETHER = 0.85
#: A story is told within so many days; for more, its ends must be so much alike.
_SPREAD, _LASTING = 10, 1.6
#: So many members of a group are asked, its first and those likest to others.
_ASKED = 4

Edge = tuple[int, int, float]


def clusters(
    docs: Iterable[int],
    edges: Sequence[Edge],
    rank: Mapping[int, object],
    day: Callable[[int], int | None],
    kin: Callable[[int, int], float],
) -> list[list[int]]:
    """The groups of ``docs``, each in the order of ``rank``, the groups by their first.

    ``edges`` are pairs that are alike, with how much (1 and more); ``rank`` gives each doc a place that does not depend
    on when it came, for ties; ``kin`` tells of any two how much they are alike.
    """
    order = {doc: place for place, doc in enumerate(sorted(docs, key=lambda doc: (rank[doc], doc)))}
    group = {doc: [doc] for doc in order}
    refused: set[tuple[int, int, int, int]] = set()
    placed = sorted(edges, key=lambda edge: (-edge[2], *sorted((order[edge[0]], order[edge[1]]))))
    for a, b, _ in placed:
        one, other = group[a], group[b]
        if one is other:
            continue
        # Groups are told by their first and how many they are: what was refused is not asked again until one has grown.
        told = (one[0], len(one), other[0], len(other))
        if told in refused:
            continue
        if not _one_story(one, other, (a, b), day, kin):
            refused.update((told, (*told[2:], *told[:2])))
            continue
        both = sorted((*one, *other), key=order.__getitem__)
        for doc in both:
            group[doc] = both
    firsts = {held[0]: held for held in group.values()}
    return [firsts[first] for first in sorted(firsts, key=order.__getitem__)]


def _one_story(
    one: Sequence[int],
    other: Sequence[int],
    alike: tuple[int, int],
    day: Callable[[int], int | None],
    kin: Callable[[int, int], float],
) -> bool:
    mine, theirs = _some(one, alike), _some(other, alike)
    found = [kin(a, b) for a in mine for b in theirs]
    average = sum(found) / len(found)
    days = [known for doc in (*one, *other) if (known := day(doc)) is not None]
    spread = max(days) - min(days) if days else 0
    return average >= (_TOGETHER if spread <= _SPREAD else _LASTING)


def _some(group: Sequence[int], alike: tuple[int, int]) -> list[int]:
    """Members that speak for a group: the one that is alike, and others from its whole length."""
    step = max(1, len(group) // _ASKED)
    return list(dict.fromkeys((*(doc for doc in alike if doc in group), *group[::step])))[: _ASKED + 1]
