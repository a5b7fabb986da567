"""The articles of the library, row by row, and the names of their columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import Any, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tuireader.library.tags import written
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.shelf.cards import Card, Listed
from tuireader.tui.shelf.columns import BAR, Columns, Needs, fit
from tuireader.tui.widgets.lines import Piece, shorten, spread, strip_of, width_of
from tuireader.tui.widgets.lines import fit as fitted
from tuireader.tui.widgets.rows import Row, RowList


class Heading(NamedTuple):
    """The line over the articles of one story. ``ids`` are the articles it stands for where they are folded away.

    ``about`` are pieces for the right end, the most important first: as many are shown as there is room for.
    """

    name: str
    about: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    story: int = 0


class ArticleRows(RowList):
    """The articles, a heading before each story."""

    def __init__(self) -> None:
        super().__init__()
        self.picked: dict[str, None] = {}
        """Ids of the articles selected for comparing, in the order they were."""
        self.needs = Needs()
        """What the columns want to show."""
        self.topic: Callable[[int], str] = lambda _: ""
        """What a story is about, by its number. Asked only for what is on screen."""
        self.begun: Callable[[Any], int] = lambda _: 0
        """Where the title of an article goes on after what a title above it has said already. Asked as the topic is."""
        self.nothing: Sequence[str] = ()
        """What to say where there are no rows, in paragraphs."""

    @property
    def data(self) -> object:
        """What stands under the cursor; None in an empty list."""
        return self._rows[self._first[self.cursor]].data if self.items else None

    @property
    def columns(self) -> Columns:
        """The columns there is room for."""
        return fit(self.size.width, self.needs)

    def render_line(self, y: int) -> Strip:
        if self.items or not self.nothing:
            return super().render_line(y)
        palette = context(self).palette
        width = self.size.width
        lines = [""]
        for said in self.nothing:
            lines += wrap(said, max(10, width - 4), subsequent_indent=" " * 8) or [""]
        text = lines[y] if y < len(lines) else ""
        return strip_of([(f"  {text}", palette.text if y == 1 else palette.muted)], width, palette.text)

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        if isinstance(row.data, Heading):
            return self._heading(row.data, width, base, selected)
        assert isinstance(row.data, Card)
        return self.article_pieces(row.data, base, selected)

    def _heading(self, heading: Heading, width: int, base: Style, selected: bool) -> list[Piece]:
        here = context(self)
        folded = f"{here.glyphs.folded} " if heading.ids else ""
        left: list[Piece] = [(f" {folded}{heading.name}", base if selected else here.palette.accent)]
        return self.headed(left, self.topic(heading.story), heading.about, width, base, selected)

    def headed(
        self, left: list[Piece], said: str, abouts: Sequence[str], width: int, base: Style, selected: bool
    ) -> list[Piece]:
        """A heading: what is on its left, what the story is about, and as much at its right end as there is room for,
        the most important first."""
        here = context(self)
        quiet = base if selected else here.palette.muted
        room = width - width_of(left) - 1
        dot = f" {here.glyphs.dot} "
        # What it is about has half of the line at least.
        topic = cell_len(said) + 2 if said else 0
        about = ""
        for each in abouts:
            more = f"{about}{dot}{each}" if about else each
            if cell_len(more) + 2 + min(topic, room // 2) > room:
                break
            about = more
        room -= cell_len(about) + 2
        if said and room > 8:
            # Words of titles, no sentence: what has no room goes whole.
            while cell_len(said) > room - 2 and " " in said:
                said = said.rpartition(" ")[0]
            left.append((f"  {shorten(said, room - 2, here.glyphs.ellipsis)}", base))
        gap = width - width_of(left) - cell_len(about) - 1
        return [*left, (" " * max(1, gap), base), (f"{about} ", quiet)]

    def article_pieces(self, card: Listed, base: Style, selected: bool) -> list[Piece]:
        """The line of an article."""
        here = context(self)
        glyphs, palette = here.glyphs, here.palette
        columns = self.columns
        quiet = base if selected else palette.muted
        bright = base if selected else palette.accent
        seen = {"new": glyphs.fresh, "changed": glyphs.altered}.get(card.fresh) or (
            " " if card.state.read else glyphs.unread
        )
        weight = Style() if card.state.read else Style(bold=True)
        pieces: list[Piece] = [
            (glyphs.marked if card.id in self.picked else " ", bright),
            (f" {card.number:>{columns.number}} ", quiet),
            (f"{seen} ", bright),
            (self._title(card, columns.title), base + weight),
        ]
        if columns.source:
            pieces.append((f"  {fitted(card.source, columns.source - 2, glyphs.ellipsis)}", quiet))
        if columns.date:
            pieces.append((f"  {card.published:<10}", quiet))
        if columns.words:
            pieces.append((f"{card.words:>{columns.words},}", quiet))
        pieces += self._share(card.share, columns, base, quiet)
        if columns.progress:
            pieces.append((f"{self._progress(card):>{columns.progress}}", quiet))
        if columns.marks:
            marks = f"{glyphs.bookmark}{card.state.marks}" if card.state.marks else ""
            pieces.append((f"{marks:>{columns.marks}}", bright))
        if columns.tags:
            said = fitted(written(safe(tag) for tag in card.state.tags), columns.tags - 2, glyphs.ellipsis)
            pieces.append((f"  {said}", quiet))
        return [*pieces, (" ", base)]

    def _title(self, card: Listed, room: int) -> str:
        """The title; where it is too long without what a title above it has said already."""
        more = context(self).glyphs.ellipsis
        start = self.begun(card) if cell_len(card.title) > room else 0
        return fitted(f"{more} {card.title[start:]}" if start else card.title, room, more)

    def _share(self, share: float | None, columns: Columns, base: Style, quiet: Style) -> list[Piece]:
        glyphs = context(self).glyphs
        pieces: list[Piece] = []
        if columns.bar:
            full = round((share or 0.0) * BAR) or (1 if share else 0)
            pieces.append(("  " + glyphs.bar * full, base if full else quiet))
            pieces.append((glyphs.bar_empty * (BAR - full), quiet))
        if columns.share:
            said = f"{share:.0%}" if share is not None else glyphs.ellipsis
            pieces.append((f"{said:>{columns.share}}", quiet if not share else base))
        return pieces

    def _progress(self, card: Listed) -> str:
        progress = card.progress
        if progress is None:
            return ""
        return "end" if progress == 1 else f"{max(1, min(99, round(100 * progress)))}%"


class ColumnNames(Widget):
    """One quiet line that names the columns of the list below; the one it is sorted by stands out."""

    DEFAULT_CSS = "ColumnNames { height: 1; }"
    can_focus = False

    def __init__(self, rows: ArticleRows) -> None:
        super().__init__()
        self._rows = rows
        self._sorted = ("", False)

    def say(self, column: str, down: bool) -> None:
        """Which column the list is sorted by, and whether what is largest comes first."""
        self._sorted = (column, down)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        here = context(self)
        palette = here.palette
        columns = self._rows.columns
        left: list[Piece] = [(" " * columns.lead, palette.muted), *self._named("title", columns.title, left=True)]
        if columns.source:
            left += [("  ", palette.muted), *self._named("source", columns.source - 2, left=True)]
        if columns.date:
            left += [("  ", palette.muted), *self._named("date", columns.date - 2, left=True)]
        left += self._named("words", columns.words)
        left += self._named("shared", columns.bar + columns.share)
        left += self._named("read", columns.progress)
        left += self._named("", columns.marks)
        if columns.tags:
            left += [("  ", palette.muted), *self._named("tags", columns.tags - 2, left=True)]
        return spread(left, [], self.size.width, palette.muted)

    def _named(self, name: str, width: int, *, left: bool = False) -> list[Piece]:
        here = context(self)
        column, down = self._sorted
        if not name or name != column:
            return [(f"{name:<{width}}"[:width] if left else f"{name:>{width}}"[:width], here.palette.muted)]
        arrow = here.glyphs.down if down else here.glyphs.up
        said = f"{name}{arrow}"[:width]
        gap = (" " * (width - cell_len(said)), here.palette.muted)
        named = (said, here.palette.accent)
        return [named, gap] if left else [gap, named]
