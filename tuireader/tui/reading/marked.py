"""How what was marked in a text is shown in its gutter. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style

from tuireader.library import Mark
from tuireader.tui.glyphs import Glyphs

Bars = list[tuple[int, int, tuple[str, Style]]]


def along(marks: Iterable[Mark], glyphs: Glyphs, ink: Style) -> Bars:
    """A bar beside all lines of each mark: what else has a bar stands over it."""
    return [(mark.start, mark.end, (glyphs.along, ink)) for mark in marks]


def beginnings(marks: Iterable[Mark], glyphs: Glyphs, ink: Style) -> Bars:
    """The sign at the first line of each mark, over every bar."""
    return [(mark.start, mark.start + 1, (glyphs.noted if mark.note else glyphs.bookmark, ink)) for mark in marks]
