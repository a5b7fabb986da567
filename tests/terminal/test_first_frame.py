"""The frame of the run before stands at once, is taken over without a flicker, and is never acted upon by mistake.

Where a test looks at what stands before the program is imported, or Textual, it holds the reader back until it has.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from tests.terminal.conftest import FOCUS, PASTES, STORY, Open, folders, opener, there
from tests.terminal.harness import Terminal
from tests.terminal.holding import Gate
from tests.terminal.test_jobs import with_shell

#: What a terminal shows that is left clean: its own screen, its cursor, lines that wrap.
LEFT = b"\x1b[?7h\x1b[?1049l\x1b[?25h"


def shown(terminal: Terminal) -> list[list[object]]:
    """Every cell as it looks."""
    screen = terminal.screen
    return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]


def states_of(terminal: Terminal) -> list[list[list[object]]]:
    """What is shown after each piece that is read from now on."""
    states = []
    feed = terminal.emulator.feed

    def fed(data: bytes) -> bytes:
        answers = feed(data)
        states.append(shown(terminal))
        return answers

    terminal.emulator.feed = fed  # type: ignore[method-assign]
    return states


def leave(terminal: Terminal) -> None:
    terminal.settle(0.3)
    terminal.type("q")
    assert terminal.wait() == 0


@pytest.fixture
def folder(tmp_path: Path, story: Path) -> Path:
    """The story, where its files can be changed."""
    return Path(shutil.copytree(story, tmp_path / "story"))


@pytest.fixture
def gate() -> Iterator[Gate]:
    """Holds the reader back before it has so much as read its call."""
    with Gate("tuireader.plain_call") as gate:
        yield gate


@pytest.fixture
def textual_gate() -> Iterator[Gate]:
    """Holds the reader back before it imports Textual."""
    with Gate("textual") as gate:
        yield gate


@pytest.fixture
def again(reader: Open, folder: Path) -> Callable[..., Terminal]:
    """Opens the reader on a story of its own, which it showed before."""
    terminal = reader(folder)
    terminal.until("Story 1")
    leave(terminal)
    return partial(reader, folder)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, results: Path, story: Path) -> Path:
    """What a reader remembers that showed the story and was left."""
    home = tmp_path_factory.mktemp("home")
    with ExitStack() as stack:
        terminal = opener(stack, home, results)(story)
        terminal.until("Story 1")
        leave(terminal)
    return home


@pytest.fixture
def opens(home: Path, results: Path) -> Iterator[Open]:
    """Opens that reader again, for tests that do nothing in it that would be remembered."""
    with ExitStack() as stack:
        yield opener(stack, home, results)


def test_it_stands_at_once_and_stays(opens: Open, story: Path, gate: Gate) -> None:
    terminal = opens(story, gate=gate)
    terminal.until("Story 1")
    terminal.settle()
    first, states = shown(terminal), states_of(terminal)
    # Only the frame was sent so far, not what asks a terminal for anything.
    assert FOCUS not in terminal.raw
    gate.open()
    terminal.until_sent(PASTES)
    terminal.settle(0.3)
    assert states and all(state == first for state in states)
    assert terminal.raw.count(b"\x1b[?1049h") == 1
    assert b"Bridge" not in terminal.raw.partition(FOCUS)[2], "nothing of it is sent again"
    leave(terminal)


def test_what_is_typed_before_and_meanwhile_is_done_in_its_order(again: Callable[..., Terminal], gate: Gate) -> None:
    terminal = again(gate=gate)
    terminal.type("j", "enter")
    terminal.until("Story 1")
    terminal.type("n")
    gate.open()
    terminal.until("The southern bank")
    terminal.until("passage 1 of")


@pytest.mark.parametrize("keys", ["qM?", "qc", "qT", "q,o:", "q/a"])
def test_what_is_typed_behind_leaving_is_not_done(again: Callable[..., Terminal], keys: str) -> None:
    terminal = again()
    there(terminal)
    terminal.type(keys)
    assert terminal.wait() == 0
    assert "mistake" not in terminal.text


def test_what_is_read_changes_the_next_first_frame(again: Callable[..., Terminal], gate: Gate) -> None:
    terminal = again()
    terminal.until("2 unread")
    terminal.type("enter")
    terminal.until("n next")
    terminal.type("q")
    terminal.until("1 unread")
    terminal.type("j")
    leave(terminal)
    terminal = again(gate=gate)
    terminal.until("1 unread")
    terminal.settle()
    assert FOCUS not in terminal.raw
    assert "1/2" in terminal.text
    first = shown(terminal)
    gate.open()
    terminal.until_sent(PASTES)
    terminal.settle(0.5)
    assert shown(terminal) == first


def test_a_stale_frame_is_not_acted_upon(again: Callable[..., Terminal], folder: Path, gate: Gate) -> None:
    # Another text that no look at the file tells from the one before.
    file = folder / "north.txt"
    before = file.stat()
    text = STORY["north"]
    with file.open("r+") as opened:
        opened.write(text.replace("Bridge over", "Brigde over"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    terminal = again(gate=gate)
    terminal.until("Bridge over")
    terminal.type("j", "enter")
    gate.open()
    terminal.until("Brigde over")
    terminal.until("keys typed before were dropped")
    terminal.settle(0.3)
    assert "1/2" not in terminal.text
    terminal.type("enter")
    terminal.until("Nobody in the north")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_ended_before_the_program_is_there_it_leaves_the_terminal_clean(
    opens: Open, story: Path, gate: Gate, number: signal.Signals
) -> None:
    terminal = opens(story, gate=gate)
    terminal.until("Story 1")
    os.kill(terminal._pid, number)
    status = terminal.wait()
    assert status == (130 if number == signal.SIGINT else -number)
    assert LEFT in terminal.raw
    assert not terminal.text.strip()


@with_shell
def test_ctrl_c_and_ctrl_z_do_not_wait_for_the_program(home: Path, results: Path, story: Path, gate: Gate) -> None:
    job = f"set -m; {shlex.join([*gate.program, str(story)])}; echo stopped; read -r; fg; echo status $?"
    with Terminal(["bash", "--norc", "-c", job], env=folders(home, results)) as terminal:
        terminal.until("Story 1")
        terminal.type("ctrl+z")
        terminal.until("stopped")
        assert LEFT in terminal.raw
        assert termios.tcgetattr(terminal._fd) == terminal.attributes
        terminal.type("enter")
        terminal.until("Story 1")
        terminal.type("ctrl+c")
        terminal.until("status 130")
        assert terminal.raw.count(LEFT) == 2
        assert termios.tcgetattr(terminal._fd) == terminal.attributes


FAILING = """
import sys
from tuireader.article import UsageError
from tuireader.tui import start

def fails(*words, **options):
    raise {error}

start.start = fails
from tuireader.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("error", ["UsageError('nothing is right today')", "KeyError('today')"])
def test_what_goes_wrong_is_told_below_what_stood_there(home: Path, results: Path, story: Path, error: str) -> None:
    command = [sys.executable, "-P", "-c", FAILING.format(error=error), str(story)]
    with Terminal(command, env=folders(home, results)) as terminal:
        assert terminal.wait() == (2 if "Usage" in error else 1)
        assert b"Bridge over" in terminal.raw, "the frame was shown before"
        assert LEFT in terminal.raw
        assert "Bridge over" not in terminal.text
        assert "today" in terminal.text


OWNING = """
import signal
import sys
from tuireader.cli import main
main(sys.argv[1:])
numbers = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGTSTP, signal.SIGCONT)
print("heeded:", [number for number in numbers if signal.getsignal(number) != signal.SIG_DFL])
"""


def test_when_it_has_ended_no_signal_is_heeded_any_more(home: Path, results: Path, story: Path, gate: Gate) -> None:
    command = [*gate.running(OWNING), str(story)]
    with Terminal(command, env=folders(home, results)) as terminal:
        terminal.until("Story 1")
        assert FOCUS not in terminal.raw, "the frame was there before the program"
        gate.open()
        leave(terminal)
        assert "heeded: []" in terminal.text


def test_a_resize_before_the_program_is_there(opens: Open, story: Path, gate: Gate) -> None:
    terminal = opens(story, gate=gate)
    terminal.until("Story 1")
    terminal.resize(100, 30)
    gate.open()
    end = time.perf_counter() + 20
    while "? help" not in terminal.lines[29] and time.perf_counter() < end:
        assert terminal._read(0.1)
    assert "? help" in terminal.lines[29]
    assert len(terminal.lines[0]) == 99
    leave(terminal)
    with Gate("tuireader.plain_call") as closed:
        for size in ((100, 30), (80, 24)):
            terminal = opens(story, size=size, gate=closed)
            terminal.until("? help")
            assert FOCUS not in terminal.raw, "each size has a frame of its own"
            assert len(terminal.lines[0]) == size[0] - 1


@pytest.mark.parametrize("module", ["tuireader.plain_call", "textual"])
def test_a_resize_there_and_back_before_the_program_is_there(opens: Open, story: Path, module: str) -> None:
    with Gate(module) as gate:
        terminal = opens(story, gate=gate)
        terminal.until("? help")
        terminal.settle()
        before = terminal.text
        for size in ((40, 12), (80, 24)):
            terminal.resize(*size)
            terminal.settle()
        assert terminal.text != before, "what the terminal took away is gone"
        gate.open()
        terminal.until_sent(PASTES)
        terminal.until("? help")
        terminal.settle()
        assert terminal.text == before


def test_another_size_or_terminal_has_no_frame(again: Callable[..., Terminal]) -> None:
    terminal = again(size=(90, 24))
    terminal.until("? help")
    assert len(terminal.lines[0]) == 89
    terminal = again(env={"NO_COLOR": "1"})
    terminal.until("Story 1")
    assert b"38;2;" not in terminal.raw


def test_without_a_frame_the_list_is_drawn_before_the_program_is_there(
    reader: Open, folder: Path, textual_gate: Gate
) -> None:
    terminal = reader(folder, gate=textual_gate)
    terminal.until("Bridge over the Lenne")
    assert FOCUS not in terminal.raw
    terminal.type("j", "enter")
    textual_gate.open()
    terminal.until("The southern bank")
    assert terminal.raw.count(b"\x1b[?1049h") == 1


def test_without_a_frame_a_single_article_is_drawn_before_the_program_is_there(
    reader: Open, folder: Path, textual_gate: Gate
) -> None:
    terminal = reader(folder / "north.txt", gate=textual_gate)
    terminal.until("? help")
    terminal.settle()
    assert FOCUS not in terminal.raw
    first, states = shown(terminal), states_of(terminal)
    textual_gate.open()
    terminal.until_sent(PASTES)
    terminal.settle(0.3)
    # Only what is still looked for at first is told otherwise afterwards, in the last line.
    assert states and all(state[:-1] == first[:-1] for state in states)
    assert terminal.raw.count(b"\x1b[?1049h") == 1
    terminal.type("Q")
    assert terminal.wait() == 0


def test_keys_typed_over_a_single_article_are_done(reader: Open, folder: Path, textual_gate: Gate) -> None:
    terminal = reader(folder / "north.txt", gate=textual_gate)
    terminal.until("? help")
    terminal.type("q")
    textual_gate.open()
    terminal.until("1/1")
    assert terminal.raw.count(b"\x1b[?1049h") == 1
