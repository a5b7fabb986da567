"""Panes: moved, widened, swapped, flipped, and what is kept through every size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.conftest import drawn
from tests.tui.invented import story_app
from tuireader.settings.config import Settings
from tuireader.sources import from_text
from tuireader.tui.app import ReaderApp
from tuireader.tui.reading.widths import LEAST, STEP
from tuireader.tui.screens.compare import CompareScreen

Make = Callable[..., ReaderApp]


async def opened(pilot: Pilot[None]) -> CompareScreen:
    await pilot.press("c")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, CompareScreen)
    return screen


def shown(screen: CompareScreen) -> list[str]:
    return [pane.article.id for pane in screen.panes if pane.article is not None]


def widths(screen: CompareScreen) -> list[int]:
    return [pane.size.width for pane in screen.panes]


async def test_panes_move_and_keep_their_places(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("n", "less_than_sign")
        assert "It stands at the edge" in drawn(app)[-1]
        await pilot.press("greater_than_sign")
        await pilot.pause()
        assert shown(screen) == ["herald", "ferry", "tide"] and screen.desk.active == 1
        assert screen.current is app.session.passages[0] and screen.cursor is not None
        assert sum("┣━▌" in line for line in drawn(app)) == 1
        await pilot.press("greater_than_sign", "less_than_sign", "greater_than_sign")
        await pilot.pause()
        assert shown(screen) == ["herald", "tide", "ferry"]
        # What was moved stays moved when panes go and come.
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert shown(screen) == ["ferry"]
        await pilot.press("less_than_sign")
        assert "It is the only pane" in drawn(app)[-1]
        await pilot.press("plus")
        assert "It is the only pane" in drawn(app)[-1]
        await pilot.resize_terminal(120, 30)
        await pilot.pause()
        assert shown(screen) == ["herald", "tide", "ferry"]
        assert screen.current is app.session.passages[0]


async def test_panes_widen_and_narrow_and_are_evened_out(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        assert widths(screen) == [40, 40, 40]
        await pilot.press("equals_sign")
        assert "as wide as each other" in drawn(app)[-1]
        await pilot.press("plus")
        await pilot.pause()
        assert widths(screen) == [40 + STEP, 40 - STEP // 2, 40 - STEP // 2]
        await pilot.press("l", "minus", "minus")
        await pilot.pause()
        assert sum(widths(screen)) == 120 and widths(screen)[1] == 40 - STEP // 2 - 2 * STEP
        await pilot.press(*["minus"] * 9)
        assert "No narrower than this" in drawn(app)[-1]
        assert widths(screen)[1] == LEAST
        before = widths(screen)

        # The facts take their room, and give it back; another sitting of the same story has it too.
        await pilot.press("0")
        await pilot.pause()
        assert screen.facts_active and len(screen.panes) == 2 and sum(widths(screen)) == 120 - 46
        await pilot.press("f", "q")
        await pilot.pause()
        screen = await opened(pilot)
        assert widths(screen) == before
        await pilot.press("equals_sign")
        await pilot.pause()
        assert widths(screen) == [40, 40, 40]


async def test_0_opens_the_facts_and_goes_to_them(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("0")
        assert screen.facts_open and screen.facts_active
        await pilot.press("1")
        assert screen.facts_open and not screen.facts_active
        await pilot.press("escape", "0")
        assert screen.facts_active


async def test_tab_flips_to_the_same_line_in_the_next_article_that_has_it(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(60, 20)) as pilot:
        screen = await opened(pilot)
        await pilot.press("n", "n", "n")
        passage, home = screen.current, screen.desk.article
        assert passage is not None and len(passage.articles) > 2
        row = screen.pane.view.row_of(screen.cursor.start) if screen.cursor else -1
        seen = [home]
        for _ in passage.articles:
            await pilot.press("tab")
            await pilot.pause()
            assert screen.current == passage and screen.cursor is not None
            assert screen.pane.article is not None and screen.cursor.article == screen.pane.article.id
            assert screen.pane.view.row_of(screen.cursor.start) == row
            assert screen.pane.view.laid("passages").at(screen.cursor.start) == app.palette.lit(
                app.session.number(passage), passage.kind
            )
            seen.append(screen.desk.article)
        assert seen[-1] == home and set(seen) == set(passage.articles)
        await pilot.press("shift+tab")
        assert screen.desk.article == seen[-2]

        # The brackets go through all articles, whether they have the line or not.
        await pilot.press("tab", "x", "right_square_bracket")
        await pilot.pause()
        assert screen.desk.article == app.session.articles[1].id


async def test_all_is_kept_through_every_size(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(200, 60)) as pilot:
        screen = await opened(pilot)
        assert len(screen.panes) == 5
        await pilot.press("n", "n", "n", "right_parenthesis")
        current, cursor, lead = screen.current, screen.cursor, screen.desk.article
        for width, height in ((120, 36), (80, 24), (40, 12), (71, 20), (80, 24), (120, 36), (200, 60)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert (screen.current, screen.cursor, screen.desk.article) == (current, cursor, lead)
            assert cursor is not None and screen.pane.view.shows(cursor)
            assert all(len(line) <= width for line in drawn(app))
        assert [pane.article for pane in screen.panes] == list(app.session.articles)
        if current is not None:
            rows = {
                pane.view.row_of(each.span.start)
                for pane in screen.panes
                for each in current.occurrences
                if pane.article is not None and each.span.article == pane.article.id
            }
            assert len(rows) == 1
        # Out of step they stay out of step.
        await pilot.press("s")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert not screen.synced and "not in step" in drawn(app)[-1]


async def test_no_headline_is_cut_at_the_beginning(make_app: Make) -> None:
    told = "The harbour bridge is shut from Monday until the spring, the town council said on Friday."
    long = "A headline that takes quite some lines in a pane as narrow as this one, for it is very long indeed"
    texts = {"a": f"Short\n\n{told}\n\n" + "Hens. " * 300, "b": f"{long}\n\n{told}\n\n" + "Ducks. " * 300}
    app = make_app(articles=[from_text(text, id=id) for id, text in texts.items()])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "space")
        screen = await opened(pilot)
        short, other = (pane.view for pane in screen.panes)
        assert "A headline" in drawn(app)[1]
        await pilot.press("h", "g")
        assert screen.desk.active == 0
        assert short.top == 0 and other.top == 0 and "A headline" in drawn(app)[1]
        await pilot.press("n")
        rows = [pane.view.row_of(pane.view.article.text.index(told)) for pane in screen.panes if pane.view.article]
        assert len(set(rows)) == 1
        assert other.top == 0 and short.top < 0 and "A headline" in drawn(app)[1]
        await pilot.press("x", "space", "g")
        assert short.top == 0 and other.top == 0


async def test_keys_typed_while_panes_come_and_go(make_app: Make) -> None:
    app = make_app(settings=Settings(mouse="off", count_seconds=30.0))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        # The digit goes to an article; as a count it is taken back, whatever the size is by then.
        await pilot.press("4")
        await pilot.resize_terminal(120, 36)
        await pilot.press("space", "right_parenthesis", "z", "z", "m", "w", "w", "u")
        await pilot.resize_terminal(200, 60)
        await pilot.press("n", "greater_than_sign", "plus", "0", "f", "z")
        await pilot.resize_terminal(40, 12)
        await pilot.press("tab", "z", "z")
        await pilot.pause()
        assert app.is_running and screen.ready
        assert sorted(screen.desk.order) == sorted(screen.desk.ids) and len(screen.panes) == 1
