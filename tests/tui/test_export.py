"""Export in the reader: what is offered where, which file is written, and what is asked before."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import drawn
from tests.tui.invented import place, story_app
from tuireader.report.dismissals import dismissals
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.screens.export import ExportScreen

Make = Callable[..., ReaderApp]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to write into."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def panel(app: ReaderApp) -> ExportScreen:
    assert isinstance(app.screen, ExportScreen)
    return app.screen


def names(app: ReaderApp) -> list[str]:
    return [each.name for each in panel(app)._offered]


async def written(pilot: Pilot[None], app: ReaderApp) -> str:
    """What the reader says once the file is there."""
    for _ in range(200):
        screen = app.screen
        if isinstance(screen, BaseScreen) and screen._said and not screen._said.startswith("Writing"):
            return screen._said
        await pilot.pause()
    raise AssertionError(drawn(app)[-1])


async def test_from_the_library_the_story_is_written(make_app: Make, tmp_path: Path, here: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("E")
        assert names(app) == ["Whole story", "Comparison", "Facts"]
        lines = drawn(app)
        assert lines[-7].strip() == "Export"
        assert "[HTML]" in lines[-3]
        assert lines[-2].endswith(f"{str(here)[-15:]}/ old-ferry-sinks-off-marrow-point.html"), "and where it goes"
        await pilot.press("enter")
        said = await written(pilot, app)
        assert said.startswith("Wrote old-ferry-sinks-off-marrow-point.html, ")
        assert (here / "old-ferry-sinks-off-marrow-point.html").read_bytes().startswith(b"<!DOCTYPE html>")
        # What is there is asked about; another key takes the question back.
        await pilot.press("E", "enter")
        assert "is there already" in panel(app)._said
        (here / "old-ferry-sinks-off-marrow-point.html").write_text("mine", "utf-8")
        await pilot.press("x", "backspace", "enter")
        assert "is there already" in panel(app)._said
        await pilot.press("enter")
        assert (await written(pilot, app)).startswith("Wrote ")
        assert (here / "old-ferry-sinks-off-marrow-point.html").read_bytes().endswith(b"</html>\n")


async def test_forms_names_and_what_is_wrong_with_them(make_app: Make, tmp_path: Path, here: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("E", "down", "down", "tab")
        assert panel(app)._typed.value == "old-ferry-sinks-off-marrow-point-facts.json"
        await pilot.press("shift+tab", "up")
        assert panel(app)._typed.value == "old-ferry-sinks-off-marrow-point-comparison.html"
        await pilot.press("ctrl+u", *"n.csv")
        assert panel(app)._forms.form == "csv"
        await pilot.press("down", "tab")
        assert panel(app)._typed.value == "n.md"
        await pilot.press("ctrl+u", "enter")
        assert panel(app)._said == "Write the name of a file"
        await pilot.press(*"no/x.md", "enter")
        assert "there is no folder no" in panel(app)._said
        await pilot.press("ctrl+u", *"/no/x.md")
        assert drawn(app)[-2].startswith(" > /no/x.md"), "a folder of its own stands alone"
        await pilot.press("ctrl+u", *"x.pdf", "enter")
        assert "no form has the ending" in panel(app)._said
        await pilot.press("ctrl+u", *"x.json", "enter")
        assert await written(pilot, app) == f"Wrote x.json, {len((here / 'x.json').read_bytes()) / 1000:.1f} kB"
        assert "facts" in json.loads((here / "x.json").read_bytes())
        # The form is remembered.
        await pilot.press("E")
        assert panel(app)._forms.form == "json"
        await pilot.press("escape")
        assert not isinstance(app.screen, ExportScreen)
        assert [each.name for each in here.iterdir()] == ["x.json"]


async def test_each_screen_offers_what_it_shows(make_app: Make, tmp_path: Path, here: Path) -> None:
    app = story_app(make_app, tmp_path)
    ferry, _, tide = app.session.articles
    _, start, end = place(ferry, "Ilse Verhoeve")
    app.session.library.add_mark(ferry.digest, start, end, quote="Ilse Verhoeve", title=ferry.title)
    app.session.library.add_mark("gone", 0, 4, quote="Gone", title="Elsewhere")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("E")
        assert names(app) == ["Whole story", "Comparison", "Facts", "All your marks", "Marks here"]
        await pilot.press("escape", "space", "j", "space", "c", "E")
        assert panel(app).chosen.what == "comparison"
        assert panel(app).chosen.ids == (ferry.id, tide.id)
        await pilot.press("escape", "f", "E")
        assert panel(app).chosen.what == "facts"
        await pilot.press("escape", "f", "o", "E")
        assert panel(app).chosen.what == "story"
        assert panel(app).chosen.ids == (ferry.id, tide.id)
        await pilot.press("escape", "q", "M", "E")
        assert panel(app).chosen.what == "marks"
        assert panel(app)._typed.value == "tuireader-marks.html"
        await pilot.press("ctrl+u", *"all.md", "enter")
        assert (await written(pilot, app)).startswith("Wrote all.md, ")
        assert "Elsewhere" in (here / "all.md").read_text("utf-8")
        assert "Ilse Verhoeve" in (here / "all.md").read_text("utf-8")
        # Of a list with a filter, what it lists.
        await pilot.press("F", *"ilse", "enter", "E")
        assert names(app)[-2:] == ["Marks listed", "All your marks"]
        assert [mark.quote for mark in panel(app).chosen.marks] == ["Ilse Verhoeve"]


async def test_what_is_not_known_yet_is_written_when_it_is(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        known, app.session.facts = app.session.facts, None
        await pilot.press("E", "enter")
        assert panel(app)._said == "It will be written: still looking for facts"
        # Another key takes it back.
        await pilot.press("x", "backspace")
        app.session.facts = known
        panel(app).session_changed()
        assert panel(app).chosen.missing == ""
        app.session.facts = None
        panel(app).session_changed()
        await pilot.press("enter")
        app.session.facts = known
        panel(app).session_changed()
        assert (await written(pilot, app)).startswith("Wrote ")


async def test_of_some_articles_what_they_have_and_of_dismissed_facts_what_the_form_promises(
    make_app: Make, here: Path
) -> None:
    app = make_app(known=True)
    session = app.session
    ids = [session.articles[place].id for place in (0, 2)]
    assert session.facts is not None
    own = [fact for fact in session.facts.facts if set(fact.articles) & set(ids)]
    other = next(fact for fact in session.facts.facts if not set(fact.articles) & set(ids))
    digests = {article.id: article.digest for article in session.articles}
    for fact in (own[0], other):
        session.library.dismiss(*dismissals(fact, digests))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "j", "space", "c", "E", "up", "ctrl+u", *"x.md", "enter")
        assert (await written(pilot, app)).startswith("Wrote x.md, ")
        page = (here / "x.md").read_text("utf-8")
        assert "## Who is who" in page and "took 1 fact off the list" in page
        await pilot.press("E", "down", "ctrl+u", *"x.json", "enter")
        assert (await written(pilot, app)).startswith("Wrote x.json, ")
        form = json.loads((here / "x.json").read_bytes())
        assert {fact["id"] for fact in form["facts"]} == {fact.id for fact in own}


async def test_whatever_goes_wrong_is_told(
    make_app: Make, tmp_path: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> bytes:
        raise KeyError("x\x1b[2J")

    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        monkeypatch.setattr("tuireader.tui.screens.export.export", broken)
        await pilot.press("E", "ctrl+u", *"x.md", "enter")
        assert (await written(pilot, app)).startswith("x.md was not written, by a mistake in tuireader: KeyError")
        assert not list(here.iterdir())


async def test_a_disk_that_is_full_is_told(make_app: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = story_app(make_app, tmp_path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr("os.fsync", full)
        await pilot.press("E", "enter")
        assert (await written(pilot, app)).endswith("was not written: the disk is full")


async def test_nothing_to_export(make_app: Make) -> None:
    app = make_app(articles=(), known=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("E")
        assert not isinstance(app.screen, ExportScreen)
        assert "Nothing here to export" in drawn(app)[-1]
