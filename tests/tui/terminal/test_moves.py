"""The cursor gets there, in no more bytes than by naming the place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tui.terminal.modelled import ModelShown
from tuireader.tui.terminal.moves import move

WIDTH, HEIGHT = 130, 30
PLACES = st.tuples(st.integers(0, HEIGHT - 1), st.integers(0, WIDTH - 1))


@given(st.lists(PLACES, min_size=2, max_size=20))
@settings(max_examples=100, deadline=None)
def test_it_gets_there(places: list[tuple[int, int]]) -> None:
    terminal = ModelShown(WIDTH, HEIGHT)
    at = None
    for row, column in places:
        sent = move(at, (row, column))
        assert len(sent) <= len(f"\x1b[{row + 1};{column + 1}H")
        terminal.feed(sent)
        assert (terminal.screen.cursor.y, terminal.screen.cursor.x) == (row, column)
        at = row, column


@pytest.mark.parametrize("back", [1, 2, 9])
def test_from_behind_the_last_column_too(back: int) -> None:
    """The cursor stays in it: lines do not wrap."""
    terminal = ModelShown(WIDTH, HEIGHT)
    terminal.feed(f"\x1b[4;{WIDTH}H|")
    terminal.feed(f"{move((3, WIDTH - 1), (4, WIDTH - 1))}|{move((4, WIDTH - 1), (2, WIDTH - 1 - back))}x")
    assert [row[WIDTH - 1] for row in terminal.screen.display[3:5]] == ["|", "|"]
    assert terminal.screen.display[2].rstrip() == " " * (WIDTH - 1 - back) + "x"


@pytest.mark.parametrize(
    ("at", "to", "sent"),
    [
        ((3, 7), (3, 7), ""),
        ((3, 7), (3, 8), "\x1b[C"),
        ((3, 7), (3, 19), "\x1b[12C"),
        ((3, 7), (3, 5), "\b\b"),
        ((3, 90), (3, 4), "\x1b[5G"),
        ((3, 40), (3, 0), "\r"),
        ((3, 40), (4, 0), "\r\n"),
        ((3, 40), (4, 1), "\r\n\x1b[C"),
        ((3, 40), (4, 40), "\x1b[B"),
        ((9, 40), (8, 40), "\x1b[A"),
        ((19, 40), (2, 39), "\x1b[3d\b"),
        ((3, 40), (20, 0), "\x1b[21H"),
        (None, (0, 0), "\x1b[H"),
    ],
)
def test_the_shortest_way(at: tuple[int, int] | None, to: tuple[int, int], sent: str) -> None:
    assert move(at, to) == sent
