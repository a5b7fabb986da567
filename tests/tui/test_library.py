"""The library screen: every key, what is drawn, what is remembered."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.tui.conftest import drawn, until
from tuireader.sources import from_text
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.screens.library import LibraryScreen

Make = Callable[..., ReaderApp]


def library(app: ReaderApp) -> LibraryScreen:
    assert isinstance(app.screen, LibraryScreen)
    return app.screen


async def test_articles_stand_under_their_story(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = drawn(app)
        assert lines[0].startswith(" tuireader")
        assert "5 articles" in lines[0]
        assert lines[1].split() == ["title", "words", "shared"], "two sources of five are not worth a column"
        assert lines[4][7:].startswith("… Rutte is expected to visit"), "what its title has of its own"
        assert lines[2].startswith(" Story 1  NATO")
        for number in range(1, 6):
            assert lines[2 + number].lstrip().startswith(str(number))
        assert lines[3].endswith("%")
        assert "? help" in lines[-1]


async def test_articles_that_share_nothing_stand_on_their_own(make_app: Make) -> None:
    one = from_text("The bakery on the corner closed on Friday after forty years of bread.", id="bakery")
    two = from_text("A telescope in Chile has seen the faintest galaxy yet, astronomers said.", id="telescope")
    app = make_app(articles=[one, two])
    async with app.run_test(size=(80, 24)):
        assert "Articles" in drawn(app)[2]
        assert "Story" not in "\n".join(drawn(app))


async def test_before_the_passages_are_known_the_screen_says_what_it_waits_for(make_app: Make) -> None:
    app = make_app(known=False)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "looking for what they share" in drawn(app)[2]
        await until(pilot, lambda: app.session.facts is not None)
        await pilot.pause()
        assert "shared passages" in drawn(app)[2]
        assert app.session.facts is not None


async def test_the_cursor_moves_with_letters_arrows_and_ends(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        shelf = library(app).shelf
        for key, item in [("j", 1), ("down", 2), ("k", 1), ("up", 0), ("up", 0), ("G", 4), ("j", 4), ("g", 0)]:
            await pilot.press(key)
            assert shelf.cursor == item, key
        await pilot.press("pagedown")
        assert shelf.cursor == 4
        await pilot.press("pageup")
        assert shelf.cursor == 0


async def test_space_marks_and_moves_on(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "space")
        assert list(library(app).shelf.picked) == [article.id for article in app.session.articles[:2]]
        assert "2 selected" in drawn(app)[-1]
        assert drawn(app)[3].lstrip().startswith("✓")
        await pilot.press("g", "space")
        assert len(library(app).shelf.picked) == 1


async def test_a_marks_the_story_and_takes_it_back(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        assert len(library(app).shelf.picked) == 5
        await pilot.press("a")
        assert not library(app).shelf.picked


async def test_c_compares_what_is_selected(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "space", "j", "space", "c")
        assert isinstance(app.screen, CompareScreen)
        ids = [article.id for article in app.session.articles]
        assert app.screen.desk.ids == (ids[1], ids[3])


async def test_c_without_marks_compares_the_story(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        assert isinstance(app.screen, CompareScreen)
        assert len(app.screen.desk.ids) == 5
        assert len(app.screen.desk.panes) == 2


async def test_enter_reads_one_article(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("j", "enter")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.desk.panes == [app.session.articles[1].id]
        await pilot.press("q")
        assert app.session.library.is_read(app.session.articles[1].digest)
        assert not app.session.library.is_read(app.session.articles[0].digest)


async def test_a_number_and_enter_open_that_article(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "s", "S", "4", "enter")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.pane.article is app.session.articles[3]
        await pilot.press("q", "2", "g")
        assert library(app).article is app.session.articles[1], "the numbers on the screen, in whatever order"
        await pilot.press("9", "enter")
        assert library(app).article is app.session.articles[1]
        assert "There is no article 9" in drawn(app)[-1]


async def test_r_turns_read_and_unread(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        digest = app.session.articles[0].digest
        assert "●" in drawn(app)[3]
        await pilot.press("r")
        assert app.session.library.is_read(digest)
        assert "●" not in drawn(app)[3]
        await pilot.press("r")
        assert not app.session.library.is_read(digest)


async def test_f_opens_the_facts_and_o_the_coverage(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.facts_open
        await pilot.press("q", "o")
        assert type(app.screen).__name__ == "CoverageScreen"


async def test_the_preview_stands_beside_the_list_where_there_is_room(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = library(app)
        assert screen.preview.size.width > 40
        assert screen.preview.article is app.session.articles[0]
        await pilot.press("j")
        assert screen.preview.article is app.session.articles[1]
        assert "2 A2 Televizion" in drawn(app)[1]
        top = screen.preview.top
        await pilot.press("J")
        assert screen.preview.top > top
        await pilot.press("K")
        assert screen.preview.top == top
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert screen.preview.size.width == 0, "below the list it waits until it is asked for"
        assert any("J shows the text" in line for line in drawn(app))
        await pilot.press("J")
        await pilot.pause()
        assert screen.preview.size.width == 80, "below the list, which leaves room"
        assert not any("J shows the text" in line for line in drawn(app))
        assert drawn(app)[9].startswith(" NATO Secretary General Mark Rutte is expected")
        await pilot.press("j", "j", "J")
        assert screen.preview.article is app.session.articles[3], "it does not wait where it is asked for"
        assert screen.preview.top
        await pilot.press("k")
        await until(pilot, lambda: screen.preview.article is app.session.articles[2])
        assert screen.preview.article is app.session.articles[2], "the cursor rested"
        await pilot.press("K", "K")
        await pilot.pause()
        assert screen.preview.size.width == 0, "upwards from its beginning it goes"
        await pilot.press("J")
        await pilot.resize_terminal(80, 17)
        await pilot.pause()
        assert screen.preview.size.width == 0, "too low"


async def test_q_leaves(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q")
    assert app.return_code == 0


async def test_q_in_a_screen_above_goes_back_and_Q_leaves(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "escape")
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("c", "Q")
    assert app.return_code == 0


async def test_notes_are_told(make_app: Make) -> None:
    app = make_app(notes=("notes.txt: is empty",))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause(0.3)
        assert "notes.txt: is empty" in "\n".join(drawn(app))


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36), (200, 60)])
async def test_no_line_is_wider_than_the_screen(make_app: Make, size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size):
        lines = drawn(app)
        assert len(lines) == size[1]
        assert all(len(line) <= size[0] for line in lines)
        assert any("NATO" in line for line in lines)


async def test_titles_from_outside_cannot_reach_the_terminal(make_app: Make) -> None:
    nasty = from_text("Bad \x1b[31mred\x1b]0;title\x07 [/red] news of \u202ethe day\n\nThe text says little.", id="bad")
    app = make_app(articles=[nasty])
    async with app.run_test(size=(80, 24)):
        text = "\n".join(drawn(app))
        assert "[/red]" in text
        assert not any(char in text for char in "\x1b\x07\u202e")


async def test_one_article_is_not_several(make_app: Make) -> None:
    app = make_app(articles=[from_text("Hens\n\nThe hens laid well.", id="hens")])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q")
        assert "1 article " in drawn(app)[0]


async def test_one_article_alone_opens_at_once(make_app: Make) -> None:
    app = make_app(articles=[from_text("Hens\n\nThe hens laid well.", id="hens")])
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, CompareScreen)
        await pilot.press("q")
        assert isinstance(app.screen, LibraryScreen)


async def test_the_cursor_starts_at_the_top_also_where_stories_come_first(make_app: Make) -> None:
    shared = "The council voted on Tuesday to close the old harbour bridge for repairs until the spring."
    texts = {"a": "Hens\n\nThe hens laid well.", "b": f"Harbour bridge\n\n{shared}", "c": f"Bridge closes\n\n{shared}"}
    app = make_app(articles=[from_text(text, id=id) for id, text in texts.items()], known=False)
    async with app.run_test(size=(80, 24)) as pilot:
        while app.session.telling is None:
            await pilot.pause()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        assert screen.article is not None and screen.article.id == "b"
        assert screen.shelf.cursor == 0


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_rows_keep_a_blank_column_at_the_right(make_app: Make, size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        edge = library(app).shelf.size.width
        assert all(line.ljust(size[0])[edge - 1] == " " for line in drawn(app)[3:7])
