"""The help: the keys that hold where the reader comes from, the marks and the limits, in columns that fit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tests.tui.conftest import drawn
from tests.tui.invented import story_app
from tuireader.settings.commands import SCOPES, WITH, by_scope, get
from tuireader.settings.config import Settings
from tuireader.tui import glyphs
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.help import HelpScreen
from tuireader.tui.screens.help_blocks import Block, Entry, blocks
from tuireader.tui.screens.help_columns import lay_out
from tuireader.tui.screens.library import LibraryScreen

Make = Callable[..., ReaderApp]


def keys_for(id: str) -> tuple[str, ...]:
    return get(id).keys


def words(rows: list[list[tuple[str, Style]]]) -> list[str]:
    return ["".join(text for text, _ in row) for row in rows]


@pytest.mark.parametrize("scope", list(SCOPES))
def test_every_command_of_every_scope_is_told(scope: str) -> None:
    said = [entry.text for block in blocks((scope, *WITH[scope]), keys_for, glyphs.UNICODE) for entry in block.entries]
    nearer: set[str] = set()
    for place in (scope, *WITH[scope]):
        for command in by_scope(place):
            # What a key does in a farther scope is not told: it does something else here.
            assert command.help in said or command.id[-1].isdigit() or nearer.issuperset(command.keys)
        nearer.update(key for command in by_scope(place) for key in command.keys)


def test_numbered_commands_are_one_line_and_lost_keys_none() -> None:
    (compare, *_) = blocks(("compare",), keys_for, glyphs.UNICODE)
    assert [entry.sign for entry in compare.entries if "number" in entry.text] == ["1 to 9"]
    (empty, *_) = blocks(("help", "themes"), lambda id: () if id == "themes.choose" else keys_for(id), glyphs.UNICODE)
    assert empty.title == "Themes" and len(empty.entries) == 1


def test_marks_are_those_of_the_terminal_and_keys_those_of_the_user() -> None:
    def other(id: str) -> tuple[str, ...]:
        return ("W",) if id == "compare.wording" else keys_for(id)

    for marks in (glyphs.UNICODE, glyphs.CONSOLE, glyphs.ASCII):
        found = blocks(("compare",), other, marks)
        signs = [entry.sign for block in found for entry in block.entries]
        for sign in (marks.current, marks.bookmark, marks.differ, marks.changed, marks.agree, marks.only, marks.unread):
            assert sign in signs
        if marks is glyphs.ASCII:
            assert all(sign.isascii() for sign in signs)
    assert any("under W:" in entry.text for block in found for entry in block.entries)


@given(
    width=st.integers(20, 260),
    sizes=st.lists(st.lists(st.text(st.sampled_from("ab 漢é"), min_size=1, max_size=120), min_size=1), max_size=8),
)
@settings(max_examples=60, deadline=None)
def test_columns_fit_any_width_and_lose_nothing(width: int, sizes: list[list[str]]) -> None:
    given = [Block(f"Block {n}", tuple(Entry("k", text) for text in texts)) for n, texts in enumerate(sizes)]
    rows = words(lay_out(given, width, lambda _: Style(), "…"))
    assert all(cell_len(row) <= width for row in rows)
    shown = "".join(rows)
    for letter in "ab漢é":
        wanted = sum(text.count(letter) for texts in sizes for text in texts)
        assert shown.count(letter) == wanted
    assert all(f"Block {n}" in shown for n in range(len(sizes)))


def test_columns_are_about_as_long_as_each_other() -> None:
    given = [Block(f"B{n}", tuple(Entry("k", "word") for _ in range(n + 3))) for n in range(6)]
    one = len(lay_out(given, 60, lambda _: Style(), "…"))
    three = len(lay_out(given, 190, lambda _: Style(), "…"))
    assert three <= one // 3 + 5


async def test_it_tells_of_the_screen_below(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("question_mark")
        text = "\n".join(drawn(app))
        assert "Library" in text and "Everywhere" in text and "Bring every pane" not in text
        assert "Read the article under the cursor" in text
        assert "≠" in text and "Verdicts on facts" in text and "What facts cannot tell" in text
        await pilot.press("q", "enter")
        await pilot.pause()
        await pilot.press("question_mark")
        assert "Bring every pane" in "\n".join(drawn(app))


async def test_the_users_keys_stand_there(make_app: Make, tmp_path: Path) -> None:
    config = Settings(mouse="off", keymap={"library.select": ("x",)})
    app = story_app(lambda **more: make_app(settings=config, **more), tmp_path)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("question_mark")
        line = next(line for line in drawn(app) if "Select the article for comparing" in line)
        assert line.split()[0] == "x"


async def test_every_key_scrolls_and_stops_at_the_ends(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        screen = app.screen
        assert isinstance(screen, HelpScreen)
        sheet = screen.sheet
        end = len(sheet.lines) - sheet.size.height
        page = sheet.size.height - 1
        moves = [
            ("k", 0),
            ("j", 1),
            ("down", 2),
            ("up", 1),
            ("pagedown", 1 + page),
            ("pageup", 1),
            ("G", end),
            ("j", end),
        ]
        for key, top in [*moves, ("g", 0), ("end", end), ("home", 0), ("pageup", 0)]:
            await pilot.press(key)
            await pilot.pause()
            assert sheet.top == top, key
        await pilot.press("G")
        await pilot.pause()
        assert f"{len(sheet.lines)}/{len(sheet.lines)}" in drawn(app)[-1]
        assert "less, or nothing." in "\n".join(drawn(app))


@pytest.mark.parametrize("key", ["q", "escape", "question_mark"])
async def test_closing(make_app: Make, tmp_path: Path, key: str) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark", key)
        assert isinstance(app.screen, LibraryScreen)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36), (200, 60)])
async def test_nothing_is_cut_at_any_size(make_app: Make, tmp_path: Path, size: tuple[int, int]) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("question_mark")
        screen = app.screen
        assert isinstance(screen, HelpScreen)
        rows = words(screen.sheet.lines)
        assert all(cell_len(row) <= size[0] for row in rows)
        assert not [row for row in rows if "…" in row]
        await pilot.resize_terminal(size[0] + 50, size[1])
        await pilot.pause()
        assert all(cell_len(row) <= size[0] + 50 for row in words(screen.sheet.lines))


def test_keys_that_were_taken_away_are_told() -> None:
    def other(id: str) -> tuple[str, ...]:
        return ("W", "down") if id == "list.down" else keys_for(id)

    (block, *_) = blocks(("list",), other, glyphs.UNICODE)
    assert block.entries[0] == Entry("W  ↓ ×", "One row down. Not j.")
    assert not any("Not " in entry.text for entry in block.entries[1:])


def test_more_keys_than_there_is_room_for_keep_the_mark_of_a_number() -> None:
    def many(id: str) -> tuple[str, ...]:
        return ("pagedown", "space", "ctrl+f", "ctrl+v") if id == "list.down" else keys_for(id)

    (block, *_) = blocks(("list",), many, glyphs.UNICODE)
    assert block.entries[0].sign == "pgdn  space … ×"
