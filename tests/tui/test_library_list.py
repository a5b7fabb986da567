"""Sorting, filtering, folding the library, and its columns: every key, what is drawn, what is remembered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.tui.conftest import drawn
from tuireader.article import Article
from tuireader.facts import Facts
from tuireader.passages import Passages
from tuireader.sources import from_text
from tuireader.story import Story, Telling
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.screens.library import LibraryScreen

Make = Callable[..., ReaderApp]

#: Title, source, date and the body's words of each article: a story of three, one of two, and one on its own.
ARTICLES = {
    "ferry": ("Ferry sinks off Marrow Point", "Courier", "2024-05-14", "The old ferry sank on Tuesday. " * 3),
    "saved": ("Passengers saved as ferry sinks", "Herald", "2024-05-15", "All were saved."),
    "wreck": ("Ferry to be raised", None, None, "The ferry will be raised. " * 200),
    "school": ("School roof collapses", "Herald", "2023-01-02", "Nobody was hurt."),
    "roof": ("Roof of school was old", "Valley News", "2023-01-03", "It was built badly long ago."),
    "hens": ("Hens lay well", "Farm", None, "They laid well."),
}
STORIES = (("ferry", "saved", "wreck"), ("school", "roof"), ("hens",))


def made(make_app: Make, *, telling: bool = True) -> ReaderApp:
    articles: list[Article] = []
    for id, (title, source, date, body) in ARTICLES.items():
        article = from_text(f"{title}\n\n{body}\n", id=id)
        articles.append(replace(article, title=title, source=source, published=date))
    app = make_app(articles=articles, known=False)
    shared = dict(zip(ARTICLES, (0.5, 0.9, 0.0, 0.2, 0.3, 0.0), strict=True))
    stories = tuple(Story(number, ids) for number, ids in enumerate(STORIES, 1))
    if telling:
        app.session.telling = Telling(Passages(), stories, shared)
        app.session.facts = Facts()
    app.study = lambda: None  # type: ignore[method-assign]
    return app


def library(app: ReaderApp) -> LibraryScreen:
    assert isinstance(app.screen, LibraryScreen)
    return app.screen


def listed(app: ReaderApp) -> list[str]:
    """The ids of the articles in their order on the screen."""
    found = []
    for line in drawn(app)[1:]:
        found += [id for id, (title, *_) in ARTICLES.items() if f" {title}" in line and line[5:7] in ("● ", "  ", "+ ")]
    return found


async def keys(pilot: object, *pressed: str) -> None:
    for key in pressed:
        await pilot.press(key)  # type: ignore[attr-defined]
        await asyncio.sleep(0)


@pytest.fixture
def app(make_app: Make) -> ReaderApp:
    return made(make_app)


async def test_s_goes_through_the_orders_and_S_turns_them_round(app: ReaderApp) -> None:
    async with app.run_test(size=(103, 40)) as pilot:
        screen = library(app)
        await pilot.press("v")
        assert listed(app) == list(ARTICLES) and "Story" not in "\n".join(drawn(app))
        await pilot.press("j", "s")
        assert listed(app) == ["saved", "ferry", "roof", "school", "wreck", "hens"]
        assert "by date, newest first" in drawn(app)[0] and "date↓" in drawn(app)[1]
        assert screen.article is app.session.by_id["saved"], "the cursor stays on its article"
        await pilot.press("S")
        assert listed(app) == ["school", "roof", "ferry", "saved", "wreck", "hens"]
        assert "oldest first" in drawn(app)[0] and "date↑" in drawn(app)[1]
        seen = []
        for _ in range(6):
            await pilot.press("s")
            seen.append((screen.order.name, listed(app)[0]))
        assert seen == [
            ("source", "ferry"),
            ("title", "ferry"),
            ("words", "wreck"),
            ("shared", "saved"),
            ("unread", "ferry"),
            ("opened", "ferry"),
        ]
        await pilot.press("s")
    assert app.session.library.get("library.sort") == "date"
    assert app.session.library.get("library.group") == "flat"


async def test_stories_are_sorted_with_their_articles(app: ReaderApp) -> None:
    async with app.run_test(size=(103, 40)) as pilot:
        await pilot.press("s", "S")
        assert listed(app) == ["school", "roof", "ferry", "saved", "wreck", "hens"]
        text = "\n".join(drawn(app))
        assert text.index("Story 2") < text.index("Story 1  Ferry") < text.index("On their own")
        assert "3 articles · 3 unread · 2024-05-15" in text


async def test_F_filters_while_typing_and_escape_lists_all_again(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = library(app)
        await pilot.press("G", "F", *"ferry")
        assert listed(app) == ["ferry", "saved", "wreck"]
        assert drawn(app)[1].startswith(" F ferry") and drawn(app)[1].endswith("3 of 6")
        assert screen.shelf.cursor == 0, "what is not listed cannot be stood on"
        await pilot.press("down", "enter")
        assert "filter: ferry" in drawn(app)[0] and "3 of 6 articles" in drawn(app)[0]
        assert screen.article is app.session.by_id["saved"]
        await pilot.press("escape")
        assert len(listed(app)) == 6 and screen.article is app.session.by_id["saved"]
        await pilot.press("F", *"zzzz")
        assert "Nothing here answers “zzzz”." in drawn(app)[4]
        assert "esc  lists all 6 again" in "\n".join(drawn(app))
        await pilot.press("escape", "F", *"-source:herald")
        assert listed(app) == ["ferry", "wreck", "roof", "hens"]
        assert "2 of 3 articles" in "\n".join(drawn(app)), "of the story only a part is listed"
        await pilot.press("escape")
        await pilot.press("z", "F", *"fery")
        assert listed(app) == ["ferry", "saved", "wreck"], "what is found is shown, folded away or not"
        await pilot.press("escape")
        assert "▸ Story 1" in "\n".join(drawn(app))


async def test_escape_lets_go_of_filter_and_marks_and_never_leaves(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = library(app)
        await pilot.press("space", "space", "F", *"ferry", "enter", "escape")
        assert len(listed(app)) == 6 and len(screen.shelf.picked) == 2
        await pilot.press("escape")
        assert not screen.shelf.picked and "No article is selected any more" in drawn(app)[-1]
        for key in ("escape", "escape", "backspace"):
            await pilot.press(key)
            assert drawn(app)[-1].startswith(" q leaves") and app.screen is screen and app._exit is False
        await pilot.press("j", "3", "escape")
        assert "count" not in drawn(app)[-1] and "leaves" not in drawn(app)[-1]
        await pilot.press("q")
    assert app._exit


async def test_everything_read_is_said(app: ReaderApp) -> None:
    for article in app.session.articles:
        app.session.library.set_read(article.digest, True)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "all read" in drawn(app)[0] and "●" not in "\n".join(drawn(app))
        await pilot.press("F", *"unread")
        assert "Everything is read." in drawn(app)[4]


async def test_z_folds_a_story_and_its_row_stands_for_its_articles(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = library(app)
        await pilot.press("j", "z")
        assert listed(app) == ["school", "roof", "hens"]
        assert "▸ Story 1" in drawn(app)[2] and screen.shelf.cursor == 0
        assert screen.ids_here() == STORIES[0]
        await pilot.press("r")
        assert all(app.session.library.is_read(app.session.by_id[id].digest) for id in STORIES[0])
        await pilot.press("U")
        assert not any(app.session.library.is_read(app.session.by_id[id].digest) for id in STORIES[0])
        await pilot.press("space")
        assert list(screen.shelf.picked) == list(STORIES[0])
        await pilot.press("k", "space")
        assert not screen.shelf.picked
        await pilot.press("g", "c")
        assert isinstance(app.screen, CompareScreen) and app.screen.desk.ids == STORIES[0]
        await pilot.press("q", "enter")
        assert len(listed(app)) == 6 and screen.article is app.session.by_id["ferry"]
        await pilot.press("G", "Z")
        assert listed(app) == [] and "▸ On their own" in "\n".join(drawn(app))
        assert screen.shelf.items == 3 and screen.ids_here() == ("hens",)
        await pilot.press("Z")
        assert len(listed(app)) == 6 and screen.article is app.session.by_id["hens"]
        await pilot.press("v", "z")
        assert "Stories fold where the list is by story" in drawn(app)[-1]


async def test_before_it_is_known_what_they_share_there_is_no_story_to_fold(make_app: Make) -> None:
    app = made(make_app, telling=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("z")
        assert "no story to fold yet" in drawn(app)[-1]
        assert "looking for what they share" in drawn(app)[2] and len(listed(app)) == 6


async def test_what_was_done_with_an_article_has_columns(app: ReaderApp) -> None:
    store = app.session.library
    ferry, wreck = app.session.by_id["ferry"], app.session.by_id["wreck"]
    store.set_article_tags(ferry.digest, "sea old")
    store.add_mark(ferry.digest, 0, 5)
    store.add_mark(ferry.digest, 6, 9, note="why?")
    for article, part in ((ferry, 1.0), (wreck, 0.25)):
        store.set_read(article.digest, True)
        store.set_position(article.digest, round(part * len(article.text)))
    async with app.run_test(size=(200, 60)) as pilot:
        line = next(line for line in drawn(app) if " 1   Ferry sinks off" in line)
        for said in ("Courier", "2024-05-14", " 23 ", "━━━───  50%", " end", "◆2", "#sea #old"):
            assert said in line, said
        assert " 25%" in next(line for line in drawn(app) if "Ferry to be raised" in line)
        head = drawn(app)[1].split()[:7]
        assert head == ["title", "source", "date", "words", "shared", "read", "tags"]
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        line = next(line for line in drawn(app) if " 1   Ferry sinks off" in line)
        assert "50%" in line and "end" in line and "Courier" in line and "2024" not in line
        foot = [line.strip() for line in drawn(app)].index("Ferry sinks off Marrow Point")
        assert drawn(app)[foot + 1].split(" · ") == [
            " Courier",
            "2024-05-14",
            "23 words",
            "#sea #old",
            "J shows the text",
        ]


async def test_reading_to_the_end_is_remembered_as_that(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "j", "enter", "pagedown")
        await pilot.pause()
        await pilot.press("q")
        wreck = app.session.by_id["wreck"]
        row = next(line for line in drawn(app) if "Ferry to be raised" in line)
        assert 0 < (app.session.library.position(wreck.digest) or 0) < len(wreck.text)
        assert row.endswith("%") and "●" not in row
        await pilot.press("enter", "G")
        await pilot.pause()
        await pilot.press("q")
        assert app.session.library.position(wreck.digest) == len(wreck.text)
        assert next(line for line in drawn(app) if "Ferry to be raised" in line).endswith(" end")


@pytest.mark.parametrize(
    ("glyphs", "full", "empty"), [("unicode", "━", "─"), ("console", "═", "─"), ("ascii", "=", "-")]
)
async def test_the_bar_and_the_marks_in_every_set_of_glyphs(app: ReaderApp, glyphs: str, full: str, empty: str) -> None:
    from tuireader.tui import glyphs as sets

    app.glyphs = getattr(sets, glyphs.upper())
    app.session.fresh.update({"saved": "new", "hens": "changed"})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "G", "z")
        text = "\n".join(drawn(app))
        assert f"{full * 3}{empty * 3}  50%" in text and f"{empty * 6}   0%" in text
        assert " + Passengers" in text
        assert app.glyphs.folded in text and app.glyphs.down in drawn(app)[1] + text
        if glyphs == "ascii":
            assert text.isascii()


async def test_what_came_is_new_until_the_cursor_goes_on_from_it(app: ReaderApp) -> None:
    app.session.fresh["saved"] = "new"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j")
        assert "+ Passengers" in "\n".join(drawn(app))
        await pilot.press("j")
        await pilot.pause()
        assert "● Passengers" in "\n".join(drawn(app)) and not app.session.fresh


async def test_the_terminals_cursor_stands_in_the_filter_while_typing_then_on_the_row(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = library(app)
        row = screen.cursor_cell()
        await pilot.press("F", *"fe")
        cell = screen.cursor_cell()
        assert cell is not None and (cell.x, cell.y) == (5, 1)
        await pilot.press("escape")
        assert screen.cursor_cell() == row


def test_every_command_of_the_library_is_there() -> None:
    from tuireader.settings.commands import by_scope

    missing = [command.id for command in by_scope("library") if not hasattr(LibraryScreen, f"do_{command.id[8:]}")]
    assert not missing
