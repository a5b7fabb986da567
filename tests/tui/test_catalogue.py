"""The list of a library too large to open at once."""

from __future__ import annotations

from collections.abc import Callable

from textual.pilot import Pilot

from tests.library.shelved import article, told
from tests.tui.conftest import drawn, until
from tuireader.article import Article
from tuireader.library import Library
from tuireader.library.stores import of_library
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.catalogue import CatalogueScreen
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.screens.library import LibraryScreen
from tuireader.tui.screens.library_search import LibrarySearchScreen

Make = Callable[..., ReaderApp]

_BRIDGE = "The old bridge at Vessel was closed on Friday after a barge had struck its middle pier, the council said."


def _articles() -> list[Article]:
    found = [
        article(f"bridge{n}", f"Bridge closed {n}", f"{_BRIDGE} Report {n} tells more.", source, f"2025-03-0{n}")
        for n, source in enumerate(("Courier", "Herald", "Reuters", "Valley News", "Radio Nine"), 1)
    ]
    found += [article(f"ferry{n}", f"Ferry late {n}", source="Herald", published=f"2025-02-0{n}") for n in (1, 2)]
    return [
        *found,
        *(article(f"alone{n:02}", f"Orchard {n} in bloom \x1b[31mred", source="Courier") for n in range(40)),
    ]


def catalogue_app(make_app: Make, library: Library | None = None) -> ReaderApp:
    """Two stories, one with a text that two more carry, and forty articles alone."""
    app = make_app(articles=[])
    library = app.session.library
    library.put(_articles())
    told(
        library,
        {1: [f"bridge{n}" for n in range(1, 6)], 2: ["ferry1", "ferry2"]},
        {"bridge1": "bridge3", "bridge2": "bridge3"},
    )
    app.source = of_library(library)
    app.source.note_grouped()
    return app


def screen(app: ReaderApp) -> CatalogueScreen:
    assert isinstance(app.screen, CatalogueScreen), app.screen
    return app.screen


async def known(app: ReaderApp, pilot: Pilot[None]) -> None:
    """Waits for what is found of the story that is open."""
    await until(pilot, lambda: app.session.facts is not None)
    await pilot.pause()


async def test_stories_unfold_texts_that_several_carry_are_one_row_and_a_story_opens_as_few_articles_do(
    make_app: Make,
) -> None:
    app = catalogue_app(make_app)
    async with app.run_test(size=(100, 24)) as pilot:
        lines = drawn(app)
        assert lines[0].endswith("47 articles · 2 stories")
        assert (
            "▸" in lines[2]
            and "Topic 1" in lines[2]
            and "5 articles · all unread · 5 outlets · 3 tellings · 2025-03-09" in lines[2]
        )
        assert "On their own" in lines[4] and "40 articles" in lines[4]
        assert "\x1b" not in "".join(lines) and "bloom red" in lines[5]
        await pilot.press("enter")
        lines = drawn(app)
        assert lines[2].startswith(" ▾") and "Bridge closed 5" in lines[3] and "▸ Bridge closed 3" in lines[5]
        assert "Reuters ×3" in lines[5] and "Ferry" not in lines[6]
        await pilot.press("j", "j", "j", "z")
        assert "Bridge closed 2" in drawn(app)[6] and "Bridge closed 1" in drawn(app)[7]
        await pilot.press("k", "enter")
        assert isinstance(app.screen, CompareScreen)
        await known(app, pilot)
        assert len(app.session.articles) == 5 and app.session.passages
        reading = app.screen.desk
        assert len(reading.ids) == 5
        await pilot.press("m", "q")
        assert screen(app).shelf.cursor == 2, "back at its place"
        assert app.session.articles == () and "4 unread" in drawn(app)[2], "what was read there is read here"


async def test_the_keys_of_the_library_do_here_what_they_do_there(make_app: Make) -> None:
    app = catalogue_app(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        library = app.session.library
        await pilot.press("r")
        assert "5 articles" in drawn(app)[2] and "unread" not in drawn(app)[2]
        await pilot.press("U")
        assert "all unread" in drawn(app)[2]
        await pilot.press("t", *"pier", "enter")
        assert library.all_tags() == {"pier": 5}
        await pilot.press("F", *"#pier", "enter")
        assert drawn(app)[0].endswith("5 of 47 articles · 1 story") and "filter: #pier" in drawn(app)[0]
        await pilot.press("escape", "v", "s")
        assert "by source" in drawn(app)[0] and screen(app).flat
        await pilot.press("7", "g")
        assert "Ferry late 2" in drawn(app)[-2] or "Ferry late 2" in drawn(app)[-3], "the number of an article"
        await pilot.press("G")
        assert drawn(app)[-1].split()[0] == "45/45", "copies stand with their text"
        await pilot.press("g", "space", "space")
        assert drawn(app)[-1].startswith(" 2 selected")
        await pilot.press("c")
        assert isinstance(app.screen, CompareScreen) and len(app.session.articles) == 2
        await pilot.press("escape", "escape", "escape")
        assert drawn(app)[-1].split()[0] != "2", "let go of"
        await pilot.press("D")
        assert library.count() == 46


async def test_a_story_is_exported_from_the_list_and_what_goes_on_is_told_where_there_is_little_room(
    make_app: Make,
) -> None:
    app = catalogue_app(make_app)
    async with app.run_test(size=(40, 14)) as pilot:
        app._grouping = "Finding stories: comparing 4,600 of 10,000"
        screen(app).progress_changed()
        await pilot.pause()
        assert drawn(app)[0].strip().endswith("comparing 4,600 of 10,000")
        app._grouping = ""
        await pilot.press("E")
        await until(pilot, lambda: "Whole story     5 articles" in "\n".join(drawn(app)))
        await pilot.press("escape")
        assert screen(app).session.articles == () and drawn(app)[-1].split()[0] == "1/43"
        await pilot.press("G", "o")
        assert "No other article tells of the same" in drawn(app)[-1]


async def test_a_story_is_opened_as_a_list_too_and_escape_goes_back_from_there(make_app: Make) -> None:
    app = catalogue_app(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter")
        assert isinstance(app.screen, LibraryScreen)
        assert drawn(app)[0].startswith(" Topic 1") and "5 articles" in drawn(app)[0]
        await pilot.press("D")
        await pilot.press("escape")
        assert screen(app).lines.listing.articles == 46 and "4 articles" in drawn(app)[2]
        await pilot.press("U")
        assert screen(app).lines.listing.articles == 47 and "Back on the list" in drawn(app)[-1]


async def test_the_whole_library_is_searched_and_a_hit_opens_its_story_there(make_app: Make) -> None:
    app = catalogue_app(make_app)
    async with app.run_test(size=(100, 30)) as pilot:

        async def answered(said: str) -> None:
            await until(pilot, lambda: said in "\n".join(drawn(app)))

        await pilot.press("slash", *"middle pier")
        await answered("in 5 articles")
        assert isinstance(app.screen, LibrarySearchScreen) and app.screen.hits
        await pilot.press("ctrl+u", *"orcherd")
        await answered("Orchard")
        assert "Similar words" in "\n".join(drawn(app)) or "Not found as typed" in "\n".join(drawn(app))
        await pilot.press("escape")
        assert screen(app).shelf.cursor == 0 and app.session.articles == ()
        await pilot.press("slash", *'"Report 4"')
        await answered("in 1 article")
        await pilot.press("enter")
        assert isinstance(app.screen, CompareScreen) and len(app.session.articles) == 5
        await pilot.pause()
        reading = app.screen.lit
        assert reading is not None and "Report 4" in app.session.by_id[reading.hit.span.article].text
        await pilot.press("escape", "q")
        assert screen(app).line == screen(app).lines[0].data, "on the story that it is folded into"


async def test_a_mark_in_an_article_that_is_not_open_opens_it(make_app: Make) -> None:
    app = catalogue_app(make_app)
    bridge = next(each for each in _articles() if each.id == "bridge4")
    at = bridge.text.index("middle pier")
    app.session.library.add_mark(bridge.digest, at, at + 11, quote="middle pier", title=bridge.title)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("M")
        assert "1 mark" in drawn(app)[1] and "not open" not in drawn(app)[1], "enter opens it"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
        assert app.session.by_id[app.screen.desk.ids[0]] and "middle pier" in "\n".join(drawn(app))
        await pilot.press("escape", "q")
        screen(app)
