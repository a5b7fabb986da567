"""Which articles stand together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.article import Span
from tuireader.overview import Branch, Pair
from tuireader.overview.grouping import clusters, loners, tree
from tuireader.passages import Occurrence, Passage


def pair(a: str, b: str, share: float) -> Pair:
    return Pair(a, b, share, share, share, 0, 0)


def test_two_that_share_most_are_joined_first_and_a_third_by_the_mean() -> None:
    (top,) = tree("abc", [pair("a", "b", 0.4), pair("a", "c", 0.8), pair("b", "c", 0.2)])
    assert top.articles == ("a", "c", "b")
    assert abs(top.share - 0.3) < 1e-9 and top.parts[0] == Branch(("a", "c"), 0.8, (Branch(("a",)), Branch(("c",))))


def test_a_chain_does_not_make_its_ends_stand_together() -> None:
    pairs = [pair("a", "b", 0.9), pair("b", "c", 0.5)]
    branches = tree("abcd", pairs)
    assert [branch.articles for branch in branches] == [("a", "b", "c"), ("d",)]
    (held,) = clusters(branches, [])
    assert held.articles == ("a", "b"), "c shares a quarter with both, on average"
    found = loners("abcd", [held], pairs, dict.fromkeys("abcd", 0.5) | {"d": 0.0})
    assert [(each.article, each.nearest, each.share) for each in found] == [("d", "", 0.0), ("c", "b", 0.5)]


def test_what_holds_a_cluster_together() -> None:
    def passage(number: int, *told: tuple[str, int]) -> Passage:
        return Passage(number, "verbatim", 1.0, tuple(Occurrence(Span(id, 0, 9), wording) for id, wording in told))

    passages = [
        passage(1, ("a", 1), ("b", 1)),
        passage(2, ("a", 1), ("b", 2)),
        passage(3, ("a", 1), ("c", 1)),
        passage(4, ("a", 1), ("a", 1), ("c", 2)),
    ]
    (held,) = clusters(tree("abc", [pair("a", "b", 0.9)]), passages)
    assert (held.passages, held.alike) == (2, 1)


@given(st.lists(st.floats(0.01, 1.0), min_size=21, max_size=21), st.integers(0, 21))
def test_every_article_stands_somewhere_once_and_outer_branches_share_less(shares: list[float], kept: int) -> None:
    ids = "abcdefg"
    every = [(a, b) for place, a in enumerate(ids) for b in ids[place + 1 :]]
    branches = tree(ids, [pair(a, b, share) for (a, b), share in zip(every[:kept], shares, strict=False)])
    assert sorted(id for branch in branches for id in branch.articles) == list(ids)

    def falls(branch: Branch) -> bool:
        return all(part.share >= branch.share - 1e-9 and falls(part) for part in branch.parts)

    assert all(map(falls, branches))
