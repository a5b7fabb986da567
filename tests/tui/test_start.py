"""What the words of a call and the settings lead to, before the first screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuireader.article import UsageError
from tuireader.settings import paths
from tuireader.tui.app import ReaderApp
from tuireader.tui.start import start


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[ReaderApp]:
    """The apps that were run, without a terminal. The user's themes hold a broken one."""
    for kind in ("CONFIG", "STATE", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    themes = paths.find().themes
    themes.mkdir(parents=True)
    (themes / "broken.toml").write_text('name = "broken"\n', "utf-8")
    apps: list[ReaderApp] = []
    monkeypatch.setattr(ReaderApp, "run", lambda app, **_: apps.append(app))
    return apps


def test_a_theme_asked_for_holds_whatever_is_wrong_with_another(started: list[ReaderApp]) -> None:
    assert start([], theme="paper") == 0
    assert started[0].reading_theme.name == "paper"


def test_a_theme_that_does_not_exist_is_named(started: list[ReaderApp]) -> None:
    with pytest.raises(UsageError, match=r'--theme: there is no theme "papr" \(did you mean "paper"\?\)'):
        start([], theme="papr")
    assert not started


def test_a_broken_theme_asked_for_is_told_of_with_its_file(started: list[ReaderApp]) -> None:
    with pytest.raises(UsageError, match=r"--theme: .*broken\.toml: "):
        start([], theme="broken")
    assert not started
