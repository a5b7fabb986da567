"""The list of the search: hits, one line each, the words that were found lit; or queries to choose from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from tuireader.article import Article
from tuireader.search import Hit, Label
from tuireader.search.rank import Tier
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.reading.excerpt import excerpt
from tuireader.tui.reading.wrap import wrap
from tuireader.tui.widgets.lines import Piece, fit, shorten, strip_of, width_of
from tuireader.tui.widgets.rows import Row, RowList

#: From this width on a hit's line names the source of its article.
_NAMED = 58
_SOURCE = 18
#: What a label says beside the sentence has at most so many cells.
_SAID = 22
#: No more labels of a hit than these are told.
_LABELS = 3
#: So many others that carry the same are named.
_CARRIERS = 5
#: Fields whose labels have a line of their own under the hit: what they say is as much as the sentence.
_OWN_LINE = ("fact", "note", "tag")

_HEADS = {
    Tier.BESIDE: "In neighbouring sentences",
    Tier.FUZZY: "Similar words",
    Tier.FUZZY_BESIDE: "Similar words in neighbouring sentences",
    Tier.SOME: "Only some of the words",
}


class Choice(NamedTuple):
    """A query that can be taken."""

    query: str


class HitRows(RowList):
    """Hits with the number and source of their articles; queries to choose from; ``notes`` stand below all rows."""

    def __init__(self) -> None:
        super().__init__()
        self._notes: list[tuple[str, str]] = []
        self._source = 0
        self._number = 2

    def note(self, lines: list[tuple[str, str]]) -> None:
        """What to say below the rows: lines of two columns, the first one set off; or of one, ("", text)."""
        if lines != self._notes:
            self._notes = lines
            self.refresh()

    def offer(self, head: str, queries: Sequence[str]) -> None:
        """Lists queries to choose from, under a heading."""
        rows = [Row(item, Choice(query)) for item, query in enumerate(queries)]
        self.fill([Row(None, head), *rows] if rows else [])

    def show(self, hits: Sequence[Hit], *, keep: bool = False) -> None:
        """Shows hits, best first; ``keep`` leaves the cursor on its place."""
        rows: list[Row] = []
        session = context(self).session
        sources = {safe(session.by_id[hit.span.article].source or "") for hit in hits}
        self._source = min(_SOURCE, max(map(cell_len, sources), default=0))
        self._number = max((len(f"{session.numbers[hit.span.article]}") for hit in hits), default=2)
        head = ""
        for item, hit in enumerate(hits):
            said = _HEADS.get(hit.tier, "")
            if said != head:
                # The list says where exactness ends: nobody should wonder why a word is not the one typed.
                first = not item and hit.tier in (Tier.FUZZY, Tier.FUZZY_BESIDE)
                rows.append(Row(None, f"Not found as typed; {said[0].lower()}{said[1:]}" if first else said))
            head = said
            rows.append(Row(item, hit))
            told = {(label.mark, label.note): label for label in hit.labels if label.field in _OWN_LINE and label.note}
            rows += [Row(item, label) for label in [*told.values()][:_LABELS]]
        self.fill(rows, self.cursor if keep else 0)

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        here = context(self)
        palette, dots = here.palette, here.glyphs.ellipsis
        if isinstance(row.data, Hit):
            return self._hit(row.data, width, base, selected)
        if isinstance(row.data, Choice):
            return [("   ", base), (shorten(safe(row.data.query), width - 4, dots), base)]
        if isinstance(row.data, Label):
            return self._label(row.data, width, base, selected)
        return [(" " + shorten(str(row.data), width - 1, dots), palette.muted + Style(italic=True))]

    def _label(self, label: Label, width: int, base: Style, selected: bool) -> list[Piece]:
        here = context(self)
        sign: str = getattr(here.glyphs, label.mark) if label.field == "fact" else here.glyphs.dot
        ink = here.palette.verdict(label.mark) if label.field == "fact" else here.palette.muted
        said = shorten(label.note, width - 7, here.glyphs.ellipsis)
        quiet = base if selected else here.palette.muted
        return [("    ", base), (f"{sign} ", base if selected else ink), (said, quiet)]

    def _hit(self, hit: Hit, width: int, base: Style, selected: bool) -> list[Piece]:
        here = context(self)
        palette = here.palette
        article = here.session.by_id[hit.span.article]
        quiet = base if selected else palette.muted
        after: list[Piece] = []
        if width >= _NAMED:
            said = next((each.note for each in hit.labels if each.note and each.field not in _OWN_LINE), "")
            for beside in (said, self._others(hit)):
                if beside:
                    after += [("  ", base), (shorten(beside, _SAID, here.glyphs.ellipsis), quiet)]
            if article.source:
                source = fit(safe(article.source), self._source, here.glyphs.ellipsis)
                after += [("  ", base), (source, quiet)]
        lead: list[Piece] = [(f" {here.session.numbers[article.id]:>{max(2, self._number)}} ", quiet)]
        room = width - width_of(lead) - 1 - width_of(after)
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

    def _others(self, hit: Hit) -> str:
        """Who else carries the passage that a hit stands in."""
        session = context(self).session
        found: set[int] = set()
        for passage, here in session.occurrences(hit.span.article):
            if here.span.overlaps(hit.span):
                found.update(session.numbers[id] for id in passage.articles if id != hit.span.article)
        numbers = " ".join(map(str, sorted(found)[:_CARRIERS]))
        return f"also {numbers}{'+' if len(found) > _CARRIERS else ''}" if found else ""

    def render_line(self, y: int) -> Strip:
        at = y + self.scroll_offset.y - len(self._rows)
        if at < 0 or not self._notes:
            return super().render_line(y)
        width = self.size.width
        text = context(self).palette.text
        lines = self._laid_notes(width)
        return strip_of(lines[at - 1] if 1 <= at <= len(lines) else [], width, text)

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
