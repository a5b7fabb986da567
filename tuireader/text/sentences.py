"""Cuts a stretch of text into sentences."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9])")
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St|No|vs)|\b[A-Z](?:\.[A-Z])*)\.$")


def cut(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as half-open offsets in ``text``, white space trimmed."""
    stop = len(text) if end is None else end
    found = []
    begin = start
    for match in _END.finditer(text, start, stop):
        if _SHORT.search(text, begin, match.start() + 1):
            continue
        found.append((begin, match.end()))
        begin = match.end()
    found.append((begin, stop))
    trimmed = []
    for low, high in found:
        piece = text[low:high]
        low += len(piece) - len(piece.lstrip())
        high = low + len(piece.strip())
        if high > low:
            trimmed.append((low, high))
    return trimmed


def quoted(text: str, start: int, end: int, pieces: list[tuple[int, int]]) -> list[bool]:
    """For each of ``pieces``, sentences of the paragraph ``text[start:end]``, whether it stands in quotation marks."""
    inside = False
    flags = []
    position = start
    for low, high in pieces:
        for char in text[position:low]:
            inside = char == "“" or (inside and char != "”")
        count = 0
        for char in text[low:high]:
            if char == '"':
                inside = not inside
            elif char == "“":
                inside = True
            elif char == "”":
                inside = False
            count += inside
        flags.append(2 * count >= high - low)
        position = high
    return flags
