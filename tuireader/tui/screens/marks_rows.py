"""The list of marks: a heading an article, a line a mark, a second one where there is a note."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from tuireader.article import Article
from tuireader.library import Mark
from tuireader.report.counting import count
from tuireader.tui.context import context
from tuireader.tui.reading.mark_groups import MarkGroup, note_of, place_of, tags_of, words_of
from tuireader.tui.reading.wrap import wrap
from tuireader.tui.widgets.lines import Piece, fit, shorten, strip_of, width_of
from tuireader.tui.widgets.rows import Row, RowList

#: Cells before the words: the sign and the place.
_LEAD = 8


class MarkLine(NamedTuple):
    """One line of a mark; ``note`` is the second one."""

    mark: Mark
    article: Article | None
    note: bool = False


class MarkRows(RowList):
    """Marks by article. Where there are none, ``teach`` says what to do."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: list[MarkLine] = []
        self._listed: Collection[str] = ()
        self._taught: tuple[str, ...] = ()

    @property
    def line(self) -> MarkLine | None:
        """The mark under the cursor, with its article."""
        return self._marks[self.cursor] if self._marks else None

    def teach(self, *paragraphs: str) -> None:
        """What to say where there are no marks. Safe to show."""
        self._taught = paragraphs

    def show(self, groups: Sequence[MarkGroup], cursor: int, listed: Collection[str] = ()) -> None:
        """Shows these marks, the cursor on one of them. ``listed`` are digests of texts that are not open, but are
        opened by going to a mark in them."""
        rows: list[Row] = []
        self._listed = listed
        self._marks = []
        for group in groups:
            if rows:
                rows.append(Row(None))
            rows.append(Row(None, group))
            for mark in group.marks:
                line = MarkLine(mark, group.article)
                item = len(self._marks)
                self._marks.append(line)
                rows.append(Row(item, line))
                if note_of(mark):
                    rows.append(Row(item, line._replace(note=True)))
        self.fill(rows, cursor)

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        if isinstance(row.data, MarkGroup):
            return self._heading(row.data, width)
        if not isinstance(row.data, MarkLine):
            return []
        here = context(self)
        mark, article, second = row.data
        quiet = base if selected else here.palette.muted
        if second:
            note = shorten(note_of(mark), width - _LEAD - 1, here.glyphs.ellipsis)
            return [(" " * _LEAD, base), (note, quiet + Style(italic=True))]
        sign = here.glyphs.noted if mark.note else here.glyphs.bookmark
        lead: list[Piece] = [
            (f" {sign} ", base if selected else here.palette.accent),
            (f"{place_of(mark, article):>4} ", quiet),
        ]
        tags = shorten(tags_of(mark), width // 3, here.glyphs.ellipsis)
        after: list[Piece] = [(f"  {tags} ", base if selected else here.palette.accent)] if tags else [(" ", base)]
        room = width - width_of(lead) - width_of(after)
        return [*lead, (fit(words_of(mark, article), room, here.glyphs.ellipsis), base), *after]

    def _heading(self, group: MarkGroup, width: int) -> list[Piece]:
        here = context(self)
        number = f"{here.session.numbers[group.article.id]} " if group.article is not None else ""
        at_hand = group.article is not None or group.marks[0].digest in self._listed
        about = count(len(group.marks), "mark") + ("" if at_hand else ", not open now")
        title = shorten(f" {number}{group.title}", width - cell_len(about) - 3, here.glyphs.ellipsis)
        ink = here.palette.accent if at_hand else here.palette.muted
        return [(title, ink), (f"  {about}", here.palette.muted)]

    def render_line(self, y: int) -> Strip:
        if self.items:
            return super().render_line(y)
        palette, width = context(self).palette, self.size.width
        lines: list[str] = []
        for text in self._taught:
            lines += ["", *(text[start:end] for start, end in wrap(text, max(1, width - 4)))]
        said = lines[y] if y < len(lines) else ""
        return strip_of([(f"  {said}", palette.muted)], width, palette.text)
