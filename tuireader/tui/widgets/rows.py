"""A list of any length that draws only the rows on screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.widgets.lines import Piece, fit, strip_of
from tuireader.tui.widgets.scrolling import Scrolling


class Row(NamedTuple):
    """One line of a list. Lines with the same ``item`` are selected together; ``None`` is a heading, never selected."""

    item: int | None
    data: object = None


class RowList(Scrolling):
    """Lines of items with a cursor. A subclass says how a line looks in ``pieces``.

    A cursor move redraws two items and nothing else.
    """

    class Moved(Message):
        """The cursor stands on another item."""

        def __init__(self, rows: RowList, item: int) -> None:
            super().__init__()
            self.rows = rows
            self.item = item

    class Chosen(Message):
        """The item under the cursor was chosen with the mouse."""

        def __init__(self, rows: RowList, item: int) -> None:
            super().__init__()
            self.rows = rows
            self.item = item

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._first: Sequence[int] = ()
        self._last: Sequence[int] = ()
        self.cursor = 0
        """The item the cursor stands on, counted from 0."""

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        """The pieces of one line, at most ``width`` cells: its text, where a list says nothing else.

        ``base`` is the style to draw on.
        """
        return [(fit(safe(str(row.data)), width), base)]

    def cursor_style(self) -> Style:
        """What the item under the cursor is drawn on."""
        return context(self).palette.cursor

    def empty(self) -> str:
        """What to say where there are no rows."""
        return ""

    def cursor_cell(self) -> Offset:
        """Where the item under the cursor begins; where there is none, what is said instead."""
        return Offset(0, self._first[self.cursor] - self.scroll_offset.y if self.items else 1)

    @property
    def chosen(self) -> object:
        """What the first line of the item under the cursor shows; None where there are no items."""
        return self._rows[self._first[self.cursor]].data if self.items else None

    @property
    def items(self) -> int:
        """Number of items."""
        return len(self._first)

    def fill(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Shows these rows, items numbered from 0 without a gap, the cursor on one of them."""
        first: list[int] = []
        last: list[int] = []
        for line, row in enumerate(rows):
            if row.item is None:
                continue
            if row.item == len(first):
                first.append(line)
                last.append(line)
            else:
                last[row.item] = line
        self._lay(rows, first, last, cursor)

    def fill_by_window(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Shows rows that are looked at only as they come on screen, each an item of its own: there may be any number.

        The screen stays where it is, as far as the cursor is on it.
        """
        self._lay(rows, range(len(rows)), range(len(rows)), cursor)

    def _lay(self, rows: Sequence[Row], first: Sequence[int], last: Sequence[int], cursor: int) -> None:
        self._rows, self._first, self._last = rows, first, last
        self.cursor = max(0, min(cursor, self.items - 1))
        self.set_extent(len(rows))
        self._reveal()
        self.refresh()

    def move(self, by: int) -> None:
        """Moves the cursor by so many items, not past the ends."""
        self.go(self.cursor + by)

    def go(self, item: int) -> None:
        """Puts the cursor on an item."""
        item = max(0, min(item, self.items - 1))
        if item == self.cursor or not self.items:
            return
        old, self.cursor = self.cursor, item
        for changed in (old, item):
            for line in range(self._first[changed], self._last[changed] + 1):
                self.refresh_line(line)
        self._reveal()
        self.post_message(self.Moved(self, item))

    def page(self, direction: int) -> None:
        """Moves the cursor by a screenful."""
        if not self.items:
            return
        line = self._first[self.cursor] + direction * max(1, self.size.height - 1)
        near = min(range(self.items), key=lambda item: abs(self._first[item] - line)) if self.items < 512 else None
        if near is None:
            near = self.cursor + direction * max(1, self.size.height - 1)
        self.go(near if near != self.cursor else self.cursor + direction)

    def _reveal(self) -> None:
        if not self.items or not self.size.height:
            return
        height = self.size.height
        first, last = self._first[self.cursor], self._last[self.cursor]
        if first > 0 and self._rows[first - 1].item is None:
            first -= 1
        top = self.scroll_offset.y
        if first < top or last - first >= height:
            top = first
        elif last >= top + height:
            top = last - height + 1
        top = max(0, min(top, len(self._rows) - height))
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, force=True)

    def on_resize(self, _: events.Resize) -> None:
        self.set_extent(len(self._rows))
        self._reveal()

    def validate_scroll_y(self, value: float) -> float:
        return max(0, min(value, len(self._rows) - 1))

    def validate_scroll_target_y(self, value: float) -> float:
        return self.validate_scroll_y(value)

    def render_line(self, y: int) -> Strip:
        palette = context(self).palette
        width = self.size.width
        line = y + self.scroll_offset.y
        if not self._rows:
            text = self.empty() if y == 1 else ""
            return strip_of([(f"  {text}", palette.muted)], width, palette.text)
        if line >= len(self._rows):
            return strip_of([], width, palette.text)
        row = self._rows[line]
        selected = row.item is not None and row.item == self.cursor
        base = self.cursor_style() if selected else palette.text
        return strip_of(self.pieces(row, width, base, selected), width, base)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        event.prevent_default()
        self.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        event.prevent_default()
        self.move(-1)

    def on_click(self, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y
        item = self._rows[line].item if 0 <= line < len(self._rows) else None
        if item is None:
            return
        if item == self.cursor or event.chain > 1:
            self.post_message(self.Chosen(self, item))
        self.go(item)
