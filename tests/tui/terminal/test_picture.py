"""What a terminal shows, kept as bytes and as what is to be sent to another one."""

from __future__ import annotations

import json

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.tui.terminal.cells import Cell
from tuireader.tui.terminal.grid import cells_of
from tuireader.tui.terminal.looks import PLAIN, Look
from tuireader.tui.terminal.picture import Picture, packed, painting, unpacked

LOOKS = [PLAIN, Look("31", "48;5;17", ("1",)), Look("38;2;1;2;3", "", ("3", "4"))]
cells = st.builds(lambda text, look: cells_of(look)[text], st.sampled_from("ab é━"), st.sampled_from(LOOKS))
wide = st.sampled_from(LOOKS).map(lambda look: [("語", look), ("", look)])


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    width, height = draw(st.integers(2, 9)), draw(st.integers(1, 4))
    rows: list[list[Cell]] = [draw(st.lists(cells, min_size=width, max_size=width)) for _ in range(height)]
    if draw(st.booleans()):
        rows[0][:2] = draw(wide)
    cursor = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
    return Picture(rows, cursor, draw(st.booleans()), draw(st.text(max_size=5)))


@given(pictures())
def test_it_is_the_same_again(picture: Picture) -> None:
    assert unpacked(packed(picture)) == picture


@given(pictures())
def test_a_terminal_shows_it(picture: Picture) -> None:
    screen = pyte.Screen(*picture.size)
    pyte.Stream(screen).feed("\x1b[?7l")
    # Whatever stood there before.
    screen.draw("x" * (picture.size[0] * picture.size[1]))
    pyte.Stream(screen).feed(painting(picture))
    for row, shown in zip(picture.rows, screen.display, strict=True):
        assert "".join(text for text, _ in row) == shown
    assert (screen.cursor.x, screen.cursor.y) == picture.cursor


@pytest.mark.parametrize(
    "change",
    [{"rows": []}, {"rows": [[[0, "ab"]], [[0, "a"]]]}, {"rows": [[[5, "ab"]]]}, {"cursor": [9, 0]}, {"looks": 3}],
)
def test_what_does_not_fit_together_is_none(change: dict[str, object]) -> None:
    form = {"rows": [[[0, "ab"]]], "looks": [["", "", []]], "cursor": [0, 0], "seen": False, "meaning": ""}
    assert unpacked(json.dumps(form).encode()) is not None
    assert unpacked(json.dumps(form | change).encode()) is None
    assert unpacked(b"\xff") is None
