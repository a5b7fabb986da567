"""A small program on the layer, with nothing of the reader: breaks, lines that stall, terminals that are mute."""

from __future__ import annotations

import os
import signal
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal.harness import Terminal
from tests.terminal.test_leaving import check_modes

PROGRAM = """
import sys
from textual.widgets import Input, Static
from tuireader.tui.terminal import driver, pacing
from tuireader.tui.terminal.display import CellDisplay

# So long that no machine is busy enough to be taken for it.
if "patient" in sys.argv:
    pacing._PATIENCE = 60.0
if "late" in sys.argv:
    driver._LATE = 15.0

class Counter(CellDisplay):
    ENABLE_COMMAND_PALETTE = False
    CSS = "Screen { height: 6; } Static { width: 100%; height: 4; }"
    typed = ""

    def compose(self):
        yield Static("ready", markup=False)

    def on_key(self, event):
        self.typed += event.character or ""
        static = self.query_one(Static)
        static.update(f"[{self.typed}] {len(self.typed)} typed\\n" + self.typed * 40)
        if event.key == "x":
            raise ZeroDivisionError
        if event.key == "q":
            self.exit(message="bye")

    def action_help_quit(self):
        self.exit()

app = Counter()
app.way = "frames" if "frames" in sys.argv else "cells"
app.run(inline="inline" in sys.argv)
print("failed" if app.failure else "ended", "typed:", app.typed)
"""


@contextmanager
def program(*arguments: str, mute: bool = False) -> Iterator[Terminal]:
    with Terminal([sys.executable, "-c", PROGRAM, *arguments], 60, 10, mute=mute) as terminal:
        terminal.until("ready")
        yield terminal
        if terminal.status is None:
            terminal.type("q")
            terminal.wait()
        if "inline" not in arguments:
            check_modes(bytes(terminal.raw))
        assert termios.tcgetattr(terminal._fd)[:4] == terminal.attributes[:4]


def test_a_program_stopped_by_somebody_else_draws_all_anew() -> None:
    with program() as terminal:
        terminal.press("a", "b")
        os.kill(terminal._pid, signal.SIGSTOP)
        os.waitpid(terminal._pid, os.WUNTRACED)
        # What a shell leaves behind.
        terminal.emulator.feed(b"\x1b[?7h\x1b[?25h\x1b[H\x1b[2J$ ls\r\nfoo\r\n")
        settings = termios.tcgetattr(terminal._fd)
        settings[3] |= termios.ECHO | termios.ICANON
        termios.tcsetattr(terminal._fd, termios.TCSANOW, settings)
        os.kill(terminal._pid, signal.SIGCONT)
        terminal.until("[ab] 2 typed")
        terminal.until_gone("foo")
        terminal.type("c")
        terminal.until("[abc]")


def test_sizes_that_follow_each_other_at_once_leave_the_right_one() -> None:
    with program() as terminal:
        terminal.press("a")
        for width, height in ((40, 6), (60, 10), (30, 5), (60, 10)):
            terminal.resize(width, height)
        # Emulators blank what they took away.
        terminal.emulator.feed(b"\x1b[2J")
        terminal.settle(0.3)
        assert "[a] 1 typed" in terminal.text


def test_a_terminal_that_does_not_read_gets_one_difference_when_it_does() -> None:
    with program() as terminal:
        terminal.press("a")
        before = terminal.written
        own_side = os.open(f"/proc/{terminal._pid}/fd/0", os.O_RDWR | os.O_NOCTTY)
        # As ctrl+s does where the terminal, or something on the way, takes it.
        termios.tcflow(own_side, termios.TCOOFF)
        for _ in range(30):
            terminal.type("b")
            time.sleep(0.02)
        assert terminal._work() > 0 and terminal.written == before
        termios.tcflow(own_side, termios.TCOON)
        os.close(own_side)
        terminal.until("31 typed")
        terminal.settle()
        assert bytes(terminal.raw[before:]).count(b"typed") <= 3


@pytest.mark.parametrize("key", ["q", "x"])
def test_what_is_left_is_a_clean_terminal_with_what_was_said_below(key: str) -> None:
    with program() as terminal:
        terminal.press("a")
        terminal.type(key)
        assert terminal.wait() == 0
    assert ("bye" in terminal.text) == (key == "q")
    assert f"{'failed' if key == 'x' else 'ended'} typed: a" in terminal.text


def test_a_mute_terminal_is_not_waited_for() -> None:
    with program("patient", mute=True) as terminal:
        for number, key in enumerate("abcdefgh", 1):
            terminal.type(key)
            terminal.until(f"{number} typed")


def test_f3_with_modifiers_is_a_key_and_an_answer_none() -> None:
    with program() as terminal:
        terminal.type("\x1b[1;2R", "a")
        terminal.until("[a] 1 typed")
        terminal.type("\x1b[7;9R", "\x1b[?2026;2$y", "b")
        terminal.until("[ab] 2 typed")


def test_late_answers_are_not_typed_into_the_shell() -> None:
    listen = "stty -echo -icanon min 1 time 0; echo listens; echo got=$(dd bs=99 count=1 2>/dev/null | wc -c)."
    shell = f'{sys.executable} -c "$PROGRAM" late; {listen}'
    with Terminal(["sh", "-c", shell], 60, 10, env={"PROGRAM": PROGRAM}, mute=True) as terminal:
        terminal.until("ready")
        os.write(terminal._fd, b"\x1b[1;1R")
        terminal.settle()
        terminal.type("a")
        terminal.until("[a]")
        terminal.type("q")
        terminal.until_sent(b"\x1b[?1049l")
        # What the line held up.
        time.sleep(0.3)
        os.write(terminal._fd, b"\x1b[1;1R" * (terminal.raw.count(b"\x1b[6n") - 1))
        terminal.until("listens")
        terminal.type("x")
        terminal.until("got=1.")


def test_the_example_of_the_documentation_runs() -> None:
    page = Path(__file__).parents[2].joinpath("docs", "terminal.md").read_text(encoding="utf-8")
    example = page.partition("```python\n")[2].partition("```")[0]
    with Terminal([sys.executable, "-c", example], 60, 16) as terminal:
        terminal.until("type here")
        terminal.press("a", "b")
        assert "ab" in terminal.text
        terminal.type("\x11")
        assert terminal.wait() == 0
        check_modes(bytes(terminal.raw))


def test_frames_can_be_those_of_textual() -> None:
    with program("frames") as terminal:
        terminal.press("a")
        assert "[a] 1 typed" in terminal.text
        assert b"\x1b[6n" not in terminal.raw.partition(b"typed")[2]
        terminal.resize(40, 8)
        terminal.press("b")
        assert "[ab] 2 typed" in terminal.text


def test_another_driver_can_be_named() -> None:
    env = {"TEXTUAL_DRIVER": "textual.drivers.linux_driver:LinuxDriver"}
    with Terminal([sys.executable, "-c", PROGRAM], 60, 10, env=env) as terminal:
        terminal.until("ready")
        terminal.press("a")
        assert "[a] 1 typed" in terminal.text
        terminal.type("q")
        assert terminal.wait() == 0
        check_modes(bytes(terminal.raw))


def test_inline_it_is_as_textual_has_it() -> None:
    with program("inline") as terminal:
        terminal.press("a")
        assert "[a] 1 typed" in terminal.text
        terminal.resize(50, 10)
        terminal.press("b")
        assert "[ab] 2 typed" in terminal.text
        terminal.type("q")
        assert terminal.wait() == 0
        assert "ended typed: ab" in terminal.text
