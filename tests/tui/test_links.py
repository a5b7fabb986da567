"""What belongs together is seen: the current passage lit, the others hushed, lines from pane to pane."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.color import Color

from tests.tui.conftest import drawn
from tests.tui.invented import story_app
from tuireader.settings import paths, themes
from tuireader.settings.colour import contrast, distance, of_256, rgb
from tuireader.settings.theme import PASSAGES, Theme
from tuireader.tui import glyphs
from tuireader.tui.app import ReaderApp
from tuireader.tui.palette import Palette
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.terminal.looks import Depth

Make = Callable[..., ReaderApp]
ALL, _ = themes.available(paths.find())
COLOURED = [theme for theme in ALL.values() if not theme.ansi]


def seen(colour: Color | None, depth: Depth) -> tuple[int, int, int]:
    assert colour is not None and colour.triplet is not None
    if depth == 256:
        from rich.color import ColorSystem

        number = colour.downgrade(ColorSystem.EIGHT_BIT).number
        assert number is not None
        return of_256(number)
    return rgb(colour.triplet.hex)


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
@pytest.mark.parametrize("depth", [256, 16777216])
def test_hushed_passages_can_be_read_and_are_quieter_than_the_lit_one(theme: Theme, depth: Depth) -> None:
    palette = Palette(theme, depth)
    ground, text = seen(palette.text.bgcolor, depth), seen(palette.text.color, depth)
    for number in range(1, PASSAGES + 1):
        over = palette.hushed(number).bgcolor
        hushed = seen(over, depth) if over is not None else ground
        assert contrast(text, hushed) >= 7
        assert contrast(seen(palette.number(number).color, depth), hushed) >= 4.5
        assert hushed != ground or over is None
        lit = palette.lit(number, "reworded")
        if lit.bgcolor is not None:
            assert distance(seen(lit.bgcolor, depth), ground) > distance(hushed, ground)
        else:
            assert lit.color is not None


def test_without_colours_the_lit_passage_is_underlined_and_the_others_are_not() -> None:
    palette = Palette(ALL["ink"], 0)
    for kind in ("reworded", "verbatim", "related"):
        assert palette.lit(1, kind).underline and palette.passage(1, kind).underline
        # Bold is the sentence within it.
        assert not palette.lit(1, kind).bold
    assert not palette.hushed(1).underline


def test_every_set_has_all_joins() -> None:
    for each in (glyphs.UNICODE, glyphs.CONSOLE, glyphs.ASCII):
        assert len(each.joins) == 8
    assert glyphs.ASCII.joins.isascii()


async def test_the_current_passage_is_joined_and_the_others_are_hushed(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        usual = drawn(app)
        assert not any(join in line for line in usual[:-1] for join in "┣━")
        first, second = app.session.passages

        await pilot.press("n")
        row = screen.pane.view.row_of(first.occurrences[0].span.start)
        assert drawn(app)[row + 1].count("┣━▌") == 2

        for pane in screen.panes:
            assert pane.article is not None
            for passage in (first, second):
                for each in passage.occurrences:
                    if each.span.article == pane.article.id:
                        want = app.palette.lit(1, first.kind) if passage is first else app.palette.hushed(2)
                        assert pane.view.laid("passages").at(each.span.start) == want

        # The herald does not carry the second one: the line passes it by.
        await pilot.press("n")
        row = screen.pane.view.row_of(second.occurrences[0].span.start)
        line = drawn(app)[row + 1]
        assert line.count("╍") == 2 and "┣" not in line

        # Out of step: the line turns.
        await pilot.press("p", "s", "3")
        screen.pane.view.place(0, 9)
        screen.moved()
        await pilot.pause()
        shapes = "".join(line[screen.panes[2].region.x] for line in drawn(app)[1:-1])
        assert "".join(shapes.split()) in ("┓" + "┃" * (len("".join(shapes.split())) - 2) + "┗",)

        await pilot.press("x")
        assert screen.panes[0].view.laid("passages").at(second.occurrences[0].span.start) == app.palette.passage(
            2, second.kind
        )
        assert not any(join in line for line in drawn(app)[:-1] for join in "┣━┓")


async def test_lines_in_ascii(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    app.glyphs = glyphs.ASCII
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("n")
        assert any(line.count("+-|") == 2 for line in drawn(app))
