"""The frame of the run before gives way to the first screen, whatever happens, and the next one shows what will be."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tuireader.tui import first_frame
from tuireader.tui.app import ReaderApp
from tuireader.tui.terminal.early import Early
from tuireader.tui.terminal.picture import Picture, packed
from tuireader.tui.terminal.saved import Frame

Make = Callable[..., ReaderApp]
SIZE = (80, 24)


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


async def picture_of(app: ReaderApp) -> Picture:
    """The screen that an app begins with."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        return app.pictured(app.meaning())


def opened(app: ReaderApp, folder: Path, shown: Picture) -> Early:
    """Has an app take over what was shown before it was there."""
    early = Early(str(folder), b"view")
    early.frame = Frame(b"", packed(shown))
    app.first.open(early, tuple, shown)
    return early


async def shows(app: ReaderApp) -> None:
    """Until what was shown before is gone."""
    async with asyncio.timeout(10):
        while app.holding or not app.first._task or not app.first._task.done():
            await asyncio.sleep(0.001)


async def fails(_: object) -> None:
    raise RuntimeError


async def hangs(_: object) -> None:
    await asyncio.Event().wait()


@pytest.mark.parametrize("rested", [fails, hangs])
async def test_a_screen_that_does_not_come_to_rest_is_shown_all_the_same(
    make_app: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rested: Callable[..., object]
) -> None:
    shown = await picture_of(make_app())
    monkeypatch.setattr(first_frame, "rested", rested)
    monkeypatch.setattr(first_frame, "_LIMIT", 0.2)
    app = make_app()
    opened(app, tmp_path / "frames", shown)
    gc.disable()
    async with app.run_test(size=SIZE) as pilot:
        await shows(app)
        assert gc.isenabled()
        await pilot.press("enter")
        await pilot.pause()
        assert len(app.reading_screens) == 2, "a key is heard"
    assert not list(tmp_path.rglob("*.frame")), "what does not rest is not kept"


async def test_what_is_wrong_in_the_first_screen_is_told_as_elsewhere(
    make_app: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    opened(app, tmp_path / "frames", await picture_of(make_app()))
    monkeypatch.setattr(ReaderApp, "meaning", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        async with app.run_test(size=SIZE):
            await shows(app)
    assert not app.holding and isinstance(app.failure, ZeroDivisionError)
