"""The reader: one article's wrapped text with what lies over it, and a rail that says where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tuireader.article import Article
from tuireader.tui.context import context
from tuireader.tui.reading.layers import Layer
from tuireader.tui.reading.page import Line, Page
from tuireader.tui.reading.rail import Rail
from tuireader.tui.widgets.lines import Piece, strip_of

GUTTER = 2
"""Columns left of the text: a space, and the bar of the current passage or a bookmark."""


class ReaderView(ScrollView):
    """Shows one article. ``level`` puts a line at a row, also past the ends of the text, so that panes can be level.

    Overlays are layers of styles, drawn in the order of ``LAYERS``; setting one redraws only this widget.
    """

    DEFAULT_CSS = "ReaderView { width: 1fr; height: 1fr; overflow: hidden; }"
    LAYERS = ("quiet", "passages", "marks", "alone", "wording", "hit")

    can_focus = False

    class Scrolled(Message):
        """The reader moved the text of this pane."""

        def __init__(self, view: ReaderView) -> None:
            super().__init__()
            self.view = view

    class Wrapped(Message):
        """The text was wrapped for another width: lines have other numbers."""

    class Clicked(Message):
        """The reader clicked on the character at an offset."""

        def __init__(self, view: ReaderView, offset: int) -> None:
            super().__init__()
            self.view = view
            self.offset_in_text = offset

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.article: Article | None = None
        self._page: Page | None = None
        self._marks: dict[int, str] = {}
        self._layers: dict[str, Layer[Style]] = {}
        self._bars: Layer[tuple[str, Style]] = Layer()
        self._rail = Rail()
        self._strips: dict[int, tuple[Line, Strip]] = {}
        self._wanted = 0

    # What is shown

    def show(self, article: Article, *, at: int = 0, numbers: dict[int, str] | None = None) -> None:
        """Shows an article with the character at an offset on the first row. ``numbers`` stand in the text."""
        self.article = article
        self._marks = numbers or {}
        self._layers.clear()
        self._bars = Layer()
        self._rail = Rail(len(article.text))
        self._wanted = at
        self._wrap()

    def number(self, numbers: dict[int, str]) -> None:
        """Puts passage numbers into the text; the first line stays where it is."""
        if numbers != self._marks:
            self._wanted = self.offset_at_top
            self._marks = numbers
            self._wrap()

    def lay(self, name: str, stretches: Iterable[tuple[int, int, Style]]) -> None:
        """Lays styles over spans of the text, in place of what this layer had."""
        self._layers[name] = Layer(stretches)
        self._strips.clear()
        self.refresh()

    def bars(self, stretches: Iterable[tuple[int, int, tuple[str, Style]]]) -> None:
        """Marks for the gutter: a glyph and a style for each span of the text."""
        self._bars = Layer(stretches)
        self.refresh()

    def rail(self, stretches: Iterable[tuple[int, int, Style]]) -> None:
        """What the rail shows: a style for each span of the text."""
        self._rail = Rail(len(self.article.text) if self.article else 0, stretches)
        self.refresh()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()

    # Where it stands

    @property
    def measure(self) -> int:
        """Width of the text column in cells."""
        return max(1, min(context(self).settings.measure, self.size.width - GUTTER - 2))

    @property
    def indent(self) -> int:
        """Blank columns before the gutter: a narrow column of text stands in the middle of a wide pane."""
        return max(0, (self.size.width - 1 - GUTTER - self.measure) // 2)

    @property
    def ready(self) -> bool:
        """Whether there is an article, and a size to show it in."""
        return self._page is not None and self.size.height > 0

    @property
    def page(self) -> Page:
        """The article, wrapped for this width. Raises RuntimeError where none is shown."""
        if self._page is None:
            raise RuntimeError("no article is shown")
        return self._page

    @property
    def top(self) -> int:
        """Number of the line on the first row; negative where blank rows stand above the text."""
        return self.scroll_offset.y - self._pad

    @property
    def _pad(self) -> int:
        return max(1, self.size.height)

    @property
    def last_top(self) -> int:
        """The line on the first row when the end of the text is on the last one."""
        return max(0, self.page.height - self.size.height)

    @property
    def offset_at_top(self) -> int:
        """Offset of the first character shown."""
        if self._page is None:
            return self._wanted
        line = self._page.line(max(0, self.top))
        return line.start if line else self._wanted

    def offset_at_row(self, row: int) -> int:
        """Offset of the first character at or below a row; the end of the text where nothing follows."""
        line = self.page.line(max(0, self.top + row))
        return line.start if line else len(self.page.article.text)

    def row_of(self, offset: int) -> int:
        """The row on which the character at an offset stands; outside 0..height where it is not on screen."""
        return self.page.line_of(offset) - self.top

    def scroll_lines(self, lines: int) -> None:
        """Moves the text by so many lines, never past its ends."""
        self.place(max(0, min(self.top + lines, max(self.last_top, min(self.top, self.page.height - 1)))), 0)

    def place(self, line: int, row: int) -> None:
        """Puts a line of the page at a row, blank rows above or below where the text does not reach."""
        self.scroll_to(y=line - row + self._pad, animate=False, force=True)

    def level(self, offset: int, row: int) -> None:
        """Puts the line with the character at an offset at a row."""
        self.place(self.page.line_of(offset), row)

    # Drawing

    def _wrap(self) -> None:
        if self.article is None or self.size.width < 4:
            return
        self._strips.clear()
        self._page = Page(self.article, self.measure, self._marks)
        at = self._page.line_of(self._wanted) if self._wanted else 0
        self.virtual_size = Size(self.size.width, self._page.height + 2 * self._pad)
        self.set_scroll(0, max(0, at) + self._pad)
        self.refresh()

    def on_resize(self, _: events.Resize) -> None:
        if self._page is not None:
            self._wanted = self.offset_at_top
        self._wrap()
        self.post_message(self.Wrapped())

    def set_scroll(self, x: float | None, y: float | None) -> None:
        """Moves without animation, also before the first layout has given a size to scroll in."""
        self.set_reactive(ScrollView.scroll_target_y, y or 0)
        self.set_reactive(ScrollView.scroll_y, y or 0)

    def validate_scroll_y(self, value: float) -> float:
        return max(0, min(value, self.virtual_size.height - 1))

    def validate_scroll_target_y(self, value: float) -> float:
        return self.validate_scroll_y(value)

    def render_line(self, y: int) -> Strip:
        palette = context(self).palette
        width = self.size.width
        if self._page is None:
            return strip_of([], width, palette.text)
        index = self.top + y
        line = self._page.line(index)
        rail = self._rail_piece(y)
        if line is None:
            return strip_of([(" " * (width - 1), palette.text), rail], width, palette.text)
        held = self._strips.get(index)
        if held is None or held[0] is not line:
            self._strips[index] = held = (line, self._text_strip(line))
        before: list[Piece] = [(" " * (self.indent + 1), palette.text), self._gutter(line)]
        left = strip_of(before, self.indent + GUTTER, palette.text)
        right = Strip([Segment(rail[0], rail[1])])
        body = self._selected(held[1], index, line)
        if context(self).settings.mouse_on():
            body = body.apply_offsets(0, index)
        body = body.adjust_cell_length(width - 1 - left.cell_length, palette.text)
        return Strip.join([left, body, right])

    def _selected(self, strip: Strip, index: int, line: Line) -> Strip:
        """The strip with what the mouse selected in reverse."""
        selection = self.text_selection
        span = selection.get_span(index) if selection is not None and line.text else None
        if span is None:
            return strip
        first, last = cell_len(line.text[: span[0]]), cell_len(line.text if span[1] < 0 else line.text[: span[1]])
        before, chosen, after = (strip.crop(0, first), strip.crop(first, last), strip.crop(last))
        return Strip.join([before, chosen.apply_style(Style(reverse=True)), after])

    def _rail_piece(self, row: int) -> Piece:
        here, glyphs = context(self), context(self).glyphs
        first = self.offset_at_top
        last = self.offset_at_row(self.size.height - 1)
        style, seen = self._rail.at(row, max(1, self.size.height), first, last)
        if style is not None:
            return (glyphs.rail_passage, here.palette.text + style)
        return (glyphs.rail_here if seen else glyphs.rail, here.palette.muted if seen else here.palette.rule)

    def _gutter(self, line: Line) -> Piece:
        found = self._bars.over(line.start, line.end) if line.text else ()
        if not found:
            return (" ", context(self).palette.text)
        marks = [stretch for stretch in found if stretch.end - stretch.start == 1]
        glyph, style = (marks or found)[-1].token
        return (glyph, context(self).palette.text + style)

    def _base(self, line: Line) -> Style:
        palette = context(self).palette
        if line.role == "title":
            return palette.title
        if line.role == "heading":
            return palette.accent
        return palette.muted if line.role in ("furniture", "caption", "byline") else palette.text

    def _text_strip(self, line: Line) -> Strip:
        styles = [self._base(line)] * len(line.text)
        for name in self.LAYERS:
            layer = self._layers.get(name)
            if layer is None or not line.text:
                continue
            for stretch in layer.over(line.start, line.end):
                first, last = _places(line.sources, stretch.start, stretch.end)
                for place in range(first, last):
                    styles[place] = styles[place] + stretch.token
        number = self._number_styles(line)
        for place, style in number.items():
            styles[place] = styles[place] + style
        return Strip(_segments(line.text, styles))

    def _number_styles(self, line: Line) -> dict[int, Style]:
        if not line.added:
            return {}
        numbers, hits = self._layers.get("numbers"), self._layers.get("hit")
        found = {}
        for place in line.added:
            source = line.sources[place]
            style = numbers.at(source) if numbers else None
            # On the ground of a hit the number's own ink could not be read.
            if style is not None and (hits is None or hits.at(source) is None):
                found[place] = style
        return found

    # Mouse

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -3)

    def _wheel(self, event: events.MouseEvent, lines: int) -> None:
        event.stop()
        event.prevent_default()
        if self._page is not None:
            self.scroll_lines(lines)
            self.post_message(self.Scrolled(self))

    def on_click(self, event: events.Click) -> None:
        if self._page is None:
            return
        line = self._page.line(self.top + event.y)
        if line is None or not line.text:
            return
        room, place = event.x - self.indent - GUTTER, 0
        while place < len(line.text) - 1 and cell_len(line.text[: place + 1]) <= room:
            place += 1
        self.post_message(self.Clicked(self, line.sources[place]))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, wrapped lines joined again."""
        if self._page is None:
            return None
        start, end = selection.start, selection.end
        first = self._source_at(start.y, start.x) if start else 0
        last = self._source_at(end.y, end.x) if end else len(self._page.article.text)
        return self._page.article.text[first:last], "\n"

    def _source_at(self, index: int, column: int) -> int:
        line = self.page.line(index)
        if line is None or not line.text:
            return line.start if line else len(self.page.article.text)
        return line.end if column >= len(line.sources) else line.sources[max(0, column)]


def _places(sources: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Indexes of the shown characters whose offsets lie in ``start:end``."""
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
