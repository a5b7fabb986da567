"""Every screen at every size as a grid of text, and the main ones in every colour depth, against what they were.

    pytest tests/tui/test_goldens.py --snapshot-update

writes them anew; look at what ``git diff`` shows before it is committed.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.tui.conftest import drawn
from tests.tui.golden_app import LOOKS, SCREENS, golden_app
from tests.tui.golden_looks import DEPTHS, looks, recoloured
from tuireader.tui.app import ReaderApp

FOLDER = Path(__file__).parent / "goldens"
SIZES = [(40, 12), (80, 24), (120, 36), (200, 60)]
#: The size at which the looks are held.
LOOKED_AT = (80, 24)


def name_of(screen: str, size: tuple[int, int]) -> str:
    """The file of a screen at a size."""
    return f"{screen}-{size[0]}x{size[1]}.txt"


def looks_of(screen: str) -> str:
    """The file of a screen's looks."""
    return f"{screen}-looks.txt"


@pytest.fixture(autouse=True)
def nowhere_in_particular(monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens name folders and days: those of no machine, and of one day."""
    for name in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", f"/home/reader/{name.lower()}")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.chdir("/")
    monkeypatch.setattr("tuireader.library.marks.time", SimpleNamespace(time=lambda: 1_715_860_800.0))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", SCREENS)
async def test_screen(
    make_app: Callable[..., ReaderApp],
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    screen: str,
    size: tuple[int, int],
) -> None:
    # The settings say where their file is.
    monkeypatch.setenv("XDG_CONFIG_HOME", "/home/reader/.config")
    app = golden_app(make_app)
    seen = {}
    async with app.run_test(size=size) as pilot:
        for key in SCREENS[screen]:
            await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.pause()
        seen[name_of(screen, size)] = drawn(app)
        if size == LOOKED_AT:
            # The terminal's own cursor stands on what is at hand.
            cell = app.cursor_cell()
            assert cell is not None
            seen[name_of(screen, size)].append(f"cursor at {cell.x}, {cell.y}")
        if screen in LOOKS and size == LOOKED_AT:
            lines = []
            for name, depth in DEPTHS.items():
                recoloured(app, depth)
                await pilot.pause()
                lines += [f"== {name}", *looks(app)]
            seen[looks_of(screen)] = lines
    differences = []
    for name, lines in seen.items():
        file = FOLDER / name
        if request.config.getoption("update_snapshots"):
            file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        wanted = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        differences += unified_diff(wanted, lines, f"goldens/{name}", "what is drawn now", lineterm="", n=1)
    assert not differences, "the screen changed; if it should: --snapshot-update\n" + "\n".join(differences)


def test_no_golden_is_left_over() -> None:
    wanted = {name_of(screen, size) for screen in SCREENS for size in SIZES}
    assert {file.name for file in FOLDER.iterdir()} == wanted | {looks_of(screen) for screen in LOOKS}
