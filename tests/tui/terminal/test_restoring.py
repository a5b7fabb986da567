"""A terminal that a killed program left behind is put right, and one that is as it should be stays as it is."""

from __future__ import annotations

import inspect
import os
import pty
import re
import termios
import threading
import tty
from pathlib import Path

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.drivers.linux_driver import LinuxDriver

from tests.terminal import codes
from tuireader.tui.terminal import driver, early, restoring
from tuireader.tui.terminal.asking import heard, in_front, write

XTERM = {"TERM": "xterm-256color"}
SHELL = "one\r\ntwo\r\n$ tuireader reset\r\n"


def sent(alternate: bool | None, place: tuple[int, int] | None, environ: dict[str, str] = XTERM) -> str:
    """All that is sent, but for the questions."""
    return restoring._FIRST + restoring.leaving(alternate, environ) + restoring.settling(place, environ)


def shown(text: str) -> pyte.Screen:
    """What pyte shows of it. It has no parser for DECSTR and the keys of kitty."""
    screen = pyte.Screen(40, 8)
    pyte.Stream(screen).feed(re.sub(r"\x1b\[(<9u|!p)|\x1b\\", "", text))
    return screen


def test_every_mode_that_is_switched_on_is_switched_off() -> None:
    source = re.sub(r"(?m)^ *#.*", "", inspect.getsource(LinuxDriver))
    on = codes.modes_asked(source.replace("\\x1b", "\x1b").encode())
    assert {1000, 1003, 1004, 1049, 2004} <= on, "Textual is read"
    raw = sent(None, None).encode()
    left = codes.modes_left(raw, frozenset(on | codes.MOUSE - {1005} | {2026, 69, 6, 1}))
    assert left == {7, 25}
    assert {7, 25} == codes.modes_left(raw, frozenset())


@pytest.mark.parametrize("place", [None, (4, 1)])
@pytest.mark.parametrize("alternate", [None, False])
def test_a_clean_terminal_stays_as_it_is(alternate: bool | None, place: tuple[int, int] | None) -> None:
    before, after = shown(SHELL), shown(SHELL + sent(alternate, place))
    assert after.display == before.display
    assert (after.cursor.x, after.cursor.y) == (before.cursor.x, before.cursor.y)


def test_what_moves_the_cursor_stands_between_its_keeping_and_its_return() -> None:
    """``?69l``, ``?6l`` and ``r`` put it into the first cell; ``?1049l`` where it was saved."""
    text = sent(None, None)
    for each in ("\x1b[?69l", "\x1b[?6l", "\x1b[r"):
        assert text.rfind("\x1b7", 0, text.index(each)) > text.rfind("\x1b8", 0, text.index(each))
    assert "\x1b7\x1b[?1049l" in text
    assert "?1049l" not in sent(False, None)
    assert "\x1b7\x1b[?1049l" not in sent(True, None), "the place on the main screen is the one saved there"
    assert "\x1b[4;1H" in sent(True, (4, 1)).partition("\x1b[r")[2]


def test_margins_colours_and_charset_are_gone() -> None:
    screen = shown(SHELL + "\x1b[2;5r\x1b[31;44m\x1b(0\x1b[?25l\x1b[?7l" + sent(None, (4, 1)) + "qj\x1b[9B")
    assert screen.display[3].rstrip() == "qj" and not screen.cursor.hidden
    assert screen.cursor.y == 7 and screen.margins is None
    assert (screen.cursor.attrs.fg, screen.cursor.attrs.bg) == ("default", "default")


def test_the_next_program_begins_clean() -> None:
    begins = early.ENTER.decode()
    screen = shown("\x1b[?1049h\x1b[?69h\x1b[3;20s\x1b[2;5r\x1b[?1000;1003;1006h" + begins)
    assert screen.margins is None
    assert {69, *codes.MOUSE} & codes.modes_left(
        ("\x1b[?69;1000;1003;1006h" + begins + driver._MOUSE[1]).encode()
    ) == set()


@pytest.mark.parametrize("environ", [{"TERM": "linux"}, {"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}])
def test_terminals_that_print_what_they_do_not_know_are_sent_none_of_it(environ: dict[str, str]) -> None:
    text = restoring.questions(environ) + sent(None, None, environ)
    assert not re.search(r"\x1b\[[^a-zA-Z]*[$!<>]", text)
    assert text.startswith("\x1b[c")


def test_a_raw_line_gets_what_a_shell_needs_and_a_good_one_nothing() -> None:
    main, second = pty.openpty()
    try:
        good = termios.tcgetattr(second)
        assert restoring.settled(good) == (good, ())
        good[0] &= ~termios.IXON
        assert restoring.settled(good) == (good, ()), "what somebody chose stays"
        tty.setraw(second)
        raw = termios.tcgetattr(second)
        after, wrong = restoring.settled(raw)
        assert "echo on" in wrong and "line editing on" in wrong and "ctrl+c and ctrl+z on" in wrong
        for index, flags in ((0, termios.ICRNL | termios.IXON), (1, termios.OPOST | termios.ONLCR)):
            assert after[index] & flags == flags
        assert after[3] & termios.ECHO and after[3] & termios.ICANON and after[3] & termios.ISIG
        assert restoring.settled(after)[1] == ()
    finally:
        os.close(main)
        os.close(second)


def test_answers_are_taken_out_of_what_was_typed() -> None:
    said = heard("abc\x1b[?1049;1$yx\x1b[<35;3;4M\x1b[?25;2$y\x1b[12;7R\x1bP>|xterm(390)\x1b\\\x1b[?0u\x1b[?64;22c")
    assert said.modes == {1049: 1, 25: 2}
    assert (said.place, said.version, said.keys, said.attributes) == ((12, 7), "xterm(390)", 0, (64, 22))
    said = heard("\x1bP1+r524742=382F382F38;436F=323536\x1b\\\x1bP0+r536D\x1b\\\x1bP1+r5=zz\x1b\\")
    assert said.capabilities == {"RGB": "8/8/8", "Co": "256", "Sm": None}
    assert heard("\x1b[A\x1b[200~").attributes is None


@given(st.text(alphabet="\x1b[?;$y0123456789cRuP>|+r\\=a", max_size=40), st.integers(1, 6000))
def test_whatever_it_sends_is_no_error(text: str, digits: int) -> None:
    said = heard(f"{text}\x1b[?{'9' * digits}c\x1b[{'9' * digits};1R\x1bP1+r{'4' * digits}=zz\x1b\\")
    assert all(value < 10 for value in said.modes.values())


class Emulator:
    """A terminal at the other end of a pty that answers what it is asked about the modes that are ``on``."""

    def __init__(self, *on: int) -> None:
        self.main, self.fd = pty.openpty()
        self.on, self.got = on, b""
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        done = 0
        while True:
            try:
                self.got += os.read(self.main, 4096)
            except OSError:
                return
            for each in re.compile(rb"\x1b\[(?:\?(\d+)\$p|6n|c)").finditer(self.got, done):
                if each[1]:
                    write(self.main, f"\x1b[?{int(each[1])};{1 if int(each[1]) in self.on else 2}$y")
                else:
                    write(self.main, "\x1b[?62;22c" if each[0].endswith(b"c") else "\x1b[3;9R")
                done = each.end()

    def close(self) -> None:
        """Hangs up; all that was sent has then been read."""
        os.close(self.fd)
        self._thread.join()
        os.close(self.main)


@pytest.fixture
def emulator(monkeypatch: pytest.MonkeyPatch) -> Emulator:
    monkeypatch.setattr(restoring, "in_front", os.isatty)
    return Emulator(1049, 1000, 1003, 25)


def test_it_says_what_it_found(emulator: Emulator) -> None:
    tty.setraw(emulator.fd)
    done = restoring.restore(emulator.fd, XTERM, 5)
    assert done.told and done.sent
    assert {"echo on", "alternate screen left", "mouse reports off", "wrapping on"} <= set(done.found)
    assert "cursor shown" not in done.found and len(done.found) == len(set(done.found))
    assert termios.tcgetattr(emulator.fd)[3] & termios.ECHO
    emulator.close()
    assert b"\x1b[?1049l" in emulator.got and b"\x1b[3;9H" in emulator.got


@pytest.mark.parametrize("term", ["dumb", "emacs", "unknown", ""])
def test_a_teletype_is_sent_nothing(emulator: Emulator, term: str) -> None:
    done = restoring.restore(emulator.fd, {"TERM": term}, 5)
    assert done == restoring.Restored((), told=False, sent=False)
    emulator.close()
    assert emulator.got == b""


def test_a_job_in_the_background_leaves_the_terminal_alone() -> None:
    main, second = pty.openpty()
    try:
        assert not in_front(second)
        with pytest.raises(PermissionError, match="background"):
            restoring.restore(second, XTERM, 0)
    finally:
        os.close(main)
        os.close(second)


@pytest.mark.parametrize(("says", "alternate"), [(b"1\n", True), (b"0\n", False), (b"\xff\n", None), (b"", None)])
def test_tmux_is_asked_and_may_say_what_is_no_text(
    says: bytes, alternate: bool | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "said").write_bytes(says)
    (tmp_path / "tmux").write_text(f"#!/bin/sh\ncat {tmp_path}/said\n")
    (tmp_path / "tmux").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert restoring._tmux_shows_alternate({"TMUX": "x"}) is alternate
