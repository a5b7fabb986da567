"""The facts pane: a timeline, one article's facts, a filter, sentences at the foot, the namings of somebody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.conftest import drawn
from tests.tui.invented import place, story_app
from tests.tui.test_facts_pane import MakeApp, opened, right
from tuireader.facts import Naming
from tuireader.tui.app import ReaderApp
from tuireader.tui.reading.fact_points import Point
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.widgets.facts import FactsPane
from tuireader.tui.widgets.peek import shared_out


@pytest.fixture
def app(make_app: MakeApp, tmp_path: Path) -> ReaderApp:
    return story_app(make_app, tmp_path)


def squeezed(app: ReaderApp) -> list[str]:
    return [" ".join(line.split()) for line in right(app)]


def keys(pane: FactsPane) -> list[int]:
    return [item.id for item in pane.shown.items if not isinstance(item, Point)]


# Timeline


async def test_v_shows_a_timeline_and_is_remembered(app: ReaderApp, make_app: MakeApp, tmp_path: Path) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        _, pane = await opened(pilot)
        await pilot.press("v", "v")
        await pilot.pause()
        lines = squeezed(app)
        assert pane.by == "timeline" and pane.items == 4
        assert "Timeline" in drawn(app)[0]
    heads = ["Tuesday · 2 facts", "Friday · 1 fact", "June · 1 fact"]
    assert [line for line in lines if line in heads] == heads, "a number alone behind June would be a day"
    at = lines.index(heads[0])
    assert lines[at + 1] == "= About 40 passengers were taken off 1 2", "two who tell it in the same words are one line"
    assert any("planned" in line for line in lines[lines.index(heads[2]) :])
    again = story_app(make_app, tmp_path)
    again.session.library = app.session.library
    async with again.run_test(size=(100, 40)) as pilot:
        _, pane = await opened(pilot)
        assert pane.by == "timeline"


async def test_a_moment_leads_to_where_it_is_told_and_to_its_fact(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        screen, pane = await opened(pilot)
        seen = []
        screen.jump = seen.append  # type: ignore[method-assign]
        await pilot.press("v", "v", "G", "enter")
        await pilot.pause()
        assert seen == [place(app.session.articles[0], "The company will raise the wreck in June.")]
        assert pane.fact is not None and pane.fact.id == 7
        assert drawn(app)[-1].startswith(" moment 4 of 4")
        await pilot.press("x")
        await pilot.pause()
        assert pane.items == 3, "with its fact the moment is dismissed"


async def test_without_dates_the_timeline_says_so(app: ReaderApp) -> None:
    facts = app.session.facts
    assert facts is not None
    app.session.facts = facts._replace(timeline=())
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("v", "v")
        await pilot.pause()
        assert any("No dates here." in line for line in drawn(app))


# Whose facts


async def test_a_lists_what_the_article_in_hand_says(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        screen, pane = await opened(pilot)
        await pilot.press("a")
        await pilot.pause()
        assert keys(pane) == [2, 3, 1, 4, 5, 7]
        assert "Facts by verdict in 1" in drawn(app)[0] and drawn(app)[0].endswith("6 of 8")
        await pilot.press("tab", "2")
        await pilot.pause()
        assert screen.desk.article == "herald"
        assert keys(pane) == [2, 4, 5, 6], "it follows the article that is read"
        await pilot.press("f", "f", "a")
        await pilot.pause()
        assert pane.whose == "all" and pane.items == 8


async def test_a_knows_the_articles_in_the_panes(app: ReaderApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        await pilot.press("c", "f", "a")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CompareScreen) and len(screen.desk.panes) == 2
        assert screen.facts.whose == "article"
        await pilot.press("a")
        await pilot.pause()
        assert "in 1 2" in drawn(app)[0]
        assert 8 not in keys(screen.facts)
        await pilot.press("a")
        assert screen.facts.whose == "all"


@pytest.mark.parametrize("key", ["c", "f"])
async def test_of_two_marked_articles_only_what_concerns_them(app: ReaderApp, key: str) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.press("space", "space", *{"c": "cf", "f": "f"}[key])
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CompareScreen) and screen.desk.ids == ("ferry", "herald")
        lines = squeezed(app)
        assert set(keys(screen.facts)) == {1, 2, 3, 4, 5, 6, 7}
        verdicts = {item.id: item.verdict for item in screen.facts.shown.facts}
        assert verdicts[2] == "agree", "what differs is told by the third alone"
        assert verdicts[1] == verdicts[3] == "only"
        assert not any("More than 45" in line for line in lines)
        assert "in 1 2" in drawn(app)[0]


async def test_a_fact_dismissed_among_two_is_dismissed_in_the_story(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.press("space", "space", "f")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        gone = screen.facts.fact
        assert gone is not None
        await pilot.press("x", "q", "a", "f")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CompareScreen) and len(screen.desk.ids) == 3
        assert gone.id not in keys(screen.facts) and screen.facts.dismissed == 1


# Filter


async def test_F_lists_at_each_key_what_has_the_words(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        screen, pane = await opened(pilot)
        await pilot.press("F")
        assert screen.scopes == ("filter",)
        await pilot.press(*"WRECK")
        await pilot.pause()
        assert keys(pane) == [3, 7]
        await pilot.press("space", *"jun")
        await pilot.pause()
        assert keys(pane) == [7], "all words must be there"
        assert "enter keep" in drawn(app)[-1] and "search" not in drawn(app)[-1]
        await pilot.press("enter")
        await pilot.pause()
        assert keys(pane) == [7] and screen.scopes[0] == "facts"
        assert "with “WRECK jun”" in drawn(app)[0] and drawn(app)[0].endswith("1 of 8")
        await pilot.press("F", *"zz")
        await pilot.pause()
        assert any("No fact has “zz”." in line for line in drawn(app)), "typing replaces what was there"
        await pilot.press("escape")
        await pilot.pause()
        assert pane.items == 8 and pane.prompt.value == ""


async def test_arrows_move_while_letters_are_typed(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        _, pane = await opened(pilot)
        await pilot.press("F", *"wreck", "down")
        assert pane.fact is not None and pane.fact.id == 7
        await pilot.press("up")
        assert pane.fact is not None and pane.fact.id == 3
        await pilot.press("pagedown", "pageup")
        assert pane.fact is not None and pane.fact.id == 3


async def test_what_is_typed_is_drawn_harmless(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen, pane = await opened(pilot)
        await pilot.press("F")
        pane.paste("we\x1b[2J\u202eck [/red]")
        await pilot.press("enter")
        await pilot.pause()
        text = "\n".join(drawn(app))
    assert "[/red]" in text
    assert "\x1b" not in text and "\u202e" not in text
    assert isinstance(screen, CompareScreen)


@pytest.mark.parametrize("size", [(40, 12), (60, 16), (200, 60)])
async def test_the_filter_fits_every_size(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.press("F", *"zz", "enter")
        await pilot.pause()
        lines = drawn(app)
    assert any("zz" in line for line in lines)
    assert all(len(line) <= size[0] for line in lines)


# A look at the sentences


async def test_space_shows_the_sentences_and_they_follow_the_cursor(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        screen, _ = await opened(pilot)
        await pilot.press("space")
        await pilot.pause()
        text = " ".join(squeezed(app))
        assert "Tuesday before it sank off Marrow Point." in text and "Tuesday night." in text
        await pilot.press("j")
        await pilot.pause()
        assert "The company will raise the wreck in June." in " ".join(squeezed(app))
        assert screen.facts_active, "the keys stay with the facts"
        await pilot.press("space")
        await pilot.pause()
        assert "The company will raise the wreck in June." not in " ".join(squeezed(app))


@pytest.mark.parametrize(
    ("needs", "room", "wanted"),
    [((3, 3, 3), 8, [3, 3, 2]), ((1, 9), 5, [1, 4]), ((2, 2), 9, [2, 2]), ((4, 4, 4), 3, [1, 1, 1])],
)
def test_lines_are_shared_out_by_need(needs: tuple[int, ...], room: int, wanted: list[int]) -> None:
    assert shared_out(needs, room) == wanted


# Texts and namings


async def test_what_stands_under_the_cursor_is_lit_in_the_texts(app: ReaderApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        await pilot.press("c", "f", "j")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        ferry = app.session.articles[0]
        span = place(ferry, "will raise the wreck")
        view = screen.panes[0].view
        assert [(each.start, each.end) for each in view.laid("hit").over(0, len(ferry.text))] == [span[1:]]
        await pilot.press("f")
        await pilot.pause()
        assert not len(view.laid("hit")), "nothing is lit where the facts are closed"


async def test_enter_goes_through_all_namings_first_one_of_each_article(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        screen, pane = await opened(pilot)
        ferry, _, tide = app.session.articles
        seen = []
        screen.jump = seen.append  # type: ignore[method-assign]
        await pilot.press("j", "j")
        assert pane.fact is not None and pane.fact.key == "Ilse Verhoeve"
        for _ in range(5):
            await pilot.press("enter")
            await pilot.pause()
        assert [span[:2] for span in seen] == [
            place(ferry, "Ilse Verhoeve")[:2],
            place(tide, "Ilse Verhoeve")[:2],
            place(ferry, "Harbour master")[:2],
            place(tide, "who runs the harbour")[:2],
            place(ferry, "Ilse Verhoeve")[:2],
        ]
        assert "naming 1 of 4" in drawn(app)[-1]


async def test_another_spelling_is_told_as_a_difference_in_spelling(app: ReaderApp) -> None:
    facts = app.session.facts
    assert facts is not None
    (entity,) = facts.entities
    tide = app.session.articles[2]
    # "Harbour" is what else somebody writes it as, "lse Verhoev" is another spelling.
    more = Naming(place(tide, "lse Verhoev"), "spelling"), Naming(place(tide, "harbour"), "spelling")
    app.session.facts = facts._replace(entities=(replace(entity, namings=(*entity.namings, *more)),))
    async with app.run_test(size=(200, 40)) as pilot:
        await opened(pilot)
        assert "spelling differs: Ilse Verhoeve / lse Verhoev" in " ".join(squeezed(app))
        assert "/ harbour" not in " ".join(squeezed(app))


async def test_where_the_filter_takes_the_fact_away_the_cursor_goes_to_the_first(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        _, pane = await opened(pilot)
        await pilot.press("G", "F", *"ferry")
        assert pane.items > 2 and pane.rows.cursor == 0
