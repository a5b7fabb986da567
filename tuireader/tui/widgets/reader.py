"""The reader: one article's wrapped text with what lies over it, and a rail that says where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tuireader.article import Article, Span
from tuireader.text.clusters import floor, joined
from tuireader.tui.context import context
from tuireader.tui.reading.connectors import Border
from tuireader.tui.reading.layers import Layer
from tuireader.tui.reading.page import Page
from tuireader.tui.reading.rail import Rail
from tuireader.tui.widgets.drawing import Drawn, draw
from tuireader.tui.widgets.lines import strip_of
from tuireader.tui.widgets.margins import GUTTER, Frame, Margins, indent_of, measure_of
from tuireader.tui.widgets.scrolling import Scrolling


class ReaderView(Scrolling):
    """Shows one article. ``level`` puts a line at a row, also past the ends of the text, so that panes can be level.

    Overlays are layers of styles, drawn in the order of ``drawing.ORDER``; setting one redraws only this widget.
    """

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
        self.raw = False
        """Whether the text stands here as it came: ``show`` and ``annotate`` draw it so from then on."""
        self._page: Page | None = None
        self._marks: dict[int, str] = {}
        self._layers: dict[str, Layer[Style]] = {}
        self._margins = Margins()
        self._drawn: dict[int, Drawn] = {}
        self._placed: dict[int, list[Segment]] = {}
        """The segments of the lines that are drawn, with where they stand."""
        self._frame: Frame | None = None
        self._selection: Selection | None = None
        self._laid: dict[str, list[tuple[int, int, Any]]] = {}
        self._wanted = 0
        self._pad = 1

    # What is shown

    def show(self, article: Article, *, at: int = 0, numbers: dict[int, str] | None = None) -> None:
        """Shows an article with the character at an offset on the first row. ``numbers`` stand in the text."""
        self.article = article
        self._marks = numbers or {}
        self._layers.clear()
        self._laid.clear()
        self._margins = Margins(len(article.text))
        self._wanted = at
        self._wrap()

    def annotate(self, notes: Iterable[tuple[int, int, str]], numbers: dict[int, str]) -> None:
        """Puts short notes at the right of the lines on which these spans stand, and numbers into the text.

        The first line stays where it is.
        """
        new = self._new("notes", notes)
        if new or numbers != self._marks or (self._page is not None and self._page.raw != self.raw):
            self._wanted = self.offset_at_top
            self._margins.notes, self._marks = Layer(self._laid.get("notes", ())), numbers
            self._wrap()

    def lay(self, name: str, stretches: Iterable[tuple[int, int, Style]]) -> None:
        """Lays styles over spans of the text, in place of what this layer had."""
        if self._new(name, stretches):
            self._layers[name] = Layer(self._laid[name])
            self._draw_anew()
            self.refresh()

    def bars(self, stretches: Iterable[tuple[int, int, tuple[str, Style]]]) -> None:
        """Marks for the gutter: a glyph and a style for each span of the text."""
        if self._new("bars", stretches):
            self._margins.bars = Layer(self._laid["bars"])
            self.refresh()

    def rail(self, stretches: Iterable[tuple[int, int, Style]]) -> None:
        """What the rail shows: a style for each span of the text."""
        if self._new("rail", stretches):
            self._margins.rail = Rail(self._margins.size, self._laid["rail"])
            self.refresh()

    def find(self, hits: Sequence[tuple[int, int, Style]]) -> None:
        """Lights the hits of a search, in the text, in the gutter and on the rail. They are in order."""
        self.lay("found", hits)
        places = tuple((start, end) for start, end, _ in hits)
        if places != self._margins.hits:
            self._margins.hits = places
            self.refresh()

    def join(self, before: Border, after: Border, ink: Style) -> None:
        """Draws lines to the panes before and after it, row by row, in an ink."""
        margins = self._margins
        if (before, after) != (margins.before, margins.after) or ((before or after) and ink != margins.ink):
            margins.before, margins.after, margins.ink = before, after, ink
            self.refresh()

    def laid(self, name: str) -> Layer[Style]:
        """What a layer holds now."""
        return self._layers.get(name) or Layer()

    def _new(self, name: str, stretches: Iterable[tuple[int, int, Any]]) -> bool:
        """Whether a layer is not what it is already; takes note of it."""
        found = list(stretches)
        if self._laid.get(name, []) == found:
            return False
        self._laid[name] = found
        return True

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._draw_anew()

    # Where it stands

    @property
    def measure(self) -> int:
        """Width of the text column in cells."""
        return measure_of(self.size.width, context(self).settings.measure, self._margins.note_width)

    @property
    def indent(self) -> int:
        """Blank columns before the gutter."""
        return indent_of(self.size.width, context(self).settings.measure)

    @property
    def text_column(self) -> int:
        """The column of the view in which the text begins."""
        return self.indent + GUTTER

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

    def shows(self, span: Span) -> bool:
        """Whether a part of a span of this article is on screen."""
        if self.article is None or self.article.id != span.article or not self.ready:
            return False
        return self.row_of(span.end - 1) >= 0 and self.row_of(span.start) < self.size.height

    def scroll_lines(self, lines: int) -> None:
        """Moves the text by so many lines, never past its ends."""
        # Before that the height is an estimate, and a low one: words do not fill their lines.
        self.page.line(self.top + lines + self.size.height)
        self.place(max(0, min(self.top + lines, max(self.last_top, min(self.top, self.page.height - 1)))), 0)

    def place(self, line: int, row: int) -> None:
        """Puts a line of the page at a row, blank rows above or below where the text does not reach."""
        self.scroll_to(y=line - row + self._pad, animate=False, force=True)

    def level(self, offset: int, row: int) -> None:
        """Puts the line with the character at an offset at a row."""
        self.place(self.page.line_of(offset), row)

    def bring(self, offset: int) -> None:
        """Puts the line with the character at an offset at a third of the height, or at its own row at the beginning of
        the text: nothing blank is shown above that."""
        line = self.page.line_of(offset)
        self.place(line, min(line, self.size.height // 3))

    # Drawing

    def _wrap(self) -> None:
        if self.article is None or self.size.width < 4:
            return
        self._draw_anew()
        hidden = context(self).glyphs.hidden if self.raw else ""
        self._page = Page(self.article, self.measure, self._marks, hidden=hidden)
        # Kept until the next wrapping: what is at the top is asked for when the height is already another.
        self._pad = max(1, self.size.height)
        at = self._page.line_of(self._wanted) if self._wanted else 0
        self.set_extent(self._page.height + 2 * self._pad)
        self.set_scroll(0, max(0, at) + self._pad)
        self.refresh()

    def on_resize(self, _: events.Resize) -> None:
        self.wrap_anew()

    def wrap_anew(self) -> None:
        """Wraps the text for the width there is now; what is at the top stays there."""
        if self._page is not None:
            line = self._page.line(max(0, self.top))
            # A place within the top line stays wanted: its beginning would creep upwards from size to size.
            if line is not None and not line.start <= self._wanted < line.end:
                self._wanted = line.start
        self._wrap()
        self.post_message(self.Wrapped())

    def set_scroll(self, x: float | None, y: float | None) -> None:
        """Moves without animation, also before the first layout has given a size to scroll in."""
        self.set_reactive(ScrollView.scroll_target_y, y or 0)
        self.set_reactive(ScrollView.scroll_y, y or 0)

    def validate_scroll_y(self, value: float) -> float:
        # The virtual size is what was estimated at first; the page knows better the further it is wrapped.
        height = self._page.height if self._page is not None else 0
        return max(0, min(value, height + 2 * self._pad - 1))

    def validate_scroll_target_y(self, value: float) -> float:
        return self.validate_scroll_y(value)

    def render_lines(self, crop: Region) -> list[Strip]:
        if self._page is not None:
            here, size = context(self), self.size
            height = max(1, size.height)
            seen = self.offset_at_top, self.offset_at_row(height - 1)
            parts = self.region.right < self.app.size.width
            rail = self._margins.rail_now(height, *seen, here.palette, here.glyphs, parts=parts)
            mouse = here.settings.mouse_on()
            self._frame = Frame(size.width, self.top, self.indent, here.palette, here.glyphs, rail, mouse)
            # A pane that is being closed may be drawn once more, and stands on no screen.
            self._selection = self.text_selection if self.is_attached else None
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        frame = self._frame
        if self._page is None or frame is None:
            return strip_of([], self.size.width, context(self).palette.text)
        index = frame.top + y
        line = self._page.line(index)
        before = self._margins.left(line, y, frame)
        rest = frame.width - 1 - frame.indent - GUTTER
        if line is None:
            return Strip([*before, *self._margins.right(None, rest, y, frame)], frame.width)
        drawn = self._drawn.get(index)
        if drawn is None or drawn.line is not line:
            drawn = self._drawn[index] = draw(line, frame.palette, self._layers)
            self._placed.pop(index, None)
        middle = self._for_mouse(drawn, index) if frame.selectable else drawn.segments
        after = self._margins.right(line, rest - drawn.width, y, frame)
        return Strip([*before, *middle, *after], frame.width)

    def _for_mouse(self, drawn: Drawn, index: int) -> list[Segment]:
        """The segments with where they stand, for selecting, and what is selected in reverse."""
        selection = self._selection
        if selection is None and (placed := self._placed.get(index)) is not None:
            return placed
        strip = Strip(drawn.segments, drawn.width)
        span = selection.get_span(index) if selection is not None and drawn.segments else None
        if span is not None:
            shown = drawn.line.text
            end = len(shown) if span[1] < 0 else span[1]
            while joined(shown, end):
                end += 1
            first, last = cell_len(shown[: floor(shown, span[0], -1)]), cell_len(shown[:end])
            chosen = strip.crop(first, last).apply_style(Style(reverse=True))
            strip = Strip.join([strip.crop(0, first), chosen, strip.crop(last)])
        placed = list(strip.apply_offsets(0, index))
        if selection is None:
            self._placed[index] = placed
        return placed

    def _draw_anew(self) -> None:
        """No line is as it was drawn."""
        self._drawn.clear()
        self._placed.clear()

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
        """The selected text, wrapped lines joined again, safe to paste."""
        if self._page is None:
            return None
        from tuireader.report.citing import excerpt

        return excerpt(self._page.article, *self._selected(selection)), "\n\n"

    def selected(self) -> tuple[int, int] | None:
        """The stretch of the text that is selected with the mouse, white space at its ends aside."""
        # A pane that was just opened, or is being closed, stands on no screen.
        selection = self.text_selection if self.is_attached else None
        if self._page is None or selection is None:
            return None
        first, last = self._selected(selection)
        words = self._page.article.text[first:last]
        start = first + len(words) - len(words.lstrip())
        return (start, start + len(words.strip())) if words.strip() else None

    def _selected(self, selection: Selection) -> tuple[int, int]:
        start, end = selection.start, selection.end
        first = self._source_at(start.y, start.x) if start else 0
        return first, self._source_at(end.y, end.x) if end else len(self.page.article.text)

    def _source_at(self, index: int, column: int) -> int:
        line = self.page.line(index)
        if line is None or not line.text:
            return line.start if line else len(self.page.article.text)
        return line.end if column >= len(line.sources) else line.sources[max(0, column)]
