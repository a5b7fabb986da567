"""Lines between panes: they reach what they join, and never leave the screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.tui.reading.connectors import Border, Shape, connect

ROWS = st.tuples(st.integers(-30, 30), st.integers(0, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))
PANES = st.lists(st.lists(ROWS, max_size=3), min_size=1, max_size=5)
HEIGHT = 24


def test_level_occurrences_of_other_heights_are_joined_on_their_first_row() -> None:
    assert connect([[(5, 9)], [(5, 6)]], HEIGHT) == [{5: "across"}]
    assert connect([[(-3, 9)], [(2, 6)]], HEIGHT) == [{2: "across"}]


def test_a_line_turns_where_no_row_is_common() -> None:
    assert connect([[(2, 4)], [(7, 9)]], HEIGHT) == [{4: "down", 5: "between", 6: "between", 7: "from_above"}]
    assert connect([[(7, 9)], [(2, 5)]], HEIGHT) == [{7: "up", 6: "between", 5: "from_below"}]


def test_of_several_the_nearest_are_joined() -> None:
    assert connect([[(0, 1), (10, 12)], [(10, 14)]], HEIGHT) == [{10: "across"}]


def test_a_pane_without_it_is_passed_and_the_ends_stay_empty() -> None:
    level = [(5, 7)]
    assert connect([[], level, [], level, []], HEIGHT) == [{}, {5: "dots"}, {5: "dots"}, {}]
    assert connect([level], HEIGHT) == []
    assert connect([level, [(40, 44)]], HEIGHT) == [{}]


@given(PANES)
def test_every_line_is_whole_and_on_screen(panes: list[list[tuple[int, int]]]) -> None:
    borders = connect(panes, HEIGHT)
    assert len(borders) == len(panes) - 1
    for place, border in enumerate(borders):
        assert all(0 <= row < HEIGHT for row in border)
        rows, shapes = sorted(border), set(border.values())
        assert rows == list(range(rows[0], rows[0] + len(rows))) if rows else not border
        if not border or shapes == {"dots"}:
            continue
        assert _ends(border, ("across", "down", "up"), panes[place])
        assert _ends(border, ("across", "from_above", "from_below"), panes[place + 1])


def _ends(border: Border, shapes: tuple[Shape, ...], occurrences: list[tuple[int, int]]) -> bool:
    """Whether exactly one row has such an end, and an occurrence stands there."""
    found = [row for row, shape in border.items() if shape in shapes]
    return len(found) == 1 and any(first <= found[0] <= last for first, last in occurrences)
