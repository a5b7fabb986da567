"""One line of a page with its layers, as segments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tuireader.article import TOLD
from tuireader.tui.palette import Palette
from tuireader.tui.reading.layers import Layer
from tuireader.tui.reading.page import Line

#: The layers over a text in the order in which they are drawn. "numbers" holds the inks of the passage numbers.
ORDER = ("quiet", "passages", "marks", "alone", "wording", "cursor", "found", "hit", "hidden")

Layers = Mapping[str, Layer[Style]]


class Drawn(NamedTuple):
    """A line as segments, and the cells they take."""

    line: Line
    segments: list[Segment]
    width: int


def draw(line: Line, palette: Palette, layers: Layers) -> Drawn:
    """Draws a line: its role's style, the layers over it, and the passage numbers."""
    if not line.text:
        return Drawn(line, [], 0)
    styles = [_base(line, palette)] * len(line.text)
    for name in ORDER:
        layer = layers.get(name)
        if layer is None:
            continue
        for stretch in layer.over(line.start, line.end):
            _lay(stretch.token, styles, *places(line.sources, stretch.start, stretch.end))
    if line.added:
        _ink_numbers(line, styles, layers)
    return Drawn(line, _segments(line.text, styles), cell_len(line.text))


def _lay(token: Style, styles: list[Style], first: int, last: int) -> None:
    """Lays a style over the characters from ``first`` up to ``last``: those that look alike go on to be one object."""
    under = over = token
    for place in range(first, last):
        if place == first or styles[place] is not under:
            under = styles[place]
            over = under + token
        styles[place] = over


def _base(line: Line, palette: Palette) -> Style:
    if line.role == "title":
        return palette.title
    if line.role == "heading":
        return palette.accent
    return palette.text if line.role in TOLD else palette.muted


def _ink_numbers(line: Line, styles: list[Style], layers: Layers) -> None:
    numbers, hits = layers.get("numbers"), (layers.get("hit"), layers.get("found"))
    for place in line.added:
        source = line.sources[place]
        ink = numbers.at(source) if numbers else None
        # On the ground of a hit the number's own ink could not be read.
        if ink is not None and not any(layer.at(source) for layer in hits if layer):
            styles[place] = styles[place] + ink


def places(sources: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Indexes of the shown characters whose offsets lie in ``start:end``, half open."""
    if isinstance(sources, range):
        return max(0, start - sources.start), max(0, min(len(sources), end - sources.start))
    first = next((place for place, source in enumerate(sources) if source >= start), len(sources))
    last = next((place for place in range(first, len(sources)) if sources[place] >= end), len(sources))
    return first, last


def _segments(text: str, styles: list[Style]) -> list[Segment]:
    segments = []
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or (styles[place] is not styles[start] and styles[place] != styles[start]):
            segments.append(Segment(text[start:place], styles[start]))
            start = place
    return segments
