"""What the doctor tells of terminal, machine and settings, and what it finds wrong with them."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from textual import constants

from tests import hostile
from tuireader.cli import main
from tuireader.doctor import advice, machine, terminal
from tuireader.report.doctor import lines
from tuireader.report.ink import Ink
from tuireader.settings import paths
from tuireader.tui.terminal import private, within
from tuireader.tui.terminal.asking import Said
from tuireader.tui.terminal.examining import Examined, questions

XTERM = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
ANSWER = Said({2026: 2, 69: 1, 1004: 0}, (64, 22), None, "xterm(390)", None, {"RGB": "8/8/8"})


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of its own, and nothing of the terminal the tests run in."""
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name, value in XTERM.items():
        monkeypatch.setenv(name, value)
    return tmp_path / "home"


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["doctor", *words]) == 0
    return capsys.readouterr().out


def test_it_needs_no_terminal_and_leaves_nothing_behind(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = told(capsys)
    for heading in ("Versions", "Terminal", "What it can do", "Variables", "Paths", "Extras"):
        assert f"\n{heading}" in f"\n{said}"
    assert "\x1b" not in said
    assert said.endswith("Nothing is wrong.\n")
    assert not home.exists()


def test_as_data_it_is_what_the_text_says(capsys: pytest.CaptureFixture[str]) -> None:
    form = json.loads(told(capsys, "--json"))["doctor"]
    assert form["versions"]["Python"].startswith("3.") and form["versions"]["textual"]
    assert form["terminal"]["term"] == "xterm-256color" and form["colours"]["number"] == 256
    assert {each["name"] for each in form["extras"]} >= {"html", "pdf"}
    assert form["wrong"] == []


def test_what_is_set_steers_no_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("TERM", "TERM_PROGRAM", "TEXTUAL_COLOR_SYSTEM", "LC_ALL", "TUIREADER_THEME"):
        monkeypatch.setenv(name, hostile.TITLE + hostile.BIDI + hostile.C1)
    said = told(capsys)
    hostile.harmless(said)
    assert "Wrong:" in said
    form = machine_of(Examined(Said({}, (64,), version=hostile.C1 + hostile.CLIPBOARD)))
    hostile.harmless("\n".join(lines(form, 80, Ink())))


def machine_of(seen: Examined, tmux: within.Tmux | None = None, **environ: str) -> dict[str, Any]:
    """A whole form as the doctor makes it, of a terminal that is made up."""
    said = {**XTERM, **environ}
    form: dict[str, Any] = {
        "versions": machine.versions(),
        "terminal": terminal.terminal(said, seen, tmux),
        "colours": terminal.colours(said, seen.said),
        "display": terminal.display(said, "cells"),
        "abilities": terminal.can(said, seen.said),
        "protocols": terminal.protocols(seen.said),
        "locale": machine.locale(said),
        "glyphs": {"set": "unicode", "why": "the locale"},
        "variables": terminal.variables(said),
        "settings": {},
        "theme": None,
        "paths": machine.places(paths.find()),
        "extras": machine.extra_packages(),
    }
    form["terminal"]["standard"]["output"] = "terminal"
    return form | {"wrong": advice.wrong(said, form, 0)}


def found_wrong(*pieces: str, seen: Examined | None = None, tmux: within.Tmux | None = None, **environ: str) -> None:
    """Exactly one thing is wrong, and these pieces of it and of its remedy are told."""
    form = machine_of(seen or Examined(ANSWER), tmux, **environ)
    assert len(form["wrong"]) == 1, form["wrong"]
    for piece in pieces:
        assert piece in "\n".join(lines(form, 80, Ink()))


def test_answers_are_told_with_where_they_are_from() -> None:
    form = machine_of(Examined(ANSWER))
    said = "\n".join(lines(form, 80, Ink()))
    assert "xterm(390), DA1 64;22" in said
    assert "16777216, since the terminal answered that it has all" in said
    can = {each["name"]: (each["has"], each["from"]) for each in form["abilities"]}
    assert can["margins between columns"] == (True, "asked") and can["synchronized output"] == (True, "asked")
    has = {each["name"]: each["has"] for each in form["protocols"]}
    assert has["reports of focus"] is False and has["bracketed paste"] is None
    assert has["kitty's keyboard protocol"] is False
    assert form["wrong"] == []


def test_what_is_wrong_is_told_with_what_to_do() -> None:
    found_wrong("answers nothing", seen=Examined(Said({})))
    found_wrong("TERM=dumb", "export TERM", seen=Examined(None, "x"), TERM="dumb")
    found_wrong("TERM is not set", seen=Examined(None, "x"), TERM="")
    found_wrong("TEXTUAL_COLOR_SYSTEM", "unset", TEXTUAL_COLOR_SYSTEM="pink")
    slow = within.Tmux("3.3a", "xterm-256color", ("256", "RGB"), 500)
    found_wrong("500 ms", "escape-time 10", tmux=slow, TMUX="x", TERM="tmux-256color")
    quick = slow._replace(escape_milliseconds=10)
    few = quick._replace(features=("256", "title"))
    found_wrong("TERM=xterm-256color inside tmux", tmux=quick, TMUX="x")
    found_wrong("terminal-features", tmux=few, TMUX="x", TERM="tmux-256color", COLORTERM="truecolor")
    found_wrong("inside GNU screen", STY="1.x")
    found_wrong("CI is set", "unset CI", CI="true")
    form = machine_of(Examined(ANSWER), STY="1.x", TERM="screen") | {"settings": {"mouse": "on"}}
    assert "keeps an escape" in advice.wrong({"STY": "1.x", "TERM": "screen"}, form, 0)[0]["what"]


def test_a_locale_without_unicode_is_told() -> None:
    form = machine_of(Examined(ANSWER), LC_ALL="C")
    form["glyphs"] = {"set": "ascii", "why": "the locale"}
    (wrong,) = advice.wrong(XTERM, form, 0)
    assert "LC_ALL=C " in wrong["what"] and "C.UTF-8" in wrong["do"]
    form["glyphs"]["why"] = "the settings"
    assert not advice.wrong(XTERM, form, 0), "who chose it knows it"
    assert "2 lines" in advice.wrong(XTERM, form, 2)[0]["what"]


def test_how_frames_are_sent_is_told_with_its_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = {"way": "frames", "wanted": "frames", "reasons": ["the settings ask for it"]}
    assert terminal.display(XTERM, "cells") == {"way": "cells", "wanted": "cells", "reasons": []}
    assert terminal.display(XTERM, "frames") == chosen
    form = machine_of(Examined(ANSWER)) | {"display": chosen}
    assert "frames, since the settings ask for it" in "\n".join(lines(form, 80, Ink()))
    assert not advice.wrong(XTERM, form, 0), "who chose it knows it"
    monkeypatch.setattr(private, "reasons", lambda: ("Textual 99.0 was never tried",))
    assert terminal.display(XTERM, "cells")["way"] == "frames"
    assert terminal.display({"TERM": "dumb"}, "cells")["way"] is None
    found_wrong("Textual 99.0 was never tried", "with pip")
    monkeypatch.setattr(constants, "DRIVER", "textual.drivers.linux_driver:LinuxDriver")
    assert terminal.display(XTERM, "cells")["way"] == "frames"
    found_wrong("TEXTUAL_DRIVER names another driver", "unset TEXTUAL_DRIVER", TEXTUAL_DRIVER=str(constants.DRIVER))


def test_paths_name_nobody() -> None:
    assert machine.short("/home/ann/.config/x", "/home/ann") == "~/.config/x"
    assert machine.short("/home/anna/x", "/home/ann") == "/home/anna/x"
    assert machine.short("/etc/x", "/") == "/etc/x"


def test_what_adds_an_extra_names_nobody_and_can_still_be_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    monkeypatch.setattr(machine, "_there", lambda _: False)
    monkeypatch.setattr(sys, "prefix", "/nowhere")
    for python, typed in (
        ("/home/ann/env/bin/python", "~/env/bin/python "),
        ("/home/ann/my env/bin/python", "~/'my env/bin/python' "),
        ("/opt/env/bin/python", "/opt/env/bin/python "),
        ("/opt/my env/bin/python", "'/opt/my env/bin/python' "),
    ):
        monkeypatch.setattr(sys, "executable", python)
        assert all(each["command"].startswith(f"{typed}-m pip install ") for each in machine.extra_packages())


def test_variables_name_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    assert terminal.variables({"TEXTUAL_LOG": "/home/ann/log", "COLUMNS": "80", "X": "y"}) == {
        "COLUMNS": "80",
        "TEXTUAL_LOG": "~/log",
    }


def test_a_size_that_nobody_set_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((0, 0)))
    form = machine_of(Examined(ANSWER))
    assert form["terminal"]["size"] is None and form["wrong"] == []
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((20, 5)))
    found_wrong("20 by 5")


def test_the_theme_is_told_once(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths.make(home / "tuireader")
    (home / "tuireader" / "config.toml").write_text('theme = "paper"\nmouse = "off"\n')
    said = [row.split() for row in told(capsys).splitlines()]
    assert [row for row in said if row[:1] == ["theme"]] == [["theme", "paper"]] and ["mouse", "off"] in said


def test_a_terminal_that_prints_what_it_does_not_know_is_asked_only_what_it_is() -> None:
    assert questions({"TERM": "linux"}) == "\x1b[c"
    assert questions(XTERM).endswith("\x1b[c") and "\x1bP" not in questions(XTERM)


def test_the_processes_above_are_read_as_the_kernel_writes_them(tmp_path: Path) -> None:
    for pid, text in ((9, "9 (python3) S 7 9"), (7, "7 (a (b) S 1 2) S 5 7"), (5, "5 (mosh-server) S 1 5")):
        (tmp_path / str(pid)).mkdir()
        (tmp_path / str(pid) / "stat").write_text(text)
    assert within.ancestors(tmp_path, 9) == ["a (b) S 1 2", "mosh-server"]
    assert within.ancestors(tmp_path, 4) == []
    assert os.getpid() > 0 and isinstance(within.layers({"STY": "x", "SSH_TTY": "y"}), list)
    assert within.layers({"STY": "x", "SSH_TTY": "y"})[:2] == ["screen", "ssh"]
