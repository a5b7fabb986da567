"""The reader within tmux and GNU screen: after each of its main keys they show what a plain terminal shows."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from terminals.programs import Program, opened, reader
from terminals.table import Row, Skipped, left_out
from tests.terminal.harness import Terminal

#: From screen to screen, and back to the first.
KEYS = ("j", "c", "n", "n", "tab", "pagedown", "w", "w", "w", "f", "j", "enter", "f", "q", "o", "j", "escape", "/", "k")
#: It looks for an escape that is none so long.
_STILL = 0.5

_TMUX = "set -g status off\nset -g default-terminal tmux-256color\nset -sg escape-time 10\n"
_SCREEN = "startup_message off\nvbell off\nhardstatus off\naltscreen on\ndefutf8 on\nterm screen-256color\n"


def multiplexers(home: str) -> Iterator[Row]:
    """A row for each that is installed. Raises Skipped where none is."""
    if not any(map(shutil.which, ("tmux", "screen"))):
        raise Skipped("neither tmux nor screen is installed")
    with tempfile.TemporaryDirectory() as folder:
        for each in _calls(home, Path(folder)):
            yield _row(each, home)


def _calls(home: str, folder: Path) -> Iterator[Program]:
    """The reader in each of them, on a server and with settings of its own."""
    own = _plain(home)
    (folder / "tmux").write_text(_TMUX, encoding="ascii")
    (folder / "screen").write_text(_SCREEN, encoding="ascii")
    (folder / "sockets").mkdir(mode=0o700)
    for name, begin, socket in (
        ("tmux", ["tmux", "-u", "-f", str(folder / "tmux"), "new-session", "--"], "TMUX_TMPDIR"),
        ("screen", ["screen", "-U", "-c", str(folder / "screen"), "--"], "SCREENDIR"),
    ):
        if shutil.which(name):
            env = {**own.env, socket: str(folder / "sockets")}
            yield own._replace(name=name, command=[*begin, *own.command], env=env)
        else:
            left_out(name)


def _plain(home: str) -> Program:
    """The reader in a terminal of as many colours as theirs: with fewer of them more is said by signs."""
    own = reader(home, ready="Story 1")
    return own._replace(env={**own.env, "COLORTERM": ""})


def _row(inside: Program, home: str) -> Row:
    wrong = []
    with ExitStack() as stack:
        plain = stack.enter_context(opened(_plain(home)))
        within = stack.enter_context(opened(inside))
        for key in KEYS:
            for terminal in (plain, within):
                terminal.press(key, still=_STILL)
            if not _same(plain, within):
                wrong.append(key)
        for terminal in (plain, within):
            terminal.type("ctrl+g")
            terminal.settle(_STILL)
            terminal.type("Q")
            terminal.wait()
    what = f"screens that are other than without {inside.name}, of {len(KEYS)}"
    return Row(what, f"{len(wrong)}", len(wrong), 0, ", ".join(f"after {key}" for key in wrong))


def _same(plain: Terminal, within: Terminal) -> bool:
    """Text and cursor; a multiplexer has its own ways with colours. What takes time comes later in one of them."""
    for _ in range(4):
        if plain.lines == within.lines and plain.emulator.cursor() == within.emulator.cursor():
            return True
        for terminal in (plain, within):
            terminal.settle(_STILL)
    return False
