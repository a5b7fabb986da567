from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import drawn
from tests.tui.invented import place, story_app
from tuireader.facts import Facts
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.widgets.facts import FactsPane

MakeApp = Callable[..., ReaderApp]


async def opened(pilot: Pilot[None]) -> tuple[CompareScreen, FactsPane]:
    """The facts pane of the story, opened from the library."""
    await pilot.pause()
    await pilot.press("f")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, CompareScreen)
    return screen, screen.facts


def right(app: ReaderApp) -> list[str]:
    """What stands right of the reader."""
    return [line.partition("│")[2] or line.partition("┃")[2] or line.partition("▐")[2] for line in drawn(app)]


@pytest.fixture
def app(make_app: MakeApp, tmp_path: Path) -> ReaderApp:
    return story_app(make_app, tmp_path)


async def test_grouped_by_verdict_with_values_carriers_and_wordings(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        text = "\n".join(drawn(app))
        lines = [" ".join(line.split()) for line in right(app)]
    assert "Facts by verdict" in text
    heads = [line for line in lines if line.split(" ")[0] in ("differ", "changed", "agree", "only")]
    assert heads == [
        "differ 1 not the same everywhere",
        "changed 1 because time passed",
        "agree 3 the same in several",
        "only here 3 one article has it",
    ]
    at = lines.index("≠ people taken off 2 wordings")
    assert lines[at + 1 : at + 4] == [
        "About 40 passengers 1 2",
        "More than 45 people 3",
        "2 values, cannot both be true",
    ]
    assert "→ raising the wreck 2 wordings" in lines
    assert "= Tuesday 1 2 3" in lines
    assert "○ villages that sent…: two villages 2" in lines


async def test_people_show_their_roles(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        lines = [" ".join(line.split()) for line in right(app)]
    at = lines.index("= Ilse Verhoeve 1 3")
    assert lines[at + 1 : at + 3] == ["harbour master 1", "head of the harbour 3"]


async def test_numbers_of_one_article_stand_in_one_column(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await opened(pilot)
        lines = right(app)
    ends = {line.rstrip()[-1]: len(line.rstrip()) for line in lines if line.strip() and line.rstrip()[-1] in "123"}
    assert ends["3"] - ends["2"] == 2 == ends["2"] - ends["1"]


async def test_line_and_page_keys_move_the_cursor(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        _, pane = await opened(pilot)
        assert pane.fact is not None and pane.fact.key == "people taken off"
        await pilot.press("j")
        assert pane.fact.key == "raising the wreck"
        await pilot.press("k")
        assert pane.fact.key == "people taken off"
        await pilot.press("G")
        assert pane.rows.cursor == pane.items - 1 == 7
        await pilot.press("g")
        assert pane.rows.cursor == 0
        await pilot.press("pagedown")
        assert pane.rows.cursor > 1
        await pilot.press("pageup")
        assert pane.rows.cursor == 0


async def test_a_cursor_move_draws_two_facts_and_no_more(app: ReaderApp, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        _, pane = await opened(pilot)
        await pilot.press("j")
        rows: list[int] = []
        render = pane.rows.render_line
        monkeypatch.setattr(pane.rows, "render_line", lambda y: rows.append(y) or render(y))
        wanted = {y for y, row in enumerate(pane.rows._rows) if row.item in (1, 2)}
        await pilot.press("j")
        await pilot.pause()
    assert set(rows) == wanted


async def test_the_status_line_says_where_and_the_foot_why(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("j")
        await pilot.pause()
        lines = drawn(app)
    assert lines[-1].startswith(" fact 2 of 8 · changed")
    assert any("planned, then done" in line for line in lines[-4:-1])


async def test_enter_goes_to_the_sentence_and_again_to_the_next_carrier(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen, pane = await opened(pilot)
        ferry, _, tide = app.session.articles
        seen = []
        screen.jump = seen.append  # type: ignore[method-assign]
        await pilot.press("j", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        wanted = place(ferry, "will raise the wreck"), place(tide, "wreck was raised")
        assert seen == [wanted[0], wanted[1], wanted[0]]
        await pilot.press("k", "j", "enter")
        await pilot.pause()
        assert seen[-1] == wanted[0], "after a move it begins with the first carrier again"
        assert pane.fact is not None


async def test_a_jump_shows_the_sentence(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen, _ = await opened(pilot)
        await pilot.press("j", "enter", "enter")
        await pilot.pause()
        await pilot.pause()
        assert screen.desk.article == "tide"
        assert any("wreck was raised" in " ".join(line.split()) for line in drawn(app))


async def test_where_the_pane_covers_the_text_a_jump_opens_the_text(app: ReaderApp) -> None:
    async with app.run_test(size=(44, 20)) as pilot:
        screen, pane = await opened(pilot)
        assert screen.facts_open and pane.size.width == 44
        await pilot.press("j", "enter")
        await pilot.pause()
        await pilot.pause()
        assert not screen.facts_open
        assert any("raise the wreck" in line for line in drawn(app))
        await pilot.press("f", "enter")
        await pilot.pause()
        await pilot.pause()
        assert screen.desk.article == "tide", "the next carrier"


async def test_v_groups_by_kind_with_the_verdict_in_words_and_remembers_it(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        _, pane = await opened(pilot)
        await pilot.press("v")
        await pilot.pause()
        lines = [" ".join(line.split()) for line in right(app)]
        assert [group.name for group in pane.rows.shown.groups] == ["person", "place", "date", "quantity", "event"]
        assert pane.fact is not None and pane.fact.key == "people taken off", "the cursor stays on its fact"
        assert app.session.library.get("facts.group") == "kind"
        await pilot.press("v", "v")
        assert pane.by == "verdict"
    assert "≠ people taken off differ" in lines
    assert "= Tuesday agree 1 2 3" in lines


async def test_x_takes_a_fact_off_the_list_and_remembers_it(app: ReaderApp, make_app: MakeApp, tmp_path: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        _, pane = await opened(pilot)
        await pilot.press("j", "x")
        await pilot.pause()
        assert pane.items == 7 and pane.dismissed == 1
        assert pane.fact is not None and pane.fact.key == "Ilse Verhoeve", "the cursor stays where it was"
        assert "7, 1 dismissed" in drawn(app)[0]
    again = story_app(make_app, tmp_path)
    again.session.library = app.session.library
    async with again.run_test(size=(100, 30)) as pilot:
        _, pane = await opened(pilot)
        assert "raising the wreck" not in [fact.key for fact in pane.shown.items if fact.kind == "event"]  # type: ignore[union-attr]


async def test_shown_again_a_dismissed_fact_goes_back(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        _, pane = await opened(pilot)
        await pilot.press("x", "X")
        await pilot.pause()
        assert pane.items == 8
        assert any(" ".join(line.split()) == "dismissed 1 taken off the list" for line in right(app))
        await pilot.press("G", "x")
        await pilot.pause()
        assert pane.dismissed == 0 and not pane.show_dismissed
        assert pane.rows.shown.groups[0].name == "differ"
        assert app.session.library.dismissed() == frozenset()


async def test_X_hides_them_again(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        _, pane = await opened(pilot)
        await pilot.press("x", "X", "X")
        assert pane.items == 7


@pytest.mark.parametrize("key", ["tab", "h", "left"])
async def test_back_to_the_text_with_the_pane_open(app: ReaderApp, key: str) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen, pane = await opened(pilot)
        assert screen.facts_active and pane.rows.active
        await pilot.press(key)
        assert screen.facts_open and not screen.facts_active and not pane.rows.active


async def test_f_closes_it(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen, _ = await opened(pilot)
        await pilot.press("f")
        assert not screen.facts_open and not screen.facts_active


async def test_while_facts_are_looked_for_it_says_so(make_app: MakeApp, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path, facts=False)
    async with app.run_test(size=(80, 24)) as pilot:
        _, pane = await opened(pilot)
        assert any("Looking for facts …" in line for line in drawn(app))
        app.session.facts = Facts()
        pane.fill_facts()
        await pilot.pause()
        assert any("No facts: the rules read English." in line for line in drawn(app))


async def test_all_dismissed(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press(*"xxxxxxxx")
        await pilot.pause()
        assert any("All facts here are dismissed." in line for line in drawn(app))


async def test_control_characters_never_reach_the_screen(app: ReaderApp) -> None:
    facts = app.session.facts
    assert facts is not None
    object.__setattr__(facts.facts[1], "key", "people\x1b[2J \u202etaken off [/red]")
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        text = "\n".join(drawn(app))
    assert "people taken off [/red]" in text
    assert "\x1b" not in text and "\u202e" not in text


@pytest.mark.parametrize("width", [40, 46, 80, 120])
async def test_no_line_is_cut_without_an_ellipsis(app: ReaderApp, width: int) -> None:
    facts = app.session.facts
    assert facts is not None
    long = "passengers and crew of the ferry whom boats of the fishing fleet had taken off before night fell"
    object.__setattr__(facts.facts[1], "key", long)
    async with app.run_test(size=(width, 24)) as pilot:
        _, pane = await opened(pilot)
        rows = pane.rows
        text = [rows.render_line(y).text for y in range(rows.size.height)]
        assert all(len(line) == rows.size.width for line in text)
    at = next(y for y, line in enumerate(text) if "passengers and" in line)
    head = " ".join("".join(line[3:].partition("2 wordings")[0] for line in text[at : at + 2]).split())
    assert head.endswith("…") or head == long


@pytest.mark.parametrize(("before", "after"), [((120, 36), (40, 12)), ((200, 60), (60, 20)), ((40, 12), (70, 30))])
async def test_over_the_texts_it_has_the_width_of_the_screen(
    app: ReaderApp, before: tuple[int, int], after: tuple[int, int]
) -> None:
    async with app.run_test(size=before) as pilot:
        screen, pane = await opened(pilot)
        beside = pane.size.width
        await pilot.resize_terminal(*after)
        await pilot.pause()
        assert screen.covered and pane.size.width == after[0]
        await pilot.resize_terminal(*before)
        await pilot.pause()
        assert pane.size.width == beside


async def test_the_timeline_begins_at_its_beginning_for_a_fact_without_a_date(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        _, pane = await opened(pilot)
        await pilot.press("v", "G")
        await pilot.pause()
        last = pane.fact
        await pilot.press("v")
        await pilot.pause()
        assert pane.by == "timeline" and pane.fact != last
        assert pane.rows.cursor == 0


async def test_what_is_under_the_cursor_is_lit_in_all_panes_and_comes_into_sight(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 12)) as pilot:
        await pilot.pause()
        await pilot.press("c")
        for _ in range(4):
            await pilot.pause()
        await pilot.press("f")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CompareScreen) and len(screen.panes) == 2
        pane = screen.facts
        for _ in range(pane.items - 1):
            await pilot.pause()
            ids = [each.article.id for each in screen.panes if each.article]
            here = [span for span in pane.spans() if span.article in ids]
            lit = {
                (each.article.id, stretch.start, stretch.end)
                for each in screen.panes
                if each.article
                for stretch in each.view.laid("hit").over(0, 10_000)
            }
            assert lit == {tuple(span) for span in here}
            if here:
                assert any(each.view.shows(span) for each in screen.panes for span in here)
            await pilot.press("j")
        places = {
            each.article.id: app.session.library.position(each.article.digest) for each in screen.panes if each.article
        }
        assert not any(places.values()), "what one passes is no place to come back to"
