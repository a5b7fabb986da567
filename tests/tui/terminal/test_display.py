"""What the terminal is told to show is what the screen is made of, after every key."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import cast

import pytest
from rich.segment import Segment
from textual._compositor import Compositor
from textual.app import ComposeResult
from textual.color import Color
from textual.strip import Strip
from textual.widgets import Static

from tests.terminal.emulators import Pyte
from tests.tui.conftest import drawn
from tuireader.settings.config import Settings
from tuireader.tui.app import ReaderApp
from tuireader.tui.terminal.abilities import with_mode
from tuireader.tui.terminal.answers import Answers, Place
from tuireader.tui.terminal.display import CellDisplay
from tuireader.tui.terminal.driver import Driver
from tuireader.tui.terminal.private import Strokes
from tuireader.tui.terminal.steering import Unsteered
from tuireader.tui.terminal.still import Still
from tuireader.tui.widgets.rows import RowList

Make = Callable[..., ReaderApp]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Frames are taken, though there is no terminal."""

    def take(app: CellDisplay, strokes: Iterator[Strokes]) -> None:
        app._difference(strokes)

    monkeypatch.setattr(CellDisplay, "drawable", property(lambda app: app.is_running and not app._batch_count))
    monkeypatch.setattr(CellDisplay, "take", take)


class Line:
    """A driver that only asks."""

    waiting, keys_wait = 0, False

    def __init__(self) -> None:
        self.answers = Answers()

    def ask_cursor(self, place: Place | None, told: Callable[[Place], object]) -> str:
        self.answers.asked_cursor(place, told)
        return "\x1b[6n"


def cells(app: ReaderApp) -> list[str]:
    assert app._cells is not None
    return ["".join(text for text, _ in row).rstrip() for row in app._cells.rows]


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_the_terminal_shows_the_screen(make_app: Make, size: tuple[int, int]) -> None:
    app = make_app()
    keys = "j space k space c n n f z z tab z 2 [ w u u f o l j enter q q / V u c down escape z s j T j escape ? j q"
    async with app.run_test(size=size) as pilot:
        for place, key in enumerate(keys.split()):
            await pilot.press(key)
            await pilot.pause()
            assert cells(app) == drawn(app), f"after key {place}, {key}"


@pytest.mark.usefixtures("shown")
async def test_what_was_not_composed_comes_with_the_next_frame(make_app: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press("c")
        await pilot.pause()
        before = cells(app)
        monkeypatch.setattr(CellDisplay, "may_compose", lambda _: False)
        for key in ("n", "f", "j", "z", "tab"):
            await pilot.press(key)
            await pilot.pause()
        assert cells(app) == before
        monkeypatch.setattr(CellDisplay, "may_compose", lambda _: True)
        app.compose_frame()
        await pilot.pause()
        assert cells(app) == drawn(app) != before


@pytest.mark.usefixtures("shown")
async def test_what_comes_after_a_whole_frame_is_drawn(make_app: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.screen._dirty_widgets.add(app.screen)
        app.screen.refresh()
        app.compose_frame()
        # The frame is drawn at once, as where the loop is never still.
        with monkeypatch.context() as restless:
            restless.setattr(Still, "_restless", lambda *_: False)
            app.still._look()
        app.screen.query_one(RowList).move(1)
        await pilot.pause()
        assert cells(app) == drawn(app)


async def test_what_is_asked_for_is_done(make_app: Make) -> None:
    app = make_app(settings=Settings(mouse="off", display="frames"))
    async with app.run_test():
        assert not app.taking and app.reasons == ("the settings ask for it",)


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("way", ["cells", "frames"])
async def test_nothing_that_steers_is_sent_either_way(make_app: Make, way: str) -> None:
    app = make_app(settings=Settings(mouse="off", display=way))
    async with app.run_test(size=(40, 12)) as pilot:
        hostile = Static("", markup=False)
        line = Strip([Segment("a\x1b]0;title\x07b\x9b31mc\u202ed")])
        hostile.render_line = lambda _: line  # type: ignore[method-assign]
        await app.screen.mount(hostile)
        await pilot.pause()
        lines = cells(app) if way == "cells" else drawn(app)
        assert any(line.startswith("a]0;titleb31mcd") for line in lines)
        assert not any("\x1b" in line or "\x9b" in line or "\u202e" in line for line in lines)


async def test_one_question_is_asked_at_a_time(make_app: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    # A terminal that is asked twice at once may answer once, and every later answer would be one to another frame.
    asked: list[str] = []
    monkeypatch.setattr(CellDisplay, "drawable", property(lambda app: app.is_running and not app._batch_count))
    monkeypatch.setattr(CellDisplay, "send", lambda _, text: asked.append(text) if "\x1b[6n" in text else None)
    app = make_app()
    async with app.run_test() as pilot:
        app._line, app._untried = cast("Driver", Line()), True
        app._draw_anew()
        await pilot.pause()
        for _ in range(9):
            app._line.answers.feed("\x1b[9;40R")
            await pilot.pause()
        assert {text.count("\x1b[6n") for text in asked} == {1}
        assert "\x1b[2b" in asked[-1] and not app._untried and not app.known.abilities.repeats
        app._line = None


async def test_after_a_lost_answer_a_frame_asks_from_a_place_of_its_own(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal, answers = Pyte(80, 24), list[str]()
    terminal.feed(b"\x1b[?7l")
    monkeypatch.setattr(CellDisplay, "drawable", property(lambda app: app.is_running and not app._batch_count))
    monkeypatch.setattr(CellDisplay, "send", lambda _, text: answers.append(terminal.feed(text.encode()).decode()))
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app._line, app._untried = cast("Driver", Line()), False
        app._draw_anew()
        await pilot.pause()
        lost = "".join(answers)
        answers.clear()
        app._come_back()
        await pilot.pause()
        come = "".join(answers)
        assert "R" in lost and "R" in come and come != lost
        assert app._cells is not None and terminal.cursor() == app._cells.cursor
        app._line.answers.feed(come)
        assert not app._pacer.on_the_way and not app._line.answers.awaited
        app._line = None


async def test_what_somebody_did_to_the_terminal_is_undone_by_drawing_anew(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Pyte(80, 24)
    terminal.feed(b"\x1b[?7l\x1b[?25l")
    monkeypatch.setattr(CellDisplay, "drawable", property(lambda app: app.is_running and not app._batch_count))
    monkeypatch.setattr(CellDisplay, "send", lambda _, text: terminal.feed(text.encode()) and None)
    app = make_app(settings=Settings(mouse="off", cursor="off"))
    async with app.run_test(size=(80, 24)) as pilot:
        app._line, app._untried = cast("Driver", Line()), False
        await pilot.press("ctrl+l")
        await pilot.pause()
        left = terminal.rows(), terminal.cursor(), set(terminal.screen.mode)
        # Cursor seen, wrapping, a scroll region, and something written.
        terminal.feed(b"\x1b[?25h\x1b[?7h\x1b[5;9r\x1b[7;3Hsomething else")
        app._line.answers.give_up()
        app._pacer.forget()
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert (terminal.rows(), terminal.cursor(), set(terminal.screen.mode)) == left
        assert terminal.screen.margins is None
        app._line = None


async def test_frames_are_counted_in_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lines(CellDisplay):
        def compose(self) -> ComposeResult:
            yield Static("━" * 400)

    sent: list[str] = []
    monkeypatch.setattr(CellDisplay, "drawable", property(lambda app: app.is_running and not app._batch_count))
    monkeypatch.setattr(CellDisplay, "send", lambda _, text: sent.append(text) if text else None)
    app = Lines(256)
    app.learn(with_mode(app.known, 2026, 2))
    async with app.run_test(size=(40, 12)) as pilot:
        app._line, app._untried = cast("Driver", Line()), False
        app._draw_anew()
        await pilot.pause()
        (frame,) = (text for text in sent if "\x1b[6n" in text)
        assert len(frame) < 1024 < len(frame.encode()) == app._pacer.on_the_way
        assert frame.startswith("\x1b[?2026h")
        app._line = None


def test_what_steers_leaves_its_room() -> None:
    segments = Unsteered().apply([Segment("a\x1b\xadb"), Segment("ok")], Color(0, 0, 0))
    assert [segment.cell_length for segment in segments] == [Segment("a\x1b\xadb").cell_length, 2]
    assert "\x1b" not in segments[0].text and "\xad" not in segments[0].text


@pytest.mark.usefixtures("shown")
async def test_what_is_in_the_middle_of_being_changed_is_not_drawn(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        composed: list[int] = []
        render = Compositor.render_update
        monkeypatch.setattr(
            Compositor,
            "render_update",
            lambda self, **options: (composed.append(app._batch_count), render(self, **options))[1],
        )
        app.screen._compositor_refresh()
        with app.batch_update():
            await asyncio.sleep(0.03)
        await pilot.pause()
        assert composed and not any(composed)
