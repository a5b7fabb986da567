"""The choice of a theme: the preview is the whole screen, and only choosing keeps it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from textual.widgets._toast import Toast

from tests.tui.conftest import drawn
from tests.tui.golden_app import golden_app
from tests.tui.golden_looks import looks
from tests.tui.invented import story_app
from tuireader.settings import config
from tuireader.settings.theme import PASSAGES
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.screens.library import LibraryScreen
from tuireader.tui.screens.themes import ThemesScreen
from tuireader.tui.terminal.looks import Depth

Make = Callable[..., ReaderApp]


def backgrounds(app: ReaderApp, y: int) -> set[str]:
    """The backgrounds of a line of the screen."""
    strip = app.screen._compositor.render_strips()[y]
    return {segment.style.bgcolor.name for segment in strip if segment.style and segment.style.bgcolor}


async def test_all_themes_are_listed_with_kind_and_sample(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("T")
        await pilot.pause()
        text = "\n".join(drawn(app))
        for theme in app.themes.values():
            line = next(line for line in drawn(app) if theme.label in line)
            assert ("dark" if theme.dark else "light") in line
            assert line.rstrip().endswith("  ".join(str(number) for number in range(1, PASSAGES + 1)))
        assert "≠ differ  → changed  = agree  ○ only" in text
        assert next(line for line in drawn(app) if "✓" in line).find(app.reading_theme.label) > 0


async def test_moving_draws_the_screen_below_in_the_theme(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
        await pilot.press("T")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ThemesScreen)
        assert any("passengers" in line for line in drawn(app))
        names = list(app.themes)
        for at in range(1, len(names)):
            await pilot.press("j")
            await pilot.pause()
            assert app.reading_theme.name == names[at] == (screen.chosen.name if screen.chosen else "")
            ground = app.palette.text.bgcolor
            assert ground is not None and ground.name in backgrounds(app, 20)
            tint = app.palette.passage(1, "reworded").bgcolor
            assert tint is None or any(tint.name in backgrounds(app, y) for y in range(2, 8))


async def test_every_key_that_moves(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("T")
        await pilot.pause()
        names = list(app.themes)
        last = len(names) - 1
        moves = [("j", 1), ("down", 2), ("k", 1), ("up", 0), ("G", last), ("g", 0), ("end", last), ("home", 0)]
        for key, there in [*moves, ("pagedown", last), ("pageup", 0)]:
            await pilot.press(key)
            await pilot.pause()
            assert app.reading_theme.name == names[there], key
            assert drawn(app)[-1].lstrip().startswith(f"{there + 1}/{len(names)}")


async def test_enter_keeps_and_remembers(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("T", "j", "enter")
        await pilot.pause()
        chosen = list(app.themes)[1]
        assert isinstance(app.screen, LibraryScreen)
        assert app.reading_theme.name == chosen and app.session.library.get("theme", "") == chosen


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_cancel_brings_back_what_was(make_app: Make, tmp_path: Path, key: str) -> None:
    app = story_app(make_app, tmp_path)
    # So low that no lit text stands below the list.
    async with app.run_test(size=(80, 17)) as pilot:
        before = app.reading_theme
        await pilot.press("T", "G")
        await pilot.pause()
        assert app.reading_theme != before
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert app.reading_theme == before and app.session.library.get("theme", "none") == "none"
        ground = app.palette.text.bgcolor
        assert ground is not None and backgrounds(app, 10) == {ground.name}


async def test_a_theme_that_the_config_names_is_written_there(make_app: Make, tmp_path: Path) -> None:
    file = tmp_path / "config" / "tuireader" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('theme = "ember"  # warm\n')
    app = story_app(lambda **more: make_app(settings=config.load(file), theme="ember", **more), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("T", "g", "enter")
        await pilot.pause()
        assert file.read_text() == 'theme = "ink"  # warm\n' and app.reading_theme.name == "ink"


async def test_what_stands_above_the_config_is_told(make_app: Make, tmp_path: Path) -> None:
    given = config.load(tmp_path / "none", {}, {"theme": "ember"})
    app = story_app(lambda **more: make_app(settings=given, theme="ember", **more), tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("T", "g", "enter")
        await pilot.pause()
        assert [note.message for note in app._notifications if "--theme says ember" in note.message]
        assert not (tmp_path / "config").exists()


@pytest.mark.parametrize(("depth", "said"), [(16, "sixteen colours"), (0, "No colours are sent")])
async def test_few_colours_offer_only_the_terminals_own(
    make_app: Make, tmp_path: Path, depth: Depth, said: str
) -> None:
    app = story_app(lambda **more: make_app(depth=depth, **more), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("T")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ThemesScreen)
        text = " ".join(" ".join(drawn(app)).split())
        assert said in text
        for theme in app.themes.values():
            assert (theme.label in text) == theme.ansi


async def test_where_there_is_no_room_the_list_stands_alone(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("T")
        await pilot.pause()
        lines = drawn(app)
        assert lines[0].startswith(" Themes") and all(len(line) <= 40 for line in lines)
        assert "1  2  3  4  5  6" in lines[1]


LIT = {
    "a fact": ("c", "f", "j"),
    "hits": ("slash", *"wreck", "enter"),
    "a sentence of a fact": ("c", "f", "enter"),
    "only here": ("c", "u"),
    "a passage": ("c", "n"),
    "reasons": ("c", "n", "e"),
}


@pytest.mark.parametrize("keys", LIT.values(), ids=LIT)
async def test_what_is_lit_is_lit_in_the_new_theme(make_app: Make, keys: tuple[str, ...]) -> None:
    looked = []
    for theme in ("ink", "ember"):
        app = golden_app(partial(make_app, theme=theme))
        async with app.run_test(size=(120, 36)) as pilot:
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            app.use_theme(app.themes["ember"])
            await pilot.pause()
            looked.append(looks(app))
    assert looked[0] == looked[1]


async def test_a_theme_that_is_edited_meanwhile_is_that_of_boxes_too(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.tell("Something to know")
        await pilot.pause()
        (toast,) = app.screen.query(Toast)
        theme = app.reading_theme
        for surface in (app.themes["ember"].colours.surface, theme.colours.surface):
            app.use_theme(replace(theme, colours=replace(theme.colours, surface=surface)))
            await pilot.pause()
            assert toast.styles.background.hex.lower() == surface.lower()


async def test_reasons_stay_where_they_were_read(make_app: Make) -> None:
    app = golden_app(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "n", "e", "pagedown")
        await pilot.pause()
        before = drawn(app)
        await pilot.press("T", "j", "escape")
        await pilot.pause()
        assert drawn(app) == before
