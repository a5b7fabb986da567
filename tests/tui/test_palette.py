"""The command palette: what it lists, how it finds, every key of its scope."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.conftest import drawn
from tests.tui.invented import story_app
from tuireader.settings.commands import COMMANDS, by_scope, get
from tuireader.settings.config import Settings
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.screens.help import HelpScreen
from tuireader.tui.screens.library import LibraryScreen
from tuireader.tui.screens.palette import PaletteScreen
from tuireader.tui.screens.palette_match import matches

Make = Callable[..., ReaderApp]


def ids(query: str) -> list[str]:
    return [match.command.id for match in matches(query, by_scope("compare"))]


def test_names_come_before_sentences_and_beginnings_before_insides() -> None:
    found = ids("next")
    assert found[:3] == ["compare.next_passage", "compare.next_mark", "compare.next_article"]
    assert ids("article")[0] == "compare.previous_article"
    assert ids("word")[0] == "compare.wording"


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("wrd", "compare.wording"),
        ("nxt art", "compare.next_article"),
        ("wordng", "compare.wording"),
        ("cvoerage", "compare.coverage"),
        ("whole screen", "compare.zoom"),
        ("WORDING", "compare.wording"),
        ("  fa  ", "compare.facts"),
    ],
)
def test_slips_letters_in_order_and_words_of_the_sentence(query: str, first: str) -> None:
    assert ids(query)[0] == first


def test_nonsense_finds_nothing_and_nothing_finds_all() -> None:
    assert ids("qqqq") == []
    assert ids(" ") == [command.id for command in by_scope("compare")]


def test_the_lit_places_are_the_letters_typed() -> None:
    for query in ("next", "nxt", "pane", "Bring"):
        for match in matches(query, COMMANDS):
            told = "".join(match.command.label[place] for place in match.places)
            told += "".join(match.command.help[place] for place in match.said)
            assert told.casefold() in ("", query.casefold())


async def test_it_lists_the_commands_of_the_screen_below_under_their_scopes(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 80)) as pilot:
        await pilot.press("colon")
        lines = drawn(app)
        headings = [line.strip() for line in lines if line.startswith(" ") and not line.startswith("   ")]
        assert headings[1:4] == ["Library", "In every list", "Everywhere"]
        told = "\n".join(lines)
        for scope in ("library", "list", "app"):
            for command in by_scope(scope):
                # There is nothing yet to do again, and nothing that could not be opened.
                assert (command.help[:30] in told) == (command.id not in ("app.palette", "app.repeat", "app.problems"))
        assert "Bring every pane" not in told


async def test_keys_are_the_users_own(make_app: Make, tmp_path: Path) -> None:
    settings = Settings(mouse="off", keymap={"library.facts": ("F", "exclamation_mark"), "library.read": ()})
    app = story_app(lambda **more: make_app(settings=settings, **more), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon")
        lines = drawn(app)
        assert next(line for line in lines if line.strip().startswith("facts")).endswith("F  !")
        assert next(line for line in lines if line.strip().startswith("open ")).endswith("…"), "no key"


async def test_a_long_name_stands_apart_from_what_is_said_of_it(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("colon", *"layout")
        longest = next(line for line in drawn(app) if "bulgarian-phonetic" in line)
        assert "layout: bulgarian-phonetic  Which keyboard" in longest


async def test_enter_runs_the_command_on_the_screen_below(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon", *"select story", "enter")
        assert isinstance(app.screen, LibraryScreen)
        assert set(app.screen.shelf.picked) == {"ferry", "herald", "tide"}
        await pilot.press("colon", *"help", "enter")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)


async def test_what_cannot_be_used_now_stands_last_and_says_why(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path, empty=True)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
        await pilot.press("colon")
        screen = app.screen
        assert isinstance(screen, PaletteScreen)
        last = screen.found[-1].command
        assert last.id not in screen.usable
        places = [place for place, match in enumerate(screen.found) if match.command.id not in screen.usable]
        assert places == list(range(places[0], len(screen.found)))
        assert "needs shared passages" in "\n".join(drawn(app)) and " Not now" in drawn(app)
        await pilot.press(*"wording")
        assert screen.command == get("compare.wording")
        await pilot.press("enter")
        assert isinstance(app.screen, CompareScreen) and app.screen.wording == "whole"


async def test_every_key_of_the_list(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.press("colon")
        screen = app.screen
        assert isinstance(screen, PaletteScreen)
        for key, there in [("down", 1), ("down", 2), ("up", 1), ("up", 0), ("up", 0)]:
            await pilot.press(key)
            assert screen.rows.cursor == there
        await pilot.press("pagedown")
        far = screen.rows.cursor
        assert far > 3
        await pilot.press("pageup")
        assert screen.rows.cursor < far
        assert drawn(app)[-1].lstrip().startswith(f"{screen.rows.cursor + 1}/{len(screen.found)}")


@pytest.mark.parametrize("key", ["escape", "ctrl+g"])
async def test_closing_runs_nothing(make_app: Make, tmp_path: Path, key: str) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon", "down", key)
        assert isinstance(app.screen, LibraryScreen) and not app.screen.shelf.picked


async def test_nothing_found_says_so_and_enter_does_nothing(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon", *"zzzz")
        await pilot.pause()
        assert "No command is called so." in "\n".join(drawn(app)) and drawn(app)[0].endswith("0 commands")
        await pilot.press("enter", "down")
        assert isinstance(app.screen, PaletteScreen)


async def test_narrow_lines_end_in_keys_or_an_ellipsis(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("colon", *"preview")
        await pilot.pause()
        lines = drawn(app)
        assert lines[1].startswith("   preview up") and lines[1].endswith("K")
        assert all(len(line) <= 40 for line in lines)


async def test_settings_are_set_by_their_names(make_app: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        for typed, said in [
            ("theme mi", "theme: mist"),
            ("preset: vim", "preset: vim"),
            ("anim tr", "animation: true"),
        ]:
            await pilot.press("colon", *typed)
            screen = app.screen
            assert isinstance(screen, PaletteScreen) and screen.command is not None and screen.command.label == said
            assert any(line.split()[:2] == said.split() for line in drawn(app))
            await pilot.press("enter")
            assert isinstance(app.screen, LibraryScreen) and f"Set {said}" in drawn(app)[-1]
        assert app.reading_theme.name == "mist" and app.settings.preset == "vim" and app.settings.animation
        written = (tmp_path / "home" / "tuireader" / "config.toml").read_text()
        assert written == 'theme = "mist"\npreset = "vim"\nanimation = true\n'
