"""Nothing on the screen changes by a clock: no animation, no toast that goes by itself, no message that fades."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets._toast import Toast

import tuireader.tui
from tests.tui.conftest import drawn
from tests.tui.golden_app import golden_app
from tuireader.settings.config import Settings
from tuireader.tui import toasts
from tuireader.tui.app import ReaderApp

PACKAGE = Path(tuireader.tui.__file__).parent


def calls(name: str) -> set[str]:
    """The files in which a method is called."""
    found = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name:
                found.add(file.name)
    return found


def test_no_clock_draws() -> None:
    assert calls("set_interval") == set()
    # One writes down where the reader is, one ends a count that was typed, one shows the text of an article when the
    # cursor that was moved rests (two lists), one copies the library, one has a key that was typed early come again:
    # none draws by itself.
    known = {"places.py", "counted.py", "library_preview.py", "catalogue.py", "sharing.py", "base.py"}
    assert calls("set_timer") <= known
    assert calls("animate") == set()
    for file in PACKAGE.rglob("*.py"):
        text = file.read_text("utf-8")
        assert "blink=True" not in text and "auto_refresh" not in text and "transition:" not in text, file.name


def test_animation_is_off_unless_asked_for(make_app: Callable[..., ReaderApp]) -> None:
    assert make_app(articles=[]).animation_level == "none"
    assert make_app(articles=[], settings=Settings(animation=True)).animation_level == "full"


async def test_what_is_told_stays_until_a_key_is_pressed(
    make_app: Callable[..., ReaderApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = golden_app(make_app)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.tell("config.toml, line 3: [something] is wrong")
        await pilot.pause()
        assert "[something] is wrong" in "\n".join(drawn(app))
        (toast,) = app.screen.query(Toast)
        assert toast._notification.time_left > 3600
        await pilot.press("j")
        assert app.screen.query(Toast), "too early to have been read"
        monkeypatch.setattr(toasts, "_SEEN", -1.0)
        await pilot.press("k")
        await pilot.pause()
        assert not app.screen.query(Toast)


async def test_what_the_status_line_says_stays_until_a_key_is_pressed(make_app: Callable[..., ReaderApp]) -> None:
    app = golden_app(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "n", "m")
        assert "Marked" in drawn(app)[-1]
        await pilot.pause(0.3)
        assert "Marked" in drawn(app)[-1]
        await pilot.press("n")
        assert "Marked" not in drawn(app)[-1]
