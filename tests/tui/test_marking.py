"""Marking, noting and tagging where one reads; undo; what is shown of it in the texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection

from tests.tui.conftest import drawn
from tests.tui.invented import story_app
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.asking import NoteScreen, TagScreen, in_line, in_lines
from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.screens.compare import CompareScreen

Make = Callable[..., ReaderApp]


def said(app: ReaderApp) -> str:
    """What the status line says in answer to a key."""
    assert isinstance(app.screen, BaseScreen)
    return app.screen._said


def gutter(app: ReaderApp, words: str) -> str:
    """The sign left of the first line with these words."""
    line = next(line for line in drawn(app) if words in line)
    return line[: line.index(words)].strip().strip(app.glyphs.digits)


async def type_line(pilot: Pilot[None], text: str) -> None:
    for char in text:
        await pilot.press({" ": "space", "#": "number_sign"}.get(char, char))


def compare(app: ReaderApp) -> CompareScreen:
    assert isinstance(app.screen, CompareScreen)
    return app.screen


async def test_a_passage_is_marked_noted_tagged_and_all_of_it_taken_back(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    library = app.session.library
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("c", "n", "m")
        ferry = app.session.articles[0]
        span = app.session.passages[0].occurrences[0].span
        [mark] = library.marks(ferry.digest)
        assert (mark.start, mark.end, mark.kind, mark.title) == (span.start, span.end, "passage", ferry.title)
        assert mark.quote == ferry.text[span.start : span.end]
        view = compare(app).pane.view
        assert view.laid("marks").at(span.start) == app.palette.marked
        assert gutter(app, "About 40 passengers") == app.glyphs.bookmark

        await pilot.press("i")
        assert isinstance(app.screen, NoteScreen)
        await type_line(pilot, "ask her")
        await pilot.press("enter")
        assert library.marks(ferry.digest)[0].note == "ask her" and said(app).startswith("Noted: ")
        assert gutter(app, "About 40 passengers") == app.glyphs.noted
        await pilot.press("n", "p")
        assert f"{app.glyphs.noted} ask her" in drawn(app)[-1]

        await pilot.press("t")
        assert isinstance(app.screen, TagScreen)
        await type_line(pilot, "#sea boats sea")
        await pilot.press("enter")
        assert library.marks(ferry.digest)[0].tags == ("sea", "boats") and said(app) == "Tagged #sea #boats"

        for answer in ("Tags taken off", "Note taken back", "Mark taken back"):
            await pilot.press("U")
            assert said(app).startswith(f"{answer}: “About 40 passengers")
        assert library.all_marks() == () and not len(view.laid("marks"))
        await pilot.press("U")
        assert said(app) == "Nothing to take back"


async def test_a_note_marks_what_was_not_marked_and_one_undo_takes_back_both(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    library = app.session.library
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("c", "n", "i", "x", "enter")
        assert [mark.note for mark in library.all_marks()] == ["x"]
        await pilot.press("i", "ctrl+u", "enter")
        assert [mark.note for mark in library.all_marks()] == [""] and said(app).startswith("No note any more")
        await pilot.press("U", "U")
        assert library.all_marks() == ()
        # Nothing written, nothing marked.
        await pilot.press("i", "enter", "t", "enter")
        assert library.all_marks() == () and library.undo() == ""


async def test_what_was_typed_waits_until_it_is_kept(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    library = app.session.library
    key = (app.session.articles[0].digest, *app.session.passages[0].occurrences[0].span[1:])
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("c", "n", "i")
        await type_line(pilot, "half")
        # As it is typed, since the program may end here.
        assert library.draft(*key) == "half"
        await pilot.press("escape")
        assert library.all_marks() == () and "waits" in said(app)
        await pilot.press("i")
        assert drawn(app)[-2].startswith(" i half") and drawn(app)[-2].endswith("not kept yet")
        await pilot.press("x", "enter")
        assert library.all_marks()[0].note == "halfx" and library.draft(*key) is None
        # Without a change escape leaves nothing behind.
        await pilot.press("i", "y", "backspace", "escape")
        assert library.draft(*key) is None and not said(app)


async def test_lines_of_a_note_are_told_apart_in_the_prompt(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    library = app.session.library
    key = (app.session.articles[0].digest, *app.session.passages[0].occurrences[0].span[1:])
    library.add_mark(*key, note="one\n  two, set in")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("c", "n", "i")
        assert drawn(app)[-2].startswith(" i one ¶ two, set in")
        await pilot.press("enter")
        assert library.marks(key[0])[0].note == "one\n  two, set in"
        await pilot.press("i", "x", "enter")
        assert library.marks(key[0])[0].note == "one\ntwo, set inx"
        await pilot.press("i", "ctrl+u")
        app.screen.post_message(events.Paste("first\n\x1b[31msecond\n"))
        await pilot.pause()
        await pilot.press("enter")
        assert library.marks(key[0])[0].note == "first\nsecond"
    assert in_lines(in_line("a\n\nb")) == "a\n\nb"


async def test_tags_are_completed_with_those_used_before(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    library = app.session.library
    library.add_mark("elsewhere", 0, 3, tags="boats boating")
    library.set_article_tags("elsewhere", "boats wire")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("c", "n", "t")
        assert drawn(app)[-2].endswith("boats boating wire")
        await pilot.press("b")
        assert drawn(app)[-2].endswith("boats boating")
        await pilot.press("tab")
        assert drawn(app)[-2].startswith(" # boats ")
        await pilot.press("tab", "space", "w", "tab", "enter")
        assert library.marks(app.session.articles[0].digest)[0].tags == ("boating", "wire")
        # What is tagged already is there to go on from, and nothing is offered twice.
        await pilot.press("t")
        assert drawn(app)[-2].startswith(" # boating wire") and drawn(app)[-2].endswith("boats")
        await pilot.press("z", "tab", "escape")
        assert library.marks(app.session.articles[0].digest)[0].tags == ("boating", "wire")


async def test_a_fact_is_marked_where_the_article_that_is_read_says_it(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    library = app.session.library
    async with app.run_test(size=(130, 36)) as pilot:
        await pilot.press("c", "3", "f")
        screen = compare(app)
        while screen.facts.fact is None or screen.facts.fact.key != "people taken off":
            await pilot.press("j")
        await pilot.press("m")
        [mark] = library.all_marks()
        tide = app.session.articles[2]
        assert (mark.digest, mark.kind, mark.label, mark.quote) == (
            tide.digest,
            "fact",
            "people taken off",
            "More than 45 people",
        )
        assert f"{app.glyphs.bookmark}{app.glyphs.differ} people taken off" in "".join(drawn(app))
        # From another article it is still the same mark.
        await pilot.press("tab", "1", "f", "f")
        assert screen.facts.fact is not None and screen.facts.fact.key == "people taken off"
        await pilot.press("i", "n", "enter", "t", "s", "enter")
        assert f"{app.glyphs.noted}{app.glyphs.differ} people taken off" in "".join(drawn(app))
        [mark] = library.all_marks()
        assert (mark.note, mark.tags) == ("n", ("s",))
        await pilot.press("m")
        assert library.all_marks() == () and said(app) == "No longer marked: people taken off"
        # The first carrier, where the article that is read does not say it.
        while screen.facts.fact is None or screen.facts.fact.key != "villages that sent boats":
            await pilot.press("j")
        await pilot.press("m")
        assert [mark.quote for mark in library.all_marks()] == ["two villages"]


async def test_facts_are_marked_where_they_cover_the_text(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("c", "f", "m", "i", "n", "enter", "t", "s", "enter", "apostrophe")
        [mark] = app.session.library.all_marks()
        assert (mark.kind, mark.note, mark.tags) == ("fact", "n", ("s",))
        assert compare(app).covered
        await pilot.press("2", "U")
        assert app.session.library.all_marks()[0].note == ""


async def test_a_dismissal_is_taken_back_and_the_fact_is_listed_again(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(130, 36)) as pilot:
        await pilot.press("c", "f")
        screen = compare(app)
        items = screen.facts.items
        await pilot.press("x")
        assert screen.facts.items == items - 1
        await pilot.press("U")
        assert screen.facts.items == items and said(app).startswith("No longer dismissed: ")


async def test_what_is_selected_with_the_mouse_is_marked(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("c")
        screen = compare(app)
        view = screen.pane.view
        article = app.session.articles[0]
        assert view.selected() is None
        line = view.page.line_of(article.text.index("About 40"))
        screen.selections = {view: Selection(Offset(6, line), Offset(20, line))}
        await pilot.press("m")
        [mark] = app.session.library.all_marks()
        assert (mark.kind, mark.quote) == ("selection", article.text[mark.start : mark.end])
        assert mark.quote == mark.quote.strip() and mark.quote in "About 40 passengers were"
        assert view.selected() is None


async def test_from_mark_to_mark_and_back(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    library = app.session.library
    ferry, herald, _ = app.session.articles
    wanted = [(ferry, "About 40"), (ferry, "Ilse"), (herald, "Fishing")]
    for article, words in wanted:
        start = article.text.index(words)
        library.add_mark(article.digest, start, start + len(words), note=f"on {words}", tags="x")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("c")
        seen = []
        for key in ("apostrophe", "apostrophe", "apostrophe", "apostrophe", "quotation_mark", "quotation_mark"):
            await pilot.press(key)
            await pilot.pause()
            seen.append(said(app))
        assert seen == [f"Mark {number} of 3 · on {wanted[number - 1][1]} · #x" for number in (1, 2, 3, 1, 3, 2)]
        assert compare(app).desk.article == ferry.id
        # The mark gone to is what is at hand, part of a sentence as it is.
        await pilot.press("m")
        assert len(library.all_marks()) == 2 and said(app) == "No longer marked: Ilse"


@pytest.mark.parametrize("keys", [["c", "U"], ["U"], ["c", "f", "U"]])
async def test_undo_holds_everywhere(make_app: Make, tmp_path: Path, keys: list[str]) -> None:
    app = story_app(make_app, tmp_path)
    app.session.library.add_mark("elsewhere", 0, 3, quote="far")
    async with app.run_test(size=(130, 36)) as pilot:
        await pilot.press(*keys)
        assert said(app) == "Mark taken back: “far”"
