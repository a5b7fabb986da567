"""The line that says what takes so long."""

from __future__ import annotations

import io
import time

import pytest

from tuireader.waiting import Progress, waiting


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_takes_long_is_told_and_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with waiting("looking for facts", delay=0.0):
        time.sleep(0.1)
    first, second, rest = terminal.getvalue().split("\r")
    assert first == "tuireader: looking for facts ..."
    assert second == " " * len(first) and rest == ""


@pytest.mark.parametrize("term", ["dumb", "emacs", "unknown", "", None])
def test_a_teletype_is_told_and_nothing_is_wiped(monkeypatch: pytest.MonkeyPatch, term: str | None) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    if term is None:
        monkeypatch.delenv("TERM")
    else:
        monkeypatch.setenv("TERM", term)
    with waiting("looking for facts", delay=0.0):
        time.sleep(0.05)
    assert terminal.getvalue() == "tuireader: looking for facts ...\n"
    with Progress() as progress:
        progress.say("finding stories")
    assert not progress.seen and "\r" not in terminal.getvalue()


def test_what_is_quick_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with pytest.raises(ValueError), waiting("looking for facts"):
        raise ValueError
    assert terminal.getvalue() == ""


def test_nobody_to_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr("sys.stderr", pipe)
    with waiting("looking for facts", delay=0.0):
        time.sleep(0.05)
    assert pipe.getvalue() == ""
