"""Where the terminal's own cursor belongs: on the item at hand, which screen readers and magnifiers follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.geometry import Offset
from textual.widget import Widget

from tuireader.tui.reading import page

if TYPE_CHECKING:
    from tuireader.tui.widgets.reader import ReaderView


@runtime_checkable
class Pointed(Protocol):
    """A widget with an item at hand."""

    def cursor_cell(self) -> Offset | None:
        """The cell within the widget where the item at hand begins; None where there is none."""


def on_screen(widget: Widget) -> Offset | None:
    """The cell of the screen where a widget's item at hand begins, within the widget; None where there is none."""
    size = widget.size
    cell = widget.cursor_cell() if isinstance(widget, Pointed) and size.width and size.height else None
    return None if cell is None else widget.content_region.offset + size.clamp_offset(cell)


def first_of(widgets: list[Widget]) -> Offset | None:
    """The cell of the first widget on screen that has an item at hand."""
    for widget in widgets:
        if widget.display and (cell := on_screen(widget)) is not None:
            return cell
    return None


def cell_of(view: ReaderView, offset: int) -> Offset | None:
    """The cell of the screen with the character at an offset of the text; None where it is not on screen."""
    if not view.ready:
        return None
    found = page.cell_of(view.page, view.top, view.size.height, offset)
    return None if found is None else view.content_region.offset + Offset(view.text_column + found[0], found[1])
