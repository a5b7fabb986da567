"""Text as CommonMark: what would be markup is escaped, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuireader.report.lines import cells
from tuireader.text.safe import clean, line

#: What means something wherever it stands. ``_`` and ``*`` inside a word or alone between spaces mean nothing.
_ALWAYS = re.compile(r"[\\`\[\]<|]|\*|~(?=~)|(?<=~)~|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,31};)|!(?=\[)")
#: What means something at the beginning of a line: headings, lists, quotes, rules, the underlining of headings.
_FIRST = re.compile(r"(#{1,6}(?=\s|$)|[-+](?=\s|$|[-+])|>|=+\s*$|:?-{2,})")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def escaped(text: str) -> str:
    """Text on one line, safe to show, that CommonMark shows as it is. Idempotent it is not."""
    return _escaped(line(text))


def started(text: str) -> str:
    """The same where it begins a paragraph, a cell or an item: it begins no list, heading or quotation."""
    return begun(escaped(text))


def inline(text: str) -> str:
    """Words inside a line, spaces at their ends kept."""
    return _escaped(" ".join(re.split(r"\s+", clean(text))))


def _escaped(text: str) -> str:
    return _ALWAYS.sub(lambda found: f"\\{found[0]}", text)


def begun(text: str) -> str:
    """Words that are escaped already, so that they begin no list, heading or quotation."""
    if found := _FIRST.match(text):
        return f"\\{text}" if found[0] else text
    return _NUMBER.sub(r"\1\\\2", text, count=1) if _NUMBER.match(text) else text


def table(head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> list[str]:
    """A table whose columns line up in the raw text too. ``right`` are the columns of figures. Cells are escaped."""
    widths = [max(3, *(cells(row[at]) for row in (head, *rows))) for at in range(len(head))]
    rule = ["-" * (width - 1) + ":" if at in right else "-" * width for at, width in enumerate(widths)]
    return [_row(head, widths, right), _row(rule, widths, ()), *(_row(row, widths, right) for row in rows)]


def _row(row: Sequence[str], widths: Sequence[int], right: Sequence[int]) -> str:
    padded = []
    for at, (cell, width) in enumerate(zip(row, widths, strict=True)):
        room = " " * (width - cells(cell))
        padded.append(f"{room}{cell}" if at in right else f"{cell}{room}")
    return f"| {' | '.join(padded)} |"


def fits(head: Sequence[str], rows: Sequence[Sequence[str]], width: int = 110) -> bool:
    """Whether a table is narrow enough to be read raw."""
    return sum(max(3, *(cells(row[at]) for row in (head, *rows))) + 3 for at in range(len(head))) < width
