"""The frame of the run before stands at once, is taken over without a flicker, and is never acted upon by mistake."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.terminal.conftest import STORY, Open
from tests.terminal.harness import Terminal

#: What a terminal shows that is left clean: its own screen, its cursor, lines that wrap.
LEFT = b"\x1b[?7h\x1b[?1049l\x1b[?25h"


def shown(terminal: Terminal) -> list[list[object]]:
    """Every cell as it looks."""
    screen = terminal.screen
    return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]


def stopped(terminal: Terminal) -> bool:
    """Whether the program waits for somebody to have it go on."""
    return Path(f"/proc/{terminal._pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"


def leave(terminal: Terminal) -> None:
    terminal.settle(0.3)
    terminal.type("q")
    assert terminal.wait() == 0


@pytest.fixture
def folder(tmp_path: Path, story: Path) -> Path:
    """The story, where its files can be changed."""
    return Path(shutil.copytree(story, tmp_path / "story"))


@pytest.fixture
def again(reader: Open, folder: Path) -> Iterator[Callable[[], Terminal]]:
    """Opens the reader on the story, which it showed before."""
    terminal = reader(folder)
    terminal.until("Story 1")
    leave(terminal)
    yield lambda: reader(folder)


def test_it_stands_at_once_and_stays(again: Callable[[], Terminal]) -> None:
    terminal = again()
    terminal.until("Story 1")
    first = shown(terminal)
    # Only the frame was sent so far, not what asks a terminal for anything.
    assert b"\x1b[?1004h" not in terminal.raw
    states = []
    while b"\x1b[?2004h" not in terminal.raw or terminal.seconds < 1:
        terminal._read(0.1)
        states.append(shown(terminal))
    terminal.settle(0.3)
    assert all(state == first for state in [*states, shown(terminal)])
    assert terminal.raw.count(b"\x1b[?1049h") == 1
    assert b"Bridge" not in terminal.raw.partition(b"\x1b[?1004h")[2], "nothing of it is sent again"
    leave(terminal)


def test_what_is_typed_meanwhile_is_done_in_its_order(again: Callable[[], Terminal]) -> None:
    terminal = again()
    terminal.until("Story 1")
    terminal.type("j", "enter")
    terminal.until("The southern bank")


def test_what_is_typed_before_is_kept_too(again: Callable[[], Terminal]) -> None:
    terminal = again()
    terminal.type("j", "enter")
    terminal.until("The southern bank")


def test_what_is_read_changes_the_next_first_frame(again: Callable[[], Terminal]) -> None:
    terminal = again()
    terminal.until("2 unread")
    terminal.type("enter")
    terminal.until("n next")
    terminal.type("q")
    terminal.until("1 unread")
    terminal.type("j")
    leave(terminal)
    terminal = again()
    terminal.until("1 unread")
    assert b"\x1b[?1004h" not in terminal.raw
    assert "1/2" in terminal.text
    first = shown(terminal)
    terminal.settle(0.5)
    assert shown(terminal) == first


def test_a_stale_frame_is_not_acted_upon(again: Callable[[], Terminal], folder: Path) -> None:
    # Another text that no look at the file tells from the one before.
    file = folder / "north.txt"
    before = file.stat()
    text = STORY["north"]
    with file.open("r+") as opened:
        opened.write(text.replace("Bridge over", "Brigde over"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    terminal = again()
    terminal.until("Bridge over")
    terminal.type("j", "enter")
    terminal.until("Brigde over")
    terminal.until("keys typed before were dropped")
    terminal.settle(0.3)
    assert "1/2" not in terminal.text
    terminal.type("enter")
    terminal.until("Nobody in the north")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_ended_before_the_program_is_there_it_leaves_the_terminal_clean(
    again: Callable[[], Terminal], number: signal.Signals
) -> None:
    terminal = again()
    terminal.until("Story 1")
    os.kill(terminal._pid, number)
    status = terminal.wait()
    assert status == (130 if number == signal.SIGINT else -number)
    assert LEFT in terminal.raw
    assert not terminal.text.strip()


def test_ctrl_c_and_ctrl_z_do_not_wait_for_the_program(again: Callable[[], Terminal]) -> None:
    terminal = again()
    terminal.until("Story 1")
    terminal.type("ctrl+z")
    end = time.perf_counter() + 10
    while not terminal.raw.endswith(LEFT) and time.perf_counter() < end:
        terminal._read(0.1)
    assert terminal.raw.endswith(LEFT)
    while not stopped(terminal) and time.perf_counter() < end:
        time.sleep(0.01)
    assert stopped(terminal)
    os.kill(terminal._pid, signal.SIGCONT)
    terminal.until("Story 1")
    terminal.type("ctrl+c")
    assert terminal.wait() == 130
    assert terminal.raw.endswith(LEFT)


def test_a_resize_before_the_program_is_there(again: Callable[[], Terminal]) -> None:
    terminal = again()
    terminal.until("Story 1")
    terminal.resize(100, 30)
    end = time.perf_counter() + 10
    while "? help" not in terminal.lines[29] and time.perf_counter() < end:
        terminal._read(0.1)
    assert "? help" in terminal.lines[29]
    assert terminal.lines[0].endswith("unread")
    assert len(terminal.lines[0]) > 90


@pytest.mark.usefixtures("again")
def test_another_size_or_terminal_has_no_frame(reader: Open, folder: Path) -> None:
    terminal = reader(folder, size=(90, 24))
    terminal.until("Story 1")
    assert len(terminal.lines[0]) == 89
    terminal = reader(folder, env={"NO_COLOR": "1"})
    terminal.until("Story 1")
    assert b"38;2;" not in terminal.raw


def test_without_a_frame_the_list_is_drawn_before_the_program_is_there(reader: Open, folder: Path) -> None:
    terminal = reader(folder)
    terminal.until("Bridge over the Lenne")
    assert b"\x1b[?1004h" not in terminal.raw
    terminal.type("j", "enter")
    terminal.until("The southern bank")
    assert terminal.raw.count(b"\x1b[?1049h") == 1
