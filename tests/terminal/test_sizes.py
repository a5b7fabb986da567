"""The reader at every size, and while the size changes."""

from __future__ import annotations

import pytest

from tests.terminal.conftest import Open, there
from tests.terminal.harness import Terminal

SIZES = [(40, 12), (80, 24), (120, 36), (200, 60)]


def check(terminal: Terminal, wanted: str) -> None:
    """The screen shows a text, and is what it would be if it were drawn anew."""
    terminal.settle()
    terminal.until(wanted)
    assert "Traceback" not in terminal.text
    before = terminal.text
    terminal.press("ctrl+l")
    assert terminal.text == before


@pytest.mark.parametrize("size", SIZES)
def test_opens_on_the_bundled_articles(reader: Open, size: tuple[int, int]) -> None:
    terminal = reader(size=size)
    there(terminal)
    # The hint of the first run goes with the first key, and leaves its room to the list.
    terminal.press("k")
    assert sum(line.endswith("%") or "%  " in line for line in terminal.lines) == 5
    assert "? help" in terminal.lines[-1]
    assert ("Radio Free" in terminal.text) == (size[0] >= 104), "the preview stands where there is room for it"
    terminal.press("enter")
    check(terminal, "Rutte")
    terminal.type("Q")
    assert terminal.wait() == 0


@pytest.fixture(scope="module")
def terminal(shared_reader: Open) -> Terminal:
    """One reader whose terminal is made larger and smaller."""
    opened = shared_reader(size=(120, 36))
    there(opened)
    return opened


@pytest.mark.parametrize(
    ("keys", "wanted", "leave"),
    [
        pytest.param([], "Story 1", "", id="library"),
        # Escape would only let go of what is lit.
        pytest.param(["c", "n"], "NATO", "q", id="compare"),
        pytest.param(["c", "f"], "Facts", "q", id="facts"),
        pytest.param(["o"], "Coverage", "escape", id="coverage"),
        pytest.param(["/", *"rutte"], "hits", "escape", id="search"),
        pytest.param(["?"], "Help", "escape", id="help"),
        pytest.param(["T"], "Ink", "escape", id="themes"),
        pytest.param([":"], "compare", "escape", id="palette"),
    ],
)
def test_stays_whole_while_the_terminal_changes(terminal: Terminal, keys: list[str], wanted: str, leave: str) -> None:
    terminal.type(*keys)
    terminal.until(wanted)
    for size in [(40, 12), (80, 24), (120, 36)]:
        terminal.resize(*size)
        check(terminal, wanted)
    if leave:
        terminal.press(leave)
    terminal.until("Story 1")


def test_says_that_a_terminal_is_too_small_until_it_is_not(reader: Open) -> None:
    terminal = reader(size=(80, 24))
    terminal.until("Story 1")
    terminal.type("c")
    terminal.until("n next")
    terminal.resize(30, 8)
    terminal.until("too small")
    terminal.until_gone("NATO")
    terminal.resize(80, 24)
    check(terminal, "n next")
    assert "too small" not in terminal.text


def test_a_terminal_that_is_too_small_from_the_start_can_be_left(reader: Open) -> None:
    terminal = reader(size=(30, 8))
    terminal.until("too small")
    terminal.type("q")
    assert terminal.wait() == 0
