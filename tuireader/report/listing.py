"""``list`` as text: one line an article, grouped by story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tuireader.report.counting import count
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import cells, fitted
from tuireader.report.records import Record, labels
from tuireader.text.safe import line

_BAR = 8


def listing(records: Sequence[Record], width: int, ink: Ink, *, numbers: Mapping[str, int] | None = None) -> list[str]:
    """The lines of the table: id, title, where there is room source, date, words, and how much is shared.

    ``numbers``, by id, are what an article can be called by, as it is in the reader; those of the library have theirs.
    """
    numbers = numbers or {record["id"]: record["number"] for record in records if record.get("number")}
    stories: dict[int | None, list[Record]] = {}
    for record in records:
        stories.setdefault(record["story"], []).append(record)
    told = [held for held in stories.values() if len(held) > 1]
    alone = [held[0] for held in stories.values() if len(held) == 1]
    table = Table(records, width, ink, numbers)
    lines: list[str] = []
    for held in told:
        lines += ["", ink.paint(f"Story {held[0]['story']}", "bold") + f" · {len(held)} articles"]
        lines += [table.row(record) for record in held]
    if alone:
        if told:
            lines += ["", ink.paint("On their own", "bold") + f" · {count(len(alone), 'article')}"]
        lines += [table.row(record) for record in alone]
    return lines[1:] if lines and not lines[0] else lines


class Table:
    """One line a record: the widths of the columns for some records. Those that none fills, or that have no room, are
    left out."""

    def __init__(self, records: Sequence[Record], width: int, ink: Ink, numbers: Mapping[str, int]) -> None:
        self._ink = ink
        self._numbers = numbers
        self._number = max((len(str(number)) for number in numbers.values()), default=0)
        self._labels = {name: line(label) for name, label in labels([record["id"] for record in records]).items()}
        self._label = min(20, max(map(cells, self._labels.values()), default=0))
        self._words = max((len(f"{record['words']:,}") for record in records), default=0)
        sources = [cells(line(record["source"])) for record in records if record["source"]]
        left = width - self._label - 2 - (self._number + 2 if numbers else 0)
        # The title wants forty cells; what else there is takes them in this order.
        self._percent = left >= 30
        left -= 6 if self._percent else 0
        self._counted = left >= 46
        left -= self._words + 8 if self._counted else 0
        # A date tells what nothing else does, the bar what the percentage says.
        self._date = 10 if left >= 50 and any(record["published"] for record in records) else 0
        left -= self._date + 2 if self._date else 0
        self._bar = _BAR if left >= 50 else 0
        left -= self._bar + 2 if self._bar else 0
        self._source = min(20, max(sources)) if left >= 56 and sources else 0
        left -= self._source + 2 if self._source else 0
        # No wider than the longest title: the other columns stay in sight of it on a wide terminal.
        longest = max((cells(line(record["title"])) for record in records), default=0)
        self._title = max(8, min(left, longest))

    def row(self, record: Record) -> str:
        ink = self._ink
        number = f"{self._numbers[record['id']]:>{self._number}}  " if self._numbers else ""
        runs = [
            Run(number, "dim"),
            Run(fitted(self._labels[record["id"]], self._label), "number"),
            Run("  " + fitted(line(record["title"]), self._title)),
        ]
        if self._source:
            runs.append(Run("  " + fitted(line(record["source"] or ""), self._source), "dim"))
        if self._date:
            runs.append(Run("  " + fitted(line(record["published"] or ""), self._date), "dim"))
        if self._counted:
            runs.append(Run(f"  {record['words']:>{self._words},} words", "dim"))
        if self._bar:
            runs.append(Run("  " + ink.bar(record["shared"], self._bar)))
        if self._percent:
            runs.append(Run(f"  {record['shared']:>4.0%}"))
        return ink.draw(runs).rstrip()
