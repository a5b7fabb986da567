"""Adding, taking off, watching and tagging in the library, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.conftest import drawn, until
from tests.tui.invented import TEXTS
from tuireader.library import Library
from tuireader.tui.app import ReaderApp
from tuireader.tui.completing import completed
from tuireader.tui.named import named
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.screens.library import LibraryScreen
from tuireader.tui.screens.library_path import PathScreen
from tuireader.tui.screens.library_path import _filled as filled

Make = Callable[..., ReaderApp]
HENS = "Hens lay well\n\nThe hens of the village laid well on Monday, all of them said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "story"
    found.mkdir()
    for name, text in TEXTS.items():
        (found / f"{name}.txt").write_text(text, encoding="utf-8")
    return found


@pytest.fixture
def app(make_app: Make, folder: Path) -> ReaderApp:
    return make_app(files=[folder])


def text_of(app: ReaderApp) -> str:
    return "\n".join(drawn(app))


async def test_A_adds_what_is_typed_and_U_takes_it_off_again(
    app: ReaderApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hens.txt").write_text(HENS, encoding="utf-8")
    library = app.session.library
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("A")
        assert isinstance(app.screen, PathScreen)
        await pilot.press(*"none", "enter")
        assert "No such file or folder" in drawn(app)[-1], "it stays open, and says what is wrong"
        await pilot.press("ctrl+u", *"he", "tab")
        assert drawn(app)[-2].endswith("hens.txt")
        await pilot.press("enter")
        await until(pilot, lambda: "hens" in app.session.by_id)
        await until(pilot, lambda: "Added 1 article" in text_of(app))
        screen = app.screen
        assert isinstance(screen, LibraryScreen) and screen.article is app.session.by_id["hens"]
        assert "+ Hens lay well" in text_of(app) and app.session.numbers["hens"] == 4
        assert "Added 1 article, and tuireader opens it from now on: hens.txt" in text_of(app)
        assert [place.path for place in library.places()] == [str(tmp_path / "hens.txt")]
        await until(pilot, lambda: app.session.wanted is None)
        assert app.session.story_of("hens").articles == ("hens",)
        await pilot.press("U")
        assert "Taken off the list again: Hens lay well" in text_of(app)
        assert "hens" not in app.session.by_id and not library.places()
        await pilot.press("A", *"story", "enter")
        await until(pilot, lambda: "Nothing new in" in text_of(app))
        await pilot.press("A", "escape", "A", "enter")
        assert isinstance(app.screen, LibraryScreen)


async def test_what_is_added_where_paths_were_named_lasts_for_the_sitting(
    app: ReaderApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app.session.given = ("somewhere",)
    (tmp_path / "empty").mkdir()
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "hens.txt").write_text(HENS, encoding="utf-8")
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("A", *"empty", "enter")
        await until(pilot, lambda: "no articles in this folder" in text_of(app))
        await pilot.press("A", *"'more'", "enter")
        await until(pilot, lambda: "Added 1 article" in text_of(app))
        assert not app.session.library.places() and "from now on" not in text_of(app)


async def test_D_takes_off_and_U_brings_back_what_was_last_done_first(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "D")
        assert list(app.session.by_id) == ["ferry", "tide"]
        assert "Off the list: Passengers rescued as Ondine" in drawn(app)[-1] and "U brings it back" in drawn(app)[-1]
        assert app.session.numbers["tide"] == 3
        await pilot.press("r", "g", "space", "space", "D")
        assert not app.session.articles and "No article is on the list." in drawn(app)[3]
        assert "A  opens files, a folder or a glob" in text_of(app)
        for key in ("enter", "c", "f", "o", "space", "a", "j", "J", "s", "v", "t", "r", "D", "W", "z", "F", "escape"):
            await pilot.press(key)
            assert isinstance(app.screen, LibraryScreen), key
        await pilot.press("v", "U")
        assert list(app.session.by_id) == ["ferry", "tide"]
        digest = app.session.by_id["tide"].digest
        assert app.session.library.is_read(digest)
        await pilot.press("U")
        assert not app.session.library.is_read(digest), "r came after the first D"
        await pilot.press("U")
        assert "Back on the list: Passengers rescued as Ondine goes down" in drawn(app)[-1]
        assert list(app.session.by_id) == ["ferry", "herald", "tide"]
        await until(pilot, lambda: app.session.wanted is None)
        await pilot.press("U")
        assert "Nothing to take back" in drawn(app)[-1]


async def test_with_the_last_article_its_preview_goes(app: ReaderApp) -> None:
    async with app.run_test(size=(140, 24)) as pilot:
        assert "Old ferry sinks off Marrow Point" in drawn(app)[-3], "the whole title at the foot"
        await pilot.press("space", "space", "space", "D")
        assert "Ondine" not in text_of(app)
        await pilot.press("U")
        await pilot.pause()
        assert "Harbour master" in text_of(app)


async def test_a_remembered_path_is_forgotten_with_its_last_article(app: ReaderApp, folder: Path) -> None:
    library = app.session.library
    library.add_place(str(folder))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("D")
        assert library.places()
        await pilot.press("space", "space", "D")
        assert not library.places()
        await pilot.press("U")
        assert library.places() and len(app.session.articles) == 2


async def test_steps_of_an_earlier_run_are_taken_back_on_the_list_too(app: ReaderApp, tmp_path: Path) -> None:
    (tmp_path / "hens.txt").write_text(HENS, encoding="utf-8")
    library, hens = app.session.library, str(tmp_path / "hens.txt")
    library.add_place(str(tmp_path / "story"))
    library.add_place(hens)
    library.add_place(hens, watch=True)
    library.remove_place(hens)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("U")
        await until(pilot, lambda: "hens" in app.session.by_id)
        assert app.watched == (hens,)
        await pilot.press("U")
        assert app.watched == () and "No longer watched" in drawn(app)[-1]
        await pilot.press("U")
        assert "hens" not in app.session.by_id and len(app.session.articles) == 3


async def test_t_tags_the_article_or_those_selected(app: ReaderApp) -> None:
    library = app.session.library
    digests = [article.digest for article in app.session.articles]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t", *"sea", "space", *"old", "enter")
        assert library.article_tags(digests[0]) == ("sea", "old")
        assert "#sea #old" in text_of(app)
        await pilot.press("j", "t", *"sea", "enter", "g", "space", "space", "t")
        assert drawn(app)[-2].split()[:2] == ["#", "sea"], "those that both have"
        await pilot.press("backspace", "backspace", "backspace", "backspace", *"wet", "enter")
        assert [set(library.article_tags(digest)) for digest in digests] == [{"old", "wet"}, {"wet"}, set()]
        await pilot.press("F", *"#old")
        assert len(app.screen.shelf.picked) == 2 and "1 of 3" in drawn(app)[1]  # type: ignore[attr-defined]
        await pilot.press("escape", "U")
        assert library.article_tags(digests[1]) == ("sea",)


async def test_what_comes_into_a_watched_folder_is_shown_and_nothing_else_moves(app: ReaderApp, folder: Path) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: app.session.wanted is None)
        await pilot.press("W", "c", "n")
        assert app.watched == (str(folder),)
        screen = app.screen
        assert isinstance(screen, CompareScreen) and screen.current is not None
        passage = screen.current
        panes = [pane.article for pane in screen.panes]
        (folder / "hens.txt").write_text(HENS, encoding="utf-8")
        await until(pilot, lambda: "hens" in app.session.by_id)
        assert app.session.numbers["hens"] == 4 and app.session.fresh == {"hens": "new"}
        assert "New: Hens lay well" in drawn(app)[-1]
        await until(pilot, lambda: app.session.wanted is None)
        assert [pane.article for pane in screen.panes] == panes and screen.current is not None
        assert screen.current.occurrences == passage.occurrences
        ferry = folder / "ferry.txt"
        ferry.write_text(f"NEWS: {ferry.read_text('utf-8')}", encoding="utf-8")
        await until(pilot, lambda: app.session.fresh.get("ferry") == "changed")
        await until(pilot, lambda: "Changed:" in drawn(app)[-1])
        assert app.session.by_id["ferry"].text.startswith("NEWS: ")
        assert app.session.by_id["ferry"] in [pane.article for pane in screen.panes]
        assert screen.current is not None and "ferry" in screen.current.articles
        (folder / "hens.txt").unlink()
        await pilot.press("q")
        assert isinstance(app.screen, LibraryScreen) and app.screen.article is app.session.by_id["ferry"]
        assert "+ Hens lay well" in text_of(app), "a file that is gone can still be read"
        await pilot.press("W")
        assert app.watched == () and "No longer watching" in drawn(app)[-1]
        await pilot.press("U")
        assert app.watched == (str(folder),)
        app.unwatch_all()


@pytest.mark.parametrize("keys", [("c", "n", "e"), ("c", "n", "w", "w"), ("c", "f", "e"), ("o",)])
async def test_any_screen_goes_on_when_all_that_it_shows_changes(
    app: ReaderApp, folder: Path, keys: tuple[str, ...]
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*keys)
        app.watch_path(str(folder))
        for name in TEXTS:
            (folder / f"{name}.txt").write_text(f"{HENS}\nSo {name} writes.\n", encoding="utf-8")
        await until(pilot, lambda: len(app.session.fresh) == 3)
        await pilot.press("j", "n", "p", "tab", "j", "enter", "escape")
        await pilot.pause()
        app.unwatch_all()


async def test_what_is_open_is_not_taken_away_by_U(app: ReaderApp, tmp_path: Path) -> None:
    (tmp_path / "hens.txt").write_text(HENS, encoding="utf-8")
    async with app.run_test(size=(100, 24)) as pilot:
        app.add_path(str(tmp_path / "hens.txt"))
        await until(pilot, lambda: "hens" in app.session.by_id)
        await pilot.press("enter")
        assert isinstance(app.screen, CompareScreen)
        await pilot.press("U")
        assert "Go back to the library to take that back" in drawn(app)[-1] and "hens" in app.session.by_id
        await pilot.press("q", "U")
        assert "hens" not in app.session.by_id


async def test_an_empty_folder_that_is_watched_is_waited_for(make_app: Make, tmp_path: Path) -> None:
    app = make_app(articles=[], known=False)
    app.session.given = (str(tmp_path),)
    app.to_watch = (str(tmp_path),)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: bool(app.watched))
        await pilot.pause()
        await pilot.press("v")
        assert "What is put here is shown as soon as it comes:" in text_of(app)
        (tmp_path / "hens.txt").write_text(HENS, encoding="utf-8")
        await until(pilot, lambda: "+ Hens lay well" in drawn(app)[2])
        app.unwatch_all()


def test_names_are_completed_as_far_as_they_are_certain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("wire-a.txt", "wire-b.txt", ".hidden", "wire\x1b[31m.txt"):
        (tmp_path / name).write_text("text")
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert completed("w") == ("wire-", ("wire-a.txt", "wire-b.txt"))
    assert completed("wire-b") == ("wire-b.txt", ("wire-b.txt",))
    assert completed("~/be") == ("~/below/", ("below/",))
    assert completed(f"{tmp_path}/.h") == (f"{tmp_path}/.hidden", (".hidden",))
    assert completed("~") == ("~/", ("~/",))
    assert completed("nothing") == ("nothing", ())
    assert completed("no/such/folder") == ("no/such/folder", ())
    assert filled("'~/below'") == f"{tmp_path}/below" and filled("~no-such-user/x") == "~no-such-user/x"


def test_what_is_opened_without_a_path(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    with Library.open(None) as library:
        assert named((), library, seeds, watch=True) == ((str(seeds),), (), ())
        library.add_place(str(tmp_path), watch=True)
        library.add_place(str(tmp_path / "*.txt"))
        library.add_place(str(tmp_path / "gone"))
        there = (str(tmp_path), str(tmp_path / "*.txt"))
        assert named((), library, seeds, watch=False) == (there, there[:1], (str(tmp_path / "gone"),))
        assert named((), library, seeds, watch=True).watched == there
        assert named(("a", "-"), library, seeds, watch=True) == (("a", "-"), ("a",), ())
        assert named(("a",), library, seeds, watch=False).watched == ()
