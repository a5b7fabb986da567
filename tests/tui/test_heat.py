"""The heat map of the coverage can be read on every shipped theme."""

from __future__ import annotations

import pytest
from rich.style import Style

from tuireader.settings import paths, themes
from tuireader.settings.colour import contrast
from tuireader.settings.legible import LEAST
from tuireader.settings.theme import PASSAGES
from tuireader.tui.palette import Palette

THEMES = [theme for theme in themes.available(paths.find())[0].values() if not theme.ansi]
#: What a bar wants, that is no text (WCAG 2.2).
SEEN = 3.0


def against(over: Style, ground: Style) -> float:
    drawn = ground + over
    assert drawn.color is not None and drawn.bgcolor is not None
    return contrast(tuple(drawn.color.get_truecolor()), tuple(drawn.bgcolor.get_truecolor()))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("depth", [16777216, 256])
def test_letters_and_bars_stand_out_from_every_ground(theme: themes.Theme, depth: int) -> None:
    palette = Palette(theme, depth)  # type: ignore[arg-type]
    for number in range(1, PASSAGES + 1):
        for step in range(4):
            ground = palette.text + palette.heat(number, step)
            assert against(palette.number(number), ground) >= LEAST
            assert against(palette.thin(number), ground) >= SEEN
