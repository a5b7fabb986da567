"""What keys cost on the line, and what working it out costs: screens as Textual sends them, and as cells.

    python benchmarks/cells.py

The reader runs on the bundled articles without a terminal; every frame it draws is kept. The frames of each size and
number of colours are then turned into what is sent, for terminals of different abilities: none beside characters,
colours and erasing; scrolling rows (DECSTBM); repeating (REP); scrolling panes (DECSLRM). Bytes are those of all the
keys of a screen, and hardly vary; seconds are processor time of one update, the worst twentieth as "p95". All bytes in
a terminal of 80x24 that has every ability and all colours have a budget by those of Textual.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from textual._compositor import CompositorUpdate

from tests.tui.conftest import SEEDS, known_of
from tuireader import sources
from tuireader.library import Cache, Library
from tuireader.settings import paths, themes
from tuireader.settings.config import Settings
from tuireader.tui.app import ReaderApp
from tuireader.tui.session import Session
from tuireader.tui.terminal.abilities import Abilities
from tuireader.tui.terminal.cells import Screen
from tuireader.tui.terminal.grid import Row
from tuireader.tui.terminal.looks import Depth
from tuireader.tui.terminal.private import Strokes

#: What all keys may cost in the first size, of what Textual sends for them.
BUDGET = 0.27
SIZES = ((80, 24), (120, 36), (200, 60))
DEPTHS: tuple[Depth, ...] = (16, 256, 16777216)
WALK = (
    ("library", "j j k space k space r r j"),
    ("one pane", "enter j j j k k j pagedown pagedown pageup n n n p q"),
    ("compare", "c j j k j pagedown pageup n n n p tab j n tab w n w u n u s s z z q"),
    ("facts", "c f j j pagedown k space n e n e a a enter q"),
    ("coverage", "o j j l G escape"),
    ("search", "/ k o s o v o down down up enter q"),
    ("help", "? j j pagedown q"),
    ("settings", ": s e t t i n g s enter j j j pagedown k q"),
)
TERMINALS = {
    "changed cells": Abilities(scrolls=False),
    "+ scrolling": Abilities(),
    "+ repeating": Abilities(repeats=True),
    "+ margins": Abilities(repeats=True, margins=True),
}


class Frame(NamedTuple):
    """What one screen drew, and how long it is as Textual sends it."""

    screen: str
    rows: list[Row]
    cursor: tuple[int, int]
    textual: int


class Kept(ReaderApp):
    """The reader, keeping every frame."""

    frames: list[Frame]
    at = "start"
    _bytes = 0

    @property
    def drawable(self) -> bool:
        return self.is_running and not self._batch_count

    def _display(self, screen, renderable) -> None:  # type: ignore[no-untyped-def]
        if isinstance(renderable, CompositorUpdate):
            self._bytes = len(renderable.render_segments(self.console).encode())
        super()._display(screen, renderable)

    def take(self, strokes: Iterator[Strokes]) -> None:
        self._difference(strokes)
        assert self._cells is not None and self._cells.cursor is not None
        self.frames.append(Frame(self.at, self._cells.rows, self._cells.cursor, self._bytes))


async def frames(size: tuple[int, int], depth: Depth) -> Sequence[Frame]:
    """What the walk draws in a terminal of this size and number of colours."""
    session = Session(sources.open([SEEDS]), Library.open(None), Cache.open(None))
    session.telling, session.facts = known_of(session)
    theme, _ = themes.find("ink", paths.find())
    app = Kept(session, Settings(mouse="off"), theme, (), depth=depth)
    app.frames = []
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for app.at, keys in WALK:
            for key in keys.split():
                await pilot.press(key)
                await pilot.pause(0.02)
    return app.frames


def sent(found: Sequence[Frame], size: tuple[int, int], abilities: Abilities) -> tuple[Counter[str], list[float]]:
    """Bytes by screen, and seconds of each update."""
    screen = Screen(*size, abilities)
    spent: Counter[str] = Counter()
    seconds = []
    for frame in found:
        begun = time.process_time()
        text = screen.update(frame.rows, frame.cursor)
        seconds.append(time.process_time() - begun)
        spent[frame.screen] += len(text.encode())
    return spent, sorted(seconds)


def table(size: tuple[int, int], depth: Depth) -> float:
    """One size and number of colours: a row a kind of terminal. Returns the bytes in the last of them by Textual's."""
    found = asyncio.run(frames(size, depth))
    screens = ["start", *(name for name, _ in WALK)]
    textual: Counter[str] = Counter()
    for frame in found:
        textual[frame.screen] += frame.textual
    print(f"\n{size[0]}x{size[1]}, {depth} colours, {len(found)} frames")
    print(f"{'bytes':15}", *(f"{name:>9}" for name in screens), f"{'all':>9}  p50, p95 ms")
    if depth == max(DEPTHS):
        print(f"{'Textual':15}", *(f"{textual[name]:9,}" for name in screens), f"{textual.total():9,}")
    for name, abilities in TERMINALS.items():
        spent, seconds = sent(found, size, abilities)
        half, worst = (seconds[int(len(seconds) * part)] * 1e3 for part in (0.5, 0.95))
        numbers = (f"{spent[screen]:9,}" for screen in screens)
        print(f"{name:15}", *numbers, f"{spent.total():9,}  {half:.1f}, {worst:.1f}")
    return spent.total() / textual.total()


def main() -> int:
    """Prints the tables and the share that has a budget; 1 where it is broken."""
    shares = {}
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(XDG_CONFIG_HOME=home, LC_ALL="C.UTF-8")
        for size in SIZES:
            for depth in DEPTHS:
                shares[size, depth] = table(size, depth)
    share = shares[SIZES[0], max(DEPTHS)]
    verdict = "kept" if share <= BUDGET else "BROKEN"
    print(f"\nall bytes at {SIZES[0][0]}x{SIZES[0][1]}: {share:.3f} x Textual's, budget {BUDGET:g}: {verdict}")
    return 0 if share <= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main())
