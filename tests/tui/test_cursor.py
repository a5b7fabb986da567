"""The terminal's own cursor stands on the item at hand, on every screen."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Offset

from tests.tui.conftest import drawn
from tests.tui.golden_app import golden_app
from tuireader.settings.config import Settings
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.base import ListScreen
from tuireader.tui.screens.compare import CompareScreen


def cell(app: ReaderApp) -> Offset:
    found = app.cursor_cell()
    assert found is not None
    return found


def under(app: ReaderApp, length: int = 20) -> str:
    """What stands on the screen from the cursor on."""
    x, y = cell(app)
    return drawn(app)[y].ljust(200)[x : x + length]


async def test_in_a_list_it_stands_on_the_row(make_app: Callable[..., ReaderApp]) -> None:
    app = golden_app(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        rows = []
        for key in ("j", "g", "j", "G"):
            await pilot.press(key)
            screen = app.screen
            assert isinstance(screen, ListScreen)
            strip = screen.rows.render_line(cell(app).y - screen.rows.region.y)
            assert all(s.style is not None and s.style.bgcolor == app.palette.cursor.bgcolor for s in strip if s.text)
            rows.append(cell(app).y)
        assert rows[1] < rows[0] == rows[2] < rows[3]
        await pilot.press("T", "j", "j")
        assert drawn(app)[cell(app).y].strip(), "the list of themes"


async def test_where_is_typed_it_stands_behind_the_last_character(make_app: Callable[..., ReaderApp]) -> None:
    app = golden_app(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"wreck")
        line = drawn(app)[cell(app).y]
        assert line[: cell(app).x].endswith("wreck")
        await pilot.press("left", "left")
        assert under(app, 2) == "ck"
        await pilot.press("escape", "colon", *"pa")
        assert drawn(app)[cell(app).y][: cell(app).x].endswith("pa")
        await pilot.press("escape", "c", "f", "F", *"漁x")
        assert drawn(app)[cell(app).y][: cell(app).x - 1].endswith("漁x")


async def test_in_the_texts_it_stands_on_what_is_at_hand(make_app: Callable[..., ReaderApp]) -> None:
    app = golden_app(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        for keys in (("n",), ("n",), ("tab",), ("p",), ("j",), ("1",), ("space",)):
            await pilot.press(*keys)
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, CompareScreen)
            place = screen.at_hand()
            assert place is not None
            view = screen.pane.view
            wanted = place.start if view.row_of(place.start) >= 0 else view.offset_at_top
            line = view.page.line(view.top + cell(app).y - view.region.y)
            assert line is not None and line.start <= wanted <= line.end
            assert under(app, 1) == app.session.by_id[place.article].text[wanted], keys
            assert view.region.contains_point(cell(app))
        await pilot.press("f", "j")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.facts.region.contains_point(cell(app))
        before = cell(app)
        await pilot.press("j")
        assert cell(app).y > before.y


async def test_coverage_and_sheets(make_app: Callable[..., ReaderApp]) -> None:
    app = golden_app(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("o", "j")
        first = cell(app)
        await pilot.press("l")
        assert cell(app).x > first.x and cell(app).y == first.y
        assert drawn(app)[first.y][cell(app).x - 1] == "["
        await pilot.press("question_mark")
        top = app.screen.query_one("Sheet").region
        assert top.contains_point(cell(app))


def test_it_is_seen_where_that_is_asked_for() -> None:
    assert not Settings().cursor_on({})
    assert Settings().cursor_on({"ACCESSIBLE": "1"})
    assert not Settings(cursor="off").cursor_on({"ACCESSIBLE": "1"})
    assert Settings(cursor="on").cursor_on({})
