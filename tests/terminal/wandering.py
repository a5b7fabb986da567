"""Runs the reader on real terminal output and walks through it at random; after each step tells what is to be seen.

``python -m tests.terminal.wandering SOCKET SEED STEPS PATH…`` connects to a socket in the file system. After each step
it sends a line of JSON: ``rows``, the whole frame as Textual itself draws it, row by row; ``cursor`` as [x, y],
``seen`` whether it is shown, and ``did``, what was done where. Then it waits for a line. ``same`` leads on; after
``other`` it tells again, as what it told of may have changed meanwhile. With ``size`` it asks for another size of the
terminal, with ``visited`` it ends.
"""

from __future__ import annotations

import asyncio
import functools
import json
import os
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tests.terminal.ways import WAYS, back, go, press
from tests.tui import idling
from tuireader.settings.commands import TYPED, Command, by_scope
from tuireader.tui.app import ReaderApp

SIZES = ((80, 24), (40, 12), (120, 36), (80, 24), (61, 17), (100, 30), (38, 11), (200, 60))
"""Of 38 by 11 the reader says that it is too small."""
#: What is not called: what ends the program, or leaves nothing to look at.
_NEVER = frozenset({"app.quit", "library.take_off", "library.let_go"})
_MOVING = ("down", "up", "pagedown", "pageup", "home", "end", "left", "right", "tab", "j", "j", "k", "n", "n", "p")
_LETTERS = "aeinorst kosv 0123456789"
#: One step in so many changes the size of the terminal.
_RESIZE = 25
#: A walk that has left the scope it is to be in comes back to it before a step with this chance.
_RETURN = 0.7
#: So often a frame is told of that is not on the screen, before that is taken for a mistake.
_TELLINGS = 6


class Wanderer:
    """Presses keys at random, scope by scope."""

    def __init__(self, address: str, seed: int, steps: int) -> None:
        self._address, self._steps = address, steps
        self._random = random.Random(seed)
        self._visited: Counter[str] = Counter()

    async def __call__(self, pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        self._reader, self._writer = await asyncio.open_unix_connection(self._address)
        while app.session.facts is None:
            await pilot.pause(0.02)
        leave = app.exit
        # What is chosen in the list of commands may be to leave.
        app.exit = lambda *_, **__: None  # type: ignore[method-assign]
        done = 0
        while done < self._steps:
            for number, (scope, way) in enumerate(WAYS.items()):
                share = self._steps * (number + 1) // len(WAYS) - self._steps * number // len(WAYS)
                for _ in range(share):
                    if scope not in app.screen.scopes and self._random.random() < _RETURN:
                        await go(pilot, way.split(), scope)
                    await self._step(pilot)
                    done += 1
        await back(pilot, "library")
        self._writer.write(json.dumps({"visited": self._visited}).encode() + b"\n")
        await self._writer.drain()
        leave(0)

    async def _step(self, pilot: Pilot[int]) -> None:
        app = pilot.app
        self._visited.update(app.screen.scopes)
        if self._random.randrange(_RESIZE) == 0:
            size = self._random.choice(SIZES)
            await self._ask({"size": size})
            while tuple(app.size) != size:
                await asyncio.sleep(0.002)
            did = f"{size[0]}x{size[1]}"
        else:
            did = self._key(app.screen.scopes)
            await press(pilot, did)
        for _ in range(_TELLINGS):
            await idling.wait_for_idle()
            if await self._ask({"did": f"{did} in {app.screen.scopes[0]}", **shown(app)}) == "same":
                return
            await asyncio.sleep(0.1)
        await self._ask({"different": True})
        app.do_redraw()

    def _key(self, scopes: tuple[str, ...]) -> str:
        typed = scopes[0] in TYPED
        chance = self._random.random()
        if chance < (0.5 if typed else 0.05):
            letter = self._random.choice(_LETTERS)
            return "space" if letter == " " else letter
        if chance < 0.7:
            return self._random.choice(_MOVING)
        commands = [each for scope in scopes for each in by_scope(scope) if self._allowed(each, scopes)]
        return self._random.choice(self._random.choice(commands).keys) if commands else "escape"

    def _allowed(self, command: Command, scopes: tuple[str, ...]) -> bool:
        return bool(command.keys) and command.id not in _NEVER and (command.id != "app.back" or "library" not in scopes)

    async def _ask(self, message: dict[str, Any]) -> str:
        self._writer.write(json.dumps(message).encode() + b"\n")
        await self._writer.drain()
        return (await self._reader.readline()).decode().strip()


def shown(app: ReaderApp) -> dict[str, Any]:
    """What a terminal is to show: its rows as Textual would send the whole of them, and its cursor."""
    console = app.console
    rows = [app.showable(strip.render(console)) for strip in app.screen._compositor.render_strips()]
    cell = app.cursor_cell()
    at = app.screen.outer_size.clamp_offset(app.cursor_position if cell is None else cell)
    return {"rows": rows, "cursor": [at.x, at.y], "seen": app.cursor_seen()}


def main(address: str, seed: str, steps: str, *paths: str) -> int:
    """Runs it. Returns the exit status of the reader."""
    from tuireader.tui.start import start

    idling.install()
    # What is exported without a name is written where one is.
    os.chdir(Path(address).parent)
    wanderer = Wanderer(address, int(seed), int(steps))
    ReaderApp.run = functools.partialmethod(ReaderApp.run, auto_pilot=wanderer)  # type: ignore[assignment]
    return start(paths)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
