"""Puts pairs together into groups, and numbers the independent wordings within one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product

from tuireader.article import Span
from tuireader.facts.across.context import Context
from tuireader.text.words import fold

SameWording = Callable[[Span, Span], bool]


class Union:
    """Disjoint sets of numbers (Galler and Fischer 1964), each named by its smallest member."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, one: int) -> int:
        """The smallest member of the set a number is in."""
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one

    def join(self, one: int, other: int) -> None:
        """Makes two sets one."""
        low, high = sorted((self.find(one), self.find(other)))
        self._parent[high] = low

    def sets(self) -> list[list[int]]:
        """All sets, in order of their smallest members."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._parent)):
            found.setdefault(self.find(number), []).append(number)
        return list(found.values())


#: As many pairs of two articles are looked at in full.
_MANY = 40_000


def pairs(one: Sequence[int], other: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Every pair of two lists; of very long ones (tables of numbers) only those at about the same place in both."""
    if len(one) * len(other) <= _MANY:
        yield from product(one, other)
        return
    reach = max(10, _MANY // (2 * max(len(one), len(other))))
    for number, left in enumerate(one):
        middle = number * len(other) // len(one)
        for right in other[max(0, middle - reach) : middle + reach + 1]:
            yield left, right


#: Whether the values are equal, how likely they are one thing, and the two.
Link = tuple[bool, float, int, int]


def joined(
    size: int, links: Iterable[Link], one_article: Callable[[int, int], bool], equal: Callable[[int, int], bool]
) -> list[list[int]]:
    """The groups that links make of ``size`` things, the surest links first.

    A link is left out where it would put two different values of one article into a group: an article does not
    contradict itself, so the chain of links that says so is wrong somewhere.
    """
    union = Union(size)
    members = {number: [number] for number in range(size)}
    for _, _, left, right in sorted(links, key=lambda link: (not link[0], -link[1], link[2], link[3])):
        one, other = sorted((union.find(left), union.find(right)))
        if one == other:
            continue
        if any(one_article(a, b) and not equal(a, b) for a in members[one] for b in members[other]):
            continue
        union.join(one, other)
        members[one] += members.pop(other)
    return union.sets()


def aligned(
    owners: Sequence[int],
    link: Callable[[Sequence[int], Sequence[int]], Iterable[Link]],
    equal: Callable[[int, int], bool],
) -> list[list[int]]:
    """The groups of things that belong to the articles ``owners``, linked for each pair of articles."""
    by_article: dict[int, list[int]] = {}
    for number, article in enumerate(owners):
        by_article.setdefault(article, []).append(number)
    links = [
        found
        for one, other in combinations(sorted(by_article), 2)
        for found in link(by_article[one], by_article[other])
    ]
    return joined(len(owners), links, lambda a, b: owners[a] == owners[b], equal)


def one_to_one(scored: Iterable[tuple[float, int, int]], enough: float) -> list[tuple[int, int, float]]:
    """The best pairs, each number on either side used once, highest score first."""
    left: set[int] = set()
    right: set[int] = set()
    chosen = []
    for score, one, other in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if score < enough:
            break
        if one not in left and other not in right:
            left.add(one)
            right.add(other)
            chosen.append((one, other, score))
    return chosen


def equal_first(equal: Iterable[tuple[float, int, int]], unequal: Iterable[tuple[float, int, int]]) -> list[Link]:
    """The best links of two articles: of equal values first, then of different ones among what is left over."""
    chosen = one_to_one(equal, 0.0)
    used = {number for left, right, _ in chosen for number in (left, right)}
    rest = [item for item in unequal if item[1] not in used and item[2] not in used]
    return [(True, score, left, right) for left, right, score in chosen] + [
        (False, score, left, right) for left, right, score in one_to_one(rest, 0.0)
    ]


def newcomers(owners: Sequence[int]) -> list[int]:
    """Where in a group each article but the first comes in, the things of the group belonging to ``owners``."""
    first: dict[int, int] = {}
    for at, owner in enumerate(owners):
        first.setdefault(owner, at)
    return list(first.values())[1:]


#: From this likeness on two sentences count as one wording, copied or lightly edited.
_COPIED = 0.72


def wordings(
    spans: Sequence[Span],
    values: Sequence[str],
    where: Sequence[tuple[int, int]],
    context: Context,
    same: SameWording | None,
) -> list[int]:
    """Numbers from 1 that tell the independent wordings of some spans apart.

    Different values in two articles are never one wording: who says otherwise did not copy that. ``where`` gives each
    span's article and sentence as numbers. ``same`` is asked first; without it sentences that are nearly alike count as
    copied.
    """
    plain = ["".join(char for char in fold(value) if char.isalnum()) for value in values]

    def copied(one: int, other: int) -> bool:
        if plain[one] != plain[other]:
            return False
        if same is not None:
            return same(spans[one], spans[other])
        return context.likeness(context.words(*where[one]), context.words(*where[other])) >= _COPIED

    by_article: dict[str, list[int]] = {}
    for number, span in enumerate(spans):
        by_article.setdefault(span.article, []).append(number)
    # An article is one wording throughout, so that a fact it tells a thousand times costs no million comparisons.
    union = Union(len(spans))
    for first, *rest in by_article.values():
        for number in rest:
            union.join(first, number)
    for mine, theirs in combinations(by_article.values(), 2):
        if union.find(mine[0]) != union.find(theirs[0]) and any(copied(*pair) for pair in product(mine, theirs)):
            union.join(mine[0], theirs[0])
    numbers: dict[int, int] = {}
    return [numbers.setdefault(union.find(index), len(numbers) + 1) for index in range(len(spans))]
