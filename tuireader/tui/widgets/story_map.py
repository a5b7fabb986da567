"""The story map as a list: drawn, each article and each box an item; or told, each sentence one."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from rich.style import Style
from textual import events

from tuireader.overview import Survey
from tuireader.report.ink import Run
from tuireader.report.lines import wrap
from tuireader.report.map_picture import MapLine, picture
from tuireader.report.overview_words import Said, shared, story_map
from tuireader.tui.context import context
from tuireader.tui.widgets.lines import Piece, shorten
from tuireader.tui.widgets.rows import Row, RowList

#: The picture, and a line of text, grow no wider than this.
_WIDEST = 112


class _MapList(RowList):
    """Items that each stand for articles."""

    def __init__(self) -> None:
        super().__init__()
        self.nothing = ""
        self._survey = Survey(())
        self._names: Mapping[str, str] = {}
        self._again: Mapping[str, str] = {}

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles under the cursor."""
        row = next((row for row in self._rows if row.item is not None and row.item == self.cursor), None)
        return row.data.articles if row is not None and isinstance(row.data, MapLine | Said) else ()

    def empty(self) -> str:
        return self.nothing

    def show(
        self, survey: Survey, names: Mapping[str, str], nothing: str, again: Mapping[str, str] | None = None
    ) -> None:
        """Shows a survey; ``nothing`` is said where there is nothing to show. The cursor stays where it is.

        ``again`` is what an article is called where its name was told just before.
        """
        self._survey, self._names, self.nothing, self._again = survey, names, nothing, again or names
        self._build()

    def on_resize(self, _: events.Resize) -> None:
        self._build()

    def _build(self) -> None:
        if self.size.width:
            self.fill(self._lines(min(_WIDEST, self.size.width) - 2), self.cursor)
            # What was hidden has no lines before it has a size.
            self.post_message(self.Moved(self, self.cursor))

    @abstractmethod
    def _lines(self, width: int) -> list[Row]:
        """The map, drawn or told, in lines of ``width`` cells."""


class DrawnMap(_MapList):
    """The picture."""

    def _lines(self, width: int) -> list[Row]:
        unicode = context(self).glyphs.arrows
        rows: list[Row] = []
        items = 0
        for line in picture(self._survey, self._names, width, unicode=unicode):
            rows.append(Row(items if line.articles else None, line))
            items += bool(line.articles)
        return rows

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        if not isinstance(row.data, MapLine):
            return ()
        palette = context(self).palette
        inks = {"number": palette.accent, "dim": palette.muted}
        return [(" ", base), *((run.text, base if selected else inks.get(run.style, base)) for run in row.data.runs)]


class ToldMap(_MapList):
    """The same in sentences, then every two articles that share something."""

    def _lines(self, width: int) -> list[Row]:
        rows: list[Row] = []
        items = 0
        groups = (
            ("Together and alone", story_map(self._survey, self._names, self._again)),
            ("Who shares with whom", [shared(pair, self._names, self._again) for pair in self._survey.pairs]),
        )
        for head, sentences in groups:
            if not sentences:
                continue
            rows += [*([Row(None)] if rows else []), Row(None, head)]
            for said in sentences:
                lines = wrap([Run(said.text)], max(16, width - 4))
                for number, runs in enumerate(lines):
                    text = "".join(run.text for run in runs)
                    rows.append(Row(items, Said(f"{'-' if not number else ' '} {text}", said.articles)))
                items += 1
        return rows

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        if isinstance(row.data, Said):
            return [(f" {row.data.text}", base)]
        palette = context(self).palette
        return [(f" {shorten(str(row.data or ''), width - 2, context(self).glyphs.ellipsis)}", palette.accent)]
