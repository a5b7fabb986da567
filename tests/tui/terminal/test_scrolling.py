"""What moved as a whole is moved by the terminal, and the screen is what it would be without."""

from __future__ import annotations

import re

import pytest
from rich.segment import Segment
from rich.style import Style

from tests.tui.terminal.modelled import ModelShown, drawn
from tuireader.tui.terminal.abilities import LEAST, Abilities
from tuireader.tui.terminal.cells import Screen
from tuireader.tui.terminal.grid import BLANK, UNKNOWN, Row
from tuireader.tui.terminal.painting import paint
from tuireader.tui.terminal.scrolling import Scroll, scrolled, scrolls, sequence

MOVED = re.compile("\x1b\\[[0-9]*([ML])")
BESIDE = Abilities(margins=True)
STILL = Abilities(scrolls=False)
TEXT = "Twelve bridges were closed by ice, said the river police on Monday morning, and none was open at noon"
WORDS = TEXT.split()
LOOKS = [Style(), Style(color="red"), Style(bgcolor="#102030"), Style(bold=True, underline=True)]


def told(number: int) -> str:
    """A line of a text; no two are alike."""
    return f"{number} " + " ".join(WORDS[(number * 7 + place) % len(WORDS)] for place in range(9))


def pane(width: int, height: int, first: int, style: Style = LOOKS[0]) -> list[Row]:
    """A text from a line on, in a pane; between lines of a text above and below it."""
    rows: list[Row] = [[BLANK] * width for _ in range(height)]
    for y, row in enumerate(rows[1:-1], first):
        paint(row, 1, width - 1, [Segment(told(y), style)], 256)
    paint(rows[0], 0, width, [Segment("A title")], 256)
    paint(rows[-1], 0, width, [Segment("j down  k up  q back")], 256)
    return rows


def beside(*panes: list[Row]) -> list[Row]:
    return [[cell for row in rows for cell in row] for rows in zip(*panes, strict=True)]


def sent(before: list[Row], after: list[Row], abilities: Abilities = LEAST) -> str:
    """What takes a terminal from one frame to the next; it shows that one, as is seen here."""
    screen = Screen(len(before[0]), len(before), abilities)
    shown = ModelShown(screen.width, screen.height)
    shown.feed(screen.update(before, (0, 0)))
    text = screen.update(after, (0, 0))
    shown.feed(text)
    assert shown.seen() == drawn(after, ModelShown(screen.width, screen.height))
    model = shown.screen
    assert (model.margins, model.left, model.right) == (None, 0, screen.width)
    assert (model.cursor.x, model.cursor.y) == (0, 0)
    return text


@pytest.mark.parametrize("by", [1, -1, 3, -5])
def test_a_text_that_moves_is_moved_by_the_terminal(by: int) -> None:
    before, after = pane(60, 20, 30), pane(60, 20, 30 + by)
    text = sent(before, after)
    # By one line it is a line feed in the last row of the region, and the line that comes in is drawn there at once.
    assert text.startswith("\x1b[2;19r\x1b[19H\n") if by == 1 else MOVED.findall(text) == ["M" if by > 0 else "L"]
    # The lines that come in are sent, and hardly more; without it every line is.
    fresh = sum(len(told(30 + y)) for y in (range(18, 18 + by) if by > 0 else range(by, 0)))
    assert len(text) < fresh + 10 * abs(by) + 30
    assert len(sent(before, after, STILL)) > 800


def test_one_pane_of_three_moves_alone_where_the_terminal_has_margins() -> None:
    still = pane(40, 24, 300)
    before, after = (beside(still, pane(41, 24, first), still) for first in (30, 31))
    text = sent(before, after, BESIDE)
    assert "\x1b[?69h\x1b[4" in text and text.count("\x1b[?69l") == 1
    assert len(text) < 110
    assert len(sent(before, after)) > 600


def test_two_panes_move_in_their_own_ways() -> None:
    before, after = (beside(pane(40, 24, a), pane(41, 24, b)) for a, b in ((30, 300), (32, 299)))
    text = sent(before, after, BESIDE)
    assert len(MOVED.findall(text)) == 2
    assert len(text) < 260


def test_two_panes_that_move_alike_need_no_margins() -> None:
    before, after = (beside(pane(40, 24, a), pane(41, 24, a + 300)) for a in (30, 31))
    assert sent(before, after).startswith("\x1b[2;23r\x1b[23H\n")


def test_what_stands_beside_a_text_and_stays_is_sent_again() -> None:
    before, after = pane(60, 20, 30), pane(60, 20, 31)
    for rows in (before, after):
        for y in (4, 5, 9):
            paint(rows[y], 59, 60, [Segment("|", LOOKS[1])], 256)
    text = sent(before, after)
    assert text.startswith("\x1b[2;19r\x1b[19H\n") and text.count("|") == 2, (
        "in row 4 and row 9; in row 5 the one below came"
    )


def test_scrolling_is_not_for_what_is_shorter_without() -> None:
    before, after = pane(60, 6, 30), pane(60, 6, 30)
    for y, row in enumerate(after[1:5]):
        row[:] = [BLANK] * 60
        paint(row, 1, 60, [Segment("abcd"[(y + 1) % 4])], 256)
    for y, row in enumerate(before[1:5]):
        row[:] = [BLANK] * 60
        paint(row, 1, 60, [Segment("abcd"[y])], 256)
    text = sent(before, after)
    assert not MOVED.search(text) and "r\x1b" not in text


def test_a_terminal_that_cannot_scroll_is_not_asked_to() -> None:
    text = sent(pane(60, 20, 30), pane(60, 20, 31), STILL)
    assert not MOVED.search(text) and "\x1b[2;19r" not in text


def test_no_edge_of_what_moves_goes_through_a_wide_character() -> None:
    still = [[BLANK] * 10 for _ in range(20)]
    before, after = (beside(still, pane(50, 20, first), still) for first in (30, 31))
    for rows in (before, after):
        for y in range(1, 19):
            paint(rows[y], 10, 12, [Segment("漢")], 256)
            paint(rows[y], 58, 60, [Segment("字")], 256)
    sent(before, after, BESIDE)


def test_rows_of_which_nothing_is_known_move_nothing() -> None:
    screen = Screen(60, 20)
    rows = screen.frame()
    for y, row in enumerate(pane(60, 20, 30)):
        if y != 7:
            rows[y] = row
    screen.update(rows, (0, 0))
    again = pane(60, 20, 31)
    again[7] = rows[7]
    text = screen.update(again, (0, 0))
    assert "\0" not in text and not MOVED.search(text)


def test_a_scroll_to_the_last_row_needs_no_region() -> None:
    rows = [[BLANK] * 60 for _ in range(10)]
    assert sequence([Scroll(4, 10, 0, 60, 2)], 60, 10) == "\x1b[5H\x1b[2M"
    assert sequence([], 60, 10) == ""
    assert scrolled(rows, Scroll(0, 10, 0, 60, 2), UNKNOWN)[7:] == [rows[0], [UNKNOWN] * 60, [UNKNOWN] * 60]


def test_what_comes_in_is_known_only_where_every_terminal_fills_it_alike() -> None:
    before, after = pane(60, 20, 30), pane(60, 20, 31)
    after[18] = [BLANK] * 60
    screen = Screen(60, 20)
    screen.update(before, (0, 0))
    assert screen.look is not None and not screen.look.back
    plain = screen.update(after, (0, 0))
    assert plain.endswith("\x1b[r\x1b[H"), "the blank line that came in needs nothing"
    found, rows = scrolls(before, after, Abilities(), UNKNOWN)
    assert found and rows[18] == [UNKNOWN] * 60
