"""A note written in the reader's own editor, which has the terminal meanwhile."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.terminal.conftest import Open
from tuireader.library import Library

#: Shows what it was given, waits for a key, writes its answer, and says which mode the file had.
_EDITOR = """#!/bin/sh
trap "" INT
clear
echo "EDITING [$(cat "$1")] $(stat -c %a "$1")"
read answer
printf '%s\\nsecond line\\n' "$answer" > "$1"
exit {status}
"""


@pytest.mark.parametrize("status", [0, 3])
def test_the_editor_has_the_terminal_and_its_text_is_the_note(
    reader: Open, story: Path, tmp_path: Path, status: int
) -> None:
    script = tmp_path / "my editor"
    script.write_text(_EDITOR.format(status=status))
    script.chmod(stat.S_IRWXU)
    terminal = reader(story, env={"EDITOR": f"'{script}'", "VISUAL": ""})
    terminal.until("Story 1")
    terminal.type("c", "n", "i")
    terminal.until("Note on")
    terminal.type("h", "i", "tab")
    terminal.until("EDITING [hi] 600")
    terminal.type("ctrl+c", "w", "e", "l", "l", "enter")
    terminal.until("Note on" if status else "Noted: ")
    library = terminal_library(tmp_path)
    try:
        if status:
            terminal.until("Not kept: the editor my editor ended with status 3")
            terminal.type("enter")
            terminal.until("Noted: ")
        [mark] = library.all_marks()
        assert mark.note == "well\nsecond line"
    finally:
        library.close()
    assert list(tmp_path.rglob("note-*")) == []
    terminal.type("M")
    terminal.until("second line")


def terminal_library(home: Path) -> Library:
    """What the reader in the terminal wrote."""
    [file] = home.rglob("library.sqlite3")
    return Library.open(file)


def test_a_kill_while_a_note_is_typed_loses_nothing_of_it(reader: Open, story: Path) -> None:
    terminal = reader(story)
    terminal.until("Story 1")
    terminal.type("c", "n", "i")
    terminal.until("Note on")
    terminal.type("h", "a", "l", "f")
    terminal.until("i half")
    terminal.kill()
    again = reader(story)
    again.until("Story 1")
    again.type("c", "n", "i")
    again.until("i half")
    again.until("not kept yet")
