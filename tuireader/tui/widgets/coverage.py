"""The table of who has what: passages and facts from top to bottom, articles from left to right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.strip import Strip
from textual.widget import Widget

from tuireader.facts import Fact
from tuireader.report.heat import step
from tuireader.tui.context import context
from tuireader.tui.reading.columns import Columns, lay_out
from tuireader.tui.reading.coverage import Carried, Section
from tuireader.tui.widgets.lines import Piece, fit, shorten, strip_of
from tuireader.tui.widgets.rows import Row, RowList

#: The bar of a cell is no wider than this.
_BAR = 10
#: From this width on a column has room for two letters, so that all bars begin in one cell.
_ROOMY = 7
#: Columns of a passage's number or a verdict's mark, before the words.
_LEAD = 5


class CoverageRows(RowList):
    """The rows of the table, and which of its columns the cursor stands on."""

    def __init__(self) -> None:
        super().__init__()
        self.articles: list[tuple[str, str]] = []
        """Id and number of each article, from left to right."""
        self.column = 0
        """The number of the column under the cursor, from 0."""
        self.columns: Columns = lay_out(80, 1, 0)
        self.nothing = ""
        self._sections: Sequence[Section] = ()
        self._carried: list[Carried] = []
        self._longest = 0

    def empty(self) -> str:
        return self.nothing

    @property
    def current(self) -> Carried | None:
        """The passage or fact under the cursor."""
        return self._carried[self.cursor] if self.cursor < len(self._carried) else None

    @property
    def article(self) -> str:
        """Id of the article under the cursor; empty where there are none."""
        return self.articles[self.column][0] if self.column < len(self.articles) else ""

    def show(
        self, articles: Sequence[tuple[str, str]], sections: Sequence[Section], waiting: str = "", *, name: int = 0
    ) -> None:
        """Shows sections that hold rows; ``waiting`` is said under them. The cursor stays on its passage or fact,
        and on its article. ``name`` is how many cells the longest name over a column takes."""
        self._longest = name
        here, article = self.current, self.article
        self.articles = list(articles)
        places = [id for id, _ in self.articles]
        # Who has seen no rows yet has chosen no article.
        self.column = places.index(article) if article in places and self._carried else 0
        self._sections = [section for section in sections if section.rows]
        self._carried = [row for section in self._sections for row in section.rows]
        rows: list[Row] = []
        item = cursor = 0
        for section in self._sections:
            if rows:
                rows.append(Row(None))
            rows.append(Row(None, section))
            for row in section.rows:
                if here is not None and type(row.what) is type(here.what) and row.what.id == here.what.id:
                    cursor = item
                rows.append(Row(item, row))
                item += 1
        if waiting and rows:
            rows += [Row(None), Row(None, waiting)]
        self._lay_out()
        self.fill(rows, cursor)

    def on_resize(self, _: events.Resize) -> None:
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        self.columns = lay_out(self.size.width, len(self.articles), self.column, self.columns.first, self._longest)

    def step(self, by: int) -> None:
        """Moves the cursor by so many columns, not past the ends."""
        self.choose(self.column + by)

    def choose(self, column: int) -> None:
        """Puts the cursor on a column."""
        column = max(0, min(column, len(self.articles) - 1))
        if column != self.column:
            self.column = column
            self._lay_out()
            self.refresh()

    def cursor_cell(self) -> Offset:
        # The letter stands after a blank, or the bracket that opens around it.
        column = self.columns.x_of(self.column) + 1 if self.items else 0
        return Offset(column, super().cursor_cell().y)

    # Drawing

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        palette = context(self).palette
        if isinstance(row.data, Section):
            return self._heading(row.data)
        if isinstance(row.data, Carried):
            return self._carried_by(row.data, base, selected)
        if isinstance(row.data, str):
            return [(f" {shorten(row.data, width - 2, context(self).glyphs.ellipsis)}", palette.muted)]
        return self._across(f"{'':<{self.columns.words}}", palette.text, {})

    def _heading(self, section: Section) -> list[Piece]:
        palette = context(self).palette
        counts = section.counts
        mark = f"{getattr(context(self).glyphs, section.verdict)} " if section.verdict else ""
        name = f" {mark}{section.name}"
        rest = f" {len(section.rows)}".ljust(self.columns.words - len(name))
        said = {id: str(counts.get(id, 0)) for id, _ in self.articles}
        ink = palette.verdict(section.verdict) + Style(bold=True) if section.verdict else palette.accent
        return [(name, ink), *self._across(rest, palette.muted, said)]

    def _across(self, before: str, style: Style, said: Mapping[str, str]) -> list[Piece]:
        """A line of no item: words, and what is said of each article; the column under the cursor goes through it."""
        palette = context(self).palette
        pieces: list[Piece] = [(before, style)]
        for number in self.columns.numbers():
            back = "surface" if number == self.column else "background"
            text = f" {said.get(self.articles[number][0], '')}"[: self.columns.cell].ljust(self.columns.cell)
            pieces.append((text, palette.style("muted", back, dim=not palette.depth)))
        return pieces

    def _carried_by(self, row: Carried, base: Style, selected: bool) -> list[Piece]:
        here = context(self)
        glyphs, palette = here.glyphs, here.palette
        if isinstance(row.what, Fact):
            lead, ink = f"   {getattr(glyphs, row.what.verdict)} ", palette.verdict(row.what.verdict)
        else:
            place = here.session.number(row.what)
            lead, ink = f"{place:>4} ", palette.text + palette.number(place)
        words = fit(row.label, self.columns.words - _LEAD - 1, glyphs.ellipsis)
        pieces: list[Piece] = [(lead, base + Style(bold=True) if selected else ink), (f"{words} ", base)]
        for number in self.columns.numbers():
            pieces += self._cell(row, self.articles[number][0], base, selected, number == self.column)
        return pieces

    def _cell(self, row: Carried, id: str, base: Style, selected: bool, current: bool) -> list[Piece]:
        """The letter of a wording, and a bar as long as the part of the row's words that the article has.

        A wording has its letter and its colour, so that copies are seen; its ground is the stronger the more it has.
        On the row under the cursor it stays as it is: brackets tell the cell.
        """
        here = context(self)
        glyphs, palette, width = here.glyphs, here.palette, self.columns.cell
        letters = row.letters.get(id, "")
        under = palette.style("text", "surface" if current else "background")
        around = base + Style(bold=current or None) if selected else under
        left, right = ("[", "]") if selected and current else (" ", " ")
        if not letters:
            ink = around if selected else palette.style("line", "surface" if current else "background")
            return [(f"{left}{glyphs.lacks}{right}".ljust(width), ink)]
        part = row.row.cells[id].part
        said = letters.ljust(2) if width >= _ROOMY else letters
        room = max(0, min(_BAR, width - 2 - len(said)))
        full = round(part * room)
        number = ord(letters[0]) - ord("a") + 1
        ground = under + palette.heat(number, step(part))
        ink = ground + palette.number(number) + Style(underline=row.copies(id) > 0)
        # A ground shows how long the bar could be; what is drawn in one style costs the least on a slow line.
        empty = " " if ground.bgcolor != under.bgcolor else glyphs.bar_empty
        bar = " " * (len(said) - len(letters)) + glyphs.bar * full
        pieces: list[Piece] = [(left, around), (letters, ink), (bar, ground + palette.thin(number))]
        pieces.append((empty * (room - full), ground + palette.track))
        return [*pieces, (right.ljust(width - 1 - len(said) - room), around)]

    def on_click(self, event: events.Click) -> None:
        column = self.columns.at(event.x)
        if column is not None:
            self.choose(column)


class CoverageHead(Widget):
    """The numbers of the articles over their columns, and under them their names where there is room."""

    DEFAULT_CSS = "CoverageHead { height: 2; }"
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self._names: list[tuple[str, str]] = []
        self._columns: Columns = lay_out(80, 1, 0)
        self._current = 0

    def say(self, names: Sequence[tuple[str, str]], columns: Columns, current: int) -> None:
        """Shows number and name of each article over its column; the current one stands out."""
        said = (list(names), columns, current)
        if said != (self._names, self._columns, self._current):
            self._names, self._columns, self._current = said
            self.styles.height = 2 if columns.named else 1
            self.refresh()

    def render_line(self, y: int) -> Strip:
        here = context(self)
        palette, columns = here.palette, self._columns
        width = self.size.width
        pieces: list[Piece] = [(fit(f" {self._legend(y)}", columns.words, here.glyphs.ellipsis), palette.muted)]
        for number in columns.numbers():
            if number >= len(self._names):
                continue
            back = "surface" if number == self._current else "background"
            style = palette.style("accent" if number == self._current else "muted", back, bold=number == self._current)
            text = fit(self._names[number][y], columns.cell - 2, here.glyphs.ellipsis)
            pieces.append((f" {text} ", style))
        return strip_of(pieces, width, palette.text)

    def _legend(self, y: int) -> str:
        columns = self._columns
        last = 1 if columns.named else 0
        if columns.shown < len(self._names) and y == 0:
            return f"{columns.first + 1} to {columns.first + columns.shown} of {len(self._names)} articles"
        if y != last:
            return ""
        glyphs = context(self).glyphs
        sign = f"{glyphs.bar * 2}{glyphs.bar_empty}"
        copy = "same letter: copy"
        said = (f"{sign} how much of it each article has; {copy}", f"{sign} its part; {copy}", copy)
        return next((each for each in said if len(each) < columns.words), copy)
