from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.tui.reading.columns import lay_out


def test_wide_screens_have_names_and_narrow_ones_do_not() -> None:
    assert lay_out(80, 5, 0).named and lay_out(120, 5, 0).named
    assert not lay_out(40, 5, 0).named
    assert lay_out(40, 5, 0).shown == 5


def test_names_have_the_width_they_need_where_there_is_room() -> None:
    assert lay_out(200, 5, 0, name=23).cell == 25 and lay_out(120, 5, 0, name=13).cell == 15
    assert lay_out(200, 2, 0, name=90).cell == 32, "a long title does not take it all"
    assert lay_out(200, 5, 0, name=4).cell == 14


def test_a_cell_of_the_line_belongs_to_a_column() -> None:
    columns = lay_out(80, 5, 0)
    assert columns.at(columns.words - 1) is None
    assert columns.at(columns.words) == 0
    assert columns.at(columns.words + columns.cell) == 1
    assert columns.at(columns.words + 5 * columns.cell) is None


@given(st.integers(0, 300), st.integers(1, 60), st.data())
def test_the_current_column_is_always_on_screen(width: int, count: int, data: st.DataObject) -> None:
    current = data.draw(st.integers(0, count - 1))
    first = data.draw(st.integers(0, count))
    columns = lay_out(width, count, current, first)
    assert current in columns.numbers()
    assert columns.first >= 0 and columns.first + columns.shown <= count
    if width >= 40:
        assert columns.words + columns.shown * columns.cell <= width


def test_columns_on_screen_stay_where_they_are() -> None:
    assert lay_out(40, 12, 5, first=3).first == 3
    assert lay_out(40, 12, 2, first=3).first == 2
    assert lay_out(40, 12, 11, first=3).first == 7
