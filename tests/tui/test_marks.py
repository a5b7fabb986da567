"""The list of marks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.conftest import drawn
from tests.tui.invented import place, story_app
from tests.tui.test_marking import compare, said, type_line
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.screens.library import LibraryScreen
from tuireader.tui.screens.marks import MarksScreen

Make = Callable[..., ReaderApp]


def marked_app(make_app: Make, folder: Path) -> ReaderApp:
    """Three marks in two articles, and one in an article that is not open."""
    app = story_app(make_app, folder)
    ferry, herald, _ = app.session.articles
    library = app.session.library
    for article, words, note, tags in (
        (herald, "Fishing boats", "whose?\nask the harbour", "boats"),
        (ferry, "Ilse Verhoeve", "", "people sea"),
        (ferry, "About 40 passengers", "compare with tide", "sea"),
    ):
        _, start, end = place(article, words)
        library.add_mark(article.digest, start, end, quote=words, title=article.title, note=note, tags=tags)
    library.add_mark("gone", 3, 9, quote="a lighthouse", title="Lights out", kind="fact", label="lights")
    return app


def marks(app: ReaderApp) -> MarksScreen:
    assert isinstance(app.screen, MarksScreen)
    return app.screen


async def test_marks_are_listed_by_article_with_notes_and_tags(make_app: Make, tmp_path: Path) -> None:
    app = marked_app(make_app, tmp_path)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("M")
        lines = [line.rstrip() for line in drawn(app)[1:13]]
        assert lines == [
            " 1 Old ferry sinks off Marrow Point  2 marks",
            " ≡  12% About 40 passengers                                                #sea",
            "        compare with tide",
            " ◆  54% Ilse Verhoeve                                              #people #sea",
            "",
            " 2 Passengers rescued as Ondine goes down  1 mark",
            " ≡  60% Fishing boats                                                    #boats",
            "        whose? (+1 line)",
            "",
            " Lights out  1 mark, not open now",
            " ◆      lights: a lighthouse",
            "",
        ]
        # Under the list the note, and the words where they stand.
        shown = "\n".join(drawn(app))
        assert "≡ compare with tide" in shown and "◆ About 40 passengers were taken off the ferry" in shown
        await pilot.press("j", "j")
        assert "   ask the harbour" in "\n".join(drawn(app))
        await pilot.press("M")
        assert len(app.reading_screens) == 2
        for keys, cursor in (
            (["G"], 3),
            (["g"], 0),
            (["2", "j"], 2),
            (["pageup"], 0),
            (["pagedown"], 3),
            (["J", "K"], 3),
        ):
            await pilot.press(*keys)
            assert marks(app).rows.cursor == cursor, keys


async def test_enter_goes_to_the_mark(make_app: Make, tmp_path: Path) -> None:
    app = marked_app(make_app, tmp_path)
    herald = app.session.articles[1]
    fishing = place(herald, "Fishing boats")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("M", "G", "enter")
        assert said(app).startswith("This article is not open now")
        await pilot.press("k", "enter")
        await pilot.pause()
        assert compare(app).desk.article == herald.id and compare(app).pane.view.shows(fishing)
        # On a compare screen with the article it is the same screen that goes there.
        await pilot.press("q", "c", "f")
        before = compare(app)
        await pilot.press("M", "j", "j", "enter")
        await pilot.pause()
        assert compare(app) is before and before.pane.view.shows(fishing) and not before.facts_active
        await pilot.press("q")
        assert isinstance(app.screen, LibraryScreen)


async def test_notes_and_tags_are_changed_and_marks_taken_off_in_the_list(make_app: Make, tmp_path: Path) -> None:
    app = marked_app(make_app, tmp_path)
    library = app.session.library
    ferry = app.session.articles[0]
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("c", "M", "j")
        await pilot.press("i", "o", "k", "enter")
        assert library.marks(ferry.digest)[1].note == "ok" and marks(app).rows.cursor == 1
        assert "        ok" in [line.rstrip() for line in drawn(app)]
        await pilot.press("t", "ctrl+u", "n", "e", "w", "enter")
        assert library.marks(ferry.digest)[1].tags == ("new",) and said(app) == "Tagged #new"
        await pilot.press("d")
        assert len(library.marks(ferry.digest)) == 1 and marks(app).rows.items == 3
        await pilot.press("U")
        assert marks(app).rows.items == 4 and said(app) == "Mark put back: “Ilse Verhoeve”"
        # The screen below shows it too.
        await pilot.press("g", "d", "q")
        assert len(compare(app).pane.view.laid("marks")) == 1


async def test_the_filter_answers_as_it_is_typed(make_app: Make, tmp_path: Path) -> None:
    app = marked_app(make_app, tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("M", "F")
        await type_line(pilot, "#se")
        assert marks(app).rows.items == 2
        await type_line(pilot, " ilse")
        assert marks(app).rows.items == 1
        await pilot.press("down", "enter")
        assert drawn(app)[0].startswith(" Marks with “#se ilse”") and drawn(app)[0].endswith("1 of 4")
        await pilot.press("F")
        await type_line(pilot, "nothing like it")
        assert marks(app).rows.items == 0 and "No mark has “nothing like it”." in "\n".join(drawn(app))
        await pilot.press("enter", "enter", "d", "i", "e")
        assert said(app) == "No mark under the cursor"
        await pilot.press("q")
        assert marks(app).rows.items == 4
        await pilot.press("F", "x", "escape")
        assert marks(app).rows.items == 4 and not marks(app).typing
        await pilot.press("q")
        assert isinstance(app.screen, LibraryScreen)


async def test_an_empty_list_teaches(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("M", "j", "enter", "F")
        shown = " ".join(" ".join(drawn(app)).split())
        assert "Nothing is marked yet. While you read, m marks the passage or sentence" in shown
        assert said(app) == "Nothing is marked here"


async def test_an_editor_that_cannot_be_used_is_told_of_and_nothing_is_lost(
    make_app: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = marked_app(make_app, tmp_path)
    library = app.session.library
    async with app.run_test(size=(120, 30)) as pilot:
        monkeypatch.setenv("VISUAL", "no-such-editor --wait")
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
        await pilot.press("M", "e")
        assert said(app) == "Not kept: the editor no-such-editor is not there: VISUAL or EDITOR must name one that is"
        await pilot.press("i", "x", "tab")
        assert said(app).startswith("Not kept: ") and drawn(app)[-2].startswith(" i compare with tidex")
        await pilot.press("escape", "q")
        # No terminal to hand over in this test.
        monkeypatch.setenv("VISUAL", "true")
        await pilot.press("M", "e")
        assert said(app) == "Not kept: this terminal cannot be handed over to an editor"
        assert list((tmp_path / "state").rglob("note-*")) == []
        assert library.all_marks()[0].note or library.all_marks()[1].note
        assert not isinstance(app.screen, CompareScreen)
