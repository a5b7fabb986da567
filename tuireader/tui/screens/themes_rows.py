"""The list of themes, each with a sample of its own colours, and a text that shows what they are for."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tuireader.settings.theme import PASSAGES, Theme
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.palette import Palette
from tuireader.tui.reading.wrap import wrap
from tuireader.tui.widgets.lines import Piece, fit, shorten, strip_of, width_of
from tuireader.tui.widgets.rows import Row, RowList

_SAMPLE = 3 * PASSAGES
#: From this width on a theme's line says more than its label.
_KIND, _NAME = 34, 58


class ThemeRows(RowList):
    """Themes: label, dark or light, name, and the six passage colours with their numbers, each in its own theme."""

    def __init__(self, kept: str) -> None:
        """``kept`` is the name of the theme that holds until another one is chosen."""
        super().__init__()
        self._kept = kept

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        here = context(self)
        theme = row.data
        assert isinstance(theme, Theme)
        quiet = base if selected else here.palette.muted
        sample = _sample(Palette(theme, here.palette.depth)) if width >= _SAMPLE + 14 else []
        middle: list[Piece] = []
        if width >= _KIND + 10:
            middle.append((f" {'dark' if theme.dark else 'light':<6}", quiet))
        if width >= _NAME:
            middle.append((fit(theme.name, 12, here.glyphs.ellipsis), quiet))
        mark = here.glyphs.marked if theme.name == self._kept else " "
        lead: list[Piece] = [(f" {mark} ", base if selected else here.palette.accent)]
        room = width - width_of(lead) - width_of(middle) - width_of(sample) - 1
        return [*lead, (fit(safe(theme.label), room, here.glyphs.ellipsis), base), *middle, *sample, (" ", base)]


def _sample(palette: Palette) -> list[Piece]:
    """The six passage colours, their numbers in them."""
    found: list[Piece] = []
    for number in range(1, PASSAGES + 1):
        ground = palette.text + palette.passage(number, "reworded")
        found.append((f" {number} ", ground + (palette.number(number) if palette.depth else Style(bold=True))))
    return found


class Edge(Widget):
    """The line between the list and the screen that shows beside it."""

    DEFAULT_CSS = "Edge { width: 1; height: 1fr; }"
    can_focus = False

    def render_line(self, y: int) -> Strip:
        here = context(self)
        return strip_of(
            [(here.glyphs.rail if y else " ", here.palette.rule if y else here.palette.bar)], 1, here.palette.text
        )


class ThemeNote(Widget):
    """Why there is less to choose from than there are themes; nothing where that is not so."""

    DEFAULT_CSS = "ThemeNote { height: auto; }"
    can_focus = False

    def __init__(self, said: str) -> None:
        super().__init__()
        self._said = said

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        return len(self._wrapped(width)) + 1 if self._said else 0

    def render_line(self, y: int) -> Strip:
        palette = context(self).palette
        width = self.size.width
        lines = self._wrapped(width)
        text = lines[y] if y < len(lines) else ""
        return strip_of([(f"  {text}", palette.muted)], width, palette.text)

    def _wrapped(self, width: int) -> list[str]:
        return [self._said[start:end] for start, end in wrap(self._said, max(1, width - 4))]


class ThemeSample(Widget):
    """A few lines that show each colour of the theme in use, and say what it is for."""

    DEFAULT_CSS = "ThemeSample { height: 10; }"
    can_focus = False

    def render_line(self, y: int) -> Strip:
        here = context(self)
        palette, glyphs = here.palette, here.glyphs
        width = self.size.width
        lines = self._lines(palette)
        if y == 0:
            return strip_of([(glyphs.rule * width, palette.rule)], width, palette.text)
        if y > len(lines):
            return strip_of([], width, palette.text)
        return strip_of([("  ", palette.text), *lines[y - 1]], width, palette.text)

    def _lines(self, palette: Palette) -> list[list[Piece]]:
        glyphs = context(self).glyphs
        text = palette.text

        def passage(number: int, words: str, kind: str) -> list[Piece]:
            lit = text + palette.passage(number, "verbatim" if kind == "verbatim" else "reworded")
            return [(glyphs.number(number), lit + palette.number(number)), (words, lit)]

        verdicts = (
            ("differ", glyphs.differ),
            ("changed", glyphs.changed),
            ("agree", glyphs.agree),
            ("only", glyphs.only),
        )
        row: list[Piece] = []
        for name, mark in verdicts:
            row.append((f"{mark} {name}", palette.verdict(name)))
            row.append(("  ", text))
        return [
            [("A headline, as papers set it", palette.title)],
            [("Plain text, ", text), *passage(1, "a passage shared word by word", "verbatim"), (",", text)],
            [
                *passage(2, "one that was reworded", "reworded"),
                (", ", text),
                *passage(3, "a third", "reworded"),
                (",", text),
            ],
            [
                ("some ", text),
                ("changed words", text + palette.change("replaced")),
                (" and ", text),
                ("a hit", text + palette.hit),
                (".", text),
            ],
            [("Page furniture steps back", palette.muted)],
            [],
            row,
            [(shorten(safe(palette.theme.about), self.size.width - 3, glyphs.ellipsis), palette.muted)],
        ]
