"""What the program itself draws can be shown: on the Linux console by its font, in other locales by ASCII."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

import pytest
from rich.cells import cell_len

from tests.tui.conftest import drawn
from tests.tui.golden_app import SCREENS, golden_app
from tuireader.report.map_picture import _BOX
from tuireader.tui.app import ReaderApp
from tuireader.tui.glyphs import ASCII, CONSOLE, UNICODE, Glyphs, choose
from tuireader.tui.terminal.charset import plain

#: Beyond ASCII: what both the font that the kernel brings (CP437) and those of most distributions (Lat15) can show.
CONSOLE_FONT = frozenset(
    "¡¢£¥§ª«¬°±²µ¶·º»¼½¿ÄÅÆÇÉÑÖÜßàáâäåæçèéêëìíîïñòóôö÷ùúûüÿ•←↑→↓≈≤≥ⁿ‼─│┌┐└┘├┤┬┴┼═║╔╗╚╝╠╣╦╩╬╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫█░▒■▲▶▼◀♦"
)


def marks(glyphs: Glyphs) -> str:
    """Every mark of a set."""
    return "".join(getattr(glyphs, field.name) for field in fields(Glyphs))


def test_every_mark_takes_one_cell_and_the_sets_answer_each_other() -> None:
    for field in fields(Glyphs):
        lengths = {len(getattr(glyphs, field.name)) for glyphs in (UNICODE, CONSOLE, ASCII)}
        assert len(lengths) == 1, f"{field.name} has as many marks in each set"
    for glyphs in (UNICODE, CONSOLE, ASCII):
        assert all(cell_len(mark) == 1 for mark in marks(glyphs))


def test_the_sets_have_what_the_terminals_can_show() -> None:
    assert not {mark for mark in marks(CONSOLE) if not mark.isascii()} - CONSOLE_FONT
    assert marks(ASCII).isascii() and marks(ASCII).isprintable()
    verdicts = ("differ", "changed", "agree", "only")
    for glyphs in (UNICODE, CONSOLE, ASCII):
        assert len({getattr(glyphs, name) for name in verdicts}) == len(verdicts)


def test_which_set_is_chosen() -> None:
    assert choose(unicode=True, term="xterm-256color") is UNICODE
    assert choose(unicode=True, term="linux") is CONSOLE
    assert choose(unicode=False, term="linux") is choose(unicode=False, term="xterm") is ASCII


#: The console's set with a sign of nobody's for each mark beyond ASCII: whatever else is drawn was not asked of a set.
PROBE = Glyphs(
    **{
        field.name: "".join(mark if mark.isascii() else chr(0xE000 + ord(mark) % 0x1000) for mark in marks_of)
        for field in fields(Glyphs)
        if (marks_of := getattr(CONSOLE, field.name))
    }
)


@pytest.mark.parametrize("screen", SCREENS)
async def test_screens_draw_nothing_but_marks_of_a_set(make_app: Callable[..., ReaderApp], screen: str) -> None:
    app = golden_app(make_app)
    app.glyphs = PROBE
    async with app.run_test(size=(120, 36)) as pilot:
        for key in SCREENS[screen]:
            await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.pause()
        drawn_now = "".join(drawn(app))
    # The invented texts themselves are ASCII. Arrows are drawn where the set has them.
    strange = {char for char in plain(drawn_now) if not char.isascii() and not "\ue000" <= char <= "\uf8ff"}
    assert not strange - set("↑↓←→") - (set(_BOX) if screen == "map" else set())


def test_the_map_is_drawn_with_what_the_console_has() -> None:
    assert CONSOLE_FONT.issuperset(_BOX)
