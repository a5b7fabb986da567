from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.tui.reading.layers import Layer

stretches = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from("abc")), max_size=8)


@given(stretches)
def test_the_later_of_two_that_overlap_wins(given_: list[tuple[int, int, str]]) -> None:
    plain: dict[int, str] = {}
    for start, end, token in given_:
        plain.update(dict.fromkeys(range(start, end), token))
    layer = Layer(given_)
    assert {offset: layer.at(offset) for offset in range(31) if layer.at(offset) is not None} == plain


@given(stretches, st.integers(0, 30), st.integers(0, 30))
def test_over_gives_exactly_what_overlaps(given_: list[tuple[int, int, str]], start: int, end: int) -> None:
    layer = Layer(given_)
    everything = layer.over(0, 100)
    assert list(layer.over(start, end)) == [
        each for each in everything if each.start < end and each.end > start and start < end
    ]
