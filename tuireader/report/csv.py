"""Facts and timeline as CSV (RFC 4180) for a spreadsheet: nothing in a cell is taken for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from tuireader.facts import Fact, Facts, FactValue
from tuireader.report.fact_index import FactIndex
from tuireader.text.safe import line

FACTS = (
    *(
        "fact",
        "verdict",
        "kind",
        "key",
        "article",
        "start",
        "end",
        "text",
        "value",
        "wording",
        "compatible",
        "why",
        "unit",
    ),
)
MOMENTS = ("date", "known", "status", "article", "start", "end", "dated", "told")

#: What makes a spreadsheet read a cell as a formula, in the forms of wide scripts too (OWASP, CSV injection).
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def facts(known: Facts, index: FactIndex) -> bytes:
    """One row a value, under the names of the columns. UTF-8, lines end in CR LF."""
    rows = (
        (
            *(fact.id, fact.verdict, fact.kind, fact.key),
            *(value.span.article, value.span.start, value.span.end, value.text, value.value, value.wording),
            *("" if fact.compatible is None else str(fact.compatible).lower(), fact.why, _unit(fact, value, index)),
        )
        for fact in known.facts
        for value in fact.values
    )
    return written(FACTS, rows)


def _unit(fact: Fact, value: FactValue, index: FactIndex) -> str:
    """What a number counts in: percent, USD, km; of counted things the thing."""
    mention = index.mention(fact, value.span) if fact.kind == "quantity" else None
    return (mention.unit or mention.counted or "") if mention else ""


def moments(known: Facts, index: FactIndex) -> bytes:
    """One row a moment of the timeline; start and end are those of what is told."""
    rows = (
        (
            *(moment.date, str(moment.known).lower(), moment.status or ""),
            *(moment.told.article, moment.told.start, moment.told.end),
            *(index.text(moment.dated), index.text(moment.told)),
        )
        for moment in known.timeline
    )
    return written(MOMENTS, rows)


def written(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table as CSV, its columns named in the first row."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(each) for each in row] for row in rows)
    return page.getvalue().encode("utf-8", "backslashreplace")


def _cell(value: object) -> object:
    """A cell on one line, safe to show; an apostrophe before what a spreadsheet would calculate."""
    if not isinstance(value, str):
        return value
    text = line(value)
    return f"'{text}" if _FORMULA.match(text) else text
