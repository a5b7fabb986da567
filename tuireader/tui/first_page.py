"""The first page of a single article, drawn before Textual is imported: what stands there is what its screen will
show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.settings.commands import WITH, Command
from tuireader.settings.keys import shown
from tuireader.tui.hinting import LATER, hints
from tuireader.tui.painting import Pieces, cells, foot
from tuireader.tui.pieces import apart
from tuireader.tui.reading.cursor import first_whole
from tuireader.tui.reading.layers import Layer
from tuireader.tui.reading.marked import along, beginnings
from tuireader.tui.reading.oddities import oddities
from tuireader.tui.reading.page import Page, cell_of
from tuireader.tui.reading.standing import looking, meaning, part
from tuireader.tui.reading.titled import titled
from tuireader.tui.shelf.drawn import headline
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


class FirstPage:
    """Draws the screen that a session of one article begins with, as far as it is known already."""

    def __init__(self, session: Session, settings: Settings, palette: Palette, marks: Glyphs) -> None:
        self._session = session
        self._settings = settings
        self._palette = palette
        self._glyphs = marks
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
        rows = [cells(self._head(width), palette.bar, width, width, palette)]
        rows += self._text(page, top, width, room)
        rows.append(cells(self._status(page, top + room, width), palette.bar, width, width, palette))
        here = first_whole(article, begins) or article.span(0, len(article.text))
        x, y = cell_of(page, top, room, here.start) or cell_of(page, top, room, begins) or (0, 0)
        cursor = indent_of(width, self._settings.measure) + GUTTER + x, 1 + y
        return Picture(rows, cursor, seen, meaning(0, [(article.digest, begins)]))

    def _head(self, width: int) -> Pieces:
        palette, marks = self._palette, self._glyphs
        pens = (palette.bar_key, palette.bar_text, palette.bar)
        number = str(self._session.numbers[self._article.id])
        both = headline(*titled(self._article, marks.dot), number, width, pens, marks.ellipsis)
        return apart(*both, width, palette.bar)

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
            rows.append(cells(pieces, palette.text, width, width, palette))
        return rows

    def _status(self, page: Page, below: int, width: int) -> Pieces:
        palette, marks = self._palette, self._glyphs
        after = page.line(below)
        length = len(self._article.text)
        known = self._session.telling is not None
        said = part(after.start if after is not None else length, length) if known else looking(marks.ellipsis)
        left = [(said, palette.bar)]
        left += [(f" {marks.dot} {text}", palette.bar_text) for text in oddities(self._article)]
        scopes = ("compare", *WITH["compare"])
        told = hints(scopes, self._settings.keys_for, self._hinted, self._key_text, LATER["compare"])
        return foot(left, told, width, palette, marks.ellipsis)

    def _hinted(self, command: Command) -> bool:
        """Whether the screen will tell the key of a command, whatever is found in the text."""
        there = command.needs in _THERE or (command.needs == "marks" and bool(self._marked))
        return command.shown and there

    def _key_text(self, key: str) -> str:
        return shown(key, self._glyphs.arrows)
