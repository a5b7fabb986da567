"""Counts before commands, and the key that repeats: on every kind of screen."""

from __future__ import annotations

import importlib
import pkgutil
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import drawn
from tests.tui.invented import story_app
from tuireader.article import Article
from tuireader.settings.commands import COMMANDS
from tuireader.settings.config import Settings
from tuireader.sources import from_text
from tuireader.tui import screens
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.screens.help import HelpScreen
from tuireader.tui.screens.library import LibraryScreen
from tuireader.tui.screens.search import SearchScreen

Make = Callable[..., ReaderApp]


def many(number: int = 30, lines: int = 2) -> list[Article]:
    """Articles that share nothing, each with so many paragraphs."""
    return [
        from_text(f"Title {n}\n\n" + f"Plain sentence number {n}.\n\n" * lines, id=f"a{n:02}") for n in range(number)
    ]


async def press(pilot: Pilot[None], keys: str) -> None:
    await pilot.press(*keys.split())
    await pilot.pause()


async def test_in_a_list_digits_are_counts(make_app: Make) -> None:
    app = make_app(articles=many())
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        for keys, row in [("5 j", 5), ("2 k", 3), ("1 2 G", 11), ("3 g", 2), ("G", 29), ("1 0 k", 19), ("9 9 j", 29)]:
            await press(pilot, keys)
            assert screen.shelf.cursor == row, keys
        await press(pilot, "g 7")
        assert "count 7" in drawn(app)[-1]
        await press(pilot, "escape")
        assert "count" not in drawn(app)[-1] and app.screen is screen
        await press(pilot, "j")
        assert screen.shelf.cursor == 1
        await press(pilot, "3 b")
        assert "count" not in drawn(app)[-1], "no key of anything: it is dropped, and seen to be"
        await press(pilot, "g 0 j")
        assert screen.shelf.cursor == 1, "0 begins no count"
        await press(pilot, "g 3 space")
        assert len(screen.shelf.picked) == 3 and screen.shelf.cursor == 3
        await press(pilot, "4 T")
        await press(pilot, "escape j")
        assert screen.shelf.cursor == 4, "a command that takes no count uses it up"


async def test_repeating(make_app: Make) -> None:
    app = make_app(articles=many())
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        await press(pilot, "full_stop")
        assert "Nothing to repeat" in drawn(app)[-1]
        for keys, row in [
            ("3 j", 3),
            ("full_stop", 6),
            ("2 full_stop", 8),
            ("full_stop", 10),
            ("k", 9),
            ("full_stop", 8),
        ]:
            await press(pilot, keys)
            assert screen.shelf.cursor == row, keys
        await press(pilot, "colon")
        await press(pilot, "d o w n enter")
        assert screen.shelf.cursor == 9
        await press(pilot, "full_stop")
        assert screen.shelf.cursor == 10


async def test_sheets_and_texts_count_too(make_app: Make) -> None:
    app = make_app(articles=many(2, 60))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        sheet = app.screen.sheet
        page = sheet.size.height - 1
        for keys, top in [("7 j", 7), ("2 k", 5), ("2 pagedown", 5 + 2 * page), ("1 2 G", 11), ("4 g", 3), ("g", 0)]:
            await press(pilot, keys)
            assert sheet.top == top, keys
        await press(pilot, "q enter")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        view = screen.pane.view
        for keys, top in [("7 j", 7), ("full_stop", 14), ("4 k", 10), ("1 2 G", 11), ("3 0 g", 29), ("g", 0)]:
            await press(pilot, keys)
            assert view.top == top, keys


async def test_a_digit_goes_to_its_pane_and_comes_back_as_a_count(make_app: Make, tmp_path: Path) -> None:
    settings = Settings(mouse="off", count_seconds=30.0)
    app = story_app(lambda **more: make_app(settings=settings, **more), tmp_path)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "c")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.desk.active == 0 and len(screen.desk.panes) == 3
        await press(pilot, "3")
        assert screen.desk.active == 2 and "count 3" in drawn(app)[-1]
        await press(pilot, "j")
        assert screen.desk.active == 0, "taken back"
        await press(pilot, "2 n")
        assert screen.desk.active == 0 and screen.session.place_of(screen.current)[0] == 2 if screen.current else False
        await press(pilot, "2 w")
        assert screen.desk.active == 1 and screen.wording != "whole", "no count: the jump stays"
        await press(pilot, "3 escape")
        assert screen.desk.active == 2 and app.screen is screen and "count" not in drawn(app)[-1]
        assert screen.current is None, "the digit has done what it does: escape lets go"
        await press(pilot, "1 2 escape k")
        assert screen.desk.active == 1 and app.screen is screen, "what was typed was a number: it is forgotten"
        await press(pilot, "1 0")
        assert "count 10" in drawn(app)[-1] and not screen.facts_open, "ten"
        await press(pilot, "escape 0")
        assert screen.facts_active and "count" not in drawn(app)[-1], "no count begins with 0"
        await press(pilot, "g 3 j")
        assert screen.facts_active and screen.facts._list.cursor == 3
        await press(pilot, "1 x 2 escape")
        assert app.screen is not screen and screen.desk.active == 1


async def test_a_pane_that_must_be_filled_is_brought_back(make_app: Make, tmp_path: Path) -> None:
    settings = Settings(mouse="off", count_seconds=30.0)
    app = story_app(lambda **more: make_app(settings=settings, **more), tmp_path)
    async with app.run_test(size=(60, 24)) as pilot:
        await press(pilot, "c")
        screen = app.screen
        assert isinstance(screen, CompareScreen) and len(screen.desk.panes) == 1
        first = screen.desk.article
        await press(pilot, "3")
        assert screen.desk.article != first
        await press(pilot, "j")
        assert screen.desk.article == first and screen.pane.article is not None and screen.pane.article.id == first


@pytest.mark.parametrize("seconds", [0.0, 0.05])
async def test_without_time_a_digit_is_a_pane_only(make_app: Make, tmp_path: Path, seconds: float) -> None:
    settings = Settings(mouse="off", count_seconds=seconds)
    app = story_app(lambda **more: make_app(settings=settings, **more), tmp_path)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "c 2")
        await pilot.pause(0.15)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert "count" not in drawn(app)[-1]
        await press(pilot, "j")
        assert screen.desk.active == 1


async def test_where_text_is_typed_digits_are_text(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash 4 0")
        assert isinstance(app.screen, SearchScreen) and app.screen.prompt.value == "40"
        await press(pilot, "escape c f F 4 5")
        screen = app.screen
        assert isinstance(screen, CompareScreen) and screen.typing
        assert "45" in "\n".join(drawn(app))


async def test_letters_of_another_alphabet_are_the_keys_they_stand_on(make_app: Make, tmp_path: Path) -> None:
    settings = Settings(mouse="off", layout="russian", keymap={"library.facts": ("ы",)}, count_seconds=30.0)
    app = story_app(lambda **more: make_app(settings=settings, **more), tmp_path)
    async with app.run_test(size=(120, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        await press(pilot, "о")
        assert screen.shelf.cursor == 1
        await press(pilot, "л 2 о")
        assert screen.shelf.cursor == 2
        await press(pilot, "с")
        compare = app.screen
        assert isinstance(compare, CompareScreen)
        await press(pilot, "3 т")
        assert compare.current is not None and compare.desk.active == screen.shelf.cursor
        await press(pilot, "q ы")
        assert isinstance(app.screen, CompareScreen), "a letter that is a key is that key"
        await press(pilot, "q slash й ц")
        assert isinstance(app.screen, SearchScreen) and app.screen.prompt.value == "йц"


def test_every_command_has_a_method_somewhere() -> None:
    for module in pkgutil.iter_modules(screens.__path__, f"{screens.__name__}."):
        importlib.import_module(module.name)
    classes: list[type] = [BaseScreen]
    for each in classes:
        classes += each.__subclasses__()
    verbs = {name for each in (*classes, ReaderApp) for name in dir(each) if name.startswith("do_")}
    assert [command.id for command in COMMANDS if f"do_{command.id.partition('.')[2]}" not in verbs] == []


async def test_no_order_of_digits_and_commands_ends_the_reader(make_app: Make, tmp_path: Path) -> None:
    app = story_app(lambda **more: make_app(settings=Settings(mouse="off", count_seconds=30.0), **more), tmp_path)
    chance = random.Random(7)
    keys = [
        *"1230120",
        *"npjkgGsuwfzl",
        "space",
        "tab",
        "full_stop",
        "left_square_bracket",
        "right_parenthesis",
        "escape",
    ]
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(45):
            if isinstance(app.screen, LibraryScreen):
                await pilot.press("c")
            await pilot.press(chance.choice(keys))
        await press(pilot, "escape")
    assert app.failure is None
