"""A text as lines: the pieces between line breaks, and whole paragraphs where lines were broken at a margin."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ENDED = re.compile(r"[.!?…:。！？]['\"”’»)\]]{0,3}$")
#: Margins at which people and programs break lines.
_NARROWEST, _WIDEST = 50, 100


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
    margin = _margin(found) if broken else 0
    return _joined(found, margin) if margin else found


def _margin(rows: list[Line]) -> int:
    """The width at which the lines were broken, or 0 where they are paragraphs of their own."""
    inner = [(row, after) for row, after in pairwise(rows) if not after.gap]
    if len(inner) < 4:
        return 0
    lengths = sorted(len(row.text) for row, _ in inner)
    widest = lengths[-1 - len(lengths) // 20]
    if not _NARROWEST <= widest <= _WIDEST or lengths[len(lengths) // 2] < 0.75 * widest:
        return 0
    open_ended = [after for row, after in inner if not _ENDED.search(row.text, len(row.text) - 4)]
    running_on = sum(after.text[0].islower() for after in open_ended)
    return widest if len(open_ended) > 0.5 * len(inner) and running_on > 0.4 * len(inner) else 0


def _joined(rows: list[Line], margin: int) -> list[Line]:
    """Lines put together that follow each other, up to one that ends early with a stop."""
    found: list[Line] = []
    words: list[str] = []
    first = rows[0]
    for number, row in enumerate(rows):
        words.append(row.text)
        after = rows[number + 1] if number + 1 < len(rows) else None
        early = len(row.text) < 0.7 * margin and (_ENDED.search(row.text, len(row.text) - 4) or len(words) == 1)
        if after is None or after.gap or early:
            found.append(Line(first.start, row.end, " ".join(words), first.gap))
            words = []
            first = after or first
    return found
