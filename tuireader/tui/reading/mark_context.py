"""What was marked within the paragraph it stands in, wrapped to a width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuireader.article import Article
from tuireader.text.safe import display
from tuireader.tui.reading.wrap import wrap

#: So many characters before and after the mark are shown at most.
_AROUND = 600


class Run(NamedTuple):
    """A piece of a line; ``lit`` where it was marked."""

    text: str
    lit: bool


def in_paragraph(article: Article, start: int, end: int, width: int) -> list[list[Run]]:
    """The lines of the paragraphs that the stretch stands in, the stretch lit."""
    inside = [part for part in article.parts if part.start < end and part.end > start]
    low = max(min((part.start for part in inside), default=start), start - _AROUND)
    high = min(max((part.end for part in inside), default=end), end + _AROUND)
    shown = display(article.text[low:high])
    first, last = shown.to_shown(start - low), shown.to_shown(end - low)
    lines: list[list[Run]] = []
    at = 0
    for text in shown.text.split("\n"):
        text = text.replace("\t", " ")
        if text.strip():
            lines += _wrapped(text, first - at, last - at, width)
        at += len(text) + 1
    return lines


def _wrapped(text: str, first: int, last: int, width: int) -> list[list[Run]]:
    return [_runs(text, (low, high), (first, last)) for low, high in wrap(text, width)]


def _runs(text: str, line: tuple[int, int], lit: tuple[int, int]) -> list[Run]:
    cuts: Sequence[int] = (line[0], *(min(max(place, line[0]), line[1]) for place in lit), line[1])
    runs = (Run(text[cuts[at] : cuts[at + 1]], at == 1) for at in range(3))
    return [run for run in runs if run.text]
