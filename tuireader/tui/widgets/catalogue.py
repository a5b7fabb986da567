"""The rows of a large library: stories, what is unfolded below them, texts that several carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tuireader.library.states import Extent
from tuireader.report.counting import count
from tuireader.tui.catalogue.lines import ArticleLine, Line, StoryLine
from tuireader.tui.context import context
from tuireader.tui.shelf.columns import Needs
from tuireader.tui.widgets.articles import ArticleRows
from tuireader.tui.widgets.lines import Piece, strip_of
from tuireader.tui.widgets.rows import Row, RowList

#: What titles and sources want where nobody can look at all of them.
_TITLE, _SOURCE, _DATE, _WORDS = 60, 20, 10, 6
#: From this width on a story says how many outlets tell it, and how many of them in words of their own.
_ROOMY = 90


def needs(most: int, extent: Extent) -> Needs:
    """What the columns want: ``most`` is the largest number of an article."""
    number, marks = max(2, len(f"{most}")), 1 + len(str(extent.marks)) if extent.marks else 0
    tags = max((sum(cell_len(tag) + 2 for tag in tags) - 1 for tags in extent.tags), default=0)
    return Needs(number, _TITLE, _SOURCE, _DATE, _WORDS, 4 * extent.begun, marks, tags)


class CatalogueRows(ArticleRows):
    """Stories and articles, each row drawn when it comes on screen. A story can be gone to as an article can."""

    def __init__(self) -> None:
        super().__init__()
        self.picked_of: Counter[int] = Counter()
        """How many articles of each story are selected."""
        self.flat = False
        """Whether articles stand below no heading."""

    @property
    def line(self) -> Line | None:
        """What stands under the cursor."""
        data = self.data
        return data if isinstance(data, StoryLine | ArticleLine) else None

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        if isinstance(row.data, StoryLine):
            return self._story(row.data, width, base, selected)
        if isinstance(row.data, ArticleLine):
            return self.article_pieces(self._told(row.data), base, selected)
        return []

    def _story(self, line: StoryLine, width: int, base: Style, selected: bool) -> list[Piece]:
        here = context(self)
        bright = base if selected else here.palette.accent
        marked = here.glyphs.marked if self.picked_of[line.story] >= line.articles else " "
        sign = here.glyphs.folded if line.folded else here.glyphs.unfolded
        left: list[Piece] = [(f"{marked}{sign}", bright)]
        if not line.story:
            left.append((" On their own", bright))
        about = [count(line.articles, "article")]
        if line.unread:
            about.append(f"{line.unread:,} unread" if line.unread < line.articles else "all unread")
        if width >= _ROOMY and line.story:
            if line.outlets > 1:
                about.append(count(line.outlets, "outlet"))
            if line.tellings < line.articles:
                about.append(count(line.tellings, "telling"))
        if line.newest:
            about.append(line.newest)
        return self.headed(left, line.topic, about, width, base + Style(bold=bool(line.unread)), selected)

    def _told(self, line: ArticleLine) -> ArticleLine:
        """An article as its columns show it: under its heading, with how many carry its text."""
        glyphs = context(self).glyphs
        lead = "" if self.flat else "  "
        if line.copy_of:
            lead += "  "
        if not line.carriers:
            return line._replace(title=f"{lead}{line.title}")
        told = f"{line.source} {glyphs.dot} {count(line.carriers + 1, 'carrier')}"
        if cell_len(told) > self.columns.source - 2:
            told = f"{line.source} {glyphs.times}{line.carriers + 1:,}"
        sign = glyphs.unfolded if line.opened else glyphs.folded
        return line._replace(title=f"{lead}{sign} {line.title}", source=told)


class Position(Widget):
    """One column at the right of a long list: where in it one is."""

    DEFAULT_CSS = "Position { width: 1; height: 1fr; }"
    can_focus = False

    def __init__(self, rows: RowList) -> None:
        super().__init__()
        self._rows = rows
        self._drawn = (-1, -1)

    def follow(self) -> None:
        """Shows where the list is now. Redraws only where the bar moves."""
        thumb = self._thumb()
        if thumb != self._drawn:
            self._drawn = thumb
            self.refresh()

    def _thumb(self) -> tuple[int, int]:
        height, total = self.size.height, self._rows.items
        if not height or total <= height:
            return 0, 0
        size = max(1, height * height // total)
        top = round((height - size) * self._rows.scroll_offset.y / (total - height))
        return top, top + size

    def render_line(self, y: int) -> Strip:
        here = context(self)
        start, stop = self._drawn if self._drawn[0] >= 0 else self._thumb()
        if start == stop:
            return strip_of([], 1, here.palette.text)
        glyph = here.glyphs.rail_here if start <= y < stop else here.glyphs.rail
        return strip_of(
            [(glyph, here.palette.accent if start <= y < stop else here.palette.rule)], 1, here.palette.text
        )
