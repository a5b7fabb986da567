"""The reading cursor of the compare screen: steps, clicks, jumps, what it lights and when it goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.conftest import drawn
from tests.tui.invented import place, story_app
from tuireader.settings.config import Settings
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.widgets.reader import ReaderView

Make = Callable[..., ReaderApp]

HURT = "Harbour master Ilse Verhoeve said that nobody was hurt."
CAUSE = "The cause of the leak is not known."


async def opened(pilot: Pilot[None]) -> CompareScreen:
    await pilot.press("c")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, CompareScreen)
    return screen


def heavy(view: ReaderView) -> str:
    """What the cursor makes heavy in a view."""
    assert view.article is not None
    text = view.article.text
    return "".join(text[each.start : each.end] for each in view.laid("cursor").over(0, len(text)))


async def test_steps_go_sentence_by_sentence_and_light_passages(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        ferry = app.session.articles[0]
        view = screen.pane.view
        assert heavy(view) == "" and screen.cursor is None
        assert screen.at_hand() == ferry.span(0, len("Old ferry sinks off Marrow Point"))

        await pilot.press("right_parenthesis")
        assert heavy(view) == "Old ferry sinks off Marrow Point"
        assert view.render_line(0).text.startswith(" ›Old ferry")
        assert screen.current is None

        await pilot.press("right_parenthesis")
        assert screen.current is app.session.passages[0]
        assert screen.at_hand() == app.session.passages[0].occurrences[0].span
        await pilot.press("right_parenthesis")
        assert screen.at_hand() == place(ferry, HURT)
        assert screen.current is app.session.passages[1]
        await pilot.press("right_parenthesis")
        assert screen.at_hand() == place(ferry, CAUSE)
        assert heavy(view) == CAUSE
        assert screen.current is None
        await pilot.press("left_parenthesis")
        assert screen.at_hand() == place(ferry, HURT)

        # Another pane: along with the passage where that has it, else none.
        await pilot.press("3")
        assert screen.at_hand() == app.session.passages[1].occurrences[1].span
        await pilot.press("2")
        assert screen.cursor is None and screen.current is app.session.passages[1]
        await pilot.press("1")
        assert screen.at_hand() == place(ferry, HURT)

        await pilot.press(*["right_parenthesis"] * 4)
        assert "No further sentence" in drawn(app)[-1]
        assert heavy(view) == "The company will raise the wreck in June."


async def test_escape_lets_go_first_and_leaves_then(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("n", "escape")
        assert app.screen is screen and screen.current is None and screen.cursor is None
        await pilot.press("right_parenthesis", "x")
        assert app.screen is screen and heavy(screen.pane.view) == ""
        await pilot.press("x")
        assert "Nothing is lit" in drawn(app)[-1]
        screen.jump(place(app.session.articles[2], "raised on Friday"))
        await pilot.pause()
        assert len(screen.pane.view.laid("hit")) == 1
        assert screen.at_hand() == place(app.session.articles[2], "The wreck was raised on Friday.")
        await pilot.press("escape")
        assert app.screen is screen and len(screen.pane.view.laid("hit")) == 0
        await pilot.press("n", "q")
        await pilot.pause()
        assert app.screen is not screen


async def test_a_jump_to_the_beginning_shows_nothing_blank_above_it(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(60, 30)) as pilot:
        screen = await opened(pilot)
        for article in app.session.articles:
            screen.jump(article.span(0, 5))
            await pilot.pause()
            assert screen.pane.article is article and screen.pane.view.top == 0


async def test_next_passage_goes_on_from_the_cursor(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press(*["right_parenthesis"] * 4)
        assert screen.current is None
        await pilot.press("p")
        assert screen.current is app.session.passages[1]
        await pilot.press("p")
        assert screen.current is app.session.passages[0]
        await pilot.press("p")
        assert "No further shared passage" in drawn(app)[-1]


async def test_a_click_puts_the_cursor_on_a_sentence(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    app.settings = Settings(mouse="on")
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        tide, view = app.session.articles[2], screen.panes[2].view
        raised = place(tide, "The wreck was raised on Friday.")
        await pilot.click(view, offset=(4, view.row_of(raised.end - 2)))
        assert screen.desk.active == 2
        assert screen.at_hand() == raised
        await pilot.click(view, offset=(8, view.row_of(tide.text.index("More than"))))
        assert screen.current is app.session.passages[0]


async def test_scrolled_off_the_screen_it_is_dropped_and_comes_back_where_one_reads(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("right_parenthesis", "G")
        assert screen.cursor is None
        view = screen.pane.view
        await pilot.press("right_parenthesis")
        assert screen.cursor is not None
        assert 0 <= view.row_of(screen.cursor.start) < view.size.height


async def test_every_step_brings_the_sentence_on_screen(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(60, 14)) as pilot:
        screen = await opened(pilot)
        view, article = screen.pane.view, app.session.articles[0]
        seen = []
        for _ in article.sentences:
            await pilot.press("right_parenthesis")
            place = screen.at_hand()
            assert place is not None
            assert 0 <= view.row_of(place.start) < view.size.height
            seen.append((place.start, place.end))
        assert seen == [(each.start, each.end) for each in article.sentences]
        before = screen.at_hand()
        for size in ((40, 12), (120, 36), (60, 14)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen.at_hand() == before
            assert before is not None and screen.pane.view.shows(before)
