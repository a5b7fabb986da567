"""Every screen at every size as a grid of text, against what it was.

    pytest tests/tui/test_goldens.py --snapshot-update

writes them anew; look at what ``git diff`` shows before it is committed.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.tui.conftest import drawn
from tests.tui.golden_app import SCREENS, golden_app
from tuireader.tui.app import ReaderApp

FOLDER = Path(__file__).parent / "goldens"
SIZES = [(40, 12), (80, 24), (120, 36), (200, 60)]


def path_of(screen: str, size: tuple[int, int]) -> Path:
    """Where the golden of a screen at a size lies."""
    return FOLDER / f"{screen}-{size[0]}x{size[1]}.txt"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", SCREENS)
async def test_screen(
    make_app: Callable[..., ReaderApp], request: pytest.FixtureRequest, screen: str, size: tuple[int, int]
) -> None:
    app = golden_app(make_app)
    async with app.run_test(size=size) as pilot:
        for key in SCREENS[screen]:
            await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.pause()
        lines = drawn(app)
    file = path_of(screen, size)
    if request.config.getoption("update_snapshots"):
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    wanted = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    difference = "\n".join(unified_diff(wanted, lines, f"goldens/{file.name}", "what is drawn now", lineterm="", n=1))
    assert not difference, f"the screen changed; if it should: --snapshot-update\n{difference}"


def test_no_golden_is_left_over() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {path_of(name, size).name for name in SCREENS for size in SIZES}
