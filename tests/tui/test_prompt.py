"""The line that is typed into: what each key does to it, and what of it is seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.conftest import drawn
from tests.tui.invented import story_app
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.search import SearchScreen

Make = Callable[..., ReaderApp]

EDITS = [
    ("ab cd", "left left x", "ab xcd"),
    ("ab cd", "home x", "xab cd"),
    ("ab cd", "home right x end y", "axb cdy"),
    ("ab cd", "backspace", "ab c"),
    ("ab cd", "home delete", "b cd"),
    ("ab cd", "home ctrl+d", "b cd"),
    ("ab cd", "ctrl+w", "ab "),
    ("ab cd ", "ctrl+w", "ab "),
    ("ab cd", "left ctrl+u", "d"),
    ("ab cd", "home right ctrl+k", "a"),
    ("ab cd", "ctrl+left x", "ab xcd"),
    ("ab cd", "home ctrl+right x", "abx cd"),
    ("ab", "backspace backspace backspace", ""),
    ("cafe\u0301", "backspace", "caf"),
    ("cafe\u0301s", "left left x", "cafxe\u0301s"),
]


@pytest.mark.parametrize(("before", "keys", "after"), EDITS)
async def test_editing(make_app: Make, tmp_path: Path, before: str, keys: str, after: str) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash")
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        screen.prompt.write(before)
        await pilot.press(*keys.split())
        assert screen.prompt.value == after


@pytest.mark.parametrize(
    ("key", "after"), [("x", "x"), ("backspace", ""), ("ctrl+u", ""), ("left", "old"), ("end", "old")]
)
async def test_what_is_selected_is_replaced_or_let_go(make_app: Make, tmp_path: Path, key: str, after: str) -> None:
    app = story_app(make_app, tmp_path)
    app.session.query = "old"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", key)
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        assert screen.prompt.value == after and not screen.prompt.selected


async def test_the_cursor_is_always_seen_and_the_terminals_own_stands_there(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("slash")
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        screen.prompt.write("a" * 60 + "bcd")
        await pilot.pause()
        assert "abcd" in drawn(app)[0] and len(drawn(app)[0]) <= 40
        assert screen.prompt.cursor_cell().y == 0
        column = screen.prompt.cursor_cell().x
        assert drawn(app)[0][column - 3 : column] == "bcd"
        await pilot.press("left")
        await pilot.pause()
        assert screen.prompt.cursor_cell().x == column - 1 or drawn(app)[0][screen.prompt.cursor_cell().x] == "d"
        screen.prompt.write("漢字" * 30)
        await pilot.pause()
        assert screen.prompt.cursor_cell().x < 40
