"""The search screen: answers at each key, the preview, every key of its scope, and what it says of nothing found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.conftest import drawn
from tests.tui.invented import story_app
from tuireader.article import Article
from tuireader.facts import Facts
from tuireader.passages import Passages
from tuireader.sources import from_text
from tuireader.story import Story, Telling
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens import search
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.screens.library import LibraryScreen
from tuireader.tui.screens.search import LIMIT, SearchScreen

Make = Callable[..., ReaderApp]
Size = tuple[int, int]


def app_on(make_app: Make, *articles: Article) -> ReaderApp:
    """An app on articles of which no more is known."""
    app = make_app(articles=articles, known=False)
    ids = tuple(article.id for article in articles)
    known = Telling(Passages(), (Story(1, ids),), dict.fromkeys(ids, 0.0))
    app.session.compute_telling = lambda *_: known  # type: ignore[method-assign]
    app.session.compute_facts = lambda *_: Facts()  # type: ignore[method-assign]
    return app


async def settle(app: ReaderApp, pilot: Pilot[None]) -> None:
    """Until the workers have answered and the answer is drawn."""
    await app.workers.wait_for_complete([worker for worker in app.workers if not worker.is_cancelled])
    await pilot.pause()
    await pilot.pause()


async def typed(app: ReaderApp, pilot: Pilot[None], text: str) -> SearchScreen:
    """Opens the search and types."""
    await pilot.press("slash")
    await pilot.press(*("space" if char == " " else char for char in text))
    await settle(app, pilot)
    assert isinstance(app.screen, SearchScreen)
    return app.screen


def underlined(app: ReaderApp, y: int) -> str:
    """The underlined characters of a line of the screen."""
    strip = app.screen._compositor.render_strips()[y]
    return "".join(segment.text for segment in strip if segment.style and segment.style.underline)


@pytest.mark.parametrize("at_once", [0, search.AT_ONCE])
async def test_an_answer_at_each_key(
    make_app: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(search, "AT_ONCE", at_once)
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await typed(app, pilot, "verh")
        assert [hit.span.article for hit in screen.hits] == ["ferry", "tide"]
        assert drawn(app)[0].endswith("2 hits]")
        await pilot.press("x", "x")
        await settle(app, pilot)
        assert not screen.hits
        await pilot.press("backspace", "backspace")
        await settle(app, pilot)
        assert len(screen.hits) == 2


async def test_hits_show_number_and_text_with_the_found_words_lit(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(app, pilot, "fishing boats")
        assert drawn(app)[1].startswith("  2 Fishing boats from two villages")
        assert underlined(app, 1) == "Fishingboats"


async def test_slips_are_found_and_named_as_what_they_are(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await typed(app, pilot, "pasengers")
        assert drawn(app)[1] == " Not found as typed; similar words"
        assert underlined(app, 2) in ("passengers", "Passengers")
        assert {hit.span.article for hit in screen.hits} == {"ferry", "herald"}


async def test_exact_hits_stand_before_similar_ones(make_app: Make) -> None:
    one = from_text("The harbour opened. A great storm came over the water.", id="one")
    two = from_text("They speak of a great store of grain in the old tower.", id="two")
    app = app_on(make_app, one, two)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await typed(app, pilot, "storm")
        assert [hit.exact for hit in screen.hits] == [True, False]
        lines = drawn(app)
        assert "storm" in lines[1] and lines[2] == " Similar words" and "store" in lines[3]


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_the_preview_shows_where_the_hit_stands(make_app: Make, tmp_path: Path, size: Size) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=size) as pilot:
        screen = await typed(app, pilot, "verhoeve")
        for id in ("ferry", "tide"):
            view = screen.preview
            assert view.article is not None and view.article.id == id
            assert screen.hit is not None
            assert 0 <= view.row_of(screen.hit.span.start) < view.size.height
            beginning = {"ferry": "Harbour master Ilse", "tide": "Nobody was hurt, said"}[id]
            lit = [line for line in drawn(app) if f"▌{beginning}" in line or f"▌ {beginning}" in line]
            assert len(lit) == 1
            await pilot.press("down")
            await pilot.pause()


async def test_an_answer_that_comes_before_the_preview_is_laid_out_waits_for_it(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await typed(app, pilot, "verhoeve")
        # As it is between the size of a view and the wrapping of its text.
        screen.preview._page = None
        screen.show_preview()
        await pilot.resize_terminal(110, 36)
        await pilot.pause()
        assert screen.preview.ready and screen.hit is not None


async def test_a_small_terminal_has_the_list_alone(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        screen = await typed(app, pilot, "verhoeve")
        assert not screen.preview.display or not screen.preview.size.height
        assert all(len(line) <= 40 for line in drawn(app))
        assert "Verhoeve" in drawn(app)[1] and "…" in drawn(app)[1]


async def test_every_key_of_the_list(make_app: Make) -> None:
    text = "\n\n".join(f"The ferry number {number} left the harbour in the morning." for number in range(70))
    app = app_on(make_app, from_text(text, id="long"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await typed(app, pilot, "ferry")
        assert len(screen.hits) == LIMIT and drawn(app)[0].endswith("70 hits")
        for key, there in [("down", 1), ("down", 2), ("up", 1), ("up", 0), ("up", 0)]:
            await pilot.press(key)
            assert screen.rows.cursor == there
        await pilot.press("pagedown")
        far = screen.rows.cursor
        assert far > 3
        await pilot.press("pageup")
        assert screen.rows.cursor < far
        assert f"{screen.rows.cursor + 1}/{LIMIT}" in drawn(app)[-1]


async def test_enter_reads_the_article_at_the_hit(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(app, pilot, "fishing")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.desk.article == "herald" and screen.desk.ids == ("ferry", "herald", "tide")
        assert [type(each) for each in app.reading_screens] == [LibraryScreen, CompareScreen]
        assert any("Fishing boats" in line for line in drawn(app))


async def test_enter_goes_there_on_the_compare_screen_below(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        below = app.screen
        assert isinstance(below, CompareScreen) and below.desk.article == "ferry"
        await typed(app, pilot, "nobody hurt runs")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert app.screen is below and below.desk.article == "tide"


@pytest.mark.parametrize("key", ["escape", "ctrl+g"])
async def test_closing_and_coming_back_to_the_last_query(make_app: Make, tmp_path: Path, key: str) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(app, pilot, "wreck")
        await pilot.press(key)
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("slash")
        await settle(app, pilot)
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        assert screen.prompt.value == "wreck" and screen.prompt.selected and len(screen.hits) == 2
        await pilot.press("o", "n")
        await settle(app, pilot)
        assert screen.prompt.value == "on" and "Ondine" in drawn(app)[1] + drawn(app)[2]


async def test_before_typing_it_says_what_to_type_with_words_of_the_articles(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash")
        await settle(app, pilot)
        lines = drawn(app)
        assert "Type words, names, or how they begin." in lines[2]
        examples = [line.split("   ")[0].strip() for line in lines[4:7]]
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        assert len([example for example in examples if example]) == 3
        for example in examples:
            assert app.session.index.search(example), example


async def test_without_articles_it_says_so(make_app: Make) -> None:
    app = app_on(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash")
        await settle(app, pilot)
        assert "No articles are open." in "\n".join(drawn(app))
        await pilot.press("enter", "down", "x", "enter")
        await settle(app, pilot)
        assert isinstance(app.screen, SearchScreen)


async def test_nothing_found_names_the_nearest_words(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await typed(app, pilot, "xverhox")
        assert not screen.hits
        lines = "\n".join(drawn(app))
        assert 'No article has anything like "xverhox".' in lines and "verhoeve" in lines
        await pilot.press("enter")
        assert app.screen is screen


async def test_a_letter_that_is_a_key_elsewhere_is_typed(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await typed(app, pilot, "q?:/ T")
        assert screen.prompt.value == "q?:/ T" and app.screen is screen


async def test_pasted_text_comes_without_control_codes(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await typed(app, pilot, "")
        app.post_message(events.Paste("fishing\n\x1b[31mboats\x1b]0;gotcha\x07"))
        await pilot.pause()
        await settle(app, pilot)
        assert screen.prompt.value == "fishing boats"
        assert [hit.span.article for hit in screen.hits] == ["herald"]
        app.post_message(events.Paste("x" * 5000))
        await pilot.pause()
        assert len(screen.prompt.value) == 200


async def test_titles_with_markup_and_codes_are_only_text(make_app: Make) -> None:
    text = "[/red] Headline [bold]here\x1b[2J\n\nThe tower of the [link=x]harbour[/link] fell on Monday, they said."
    app = app_on(make_app, from_text(text, id="odd"))
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(app, pilot, "harbour")
        lines = "\n".join(drawn(app))
        assert "[link=x]harbour[/link] fell" in lines and "\x1b" not in lines and "[/red] Headline" in lines


async def test_the_users_keys_hold(make_app: Make, tmp_path: Path) -> None:
    from tuireader.settings.config import Settings

    app = story_app(
        lambda **more: make_app(settings=Settings(mouse="off", keymap={"search.next": ("ctrl+j",)}), **more), tmp_path
    )
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await typed(app, pilot, "verhoeve")
        await pilot.press("down")
        assert screen.rows.cursor == 0
        await pilot.press("ctrl+j")
        assert screen.rows.cursor == 1


@pytest.mark.parametrize("size", [(60, 20), (120, 36)])
async def test_enter_leaves_the_facts_for_the_text(make_app: Make, size: Size) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("c")
        await pilot.pause()
        compare = app.screen
        assert isinstance(compare, CompareScreen)
        await pilot.press("f", "slash", *"Bratislva")
        await settle(app, pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is compare and not compare.facts_active
        assert "Bratislava" in "\n".join(drawn(app))
        assert "fact" not in drawn(app)[-1].split("  ")[0]
