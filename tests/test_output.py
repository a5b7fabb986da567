"""What is sent to a terminal: colours, widths, the pager."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tuireader import output
from tuireader.resetting import told
from tuireader.tui.terminal.restoring import Restored


def on_terminal(*arguments: str, rows: int = 24, columns: int = 80, **environment: str) -> str:
    """What the program sends to a terminal of its own."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "tuireader", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=slave,
        env={**os.environ, **environment},
    )
    os.close(slave)
    data = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        data += piece
    os.close(master)
    assert process.wait(timeout=20) == 0
    return data.decode().replace("\r\n", "\n")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


@pytest.fixture
def pager(tmp_path: Path) -> str:
    """A pager that says that it was called, and with what in ``LESS``."""
    script = tmp_path / "pager"
    script.write_text('#!/bin/sh\necho "paged $# $LESS"\ncat\n')
    script.chmod(0o755)
    return str(script)


def test_a_terminal_gets_colours_at_its_width() -> None:
    sent = on_terminal("list", columns=120)
    assert "\x1b[1;36m000\x1b[0m" in sent
    assert "█" in sent


def test_no_color_sends_no_escape_code() -> None:
    assert "\x1b" not in on_terminal("list", NO_COLOR="1")
    for term in ("dumb", "emacs", "unknown", ""):
        assert "\x1b" not in on_terminal("list", TERM=term)


@pytest.mark.parametrize(("term", "name"), [("emacs", "TERM=emacs says"), ("", "TERM, which is not set, says")])
def test_who_has_a_teletype_put_right_is_told_what_says_that_it_is_one(
    monkeypatch: pytest.MonkeyPatch, term: str, name: str
) -> None:
    monkeypatch.setenv("TERM", term)
    assert name in told(Restored((), told=False, sent=False))


def test_text_longer_than_the_screen_is_paged(pager: str) -> None:
    sent = on_terminal("show", "000", "--no-color", PAGER=f"{pager} 'one argument'")
    assert sent.startswith("paged 1 FRX\n000_")


def test_text_that_fits_is_not_paged(pager: str) -> None:
    assert "paged" not in on_terminal("list", PAGER=pager)
    assert "paged" not in on_terminal("show", "000", rows=200, PAGER=pager)


@pytest.mark.parametrize("nobody", ["no-such-pager-anywhere", "cat", "", "'unbalanced"])
def test_without_a_pager_the_text_is_printed(nobody: str) -> None:
    assert "said" in on_terminal("show", "003", PAGER=nobody)


def test_the_pager_can_be_declined(pager: str) -> None:
    assert "paged" not in on_terminal("show", "000", "--no-pager", PAGER=pager)


def test_a_pager_left_early_is_no_error() -> None:
    assert on_terminal("compare", rows=5, PAGER="true") == ""


@pytest.mark.parametrize(("said", "width"), [("120", 120), ("3", 20), ("", 80), ("wide", 80), ("999999999", 1000)])
def test_columns_say_the_width_where_there_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, said: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", said)
    assert output.width(None) == width
    assert output.width(55) == 55


def test_complaints_are_safe_and_name_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    output.complain("one\x1b[2J\ntwo")
    assert capsys.readouterr().err == "tuireader: one\ntuireader: two\n"
