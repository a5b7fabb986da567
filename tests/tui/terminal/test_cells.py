"""What is sent brings a terminal to the frame that was drawn: held against pyte, a model of a terminal."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from tests import hostile
from tuireader.tui.terminal.abilities import Abilities
from tuireader.tui.terminal.cells import Cell, Screen, paint
from tuireader.tui.terminal.looks import PLAIN, Look, change, look

WIDTH, HEIGHT = 14, 4

STYLES = [
    Style(),
    Style(bold=True),
    Style(dim=True, italic=True),
    Style(color="red", underline=True),
    Style(color="#102030", bgcolor="#a0b0c0"),
    Style(bgcolor="#a0b0c0", reverse=True),
]

texts = st.text(alphabet="ab  漢字e\u0301", min_size=0, max_size=9)
lines = st.lists(st.tuples(texts, st.sampled_from(STYLES)), max_size=3)
frames = st.lists(st.lists(lines, min_size=HEIGHT, max_size=HEIGHT), min_size=1, max_size=4)


def rows_of(frame: list[list[tuple[str, Style]]]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[(" ", PLAIN)] * WIDTH for _ in range(HEIGHT)]
    for row, pieces in zip(rows, frame, strict=True):
        paint(row, 0, WIDTH, [Segment(text, style) for text, style in pieces], 16777216)
    return rows


def emulator(width: int = WIDTH, height: int = HEIGHT) -> tuple[pyte.Screen, pyte.Stream]:
    """A terminal as the driver leaves it: lines do not wrap."""
    terminal = pyte.Screen(width, height)
    stream = pyte.Stream(terminal)
    stream.feed("\x1b[?7l")
    return terminal, stream


def shown(terminal: pyte.Screen) -> list[list[tuple[object, ...]]]:
    """What one sees. Of a blank that is its ground, unless something is drawn through it."""
    return [[_seen(terminal.buffer[y][x]) for x in range(WIDTH)] for y in range(HEIGHT)]


def _seen(cell: pyte.screens.Char) -> tuple[object, ...]:
    drawn = (cell.underscore, cell.strikethrough, cell.reverse)
    if cell.data == " " and not any(drawn):
        return cell.data, cell.bg
    return cell.data, cell.bg, cell.fg, cell.bold, cell.italics, *drawn


@given(st.text(max_size=12), st.lists(st.sampled_from(list(hostile.PAYLOADS.values())), max_size=3))
@settings(max_examples=200, deadline=None)
def test_whatever_a_widget_draws_no_cell_steers_the_terminal(text: str, payloads: list[str]) -> None:
    row: list[Cell] = [(" ", PLAIN)] * 200
    paint(row, 0, 200, [Segment(text + "".join(payloads), Style())], 256)
    for char, _ in row:
        hostile.unsteered(char)
        assert "\n" not in char and "\r" not in char and "\t" not in char
        assert len(char) <= 17


@given(frames)
@settings(max_examples=150, deadline=None)
def test_differences_show_the_same_as_drawing_everything(frames: list[list[list[tuple[str, Style]]]]) -> None:
    ours, feed = emulator()
    screen = Screen(WIDTH, HEIGHT)
    for frame in frames:
        feed.feed(screen.update(rows_of(frame), (0, 0)))
    whole, other = emulator()
    other.feed(Screen(WIDTH, HEIGHT, Abilities(erases_in_colour=False)).update(rows_of(frames[-1]), (0, 0)))
    assert shown(ours) == shown(whole)


def test_an_equal_frame_sends_nothing() -> None:
    screen = Screen(WIDTH, HEIGHT)
    frame = [[("same", STYLES[3])]] * HEIGHT
    assert screen.update(rows_of(frame), (0, 0))
    assert screen.update(rows_of(frame), (0, 0)) == ""


def test_one_changed_cell_is_cheap() -> None:
    screen = Screen(WIDTH, HEIGHT)
    screen.update(rows_of([[("one line", Style())]] * HEIGHT), (0, 0))
    sent = screen.update(rows_of([[("one lime", Style())], *[[("one line", Style())]] * (HEIGHT - 1)]), (0, 0))
    assert "m" in sent
    assert "line" not in sent
    assert len(sent) < 20


def test_forgetting_sends_everything_again() -> None:
    screen = Screen(WIDTH, HEIGHT)
    frame = rows_of([[("abc", Style())]] * HEIGHT)
    first = screen.update(frame, (0, 0))
    screen.forget()
    assert len(screen.update(frame, (0, 0))) >= len(first) - 4


def test_a_wide_character_never_loses_its_half() -> None:
    screen = Screen(WIDTH, HEIGHT)
    screen.update(rows_of([[("漢字", Style())], [], [], []]), (0, 0))
    terminal, stream = emulator()
    stream.feed(screen.update(rows_of([[("a漢", Style())], [], [], []]), (0, 0)))
    assert terminal.display[0].startswith("a漢")


def test_marks_stay_in_the_cell_of_their_letter() -> None:
    row: list[Cell] = [(" ", PLAIN)] * 6
    paint(row, 0, 6, [Segment("e\u0301x", Style())], 256)
    assert [cell[0] for cell in row[:3]] == ["e\u0301", "x", " "]


@pytest.mark.parametrize("emoji", ["\u2764\ufe0f", "\U0001f44b\U0001f3fd", "\U0001f469\u200d\U0001f467"])
def test_what_stands_after_a_picture_is_where_it_belongs_in_every_terminal(emoji: str) -> None:
    row: list[Cell] = [(" ", PLAIN)] * 8
    paint(row, 0, 8, [Segment(f"{emoji} after", Style())], 256)
    assert [cell[0] for cell in row[:3]] == [emoji, "", " "]
    # Terminals take one, two or more cells for it: the place of what follows is named.
    assert f"{emoji}\x1b[1;3H after" in Screen(8, 1).update([row], (0, 0))


def test_what_does_not_fit_is_left_out() -> None:
    row: list[Cell] = [(" ", PLAIN)] * 4
    paint(row, 0, 3, [Segment("abcdef", Style())], 256)
    assert [cell[0] for cell in row] == ["a", "b", "c", " "]


def test_a_frame_of_a_larger_terminal_leaves_rows_as_long_as_they_are() -> None:
    row: list[Cell] = [(" ", PLAIN)] * WIDTH
    paint(row, WIDTH + 4, WIDTH, [Segment("a line of a pane that stood further right", Style())], 256)
    paint(row, WIDTH, WIDTH, [Segment("漢字", Style())], 256)
    assert row == [(" ", PLAIN)] * WIDTH


@pytest.mark.parametrize(("depth", "fore"), [(0, ""), (16, "31"), (256, "38;5;160"), (16777216, "38;2;215;0;0")])
def test_a_colour_is_sent_as_the_depth_has_it(depth: int, fore: str) -> None:
    assert look(Style(color="#d70000"), depth).fore == fore  # type: ignore[arg-type]


def test_without_colours_attributes_are_left() -> None:
    assert look(Style(color="red", bgcolor="blue", bold=True), 0) == Look("", "", ("1",))


def test_a_change_names_only_what_changes() -> None:
    red = look(Style(color="red", bgcolor="blue"), 16)
    bold = look(Style(color="red", bgcolor="blue", bold=True), 16)
    assert change(red, red) == ""
    assert change(red, bold) == "\x1b[1m"
    assert change(bold, red) == "\x1b[22m"


def test_taking_bold_away_keeps_dim() -> None:
    both = Look("", "", ("1", "2"))
    terminal = pyte.Screen(4, 1)
    codes = change(both, Look("31", "", ("2",)))
    pyte.Stream(terminal).feed(f"\x1b[1m{codes}x")
    assert not terminal.buffer[0][0].bold
    assert ";2" in codes or "[2" in codes.replace("[22;", "[")
