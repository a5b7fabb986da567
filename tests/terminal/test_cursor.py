"""Where the real cursor stands after each key, and what moving it costs."""

from __future__ import annotations

from pathlib import Path

from tests.terminal.conftest import Open
from tests.terminal.harness import Terminal


def at_cursor(terminal: Terminal) -> str:
    """The line from the cursor on."""
    cursor = terminal.screen.cursor
    return terminal.screen.display[cursor.y][cursor.x :].rstrip()


def test_it_is_on_the_item_and_hidden(reader: Open, story: Path) -> None:
    terminal = reader(story)
    terminal.until("Story 1")
    terminal.settle()
    first = terminal.screen.cursor.y
    assert "Bridge" in at_cursor(terminal)
    terminal.press("j")
    assert terminal.screen.cursor.y > first and "Lenne crossing" in at_cursor(terminal)
    assert terminal.screen.cursor.hidden
    terminal.type("c")
    terminal.until("n next")
    terminal.press("n")
    terminal.press("n")
    assert at_cursor(terminal).startswith("Drivers must take")
    terminal.type("/")
    terminal.until("Search")
    terminal.press("p", "i", "e", "r")
    cursor = terminal.screen.cursor
    assert terminal.screen.display[cursor.y][: cursor.x].endswith("pier")
    terminal.settle(1.0)
    before = terminal.written
    terminal.settle(1.5)
    assert terminal.written == before, "nothing is sent while nothing happens"


def test_it_is_seen_where_that_is_asked_for(reader: Open, story: Path) -> None:
    terminal = reader(story, env={"ACCESSIBLE": "1"})
    terminal.until("Story 1")
    terminal.settle()
    assert not terminal.screen.cursor.hidden
    assert terminal.raw.count(b"\x1b[?25h") == 1
