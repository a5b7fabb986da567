"""What a terminal answered about its colours holds from the next start on, for that terminal alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.terminal.emulators import Pyte
from tuireader.tui.terminal.cells import Screen
from tuireader.tui.terminal.depth import settle
from tuireader.tui.terminal.display import CellDisplay
from tuireader.tui.terminal.looks import PLAIN
from tuireader.tui.terminal.remembered import MOST, Memory
from tuireader.tui.terminal.terminfo import Entry

HERE = {"TERM": "xterm-256color", "SSH_CONNECTION": "192.0.2.7 50000 192.0.2.1 22"}


def test_an_answer_holds_for_the_terminal_that_gave_it(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "terminals.json"
    Memory(file, HERE).take("RGB", "8/8/8")
    assert Memory(file, {**HERE, "SSH_CONNECTION": "192.0.2.7 50001 192.0.2.1 22"}).answers == {"RGB": "8/8/8"}
    assert not Memory(file, {**HERE, "SSH_CONNECTION": "192.0.2.8 50000 192.0.2.1 22"}).answers
    assert not Memory(file, {**HERE, "TERM": "xterm"}).answers
    assert "192.0.2" not in file.read_text(), "from where somebody comes is nobody's business"
    Memory(file, HERE).forget()
    assert not Memory(file, HERE).answers


def test_only_what_was_asked_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "terminals.json"
    memory = Memory(file, HERE)
    memory.take("RGB", None)
    memory.take("TN", "\x1b]0;pwned\x07")
    assert not file.exists()


def test_the_oldest_goes(tmp_path: Path) -> None:
    file = tmp_path / "terminals.json"
    for number in range(MOST + 3):
        Memory(file, {"TERM": f"x{number}"}).take("Co", "256")
    assert not Memory(file, {"TERM": "x2"}).answers
    assert Memory(file, {"TERM": "x3"}).answers and Memory(file, {"TERM": f"x{MOST + 2}"}).answers


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1}', "[" * 9999, '{"a": {"RGB": []}}', "\udce9"])
def test_a_damaged_file_is_no_file(tmp_path: Path, text: str) -> None:
    file = tmp_path / "terminals.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    memory = Memory(file, HERE)
    memory.take("RGB", "8")
    assert Memory(file, HERE).answers == {"RGB": "8"}


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "terminals.json"
    os.mkfifo(file)
    memory = Memory(file, HERE)
    memory.take("RGB", "8")
    assert Memory(file, HERE).answers == {"RGB": "8"}


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    memory = Memory(tmp_path / "file" / "terminals.json", HERE)
    memory.take("RGB", "8")
    assert memory.answers == {"RGB": "8"}


class Asking(CellDisplay):
    """An app that keeps what it would send, and in how many colours."""

    def __init__(self, memory: Memory) -> None:
        super().__init__(256)
        self.depth_unasked = 256
        self.memory = memory
        self.sent: list[str] = []

    def send(self, sequence: str) -> None:
        self.sent += filter(None, [sequence])

    def _cursor(self) -> tuple[int, int]:
        return 2, 0


def test_the_colours_are_asked_for_where_the_answer_to_da1_says_that_they_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("COLORTERM", "NO_COLOR", "STY", "TMUX", "TERM_PROGRAM", "TEXTUAL_COLOR_SYSTEM", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    app = Asking(Memory(tmp_path / "terminals.json", HERE))
    app._attributes(1, 2)
    assert app.sent == []
    app._attributes(64, 22)
    assert app.sent == ["\x1bP+q524742\x1b\\"]

    app._cells = Screen(8, 2)
    first = app._cells.update([[(char, PLAIN) for char in row] for row in ("abcdefgh", "ijklmnop")], (2, 0))
    app.sent.clear()
    app._attributes(64, 22)
    terminal = Pyte(8, 2)
    terminal.feed(b"\x1b[?7l" + first.encode())
    # One that prints the inside of every string that it does not know.
    terminal.feed(app.sent[0].strip("\x1bP\\").encode())
    assert terminal.lines() != ["abcdefgh", "ijklmnop"]
    terminal.feed("".join(app.sent[1:]).encode())
    assert terminal.lines() == ["abcdefgh", "ijklmnop"] and terminal.cursor() == (2, 0)

    app = Asking(Memory(tmp_path / "terminals.json", HERE))
    assert app.memory is not None
    app.memory.take("RGB", "8")
    app.depth = 16777216
    app._attributes(64, 22)
    assert app.sent == [] and app.depth == 16777216, "what is known is not asked again"
    app._attributes(1, 2)
    assert app.depth == 256 and not app.memory.answers, "somebody else's terminal"


def test_that_there_are_colours_at_all_is_remembered_from_da1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLORTERM", "NO_COLOR", "STY", "TMUX", "TERM_PROGRAM", "TEXTUAL_COLOR_SYSTEM", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)
    here = {"TERM": "wyse99gt"}
    file = tmp_path / "terminals.json"

    def start() -> Asking:
        app = Asking(Memory(file, here))
        assert app.memory is not None
        found, alone = settle(dict(here), lambda: Entry(colours=0), app.memory.answers)
        app.depth, app.depth_unasked = found.depth, alone.depth
        return app

    app = start()
    app._attributes(64, 1)
    assert start().depth == 0
    app._attributes(64, 1, 22)
    assert app.depth == 0, "what stands there is not drawn again"
    app = start()
    assert app.depth == 16
    app._attributes(64, 1, 22)
    assert app.depth == start().depth == 16
    app._attributes(64, 1)
    assert app.depth == start().depth == 0, "somebody else's terminal"


def test_what_is_known_to_have_colours_is_not_remembered_to_have_some(tmp_path: Path) -> None:
    app = Asking(Memory(tmp_path / "terminals.json", HERE))
    app._attributes(64, 1, 22)
    assert app.memory is not None and not app.memory.answers
