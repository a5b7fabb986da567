"""Who has what, as a table: sections of rows, and for each row what stands in its cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from tuireader.article import Span
from tuireader.facts import Fact, Verdict
from tuireader.overview import Row, Survey
from tuireader.overview.rows import letters
from tuireader.passages import Passage
from tuireader.report.covering import label
from tuireader.text.words import fold
from tuireader.tui.reading.fact_filter import FactWords
from tuireader.tui.reading.fact_groups import HEADINGS


class Carried(NamedTuple):
    """A row with its words and its letters: by the id of each article that carries it, equal ones for copies."""

    row: Row
    label: str
    letters: Mapping[str, str]

    @property
    def what(self) -> Passage | Fact:
        """The passage or the fact."""
        return self.row.what

    @property
    def spans(self) -> Mapping[str, Span]:
        """Where each article says it first."""
        return {id: cell.span for id, cell in self.row.cells.items()}

    def copies(self, id: str) -> int:
        """How many other articles have it in the wording of this one."""
        return sum(said == self.letters.get(id) for said in self.letters.values()) - (id in self.letters)


class Section(NamedTuple):
    """Rows under one heading, of facts with a ``verdict``, and how many of them each article carries."""

    name: str
    verdict: Verdict | None
    rows: tuple[Carried, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Number of rows by article id; an article that carries none is left out."""
        found: dict[str, int] = {}
        for row in self.rows:
            for id in row.letters:
                found[id] = found.get(id, 0) + 1
        return found


def sections(survey: Survey) -> tuple[Section, ...]:
    """The shared passages in the order of the story, then the facts verdict by verdict."""

    def carried(rows: Iterable[Row]) -> tuple[Carried, ...]:
        return tuple(Carried(row, label(row, survey), letters(row.cells, survey.columns)) for row in rows)

    found = [Section("Shared passages", None, carried(survey.passage_rows))]
    for verdict, rows in groupby(
        survey.fact_rows, key=lambda row: row.what.verdict if isinstance(row.what, Fact) else None
    ):
        if verdict is not None:
            found.append(Section(HEADINGS[verdict][0], verdict, carried(rows)))
    return tuple(section for section in found if section.rows)


def fitting(found: Iterable[Section], typed: str, facts: FactWords) -> tuple[Section, ...]:
    """The rows that have all the words typed: facts as in the facts pane, passages in their words as they are shown."""
    words = fold(typed).split()
    kept = []
    for section in found:
        known = [each.what for each in section.rows if isinstance(each.what, Fact)]
        wanted = {id(fact) for fact in facts.fitting(typed, known)}
        rows = tuple(
            each
            for each in section.rows
            if (
                id(each.what) in wanted
                if isinstance(each.what, Fact)
                else all(word in fold(each.label) for word in words)
            )
        )
        kept.append(section._replace(rows=rows))
    return tuple(section for section in kept if section.rows)
