"""A program of the layer as a job of a shell: stopped, in the background, brought back, ended by a signal."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.terminal.harness import Terminal
from tests.terminal.test_leaving import check_modes

with_shell = pytest.mark.skipif(shutil.which("bash") is None, reason="no bash, which stops jobs and brings them back")

PROGRAM = r"""
import os, signal, sys
from textual.widgets import Static
from tuireader.tui.terminal import cells
from tuireader.tui.terminal.display import CellDisplay

class Typed(CellDisplay):
    BINDINGS = [("ctrl+z", "suspend_process", "")]
    typed = ""

    def compose(self):
        yield Static("[b]ready[/b]\n\n" + "\u2500" * 9)

    def on_mount(self):
        if sys.argv[1:]:
            os.kill(os.getpid(), int(sys.argv[1]))

    def on_key(self, event):
        if event.key == "q":
            self.exit()
        elif event.key == "s":
            cells.cheapest = stopped
        elif event.key == "p":
            self.typed = str(ended_by_sigterm())
            self.query_one(Static).update(f"copy ended with {self.typed}")
        elif event.is_printable:
            self.typed += event.character
            self.query_one(Static).update(f"[b]typed {self.typed}[/b]\n\n[b]below {self.typed}[/b]")

def ended_by_sigterm():
    hears, tells = os.pipe()
    copy = os.fork()
    if not copy:
        os.write(tells, b".")
        signal.pause()
        sys.exit()
    os.read(hears, 1)
    os.kill(copy, signal.SIGTERM)
    return os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])

difference = cells.cheapest

def stopped(*arguments, **named):
    cells.cheapest = difference
    found = difference(*arguments, **named)
    os.kill(os.getpid(), signal.SIGCONT)
    return found

Typed().run(mouse="NO_MOUSE" not in os.environ)
print("ended", flush=True)
sys.stdin.readline()
left = [number for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGTSTP, signal.SIGCONT)
        if signal.getsignal(number) != signal.SIG_DFL]
print("heeded:", left, flush=True)
"""
RUN = f'{sys.executable} -c "$PROGRAM"'


ENTERED, LEFT = b"\x1b[?1049h", b"\x1b[?1049l"


@contextmanager
def job(script: str) -> Iterator[Terminal]:
    """A shell that runs a script with jobs. At its end the terminal is as it was."""
    with Terminal(["bash", "--norc", "-c", f"set -m; {script}"], 60, 10, env={"PROGRAM": PROGRAM}) as terminal:
        terminal.until("ready")
        yield terminal
        terminal.type("q")
        terminal.until("ended")
        check_modes(bytes(terminal.raw))
        assert termios.tcgetattr(terminal._fd) == terminal.attributes
        terminal.type("enter")
        terminal.until("heeded: []")
        assert terminal.wait() == 0


@with_shell
def test_stopped_sent_to_the_background_and_brought_back_it_knows_what_the_terminal_was_like() -> None:
    # An interactive shell edits its line meanwhile, for which it sets the terminal otherwise.
    away = "was=$(stty -g); stty raw -echo; bg; wait %1; stty $was; echo away; read -r; fg"
    with job(f"{RUN}; {away}") as terminal:
        terminal.type("a")
        terminal.until("below a")
        terminal.type("ctrl+z")
        terminal.until("away")
        terminal.type("enter")
        terminal.until("below a")
        terminal.type("b")
        terminal.until("below ab")


@with_shell
def test_a_script_around_it_is_stopped_with_it() -> None:
    with job(f"sh -c '{RUN}; echo all done'; echo stopped; read -r; fg") as terminal:
        terminal.type("ctrl+z")
        terminal.until("stopped")
        terminal.type("enter")
        terminal.until("ready")
        terminal.type("a")
        terminal.until("typed a")
    assert "all done" in terminal.text


@with_shell
def test_stopped_when_its_screen_is_gone_it_goes_on() -> None:
    with job(f"{RUN}; echo stopped; read -r; fg") as terminal:
        terminal.type("q")
        terminal.until("ended")
        terminal.type("ctrl+z")
        terminal.until("stopped")
        terminal.type("enter")


@with_shell
def test_what_an_answer_would_have_drawn_is_not_drawn_for_the_shell() -> None:
    """Such as the trial of repeating, which follows the first answers of a terminal."""
    script = f"set -m; {RUN}; echo stopped; read -r; fg"
    # With the mouse on the last thing asked is where the cursor is, which nothing follows.
    env = {"PROGRAM": PROGRAM, "NO_MOUSE": "1"}
    with Terminal(["bash", "--norc", "-c", script], 60, 10, env=env, mute=True) as terminal:
        terminal.until("ready")
        os.write(terminal._fd, b"\x1b[1;1R")
        terminal.type("ctrl+z")
        terminal.until_sent(LEFT)
        os.write(terminal._fd, b"\x1b[1;1R" * (terminal.raw.count(b"\x1b[6n") - 1))
        terminal.until("stopped")
        assert "\u2500" not in terminal.raw.partition(LEFT)[2].decode()


def test_where_nobody_could_bring_it_back_it_goes_on() -> None:
    with Terminal([sys.executable, "-c", PROGRAM], 60, 10) as terminal:
        terminal.until("ready")
        terminal.type("ctrl+z")
        terminal.until_sent(ENTERED, 2)
        terminal.type("a")
        terminal.until("typed a")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_that_ends_it_leaves_the_terminal_as_it_was(number: signal.Signals) -> None:
    """Sent by the program itself, as early as any of its code runs on its screen."""
    with Terminal([sys.executable, "-c", PROGRAM, str(int(number))], 60, 10) as terminal:
        assert terminal.wait() == -number
        check_modes(bytes(terminal.raw))
        assert termios.tcgetattr(terminal._fd) == terminal.attributes


def test_a_copy_of_it_ends_without_touching_its_terminal() -> None:
    """As workers do that are forked, when their pool is no longer needed."""
    with Terminal([sys.executable, "-c", PROGRAM], 60, 10) as terminal:
        terminal.until("ready")
        terminal.type("p")
        terminal.until("copy ended with -15")
        terminal.settle()
        assert LEFT not in terminal.raw


def test_one_that_comes_while_a_frame_is_made_spoils_nothing() -> None:
    with Terminal([sys.executable, "-c", PROGRAM], 60, 10) as terminal:
        terminal.until("ready")
        terminal.press("a", "s")
        terminal.press("b")
        terminal.until("below ab")
        terminal.settle()
        for row, text in ((0, "typed ab"), (2, "below ab")):
            cells = [terminal.screen.buffer[row][x] for x in range(len(text))]
            assert "".join(cell.data for cell in cells) == text and all(cell.bold for cell in cells)


def test_the_screen_of_somebody_else_is_not_cleared_by_coming_back() -> None:
    with Terminal([sys.executable, "-c", PROGRAM], 60, 10) as terminal:
        terminal.until("ready")
        terminal.settle()
        os.kill(terminal.pid, signal.SIGSTOP)
        os.waitpid(terminal.pid, os.WUNTRACED)
        # A program in between may have left the alternate screen.
        before = terminal.written
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.type("a")
        terminal.until("typed a")
        raw = bytes(terminal.raw[before:])
        assert ENTERED in raw and b"\x1b[2J" not in raw.partition(ENTERED)[0]
        assert LEFT not in raw, "where the main screen is shown, the cursor would go elsewhere on it"
