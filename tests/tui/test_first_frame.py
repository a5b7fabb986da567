"""The frame of the run before gives way to the first screen, whatever happens, and the next one shows what will be."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import drawn
from tuireader.settings import paths
from tuireader.tui import first_frame
from tuireader.tui.app import ReaderApp
from tuireader.tui.drawn_from import DrawnFrom
from tuireader.tui.terminal import saved
from tuireader.tui.terminal.early import Early
from tuireader.tui.terminal.picture import Picture, packed, unpacked
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
    files = DrawnFrom(paths.find(), app.session.given, in_files=bool(app.session.given))
    app.first.open(early, files, shown)
    return early


async def shows(app: ReaderApp) -> None:
    """Until what was shown before is gone, or what the next start shows is drawn."""
    async with asyncio.timeout(10):
        while not app.first._task or not app.first._task.done():
            await asyncio.sleep(0.001)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine screens take long to rest, and are kept all the same."""
    for limit in ("_LIMIT", "_LEAVING"):
        monkeypatch.setattr(first_frame, limit, 20.0)


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
    for limit in ("_LIMIT", "_LEAVING"):
        monkeypatch.setattr(first_frame, limit, 0.2)
    app = make_app()
    opened(app, tmp_path / "frames", shown)
    gc.disable()
    async with app.run_test(size=SIZE) as pilot:
        await shows(app)
        assert not app.holding and gc.isenabled()
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


async def test_who_leaves_before_the_first_screen_stands_does_not_see_it_come(
    make_app: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = await picture_of(make_app())
    found, waits = first_frame.rested, asyncio.Event()

    async def rested(screen: object) -> None:
        if not waits.is_set():
            waits.set()
            await hangs(screen)
        await found(screen)  # type: ignore[arg-type]

    monkeypatch.setattr(first_frame, "rested", rested)
    app = make_app()
    early = opened(app, tmp_path / "frames", shown)
    came: list[None] = []
    monkeypatch.setattr(ReaderApp, "show_now", lambda _: came.append(None))
    async with app.run_test(size=SIZE):
        await asyncio.wait_for(waits.wait(), 10)
        begun = app.first._task
        app.exit()
        await shows(app)
        assert begun is not None and begun.cancelled()
    app.first.close()
    assert saved.find(str(tmp_path / "frames"), early.view_at(*SIZE)) is not None and not came


# The frame for the next start

TEXT = "{title}\n\nThe ferry left the harbour at noon. Nobody in the town has seen it since that day.\n"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two articles and one that is yet to be opened."""
    found = [tmp_path / "texts" / f"{name}.txt" for name in ("one", "two", "three")]
    found[0].parent.mkdir()
    for file in found:
        file.write_text(TEXT.format(title=f"Title {file.stem}"))
    return found


class Sitting:
    """A sitting with some files, which what was done in it changes."""

    def __init__(self, make: Make, folder: Path, files: Sequence[Path], *, given: bool = True) -> None:
        self.app = make(files=files)
        self.app.session.given = tuple(map(str, files)) if given else ()
        self._folder, self._early = folder, Early(str(folder), b"view")
        self._places = paths.find()._replace(state=folder.parent)

    def remember(self) -> None:
        """Something is written into the library, so that the frame of this start is none for the next one."""
        self._places.library.write_text(str(time.monotonic_ns()))

    async def go(self, do: Callable[[Pilot[None]], Awaitable[object]]) -> list[str]:
        """The lines that the next start shows at first; none where it knows nothing."""
        app = self.app
        given = app.session.given
        app.first.open(self._early, DrawnFrom(self._places, given, in_files=bool(given)), None)
        async with app.run_test(size=SIZE) as pilot:
            await shows(app)
            await do(pilot)
            app.exit()
            await shows(app)
        app.first.close()
        frame = saved.find(str(self._folder), self._early.view_at(*SIZE))
        picture = None if frame is None else unpacked(frame.known)
        return [] if picture is None else ["".join(text for text, _ in row).rstrip() for row in picture.rows]


async def comes(app: ReaderApp, text: str) -> None:
    """Until a text stands on the screen."""
    async with asyncio.timeout(10):
        while not any(text in line for line in drawn(app)):
            await asyncio.sleep(0.001)


@pytest.fixture
def sitting(make_app: Make, tmp_path: Path, files: list[Path]) -> Sitting:
    return Sitting(make_app, tmp_path / "frames", files[:2])


async def test_what_was_read_is_what_the_next_start_shows(sitting: Sitting) -> None:
    assert any("Title one" in line for line in await sitting.go(lambda pilot: pilot.press("j")))


@pytest.mark.parametrize("remembers", [False, True])
async def test_a_file_that_has_changed_since_it_was_read_is_not_shown_as_it_was(
    sitting: Sitting, files: list[Path], remembers: bool
) -> None:
    async def do(_: Pilot[None]) -> None:
        files[0].write_text(TEXT.format(title="Title changed"))
        if remembers:
            sitting.remember()

    assert not await sitting.go(do)


async def test_what_was_read_anew_is_shown_as_it_is_now(sitting: Sitting, files: list[Path]) -> None:
    async def do(_: Pilot[None]) -> None:
        files[0].write_text(TEXT.format(title="Title changed"))
        sitting.app._read([str(files[0])])
        await comes(sitting.app, "Title changed")

    assert any("Title changed" in line for line in await sitting.go(do))


@pytest.mark.parametrize("remembers", [False, True])
async def test_what_is_added_for_the_sitting_is_not_shown(sitting: Sitting, files: list[Path], remembers: bool) -> None:
    async def do(_: Pilot[None]) -> None:
        sitting.app.add_path(str(files[2]))
        await comes(sitting.app, "Title three")
        if remembers:
            sitting.remember()

    lines = await sitting.go(do)
    assert any("Title one" in line for line in lines) is not remembers
    assert not any("three" in line for line in lines)


async def test_what_is_taken_off_for_the_sitting_is_shown(sitting: Sitting) -> None:
    async def do(pilot: Pilot[None]) -> None:
        sitting.app.take_off([sitting.app.session.articles[0].id])
        await pilot.pause()
        assert not any("Title one" in line for line in drawn(sitting.app))

    lines = await sitting.go(do)
    assert any("Title one" in line for line in lines) and any("Title two" in line for line in lines)


async def test_a_library_from_which_something_was_taken_numbers_the_rest_anew(
    make_app: Make, tmp_path: Path, files: list[Path]
) -> None:
    sitting = Sitting(make_app, tmp_path / "frames", files, given=False)
    sitting.app.session.library.put(sitting.app.session.articles)
    assert sitting.app.opens_again

    async def do(pilot: Pilot[None]) -> None:
        assert sitting.app.opens_again
        sitting.app.take_off([sitting.app.session.articles[0].id])
        await pilot.pause()
        assert not sitting.app.opens_again

        sitting.remember()

    assert not await sitting.go(do)


async def test_where_the_reader_left_an_article_is_where_the_next_start_begins(
    make_app: Make, tmp_path: Path, files: list[Path]
) -> None:
    files[0].write_text("Title\n\n" + "\n\n".join(f"Paragraph {number} says little." for number in range(200)))
    sitting = Sitting(make_app, tmp_path / "frames", files[:1])

    async def do(pilot: Pilot[None]) -> None:
        await pilot.press("space", "space")
        sitting.remember()

    lines = await sitting.go(do)
    assert any("Paragraph 2" in line for line in lines) and not any("Paragraph 1 " in line for line in lines)
