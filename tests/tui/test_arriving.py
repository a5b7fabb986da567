"""Opening the reader at a place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.invented import place, story_app
from tuireader.article import UsageError
from tuireader.report.citing import Address
from tuireader.settings import paths
from tuireader.sources import Opened
from tuireader.sources import open as open_paths
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.start import place_in

Make = Callable[..., ReaderApp]


async def test_a_place_is_opened_lit_with_its_story_beside_it(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    span = app.arrival = place(app.session.by_id["tide"], "The wreck was raised")
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.desk.article == "tide"
        assert len(screen.desk.panes) == 2
        assert (span.start, span.end) in [(start, end) for start, end, _ in screen.pane.view._laid["hit"]]
        await pilot.press("q")
        assert not isinstance(app.screen, CompareScreen)


async def test_what_is_lit_stays_lit_when_the_facts_come(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path, facts=False)
    app.arrival = place(app.session.by_id["tide"], "The wreck was raised")
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        before = screen.pane.view._laid["hit"]
        assert before
        screen.session_changed()
        screen.facts.post_message(screen.facts.Selected())
        await pilot.pause()
        assert screen.pane.view._laid["hit"] == before


@pytest.fixture(scope="module")
def seeds() -> Opened:
    return open_paths([paths.find().seeds])


def test_a_place_is_found_by_the_beginning_of_an_id_and_by_path(seeds: Opened) -> None:
    first = seeds.articles[0]
    assert place_in(Address("000", 4, 9), seeds) == first.span(4, 9)
    assert place_in(Address(str(first.path), 4, 9), seeds) == first.span(4, 9)


def test_a_place_that_is_nowhere_is_wrong_usage(seeds: Opened) -> None:
    with pytest.raises(UsageError, match="no article"):
        place_in(Address("777"), seeds)
    with pytest.raises(UsageError, match="reaches behind its end"):
        place_in(Address("000", 4, 99_999), seeds)
