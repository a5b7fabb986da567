"""A passage as its articles tell it: row by row what answers each other, with the words that differ marked in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tuireader.article import Article
from tuireader.passages import Passage
from tuireader.passages.tellings.rows import Row
from tuireader.report.counting import count
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import cells, cut, hang, margin, wrap
from tuireader.report.retold import Cell, LeftOut, Retold, gathered
from tuireader.text.safe import line

#: From this width on two tellings stand side by side.
_BESIDE = 100
_MARGIN = 2


def beside(passage: Passage, width: int) -> bool:
    """Whether a passage has two tellings that stand side by side in so many cells."""
    return width >= _BESIDE and len(passage.occurrences) == 2 and passage.wordings == 2


def tellings(
    passage: Passage,
    rows: Sequence[Row],
    articles: Mapping[str, Article],
    short: Mapping[str, str],
    width: int,
    ink: Ink,
) -> list[str]:
    """The rows of a passage as lines, parted by blank ones, as ``told`` lays them out."""
    return [ink.draw(runs) for runs in told(passage, rows, articles, short, width, ink)]


def told(
    passage: Passage,
    rows: Sequence[Row],
    articles: Mapping[str, Article],
    short: Mapping[str, str],
    width: int,
    ink: Ink,
) -> list[list[Run]]:
    """The rows of a passage as lines of runs, parted by empty ones.

    The fullest telling leads each row and stands as it is; in the others what they changed is marked. Tellings in the
    same words share a line. Two tellings stand side by side where the width allows.
    """
    laid = _Laid(passage, articles, short, ink)
    shown = gathered([laid.cells(row) for row in rows], laid)
    laid.make_room(cell for held in shown if not isinstance(held, LeftOut) for cell in held)
    columns = beside(passage, width)
    lines: list[list[Run]] = [laid.heading(width)] if columns else []
    for number, held in enumerate(shown):
        if isinstance(held, LeftOut):
            dots = "…" if ink.unicode else "..."
            said = f"in {laid.label(held.last)} alone" if held.alone else "in the same words"
            said = f"{dots} {count(held.sentences, 'more sentence')} {said} {dots}"
            room = _MARGIN if columns else laid.indent
            lines.append([margin(room), Run(cut(said, width - room), "dim")])
        else:
            # What goes on after words that were left out belongs to them.
            apart = number > 0 and not (isinstance(shown[number - 1], LeftOut) and len(held) == 1)
            lines += [[]] * apart + (laid.beside(held, width) if columns else laid.stacked(held, width))
    return lines


class _Laid(Retold):
    """How the rows of one passage are laid out."""

    def __init__(self, passage: Passage, articles: Mapping[str, Article], short: Mapping[str, str], ink: Ink) -> None:
        super().__init__(passage, articles, ink.marked)
        self.names = [line(short[occurrence.span.article]) for occurrence in passage.occurrences]
        self.indent = 0

    def label(self, cell: Cell) -> str:
        """The names of those who tell it in these words."""
        return ", ".join(dict.fromkeys(self.names[number] for number in cell.carriers))

    # One below another

    def make_room(self, told: Iterable[Cell]) -> None:
        """Sets the margin in which the names of all these tellings stand."""
        self.indent = _MARGIN + 2 + min(24, max(cells(self.label(cell)) for cell in told))

    def stacked(self, row: Sequence[Cell], width: int) -> list[list[Run]]:
        """A row, one telling below the other."""
        lines = []
        for cell in row:
            runs = self.plain(cell) if cell is row[0] else self.against(row[0], cell)
            hung = hang(Run(self.label(cell), "bold"), runs, width - _MARGIN, self.indent - _MARGIN)
            lines += [[margin(_MARGIN), *each] for each in hung]
        return lines

    # Side by side

    def heading(self, width: int) -> list[Run]:
        """Whose the columns are."""
        column = _column(width)
        order = [self.names[self.lead], self.names[1 - self.lead]]
        shown = [cut(name, column) for name in order]
        gap = margin(_MARGIN + column - cells(shown[0]))
        return [margin(_MARGIN), Run(shown[0], "bold"), gap, Run(shown[1], "bold")]

    def beside(self, row: Sequence[Cell], width: int) -> list[list[Run]]:
        """A row, the leading telling at the left."""
        column = _column(width)
        left, right = self._sides(row)
        columns = [wrap(runs, column) for runs in (left, right)]
        lines = []
        for place in range(max(map(len, columns))):
            one, two = (each[place] if place < len(each) else [] for each in columns)
            gap = margin(_MARGIN + column - sum(cells(run.text) for run in one))
            lines.append([margin(_MARGIN), *one, *([gap, *two] if two else [])])
        return lines

    def _sides(self, row: Sequence[Cell]) -> tuple[list[Run], list[Run]]:
        first = row[0]
        if len(row) == 1:
            both = len(first.carriers) == 2
            other = [Run("the same words", "dim")] if both else []
            mine = self.plain(first)
            return (mine, other) if both or first.carriers[0] == self.lead else (other, mine)
        second = row[1]
        found = self.difference(first, second)
        changes = found.changes if found is not None else ()
        marked = self.marked(second, [(change.b_start, change.b_end, change) for change in changes], "added")
        return (
            self.marked(first, [(change.a_start, change.a_end, change) for change in changes], "dropped"),
            [*self.noted(found), *marked],
        )


def _column(width: int) -> int:
    return (width - 2 * _MARGIN) // 2
