"""A text whose lines were broken at a margin, as one reads it: for rules that go by single spaces."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from tuireader.text.lazy import Lazy
from tuireader.text.safe import Display

#: A line break with the white space around it and the marks of quotation behind it.
_BREAK = Lazy(r"[ \t]*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029][\s>]*")


def unbroken(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """``text`` with spaces for the line breaks inside ``stretches``, and for what stands before the lines there.

    It is as long as ``text``, so offsets are those of it; the same object where there is no such break.
    """
    pieces: list[str] = []
    at = 0
    for start, end in stretches:
        for match in _BREAK.finditer(text, start, end):
            pieces += (text[at : match.start()], " " * (match.end() - match.start()))
            at = match.end()
    return text if not at else "".join((*pieces, text[at:]))


def folded(shown: Display) -> Display:
    """A paragraph as it is drawn, with one space for each line break and what stands around it."""
    pieces: list[str] = []
    offsets = array("I")
    at = 0
    for match in _BREAK.finditer(shown.text):
        pieces += (shown.text[at : match.start()], " ")
        offsets.extend(map(shown.to_source, range(at, match.start() + 1)))
        at = match.end()
    if not at:
        return shown
    offsets.extend(map(shown.to_source, range(at, len(shown.text))))
    return Display("".join((*pieces, shown.text[at:])), offsets, shown.hidden, shown.length)
