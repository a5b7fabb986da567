"""What is sent to terminals with few colours, few characters, or a slow line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal import codes
from tests.terminal.conftest import Open, there
from tests.terminal.harness import Terminal
from tests.tui.test_glyphs import CONSOLE_FONT

#: Beyond ASCII, what both Debian's fonts for the console and the kernel's own have, or show as a bullet (… and ≠).


def walk(terminal: Terminal, *, themes: bool = True) -> bytes:
    """Every screen once; returns what was written. The choice of a theme shows the colours of all themes."""
    there(terminal)
    terminal.press("space")
    terminal.type("c")
    terminal.until("n next")
    for key in ("n", "w", "w", "u", "u", "m", "f"):
        terminal.press(key)
    terminal.until("Facts")
    terminal.press("f")
    terminal.press("escape")
    screens = {"o": "Coverage", "?": "Help", ":": "Find a command"} | ({"T": "headline"} if themes else {})
    for key, wanted in screens.items():
        terminal.type(key)
        terminal.until(wanted)
        terminal.settle()
        terminal.press("escape")
    terminal.type("/", *"lenne")
    terminal.until("hits")
    terminal.settle()
    assert "Traceback" not in terminal.text
    return bytes(terminal.raw)


def test_true_colours_where_the_terminal_has_them(reader: Open, story: Path) -> None:
    assert codes.colours(walk(reader(story), themes=False)) == {"truecolor"}


def test_256_colours_where_nothing_says_more(reader: Open, story: Path) -> None:
    assert codes.colours(walk(reader(story, env={"COLORTERM": ""}), themes=False)) == {"256"}


def test_no_colour_at_all_where_none_is_wanted(reader: Open, story: Path) -> None:
    terminal = reader(story, env={"NO_COLOR": "1"})
    assert codes.colours(walk(terminal)) == set()
    terminal.press("escape")
    terminal.type("c")
    terminal.until("¹The bridge")
    assert_lit(terminal, "The bridge over")


def test_the_linux_console_gets_16_colours_and_characters_of_its_font(reader: Open, story: Path) -> None:
    terminal = reader(story, env={"TERM": "linux", "COLORTERM": ""})
    raw = walk(terminal)
    assert codes.colours(raw) <= {"16", "default"}
    beyond = {char for char in codes.text(raw) if not char.isascii()}
    assert beyond <= CONSOLE_FONT
    terminal.press("escape")
    terminal.type("c")
    terminal.until("[1]The bridge")


@pytest.mark.parametrize("python", [{}, {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}])
def test_a_locale_without_unicode_gets_ascii(reader: Open, story: Path, python: dict[str, str]) -> None:
    terminal = reader(story, env={"LC_ALL": "C", **python})
    assert codes.text(walk(terminal)).isascii()
    terminal.press("escape")
    terminal.type("c")
    terminal.until("[1]The bridge")


def test_curly_quotes_do_not_break_lines_where_the_encoding_has_none(reader: Open) -> None:
    """The bundled articles have characters that ASCII has not; each is drawn as one as wide."""
    terminal = reader(env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"})
    there(terminal)
    terminal.press("c")
    terminal.type("2", "G")
    terminal.settle()
    assert codes.text(bytes(terminal.raw)).isascii()
    assert "\\u" not in terminal.text
    rails = {line[-1] for line in terminal.screen.display[1:-1]}
    assert rails <= set("|=#"), "the rail stands in the last column of every line"


def test_no_mouse_over_ssh(reader: Open, story: Path) -> None:
    terminal = reader(story, env={"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"})
    terminal.until("Story 1")
    terminal.type("Q")
    assert terminal.wait() == 0
    assert not codes.modes_asked(bytes(terminal.raw)) & codes.MOUSE


def test_the_mouse_where_the_terminal_is_at_hand(reader: Open, story: Path) -> None:
    terminal = reader(story)
    there(terminal)
    assert codes.modes_asked(bytes(terminal.raw)) & codes.MOUSE
    terminal.type("Q")
    assert terminal.wait() == 0
    assert not codes.modes_left(bytes(terminal.raw)) & codes.MOUSE


def assert_lit(terminal: Terminal, words: str) -> None:
    """The words stand on the screen, underlined."""
    row = next(y for y, line in enumerate(terminal.lines) if words in line)
    column = terminal.lines[row].index(words)
    assert all(terminal.screen.buffer[row][x].underscore for x in range(column, column + len(words)))
