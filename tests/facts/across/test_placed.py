"""Things are found by where they stand."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tuireader.facts.across.placed import Placed, covered

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 9)).map(lambda one: (one[0], one[0] + one[1])), max_size=12
)


@given(SPANS, st.integers(0, 70), st.integers(1, 12))
def test_what_is_covered_is_found_where_a_span_touches_it(spans: list[tuple[int, int]], low: int, size: int) -> None:
    touched = any(start < low + size and low < end for start, end in spans)
    assert bool(covered(spans).touching(low, low + size)) is touched


@given(SPANS)
def test_what_is_covered_has_nothing_in_common(spans: list[tuple[int, int]]) -> None:
    found = list(covered(spans).touching(0, 100))
    assert {at for span in found for at in range(*span)} == {at for span in spans for at in range(*span)}
    assert all(end <= start for (_, end), (start, _) in pairwise(found))


def test_those_that_touch_come_in_order() -> None:
    words = [("a", 0, 3), ("b", 3, 5), ("c", 9, 12)]
    placed = Placed(words, lambda word: word[1], lambda word: word[2])
    assert [word[0] for word in placed.touching(2, 4)] == ["a", "b"]
    assert [word[0] for word in placed.touching(5, 9)] == []
    assert [word[0] for word in placed.touching(11, 30)] == ["c"]
