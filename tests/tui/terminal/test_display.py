"""What the terminal is told to show is what the screen is made of, after every key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.segment import Segment
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.screen import Screen
from textual.strip import Strip

from tests.tui.conftest import drawn
from tuireader.tui.app import ReaderApp
from tuireader.tui.terminal import display
from tuireader.tui.terminal.cells import Cell
from tuireader.tui.terminal.looks import PLAIN

Make = Callable[..., ReaderApp]


def test_an_update_paints_no_column_after_its_span() -> None:
    rows: list[list[Cell]] = [[(" ", PLAIN)] * 5 + [("x", PLAIN)] * 5]
    chops = [{0: Strip([Segment("abcde")]), 5: Strip([Segment("     ")])}]
    display._paint_chops(ChopsUpdate(chops, [(0, 0, 5)], [[5, 10]]), rows, 10, 0)
    assert "".join(char for char, _ in rows[0]) == "abcdexxxxx"


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_the_terminal_shows_the_screen(
    make_app: Make, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    def show(app: ReaderApp, _: Screen[object], update: object) -> None:
        if isinstance(update, (LayoutUpdate, ChopsUpdate)):
            app._difference(update)

    monkeypatch.setattr(display.CellDisplay, "_display", show)
    app = make_app()
    keys = "j space k space c n n f z z tab z 2 [ w u u f o l j enter q q / V u c down escape z s j T j escape ? j q"
    async with app.run_test(size=size) as pilot:
        for place, key in enumerate(keys.split()):
            await pilot.press(key)
            await pilot.pause()
            assert app._cells is not None
            shown = ["".join(text for text, _ in row).rstrip() for row in app._cells.rows]
            assert shown == drawn(app), f"after key {place}, {key}"
