"""The list of hits: one line each, the words that were found lit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from tuireader.article import Article
from tuireader.search import Hit
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.reading.excerpt import excerpt
from tuireader.tui.reading.wrap import wrap
from tuireader.tui.widgets.lines import Piece, fit, shorten, strip_of, width_of
from tuireader.tui.widgets.rows import Row, RowList

#: From this width on a hit's line names the source of its article.
_NAMED = 58
_SOURCE = 18


class HitRows(RowList):
    """Hits with the number and source of their articles. Where there are none, ``notes`` say what to do."""

    def __init__(self) -> None:
        super().__init__()
        self._notes: list[tuple[str, str]] = []
        self._source = 0

    def note(self, lines: list[tuple[str, str]]) -> None:
        """What to say where there are no hits: lines of two columns, the first one set off; or of one, ("", text)."""
        if lines != self._notes:
            self._notes = lines
            self.refresh()

    def show(self, hits: Sequence[Hit], *, keep: bool = False) -> None:
        """Shows hits, best first; ``keep`` leaves the cursor on its place."""
        rows: list[Row] = []
        session = context(self).session
        sources = {safe(session.by_id[hit.span.article].source or "") for hit in hits}
        self._source = min(_SOURCE, max(map(cell_len, sources), default=0))
        before = True
        for item, hit in enumerate(hits):
            if before and not hit.exact:
                # The list says where exactness ends: nobody should wonder why a word is not the one typed.
                rows.append(Row(None, "Similar words" if item else "Not found as typed; similar words"))
            before = hit.exact
            rows.append(Row(item, hit))
        self.fill(rows, self.cursor if keep else 0)

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        here = context(self)
        palette = here.palette
        if row.item is None:
            return [(" " + shorten(str(row.data), width - 1, here.glyphs.ellipsis), palette.muted + Style(italic=True))]
        hit = row.data
        assert isinstance(hit, Hit)
        article = here.session.by_id[hit.span.article]
        quiet = base if selected else palette.muted
        after: list[Piece] = []
        if width >= _NAMED and self._source:
            source = fit(safe(article.source or ""), self._source, here.glyphs.ellipsis)
            after = [("  ", base), (source, quiet)]
        lead: list[Piece] = [(f" {here.session.numbers[article.id]:>2} ", quiet)]
        room = width - 5 - width_of(after)
        found = excerpt(article, hit.span, hit.matches, room, here.glyphs.ellipsis)
        text = base + Style(bold=True) if _heads(article, hit.span.start) else base
        lit = text + Style(color=None if selected else palette.ink("accent"), bold=True, underline=True)
        middle: list[Piece] = []
        at = 0
        for start, end in found.matches:
            middle += [(found.text[at:start], text), (found.text[start:end], lit)]
            at = end
        middle.append((fit(found.text[at:], room - width_of(middle)), text))
        return [*lead, *middle, *after, (" ", base)]

    def render_line(self, y: int) -> Strip:
        if self.items:
            return super().render_line(y)
        width = self.size.width
        text = context(self).palette.text
        lines = self._laid_notes(width)
        return strip_of(lines[y - 1] if 1 <= y <= len(lines) else [], width, text)

    def _laid_notes(self, width: int) -> list[list[Piece]]:
        here = context(self)
        palette, ellipsis = here.palette, here.glyphs.ellipsis
        edge: Piece = ("  ", palette.text)
        column = min(max((cell_len(name) for name, _ in self._notes), default=0) + 3, max(4, width // 2))
        lines: list[list[Piece]] = []
        for name, said in self._notes:
            if name:
                rest = shorten(said, width - column - 4, ellipsis)
                lines.append([edge, (fit(name, column - 1, ellipsis), palette.title), (f" {rest}", palette.muted)])
            else:
                lines += [[edge, (said[start:end], palette.muted)] for start, end in wrap(said, width - 4)]
        return lines


def _heads(article: Article, offset: int) -> bool:
    """Whether the part at an offset is a headline."""
    place = bisect_right(article.parts, offset, key=lambda part: part.start) - 1
    return place >= 0 and article.parts[place].role in ("title", "heading")
