"""How far the screen is behind the keys on a slow line: of 300 ms there and back and 56 kbit/s."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from terminals import slow_line
from terminals.programs import Program, installed, less, newsboat, opened, reader, vim, vim_diff
from terminals.sshd import server
from terminals.table import NEVER, Row
from terminals.texts import Texts
from tests.terminal.harness import Terminal

#: A key that is held comes so often, in seconds, as the Linux console and X11 send it.
_REPEAT = 1 / 30
LINES, PAGES = 30, 6
#: The answer is over when nothing has come for so many seconds.
_STILL = 2.5
#: What each program may be behind, by less.
_MOST = 2.0

_SLOW = [sys.executable, str(Path(slow_line.__file__))]


def lag(home: str) -> Iterator[Row]:
    """Through a pseudo-terminal that is as slow as the line."""
    yield from _all(home, "slow pty", lambda each: each._replace(command=[*_SLOW, "--", *each.command]))


def ssh(home: str) -> Iterator[Row]:
    """The same over a real sshd of this machine."""
    # Its sockets and keys want a short path of their own.
    with tempfile.TemporaryDirectory() as folder, server(Path(folder, "ssh")) as running:
        proxy = [*_SLOW, "--connect", f"127.0.0.1:{running.port}"]

        def over(each: Program) -> Program:
            env = {**each.env, "LC_ALL": "C.UTF-8", "PATH": os.environ.get("PATH", os.defpath)}
            return each._replace(command=running.call(proxy, each.command, env))

        yield from _all(home, "sshd", over)


def _all(home: str, how: str, slow: Callable[[Program], Program]) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        texts, narrow = Texts(Path(folder, "texts"), 72), Texts(Path(folder, "narrow"), 36)
        # It opens where it was left, so it is sent back to the top.
        one = reader(home, texts.first, keys=("g",))
        two = reader(home, narrow.first, narrow.second, ready="Story 1", keys=("c", "g"))
        others = installed(less(texts), vim(texts), vim_diff(narrow), newsboat(texts, home))
        found = {each.name: _behind(slow(each))[0] for each in others}
        beside = ", ".join(f"{name} {seconds:.2f}" for name, seconds in found.items())
        most = _MOST * found["less"] if "less" in found else NEVER
        for name, each in (("one pane", one), ("side by side", two)):
            with opened(each) as near:
                _hold(near, each, slowly=False)
                wanted = _words(near.lines)
            seconds, lines = _behind(slow(each))
            what = f"lag over {how}, {name}" + (
                f", at most {_MOST:g} x less" if most < NEVER else " (less is not installed)"
            )
            yield Row(what, f"{seconds:.2f} s", seconds, most, beside)
            different = sum(a != b for a, b in zip(_words(lines), wanted, strict=True))
            yield Row(f"lines that are other than on a near line, {name}", str(different), different, 0)


def _behind(each: Program) -> tuple[float, list[str]]:
    """Seconds from the last key to the last byte, and what stands there then."""
    with opened(each) as terminal:
        terminal.settle(_STILL)
        return _hold(terminal, each, slowly=True), terminal.lines


def _hold(terminal: Terminal, each: Program, *, slowly: bool) -> float:
    """Holds the key for a line, then that for a page. Returns the seconds from the last one to the last byte."""
    for key in [each.line] * LINES + [each.page] * PAGES:
        terminal.type(key)
        if slowly:
            terminal.listen(_REPEAT)
        else:
            terminal.settle()
    return terminal.settle(_STILL if slowly else 0.5, most=180)


def _words(lines: Sequence[str]) -> list[str]:
    """The text of the lines without the last one, which tells of keys, and of the mouse over ssh."""
    return list(lines[:-1])
