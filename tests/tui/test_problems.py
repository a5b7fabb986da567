"""The list of what could not be opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.tui.conftest import drawn
from tuireader.sources import Problem
from tuireader.tui.app import ReaderApp
from tuireader.tui.reading.problem_groups import by_reason, fitting, told
from tuireader.tui.screens.problems import ProblemsScreen

Make = Callable[..., ReaderApp]


def test_problems_are_grouped_by_reason_and_found_by_words() -> None:
    some = [
        Problem("a/one.bin", "is a binary file"),
        Problem("b.txt", "is empty"),
        Problem("c.bin", "is a binary file"),
    ]
    assert [(each.why, len(each.problems)) for each in by_reason(some)] == [("is a binary file", 2), ("is empty", 1)]
    assert fitting("binary -one", some) == [some[2]]
    assert told([Problem("a\x1b[31m", "is\nempty")]) == "a: is empty"


async def test_forty_files_that_cannot_be_opened_are_listed_filtered_and_copied(make_app: Make, tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("The bakery on the corner closed on Friday after forty years of bread.\n")
    bad = []
    for number in range(40):
        bad.append(tmp_path / f"picture-{number:02}-\x1b]0;owned\x07.bin")
        bad[-1].write_bytes(bytes(range(256)) if number else b"")
    app = make_app(files=[*bad, good], known=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        (toast,) = app._notifications
        assert toast.message.startswith("40 files could not be opened") and "! lists them" in toast.message
        await pilot.press("exclamation_mark")
        screen = app.screen
        assert isinstance(screen, ProblemsScreen)
        lines = drawn(app)
        assert lines[0].startswith(" Could not be opened") and lines[0].endswith("40")
        assert "\x1b" not in "".join(lines) and "owned" not in "".join(lines)
        await pilot.press("F", *"empty", "enter")
        assert drawn(app)[0].endswith("1 of 40")
        assert [each.what for each in screen.offers()] == ["name", "problem"]
        await pilot.press("q", "q")
        assert not isinstance(app.screen, ProblemsScreen)
