"""A mistake in the reader itself: the terminal is left clean, two lines are said, the details lie in a file."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.terminal.harness import Terminal
from tests.terminal.test_leaving import check_modes

BROKEN = """
import sys
from tuireader.cli import main
from tuireader.tui.screens.library import LibraryScreen

def broken(self):
    raise ZeroDivisionError("\\x1b]0;title\\x07by nothing")

LibraryScreen.do_select = broken
sys.exit(main([]))
"""


def test_a_crash_is_told_in_two_lines(tmp_path: Path) -> None:
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "STATE", "CACHE")}
    with Terminal([sys.executable, "-P", "-c", BROKEN], 200, 24, env=folders) as terminal:
        terminal.until("Story 1")
        terminal.type("space")
        assert terminal.wait() == 1
    said = [line for line in terminal.lines if line]
    assert len(said) == 2
    assert said[0] == "tuireader: the reader had to stop: ZeroDivisionError: by nothing"
    details = tmp_path / "STATE" / "tuireader" / "crash.txt"
    assert str(details) in said[1]
    assert "in broken" in details.read_text(encoding="utf-8")
    check_modes(bytes(terminal.raw))
