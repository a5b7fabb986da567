"""What stands beside a text: marks in its gutter, who else has a line, the rail, lines to the neighbouring panes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from tuireader.tui.glyphs import Glyphs
from tuireader.tui.palette import Palette
from tuireader.tui.reading.connectors import Border, Shape
from tuireader.tui.reading.layers import Layer
from tuireader.tui.reading.page import Line
from tuireader.tui.reading.rail import Rail

GUTTER = 2
"""Columns left of the text: a space, and the bar of the current passage or a bookmark."""

#: Which of ``Glyphs.joins`` draws a shape. The first one is where a line leaves the rail of the pane on the left.
_SHAPES: dict[Shape, int] = {"across": 1, "down": 2, "up": 3, "between": 4, "from_above": 5, "from_below": 6, "dots": 7}
_LEAVES: frozenset[Shape] = frozenset(("across", "down", "up"))


class Frame(NamedTuple):
    """What all lines of one drawing have in common; asking a widget for its size for every line is slow."""

    width: int
    top: int
    indent: int
    palette: Palette
    glyphs: Glyphs
    rail: Sequence[Segment]
    selectable: bool


def measure_of(width: int, wanted: int, notes: int = 0) -> int:
    """Cells of a text in a view of so many columns, of which notes take some, where so many are wanted."""
    return max(1, min(wanted, width - GUTTER - 2 - notes))


def indent_of(width: int, wanted: int) -> int:
    """Blank columns before the gutter: a narrow column of text stands in the middle of a wide view."""
    room = width - GUTTER - 1
    return max(0, (room - min(wanted, room - 1)) // 2)


class Margins:
    """The columns beside the text of one view. Spans count in the text, borders in rows of the screen."""

    def __init__(self, size: int = 0) -> None:
        self.size = size
        self.bars: Layer[tuple[str, Style]] = Layer()
        self.notes: Layer[str] = Layer()
        self.rail = Rail(size)
        self.hits: Sequence[tuple[int, int]] = ()
        """Where the hits of a search stand, in order."""
        self.before: Border = {}
        self.after: Border = {}
        self.ink = Style()

    def left(self, line: Line | None, row: int, frame: Frame) -> list[Segment]:
        """The columns before the text: the way of a line from the pane before, and the mark of the gutter."""
        text, room = frame.palette.text, frame.indent + GUTTER - 1
        glyph, style = self._gutter(line, frame)
        shape = self.before.get(row)
        if shape is None:
            return [Segment(" " * room, text), Segment(glyph, style)]
        joins = frame.glyphs.joins
        if shape == "across":
            lane = joins[1] * room
        else:
            goes_on = shape in ("from_above", "from_below")
            lane = joins[_SHAPES[shape]] + (joins[1] if goes_on else " ") * (room - 1)
        return [Segment(lane, text + self.ink), Segment(glyph, style)]

    def right(self, line: Line | None, rest: int, row: int, frame: Frame) -> list[Segment]:
        """The columns after the text: who else has the line, or the way to the next pane; then the rail."""
        text, rail = frame.palette.text, frame.rail[min(row, len(frame.rail) - 1)]
        shape = self.after.get(row)
        if shape in _LEAVES:
            way = f" {frame.glyphs.joins[1] * (rest - 1)}" if rest > 1 else " " * rest
            return [Segment(way, text + self.ink), Segment(frame.glyphs.joins[0], text + self.ink)]
        found = self.notes.over(line.start, line.end) if line is not None and line.text else ()
        note = _together([each.token for each in found])
        if note and len(note) < rest:
            return [Segment(" " * (rest - len(note) - 1), text), Segment(f"{note} ", frame.palette.muted), rail]
        return [Segment(" " * rest, text), rail]

    @property
    def note_width(self) -> int:
        """Columns the notes need, with a blank one."""
        return max((len(each.token) + 1 for each in self.notes.over(0, self.size)), default=0)

    def rail_now(
        self, height: int, first: int, last: int, palette: Palette, glyphs: Glyphs, *, parts: bool
    ) -> list[Segment]:
        """The rail from top to bottom, with the part that is on screen: the characters ``first`` to ``last``.

        ``parts`` says whether it parts the text from another pane. Where it does not, nothing is drawn of it where it
        has nothing to say: what stands still beside a text that moves must be sent again for each line.
        """
        rail = []
        found = {start * height // max(1, self.size) for start, _ in self.hits}
        for row in range(height):
            style, seen = self.rail.at(row, height, first, last)
            if row in found:
                rail.append(Segment(glyphs.found_rail, palette.accent))
            elif style is not None:
                rail.append(Segment(glyphs.rail_passage, palette.text + style))
            elif seen:
                rail.append(Segment(glyphs.rail_here, palette.muted))
            else:
                rail.append(Segment(glyphs.rail, palette.rule) if parts else Segment(" ", palette.text))
        return rail

    def _gutter(self, line: Line | None, frame: Frame) -> tuple[str, Style]:
        found = self.bars.over(line.start, line.end) if line is not None and line.text else ()
        if not found:
            hit = line is not None and bool(line.text) and self._hit_in(line)
            return (frame.glyphs.found, frame.palette.accent) if hit else (" ", frame.palette.text)
        marks = [stretch for stretch in found if stretch.end - stretch.start == 1]
        glyph, style = (marks or found)[-1].token
        return (glyph, frame.palette.text + style)

    def _hit_in(self, line: Line) -> bool:
        """Whether a hit has a part in a line."""
        place = bisect_left(self.hits, (line.end, 0)) - 1
        return place >= 0 and self.hits[place][1] > line.start


def _together(notes: Sequence[str]) -> str:
    """The notes of all passages on one line: each number has its own column."""
    if len({len(note) for note in notes}) != 1:
        return notes[0] if notes else ""
    return "".join(max(signs) for signs in zip(*notes, strict=True))
