"""What is drawn over something else leaves no half of a character behind."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tuireader.tui.terminal.cells import Cell, paint
from tuireader.tui.terminal.looks import PLAIN
from tuireader.tui.terminal.steering import Unsteered

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


#: What takes no cell to Rich, one, and what steers of both kinds.
odd = st.text(alphabet="ab 漢e\u0301\xad\x1b\u200b\u202e\ufeff\u2060\x9b", max_size=10)


@given(odd)
def test_what_steers_leaves_its_room_in_cells_as_in_frames(text: str) -> None:
    row: list[Cell] = [("X", PLAIN)] * 24
    segments = [Segment(text, Style()), Segment("|", Style())]
    paint(row, 1, 24, segments, 256)
    sent = "".join(segment.text for segment in Unsteered().apply(segments, Color(0, 0, 0)))
    shown: list[Cell] = [("X", PLAIN)] * 24
    paint(shown, 1, 24, [Segment(sent, Style())], 256)
    assert row == shown
    assert "".join(cell for cell, _ in row).rstrip("X").endswith("|")
    assert [cell for cell, _ in row].index("|") == 1 + cell_len(text)


def test_a_soft_hyphen_leaves_no_old_cell_behind() -> None:
    row: list[Cell] = [("X", PLAIN)] * 4
    paint(row, 0, 4, [Segment("a\xadbc", Style())], 256)
    assert [text for text, _ in row] == ["a", " ", "b", "c"]
