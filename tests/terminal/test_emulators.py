"""The emulators show and answer what a terminal does, so that what is held against them is held against terminals."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

import pytest

from tests.terminal import xterm
from tests.terminal.emulators import Emulator, Make, Pyte


@pytest.fixture(params=[Pyte, xterm.Xterm])
def make(request: pytest.FixtureRequest) -> Iterator[Callable[[int, int], Emulator]]:
    """Makes emulators, which end with the test."""
    if request.param is xterm.Xterm and xterm.missing():
        pytest.skip(xterm.missing())
    made: list[Emulator] = []

    def open_one(width: int, height: int) -> Emulator:
        made.append(request.param(width, height))
        return made[-1]

    yield open_one
    for each in made:
        each.close()


def test_cells_have_characters_colours_and_attributes(make: Make) -> None:
    terminal = make(12, 3)
    terminal.feed("a\x1b[1;3;4;7;9;31;44mb\x1b[0m漢e\u0301\x1b[2;3H\x1b[48;2;1;2;3mx\x1b[K".encode())
    rows = terminal.rows()
    assert [unicodedata.normalize("NFC", cell.text) for cell in rows[0][:6]] == ["a", "b", "漢", "", "é", " "]
    assert rows[0][1].attributes == "bold italic underline reverse strike"
    assert rows[0][1].fore != rows[0][0].fore and rows[0][1].back != rows[0][0].back
    assert rows[1][11].back == rows[1][2].back != rows[1][1].back, "what was erased has the pen's ground"
    assert [unicodedata.normalize("NFC", line) for line in terminal.lines()] == ["ab漢é", "  x", ""]


def test_the_cursor_is_where_it_was_put(make: Make) -> None:
    terminal = make(12, 3)
    assert terminal.cursor_seen()
    terminal.feed(b"\x1b[?25l\x1b[2;5H")
    assert terminal.cursor() == (4, 1) and not terminal.cursor_seen()
    terminal.feed(b"\x1b[1;1H123456789012")
    assert terminal.cursor() == (11, 0)


def test_questions_are_answered_in_order_with_what_held_then(make: Make) -> None:
    terminal = make(12, 3)
    asked = b"\x1b[6nabc\x1b[6n\x1b[?2026$p\x1b[3;2H\x1b[6n\x1b[?69$p"
    assert terminal.feed(asked) == b"\x1b[1;1R\x1b[1;4R\x1b[?2026;2$y\x1b[3;2R\x1b[?69;0$y"
    assert terminal.feed(b"\x1b[c").startswith(b"\x1b[?")


def test_pieces_may_be_torn_anywhere(make: Make) -> None:
    sent = "\x1b[2;3H\x1b[1m漢\x1b[0m\x1bP+q524742\x1b\\\x1b[>4;2m\x1b[?4m\x1b[!p\x1b[?2026$p\x1b[6nx".encode()
    whole, torn = make(12, 3), make(12, 3)
    answered = whole.feed(sent)
    assert b"".join(torn.feed(bytes([byte])) for byte in sent) == answered
    assert torn.rows() == whole.rows() and torn.cursor() == whole.cursor()
    assert whole.lines() == ["", "  漢x", ""]
    for at in range(1, len(sent)):
        halves = make(12, 3)
        assert halves.feed(sent[:at]) + halves.feed(sent[at:]) == answered
        assert halves.rows() == whole.rows(), at


def test_lines_scroll_between_two_rows(make: Make) -> None:
    terminal = make(6, 4)
    terminal.feed(b"\x1b[1;1Hone\x1b[2;1Htwo\x1b[3;1Hthree\x1b[4;1Hfour\x1b[2;3r\x1b[2;1H\x1b[M\x1b[r")
    assert terminal.lines() == ["one", "three", "", "four"]


def test_another_size(make: Make) -> None:
    terminal = make(6, 4)
    terminal.resize(8, 2)
    terminal.feed(b"\x1b[2J\x1b[2;8Hx")
    assert terminal.lines() == ["", "       x"]
    assert [len(row) for row in terminal.rows()] == [8, 8]


def test_a_line_that_comes_in_is_blank_where_nothing_was_written(make: Make) -> None:
    terminal = make(6, 4)
    terminal.feed(b"\x1b[1;1Hone\x1b[2;1Htwo\x1b[L\x1b[1;1H\x1b[M")
    assert terminal.lines() == ["", "two", "", ""]
