"""Draws the pictures of the documentation from the running program, on the bundled articles.

    python docs/pictures/make.py

Writes ``library.svg``, ``compare.svg``, ``facts.svg`` and others (``PICTURES``) beside itself: 120 columns, 34 rows,
theme "ink". The same program on the same articles draws the same pictures. No font is fetched from anywhere:
whoever looks at them sees their own monospaced one, each run of text set as wide as its cells.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.color import Color
from rich.style import Style
from textual.strip import Strip

from tuireader import sources
from tuireader.library import Cache, Library
from tuireader.settings import paths, themes
from tuireader.settings.config import Settings
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.session import Session

HERE = Path(__file__).resolve().parent
COLUMNS, ROWS = 120, 34
#: What is typed before each picture is taken. For the comparison three accounts are marked.
PICTURES: dict[str, tuple[str, ...]] = {
    "library": ("j",),
    "compare": ("space", "space", "j", "j", "space", "c", "1"),
    "facts": ("c", "f"),
    "coverage": ("o", "j"),
    "map": ("o", "v"),
    "tellings": ("c", "n", "n", "n", "w", "w"),
    "search": ("slash", *"osmni"),
}
#: Stretches of a line that no two blanks beside each other are in: renderers make one of them.
_WORDS = re.compile(r"\S+(?: \S+)*")

#: A cell and the margin around all of them, in the units of the picture.
WIDE, HIGH, MARGIN = 8.4, 18, 14
FONT = '14px "DejaVu Sans Mono", Menlo, Consolas, "Liberation Mono", monospace'
BASELINE = 13.5


class Run(NamedTuple):
    """Text beside each other in one style, and the column it begins in."""

    column: int
    text: str
    style: Style

    @property
    def width(self) -> int:
        return cell_len(self.text)


def open_app() -> ReaderApp:
    """The reader on the bundled articles, with everything known, and nothing remembered from before."""
    places = paths.find()
    session = Session(sources.open([places.seeds]), Library.open(None), Cache.open(None))
    session.telling = session.compute_telling()
    session.facts = session.compute_facts(session.telling)
    theme, _ = themes.find("ink", places)
    return ReaderApp(session, Settings(mouse="off", glyphs="unicode"), theme, depth=16777216)


def runs(strip: Strip) -> Iterator[Run]:
    """The text of one line, joined where the style is the same."""
    column = 0
    for style, segments in groupby(strip, key=lambda segment: segment.style or Style.null()):
        text = "".join(segment.text for segment in segments)
        yield Run(column, text, style)
        column += cell_len(text)


def number(value: float) -> str:
    """A length without digits that say nothing."""
    return f"{value:.1f}".removesuffix(".0")


def hexadecimal(colour: Color | None, otherwise: str) -> str:
    return colour.get_truecolor().hex if colour is not None and not colour.is_default else otherwise


def grounds(rows: Iterable[list[Run]], ground: str) -> Iterator[str]:
    """Rectangles behind text whose background is not that of the page."""
    for y, row in enumerate(rows):
        for fill, held in groupby(row, key=lambda run: hexadecimal(run.style.bgcolor, ground)):
            beside = list(held)
            if fill != ground:
                width = sum(run.width for run in beside)
                x, top = number(MARGIN + beside[0].column * WIDE), number(MARGIN + y * HIGH)
                yield f'<rect x="{x}" y="{top}" width="{number(width * WIDE)}" height="{HIGH}" fill="{fill}"/>'


def look(style: Style, ink: str) -> str:
    """The declarations of a style sheet for a style."""
    lines = " ".join(name for name, on in (("underline", style.underline), ("line-through", style.strike)) if on)
    parts = [f"fill:{hexadecimal(style.color, ink)}"]
    parts += ["font-weight:bold"] if style.bold else []
    parts += ["font-style:italic"] if style.italic else []
    parts += [f"text-decoration:{lines}"] if lines else []
    return ";".join(parts)


def words(rows: Iterable[list[Run]], names: dict[str, str], ink: str) -> Iterator[str]:
    """The text; ``names`` takes a class for every look that is met."""
    for y, row in enumerate(rows):
        for run in row:
            for found in _WORDS.finditer(run.text):
                name = names.setdefault(look(run.style, ink), f"t{len(names)}")
                column = run.column + cell_len(run.text[: found.start()])
                x, base = number(MARGIN + column * WIDE), number(MARGIN + y * HIGH + BASELINE)
                long = number(cell_len(found[0]) * WIDE)
                yield f'<text class="{name}" x="{x}" y="{base}" textLength="{long}">{escape(found[0])}</text>'


def svg(app: ReaderApp) -> str:
    """The screen as it stands."""
    colours = app.reading_theme.colours
    rows = [list(runs(strip)) for strip in app.screen._compositor.render_strips()]
    names: dict[str, str] = {}
    behind = list(grounds(rows, colours.background))
    text = list(words(rows, names, colours.text))
    styles = [f".{name}{{{declarations}}}" for declarations, name in names.items()]
    width, height = number(COLUMNS * WIDE + 2 * MARGIN), ROWS * HIGH + 2 * MARGIN
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">',
            f"<style>text{{font:{FONT}}}",
            *styles,
            "</style>",
            f'<rect width="{width}" height="{height}" rx="8" fill="{colours.background}"/>',
            *behind,
            *text,
            "</svg>\n",
        ]
    )


async def draw(keys: tuple[str, ...], *, longest: bool) -> str:
    """A picture of the reader after some keys; ``longest``: at the longest passage that the panes share."""
    app = open_app()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await pilot.press(*keys)
        screen = app.screen
        if longest and isinstance(screen, CompareScreen):
            shared = [each for each in app.session.passages if set(screen.desk.panes) <= set(each.articles)]
            wanted = max(shared, key=lambda each: sum(here.span.end - here.span.start for here in each.occurrences))
            while screen.current != wanted:
                await pilot.press("n")
        await app.workers.wait_for_complete()
        await pilot.pause()
        return svg(app)


def main() -> None:
    """Writes all pictures."""
    os.environ["LC_ALL"] = "C.UTF-8"
    for name, keys in PICTURES.items():
        (HERE / f"{name}.svg").write_text(asyncio.run(draw(keys, longest=name == "compare")), encoding="utf-8")


if __name__ == "__main__":
    main()
