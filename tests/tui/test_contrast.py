"""Whatever is lit can be read: on every theme, in every depth, for every number and kind, alone and over each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import get_args

import pytest
from rich.style import Style

from tests.tui.contrasts import VGA, XTERM, drawn_looks, readable
from tests.tui.golden_app import LOOKS, SCREENS, golden_app
from tests.tui.golden_looks import recoloured, told
from tuireader.passages import Kind, Operation
from tuireader.settings import paths, themes
from tuireader.settings.legible import LEAST, weak
from tuireader.settings.theme import PASSAGES, Theme
from tuireader.tui.app import ReaderApp
from tuireader.tui.palette import Palette
from tuireader.tui.terminal.looks import Depth, Look, look

ALL, _ = themes.available(paths.find())
DEPTHS: tuple[Depth, ...] = (16777216, 256, 16)
#: Drawn in the ink of rules, which is to be quiet: it only parts what stands beside it.
RULES = set("─│┃━┏┓┗┛┣┫┳┻╋╍┆┊·═║├┤┬┴┼┌┐└┘ ")


def least(each: Look, theme: Theme) -> float:
    """The contrast on the less favourable of two terminals."""
    return min(readable(each, sixteen, dark=theme.dark) for sixteen in (VGA, XTERM))


def stretches(palette: Palette) -> Iterator[tuple[str, Style]]:
    """Every way in which a text can be lit."""
    for name in ("text", "title", "accent", "muted", "bar", "bar_text", "bar_key", "cursor", "warning"):
        yield name, getattr(palette, name)
    for verdict in ("differ", "changed", "agree", "only"):
        yield verdict, palette.verdict(verdict)
    kinds: tuple[Kind, ...] = get_args(Kind)
    for number, kind in product(range(1, PASSAGES + 1), kinds):
        yield f"number {number}", palette.text + palette.number(number)
        yield f"number {number} in a bar", palette.bar + palette.number(number)
        states = {"at rest": palette.passage(number, kind), "lit": palette.lit(number, kind)}
        for state, style in {**states, "hushed": palette.hushed(number)}.items():
            base, name = palette.text + style, f"{kind} {number} {state}"
            yield name, base
            yield f"{name}, its number", base + palette.number(number)
            yield f"{name}, hit", base + palette.hit
            yield f"{name}, quiet", palette.text + palette.quiet + style
            yield f"{name}, alone", base + palette.alone
            operations: tuple[Operation, ...] = ("replaced", "added", "dropped", "moved")
            for operation in operations:
                yield f"{name}, {operation}", base + palette.change(operation)


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("theme", ALL.values(), ids=lambda theme: theme.name)
def test_whatever_is_lit_can_be_read(theme: Theme, depth: Depth) -> None:
    palette = Palette(theme, depth)
    hard = {
        f"{name}: {told(sent)}, {least(sent, theme):.2f}"
        for name, style in stretches(palette)
        if least(sent := look(style, depth), theme) < LEAST
    }
    assert not hard


@pytest.mark.parametrize("screen", LOOKS)
async def test_every_screen_can_be_read(make_app: Callable[..., ReaderApp], screen: str) -> None:
    app = golden_app(make_app)
    hard = set()
    async with app.run_test(size=(80, 24)) as pilot:
        for key in SCREENS[screen]:
            await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.pause()
        for theme, depth in product(ALL.values(), DEPTHS):
            if theme.ansi and depth != 16:
                continue
            app.reading_theme = theme
            recoloured(app, depth)
            await pilot.pause()
            rule = look(app.palette.rule, depth).fore
            for text, sent in drawn_looks(app):
                if least(sent, theme) < LEAST and not (sent.fore == rule and RULES.issuperset(text)):
                    hard.add(f"{theme.name}, {depth} colours: {text[:30]!r} is {told(sent)}, {least(sent, theme):.2f}")
    assert not hard


async def test_without_colours_passages_are_told_apart_by_number_and_attribute(
    make_app: Callable[..., ReaderApp],
) -> None:
    palette = Palette(ALL["ink"], 0)
    kinds: tuple[Kind, ...] = get_args(Kind)
    looks = {kind: look(palette.text + palette.passage(1, kind), 0) for kind in kinds}
    assert len(set(looks.values())) == len(kinds)
    plain = look(palette.text, 0)
    lit, hushed = (look(palette.text + style, 0) for style in (palette.lit(1, "reworded"), palette.hushed(1)))
    # While one is lit the others have their numbers.
    assert lit not in (plain, hushed)
    special = {look(palette.text + style, 0) for style in (palette.hit, palette.change("replaced"), palette.alone)}
    assert plain not in special and len(special) == 3
    app = golden_app(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "n")
        recoloured(app, 0)
        await pilot.pause()
        assert all(not sent.fore and not sent.back for _, sent in drawn_looks(app))
        held = {text for text, _ in drawn_looks(app)}
        assert "¹" in "".join(held)


def test_the_shipped_themes_pass_what_a_users_theme_is_told() -> None:
    assert [line for theme in ALL.values() for line in weak(theme)] == []
