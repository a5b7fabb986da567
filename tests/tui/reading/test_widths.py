"""Widths of panes: nothing is lost, nothing becomes unreadable."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.tui.reading.widths import LEAST, STEP, shared, widened

PARTS = st.lists(st.floats(0.01, 10), min_size=1, max_size=6)


@given(st.integers(40, 300), PARTS)
def test_all_columns_are_given_and_none_is_too_narrow(total: int, parts: list[float]) -> None:
    widths = shared(total, parts)
    assert sum(widths) == total and len(widths) == len(parts)
    assert min(widths) >= min(LEAST, total // len(parts))


@given(st.lists(st.integers(LEAST, 90), min_size=2, max_size=6), st.data())
def test_widening_takes_from_the_others_and_narrowing_gives_back(widths: list[int], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(widths) - 1))
    for by in (STEP, -STEP):
        found = widened(widths, place, by)
        assert sum(found) == sum(widths)
        assert min(found) >= LEAST
        if by > 0:
            assert widths[place] <= found[place] <= widths[place] + STEP
        else:
            assert widths[place] - STEP <= found[place] <= widths[place]


def test_two_panes_of_eighty_columns() -> None:
    assert shared(80, [1, 1]) == [40, 40]
    assert widened([40, 40], 0, STEP) == [44, 36]
    assert widened([54, 26], 0, STEP) == [54, 26]
    assert widened([40, 40, 40], 1, STEP) == [38, 44, 38]
    assert shared(160, [44, 36]) == [88, 72]
