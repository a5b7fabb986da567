from __future__ import annotations

import pytest

from tuireader.search.rank import Tier, gap, score


def test_tiers_never_overlap() -> None:
    for low, high in ((Tier.SOME, Tier.FUZZY), (Tier.FUZZY, Tier.BEGINNING), (Tier.BEGINNING, Tier.WHOLE)):
        assert score(low, 1.0, "title", 0, 1) <= score(high, 0.0, "body", 500, 500) + 1e-9


def test_titles_before_body_together_before_scattered_close_before_far() -> None:
    plain = score(Tier.FUZZY, 0.8, "body", 3, 20)
    assert score(Tier.FUZZY, 0.8, "title", 3, 20) > plain
    assert score(Tier.FUZZY, 0.8, "body", 0, 20) > plain
    assert score(Tier.FUZZY, 0.9, "body", 3, 20) > plain
    assert score(Tier.FUZZY, 0.8, "body", 3, 10) > plain


@pytest.mark.parametrize(
    ("places", "expected"),
    [([], 0), ([[4]], 0), ([[4], [5]], 0), ([[4], [8]], 3), ([[5], [4]], 2), ([[0, 7], [8]], 0), ([[1], [2], [4]], 1)],
)
def test_gap_counts_the_words_between(places: list[list[int]], expected: int) -> None:
    assert gap(places) == expected
