"""Each private part of Textual that is touched is there, and is missed where it is not."""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Iterator
from unittest.mock import Mock

import pytest
from rich.segment import Segment
from textual import widget
from textual._compositor import ChopsUpdate, InlineUpdate, LayoutUpdate
from textual._styles_cache import StylesCache
from textual.app import ComposeResult
from textual.events import Key
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Static

from tests.tui.conftest import drawn
from tests.tui.terminal.test_display import Make
from tuireader.settings import paths
from tuireader.tui.drawn_from import DrawnFrom
from tuireader.tui.terminal import private
from tuireader.tui.terminal.display import CellDisplay
from tuireader.tui.terminal.early import Early
from tuireader.tui.terminal.parts import PARTS, Part

pytestmark = pytest.mark.usefixtures("forgetful")


@pytest.fixture
def forgetful() -> Iterator[None]:
    """What was found out about Textual is found out again."""
    private.reasons.cache_clear()
    yield
    private.reasons.cache_clear()


def test_all_of_this_textual_fits() -> None:
    assert private.installed() in private.TRIED
    assert private.reasons() == ()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_a_part_that_is_gone_is_told(part: Part, monkeypatch: pytest.MonkeyPatch) -> None:
    module, _, owner = part.owner.rpartition(".")
    monkeypatch.setattr(importlib.import_module(module), owner, type(owner, (), {}))
    assert f"Textual has no {part.name} as it is known here" in private.reasons()


def test_no_part_is_looked_at_twice() -> None:
    assert len({part.name for part in PARTS}) == len(PARTS)


@pytest.mark.parametrize(
    ("module", "owner", "name"),
    [
        ("textual.app", "App", "_display"),
        ("textual.app", "App", "_fatal_error"),
        ("textual.app", "App", "_close_messages_no_wait"),
        ("textual.screen", "Screen", "_compositor_refresh"),
        ("textual.screen", "Screen", "_on_timer_update"),
        ("textual._styles_cache", "StylesCache", "render_line"),
        ("textual._compositor", "LayoutUpdate", "__init__"),
        ("textual._compositor", "ChopsUpdate", "__init__"),
        ("textual._xterm_parser", "XTermParser", "feed"),
        ("textual._xterm_parser", "XTermParser", "tick"),
    ],
)
def test_a_method_that_takes_something_else_does_not_fit(
    module: str, owner: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Looked at in a class of the same name, so that the one everything runs on stays.
    other = type(owner, (getattr(importlib.import_module(module), owner),), {name: lambda _, __: None})
    monkeypatch.setattr(importlib.import_module(module), owner, other)
    assert private.reasons() == (f"Textual has no {owner}.{name} as it is known here",)


def test_a_module_that_is_gone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual._xterm_parser", None)
    assert len(private.reasons()) == 5


def test_another_version_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private, "installed", lambda: "9.0.1")
    assert private.reasons() == ("Textual 9.0.1 was never tried",)


async def test_on_another_version_an_app_runs_as_textual_has_it(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(private, "installed", lambda: "9.0.1")
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press("j")
        assert not app.taking and app.reasons == ("Textual 9.0.1 was never tried",)
        assert any("Story 1" in line for line in drawn(app))


class Gone:
    """A part that Textual calls otherwise, and that nothing else finds under the name it had."""

    def __init__(self, part: Part) -> None:
        module, _, name = part.owner.rpartition(".")
        self._owner, self._name = getattr(importlib.import_module(module), name), part.attribute
        self._found = inspect.getattr_static(self._owner, self._name, None)

    def __get__(self, one: object, kind: type | None = None) -> object:
        if sys._getframe(1).f_globals["__name__"].startswith("tuireader."):
            raise AttributeError(self._name)
        if one is not None and self._name in one.__dict__:
            return one.__dict__[self._name]
        if self._found is None:
            raise AttributeError(self._name)
        return self._found.__get__(one, kind) if hasattr(self._found, "__get__") else self._found

    def __set__(self, one: object, value: object) -> None:
        if hasattr(self._found, "__set__"):
            self._found.__set__(one, value)
        else:
            one.__dict__[self._name] = value


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """No part is there."""
    plain = [part for part in PARTS if not part.attribute.startswith("__")]
    for part, gone in [(part, Gone(part)) for part in plain]:
        monkeypatch.setattr(gone._owner, part.attribute, gone, raising=False)
        # Textual does not call it under this name either.
        if part.attribute in vars(private.Composed):
            monkeypatch.delattr(private.Composed, part.attribute)
    assert private.reasons()


@pytest.mark.usefixtures("bare")
async def test_without_any_part_an_app_runs_to_its_end(make_app: Make) -> None:
    app = make_app()
    app.first.open(Early("/nowhere", b"view"), DrawnFrom(paths.find(), (), in_files=False), None)
    async with app.run_test(size=(80, 24)) as pilot:
        app.hold()
        app.show_now()
        for key in ("j", "space", "k", "f", "j", "escape", "c", "n", "T", "escape", "?", "q", ":", "escape", "a"):
            await pilot.press(key)
        app.do_redraw()
        app.send("\x1b]52;c;\x07")
        app.point()
        assert not app.taking and any(drawn(app))
        await pilot.press("ctrl+c", "ctrl+c")
    app.first.close()
    assert app.return_code == 0 and app.failure is None


@pytest.mark.usefixtures("bare")
async def test_without_any_part_what_goes_wrong_ends_an_app() -> None:
    app = CellDisplay()
    with pytest.raises(ZeroDivisionError):
        async with app.run_test() as pilot:
            assert private.key_again(Key("j", "j")).key == "j"
            app.still.ask(lambda: 1 / 0)
            await pilot.pause()


def test_an_update_is_taken_apart() -> None:
    line = Strip([Segment("abcde")])
    assert [stroke[:3] for stroke in private._strokes(LayoutUpdate([[line, line]], Region(2, 1, 10, 1))) or ()] == [
        (1, 2, 7),
        (1, 7, 12),
    ]
    chops = ChopsUpdate([{0: line, 5: None, 7: line}], [(0, 0, 9)], [[5, 7, 12]])
    assert [stroke[:3] for stroke in private._strokes(chops) or ()] == [(0, 0, 5), (0, 7, 12)]
    assert private._strokes(InlineUpdate([line])) is None
    assert private._strokes(None) is None


def test_an_update_has_no_column_after_its_span() -> None:
    chops = [{0: Strip([Segment("abcde")]), 5: Strip([Segment("     ")])}]
    assert [stroke.column for stroke in private._strokes(ChopsUpdate(chops, [(0, 0, 5)], [[5, 10]])) or ()] == [0]


async def test_on_another_version_the_terminal_is_given_back_before_textual_takes_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(private, "installed", lambda: "9.0.1")
    app, early = CellDisplay(), Mock()
    app.early = early
    assert isinstance(app._drive(app, debug=False, mouse=False, size=(80, 24)), app.get_driver_class())
    early.undo.assert_called_once_with()


ADORNED = """
Static { height: 3; }
.border { border: round red; }
.outline { outline: heavy blue; }
.padding { padding: 1 2; }
.tint { tint: red 40%; }
.hatch { hatch: cross green; }
.faint { opacity: 50%; }
.pale { text-opacity: 50%; }
"""


async def test_lines_of_widgets_are_what_textual_makes_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    class Adorned(CellDisplay):
        CSS = ADORNED

        def compose(self) -> ComposeResult:
            for name in ("border", "outline", "padding", "tint", "hatch", "faint", "pale", "plain"):
                yield Static(f"{name} or not", classes=name)

    async def rendered() -> list[Strip]:
        async with Adorned(depth=16777216).run_test(size=(30, 30)) as pilot:
            await pilot.pause()
            return pilot.app.screen._compositor.render_strips()

    ours = await rendered()
    assert vars(widget)["StylesCache"] is not StylesCache
    monkeypatch.setattr(private, "_render_plainly", lambda: None)
    monkeypatch.setattr(widget, "StylesCache", StylesCache)
    assert ours == await rendered()
    assert len({segment.style for strip in ours for segment in strip}) > 5


@pytest.mark.parametrize(("term", "sent"), [("xterm-256color", ["text", "default"]), ("vt100", []), ("linux", [])])
async def test_the_shape_of_the_pointer_is_sent_where_it_changes_and_is_not_printed(
    term: str, sent: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    app = CellDisplay()
    async with app.run_test():
        assert app.driver is not None
        write = Mock()
        monkeypatch.setattr(app.driver, "write", write)
        for shape in ("default", "text", "text", "default"):
            app._set_pointer_shape(shape)
        assert [each.args[0] for each in write.call_args_list] == [f"\x1b]22;{shape}\x07" for shape in sent]
