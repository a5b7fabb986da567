"""More articles than are opened at once: read into a store, listed as they come, stopped and gone on with."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.tui.conftest import drawn, until
from tuireader.library import Library, importing, stores
from tuireader.settings import paths
from tuireader.sources import few as fewness
from tuireader.tui import opens
from tuireader.tui.app import ReaderApp
from tuireader.tui.background import Background
from tuireader.tui.importing import Import
from tuireader.tui.screens.catalogue import CatalogueScreen
from tuireader.tui.screens.library import LibraryScreen
from tuireader.tui.screens.problems import ProblemsScreen

Make = Callable[..., ReaderApp]


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Three articles are opened at once, and no more."""
    monkeypatch.setattr(fewness, "FEW", 3)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def write(folder: Path, many: int, first: int = 0) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(first, first + many):
        told = f"Lighthouse {number} is lit again\n\nKeeper {number} lit the lamp of lighthouse {number} on Monday.\n"
        (folder / f"light{number}.txt").write_text(told, encoding="utf-8")


def done(reading: Import) -> Import:
    end = time.monotonic() + 10
    while not reading.done:
        assert time.monotonic() < end
        time.sleep(0.01)
    assert not reading.failed
    return reading


def test_what_is_known_is_not_read_again_and_what_fails_is_told(tmp_path: Path) -> None:
    write(tmp_path / "lights", 6)
    (tmp_path / "lights" / "empty.txt").write_text("")
    library = Library.open(None)
    folder = str(tmp_path / "lights")
    first = done(Import(library, (folder,), lambda _: None))
    assert first.added == len(first.new) == library.count() == 6
    write(tmp_path / "lights", 1, 6)
    again = done(Import(library, (folder,), lambda _: None))
    assert again.added == 1 and library.texts(again.new)[0].id == "light6"
    assert [Path(problem.path).name for problem in again.problems] == ["empty.txt"]
    assert "8 of 8 files" in again.said() and "6 known" in again.said() and "1 not opened" in again.said()


def test_a_store_is_found_again_by_its_paths_in_any_order_and_the_oldest_of_too_many_go(tmp_path: Path) -> None:
    library = Library.open(None)
    assert stores.known(["b", "a"], tmp_path, library) is None
    opened = stores.opened(["a", "b"], tmp_path, library)
    assert opened.name == "a and 1 more"
    opened.texts.put([])
    opened.close()
    assert stores.file_of(["b", "./a"], tmp_path) == stores.file_of(["a", "b"], tmp_path)
    assert stores.known(["b", "a"], tmp_path, library) is None, "what it has is opened at once"
    for number in range(9):
        stores.opened([str(number)], tmp_path, library).close()
    assert len(list((tmp_path / "stores").glob("*.sqlite3"))) == 8


def test_a_call_opens_what_the_library_keeps_without_reading_a_file(tmp_path: Path) -> None:
    write(tmp_path / "lights", 5)
    at = paths.find()
    library = Library.open(None)
    done(Import(library, [str(tmp_path / "lights" / f"light{n}.txt") for n in range(2)], lambda _: None))
    (tmp_path / "lights" / "light0.txt").unlink()
    two = opens.opens([], library, at, watch=False)
    assert two.opening is not None and (opened := two.opening.result()) is not None
    assert [article.id for article in opened.articles] == ["light0", "light1"]
    with pytest.raises(fewness.TooMany):
        fewness.few([str(tmp_path / "lights")])
    done(Import(library, [str(tmp_path / "lights")], lambda _: None))
    five = opens.opens([], library, at, watch=False)
    assert five.opening is None and five.source is not None and five.source.catalogue.count() == 5


async def test_a_folder_of_many_is_listed_as_it_is_read_and_reading_can_be_taken_up_again(
    make_app: Make, tmp_path: Path
) -> None:
    write(tmp_path / "lights", 7)
    for number in range(5):
        (tmp_path / "lights" / f"empty{number}.txt").write_text("")
    folder = str(tmp_path / "lights")
    app = make_app(articles=[])
    app.session.opening, app.session.given = True, (folder,)
    app._opening = Background(lambda: fewness.few([folder]))
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, CatalogueScreen) and not app.progress)
        assert "lights" in drawn(app)[0] and " 7 articles" in drawn(app)[0]
        assert "7 new articles; 5 not opened, ! tells why" in drawn(app)[-1], "and no box covers the list"
        assert not list(app._notifications)
        assert app.session.library.count() == 0, "named paths have a store of their own"
        await pilot.press("exclamation_mark")
        assert isinstance(app.screen, ProblemsScreen) and app.screen.rows.items == 5
        await pilot.press("q", "enter", "j", "j")
        write(tmp_path / "lights", 1, 7)
        here = app.screen.line  # type: ignore[attr-defined]
        await pilot.press("u")
        await until(pilot, lambda: not app.progress and " 8 articles" in drawn(app)[0])
        assert app.screen.line.digest == here.digest, "the cursor keeps its article"  # type: ignore[attr-defined]
        await pilot.press("D")
        await until(pilot, lambda: " 7 articles" in drawn(app)[0])
        await pilot.press("U")
        await until(pilot, lambda: " 8 articles" in drawn(app)[0])
        assert app.screen.line.digest == here.digest, "it comes back under the cursor"  # type: ignore[attr-defined]
        await until(pilot, lambda: not app.progress)
        assert app.source is not None and app.source.grouped(), "and into its story"
    assert app.source is not None
    app.source.close()


async def test_what_is_added_to_the_large_list_is_gone_to_unless_the_reader_went_elsewhere(
    make_app: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "lights", 5)
    may_end = threading.Event()
    may_end.set()

    def in_its_time(*given: Any, **named: Any) -> importing.Report:
        assert may_end.wait(10)
        return add(*given, **named)

    add = importing.add
    monkeypatch.setattr(importing, "add", in_its_time)
    app = make_app(articles=[])
    async with app.run_test(size=(100, 24)) as pilot:
        app.add_path(str(tmp_path / "lights"))
        await until(pilot, lambda: isinstance(app.screen, CatalogueScreen) and not app.progress)
        rows = app.screen.shelf  # type: ignore[attr-defined]
        for name, moved in (("one", False), ("two", True)):
            file = tmp_path / f"{name}.txt"
            file.write_text(f"The {name} tide came late\n\nThe {name} tide came late on Sunday, the pilots said.\n")
            await pilot.press("g")
            may_end.clear()
            app.add_path(str(file))
            if moved:
                await pilot.press("j")
            before = rows.cursor
            assert app.imports and before == int(moved)
            may_end.set()
            await until(pilot, lambda: not app.progress)
            assert (rows.cursor == before) is moved
            assert moved or "one tide" in rows.line.title
    assert app.source is not None
    app.source.close()


async def test_with_too_many_added_the_small_list_becomes_the_large_one(make_app: Make, tmp_path: Path) -> None:
    write(tmp_path / "lights", 5)
    app = make_app(articles=[])
    async with app.run_test(size=(100, 24)) as pilot:
        assert isinstance(app.screen, LibraryScreen)
        app.add_path(str(tmp_path / "lights"))
        await until(pilot, lambda: isinstance(app.screen, CatalogueScreen) and not app.progress)
        assert " 5 articles" in drawn(app)[0]
        assert [place.path for place in app.session.library.places()] == [str(tmp_path / "lights")]


def test_other_processes_read_where_standard_error_has_no_number_as_under_a_screen(tmp_path: Path) -> None:
    write(tmp_path / "lights", 2)
    code = f"""
import sys
class Screen:
    def fileno(self): return -1
    def write(self, text): pass
    def flush(self): pass
sys.stderr = Screen()
from tuireader.library import Library
from tuireader.library.importing import add
library = Library.open(None)
print(add(library, [{str(tmp_path / "lights")!r}], processes=1).new)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == "2", done.stderr
