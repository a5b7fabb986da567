"""Settings in a real terminal: the editor, files that change meanwhile, counts in one frame, and silence."""

from __future__ import annotations

import stat
from pathlib import Path

from tests.terminal.conftest import Open, there

_EDITOR = """#!/bin/sh
echo "EDITING $(cat "$1")"
read answer
printf '%s\\n' "$answer" > "$1"
"""


def test_settings_from_the_screen_the_editor_and_elsewhere(reader: Open, story: Path, tmp_path: Path) -> None:
    file = tmp_path / "config" / "tuireader" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('# mine\npreset = "emacs"\n')
    script = tmp_path / "editor"
    script.write_text(_EDITOR)
    script.chmod(stat.S_IRWXU)
    terminal = reader(story, env={"EDITOR": str(script), "VISUAL": ""})
    there(terminal)
    # Meta is an escape before the letter.
    terminal.type("\x1bx")
    terminal.until("Find a command")
    terminal.type("ctrl+g")
    terminal.until("Story 1")
    terminal.type(",")
    terminal.until("config.toml, line 2")
    terminal.type("e")
    terminal.until('EDITING # mine\npreset = "emacs"')
    terminal.type(*"measure = 50", "enter")
    terminal.until("config.toml, line 1")
    terminal.until_gone("emacs")
    terminal.type("j", "j", "j", "l")
    terminal.until("52")
    assert file.read_text() == "measure = 52\n"
    terminal.type("q")
    terminal.until("Story 1")
    terminal.settle(1.0)
    before = terminal.written
    file.write_text("measure = 66\n")
    terminal.settle(1.5)
    assert terminal.written == before, "nobody waits for a file to change"
    file.write_text('mouse = "off"\n')
    terminal.press("k")
    drawn = len(terminal.raw)
    file.write_text('mouse = "on"\n')
    terminal.press("k")
    assert b"\x1b[?1000h" in terminal.raw[drawn:]
    # Changed in the window beside: the next key, or coming back, finds it.
    file.write_text('glyphs = "ascii"\nmousse = 3\n')
    assert terminal.press("\x1b[I")[0] > 0
    terminal.until('did you mean "mouse"?')


def test_a_count_is_one_frame(reader: Open, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"a{number:02}.txt").write_text(f"Title {number}\n\nSentence number {number} is {number * 7} long.\n")
    terminal = reader(folder)
    terminal.until("Title 7")
    terminal.settle(1.0)
    terminal.press("k")
    one = terminal.press("j")[0]
    terminal.press("1", "5")
    many = terminal.press("j")[0]
    assert 0 < many <= 2 * one + 60, "fifteen rows cost what one does: two lines and the status"
