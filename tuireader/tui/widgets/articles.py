"""The articles of the library, row by row, and the names of their columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import Any

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tuireader.tui.context import context
from tuireader.tui.shelf.cards import Card, Listed
from tuireader.tui.shelf.columns import Columns, Needs, fit
from tuireader.tui.shelf.drawn import Drawn, Pens
from tuireader.tui.shelf.headings import Heading
from tuireader.tui.widgets.lines import Piece, strip_of
from tuireader.tui.widgets.rows import Row, RowList


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
        return self._drawn.heading(left, said, abouts, width, self._pens(base, selected))

    def article_pieces(self, card: Listed, base: Style, selected: bool) -> list[Piece]:
        """The line of an article."""
        return self._drawn.article(card, self._pens(base, selected), picked=card.id in self.picked)

    @property
    def _drawn(self) -> Drawn[Style]:
        return Drawn(context(self).glyphs, self.columns, self.begun)

    def _pens(self, base: Style, selected: bool) -> Pens[Style]:
        palette = context(self).palette
        quiet, bright = (base, base) if selected else (palette.muted, palette.accent)
        return Pens(base, quiet, bright, base + Style(bold=True))


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
        muted = here.palette.muted
        drawn: Drawn[Style] = Drawn(here.glyphs, self._rows.columns, self._rows.begun)
        pens = Pens(muted, muted, here.palette.accent, muted)
        return strip_of(drawn.names(*self._sorted, pens), self.size.width, muted)
