"""Folders of the user's that may not even be looked into: everything goes on, and says why nothing is kept."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tuireader.cli import main
from tuireader.library import Library, stores
from tuireader.settings import paths, themes
from tuireader.sources.watching import root_of
from tuireader.tui.opens import opens

#: The system answers with an error that means neither "there" nor "not there", as behind a closed folder; this one
#: root gets as well.
CLOSED = "x" * 300


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / CLOSED))
    (tmp_path / "one.txt").write_text("The ferry Verhove ran aground off Tolga on Monday, the harbour office said.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path / CLOSED


def test_what_may_not_be_asked_for_is_taken_to_be_there(tmp_path: Path) -> None:
    assert paths.there(tmp_path) and paths.there(tmp_path / CLOSED)
    assert not paths.there(tmp_path / "missing")


@pytest.mark.parametrize("words", [["list"], ["show", "1"], ["facts"], ["search", "Kosovo"], ["--linear"]])
def test_the_bundled_articles_are_told(
    words: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdin, "readline", lambda *_: "", raising=False)
    assert main([*words, "--no-pager"] if words[0] != "--linear" else words) == 0
    told = capsys.readouterr()
    assert "Kosovo" in told.out and "Nothing will be remembered after this run" in told.out + told.err


def test_the_library_is_told_as_one_that_cannot_be_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--library"]) == 1
    assert "Nothing will be remembered after this run" in capsys.readouterr().err
    assert main(["export", "--what", "marks", "one.txt"]) == 0
    assert main(["sync", CLOSED]) == 1
    assert "no feed" not in capsys.readouterr().err


def test_the_doctor_says_what_cannot_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    form = json.loads(capsys.readouterr().out)["doctor"]
    library = next(each for each in form["paths"] if each["name"] == "library")
    assert not library["exists"] and library["bytes"] is None
    assert any("settings cannot be used" in each["what"] for each in form["wrong"])


def test_the_reader_has_its_theme_and_its_articles(tmp_path: Path) -> None:
    at = paths.find()
    theme, complaints = themes.find("ink", at)
    assert theme.name == "ink" and not complaints
    with Library.open(None) as library:
        assert opens(["one.txt"], library, at, watch=False).source is None
        assert stores.known(["one.txt"], at.cache, library) is None
    assert root_of(str(tmp_path / CLOSED / "in")) == (str(tmp_path / CLOSED), False)
