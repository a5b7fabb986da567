"""The first page of a single article, drawn before Textual is imported: what stands there is what its screen will
show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.tui.painting import Painter, Pieces
from tuireader.tui.reading.cursor import first_whole
from tuireader.tui.reading.layers import Layer
from tuireader.tui.reading.marked import along, beginnings
from tuireader.tui.reading.oddities import oddities
from tuireader.tui.reading.page import Page, cell_of
from tuireader.tui.reading.standing import looking, meaning, part
from tuireader.tui.reading.titled import titled
from tuireader.tui.terminal.picture import Picture
from tuireader.tui.widgets.drawing import draw
from tuireader.tui.widgets.margins import GUTTER, Frame, Margins, indent_of, measure_of

if TYPE_CHECKING:
    from tuireader.settings.config import Settings
    from tuireader.tui.glyphs import Glyphs
    from tuireader.tui.palette import Palette
    from tuireader.tui.session import Session
    from tuireader.tui.terminal.grid import Row

#: What a command may need that is there whatever is still to be found in the text.
_THERE = frozenset(("", "copy", "export"))


class FirstPage(Painter):
    """Draws the screen that a session of one article begins with, as far as it is known already."""

    def __init__(self, session: Session, settings: Settings, palette: Palette, marks: Glyphs) -> None:
        super().__init__(session, settings, palette, marks)
        self._article = session.articles[0]
        self._marked = session.library.marks(self._article.digest)

    def picture(self, size: tuple[int, int], *, seen: bool) -> Picture:
        """The screen at a size; whether the terminal's cursor is to be ``seen``."""
        width, height = size
        palette, article = self._palette, self._article
        page = Page(article, measure_of(width, self._settings.measure))
        wanted = self._session.library.position(article.digest) or 0
        top = page.line_of(wanted) if wanted else 0
        room = height - 2
        first = page.line(top)
        begins = first.start if first is not None else wanted
        rows = [self._cells(self._head(width), palette.bar, width, width)]
        rows += self._text(page, top, width, room)
        rows.append(self._cells(self._status(page, top + room, width), palette.bar, width, width))
        here = first_whole(article, begins) or article.span(0, len(article.text))
        x, y = cell_of(page, top, room, here.start) or cell_of(page, top, room, begins) or (0, 0)
        cursor = indent_of(width, self._settings.measure) + GUTTER + x, 1 + y
        return Picture(rows, cursor, seen, meaning(0, [(article.digest, begins)]))

    def _head(self, width: int) -> Pieces:
        number = str(self._session.numbers[self._article.id])
        return self._headline(*titled(self._article, self._glyphs.dot), number, width)

    def _text(self, page: Page, top: int, width: int, height: int) -> list[Row]:
        palette, marks = self._palette, self._glyphs
        margins = Margins(len(self._article.text))
        ink = palette.accent
        margins.bars = Layer([*along(self._marked, marks, ink), *beginnings(self._marked, marks, ink)])
        layers = {"marks": Layer((mark.start, mark.end, palette.marked) for mark in self._marked)}
        ends = [page.line(top), page.line(top + height - 1)]
        first, last = (len(self._article.text) if line is None else line.start for line in ends)
        rail = margins.rail_now(height, first, last, palette, marks, parts=False)
        frame = Frame(width, top, indent_of(width, self._settings.measure), palette, marks, rail, selectable=False)
        rest = width - 1 - frame.indent - GUTTER
        rows = []
        for row in range(height):
            line = page.line(top + row)
            drawn = draw(line, palette, layers) if line is not None else None
            middle, used = (drawn.segments, drawn.width) if drawn is not None else ([], 0)
            segments = [*margins.left(line, row, frame), *middle, *margins.right(line, rest - used, row, frame)]
            pieces = [(each.text, each.style or palette.text) for each in segments]
            rows.append(self._cells(pieces, palette.text, width, width))
        return rows

    def _status(self, page: Page, below: int, width: int) -> Pieces:
        palette, marks = self._palette, self._glyphs
        after = page.line(below)
        length = len(self._article.text)
        known = self._session.telling is not None
        said = part(after.start if after is not None else length, length) if known else looking(marks.ellipsis)
        left = [(said, palette.bar)]
        left += [(f" {marks.dot} {text}", palette.bar_text) for text in oddities(self._article)]
        return self._status_line(left, "compare", {*_THERE, "marks"} if self._marked else _THERE, width)
