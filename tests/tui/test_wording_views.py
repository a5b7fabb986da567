"""The wording views: whole, words that differ, tellings under each other; and what one article alone has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.conftest import drawn
from tests.tui.invented import place, story_app
from tuireader.passages import Occurrence, Passage
from tuireader.sources import from_text
from tuireader.tui.app import ReaderApp
from tuireader.tui.reading.telling_lines import by_wording
from tuireader.tui.screens.compare import CompareScreen

Make = Callable[..., ReaderApp]


def compare(app: ReaderApp) -> CompareScreen:
    assert isinstance(app.screen, CompareScreen)
    return app.screen


async def test_w_goes_through_three_views_and_back(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        screen = compare(app)
        await pilot.press("n", "w")
        assert screen.wording == "words" and "· partly in other words" in drawn(app)[-1]
        assert len(screen.panes[2].view.laid("wording")) > 0
        await pilot.press("w")
        await pilot.pause()
        lines = drawn(app)
        assert "· tellings" in lines[-1]
        assert len(screen.panes[2].view.laid("wording")) == 0
        head = next(row for row, line in enumerate(lines) if line.startswith(" Tellings of passage 1"))
        assert "3 articles · 2 wordings" in lines[head]
        # Two say it in the same words: one line tells who, another the words.
        assert lines[head + 1].startswith("  1 2  Old ferry sinks off Marrow Point, Passengers rescued")
        assert lines[head + 1].endswith("say it in the same words")
        assert lines[head + 2].startswith("  3  Ondine lost")
        assert lines[head + 4].startswith("  1, 2  About 40 passengers were taken off the ferry Ondine")
        assert lines[head + 6].lstrip().startswith("3 ")

        await pilot.press("n")
        assert any("Tellings of passage 2" in line for line in drawn(app))
        await pilot.press("p", "l")
        assert any("Tellings of passage 1" in line for line in drawn(app)) and screen.desk.active == 1
        await pilot.press("w")
        await pilot.pause()
        assert screen.wording == "whole" and screen.tellings is None
        assert not any("Tellings" in line for line in drawn(app))
        assert "tellings" not in drawn(app)[-1] and "wording view" not in drawn(app)[-1]


async def test_the_tellings_scroll_and_the_texts_do_not(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(60, 14)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("w", "w")
        await pilot.pause()
        screen = compare(app)
        tellings = screen.tellings
        assert tellings is not None and screen.current is not None
        sheet, top = tellings.sheet, screen.pane.view.top
        assert len(sheet.lines) > sheet.size.height
        assert f"tellings {sheet.size.height}/{len(sheet.lines)}" in drawn(app)[-1]
        for key, at in (("j", 1), ("k", 0), ("G", len(sheet.lines) - sheet.size.height), ("g", 0)):
            await pilot.press(key)
            assert sheet.top == at, key
        await pilot.press("space")
        assert sheet.top > 1
        await pilot.press("b")
        assert sheet.top == 0 and screen.pane.view.top == top
        # Smaller and larger: it stays open, and leaves the texts some rows.
        for size in ((40, 12), (120, 36), (60, 14)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen.tellings is not None and screen.current is not None
            assert screen.pane.view.size.height >= 3
            lines = drawn(app)
            assert any("Tellings of passage" in line for line in lines)
            assert size[0] > 100 or not any("┣" in line for line in lines)
        await pilot.press("escape")
        await pilot.pause()
        assert screen.tellings is None and screen.current is not None
        await pilot.press("escape")
        assert app.screen is screen and screen.current is None


async def test_u_closes_the_tellings_and_n_goes_to_what_is_told_here_alone(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        screen = compare(app)
        await pilot.press("n", "w", "w", "u")
        await pilot.pause()
        assert screen.tellings is None and screen.show_alone and screen.wording == "whole"
        ferry = app.session.articles[0]
        await pilot.press("n")
        assert screen.at_hand() == place(ferry, "The cause of the leak is not known.")
        await pilot.press("n")
        assert "Nothing further that is told here alone" in drawn(app)[-1]
        await pilot.press("p")
        assert screen.at_hand() == place(ferry, "Old ferry sinks off Marrow Point")
        assert screen.current is None
        await pilot.press("u", "n")
        assert screen.current is app.session.passages[0]


async def test_words_are_held_against_the_sentence_that_answers(make_app: Make) -> None:
    first = "The harbour bridge is shut from Monday until the spring, the town council says."
    second = "Buses will go by way of the old mill, and the school opens half an hour later."
    texts = {"a": f"Bridge\n\n{first} {second}", "b": f"Roads\n\n{second.replace('half', 'one')} {first}"}
    app = make_app(articles=[from_text(text, id=id) for id, text in texts.items()])
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("space", "space", "c")
        await pilot.pause()
        screen = compare(app)
        await pilot.press("w")
        lit = []
        for pane in screen.panes:
            assert pane.article is not None
            text = pane.article.text
            lit.append([text[each.start : each.end] for each in pane.view.laid("wording").over(0, len(text))])
        # Told in another order: nothing but the one word is another.
        assert [" ".join(words) for words in lit] in (["half", "one"], ["", ""])


@pytest.mark.parametrize("depth", [0, 16777216])
async def test_what_changed_is_seen_without_colours(make_app: Make, tmp_path: Path, depth: int) -> None:
    app = story_app(make_app, tmp_path)
    app.depth = app.palette.depth = depth  # type: ignore[assignment]
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("n", "n", "w", "w")
        await pilot.pause()
        shown = "\n".join(drawn(app))
        assert ("[-" in shown and "{+" in shown) == (depth == 0)


def test_those_of_one_wording_stand_together(make_app: Make, tmp_path: Path) -> None:
    app = story_app(make_app, tmp_path)
    assert by_wording(app.session.passages[0], app.session.numbers) == [["ferry", "herald"], ["tide"]]


async def test_what_is_told_in_other_words_says_so_in_both_views(make_app: Make) -> None:
    one = "Before he flies home, the envoy will call at the northern fort on March 10."
    two = "A day earlier, their guest is to see soldiers at the fort."
    same = "The envoy arrives in Brask on March 11 and speaks with the council about the two ports that are closed."
    both = [from_text(f"Visit\n\n{same} {one}", id="one"), from_text(f"Guest\n\n{same} {two}", id="two")]
    app = make_app(articles=both)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("a", "c")
        await pilot.pause()
        screen = compare(app)
        passage = Passage(
            1,
            "reworded",
            0.9,
            tuple(
                Occurrence(each.span(each.text.index(tells), len(each.text)), number)
                for number, (each, tells) in enumerate(zip(both, (one, two), strict=True), 1)
            ),
        )
        screen.current = passage
        await pilot.press("w")
        status = drawn(app)[-1]
        assert "· in other words" in status
        for pane, tells in zip(screen.panes, (one, two), strict=True):
            assert pane.article is not None
            text = pane.article.text
            laid = [text[each.start : each.end] for each in pane.view.laid("wording").over(0, len(text))]
            assert "".join(laid).startswith(tells[:20]) and len("".join(laid)) >= len(tells)
        await pilot.press("w")
        await pilot.pause()
        assert any("[in other words; numbers marked] A day earlier" in line for line in drawn(app))
