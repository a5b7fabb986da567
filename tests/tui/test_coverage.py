from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.style import Style
from textual.pilot import Pilot

from tests.tui.conftest import drawn
from tests.tui.invented import story_app
from tuireader.facts import Fact
from tuireader.passages import Passage
from tuireader.tui.app import ReaderApp
from tuireader.tui.glyphs import ASCII, CONSOLE
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.screens.coverage import CoverageScreen
from tuireader.tui.screens.library import LibraryScreen

MakeApp = Callable[..., ReaderApp]


@pytest.fixture
def app(make_app: MakeApp, tmp_path: Path) -> ReaderApp:
    return story_app(make_app, tmp_path)


async def opened(pilot: Pilot[None]) -> CoverageScreen:
    """The coverage of the story, opened from the library."""
    await pilot.pause()
    await pilot.press("o")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, CoverageScreen)
    return screen


async def settle(pilot: Pilot[None]) -> None:
    for _ in range(4):
        await pilot.pause()


def squeezed(app: ReaderApp) -> list[str]:
    return [" ".join(line.split()) for line in drawn(app)]


async def test_rows_are_passages_then_facts_and_equal_letters_are_copies(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 44)) as pilot:
        await opened(pilot)
        lines = squeezed(app)
    assert lines[0] == "Coverage of 3 articles 2 passages, 8 facts"
    assert lines[1] == "3 90% 1 70% 2 50%", "who shares most stands at the left, under the number it has everywhere"
    assert lines[2].startswith("━━─ its part; same letter: copy Ondine lost Old ferry sinks")
    assert lines[3] == "Shared passages 2 2 2 1"
    assert lines[4].startswith("1 About 40 passengers were taken") and lines[4].endswith(
        "[a ━━━━ ] b ━━━━━━━━━━ b ━━━━━━━━━━"
    )
    assert lines[5].startswith("2 Nobody was hurt") and lines[5].endswith("a ━━━━━━━━━━ b ━━━━━━━ ·")
    assert "≠ differ 1 1 1 1" in lines and "= agree 3 2 3 2" in lines
    assert any(line.startswith("≠ people taken off") and line.endswith("a ━━━━━━━━━━ b b") for line in lines)
    assert any(line.startswith("→ raising the wreck") and line.endswith("a ━━ b ━━━━━━━━━━ ·") for line in lines)
    assert "○ only here 3 1 1 1" in lines
    assert any(line.startswith("○ villages that sent boats") and line.endswith("· · a ━━━━━━━━━━") for line in lines)


async def test_copies_are_underlined_and_of_one_colour(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 44)) as pilot:
        table = (await opened(pilot)).table
        await pilot.press("j")
        await pilot.pause()
        segments = [segment for segment in table.render_line(1) if segment.text.strip() and segment.style]
        copies = [segment.style for segment in segments if segment.text == "b"]
        alone = next(segment.style for segment in segments if segment.text == "a")
    assert len(copies) == 2 and all(style is not None and style.underline for style in copies)
    assert len({style.color for style in copies if style}) == 1
    assert alone is not None and alone.color != copies[0].color and not alone.underline  # type: ignore[union-attr]


async def test_the_row_under_the_cursor_keeps_its_bars(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 44)) as pilot:
        table = (await opened(pilot)).table

        def bars() -> list[tuple[str, Style | None]]:
            return [(each.text, each.style) for each in table.render_line(1) if "━" in each.text]

        under = bars()
        await pilot.press("j")
        await pilot.pause()
        assert len(under) == 3 and bars() == under
        grounds = {style.bgcolor for _, style in under if style}
        assert len(grounds) == 2, "copies have one, and what has less another"


async def test_the_letters_stand_under_their_article(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        lines = drawn(app)
    row = next(line for line in lines if "→ raising" in line)
    for number, letter in zip("312", "ab·", strict=True):
        assert row[lines[1].index(number)] == letter


async def test_the_foot_says_who_shares_with_whom(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        lines = squeezed(app)
    at = next(place for place, line in enumerate(lines) if "who shares with whom" in line)
    assert lines[at + 1].startswith("1 ─ 3 70% of both shared")
    assert lines[at + 3] == "1 ─ 2 46% of both shared, 52% of 2 word for word", "of who was first nothing is said"


async def test_the_earlier_one_is_first(app: ReaderApp) -> None:
    for article, day in zip(app.session.articles, ("2024-05-15", "2024-05-14", None), strict=True):
        object.__setattr__(article, "published", day)
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        lines = squeezed(app)
    assert "2 → 1 46% of both shared, 41% of 1 word for word; 2 was published first" in lines


async def test_the_status_line_says_what_is_under_the_cursor(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await opened(pilot)
        assert screen.where()[0] == ("1 of 10", "bar_text")
        assert drawn(app)[-1].startswith(" 1 of 10 · 3 “Ondine lost” has 35% of it in words of its own")
        await pilot.press("l")
        await pilot.pause()
        assert drawn(app)[-1].startswith(" 1 of 10 · 1 “Old ferry sinks off Marrow Point” has it, worded as in 1 other")
        await pilot.press("j", "l")
        await pilot.pause()
        assert drawn(app)[-1].startswith(" 2 of 10 · 2 “Passengers rescued as Ondine…” lacks it")


async def test_list_keys_move_the_row(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        table = (await opened(pilot)).table
        await pilot.press("j")
        assert table.cursor == 1
        await pilot.press("k")
        assert table.cursor == 0
        await pilot.press("G")
        assert table.cursor == 9
        await pilot.press("g")
        assert table.cursor == 0
        await pilot.press("pagedown")
        assert table.cursor > 4
        await pilot.press("pageup")
        assert table.cursor == 0


@pytest.mark.parametrize(("right", "left"), [("l", "h"), ("right", "left")])
async def test_column_keys_stop_at_the_ends(app: ReaderApp, right: str, left: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        table = (await opened(pilot)).table
        await pilot.press(left)
        assert table.article == "tide"
        await pilot.press(right, right, right)
        assert table.article == "herald"
        await pilot.pause()
        assert any("[b ━" in line for line in drawn(app))
        await pilot.press(left)
        assert table.article == "ferry"


async def test_a_cursor_move_draws_two_rows_and_no_more(app: ReaderApp, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        table = (await opened(pilot)).table
        rows: list[int] = []
        render = table.render_line
        monkeypatch.setattr(table, "render_line", lambda y: rows.append(y) or render(y))
        await pilot.press("j")
        await pilot.pause()
    assert sorted(set(rows)) == [1, 2]


async def test_enter_on_a_passage_brings_every_pane_to_it(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await pilot.press("j", "l", "enter")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.current is not None and screen.current.id == 2
        assert screen.desk.article == "ferry"
        lines = drawn(app)
        assert any("Nobody was hurt, said" in line for line in lines)
        await pilot.press("q")
        assert isinstance(app.screen, CoverageScreen), "back to the table"


async def test_enter_on_a_fact_shows_its_sentence(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        table = (await opened(pilot)).table
        await pilot.press("G", "l", "l", "enter")
        fact = table.current
        assert fact is not None and isinstance(fact.what, Fact)
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen) and screen.desk.article == "tide"
        assert len(screen.pane.view.laid("hit")) == 1


async def test_where_the_article_lacks_the_row_the_first_that_has_it_opens(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await pilot.press("j", "l", "l", "enter")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen) and screen.desk.article == "ferry"


@pytest.mark.parametrize("keys", [("g",), ("G",)])
async def test_over_the_compare_screen_enter_goes_back_to_it(app: ReaderApp, keys: tuple[str, ...]) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.press("c")
        await settle(pilot)
        below = app.screen
        await pilot.press("o")
        await settle(pilot)
        await pilot.press(*keys, "enter")
        await settle(pilot)
        assert app.screen is below and isinstance(below, CompareScreen)
        assert below.desk.article == "tide"
        assert [type(screen) for screen in app.screen_stack[1:]] == [LibraryScreen, CompareScreen]
        if keys == ("g",):
            assert isinstance(below.current, Passage) and below.current.id == 1


async def test_dismissed_facts_are_left_out(app: ReaderApp) -> None:
    facts = app.session.facts
    assert facts is not None
    app.session.library.dismiss(app.session.dismissals(facts.facts[0])[0])
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        lines = squeezed(app)
    assert not any("Ilse Verhoeve a" in line for line in lines)
    assert lines[0].endswith("2 passages, 7 facts")


async def test_while_passages_and_facts_are_looked_for(make_app: MakeApp, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path, telling=False, facts=False)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert any("Looking for shared passages …" in line for line in drawn(app))
        known = story_app(make_app, tmp_path).session
        app.session.telling = known.telling
        screen.session_changed()
        await pilot.pause()
        assert any("Looking for facts …" in line for line in drawn(app))
        assert screen.table.items == 2
        await pilot.press("j", "l")
        app.session.facts = known.facts
        screen.session_changed()
        await pilot.pause()
        assert screen.table.items == 10
        assert (screen.table.cursor, screen.table.column) == (1, 1), "the cursor stays"
        assert not any("Looking" in line for line in drawn(app))


async def test_nothing_found(make_app: MakeApp, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path, empty=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("j", "enter", "l")
        await pilot.pause()
        assert isinstance(app.screen, CoverageScreen)
        assert any("No shared passages, no facts." in line for line in drawn(app))


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36), (200, 60)])
async def test_every_size_has_head_rows_foot_and_status(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        lines = drawn(app)
        assert len(lines) == size[1] and all(len(line) <= size[0] for line in lines)
        assert screen.table.columns.shown == 3
        assert any("[a" in line for line in lines)
        assert any("who shares with whom" in line for line in lines[-8:]) and any(
            "70% of both shared" in line for line in lines
        )
        await pilot.press("v")
        await pilot.pause()
        lines = drawn(app)
        assert len(lines) == size[1] and all(len(line) <= size[0] for line in lines)
        assert any(line.startswith(" ┌─ together") and line.rstrip().endswith("┐") for line in lines)


async def test_columns_scroll_where_they_do_not_fit(make_app: MakeApp, tmp_path: Path) -> None:
    files = []
    for number in range(1, 13):
        files.append(tmp_path / f"paper{number:02}.txt")
        files[-1].write_text(f"The dam at Corrin Vale holds, paper {number} was told on Sunday.\n", encoding="utf-8")
    app = make_app(files=files, known=False)
    app.study = lambda: None  # type: ignore[method-assign]
    async with app.run_test(size=(40, 16)) as pilot:
        screen = await opened(pilot)
        assert "1 to 5 of 12" in drawn(app)[1]
        await pilot.press(*"lllllll")
        await pilot.pause()
        assert screen.table.column == 7
        head = drawn(app)[1]
        assert "4 to 8 of 12" in head and head.split()[-5:] == ["4", "5", "6", "7", "8"]
        await pilot.press(*"hhhhhhh")
        await pilot.pause()
        assert "1 to 5 of 12" in drawn(app)[1]


async def test_a_click_chooses_row_and_column(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await opened(pilot)
        table = screen.table
        x = table.columns.words + 2 * table.columns.cell + 1
        await pilot.click(table, offset=(x, 2))
        await pilot.pause()
        assert (table.cursor, table.column) == (1, 2)
        assert drawn(app)[-1].startswith(" 2 of 10 · 2 “Passengers rescued as Ondine…” lacks it")


async def test_control_characters_never_reach_the_screen(app: ReaderApp) -> None:
    facts = app.session.facts
    assert facts is not None
    object.__setattr__(facts.facts[1], "key", "people\x1b]0;x\x07 taken off [/b]")
    object.__setattr__(app.session.articles[0], "source", "The\x1b[31m Ferry")
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        text = "\n".join(drawn(app))
    assert "people taken off [/b]" in text and "The Ferry" in text
    assert "\x1b" not in text and "\x07" not in text


async def test_of_two_marked_articles_only_what_concerns_them(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.press("space", "space", "o")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CoverageScreen) and screen.story.articles == ("ferry", "herald")
        lines = squeezed(app)
        assert lines[0] == "Coverage of 2 articles 1 passage, 7 facts"
        assert any(
            line.startswith("1 About 40 passengers") and line.endswith("[a ━━━━━━━━━━] a ━━━━━━━━━━") for line in lines
        )
        kept = next(line for line in lines if line.startswith("= people taken off"))
        assert kept.endswith("a ━━━━━━━━━━ a ━━━━━━━━━━"), "only the third tells it otherwise"
        assert not any("Harbour master" in line for line in lines)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, CompareScreen) and app.screen.desk.ids == ("ferry", "herald")


async def test_from_two_articles_side_by_side_their_coverage(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.press("space", "space", "c", "o")
        await pilot.pause()
        assert squeezed(app)[0].startswith("Coverage of 2 articles")


async def test_v_shows_the_story_map_drawn_and_told_and_enter_opens_what_it_shows(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await opened(pilot)
        await pilot.press("v")
        await pilot.pause()
        lines = squeezed(app)
        assert lines[0] == "Story map of 3 articles 3 stand together"
        assert any(line.startswith("│ 1 Old ferry") and "┬" in line for line in lines)
        assert any(line.startswith("└─ 2 passages, 1 in one wording") for line in lines)
        assert lines[-1].startswith("1 of 4"), "the box and the articles in it"
        await pilot.press("h", "l", "G")
        await pilot.pause()
        assert screen.map.articles == ("herald",)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, CompareScreen) and app.screen.desk.panes == ["herald"]
        await pilot.press("q", "g", "enter")
        await settle(pilot)
        assert isinstance(app.screen, CompareScreen) and len(app.screen.desk.panes) > 1
        await pilot.press("q", "v")
        await pilot.pause()
        lines = squeezed(app)
        assert lines[0].startswith("Story map in words of 3 articles")
        assert any(
            line.startswith("- “Old ferry sinks off Marrow Point” (1), “Ondine lost” (3) and “Passengers")
            for line in lines
        )
        assert "first is not known." in " ".join(lines)
        await pilot.press("j", "enter")
        await settle(pilot)
        assert isinstance(app.screen, CompareScreen) and set(app.screen.desk.ids) == {"ferry", "tide"}
        await pilot.press("q", "v")
        await pilot.pause()
        assert squeezed(app)[0].startswith("Coverage of 3 articles")


async def test_f_filters_the_rows_while_one_types(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await opened(pilot)
        await pilot.press("v", "F", *"verhoeve")
        await pilot.pause()
        assert screen.view == "table" and screen.table.items == 2
        await pilot.press("down", "enter")
        await pilot.pause()
        assert screen.table.cursor == 1 and not screen.typing
        assert squeezed(app)[0].startswith("Coverage of 3 articles with “verhoeve”")
        await pilot.press("F", *"xyz")
        await pilot.pause()
        assert any("No row has “xyz”." in line for line in drawn(app))
        await pilot.press("escape")
        assert screen.table.items == 10
        await pilot.press("F", *"boats", "enter", "q")
        assert screen.table.items == 10 and isinstance(app.screen, CoverageScreen), "back takes the filter away first"
        await pilot.press("q")
        assert isinstance(app.screen, LibraryScreen)


@pytest.mark.parametrize(("term", "bar"), [("linux", "═"), ("ascii", "=")])
async def test_bars_that_the_terminal_has(app: ReaderApp, term: str, bar: str) -> None:
    app.glyphs = CONSOLE if term == "linux" else ASCII
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        assert any(f"[a {bar * 4} " in line for line in drawn(app))
        await pilot.press("v")
        await pilot.pause()
        sides = {"linux": "┌─ together", "ascii": "+- together"}
        assert any(sides[term] in line for line in drawn(app))


async def test_what_is_under_the_cursor_can_be_copied(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await opened(pilot)
        assert any("More than 45 people" in offer.text for offer in screen.offers())
        await pilot.press("l")
        assert any("About 40 passengers" in offer.text for offer in screen.offers())
        await pilot.press("G")
        assert any("on Friday" in offer.text for offer in screen.offers())
        await pilot.press("v", "G")
        assert screen.offers() and screen.map.articles == ("herald",)
        await pilot.press("g")
        assert screen.offers() == [], "a box is of several articles"


async def test_enter_on_a_fact_brings_those_who_carry_it_into_the_panes(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("F", *"raising wreck", "enter", "enter")
        fact = screen.table.current
        assert fact is not None and set(fact.what.articles) == {"ferry", "tide"}
        await settle(pilot)
        below = app.screen
        assert isinstance(below, CompareScreen) and set(below.desk.panes) == {"ferry", "tide"}


async def test_what_was_left_before_it_was_drawn_says_nothing(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 44)) as pilot:
        screen = await opened(pilot)
        await app.pop_screen()
        # As the callback does that comes when the screen would have been drawn.
        screen._say()
    assert app.failure is None
