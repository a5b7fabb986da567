"""Drawn once all is still: what an event loop does first, and how many frames a key costs."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from textual._compositor import Compositor
from textual.events import Key

from tests.tui.idling import wait_for_idle
from tests.tui.terminal.test_display import Make
from tuireader.tui.terminal.still import Still


def after(turns: int, said: list[str]) -> None:
    """Says something after so many turns of the loop."""
    if turns:
        asyncio.get_running_loop().call_soon(after, turns - 1, said)
    else:
        said.append("message")


async def rest(still: Still) -> None:
    """Until nothing is asked for any more."""
    async with asyncio.timeout(5):
        while still.waiting:
            await asyncio.sleep(0.001)


@pytest.fixture
def failures() -> list[Exception]:
    return []


@pytest.fixture
def still(failures: list[Exception]) -> Still:
    return Still(failures.append)


async def test_what_is_asked_for_comes_once_and_after_all_that_goes_on(still: Still) -> None:
    said: list[str] = []
    still.ask(said.append, "first")
    still.ask(said.append, "second")
    still.ask(said.append, "first")
    after(20, said)
    await rest(still)
    assert said == ["message", "first", "second"]


async def test_what_a_call_sets_off_comes_before_the_next_call(still: Still) -> None:
    said: list[str] = []
    still.ask(lambda: after(5, said))
    still.ask(said.append, "second")
    await rest(still)
    assert said == ["message", "second"]


async def test_drawing_waits_for_what_is_asked_for_meanwhile(still: Still) -> None:
    said: list[str] = []
    still.ask(said.append, "frame", after=1)
    still.ask(lambda: still.ask(said.append, "layout"))
    await rest(still)
    assert said == ["layout", "frame"]


async def test_what_is_no_longer_wanted_does_not_come(still: Still) -> None:
    said: list[str] = []
    still.ask(said.append, "first")
    still.ask(said.append, "second")
    still.drop(said.append, "first")
    still.drop(said.append, "never asked for")
    await rest(still)
    still.ask(said.append, "third")
    await rest(still)
    assert said == ["second", "third"]


async def test_what_goes_on_and_on_is_not_waited_for(still: Still) -> None:
    said: list[str] = []

    def on_and_on() -> None:
        if not said:
            asyncio.get_running_loop().call_soon(on_and_on)

    on_and_on()
    still.ask(said.append, "all the same")
    await rest(still)
    assert said == ["all the same"]


async def test_a_failure_is_told_and_the_rest_comes(still: Still, failures: list[Exception]) -> None:
    said: list[str] = []
    still.ask(int, "no number")
    still.ask(said.append, "second")
    await rest(still)
    assert said == ["second"]
    assert [type(each) for each in failures] == [ValueError]


async def test_the_rest_comes_also_where_a_call_is_broken_off(still: Still, failures: list[Exception]) -> None:
    said: list[str] = []

    def broken_off() -> None:
        raise asyncio.CancelledError

    asyncio.get_running_loop().set_exception_handler(lambda *_: said.append("told"))
    still.ask(broken_off)
    still.ask(said.append, "second")
    await rest(still)
    still.ask(said.append, "third")
    await rest(still)
    assert (said, failures) == (["told", "second", "third"], [])


@pytest.fixture
def frames(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """What was composed."""
    composed: list[object] = []

    def counted(name: str) -> None:
        render = getattr(Compositor, name)

        def rendered(self: Compositor, **options: object) -> object:
            update = render(self, **options)
            composed.extend([update] if update is not None else [])
            return update

        monkeypatch.setattr(Compositor, name, rendered)

    counted("render_full_update")
    counted("render_partial_update")
    yield composed


async def test_a_key_costs_one_frame(make_app: Make, frames: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    # However busy the machine is.
    monkeypatch.setattr("tuireader.tui.terminal.still._SECONDS", 10.0)
    app = make_app()
    cost: dict[tuple[str, int], int] = {}
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in ("c", "j", "n", "tab", "w", "z", "f", "j", "e", "q", "question_mark", "q"):
            # What threads found for the key before, or was put off, has come.
            await asyncio.sleep(0.1)
            await wait_for_idle()
            frames.clear()
            app.post_message(Key(key, None))
            await wait_for_idle()
            cost[key, len(cost)] = len(frames)
    assert {key: count for key, count in cost.items() if count != 1} == {}
