"""The story's timeline as text: each point or period with what the articles tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tuireader.facts import Moment
from tuireader.report.counting import count
from tuireader.report.fact_index import FactIndex
from tuireader.report.fact_rows import clipped
from tuireader.report.fact_words import spoken
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import beneath, cells, margin, wrap
from tuireader.report.listing import listing
from tuireader.report.records import Record

#: No line is longer than this.
WIDEST = 100
#: Cells of what is told that are shown.
_LONGEST = 240
#: Cells of the widest date in the margin.
_DATE = 20


def timeline(moments: Sequence[Moment], index: FactIndex, width: int, ink: Ink) -> list[str]:
    """The timeline under its heading; nothing where there are no moments."""
    if not moments:
        return []
    dot = "·" if ink.unicode else "-"
    head = [Run("Timeline", "heading"), Run(f" {dot} {count(len(moments), 'moment')}")]
    lines = ["", *(ink.draw(each) for each in wrap(head, width)), ""]
    indent = 2 + min(_DATE, width // 3, max(cells(day_of(moment, index)) for moment in moments))
    for label, group in groupby(moments, key=lambda moment: day_of(moment, index)):
        for text, held in told_alike(list(group), index).items():
            status = held[0].status
            runs = [Run(index.names([moment.told.article for moment in held]), "number"), Run(f" {dot} ")]
            runs += [Run(f"({status}) ", "dim")] if status and status != "happened" else []
            hung = beneath(Run(label, "bold"), [*runs, Run(clipped(text, _LONGEST))], width - 2, indent)
            lines += [ink.draw([margin(2), *each]) for each in hung]
            label = ""
    return lines


def timeline_only(
    records: Sequence[Record], moments: Sequence[Moment], index: FactIndex, width: int, ink: Ink
) -> list[str]:
    """The articles, then the timeline."""
    width = min(width, WIDEST)
    lines = listing(records, width, ink)
    return [*lines, *(timeline(moments, index, width, ink) or ["", "No dates were found in them."])]


def day_of(moment: Moment, index: FactIndex) -> str:
    """The date as people write it; where too much of it is open, in the words of the text ("today")."""
    said = spoken(moment.date, month_first=index.month_first)
    return index.text(moment.dated) if "X" in said else said


def told_alike(moments: Sequence[Moment], index: FactIndex) -> dict[str, list[Moment]]:
    """Moments by what is told of them: those in the same words together."""
    held: dict[tuple[str, str | None], list[Moment]] = {}
    for moment in moments:
        held.setdefault((index.text(moment.told).casefold(), moment.status), []).append(moment)
    return {index.text(each[0].told): each for each in held.values()}
