"""The text as it came: what was set aside with its reason, what is hidden named, and everything where it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.tui.conftest import drawn, until
from tuireader import sources
from tuireader.sources import from_text
from tuireader.sources.model import Options
from tuireader.tui.app import ReaderApp
from tuireader.tui.reading.page import Page
from tuireader.tui.screens.compare import CompareScreen

Make = Callable[..., ReaderApp]
LINE = "Work on the pier goes on until the summer, and the town has asked the state for money that may not come"
TEXT = (
    "Harbour Reopens After the Storm\n\nBy Anna Berg\n\n"
    + "\n\n".join(f"{LINE} in year {number}." for number in range(30))
    + "\nNobody was\u202e hurt, said Ida\u200b\u200b Holm. /AFP\nShare this Post\n"
)


async def test_a_key_shows_it_and_the_same_key_goes_back(make_app: Make) -> None:
    app = make_app(articles=[from_text(TEXT, id="harbour"), from_text(TEXT + "And more.", id="other")])
    async with app.run_test(size=(90, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        before = drawn(app)
        assert "3 hidden characters" in before[-1]
        await pilot.press("r")
        assert "as it came · 3 set aside" in drawn(app)[-1].replace("-", "·")
        assert any("By Anna Berg" in line and "byline" in line for line in drawn(app))
        await pilot.press("G")
        shown = "\n".join(drawn(app))
        assert "Nobody was‹U+202E› hurt, said Ida‹U+200B×2› Holm." in shown
        assert any("/AFP" in line and "agency" in line for line in drawn(app))
        await pilot.press("g", "r")
        assert drawn(app) == before


async def test_the_line_at_the_top_stays_there(make_app: Make) -> None:
    app = make_app(articles=[from_text(TEXT, id="harbour")])
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("enter", "space", "space")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        top = screen.pane.view.offset_at_top
        await pilot.press("r")
        assert screen.pane.view.offset_at_top == top
        await pilot.press("right_square_bracket", "r")
        assert screen.pane.view.offset_at_top == top


def test_lines_of_the_page_are_those_of_the_text() -> None:
    text = "One  two.\r\n\r\n\r\n  Three\tfour. \nfive \x1b[31m six. /AFP\n" + f"{LINE}\n" * 3
    page = Page(from_text(text, id="x"), 300, hidden="‹›×")
    shown = [page.line(number) for number in range(page.finish())]
    assert [line.text for line in shown if line][:7] == [
        "One  two.", "", "", "  Three four. ", "five ‹U+001B›[31m six. /AFP", LINE, LINE,
    ]  # fmt: skip
    for line in shown:
        assert line is not None
        assert list(line.sources) == sorted(line.sources)


async def test_a_file_that_may_not_be_looked_at_any_more_is_not_read_again(make_app: Make, tmp_path: Path) -> None:
    (tmp_path / "luka.txt").write_text("Luka ponovo otvorena\n\n" + "Niko nije povređen, kaže Šolć.\n" * 5)
    (article,) = sources.open([tmp_path / "luka.txt"]).articles
    # What the system answers here stands for a folder that may not be entered: root gets it as well.
    app = make_app(articles=[replace(article, path=str(tmp_path / ("x" * 300) / "luka.txt"))])
    async with app.run_test(size=(90, 24)) as pilot:
        await pilot.press("enter", "C")
        assert "It is not a file of its own" in drawn(app)[-1]


async def test_a_file_is_read_under_another_encoding(make_app: Make, tmp_path: Path) -> None:
    file = tmp_path / "luka.txt"
    text = "Luka ponovo otvorena\n\n" + "Niko nije povređen, kaže Šolć. Žene i đaci su tu.\n" * 5
    file.write_bytes(text.encode("cp1250"))
    app = make_app(articles=sources.open([file], options=Options(charset="koi8-r")).articles)
    async with app.run_test(size=(90, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "koi8-r" in drawn(app)[-1]
        await pilot.press("C", *"nonsense", "enter")
        assert "There is no encoding" in drawn(app)[-1]
        await pilot.press(*["backspace"] * 8, *"cp12", "tab", "tab")
        await pilot.press("enter")
        await until(pilot, lambda: any("Šolć" in line for line in drawn(app)))
        assert any("Niko nije povređen, kaže Šolć." in line for line in drawn(app))
