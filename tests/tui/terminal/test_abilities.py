"""What a terminal can do: by its name, by terminfo, by what it answers, and what it is not asked."""

from __future__ import annotations

import pytest

from tuireader.tui.terminal import abilities
from tuireader.tui.terminal.abilities import LEAST, Known
from tuireader.tui.terminal.families import can_draw, has_few_marks, in_screen, in_tmux, takes_strings, tears_keys
from tuireader.tui.terminal.terminfo import Entry

VT100 = Entry(colours=0, scrolls=False, erases_characters=False)


def known(entry: Entry | None = None, **environ: str) -> Known:
    return abilities.known(environ, lambda: entry)


@pytest.mark.parametrize("term", ["xterm-256color", "tmux-256color", "linux", "rxvt-unicode", "xterm-kitty", "foot"])
def test_names_of_terminals_that_fill_what_they_erase(term: str) -> None:
    assert known(TERM=term).abilities == LEAST._replace(links=term != "linux")
    assert known(TERM=term).sources["erases_in_colour"] == "name"


def test_gnu_screen_erases_to_its_own_ground_and_tmux_under_its_name_does_not() -> None:
    assert not known(TERM="screen-256color").abilities.erases_in_colour
    assert not known(TERM="xterm-256color", STY="1.x").abilities.erases_in_colour
    assert known(TERM="screen-256color", TMUX="/tmp/x").abilities.erases_in_colour


def test_terminfo_says_what_a_name_does_not() -> None:
    found = known(VT100, TERM="vt100")
    assert not found.abilities.scrolls and not found.abilities.erases_characters
    assert found.abilities.erases_in_colour, "there is no colour to leave behind"
    assert found.sources["scrolls"] == "terminfo" and found.sources["margins"] == "assumed"
    assert not known(Entry(colours=8, scrolls=True), TERM="cygwin").abilities.erases_in_colour


def test_of_a_terminal_that_nobody_knows_nothing_is_assumed() -> None:
    assert not any(known(None, TERM="no-such-terminal").abilities)


def test_answers_change_what_is_known() -> None:
    found = known(TERM="xterm-256color")
    assert not found.abilities.margins and not found.abilities.synchronized
    for value, can in ((0, False), (1, True), (2, True), (3, True), (4, False)):
        assert abilities.with_mode(found, 69, value).abilities.margins is can
        assert abilities.with_mode(found, 2026, value).abilities.synchronized is can
    assert abilities.with_mode(found, 69, 2).sources["margins"] == "asked"
    assert abilities.with_mode(found, 1016, 2) is found
    assert abilities.with_repeating(found, True).abilities.repeats


def test_the_questions_of_a_start_are_few() -> None:
    xterm = {"TERM": "xterm-256color"}
    asked = abilities.questions(xterm) + abilities.colour_question(xterm, (64, 22), 256)
    assert "\x1b[?2026$p\x1b[?69$p" in asked and "\x1bP+q524742\x1b\\" in asked
    assert len(asked) <= 40
    assert "436F" in abilities.colour_question(xterm, (64, 22), 16)


@pytest.mark.parametrize(
    "environ",
    [
        {"TERM": "linux"},
        {"TERM": "dumb"},
        {},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"},
    ],
)
def test_terminals_that_would_print_a_question_are_not_asked(environ: dict[str, str]) -> None:
    assert not abilities.questions(environ)
    assert not abilities.colour_question(environ, (64, 22), 16)


def test_control_strings_go_only_to_terminals_that_read_them() -> None:
    xterm = {"TERM": "xterm-256color"}
    # QTerminal, Apple's and others print them, and call themselves VT100s.
    for attributes in ((1, 2), (6,), ()):
        assert not abilities.colour_question(xterm, attributes, 256)
    assert not abilities.colour_question(xterm, (64, 22), 1 << 24)
    for environ in ({"TERM": "screen-256color"}, {"TERM": "xterm", "STY": "1.x"}, {"TERM": "vt220"}):
        assert not takes_strings(environ)
        assert not abilities.colour_question(environ, (64, 22), 256)
    assert takes_strings({"TERM": "screen-256color", "TMUX": "/tmp/x"})


def test_keys_come_in_pieces_along_serial_lines_and_from_windows() -> None:
    assert tears_keys({"TERM": "vt220"})
    assert tears_keys({"TERM": "xterm-256color", "WT_SESSION": "1"})
    for term in ("xterm-256color", "linux", "tmux-256color", "screen", "foot"):
        assert not tears_keys({"TERM": term})


def test_what_it_runs_in() -> None:
    assert in_tmux({"TERM": "tmux-256color"}) and not in_screen({"TERM": "tmux-256color"})
    assert in_screen({"TERM": "screen"}) and not in_tmux({"TERM": "screen"})
    both = {"TERM": "screen", "TMUX": "x", "STY": "y"}
    assert in_screen(both) and not in_tmux(both), "the more careful of the two"
    assert not can_draw({"TERM": " "}) and not can_draw({"TERM": "unknown"}) and can_draw({"TERM": "vt100"})


@pytest.mark.parametrize(
    ("term", "few"),
    [
        *((name, True) for name in ("linux", "linux-16color", "screen.linux", "vt102", "vt320", "ansi")),
        *((name, False) for name in ("xterm-256color", "screen-256color", "rxvt", "")),
    ],
)
def test_fonts_with_few_marks_are_known_by_name(term: str, few: bool) -> None:
    assert has_few_marks(term) is few
