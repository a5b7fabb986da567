"""Where the real cursor stands after each key, and what moving it costs."""

from __future__ import annotations

from pathlib import Path

from tests.terminal.conftest import Open, there
from tests.terminal.harness import Terminal


def at_cursor(terminal: Terminal) -> str:
    """The line from the cursor on."""
    cursor = terminal.screen.cursor
    return terminal.screen.display[cursor.y][cursor.x :].rstrip()


def test_it_is_on_the_item_and_hidden(reader: Open, story: Path) -> None:
    terminal = reader(story)
    there(terminal)
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
    there(terminal)
    assert not terminal.screen.cursor.hidden
    assert terminal.raw.count(b"\x1b[?25h") == 1


def test_it_follows_every_move_on_every_screen(reader: Open, story: Path) -> None:
    terminal = reader(story)
    there(terminal)

    def moved(*keys: str) -> list[tuple[int, int]]:
        """Where the cursor stands after each key; there is always something there."""
        places = []
        for key in keys:
            terminal.press(key)
            cursor = terminal.screen.cursor
            assert terminal.screen.display[cursor.y].strip(), f"after {key} it stands in an empty line"
            places.append((cursor.x, cursor.y))
        return places

    def opened(key: str, wanted: str) -> None:
        terminal.type(key)
        terminal.until(wanted)
        terminal.settle()

    opened(",", "Settings")
    down = moved("j", "j", "k")
    assert down[1][1] > down[0][1] == down[2][1]
    moved("escape")
    opened("T", "Themes")
    down = moved("j", "k")
    assert down[0][1] > down[1][1]
    moved("escape")
    opened("o", "Coverage")
    (here, down, right) = moved("g", "j", "l")
    assert down[1] > here[1] and right[0] > down[0] and right[1] == down[1]
    moved("escape")
    opened("c", "n next")
    first, second = moved("n", "n")
    assert first != second
    moved("m")
    opened("f", "Facts by")
    here, down = moved("g", "j")
    assert down[1] > here[1]
    moved("f")
    opened("M", "Marks")
    assert moved("j")[0][1] >= 1
    moved("escape")
    opened(":", "commands")
    typed = moved("e", "x", "backspace")
    assert [x for x, _ in typed] == [typed[0][0], typed[0][0] + 1, typed[0][0]]
