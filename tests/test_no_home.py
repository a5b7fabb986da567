"""A user without a home folder, as in a container: nothing is kept, and no folder is made where one happens to be."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tuireader.cli import main
from tuireader.library import Library, stores
from tuireader.settings import paths, writing
from tuireader.tui import copying, crash
from tuireader.tui.terminal.remembered import Memory


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", lambda _: {}["nobody"])
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    assert not (tmp_path / "~").exists()


def test_what_is_the_users_is_made_nowhere(here: Path) -> None:
    at = paths.find()
    with pytest.raises(FileNotFoundError, match="there is no home folder"):
        paths.make(at.state)
    with pytest.raises(writing.Unwritable, match="there is no home folder"):
        writing.put(at.config_file, "theme", "ink")
    assert copying.keep("text", at.state / "copied.txt") == "there is no home folder"
    assert "there is no home folder" in crash.report(ValueError("x"), at.state)
    Memory(at.terminals, {"TERM": "xterm"}).take("RGB", "8/8/8")
    with Library.open(at.library) as library:
        assert "there is no home folder" in library.note
        stores.opened([str(here)], at.cache, library).close()


def test_a_folder_of_many_articles_is_read_line_by_line(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tuireader.sources import few

    monkeypatch.setattr(few, "FEW", 1)
    monkeypatch.setattr(sys.stdin, "readline", lambda *_: "", raising=False)
    for name in ("Anna", "Bert"):
        (here / f"{name}.txt").write_text(f"{name} rows to Tolga\n\nOn Monday {name} rowed to Tolga in six hours.\n")
    assert main(["--linear", str(here)]) == 0
    assert "2 articles" in capsys.readouterr().out


def test_the_doctor_says_so_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    form = json.loads(capsys.readouterr().out)["doctor"]
    rows = {each["name"]: each for each in form["paths"]}
    assert rows["library"]["path"] is None and rows["library"]["writable"] is False
    assert rows["bundled articles"]["path"]
    assert [each["do"] for each in form["wrong"] if "home" in each["what"]] == ["set HOME to a folder of yours"]
    assert main(["doctor"]) == 0
    assert "nowhere: there is no home folder" in capsys.readouterr().out
