"""How many colours are sent: by what people set, by what programs set, by names, by terminfo, by answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tuireader.tui.terminal import depth
from tuireader.tui.terminal.remembered import Memory
from tuireader.tui.terminal.terminfo import Entry, entry

ALL = 16777216


def chosen(known: Entry | None = None, **environ: str) -> depth.Chosen:
    return depth.chosen(environ, lambda: known)


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, ALL),
        ({"TERM": "xterm", "COLORTERM": "24bit"}, ALL),
        ({"TERM": "xterm-256color"}, 256),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/x"}, 256),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/x", "COLORTERM": "truecolor"}, ALL),
        ({"TERM": "xterm-kitty"}, ALL),
        ({"TERM": "alacritty"}, ALL),
        ({"TERM": "foot-extra"}, ALL),
        ({"TERM": "xterm-direct"}, ALL),
        ({"TERM": "xterm-256color", "WT_SESSION": "x"}, ALL),
        ({"TERM": "xterm-16color"}, 16),
        ({"TERM": "rxvt-88color"}, 16),
        ({"TERM": "linux"}, 16),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, 16),
        ({"TERM": "ansi"}, 16),
        ({"TERM": "vt100", "COLORTERM": "truecolor"}, 0),
        ({"TERM": "vt220"}, 0),
        ({"TERM": "xterm-mono"}, 0),
        ({"TERM": "dumb"}, 0),
        ({"TERM": ""}, 0),
        ({}, 0),
        ({"TERM": "no-such-terminal"}, 16),
        # GNU screen hands the variable of the terminal around it on, and cannot show what it promises.
        ({"TERM": "screen-256color", "STY": "1.x", "COLORTERM": "truecolor"}, 256),
        ({"TERM": "screen-256color", "COLORTERM": "truecolor"}, 256),
        ({"TERM": "screen-256color", "TMUX": "/tmp/x", "COLORTERM": "truecolor"}, ALL),
    ],
)
def test_by_what_the_environment_says(environ: dict[str, str], colours: int) -> None:
    assert chosen(**environ).depth == colours


def test_terminfo_is_asked_where_the_name_does_not_say() -> None:
    assert chosen(Entry(colours=8), TERM="screen").depth == 16
    assert chosen(Entry(colours=0), TERM="adm3a").depth == 0
    assert chosen(Entry(colours=256), TERM="eterm-color").depth == 256
    assert chosen(Entry(colours=256, direct=True), TERM="newterm").depth == ALL
    assert "terminfo" in chosen(Entry(colours=8), TERM="xterm").why


def test_what_a_person_set_stands_above_all() -> None:
    all_set = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "FORCE_COLOR": "3"}
    assert chosen(**all_set, NO_COLOR="1", TEXTUAL_COLOR_SYSTEM="truecolor").depth == 0
    assert chosen(**all_set, NO_COLOR="").depth == ALL, "an empty NO_COLOR says nothing (no-color.org)"
    assert chosen(**all_set, TEXTUAL_COLOR_SYSTEM="standard").depth == 16
    assert chosen(**all_set, TEXTUAL_COLOR_SYSTEM="None").depth == 0
    assert chosen(TERM="xterm", FORCE_COLOR="3").depth == ALL
    assert chosen(TERM="xterm-256color", FORCE_COLOR="1").depth == 256, "it is a least"
    assert chosen(TERM="xterm-256color", FORCE_COLOR="true").depth == 256


def test_a_colour_system_that_there_is_none_of_is_passed_over_and_told() -> None:
    environ = {"TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "milions"}
    assert chosen(**environ).depth == 256
    assert "milions" in depth.wrong(environ) and "truecolor" in depth.wrong(environ)
    assert depth.settle(environ, lambda: None, {})[0].depth == 256
    assert environ["TEXTUAL_COLOR_SYSTEM"] == "256"
    assert not depth.wrong(environ) and not depth.wrong({})


def test_an_answer_raises_what_nobody_set() -> None:
    few = chosen(TERM="xterm-256color")
    for value in ("8/8/8", "8", ""):
        assert depth.with_capability(few, "RGB", value).depth == ALL
    for value in ("5/6/5", "²", "8/²/8", "²²²²", "-8", "9" * 5000, "eight", "8//8"):
        assert depth.with_capability(few, "RGB", value) == few
    assert depth.with_capability(few, "RGB", None) == few
    assert depth.with_capability(few, "Co", "16") == few, "what is known already is no less"
    assert depth.with_capability(few, "Co", "16777216").depth == ALL
    assert depth.with_capability(chosen(TERM="who"), "colors", "256").depth == 256
    for value in ("", "-1", "9" * 40, "²"):
        assert depth.with_capability(few, "Co", value) == few
    assert depth.with_capability(chosen(TERM="xterm", NO_COLOR="1"), "RGB", "8").depth == 0
    assert depth.with_capability(chosen(TERM="vt100"), "RGB", "8").depth == 0
    assert depth.with_capability(few, "TN", "xterm") == few


def test_device_attributes_say_that_there_are_colours() -> None:
    none = chosen(Entry(colours=0), TERM="wyse99gt")
    assert depth.with_attributes(none, (64, 1, 22)).depth == 16
    assert depth.with_attributes(none, (22,)).depth == 0, "the first number is the kind of terminal"
    assert depth.with_attributes(chosen(TERM="xterm-256color"), (64, 22)).depth == 256


def test_terminfo_is_read_where_there_is_such_a_thing() -> None:
    assert entry("../../etc/passwd") is None and entry("") is None and entry("x\udce9") is None


@given(st.sampled_from(("RGB", "Co", "colors")), st.text(st.characters(max_codepoint=0xFF)))
@example("RGB", "²")
@example("colors", "³")
def test_no_answer_that_was_remembered_ends_a_start(name: str, value: str) -> None:
    found, alone = depth.settle({"TERM": "xterm-256color"}, lambda: None, {name: value})
    assert found.depth in (256, ALL) and alone.depth == 256


def test_nor_does_a_file_with_one(tmp_path: Path) -> None:
    here = {"TERM": "xterm-256color"}
    file = tmp_path / "terminals.json"
    Memory(file, here).take("RGB", "\xb2")
    assert json.loads(file.read_text())
    assert depth.settle(here, lambda: None, Memory(file, here).answers)[0].depth == 256
