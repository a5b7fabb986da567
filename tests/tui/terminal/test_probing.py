"""Whether a terminal repeats characters is tried on what it shows, which stays as it is."""

from __future__ import annotations

import pytest

from tests.terminal.emulators import Emulator, Pyte
from tests.terminal.xterm import Xterm, missing
from tuireader.tui.terminal.cells import Cell, Screen
from tuireader.tui.terminal.looks import PLAIN, Look
from tuireader.tui.terminal.probing import probe, worth_it

RED = Look("31", "", ())
BOLD = Look("", "", ("1",))


def rows(*lines: tuple[str, Look]) -> list[list[Cell]]:
    return [[(char, look) for char in text.ljust(12)] for text, look in lines]


def shown(*lines: tuple[str, Look]) -> tuple[Screen, str]:
    """A screen with these lines, and what was sent for it."""
    screen = Screen(12, len(lines))
    return screen, screen.update(rows(*lines), (4, 1))


def drawn(emulator: Emulator, repeats: bool) -> None:
    screen, sent = shown(("────────────", PLAIN), ("x ░░░░", RED), ("═════", BOLD), ("aaaaa", PLAIN))
    emulator.feed(sent.encode())
    before = emulator.rows()
    tried = probe(screen)
    assert tried is not None
    answer = emulator.feed(f"{tried.text}\x1b[6n".encode())
    assert (answer == f"\x1b[{tried.place[0]};{tried.place[1]}R".encode()) is repeats
    emulator.feed(screen.point((4, 1)).encode())
    assert emulator.rows() == before and emulator.cursor() == (4, 1)
    emulator.feed(screen.update(rows(("y", RED), ("z", BOLD), ("", PLAIN), ("", PLAIN)), (0, 0)).encode())
    assert emulator.lines() == ["y", "z", "", ""], "pen and cursor are where the screen believes them to be"
    emulator.close()


def test_a_terminal_that_repeats_nothing() -> None:
    drawn(Pyte(12, 4), repeats=False)


@pytest.mark.skipif(bool(missing()), reason=missing() or "it is here")
def test_a_terminal_that_repeats() -> None:
    drawn(Xterm(12, 4), repeats=True)


def test_the_first_row_and_the_last_column_are_left_alone() -> None:
    """There the answer would look like a key, or say nothing."""
    assert probe(shown(("────", PLAIN), ("x", PLAIN))[0]) is None
    assert probe(shown(("", PLAIN), ("         ───", PLAIN))[0]) is None
    assert probe(shown(("", PLAIN), ("        ────", PLAIN))[0]) is not None
    assert probe(shown(("", PLAIN), ("aaaa ── ──", PLAIN))[0]) is None, "ASCII alone says too little"
    assert probe(Screen(12, 4)) is None


def test_terminals_that_repeat_nothing_are_not_tried() -> None:
    assert not worth_it({"TERM": "linux"}) and not worth_it({"TERM": "screen"})
    assert worth_it({"TERM": "xterm-256color"})
