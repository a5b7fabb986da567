"""``tuireader reset`` in the terminal of a reader that was killed, and where there is no terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.terminal import codes
from tests.terminal.conftest import PROGRAM
from tests.terminal.harness import Terminal

#: A reader in the middle of its work, killed; what it drew is still there. The shell goes on in the same terminal.
KILLED = """
stty raw -echo
printf '\\033[?1049h\\033[?1000;1003;1006h\\033[?25l\\033[?7l\\033[2;5r\\033[31mabc'
"$@" > said
stty -a > line
printf HERE
"""


def test_it_puts_right_what_a_killed_reader_left_and_says_so(tmp_path: Path) -> None:
    shell = ["sh", "-c", f"cd '{tmp_path}'; {KILLED}", "sh", *PROGRAM, "reset"]
    with Terminal(shell, env={"TERM": "xterm-256color"}) as terminal:
        terminal.until("HERE")
        assert terminal.wait() == 0
        assert codes.modes_left(bytes(terminal.raw)) == {7, 25}
        assert terminal.screen.margins is None
        assert "echo on" in (tmp_path / "said").read_text()
        assert {"icanon", "echo", "isig", "icrnl", "opost"} <= set((tmp_path / "line").read_text().split())


def test_without_a_terminal_it_says_what_to_do() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tuireader", "reset"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        start_new_session=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    assert done.returncode == 1 and not done.stdout
    assert "no terminal here" in done.stderr and done.stderr.count("\n") == 1
