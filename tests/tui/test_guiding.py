"""The hint of the first run, and the tour."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.tui.conftest import drawn, until
from tuireader.settings.commands import COMMANDS, SCOPES
from tuireader.tui.app import ReaderApp
from tuireader.tui.guiding import FIRST, TOUR, Guide, Step, commands_of

Make = Callable[..., ReaderApp]


def text(guide: Guide, scope: str) -> str:
    return "".join(said for said, _ in guide.said((scope, "app"), lambda id: f"<{id}>"))


def test_what_is_spoken_of_exists() -> None:
    assert commands_of([*FIRST, *TOUR]) <= {command.id for command in COMMANDS}
    assert {scope for step in (*FIRST, *TOUR) for scope in step.scopes} <= set(SCOPES)


def test_a_guide_goes_on_when_its_command_was_given() -> None:
    guide = Guide([Step(("library",), "Press {library.compare}.", ("library.compare",)), Step((), "The end.")], "tour")
    assert text(guide, "library") == "tour 1/2: Press <library.compare>."
    assert guide.said(("library",), lambda _: "c")[1] == ("c", True)
    guide.did("library.select")
    assert guide.at == 0
    guide.did("library.compare")
    assert text(guide, "compare") == "tour 2/2: The end."
    guide.did("app.quit")
    assert guide.at == 1


def test_elsewhere_a_tour_says_where_it_goes_on_and_a_hint_nothing() -> None:
    assert text(Guide(TOUR, "tour"), "help") == "tour 1/12: it goes on in: library. <app.back> goes back."
    assert text(Guide(FIRST), "help") == ""


async def test_the_hint_of_the_first_run_goes_with_the_first_key(make_app: Make) -> None:
    app = make_app()
    app.guide = Guide(FIRST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert any("tuireader tour" in line for line in drawn(app))
        await pilot.press("j")
        await pilot.pause()
        assert not any("tuireader tour" in line for line in drawn(app))


def stands(app: ReaderApp, begins: str) -> bool:
    """Whether a line of the screen begins so."""
    return any(line.startswith(begins) for line in drawn(app))


@pytest.mark.parametrize("size", [(80, 24), (160, 40)])
async def test_the_tour_can_be_walked_by_the_keys_it_names(make_app: Make, size: tuple[int, int]) -> None:
    app = make_app()
    app.guide = Guide(TOUR, "tour")
    keys = ["c", "n", "w", "u", "f", "enter", "o", "q", "slash", "enter", "m"]
    assert len(keys) == len(TOUR) - 1
    async with app.run_test(size=size) as pilot:
        for number, key in enumerate(keys, 1):
            await until(pilot, partial(stands, app, f" tour {number}/12: "))
            assert not any("it goes on in" in line for line in drawn(app))
            if key == "enter" and number == 10:
                await pilot.press(*"vucic")
            await pilot.press(key)
        await pilot.pause()
        assert any("That was the tour" in line for line in drawn(app))


async def test_on_a_low_screen_there_is_no_room_for_it(make_app: Make) -> None:
    app = make_app()
    app.guide = Guide(TOUR, "tour")
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        assert not any("tour 1/12" in line for line in drawn(app))
        await pilot.resize_terminal(60, 24)
        await pilot.pause()
        assert any("tour 1/12" in line for line in drawn(app))
