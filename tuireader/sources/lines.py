"""A text as lines: the pieces between line breaks, and whole paragraphs where lines were broken at a margin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tuireader.sources.margins import Row, belong, margins

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
#: White space and marks of quotation before a line of a mail: ``> > ``.
_BEFORE = re.compile(r"(?:[ \t\u00a0]*>(?!=))*[ \t\u00a0]*")


class Line(NamedTuple):
    """One line that is not blank: its offsets without the white space around it, and its text on one line."""

    start: int
    end: int
    text: str
    gap: bool
    """Whether a blank line, or nothing, stands before it."""


def lines(text: str, *, broken: bool = True) -> list[Line]:
    """The lines of ``text`` in order, blank ones left out. Paragraphs that were broken at a margin are one line.

    Without ``broken`` each line is a paragraph: its format says so.
    """
    found: list[Line] = []
    rows: list[Row] = []
    last = 0
    for match in _LINE.finditer(text):
        whole = match.group()
        trimmed = whole.strip()
        if not trimmed:
            continue
        start = match.start() + len(whole) - len(whole.lstrip())
        between = text[last:start]
        breaks = max(between.count("\n"), between.count("\r"), between.count("\u2029") * 2)
        found.append(Line(start, start + len(trimmed), trimmed, not found or breaks > 1))
        last = start + len(trimmed)
        if broken:
            rows.append(_row(whole, found[-1].gap or (rows[-1].bare == "" if rows else True)))
    return _joined(found, rows) if broken and len(rows) > 1 else found


def _row(whole: str, gap: bool) -> Row:
    before = _BEFORE.match(whole)
    at = before.end() if before else 0
    bare = whole[at:].strip()
    lead = whole[:at].expandtabs()
    return Row(bare, len(lead), lead.count(">"), len(lead) + len(bare), gap, whole.endswith(" ") and bare != "--")


def _joined(found: Sequence[Line], rows: Sequence[Row]) -> list[Line]:
    """Lines put together that were one before they were broken."""
    margin = margins(rows)
    if not margin:
        return list(found)
    joined: list[Line] = []
    first = 0
    for number in range(1, len(rows) + 1):
        if number < len(rows) and belong(rows, first, number, margin):
            continue
        words = " ".join(row.bare for row in rows[first:number]) or found[first].text
        joined.append(Line(found[first].start, found[number - 1].end, words, rows[first].gap))
        first = number
    return joined
