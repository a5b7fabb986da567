"""What can be copied on each screen, and where it goes."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import drawn
from tests.tui.invented import story_app
from tuireader.settings.commands import by_scope
from tuireader.settings.config import Settings
from tuireader.tui import copying
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.screens.copy import CopyScreen
from tuireader.tui.screens.library import LibraryScreen

Make = Callable[..., ReaderApp]


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What was sent to the terminal's clipboard; the file lies in ``tmp_path``."""
    found: list[str] = []
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.setattr(ReaderApp, "send", lambda _, text: found.append(text))
    return found


def clipboard(sequence: str) -> str:
    """What a terminal makes of the sequence."""
    assert sequence.startswith("\x1b]52;c;")
    assert sequence.endswith("\x07")
    return b64decode(sequence[7:-1]).decode()


async def copied(pilot: Pilot[None], sent: list[str], *keys: str) -> str:
    """What comes of ``y`` and these keys."""
    before = len(sent)
    await pilot.press("y", *keys)
    await pilot.pause()
    assert not isinstance(pilot.app.screen, CopyScreen)
    assert len(sent) == before + 1
    return clipboard(sent[-1])


async def test_a_passage_is_copied_in_every_form(make_app: Make, sent: list[str], tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("c", "n")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.current is not None
        span = screen.current.occurrences[0].span
        words = app.session.by_id[span.article].text[span.start : span.end]
        for keys in (["p"], ["y"], ["enter"]):
            assert await copied(pilot, sent, *keys) == words
        assert (tmp_path / "tuireader" / "copied.txt").read_text("utf-8") == f"{words}\n"
        assert (tmp_path / "tuireader" / "copied.txt").stat().st_mode & 0o777 == 0o600
        assert screen._said.startswith(f"Copied passage 1 ({len(words)} characters); also in ")
        for size, end in ((99, "x"), (100, "…")):
            screen.say("x" * size)
            await pilot.pause()
            assert drawn(app)[-1] == f" {'x' * 98}{end}", "what does not fit is cut, and seen to be"
        quote = await copied(pilot, sent, "q")
        assert quote.startswith(f"“{words}”\n— ")
        assert quote.endswith(f"({span.article}:{span.start}-{span.end})")
        assert words in await copied(pilot, sent, "t")
        assert await copied(pilot, sent, "j", "j", "k", "enter") == quote
        assert "“" in await copied(pilot, sent, "r")


async def test_a_sentence_of_one_article_is_copied(make_app: Make, sent: list[str], tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("c")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        span = screen.at_hand()
        assert span is not None
        assert screen.current is None
        words = app.session.by_id[span.article].text[span.start : span.end]
        assert await copied(pilot, sent, "s") == words


async def test_a_fact_is_copied_with_those_who_have_it(make_app: Make, sent: list[str], tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("c", "f", "j")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        fact = screen.facts.fact
        assert fact is not None
        said = await copied(pilot, sent, "f")
        assert said.splitlines()[0].endswith(f"({fact.verdict})")
        assert all(value.text in said for value in fact.values)
        sentence = await copied(pilot, sent, "s")
        assert any(value.text in sentence for value in fact.values)
        assert sentence in await copied(pilot, sent, "q")


async def test_an_article_is_copied_from_the_library(make_app: Make, sent: list[str]) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, LibraryScreen)
        article = app.session.articles[0]
        assert await copied(pilot, sent, "l") == f"tuireader read {article.id}:0-{len(article.text)}"
        assert article.title in await copied(pilot, sent, "r")
        assert len(await copied(pilot, sent, "a")) > 2000


async def test_what_is_not_there_is_not_copied(make_app: Make, sent: list[str]) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("y", "t", "f")
        assert isinstance(app.screen, CopyScreen)
        assert app.screen._said == "No fact belongs to this"
        await pilot.press("escape")
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("question_mark", "y")
        assert not sent


def test_every_offer_has_a_command() -> None:
    names = {command.id.partition(".")[2] for command in by_scope("copy")}
    assert {name for name in names if hasattr(CopyScreen, f"do_{name}")} == names


@pytest.mark.parametrize("term", ["linux", "dumb"])
def test_a_terminal_without_a_clipboard_gets_nothing(term: str) -> None:
    assert copying.sequence("text", {"TERM": term}) == ""


def test_what_is_too_long_goes_into_the_file_alone() -> None:
    assert copying.sequence("x" * 80_000, {"TERM": "xterm"}) == ""


def test_gnu_screen_hands_it_on() -> None:
    wrapped = copying.sequence("word " * 200, {"TERM": "screen.xterm-256color"})
    pieces = wrapped.removeprefix("\x1bP").removesuffix("\x1b\\").split("\x1b\\\x1bP")
    assert clipboard("".join(pieces)) == "word " * 200
    assert all(len(piece) < 256 for piece in pieces)
    assert copying.sequence("a", {"TERM": "screen-256color", "STY": "1.x"}).startswith("\x1bP")
    for tmux in ({"TMUX": "/run/x"}, {}):
        assert clipboard(copying.sequence("a", {"TERM": "screen-256color", **tmux})) == "a"


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert copying.keep("text", tmp_path / "file" / "copied.txt")
    assert copying.keep("text", tmp_path / "new" / "copied.txt") == ""
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["copied.txt"]


async def test_what_is_selected_with_the_mouse_is_copied_with_its_lines_joined(make_app: Make, sent: list[str]) -> None:
    app = make_app(settings=Settings(mouse="on"))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        view = screen.pane.view
        line = next(index for index in range(3, 20) if (found := view.page.line(index)) and len(found.text) > 30)
        row = view.region.y + line - view.top
        await pilot.mouse_down(offset=(view.region.x + 6, row))
        await pilot.hover(offset=(view.region.x + 12, row + 2))
        await pilot.mouse_up(offset=(view.region.x + 12, row + 2))
        await pilot.pause()
        assert "copies what is selected" in screen._said
        words = await copied(pilot, sent, "v")
        assert "\n" not in words
        assert words in " ".join(app.session.by_id[screen.desk.article].text.split())
        assert len(words) > 60
