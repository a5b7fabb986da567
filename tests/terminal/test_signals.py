"""Told to end, interrupted, sent to the background, left without a terminal: nothing lost, nothing left behind."""

from __future__ import annotations

import os
import shlex
import signal
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.conftest import own_folders
from tests.terminal.harness import Terminal
from tests.terminal.test_jobs import with_shell
from tests.terminal.test_leaving import check_modes
from tuireader import sources
from tuireader.library import Library
from tuireader.settings import paths


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    with Terminal([sys.executable, "-m", "tuireader"], 40, 12, env=own_folders(tmp_path)) as started:
        started.until("Story 1")
        yield started


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_leaves_the_terminal_as_it_was(terminal: Terminal, number: signal.Signals) -> None:
    os.kill(terminal._pid, number)
    assert terminal.wait() == 128 + number
    check_modes(bytes(terminal.raw))
    settings = termios.tcgetattr(terminal._fd)
    assert settings[3] & termios.ECHO and settings[3] & termios.ICANON and settings[3] & termios.ISIG


def test_interrupted_it_says_how_to_leave_and_then_leaves(terminal: Terminal) -> None:
    terminal.type("ctrl+c")
    terminal.until("^c again leaves")
    terminal.type("ctrl+c")
    assert terminal.wait() == 0


def test_where_letters_are_typed_it_names_no_letter_to_leave_by(terminal: Terminal) -> None:
    terminal.type("/")
    terminal.until("Type words")
    terminal.type("ctrl+c")
    terminal.until("^c again leaves")
    assert "as Q does" not in terminal.text


@with_shell
def test_it_goes_to_the_background_and_comes_back_whole(tmp_path: Path) -> None:
    job = f"set -m; {shlex.quote(sys.executable)} -m tuireader; echo stopped; read -r; fg"
    with Terminal(["bash", "--norc", "-c", job], 40, 12, env=own_folders(tmp_path)) as terminal:
        terminal.until("Story 1")
        terminal.until("%")
        terminal.settle(1)
        before = terminal.text
        terminal.type("ctrl+z")
        terminal.until("stopped")
        assert "Story 1" not in terminal.text
        terminal.type("enter")
        terminal.until("Story 1")
        terminal.settle()
        assert terminal.text == before
        terminal.type("Q")
        assert terminal.wait() == 0


@with_shell
def test_started_in_the_background_it_waits_to_be_brought_to_the_front(tmp_path: Path) -> None:
    job = f"set -m; {shlex.quote(sys.executable)} -m tuireader & wait $!; echo stopped; fg"
    with Terminal(["bash", "--norc", "-c", job], 60, 12, env=own_folders(tmp_path)) as terminal:
        # It may be on the screen for no longer than a moment.
        terminal.until_sent(b"stopped")
        terminal.until("Story 1")
        terminal.type("Q")
        assert terminal.wait() == 0
    check_modes(bytes(terminal.raw))


def test_without_its_terminal_it_ends_and_remembers(terminal: Terminal, tmp_path: Path) -> None:
    terminal.type("enter")
    terminal.until("%")
    # Passages and facts are there before the key: on a busy machine its answer may else come late.
    terminal.settle(1.0)
    terminal.press("space")
    os.close(terminal._fd)
    terminal._fd = os.open(os.devnull, os.O_RDWR)
    _, status = os.waitpid(terminal._pid, 0)
    terminal.status = os.waitstatus_to_exitcode(status)
    assert terminal.status == 128 + signal.SIGHUP
    first = sources.open([paths.find().seeds]).articles[0]
    library = Library.open(next(tmp_path.rglob("library.sqlite3")))
    assert (library.position(first.digest) or 0) > 0
