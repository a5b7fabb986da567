"""Why a fact has its verdict: opened from the facts pane, read, stepped through, closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import drawn
from tests.tui.invented import place, story_app
from tests.tui.test_facts_pane import MakeApp, opened
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.screens.fact_why import FactWhyScreen
from tuireader.tui.screens.help import HelpScreen


@pytest.fixture
def app(make_app: MakeApp, tmp_path: Path) -> ReaderApp:
    return story_app(make_app, tmp_path)


async def asked(pilot: Pilot[None], *keys: str) -> FactWhyScreen:
    """The reasons for a fact; ``keys`` lead to it."""
    await opened(pilot)
    await pilot.press(*keys, "e")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, FactWhyScreen)
    return screen


def shown(screen: FactWhyScreen) -> str:
    return " ".join(" ".join("".join(text for text, _ in pieces) for pieces in screen.sheet.lines).split())


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36), (200, 60)])
async def test_it_tells_verdict_rule_sentences_readings_pairs_and_wordings(
    app: ReaderApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await asked(pilot)
        text = shown(screen)
        lines = drawn(app)
    assert "≠ people taken off The articles differ · 2 values, cannot both be true" in text
    assert "rule two numbers of the same people" in text
    assert "About 40 passengers were taken off the ferry Ondine on Tuesday before it sank off Marrow Point." in text
    assert "about 40, taken as 38 to 42; counts passengers" in text
    assert "1 ~ 3: one ends where the other begins" in text
    assert "2 independent wordings: 1, 2 share one; 3 has its own" in text
    assert any("Why this fact" in line for line in lines)
    assert all(len(line) <= size[0] for line in lines)


async def test_what_else_somebody_is_called_is_told(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        text = shown(await asked(pilot, "j", "j"))
    assert "also Harbour master (1); who runs the harbour (3)" in text


async def test_the_value_is_lit_in_its_sentence(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        hit = app.palette.hit
        lit = [text for pieces in screen.sheet.lines for text, style in pieces if style.bgcolor == hit.bgcolor]
    assert lit == ["About 40 passengers", "About 40 passengers", "More than 45 people"]


async def test_down_goes_from_value_to_value_and_enter_shows_it(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        below = screen._below
        assert isinstance(below, CompareScreen)
        seen = []
        below.jump = seen.append  # type: ignore[method-assign]
        assert drawn(app)[-1].startswith(" place 1 of 3 · article 1")
        await pilot.press("j", "j", "j")
        await pilot.pause()
        assert drawn(app)[-1].startswith(" place 3 of 3 · article 3")
        await pilot.press("k", "down", "enter")
        await pilot.pause()
        assert seen == [place(app.session.articles[2], "More than 45 people")]
        assert app.screen is below


async def test_on_a_low_screen_every_line_can_be_read(app: ReaderApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        screen = await asked(pilot)
        seen = set()
        for _ in range(60):
            top = screen.sheet.top
            seen |= set(range(top, top + screen.sheet.size.height))
            await pilot.press("j")
            await pilot.pause()
        total = len(screen.sheet.lines)
        assert seen >= set(range(total))
        assert screen._at == 2
        await pilot.press("g")
        await pilot.pause()
        assert screen.sheet.top == 0 and screen._at == 0
        await pilot.press("G")
        await pilot.pause()
        assert screen.sheet.top == total - screen.sheet.size.height and screen._at == 2


async def test_n_and_p_tell_of_the_next_fact_and_the_one_before(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        await pilot.press("n")
        await pilot.pause()
        assert "→ raising the wreck" in shown(screen)
        assert screen._below.facts.fact is not None and screen._below.facts.fact.id == 3
        await pilot.press("p", "p")
        await pilot.pause()
        assert "≠ people taken off" in shown(screen)
        assert "No further fact" in drawn(app)[-1]


async def test_n_passes_over_moments_without_a_fact(app: ReaderApp) -> None:
    facts = app.session.facts
    assert facts is not None
    app.session.facts = facts._replace(facts=tuple(fact for fact in facts.facts if fact.id not in (4, 8)))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("v", "v", "g", "e")
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
        assert "No fact belongs to this" in drawn(app)[-1]
        await pilot.press("G", "e", "p")
        await pilot.pause()
        assert isinstance(app.screen, FactWhyScreen)


@pytest.mark.parametrize("key", ["q", "escape", "e"])
async def test_closing(app: ReaderApp, key: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        await pilot.press(key)
        assert app.screen is screen._below
        assert screen._below.facts_active


async def test_help_holds_its_keys(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await asked(pilot)
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert "Tell of the next fact." in "\n".join(drawn(app))


async def test_the_text_that_is_read_stays_in_sight_where_there_is_room(app: ReaderApp) -> None:
    async with app.run_test(size=(160, 40)) as pilot:
        screen = await asked(pilot)
        panel = screen.query_one("#panel").region
        assert panel.x > 0 and panel.right == 160
        assert "Old ferry sinks off Marrow Point" in "\n".join(line[: panel.x] for line in drawn(app))


async def test_text_from_outside_is_harmless(app: ReaderApp) -> None:
    facts = app.session.facts
    assert facts is not None
    for name in ("key", "why"):
        object.__setattr__(facts.facts[1], name, "people\x1b[2J \u202e[/red]")
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(pilot)
        text = "\n".join(drawn(app))
    assert "people [/red]" in text
    assert "\x1b" not in text and "\u202e" not in text


async def test_wide_again_it_stands_where_the_facts_do(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await asked(pilot)
        panel, facts = screen.query_one("#panel"), screen._below.facts
        assert panel.region.x == facts.region.x
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert panel.size.width == 40
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        assert panel.region.x == facts.region.x
