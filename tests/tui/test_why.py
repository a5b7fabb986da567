"""Why a passage was found: opened over the texts, stepped through, closed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.passages.texts import articles
from tests.tui.conftest import drawn, until
from tuireader.passages.reasons.explaining import links_of
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.screens.help import HelpScreen
from tuireader.tui.screens.panel import panel_width
from tuireader.tui.screens.themes_rows import Edge
from tuireader.tui.screens.why import WhyScreen

Make = Callable[..., ReaderApp]


async def asked(pilot: Pilot[None]) -> WhyScreen:
    """The reasons for the first shared passage of the invented articles, once they are there."""
    app = pilot.app
    assert isinstance(app, ReaderApp)
    await pilot.press("c", "n", "e")
    await until(pilot, lambda: isinstance(app.screen, WhyScreen) and app.screen._found is not None)
    await pilot.pause()
    assert isinstance(app.screen, WhyScreen)
    return app.screen


def reader(make_app: Make) -> ReaderApp:
    event = articles()[:3]
    return make_app(articles=event)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36), (200, 60)])
async def test_e_tells_why_the_passage_was_found(make_app: Make, size: tuple[int, int]) -> None:
    app = reader(make_app)
    async with app.run_test(size=size) as pilot:
        screen = await asked(pilot)
        below = screen._below
        assert below.current is not None
        shown = "\n".join("".join(text for text, _ in pieces) for pieces in screen.sheet.lines)
        (links,) = links_of([below.current], app.session.links)
        assert links
        assert shown.count("why  ") == len(links)
        assert "(bits)" in shown
        assert "by its words" in shown
        lines = drawn(app)
        assert any("Why passage 1" in line for line in lines)
        assert all(len(line) <= size[0] for line in lines)


async def test_escape_and_the_same_key_close_it(make_app: Make) -> None:
    app = reader(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(pilot)
        await pilot.press("escape")
        assert isinstance(app.screen, CompareScreen)
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, WhyScreen)
        await pilot.press("e")
        assert isinstance(app.screen, CompareScreen)


async def test_n_and_p_go_on_with_the_texts_below(make_app: Make) -> None:
    app = reader(make_app)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await asked(pilot)
        first = screen._below.current
        await pilot.press("n")
        await pilot.pause()
        assert screen._below.current is not None
        assert screen._below.current != first
        assert any("Why passage 2" in line for line in drawn(app))
        await pilot.press("p", "p")
        await pilot.pause()
        assert screen._below.current == first
        assert any("No further shared passage" in line for line in drawn(app))


async def test_the_text_that_is_read_stays_in_sight_where_there_is_room(make_app: Make) -> None:
    app = reader(make_app)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await asked(pilot)
        panel = screen.query_one("#panel")
        assert panel.region.x > 0
        await pilot.press("escape", "l", "l", "n", "e")
        await pilot.pause()
        assert isinstance(app.screen, WhyScreen)
        panel = app.screen.query_one("#panel")
        assert panel.region.x == 0
        assert panel.region.width < 120


@pytest.mark.parametrize("size", [(120, 36), (200, 60)])
@pytest.mark.parametrize("pane", [0, 1, 2])
async def test_it_covers_whole_panes(make_app: Make, size: tuple[int, int], pane: int) -> None:
    app = reader(make_app)
    async with app.run_test(size=size) as pilot:
        await pilot.press("c", *["l"] * pane, "n", "e")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, WhyScreen)
        panel = screen.query_one("#panel").region
        for each in screen._below.panes:
            covered = each.region.intersection(panel).width
            assert covered in (0, each.region.width)
        assert not screen._below.pane.region.intersection(panel).width
        assert [edge.display for edge in screen.query(Edge)] == [False, panel.x == 0]


def test_where_no_panes_fit_it_takes_half_of_the_screen() -> None:
    assert panel_width(120, []) == 62
    assert panel_width(300, [150]) == 84
    assert panel_width(120, [40, 80]) == 80


async def test_it_scrolls_and_has_help(make_app: Make) -> None:
    app = reader(make_app)
    async with app.run_test(size=(40, 12)) as pilot:
        screen = await asked(pilot)
        await pilot.press("j", "pagedown")
        assert screen.sheet.top > 0
        await pilot.press("g")
        assert screen.sheet.top == 0
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert any("Close the reasons" in line for line in drawn(app))


async def test_without_a_passage_the_key_says_so(make_app: Make) -> None:
    stranger = articles()[3:]
    app = make_app(articles=stranger)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        if not isinstance(app.screen, CompareScreen):
            await pilot.press("enter")
        await pilot.press("e")
        assert isinstance(app.screen, CompareScreen)
        assert any("No shared passage here" in line for line in drawn(app))
