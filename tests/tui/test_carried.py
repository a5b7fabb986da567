"""Marks and texts that change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.tui.invented import story_app
from tests.tui.test_marking import compare, said
from tuireader import sources, story
from tuireader.facts import Facts
from tuireader.library import Cache, Library, Mark
from tuireader.sources import from_text
from tuireader.tui.app import ReaderApp
from tuireader.tui.marking import carry, elsewhere, nearest
from tuireader.tui.reading.kept import Found
from tuireader.tui.session import Session

Make = Callable[..., ReaderApp]


def test_marks_follow_their_words() -> None:
    old = from_text("Boats\n\nNine boats came. Ilse saw nine boats. Nobody was hurt.\n", id="x")
    new = from_text("Boats, again\n\nLate news. Nine boats came. Ilse saw nine boats. Some were hurt.\n", id="x")
    second = old.text.index("nine boats.")
    with Library.open(None) as library:
        for words, start in (("nine boats", second), ("Nobody was", old.text.index("Nobody"))):
            library.add_mark(old.digest, start, start + len(words), quote=words)
        carry(library, old, new)
        [mark] = library.marks(new.digest)
        assert new.text[mark.start : mark.end] == "nine boats" and mark.start == new.text.index("nine boats.")
        assert [mark.quote for mark in library.marks(old.digest)] == ["Nobody was"]


def test_the_nearest_of_several_places() -> None:
    text = "ab cd ab cd ab"
    assert [nearest(text, "ab", offset) for offset in (0, 2, 4, 6, 14, 99)] == [0, 0, 6, 6, 12, 12]
    assert nearest(text, "xy", 3) is None and nearest(text, "", 3) is None


def test_words_elsewhere_are_those_of_the_same_title_first() -> None:
    one = from_text("One\n\nNine boats came to the harbour.\n", id="one")
    two = from_text("Two\n\nThen nine boats came. Nine boats came.\n", id="two")
    mark = Mark("gone", 40, 56, 0, quote="ine boats came", title="Two")
    found = elsewhere(mark, [one, two])
    assert found is not None and found.article is two and found.start == two.text.rindex("ine boats")
    assert elsewhere(mark._replace(quote=""), [one, two]) is None
    assert elsewhere(mark._replace(quote="ten boats"), [one, two]) is None


async def test_enter_finds_the_words_of_a_mark_whose_article_is_not_open(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    app.session.library.add_mark("gone", 5, 20, quote="Fishing boats", title="Elsewhere")
    herald = app.session.articles[1]
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("M", "enter")
        await pilot.pause()
        start = herald.text.index("Fishing boats")
        assert compare(app).desk.article == herald.id and compare(app).pane.view.shows(herald.span(start, start + 13))
        await pilot.pause()
        assert said(app).startswith("What you marked stands in another text")


def test_a_file_that_changed_while_it_was_open_keeps_its_marks(tmp_path: Path) -> None:
    file = tmp_path / "boats.txt"
    file.write_text("Boats\n\nNine boats came to the harbour on Monday.\n", "utf-8")
    with Library.open(None) as library:
        session = Session(sources.open([file]), library, Cache.open(None))
        [old] = session.articles
        start = old.text.index("harbour")
        library.add_mark(old.digest, start, start + 7, note="which?")
        file.write_text("Boats\n\nTonight: nine boats came to the harbour on Monday.\n", "utf-8")
        session.add(sources.open([file]))
        wanted = session.wanted
        assert wanted is not None
        session.know(Found(wanted.articles, story.tell(wanted.articles), Facts()))
        [new] = session.articles
        assert new.digest != old.digest
        assert [(new.text[mark.start : mark.end], mark.note) for mark in library.marks(new.digest)] == [
            ("harbour", "which?")
        ]
