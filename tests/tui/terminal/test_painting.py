"""What is drawn over something else leaves no half of a character behind."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from tuireader.tui.terminal.cells import Cell, paint
from tuireader.tui.terminal.looks import PLAIN

WIDTH = 12

#: Where it begins, how many columns it claims, what it holds: widgets that have just become narrower claim too few.
strokes = st.tuples(st.integers(0, WIDTH), st.integers(0, WIDTH), st.text(alphabet="ab 漢e\u0301", max_size=8))


@given(st.lists(strokes, min_size=1, max_size=6))
@settings(max_examples=200, deadline=None)
def test_no_row_has_half_a_character(drawn: list[tuple[int, int, str]]) -> None:
    row: list[Cell] = [(" ", PLAIN)] * WIDTH
    for x, columns, text in drawn:
        paint(row, x, min(x + columns, WIDTH), [Segment(text, Style())], 256)
    assert len(row) == WIDTH
    for (text, _), (after, _) in zip(row, [*row[1:], (" ", PLAIN)], strict=True):
        assert (after == "") == text.startswith("漢"), row
    assert row[0][0] != ""


def test_what_does_not_fit_leaves_blanks_and_not_what_stood_there() -> None:
    row: list[Cell] = [(" ", PLAIN)] * 8
    paint(row, 0, 8, [Segment("遠回遠回", Style())], 256)
    paint(row, 0, 3, [Segment("遠回", Style())], 256)
    paint(row, 3, 8, [Segment("abc", Style())], 256)
    assert [text for text, _ in row] == ["遠", "", " ", "a", "b", "c", "回", ""]
