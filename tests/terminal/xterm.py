"""The terminal of xterm.js as an emulator, run by node. Where node or the package is missing, ``missing`` says so.

The package is ``@xterm/headless`` of the npm registry. It is looked for in the folder that ``XTERM_HEADLESS`` names
(the package itself, or the ``node_modules`` it stands in), then where node looks, then among npm's global packages:

    npm install --prefix FOLDER @xterm/headless
    XTERM_HEADLESS=FOLDER/node_modules python -m pytest tests/terminal
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import itertools
import json
import os
import shutil
import subprocess
from codecs import getincrementaldecoder
from pathlib import Path
from typing import Any

from tests.terminal.emulators import Cell

PACKAGE = "@xterm/headless"
_PROGRAM = Path(__file__).with_name("xterm.cjs")


@functools.cache
def package() -> str | None:
    """What node can load the package by; None where there is none."""
    named = os.environ.get("XTERM_HEADLESS")
    if named:
        folders = [Path(named), Path(named, PACKAGE)]
        return next((str(folder.resolve()) for folder in folders if (folder / "package.json").is_file()), None)
    node = shutil.which("node")
    if node and subprocess.run([node, "-e", f"require.resolve({PACKAGE!r})"], capture_output=True).returncode == 0:
        return PACKAGE
    npm = shutil.which("npm")
    if npm:
        found = subprocess.run([npm, "root", "-g"], capture_output=True, text=True).stdout.strip()
        if found and Path(found, PACKAGE, "package.json").is_file():
            return str(Path(found, PACKAGE))
    return None


def missing() -> str:
    """Why there is no xterm.js; empty where there is."""
    if not shutil.which("node"):
        return "node is not installed"
    if package() is None:
        return f"npm's {PACKAGE} is not installed, or XTERM_HEADLESS does not name its folder"
    return ""


@functools.cache
def _node() -> subprocess.Popen[bytes]:
    """One node for all terminals of this process; it ends with its standard input."""
    process = subprocess.Popen(
        ["node", str(_PROGRAM), package() or PACKAGE], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    atexit.register(_end, process)
    return process


def _end(process: subprocess.Popen[bytes]) -> None:
    process.communicate()


class Xterm:
    """xterm.js as an emulator: knows what xterm knows but left and right margins. Raises OSError where node ended."""

    _ids = itertools.count()

    def __init__(self, width: int, height: int) -> None:
        self._id = next(self._ids)
        # Of a character whose bytes come in two pieces xterm.js loses some.
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self.resize(width, height)

    def _ask(self, **request: Any) -> Any:
        node = _node()
        assert node.stdin is not None and node.stdout is not None
        node.stdin.write(json.dumps({"id": self._id, **request}).encode() + b"\n")
        node.stdin.flush()
        told = node.stdout.readline()
        if not told:
            raise OSError(f"node ended with {node.wait()}")
        return json.loads(told)

    def feed(self, data: bytes) -> bytes:
        answers: str = self._ask(feed=self._decode(data))["answers"]
        return answers.encode()

    def resize(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._ask(width=width, height=height)

    def rows(self) -> list[list[Cell]]:
        found = []
        for texts, looks in self._ask(look=True)["rows"]:
            cells = iter(texts)
            found.append([Cell(next(cells), *look) for count, *look in looks for _ in range(count)])
        return found

    def lines(self) -> list[str]:
        return ["".join(texts).rstrip() for texts, _ in self._ask(look=True)["rows"]]

    def cursor(self) -> tuple[int, int]:
        x, y = self._ask(look=True)["cursor"]
        return x, y

    def cursor_seen(self) -> bool:
        return bool(self._ask(look=True)["seen"])

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._ask(end=True)
