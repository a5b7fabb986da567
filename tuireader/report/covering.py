"""``coverage`` as text: who has what, who shares with whom, which articles stand together and which alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from tuireader.facts import Fact
from tuireader.overview import Row, Survey
from tuireader.overview.rows import letters
from tuireader.report.apart import apart
from tuireader.report.fact_readings import in_one, readings
from tuireader.report.fact_words import HEADS, mark
from tuireader.report.heat import ASCII_SHADES, SHADES, step
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import cells, fitted, hang, wrap
from tuireader.report.listing import listing
from tuireader.report.map_picture import picture
from tuireader.report.names import names_of
from tuireader.report.overview_words import Said, shared, story_map, summary
from tuireader.report.records import Record, labels
from tuireader.text.safe import line

_WIDEST = 120
#: The words of a row have at least so many cells, and a cell of the table at least and at most so many.
_WORDS, _NARROW, _WIDE = 30, 6, 12
#: So many characters of a passage are enough for any line.
_FIRST = 240
#: Names in the picture are no longer.
_NAME = 24


def covering(
    records: Sequence[Record],
    surveys: Mapping[int, Survey],
    width: int,
    ink: Ink,
    *,
    map_only: bool = False,
) -> list[str]:
    """The articles, then for each story of several (``surveys`` by number) the table, the pairs, and the story map in
    sentences; ``map_only`` draws the map and leaves table and pairs out."""
    width = min(width, _WIDEST)
    lines = listing(records, width, ink)
    if not surveys:
        return [*lines, "", "No two of them tell one story."]
    short = {id: line(name) for id, name in labels([record["id"] for record in records]).items()}
    for number, survey in surveys.items():
        page = _Page(survey, short, width, ink)
        heading = f"Story {number}" if len(surveys) > 1 else ""
        lines += ["", ink.paint(heading, "heading")] if heading else []
        lines += page.map() if map_only else [*page.table(), *page.pairs(), *page.in_words()]
    return lines


class _Page:
    """One story."""

    def __init__(self, survey: Survey, names: Mapping[str, str], width: int, ink: Ink) -> None:
        self.survey, self.names, self.width, self.ink = survey, names, width, ink
        called = names_of(survey.articles)
        quotes = "“”" if ink.unicode else '""'
        self.told = {id: name.told(names[id], quotes) for id, name in called.items()}
        room = _NAME - 1 - max((cells(names[id]) for id in called), default=0)
        short = apart({id: name.text for id, name in called.items()}, max(8, room))
        self.short = {id: f"{names[id]} {name}" for id, name in short.items()}
        self.shades = SHADES if ink.unicode else ASCII_SHADES

    def table(self) -> list[str]:
        """Rows of passages and facts; where the articles do not all fit, some of them after the others."""
        ids = self.survey.columns
        longest = max(cells(self.names[id]) for id in ids)
        cell = max(_NARROW, min(_WIDE, longest + 2, (self.width - _WORDS) // len(ids)))
        fitting = max(1, (self.width - _WORDS) // cell)
        dot = "·" if self.ink.unicode else "-"
        legend = (
            f"Equal letters are copies {dot} {self.shades[3]} has all the words of the fullest telling, "
            f"{self.shades[0]} few of them, {dot} lacks it"
        )
        lines = ["", *(self.ink.draw(each) for each in wrap([Run(legend, "dim")], self.width))]
        for first in range(0, len(ids), fitting):
            lines += ["", *self._columns(ids[first : first + fitting], cell)]
        only = Counter(
            row.what.articles[0] for row in self.survey.fact_rows if isinstance(row.what, Fact) and len(row.cells) == 1
        )
        if only:
            told = ", ".join(f"{self.names[id]} {only[id]}" for id in ids if only[id])
            lines += ["", *self._hung("Facts of one article alone: ", told)]
        return lines

    def _columns(self, ids: Sequence[str], cell: int) -> list[str]:
        room = self.width - cell * len(ids)
        several = [row for row in self.survey.fact_rows if len(row.cells) > 1]
        heads = apart({id: self.names[id] for id in self.survey.columns}, cell - 1)
        lines = [" " * room + "".join(self.ink.paint(fitted(heads[id], cell), "number") for id in ids).rstrip()]
        groups: list[tuple[Run, list[Row]]] = []
        if self.survey.passage_rows:
            groups.append((Run("Shared passages, as the story goes", "bold"), list(self.survey.passage_rows)))
        for verdict, held in groupby(several, key=lambda row: row.what.verdict if isinstance(row.what, Fact) else None):
            if verdict:
                sign = mark(verdict, unicode=self.ink.unicode)
                groups.append((Run(f"{sign} {HEADS[verdict]}", verdict), list(held)))
        for number, (head, rows) in enumerate(groups):
            counts = Counter(id for row in rows for id in row.cells)
            gap = Run(" " * max(1, room - cells(head.text)))
            counted = Run("".join(fitted(str(counts[id]), cell) for id in ids).rstrip(), "dim")
            lines += [*([""] if number else []), self.ink.draw([head, gap, counted])]
            lines += [self._row(row, ids, room, cell) for row in rows]
        return lines

    def _row(self, row: Row, ids: Sequence[str], room: int, cell: int) -> str:
        said = letters(row.cells, self.survey.columns)
        lacks = "·" if self.ink.unicode else "-"
        text = "  " + fitted(label(row, self.survey), room - 4) + "  "
        return (text + "".join(fitted(self._cell(row, id, said, lacks), cell) for id in ids)).rstrip()

    def _cell(self, row: Row, id: str, said: Mapping[str, str], lacks: str) -> str:
        return f"{said[id]}{self.shades[step(row.cells[id].part)] * 2}" if id in row.cells else lacks

    def pairs(self) -> list[str]:
        """Every two articles that share something."""
        return self._sentences(
            "Who shares with whom", [shared(pair, self.told, self.names) for pair in self.survey.pairs]
        )

    def in_words(self) -> list[str]:
        """The story map in sentences."""
        return self._sentences(f"Story map {'·' if self.ink.unicode else '-'} {summary(self.survey)}", self._map())

    def map(self) -> list[str]:
        """The story map as a picture, and in sentences under it."""
        drawn = picture(self.survey, self.short, self.width, unicode=self.ink.unicode)
        return ["", *(self.ink.draw(each.runs).rstrip() for each in drawn), *self.in_words()]

    def _map(self) -> list[Said]:
        return story_map(self.survey, self.told, self.names)

    def _sentences(self, head: str, said: Iterable[Said]) -> list[str]:
        lines = ["", *(self.ink.draw(each) for each in wrap([Run(head, "bold")], self.width)), ""]
        found = [self.ink.draw(each) for one in said for each in hang(Run(" -"), [Run(one.text)], self.width, 4)]
        return [*lines, *(found or ["  Nothing is shared."])]

    def _hung(self, head: str, said: str) -> list[str]:
        return [self.ink.draw(each) for each in wrap([Run(head, "bold"), Run(said)], self.width)]


def label(row: Row, survey: Survey) -> str:
    """A row in words, safe to show: the beginning of the passage's fullest telling, or what the fact is about."""
    if isinstance(row.what, Fact):
        return line(in_one(row.what, readings(row.what))) or row.what.kind
    id = max((id for id in survey.columns if id in row.cells), key=lambda id: row.cells[id].part)
    article = next(article for article in survey.articles if article.id == id)
    _, start, end = row.cells[id].span
    return line(article.text[start : min(end, start + _FIRST)])
