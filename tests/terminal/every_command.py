"""Runs the reader on real terminal output and calls every command of every scope, from the library on.

``python -m tests.terminal.every_command REPORT PATH…`` writes to REPORT, as JSON, how often each scope's commands were
called (``called``) and the scopes that the way there did not lead to (``missed``).
"""

from __future__ import annotations

import functools
import json
import os
import sys
from collections import Counter
from pathlib import Path

from textual import events
from textual.keys import key_to_character
from textual.pilot import Pilot

from tests import hostile
from tuireader.settings.commands import COMMANDS
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.base import BaseScreen

#: The keys that lead from the library to where the commands of a scope are.
WAYS: dict[str, str] = {
    "app": "",
    "list": "",
    "compare": "c",
    "hits": "c n right_parenthesis asterisk",
    "words": "c n asterisk",
    "why": "c n e",
    "note": "c n i",
    "facts": "c f",
    "reasons": "c f e",
    "coverage": "o",
    "filter": "F",
    "tags": "t",
    "marks": "M",
    "search": "slash b r i",
    "palette": "colon",
    "copy": "y",
    "export": "E",
    "problems": "exclamation_mark",
    "path": "A",
    "settings": "comma",
    "value": "comma j j j enter",
    "pressed": "comma tab tab enter",
    "themes": "T",
    "library": "",
}
#: These leave the program.
LEAVING = ("app.quit", "app.back")
#: So many steps back lead to the library from everywhere.
_DEEPEST = 8


class Drive:
    """Presses the keys, and keeps what came of it."""

    def __init__(self, report: Path) -> None:
        self.report = report
        self.called: Counter[str] = Counter()
        self.missed: dict[str, str] = {}

    async def __call__(self, pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        while app.session.facts is None:
            await pilot.pause(0.02)
        await self._remember(pilot)
        for scope, way in WAYS.items():
            here = None
            for command in COMMANDS:
                if command.scope == scope and command.id not in LEAVING:
                    if here != (app.screen, app.screen.scopes):
                        await self._to_library(pilot)
                        await _press(pilot, *way.split())
                        here = (app.screen, app.screen.scopes)
                    if scope not in app.screen.scopes:
                        self.missed[scope] = app.screen.scopes[0]
                    await _press(pilot, command.keys[0])
                    self.called[scope] += 1
        self.report.write_text(json.dumps({"called": self.called, "missed": self.missed}), encoding="utf-8")
        app.exit(0)

    async def _to_library(self, pilot: Pilot[int]) -> None:
        for _ in range(_DEEPEST):
            if pilot.app.screen.scopes[0] == "library":
                return
            await _press(pilot, "escape")

    async def _remember(self, pilot: Pilot[int]) -> None:
        """Leaves hostile notes, tags, marks and searches in the library, as they can be typed."""
        typed = [char for char in hostile.MARKUP + hostile.HTML + hostile.HIDDEN if char not in "\n\r"]
        for way in ("c n m i", "t", "slash"):
            await self._to_library(pilot)
            await _press(pilot, *way.split(), *typed, "enter")
        await self._to_library(pilot)


async def _press(pilot: Pilot[int], *keys: str) -> None:
    """Presses keys, each when the one before was answered. The pilot's own way waits a twentieth of a second a key."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else key_to_character(key)))
        await pilot.pause(0)
        await pilot.pause(0)
        screen = pilot.app.screen
        for _ in range(100):
            if not isinstance(screen, BaseScreen) or screen.ready:
                break
            await pilot.pause(0.005)


def main(report: str, *paths: str) -> int:
    """Runs it. Returns the exit status of the reader."""
    from tuireader.tui.start import start

    # What is exported without a name is written where one is.
    os.chdir(Path(report).parent)
    drive = Drive(Path(report))
    ReaderApp.run = functools.partialmethod(ReaderApp.run, auto_pilot=drive)  # type: ignore[assignment]
    return start(paths)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
