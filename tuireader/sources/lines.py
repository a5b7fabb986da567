"""A text as lines: the pieces between line breaks, white space trimmed, blank ones left out."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")


class Line(NamedTuple):
    """One line that is not blank: its offsets without the white space around it, and its text."""

    start: int
    end: int
    text: str
    gap: bool
    """Whether a blank line, or nothing, stands before it."""


def lines(text: str) -> list[Line]:
    """The lines of ``text`` in order, blank ones left out."""
    found: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        whole = match.group()
        trimmed = whole.strip()
        if not trimmed:
            continue
        start = match.start() + len(whole) - len(whole.lstrip())
        breaks = text.count("\n", last, start) or text.count("\r", last, start)
        found.append(Line(start, start + len(trimmed), trimmed, not found or breaks > 1))
        last = start + len(trimmed)
    return found
