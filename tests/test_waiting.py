"""The line that says what takes so long."""

from __future__ import annotations

import io
from threading import Timer

import pytest

from tuireader import waiting as module
from tuireader.waiting import Progress, waiting


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Passed(Timer):
    """The time is over as soon as it begins: everything takes long."""

    def start(self) -> None:
        self.function()


def test_what_takes_long_is_told_and_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr(module, "Timer", Passed)
    with waiting("looking for facts"):
        pass
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
    monkeypatch.setattr(module, "Timer", Passed)
    with waiting("looking for facts"):
        pass
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
    monkeypatch.setattr(module, "Timer", Passed)
    with waiting("looking for facts"):
        pass
    assert pipe.getvalue() == ""
