"""The settings screen: every key of it, what it writes, and what a running reader makes of changed files."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.conftest import drawn
from tests.tui.invented import story_app
from tuireader.settings import config, paths
from tuireader.settings.commands import COMMANDS, Command
from tuireader.settings.options import OPTIONS, Option
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.screens.library import LibraryScreen
from tuireader.tui.screens.settings import SettingsScreen

Make = Callable[..., ReaderApp]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    for option in OPTIONS:
        monkeypatch.delenv(option.variable, raising=False)
    file = paths.find().config_file
    file.parent.mkdir(parents=True)
    return file


async def press(pilot: Pilot[None], keys: str) -> None:
    await pilot.press(*keys.split())
    await pilot.pause()


def opened(app: ReaderApp) -> SettingsScreen:
    assert isinstance(app.screen, SettingsScreen)
    return app.screen


def start(make_app: Make, tmp_path: Path, file: Path) -> ReaderApp:
    return story_app(lambda **more: make_app(settings=config.load(file), **more), tmp_path)


def to(screen: SettingsScreen, name: str) -> None:
    """Puts the cursor on a setting or a command."""
    for row in screen._rows:
        if isinstance(row.data, Option | Command) and name in (
            getattr(row.data, "name", ""),
            getattr(row.data, "id", ""),
        ):
            assert row.item is not None
            screen.rows.go(row.item)


async def test_everything_is_listed_with_value_origin_and_help(make_app: Make, tmp_path: Path, file: Path) -> None:
    file.write_text('\nmeasure = 60\n[keys]\n"app.redraw" = "L"\n')
    app = start(make_app, tmp_path, file)
    async with app.run_test(size=(100, 300)) as pilot:
        await press(pilot, "comma")
        lines = drawn(app)
        for option in OPTIONS:
            assert any(line.split()[:1] == [option.name] or option.name in line.split()[:2] for line in lines)
        told = "\n".join(lines)
        for command in COMMANDS:
            assert command.help[:24] in told
        assert lines[0].endswith("config.toml")
        row = next(line for line in lines if "measure" in line)
        assert "✓" in row and "60" in row and row.endswith("config.toml, line 2")
        assert any("✓" in line and " L " in line and "Draw the whole screen anew." in line for line in lines)
        to(opened(app), "measure")
        await pilot.pause()
        foot = "\n".join(drawn(app)[-8:])
        assert "How wide a column of text may become" in foot and "from 40 to 120" in foot and "default: 80" in foot


async def test_every_key_of_the_list(make_app: Make, tmp_path: Path, file: Path) -> None:
    file.write_text('# mine\nmouse = "off"  # here\n')
    app = start(make_app, tmp_path, file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma")
        screen = opened(app)
        to(screen, "animation")
        for key in ("enter", "space", "right", "l", "left", "h"):
            before = app.settings.animation
            await press(pilot, key)
            assert app.settings.animation is not before, key
        to(screen, "measure")
        await press(pilot, "3 right")
        assert app.settings.measure == 86
        await press(pilot, "left full_stop")
        assert app.settings.measure == 82
        await press(pilot, "d")
        assert app.settings.measure == 80 and "measure" not in file.read_text()
        to(screen, "mouse")
        await press(pilot, "l")
        assert file.read_text() == '# mine\nmouse = "auto"  # here\nanimation = false\n'
        await press(pilot, "tab")
        at = screen.at
        assert isinstance(at, Command) and at.id == "app.search"
        await press(pilot, "tab shift+tab shift+tab")
        assert screen.rows.cursor == 0
        await press(pilot, "right")
        assert app.reading_theme.name == app.settings.theme != "ink", "at once"
        await press(pilot, "x")
        assert "nothing here for it" in drawn(app)[-1]
        await press(pilot, "q")
        assert isinstance(app.screen, LibraryScreen)
        await press(pilot, "comma slash w a t c h space s e t")
        assert [row.data.name for row in opened(app)._rows if isinstance(row.data, Option)] == ["watch"]
        assert opened(app).at is next(each for each in OPTIONS if each.name == "watch")
        await press(pilot, "enter right")
        assert app.settings.watch and "F watch set" in "\n".join(drawn(app)), "the filter holds, and is seen"
        await press(pilot, "d F x x x")
        assert opened(app).at is None and "answers that" in "\n".join(drawn(app))
        await press(pilot, "enter enter tab right d x q")
        assert len(opened(app)._rows) > 100, "back lists all again"
        await press(pilot, "q comma comma")
        assert isinstance(app.screen, LibraryScreen), "the key that opens closes"


async def test_typing_a_value(make_app: Make, tmp_path: Path, file: Path) -> None:
    app = start(make_app, tmp_path, file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma")
        screen = opened(app)
        to(screen, "measure")
        await press(pilot, "enter 9 9 9")
        assert "999" in "\n".join(drawn(app))
        await press(pilot, "enter")
        assert "must be a whole number from 40 to 120" in drawn(app)[-1] and not file.exists()
        await press(pilot, "backspace enter")
        assert app.settings.measure == 99 and screen.at == next(each for each in OPTIONS if each.name == "measure")
        for leave in ("escape", "ctrl+g"):
            await press(pilot, f"enter 5 0 {leave}")
            assert app.settings.measure == 99 and app.screen is screen
        to(screen, "count_seconds")
        await press(pilot, "enter 2 full_stop 5 enter")
        assert app.settings.count_seconds == 2.5 and "count_seconds = 2.5" in file.read_text()


async def test_pressing_new_keys(make_app: Make, tmp_path: Path, file: Path) -> None:
    file.write_text("# mine\n")
    app = start(make_app, tmp_path, file)
    async with app.run_test(size=(110, 24)) as pilot:
        await press(pilot, "comma")
        screen = opened(app)
        to(screen, "app.themes")
        await press(pilot, "enter slash")
        assert "already the key of “search”" in "\n".join(drawn(app)[-6:])
        await press(pilot, "percent_sign at backspace ampersand enter")
        assert app.settings.keys_for("app.themes") == ("percent_sign", "ampersand")
        assert file.read_text() == '# mine\n\n[keys]\n"app.themes" = ["%", "&"]\n'
        await press(pilot, "enter W escape")
        assert app.settings.keys_for("app.themes") == ("percent_sign", "ampersand") and app.screen is screen
        await press(pilot, "enter enter")
        assert app.settings.keys_for("app.themes") == ("percent_sign", "ampersand"), "none were pressed"
        await press(pilot, "d")
        assert app.settings.keys_for("app.themes") == ("T",)
        await press(pilot, "x")
        assert app.settings.keys_for("app.themes") == () and "no key" in "\n".join(drawn(app))
        to(screen, "app.quit")
        await press(pilot, "x")
        assert "must keep a key" in drawn(app)[-1] and app.settings.keys_for("app.quit") == ("Q",)
        to(screen, "search.next")
        await press(pilot, "enter n")
        assert "is typed into the search" in "\n".join(drawn(app)[-6:])
        await press(pilot, "ctrl+s")
        assert "may not arrive" in "\n".join(drawn(app)[-6:]) and "New keys of next: ^s" in drawn(app)[-1]
        await press(pilot, "escape")
        to(screen, "library.compare")
        await press(pilot, "enter C enter q C")
        assert isinstance(app.screen, CompareScreen)


async def test_a_file_that_cannot_be_written_is_told_of(
    make_app: Make, tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = start(make_app, tmp_path, file)
    told: list[str] = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.tell = told.append  # type: ignore[method-assign]
        await press(pilot, "comma")
        to(opened(app), "measure")
        file.write_text("measure = = 3\n")
        await press(pilot, "right")
        assert "nothing was changed" in told[-1] and "line 1" in told[-1]
        assert file.read_text() == "measure = = 3\n" and app.settings.measure == 80
        file.write_text("measure = 60\n")
        await press(pilot, "down up")
        monkeypatch.setattr(os, "access", lambda *_: False)
        await press(pilot, "right")
        assert "read-only" in told[-1] and file.read_text() == "measure = 60\n" and app.settings.measure == 60
        monkeypatch.undo()


async def test_what_stands_above_the_file_is_told(
    make_app: Make, tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUIREADER_MEASURE", "66")
    app = start(make_app, tmp_path, file)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "comma")
        to(opened(app), "measure")
        await press(pilot, "right")
        assert "TUIREADER_MEASURE stands above it" in drawn(app)[-1]
        assert app.settings.measure == 66 and file.read_text() == "measure = 68\n"


async def test_the_editor(make_app: Make, tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setattr("tuireader.tui.editing._USUAL", ())
    app = start(make_app, tmp_path, file)
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "comma e")
        assert "no editor is set" in drawn(app)[-1]
        monkeypatch.setenv("EDITOR", "no-such-editor -w")
        await press(pilot, "e")
        assert "the editor no-such-editor is not there" in drawn(app)[-1]

        def change(_: ReaderApp, path: Path) -> str:
            path.write_text("measure = 44\n")
            return ""

        monkeypatch.setattr("tuireader.tui.screens.settings.edit_file", change)
        await press(pilot, "e")
        assert app.settings.measure == 44


async def test_changed_files_hold_at_the_next_key(make_app: Make, tmp_path: Path, file: Path) -> None:
    app = start(make_app, tmp_path, file)
    told: list[str] = []
    async with app.run_test(size=(120, 24)) as pilot:
        app.tell = told.append  # type: ignore[method-assign]
        await press(pilot, "enter")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        wide = screen.pane.view.measure
        file.write_text('measure = 50\nglyphs = "ascii"\ntheme = "mist"\n[keys]\n"compare.facts" = "F"\n')
        await press(pilot, "F")
        assert screen.facts_open, "the new key holds for the key that is pressed"
        assert screen.pane.view.measure == 50 < wide and screen.pane.view.page.width <= 50
        assert app.reading_theme.name == "mist" and all(line.isascii() for line in drawn(app)[1:])
        # A mistake: that line is told of and left as it was, the others hold.
        file.write_text('measure = 5\nmouse = "offf"\ncount_seconds = 2\ntheme = "mits"\nmeasur = 3\n')
        await press(pilot, "j")
        assert (app.settings.measure, app.settings.mouse, app.settings.count_seconds) == (50, "auto", 2)
        assert app.reading_theme.name == "mist"
        assert told == ["config.toml: 4 mistakes; `,` shows them"], "in one line"
        await press(pilot, "j")
        assert len(told) == 1, "told once"
        await press(pilot, "comma")
        lines = drawn(app)
        assert any("! line 5: measur: there" in line for line in lines)
        assert sum("a mistake" in line for line in lines) == 3
        to(opened(app), "theme")
        await pilot.pause()
        assert '(did you mean "mist"?)' in "\n".join(drawn(app)[-7:])
        file.write_text('measure = 5\nmouse = "offf"\n')
        await press(pilot, "j")
        assert sum("a mistake" in line for line in drawn(app)) == 2 and len(told) == 1, "listed, not told"
        await press(pilot, "q")
        file.write_text("measure = = 3\n")
        await press(pilot, "j")
        assert app.settings.measure == 50 and len(told) == 2 and "line 1" in told[1]
        # The terminal is turned to again.
        file.write_text("reload = false\nmeasure = 77\n")
        app.post_message(events.AppFocus())
        await pilot.pause()
        assert app.settings.measure == 77
        file.write_text("measure = 66\n")
        await press(pilot, "j")
        assert app.settings.measure == 77, "turned off"


async def test_a_theme_changed_in_its_file_is_drawn(make_app: Make, tmp_path: Path, file: Path) -> None:
    own = paths.find().themes / "mine.toml"
    own.parent.mkdir()
    text = (paths.find().shipped_themes / "ink.toml").read_text().replace('name = "ink"', 'name = "mine"')
    own.write_text(text)
    file.write_text('theme = "mine"\n')
    app = story_app(lambda **more: make_app(settings=config.load(file), **more | {"theme": "mine"}), tmp_path)
    told: list[str] = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.tell = told.append  # type: ignore[method-assign]
        assert app.reading_theme.name == "mine"
        own.write_text(text.replace(app.reading_theme.colours.accent, "#123456"))
        await press(pilot, "j")
        assert app.reading_theme.colours.accent == "#123456"
        own.write_text(text.replace(app.reading_theme.colours.text, "#12345"))
        own.write_text(text.replace("[colours]", "[colour]"))
        await press(pilot, "j")
        assert app.reading_theme.colours.accent == "#123456" and any("mine.toml" in each for each in told)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_it_fits(make_app: Make, tmp_path: Path, file: Path, size: tuple[int, int]) -> None:
    app = start(make_app, tmp_path, file)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "comma")
        screen = opened(app)
        lines = drawn(app)
        assert len(lines) == size[1] and all(len(line) <= size[0] for line in lines)
        assert "theme" in "\n".join(lines) and "The theme to draw in." in "\n".join(lines)
        await press(pilot, "G")
        assert screen.rows.cursor == screen.rows.items - 1
