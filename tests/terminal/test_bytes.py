"""How many bytes a key costs at 80x24. They do not vary, so the budgets are tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.conftest import Open, there
from tests.terminal.harness import Terminal

START, CURSOR, PASSAGE, PANE = 4_000, 550, 350, 250
#: A line and a page: of one pane, and of two that keep level, of which one may stand while the other moves.
LINE, PAGE, LINES, PAGES = 480, 2_200, 1_700, 2_400


@pytest.fixture(scope="module")
def terminal(shared_reader: Open) -> Terminal:
    """The library, when everything is known."""
    opened = shared_reader()
    there(opened)
    opened.settle(1.0)
    # The hint of the first run goes with the first key.
    opened.press("k")
    return opened


def cost(terminal: Terminal, *keys: str) -> int:
    """The dearest of some keys, in bytes."""
    spent = [terminal.press(key)[0] for key in keys]
    assert min(spent) > 0, "every key changed something"
    return max(spent)


def test_the_start(terminal: Terminal) -> None:
    assert 1_000 < terminal.written <= START


def test_the_cursor_of_a_list(terminal: Terminal) -> None:
    assert cost(terminal, "j", "j", "k", "k") <= CURSOR


def test_scrolling_two_panes(terminal: Terminal) -> None:
    terminal.type("c")
    terminal.until("n next")
    terminal.settle()
    assert cost(terminal, "j", "j", "k") <= LINES
    assert cost(terminal, "pagedown", "pageup") <= PAGES


def test_changing_the_pane(terminal: Terminal) -> None:
    assert cost(terminal, "tab", "tab") <= PANE
    terminal.press("escape")


def test_scrolling_one_pane_and_the_next_passage_in_it(terminal: Terminal) -> None:
    terminal.type("enter")
    terminal.until("n next")
    terminal.settle()
    before = terminal.written
    assert cost(terminal, "j", "k") <= LINE
    assert b"H\r\n" not in terminal.raw[before:], "nothing is put before a line feed on the way"
    assert cost(terminal, "pagedown", "pageup") <= PAGE
    terminal.press("n")
    top = terminal.lines[1][3:]
    # The first passage goes quiet where it stands, and the second one is lit: their words are sent again.
    relit = 61 + 211 + 86
    assert cost(terminal, "n") <= relit + PASSAGE
    assert terminal.lines[1][3:] == top, "the passage was on the screen"
    terminal.press("escape")


def test_the_next_passage_where_the_panes_are_level(reader: Open, story: Path) -> None:
    terminal = reader(story)
    terminal.until("Story 1")
    terminal.type("c")
    terminal.until("n next")
    terminal.press("n")
    # Both passages change their looks in both panes, and lines join the panes: their words are sent again.
    paragraphs = story.joinpath("north.txt").read_text("ascii").split("\n\n")
    relit = 2 * sum(map(len, (paragraphs[1], paragraphs[2], paragraphs[4])))
    assert cost(terminal, "n", "n", "p") <= relit + 2 * PASSAGE


def test_nothing_is_sent_while_nothing_happens(terminal: Terminal) -> None:
    terminal.settle(1.0)
    before = terminal.written
    terminal.settle(3.0)
    assert terminal.written == before
