"""What stands between quotation marks in a text."""

from __future__ import annotations

import re

_MARK = re.compile('["“”„«»\n]')
_CLOSING = "”»\n"


def quotations(text: str) -> list[tuple[int, int]]:
    """Where quotations begin and end, in order, as offsets of what is quoted. A new line ends each.

    A straight mark opens and closes in turn; a mark that is never closed quotes to the end of its line.
    """
    found = []
    start = None
    for mark in _MARK.finditer(text):
        char = mark.group()
        closes = char in _CLOSING or (char == '"' and start is not None)
        if start is not None:
            found.append((start, mark.start()))
        start = None if closes else mark.end()
    if start is not None:
        found.append((start, len(text)))
    return [(low, high) for low, high in found if low < high]
