"""What is left when the reader ends: a clean terminal, and what it remembers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from tests.terminal import codes
from tests.terminal.conftest import Open
from tests.terminal.harness import Terminal
from tuireader import sources
from tuireader.library import Library


def check_modes(raw: bytes) -> None:
    """No mode is left on, the cursor is there, nothing is coloured, the keyboard is as it was."""
    assert codes.modes_left(raw) == {7, 25}
    assert 1049 in codes.modes_asked(raw), "the alternate screen was used"
    assert codes.last_look(raw) in (b"", b"0")
    found = codes.sequences(raw)
    pushed = [each for each in found if each.startswith(b"\x1b[>") and each.endswith(b"u")]
    popped = [each for each in found if each.startswith(b"\x1b[<") and each.endswith(b"u")]
    assert len(pushed) == len(popped)


def check_clean(terminal: Terminal) -> None:
    """The terminal is as it was, and empty where it has no second screen."""
    check_modes(bytes(terminal.raw))
    assert not terminal.text.strip()


def test_q_leaves_a_clean_terminal(reader: Open) -> None:
    terminal = reader(env={"XTERM_VERSION": "x"})
    terminal.until("Story 1")
    terminal.type("c")
    terminal.until("n next")
    terminal.type("q")
    terminal.until("Story 1")
    terminal.type("q")
    assert terminal.wait() == 0
    check_clean(terminal)


def test_leaving_from_any_screen_is_clean(reader: Open) -> None:
    terminal = reader()
    terminal.until("Story 1")
    terminal.type("c", "f")
    terminal.until("Facts")
    terminal.type("Q")
    assert terminal.wait() == 0
    check_clean(terminal)


def until(true: Callable[[], bool], seconds: float = 10.0) -> None:
    """Waits for something to become true."""
    end = monotonic() + seconds
    while not true():
        assert monotonic() < end
        sleep(0.05)


def test_a_killed_reader_has_lost_neither_mark_nor_place(reader: Open, story: Path, tmp_path: Path) -> None:
    """At 40x12 the texts are longer than the screen, so that there is a place to remember."""
    digest = sources.open([story / "north.txt"]).articles[0].digest
    first = reader(story, size=(40, 12))
    first.until("Story 1")
    first.type("enter")
    first.until("n next")
    first.type("n", "m")
    first.until("Marked")
    first.type("pagedown")
    first.until("divers on Thursday")
    first.settle()

    library = Library.open(tmp_path / "state" / "tuireader" / "library.sqlite3")
    until(lambda: bool(library.position(digest)))
    library.close()
    first.kill()

    second = reader(story, size=(40, 12))
    second.until("Story 1")
    second.type("enter")
    second.until("divers on Thursday")
    assert "Bridge over the Lenne" not in "\n".join(second.lines[1:]), "it goes on where the reader was"
    second.type("g")
    second.until("◆")


def test_what_was_dismissed_stays_so_when_the_reader_is_killed_at_once(reader: Open, story: Path) -> None:
    first = reader(story)
    first.until("Story 1")
    first.type("f")
    first.until("fact 1 of")
    first.type("x")
    first.until("1 dismissed")
    # With SIGKILL, and without waiting: what the screen says was written before.
    first.kill()

    second = reader(story)
    second.until("Story 1")
    second.type("f")
    second.until("1 dismissed")
    second.type("X")
    second.until("taken off the list")
