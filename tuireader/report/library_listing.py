"""``list --library`` as text: stories with their articles, and how many carry the same text."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.report.counting import count
from tuireader.report.ink import Ink, Run
from tuireader.report.lines import cells, fitted
from tuireader.report.listing import Table
from tuireader.report.records import Record
from tuireader.text.safe import line

#: So many carriers of a text are named.
_NAMED = 3


def library_listing(rows: Sequence[Record], stories: Sequence[Record], width: int, ink: Ink) -> list[str]:
    """The lines of the list: under the heading of each story its articles by their numbers in the library.

    A text that several outlets carry is one row, with the others named below it, each with its number.
    """
    numbered = [{**row, "id": str(row["number"])} for row in rows]
    table = Table(numbered, width, ink, {})
    below: dict[int | None, list[Record]] = {}
    for row in numbered:
        below.setdefault(row["story"], []).append(row)
    lines: list[str] = []
    for story in stories:
        newest = f" · {line(story['newest'])}" if story["newest"] else ""
        said = f" · {count(story['articles'], 'article')}{newest}"
        head = f"Story {story['story']}"
        topic = fitted(line(story["topic"]), max(8, width - cells(head + said) - 3)).rstrip()
        lines += ["", ink.paint(head, "bold") + f" · {topic}{said}"]
        for row in below.get(story["story"], ()):
            lines += _row(row, table, width, ink)
    alone = below.get(None, [])
    if alone:
        if stories:
            lines += ["", ink.paint("On their own", "bold") + f" · {count(len(alone), 'article')}"]
        for row in alone:
            lines += _row(row, table, width, ink)
    return lines[1:] if lines and not lines[0] else lines


def _row(row: Record, table: Table, width: int, ink: Ink) -> list[str]:
    if not row["carriers"]:
        return [table.row(row)]
    named = [
        f"{line(each['source'])} (#{each['number']})" if each["source"] else f"#{each['number']}"
        for each in sorted(row["carriers"], key=lambda each: not each["source"])[:_NAMED]
    ]
    more = len(row["carriers"]) - len(named)
    rest = [count(more, "further carrier")] if more else []
    said = fitted(f"also carried by {', '.join([*named, *rest])}", max(8, width - 6)).rstrip()
    return [table.row(row), ink.draw([Run(f"      {said}", "dim")])]
