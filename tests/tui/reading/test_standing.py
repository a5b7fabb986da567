"""Where one stands, in words that fit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.tui.reading.standing import Near, Told, alone_at, at_passage, between, near


def said(told: Told, width: int) -> str:
    return "".join(text for text, _ in at_passage(told, width, "·"))


def test_a_passage_is_told_with_its_articles_and_wordings() -> None:
    told = Told(4, 17, [1, 2, 5], 2)
    assert said(told, 80) == "passage 4 of 17 · 3 articles · 2 wordings"
    assert said(told, 120) == "passage 4 of 17 · 3 articles (1 2 5) · 2 wordings"
    assert said(told, 40) == "4 of 17 · in 1 2 5"
    assert said(Told(4, 17, list(range(1, 13)), 1), 40) == "4 of 17 · 12 articles"
    assert said(Told(4, 17, list(range(1, 13)), 1), 120) == "passage 4 of 17 · 12 articles · 1 wording"


def test_between_passages() -> None:
    spans = [(0, 10, 1), (20, 30, 3), (25, 45, 4), (60, 70, 2)]
    assert near(spans, 12, 9) == Near(1, 3, 9)
    assert near(spans, 50, 9) == Near(4, 2, 9)
    assert between(near(spans, 50, 9), 80) == "between passages 4 and 2 of 9"
    assert between(near(spans, 50, 9), 40) == "between 4 and 2 of 9"
    assert between(near(spans[1:], 3, 9), 80) == "before passage 3 of 9"
    assert between(near(spans, 90, 9), 80) == "after passage 2 of 9"
    assert between(near([], 90, 9), 80) == ""


def test_among_what_only_one_article_has() -> None:
    stretches, runs = [(0, 10), (11, 20), (40, 50), (70, 90)], [0, 40, 70]
    for place, want in [((0, 10), "1"), ((11, 20), "1"), ((22, 30), "after 1"), ((45, 55), "2"), ((95, 99), "after 3")]:
        assert alone_at(stretches, runs, *place) == f"only here, {want} of 3"
    assert alone_at(stretches[2:], runs[1:], 0, 10) == "only here, before 1 of 2"
    assert alone_at([], [], 0, 10) == "nothing only here"


@given(
    st.lists(st.tuples(st.integers(0, 99), st.integers(1, 9)), min_size=1, max_size=6),
    st.integers(0, 120),
    st.booleans(),
)
def test_there_is_always_something_to_say_outside_passages(
    pieces: list[tuple[int, int]], offset: int, wide: bool
) -> None:
    spans = sorted((start, start + length, number) for number, (start, length) in enumerate(pieces, 1))
    if any(start <= offset < end for start, end, _ in spans):
        return
    found = near(spans, offset, len(spans))
    assert found.before or found.after
    line = between(found, 80 if wide else 40)
    assert line and len(line) <= (40 if wide else 26)
