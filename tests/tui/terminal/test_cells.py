"""What is sent brings a terminal to the frame that was drawn: held against pyte, a model of a terminal."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from tests import hostile
from tests.tui.terminal.modelled import ModelShown, drawn
from tuireader.tui.terminal import sending
from tuireader.tui.terminal.abilities import LEAST, Abilities
from tuireader.tui.terminal.cells import Screen
from tuireader.tui.terminal.differences import Piece
from tuireader.tui.terminal.grid import Cell
from tuireader.tui.terminal.looks import PLAIN, Look, apart, change, look
from tuireader.tui.terminal.painting import paint
from tuireader.tui.terminal.sending import cheapest

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
    shown = ModelShown(WIDTH, HEIGHT)
    screen = Screen(WIDTH, HEIGHT)
    for frame in frames:
        shown.feed(screen.update(rows_of(frame), (0, 0)))
    assert shown.seen() == drawn(rows_of(frames[-1]), ModelShown(WIDTH, HEIGHT))


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
    shown = ModelShown(WIDTH, HEIGHT)
    shown.feed(screen.update(rows_of([[("a漢", Style())], [], [], []]), (0, 0)))
    assert shown.screen.display[0].startswith("a漢")


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


def cost(before: list[tuple[str, Style]], after: list[tuple[str, Style]], abilities: Abilities = LEAST) -> int:
    """Bytes from one row of sixty cells to another."""
    screen = Screen(60, 1, abilities)
    sent = []
    for pieces in (before, after):
        row: list[Cell] = [(" ", PLAIN)] * 60
        paint(row, 0, 60, [Segment(text, style) for text, style in pieces], 256)
        sent.append(screen.update([row], (0, 0)))
    return len(sent[1].encode())


LINE = [("─" * 40 + "┐", Style())]


def test_lines_are_repeated_where_the_terminal_can() -> None:
    assert cost([], LINE) > 120
    assert cost([], LINE, Abilities(repeats=True)) < 20


def test_nothing_is_repeated_that_is_shorter_as_it_is() -> None:
    assert cost([], [("aaaa bbbb", Style())]) == cost([], [("aaaa bbbb", Style())], Abilities(repeats=True))


def test_blanks_are_erased_amid_a_line_and_to_its_end() -> None:
    words = [("one two three four five six seven eight nine ten eleven !", Style())]
    assert cost(words, [(" " * 56 + "!", Style())]) < 20
    assert cost(words, [(" " * 56 + "!", Style())], Abilities(erases_characters=False)) > 40
    assert cost(words, []) < 12


def test_a_terminal_erases_to_its_own_ground_only_what_has_that() -> None:
    words, none = "one two three four five six seven eight nine ten", Abilities(erases_in_colour=False)
    assert cost([(words, Style())], [], none) < 12
    ground = Style(bgcolor="red")
    assert cost([(words, ground)], [(" " * 60, ground)], none) > 40
    assert cost([(words, ground)], [(" " * 60, ground)]) < 25


def test_equal_cells_are_sent_again_only_where_that_is_shorter() -> None:
    assert cost([("a-c", Style())], [("b-d", Style())]) == len("\x1b[Hb-d\r")
    assert cost([("a------c", Style())], [("b------d", Style())]) == len("\x1b[Hb\x1b[6Cd\r")
    # Three bytes each: moving is shorter.
    assert cost([("a──c", Style())], [("b──d", Style())]) == len("\x1b[Hb\x1b[2Cd\r")


def test_what_is_sent_again_never_takes_other_colours() -> None:
    red = Style(color="red")
    assert cost([("a", red), ("-", Style()), ("c", red)], [("b", red), ("-", Style()), ("d", red)]) == len(
        "\x1b[Hb\x1b[Cd\r"
    )


def test_a_blank_takes_the_look_of_its_neighbours() -> None:
    bold = Style(bold=True)
    assert cost([], [("one two", bold)]) == len("\x1b[H\x1b[1mone two\r")
    assert cost([("one two", bold)], [("one two", Style())]) == len("\x1b[H\x1b[mone two\r")


def test_pieces_go_in_the_order_of_their_looks_where_that_is_shorter() -> None:
    loud, quiet = Style(color="#102030", bgcolor="#405060", bold=True), Style(color="#708090")
    words = [(word, style) for word in ("one ", "two ", "six ", "ten ") for style in (loud, quiet)]
    assert cost([], words) < sum(len(text) for text, _ in words) + 2 * 28 + 8 * 5


def test_a_character_of_which_terminals_differ_draws_over_nothing() -> None:
    before = [("abcdefghij", Style())]
    row: list[Cell] = [(" ", PLAIN)] * 60
    paint(row, 0, 60, [Segment("\U0001f469\u200d\U0001f467cdefghij", Style())], 256)
    screen = Screen(60, 1)
    first: list[Cell] = [(" ", PLAIN)] * 60
    paint(first, 0, 60, [Segment(*before[0])], 256)
    screen.update([first], (0, 0))
    # Some terminals draw it in four cells, some in one: it comes first, on blanks, and what stands after it is sent.
    assert screen.update([row], (0, 0)) == "\x1b[H  \r\U0001f469\u200d\U0001f467\x1b[1;3Hcdef\r"


def test_a_link_is_sent_where_the_terminal_takes_it_and_ends_with_the_frame() -> None:
    row: list[Cell] = [(" ", PLAIN)] * 30
    page = Style(link="https://example.org/a")
    paint(row, 0, 30, [Segment("see "), Segment("this page", page), Segment(" or not")], 256)
    linked = Screen(30, 1, Abilities(links=True)).update([row], (0, 0))
    assert "\x1b]8;;https://example.org/a\x1b\\this page\x1b]8;;\x1b\\" in linked
    assert "\x1b]" not in Screen(30, 1).update([row], (0, 0))
    paint(row, 23, 30, [Segment("the end", page)], 256)
    screen = Screen(30, 1, Abilities(links=True))
    assert screen.update([row], (0, 0)).endswith("the end\x1b]8;;\x1b\\\r")
    assert screen.look is not None and not screen.look.link


def test_what_is_erased_at_the_end_of_a_line_goes_with_the_text_before_it() -> None:
    rail, ink, bar = (Look(fore, "", ()) for fore in ("38;2;155;161;173", "38;2;231;226;217", "38;2;90;80;70"))
    pieces = [
        Piece(0, 29, "┃", 1, rail, blank=False),
        Piece(2, 0, "a line of text", 14, ink, blank=False),
        Piece(2, 14, " " * 16, 16, PLAIN, blank=True),
        Piece(3, 2, "2", 1, bar, blank=False),
    ]
    # The pen is that of the last one, so that it comes first. In the rail's, too, it could be erased, elsewhere.
    assert cheapest(pieces, bar, 30, LEAST).text.endswith("a line of text\x1b[K")


def test_of_very_many_looks_each_is_not_held_against_each(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counted(old: Look, new: Look) -> int:
        nonlocal compared
        compared += 1
        return apart(old, new)

    monkeypatch.setattr(sending, "apart", counted)
    inks = [Look(f"38;2;0;0;{number % 256}", f"48;2;0;0;{number // 256}", ()) for number in range(1000)]
    pieces = [Piece(number // 80, number % 80, "x", 1, ink, blank=False) for number, ink in enumerate(inks)]
    cheapest(pieces, PLAIN, 80, LEAST)
    assert compared < 60 * len(inks)


@pytest.mark.parametrize("address", ["https://example.org/\x1b\\\x1b[2J", "a b", "\u202e", "x" * 3000, "\x9c"])
def test_no_address_ends_its_link(address: str) -> None:
    assert look(Style(link=address), 256).link == ""


def test_a_place_that_lies_outside_is_the_nearest_one_within() -> None:
    screen = Screen(WIDTH, HEIGHT)
    assert screen.point((WIDTH + 3, HEIGHT)) == f"\x1b[{HEIGHT};{WIDTH}H"
    assert screen.point((WIDTH - 3, HEIGHT - 1)) == "\b\b"
    assert screen.update(screen.frame(), (WIDTH - 3, HEIGHT + 9)) == ""
