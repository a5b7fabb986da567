"""The programs that are measured side by side: how each is started, when it is ready, and its keys for a line and a
page. Each is a plain call with no settings of whoever runs this.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from measuring import environment
from startup import program

from terminals.table import left_out
from terminals.texts import Texts
from tests.terminal.harness import Terminal

#: The least app Textual can make.
BARE = """
from textual.app import App
from textual.widgets import Footer, Header, Static

class Bare(App):
    BINDINGS = [("q", "quit", "Quit")]

    def compose(self):
        yield Header()
        yield Static("Nothing to read")
        yield Footer()

Bare().run()
"""
#: Something of the first paragraph of the texts, which stands on the first screen of them.
_BEGINNING = "NATO"


class Program(NamedTuple):
    """A program on a text."""

    name: str
    command: Sequence[str]
    env: Mapping[str, str]
    ready: str
    """What stands on the screen when the text is there."""
    keys: tuple[str, ...] = ()
    """What leads to the text."""
    line: str = "j"
    page: str = "space"
    leave: str = "q"


def folders(home: str) -> Mapping[str, str]:
    """What the environment of the programs must have beside that of a terminal."""
    own = {name: value for name, value in environment(home).items() if value.startswith(home)}
    # Whoever runs this may have Python keep nothing of what it compiles.
    return {**own, "PYTHONDONTWRITEBYTECODE": ""}


def reader(home: str, *arguments: object, ready: str = "? help", keys: tuple[str, ...] = ()) -> Program:
    """The reader as it is installed."""
    command = [*program(), *map(str, arguments)]
    return Program("tuireader", command, folders(home), ready, keys, leave="Q")


def bare(home: str) -> Program:
    """A bare app of Textual."""
    return Program("bare Textual", [sys.executable, "-c", BARE], folders(home), "q Quit")


def less(texts: Texts) -> Program:
    """less on the first text."""
    return Program("less", ["less", str(texts.first)], {"LESSHISTFILE": "-"}, _BEGINNING)


def vim(texts: Texts) -> Program:
    """vim on the first text, as it is without anybody's settings."""
    command = ["vim", "--clean", "-R", str(texts.first)]
    return Program("vim", command, {}, _BEGINNING, line="ctrl+e", page="ctrl+f", leave=":qa!\r")


def vim_diff(texts: Texts) -> Program:
    """vim on both texts side by side, nothing of them folded away."""
    command = ["vim", "--clean", "-R", "-d", "-c", "windo set nofoldenable", str(texts.first), str(texts.second)]
    return Program("vim -d", command, {}, _BEGINNING, line="ctrl+e", page="ctrl+f", leave=":qa!\r")


def newsboat(texts: Texts, home: str) -> Program:
    """newsboat on a feed with the first text. Its feed is a file, so it asks no network."""
    # Of those with one cache no two may run, and the end of one takes its time.
    folder = Path(tempfile.mkdtemp(prefix="newsboat", dir=home))
    (folder / "urls").write_text(f"file://{texts.feed}\n", encoding="utf-8")
    (folder / "config").write_text("refresh-on-startup yes\ntext-width 72\n", encoding="utf-8")
    files = [
        word for pair in (("-u", "urls"), ("-C", "config"), ("-c", "cache")) for word in (pair[0], folder / pair[1])
    ]
    env = {"HOME": str(folder)}
    return Program(
        "newsboat", ["newsboat", *map(str, files)], env, "Accounts", ("enter", "enter"), "\x1bOB", leave="qqq"
    )


def installed(*programs: Program) -> list[Program]:
    """Those of them that are on this machine. Says which are not."""
    there = []
    for each in programs:
        if shutil.which(each.command[0]):
            there.append(each)
        else:
            left_out(each.name)
    return there


@contextmanager
def opened(each: Program) -> Iterator[Terminal]:
    """A program in a terminal of 80x24 with its text on the screen, and at rest."""
    env = {**each.env, "LANG": os.environ.get("LANG", "C.UTF-8")}
    with Terminal(each.command, env=env) as terminal:
        terminal.until(each.ready, 60)
        for key in each.keys:
            terminal.settle(0.5)
            terminal.type(key)
        terminal.settle(1.0)
        yield terminal
