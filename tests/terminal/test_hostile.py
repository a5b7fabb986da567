"""Every command of every screen, and of every call, on articles that try to steer the terminal."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests import hostile, hostile_formats
from tests.terminal import codes, every_call, every_command, ways
from tests.terminal.conftest import own_folders
from tests.terminal.harness import Terminal
from tuireader.arguments import COMMANDS as COMMANDS_OF_CALLS
from tuireader.linear import commands as linear
from tuireader.settings.commands import COMMANDS, get

#: What every process of the tests runs first: whoever wants the network is noted, and refused.
_NO_NETWORK = """
import sys

def forbid(event, values):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.connect", "socket.sendto"):
        if event != "socket.connect" or not isinstance(values[1], (str, bytes)):
            with open({noted!r}, "a", errors="replace") as file:
                print(event, values, sys.argv, file=file)
            raise OSError("no network in this test")

sys.addaudithook(forbid)
"""


class House:
    """Folders of their own, all of which, and all that the environment says, try to steer the terminal."""

    def __init__(self, parent: Path) -> None:
        self.parent = parent
        self.folder = hostile.folder(parent)
        self.formats = hostile_formats.folder(parent)
        self.out = parent / "out"
        self.out.mkdir()
        self.asked = parent / "network"
        (parent / "sitecustomize.py").write_text(_NO_NETWORK.format(noted=str(self.asked)), encoding="utf-8")

    def env(self, form: str = "") -> dict[str, str]:
        """The environment, with an editor that shows what it is given: that, too, holds nothing that steers."""
        home = self.parent / f"home{form} {hostile.NAME}"
        if not home.exists():
            _settings(home / "CONFIG" / "tuireader")
        path = os.pathsep.join((str(self.parent), os.environ.get("PYTHONPATH", ""))).rstrip(os.pathsep)
        said = {"LANG": hostile.TITLE, "LANGUAGE": hostile.C1, "TERM_PROGRAM": hostile.LINK, "COLORFGBG": hostile.C1}
        return {"EDITOR": "cat", "VISUAL": "cat", "HOME": str(home), "PYTHONPATH": path, **said, **own_folders(home)}

    def run(self, module: str, *words: object, env: Mapping[str, str]) -> bytes:
        """What a module of these tests wrote to the terminal."""
        program = [sys.executable, "-m", f"tests.terminal.{module}", *map(str, words)]
        with Terminal(program, 100, 30, env=env) as terminal:
            status = terminal.wait(60)
            raw = bytes(terminal.raw)
        assert status == 0, terminal.text
        assert "Traceback" not in raw.decode("utf-8", "replace")
        assert not self.asked.exists(), self.asked.read_text("utf-8", "replace")
        return raw


def _settings(folder: Path) -> None:
    """Settings and themes whose names, keys and values try to steer the terminal."""
    (folder / "themes").mkdir(parents=True)
    said = json.dumps(hostile.C1 + hostile.TITLE + hostile.BIDI + hostile.MARKUP)
    (folder / "config.toml").write_text(f"theme = {said}\n{said} = {said}\n[keys]\n{said} = {said}\n", encoding="utf-8")
    theme = f"name = {said}\nlabel = {said}\nabout = {said}\n{said} = 1\n[colours]\ntext = {said}\n"
    (folder / "themes" / f"evil{hostile.NAME}.toml").write_text(theme, encoding="utf-8")
    (folder / "themes" / f"broken{hostile.NAME}.toml").write_text(hostile.LINE, encoding="utf-8")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return House(tmp_path_factory.mktemp("house"))


def _walked(house: House, ways: Mapping[str, str], *paths: object) -> None:
    """Calls every command of the scopes to which there is a way."""
    report = house.parent / "report.json"
    hostile.check(house.run("every_command", report, house.formats, *paths, env=house.env()))
    told = json.loads(report.read_text("utf-8"))
    assert told["missed"] == {}
    assert told["dropped"] == []
    assert told["drawn"].keys() >= ways.keys()
    leaving = every_command.LEAVING
    wanted = [command.scope for command in COMMANDS if command.scope in ways and command.id not in leaving]
    assert told["called"] == Counter(wanted)


def test_every_call_and_export(house: House) -> None:
    folder, formats, out = house.folder, house.formats, house.out
    # The reader itself, and the tour, are gone through below.
    assert {words[0] for words in every_call.calls(str(folder), str(formats), out)} >= set(COMMANDS_OF_CALLS)
    hostile.check(house.run("every_call", folder, formats, out, env=house.env()))
    # JSON keeps what was in a text, floods of marks as well; what steers or hides is escaped.
    hostile.unsteered(codes.text(house.run("every_call", folder, formats, out, "--json", env=house.env())))
    written = {file.name: file for file in out.iterdir() if not file.read_bytes().startswith(b"SQLite")}
    assert {"report.html", "facts.csv", "story.md", "story.html", "comparison.md", "facts.json"} <= written.keys()
    assert {"library.json", "library.html", "library-report.html", f"{hostile.NAME}.txt"} <= written.keys()
    for name, file in written.items():
        text = file.read_text("utf-8")
        hostile.unsteered(text)
        if name.endswith(".html"):
            assert "<script" not in text and "<img" not in text
        if name.endswith(".csv"):
            cells = [cell for row in csv.reader(text.splitlines()) for cell in row]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_every_command_over_a_large_library(house: House) -> None:
    """What the calls above put into the library is opened."""
    _walked(house, every_command.WAYS_OF_MANY)


def test_every_command_of_every_screen(house: House) -> None:
    _walked(house, ways.WAYS, house.folder)
    assert ways.WAYS.keys() == {command.scope for command in COMMANDS}


@pytest.mark.parametrize("large", [False, True])
def test_every_command_of_the_linear_reader(house: House, large: bool) -> None:
    paths = [] if large else [str(house.folder)]
    said = subprocess.run(
        [sys.executable, "-P", "-m", "tuireader", "--linear", *paths],
        input="\n".join(_orders(large)).encode("utf-8", "surrogateescape"),
        env={**os.environ, **house.env(), "TERM": "dumb", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=True,
    )
    assert b"Traceback" not in said.stderr
    for raw in (said.stdout, said.stderr):
        assert not codes.sequences(raw)
        hostile.check(raw)
    assert said.stdout.count(b"pwned") > 50 and said.stdout.count(b"\n") > 100


def _orders(large: bool) -> Iterator[str]:
    """Lines that call every command of each place, those that lead on to the next place last."""
    leads = ("read", "compare", "facts", "coverage", "jump", "search", "marks", "back", "quit")
    first = linear.LARGE if large else linear.SHELF
    ways = (("", first), ("1", linear.TEXT), ("f", linear.FACTS), ("M", linear.MARKS), ("/ pwned", linear.PLACES))
    for way, table in (*ways, ("o", linear.ROWS)):
        yield way or "l"
        for command in (*table, *linear.EVERYWHERE):
            if command.verb not in leads:
                key = (command.keys or get(command.like).keys)[0]
                yield f"{key} {hostile.MARKUP} {hostile.C1}" if command.takes else key
    yield from (hostile.C1, hostile.TITLE, "/ " + hostile.CLIPBOARD, "Q")
