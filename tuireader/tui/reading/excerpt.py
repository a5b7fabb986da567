"""A sentence as one line: the part of it that holds what was found, and where that stands in the line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

from tuireader.article import Article, Span
from tuireader.text.clusters import joined
from tuireader.text.safe import display
from tuireader.tui.reading.wrap import cut

_ENOUGH = 1500


class Excerpt(NamedTuple):
    """One line, at most as wide as asked for; ``matches`` are half-open stretches of it, in order."""

    text: str
    matches: tuple[tuple[int, int], ...]


def excerpt(article: Article, span: Span, matches: Sequence[Span], width: int, ellipsis: str = "…") -> Excerpt:
    """The text of a span on one line of at most ``width`` cells, cut so that the first match is in it.

    Where something is left out, an ellipsis says so.
    """
    # No line is as long as this: a text without an end to its sentence must not cost more than others.
    low = max(span.start, (matches[0].start if matches else span.start) - _ENOUGH)
    high = min(span.end, low + 2 * _ENOUGH)
    safe = display(article.text[low:high])
    text = safe.text.replace("\n", " ").replace("\t", " ")
    lit = [
        (safe.to_shown(max(low, match.start) - low), safe.to_shown(min(high, match.end) - low))
        for match in matches
        if match.start < high and match.end > low
    ]
    if cell_len(text) <= width:
        return Excerpt(text, tuple(lit))
    start = _start(text, lit[0] if lit else (0, 0), width)
    lead = ellipsis if start else ""
    room = width - len(lead)
    end = _reach(text, start, room)
    tail = ""
    if end < len(text):
        end = _reach(text, start, room - 1)
        tail = ellipsis
    body = text[start:end].rstrip() if tail else text[start:end]
    end = start + len(body)
    shift = len(lead) - start
    kept = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in lit if a < end and b > start)
    return Excerpt(lead + body + tail, kept)


def _start(text: str, first: tuple[int, int], width: int) -> int:
    """Where the line begins: at the beginning if the first match is in it then, else at a word a third before it.

    Near the end of the text more goes before the match, so that the line is full.
    """
    if cell_len(text[: first[1]]) <= width - 1:
        return 0
    place, used = first[0], 0
    room = max(width // 3, width - 1 - cell_len(text[first[0] :]))
    while place > 0:
        used += get_character_cell_size(text[place - 1])
        if used > room:
            break
        place -= 1
    space = text.find(" ", place, first[0])
    if space >= 0:
        return space + 1
    while joined(text, place):
        place += 1
    return place


def _reach(text: str, start: int, width: int) -> int:
    """How far the text goes in so many cells."""
    return start + len(cut(text[start:], width))
