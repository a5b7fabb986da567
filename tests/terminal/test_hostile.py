"""Every command of every screen, and of every call, on articles that try to steer the terminal."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from pathlib import Path

from tests import hostile
from tests.terminal import codes, every_call
from tests.terminal.every_command import LEAVING
from tests.terminal.harness import Terminal
from tuireader.arguments import COMMANDS as COMMANDS_OF_CALLS
from tuireader.settings.commands import COMMANDS


def _home(folder: Path) -> dict[str, str]:
    """Folders of its own, and an editor that shows what it is given: that, too, holds nothing that steers."""
    folders = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "STATE", "CACHE", "DATA")}
    return {"EDITOR": "cat", "VISUAL": "cat", "HOME": str(folder), **folders}


def test_every_command_of_every_screen(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    program = [sys.executable, "-m", "tests.terminal.every_command", str(report), str(hostile.folder(tmp_path))]
    with Terminal(program, 100, 30, env=_home(tmp_path)) as terminal:
        status = terminal.wait(120)
        raw = bytes(terminal.raw)
    assert status == 0, terminal.text
    assert "Traceback" not in raw.decode("utf-8", "replace")
    told = json.loads(report.read_text("utf-8"))
    assert told["missed"] == {}
    assert told["called"] == Counter(command.scope for command in COMMANDS if command.id not in LEAVING)
    hostile.check(raw)


def _call(folder: Path, out: Path, *form: str) -> bytes:
    """What all calls wrote to the terminal."""
    program = [sys.executable, "-m", "tests.terminal.every_call", str(folder), str(out), *form]
    with Terminal(program, 100, 30, env=_home(out.parent)) as terminal:
        status = terminal.wait(120)
        raw = bytes(terminal.raw)
    assert status == 0, terminal.text
    assert "Traceback" not in raw.decode("utf-8", "replace")
    return raw


def test_every_call_and_export(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    folder = hostile.folder(tmp_path)
    # The reader itself, and the tour, are gone through above.
    assert {words[0] for words in every_call.calls(str(folder), out)} >= set(COMMANDS_OF_CALLS)
    hostile.check(_call(folder, out))
    # JSON keeps what was in a text, floods of marks as well; what steers or hides is escaped.
    hostile.unsteered(codes.text(_call(folder, out, "--json")))
    written = sorted(file.name for file in out.iterdir())
    assert {"report.html", "facts.csv", "story.md", "story.html", "comparison.md", "facts.json"} <= set(written)
    for name in written:
        text = (out / name).read_text("utf-8")
        hostile.unsteered(text)
        if name.endswith(".html"):
            assert "<script" not in text and "<img" not in text
        if name.endswith(".csv"):
            cells = [cell for row in csv.reader(text.splitlines()) for cell in row]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
