"""What a key costs that opens a screen: nothing is matched with the styles, laid out or written twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen
from textual.widgets._toast import Toast

from tests.tui.golden_app import golden_app
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.widgets import fact_rows
from tuireader.tui.widgets.fact_rows import FactRows

Make = Callable[..., ReaderApp]
Counted = Callable[[type, str], list[tuple[Any, ...]]]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """``counted(owner, name)`` has the calls of a method written down, with what they were given."""

    def count(owner: type, name: str) -> list[tuple[Any, ...]]:
        calls: list[tuple[Any, ...]] = []
        method = getattr(owner, name)

        def called(*given: Any, **named: Any) -> Any:
            calls.append(given)
            return method(*given, **named)

        monkeypatch.setattr(owner, name, called)
        return calls

    return count


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
@pytest.mark.parametrize("keys", ["T", "slash", "question_mark", "colon", "comma", "M", "c", "c f e", "c n e", "o"])
async def test_a_screen_that_opens_is_matched_with_its_styles_once(
    make_app: Make, counted: Counted, keys: str, size: tuple[int, int]
) -> None:
    app = golden_app(make_app)
    async with app.run_test(size=size) as pilot:
        *before, opens = keys.split()
        await pilot.press(*before)
        await pilot.pause()
        stack = len(app.screen_stack)
        again = counted(Stylesheet, "update_nodes")
        await pilot.press(opens)
        await pilot.pause()
        assert len(app.screen_stack) == stack + 1
        assert [list(nodes) for _, nodes in again] == []


async def test_another_theme_is_drawn_without_the_styles_read_again(make_app: Make, counted: Counted) -> None:
    app = golden_app(make_app)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("T")
        await pilot.pause()
        read = counted(App, "refresh_css")
        before = app.theme
        await pilot.press("j")
        await pilot.pause()
        assert app.reading_theme.name != "ink"
        assert (read, app.theme) == ([], before)
        # Only Textual's own boxes are drawn in its colours: it knows them before there is one.
        app.tell("something")
        await pilot.pause()
        assert app.theme != before
        (toast,) = app.screen.query(Toast)
        surface = app.palette.theme.colours.surface
        assert toast.styles.background.hex.lower() == surface.lower()
        await pilot.press("j")
        await pilot.pause()
        assert toast.styles.background.hex.lower() == app.palette.theme.colours.surface.lower() != surface.lower()


@pytest.mark.parametrize("keys", ["j", "c j", "c f j", "question_mark j"])
async def test_what_is_scrolled_is_laid_out_no_more_and_its_status_written_once(
    make_app: Make, counted: Counted, keys: str
) -> None:
    app = golden_app(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        *before, moves = keys.split()
        await pilot.press(*before)
        await pilot.pause()
        laid, said = counted(Screen, "_refresh_layout"), counted(BaseScreen, "_write_status")
        await pilot.press(moves)
        await pilot.pause()
        assert laid == []
        assert len(said) == 1


async def test_nothing_below_a_screen_is_found_by_the_mouse(make_app: Make) -> None:
    app = golden_app(make_app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("c", "comma")
        await pilot.pause()
        shown = app.screen._compositor.render_strips()
        assert any("Ondine" in strip.text[:40] for strip in shown)
        for strip in shown:
            for segment in strip.crop(0, 40):
                assert not (segment.style and (segment.style.meta.get("offset") or segment.style.link))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 60)])
async def test_the_facts_are_written_while_nobody_types(
    make_app: Make, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    app = golden_app(make_app)
    async with app.run_test(size=size) as pilot:
        assert not app.prepare()
        await pilot.press("c")
        await pilot.pause()
        asked: list[object] = []
        lines = FactRows._lines

        def counted(rows: FactRows, item: Any, width: int, numbers: Any, group: str) -> Any:
            asked.append(item)
            return lines(rows, item, width, numbers, group)

        monkeypatch.setattr(FactRows, "_lines", counted)
        while app.prepare():
            pass
        assert isinstance(app.screen, CompareScreen)
        assert len(asked) == app.screen.facts.items, "once each"
        monkeypatch.setattr(fact_rows, "lines_of", None)
        await pilot.press("f")
        await pilot.pause()
        assert not app.prepare()
        await pilot.press("F", "s")
        await pilot.pause()
        asked.clear()
        await pilot.press("escape")
        await pilot.pause()
        assert len(asked) == app.screen.facts.items, "once: of another height, it is as wide as it was"


async def test_the_facts_of_a_part_of_a_story_are_written_once(make_app: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    app = golden_app(make_app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("space", "j", "space", "c", "f", "F")
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen) and len(app.screen.facts.story.articles) == 2
        monkeypatch.setattr(fact_rows, "lines_of", None)
        await pilot.press("w", "backspace", "escape")
        await pilot.pause()
        assert app.screen.facts.items > 1
