"""Runs the reader on real terminal output and calls every command of every scope, from the library on.

``python -m tests.terminal.every_command REPORT FORMATS PATH…`` writes to REPORT, as JSON, how often each scope's
commands were called (``called``), the scopes that the way there did not lead to (``missed``), how often each scope was
drawn (``drawn``), and what the terminal's side of the reader would have dropped as a last resort
(``dropped``). That is let through: nothing of it may come that far. Without a PATH the library is opened, which is to
be too large to be opened at once; FORMATS is a folder to add to it.
"""

from __future__ import annotations

import functools
import json
import os
import re
import sys
from collections import Counter
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from tests import hostile
from tests.terminal.ways import WAYS, go, press
from tuireader.settings.commands import COMMANDS
from tuireader.tui.app import ReaderApp
from tuireader.tui.terminal import painting

#: The same from the list of a large library; what lies behind it is gone through above.
WAYS_OF_MANY: dict[str, str] = {
    **{name: WAYS[name] for name in ("app", "list", "filter", "tags", "copy", "problems", "path", "library")},
    "search": "slash l a m",
}
#: These leave the program.
LEAVING = ("app.quit", "app.back")
#: So often it is looked whether what was added is read.
_LOOKS = 1000


class Unfiltered:
    """Stands for the pattern of what no cell may hold: lets it through, and keeps the texts it was in."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.met: list[str] = []

    def sub(self, _: object, text: str) -> str:
        """The text as it is."""
        if self._pattern.search(text):
            self.met.append(text)
        return text


class Drive:
    """Presses the keys, and keeps what came of it."""

    def __init__(self, report: Path, formats: str, ways: dict[str, str], unfiltered: Unfiltered) -> None:
        self.report, self.formats, self.ways, self.unfiltered = report, formats, ways, unfiltered
        self.called: Counter[str] = Counter()
        self.drawn: Counter[str] = Counter()
        self.missed: dict[str, str] = {}

    async def __call__(self, pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        while app.session.facts is None and app.source is None:
            await pilot.pause(0.02)
        await self._remember(pilot)
        if app.source is not None:
            await self._add(pilot, app)
        for scope, way in self.ways.items():
            here = None
            for command in COMMANDS:
                if command.scope == scope and command.id not in LEAVING:
                    if here != (app.screen, app.screen.scopes):
                        await go(pilot, way.split(), scope)
                        here = (app.screen, app.screen.scopes)
                        self._draw(app)
                    if scope not in app.screen.scopes:
                        self.missed[scope] = app.screen.scopes[0]
                    await press(pilot, command.keys[0])
                    self.called[scope] += 1
                    self._draw(app)
        told = {"called": self.called, "missed": self.missed, "drawn": self.drawn, "dropped": self.unfiltered.met}
        self.report.write_text(json.dumps(told), encoding="utf-8")
        app.exit(0)

    def _draw(self, app: ReaderApp) -> None:
        """Draws all there is. The terminal is sent what there is time for, and keys come too fast for most of it."""
        app.pictured("")
        self.drawn.update(app.screen.scopes)

    async def _remember(self, pilot: Pilot[int]) -> None:
        """Leaves hostile notes, tags, marks and searches in the library, as they can be typed, and pasted."""
        typed = [char for char in hostile.HIDDEN if char not in "\n\r"]
        for way in ("c n m i", "t", "slash") if "compare" in self.ways else ("t", "slash"):
            await go(pilot, way.split())
            await press(pilot, *typed)
            await self._paste(pilot, hostile.MARKUP + hostile.HTML)
            await press(pilot, "enter")

    async def _add(self, pilot: Pilot[int], app: ReaderApp) -> None:
        """Adds a folder, and what is not there, and waits until they are told of."""
        for name in (self.formats, f"{self.formats}/nowhere{hostile.MARKUP}"):
            await go(pilot, ["A"])
            await self._paste(pilot, name)
            await press(pilot, "enter")
            for _ in range(_LOOKS):
                if app.failure is not None or (not app.progress and (name == self.formats or app.session.problems)):
                    break
                await pilot.pause(0.02)

    async def _paste(self, pilot: Pilot[int], text: str) -> None:
        pilot.app.screen.post_message(events.Paste(text))
        await pilot.pause(0)


def main(report: str, formats: str, *paths: str) -> int:
    """Runs it. Returns the exit status of the reader."""
    from tuireader.tui.start import start

    # What is exported without a name is written where one is.
    os.chdir(Path(report).parent)
    unfiltered = Unfiltered(painting.STEERING)
    painting.STEERING = unfiltered  # type: ignore[assignment]
    drive = Drive(Path(report), formats, WAYS if paths else WAYS_OF_MANY, unfiltered)
    ReaderApp.run = functools.partialmethod(ReaderApp.run, auto_pilot=drive)  # type: ignore[assignment]
    return start(paths)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
