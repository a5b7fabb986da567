"""Text from outside, made safe to draw: no control sequence, no hidden or reordering character gets through.

Display maps, it does not edit: spans go on counting in the text as it was decoded, and a ``Display`` says which shown
character stands for which.

What goes: control strings and sequences of ECMA-48 (OSC, DCS, SOS, PM, APC, CSI and the shorter escapes, 7 and 8 bit)
with their payload, where an unterminated one ends at the line's end; then all C0 and C1 controls but tab and newline,
DEL; bidirectional overrides and isolates (U+202A to 202E, U+2066 to 2069); zero-width space, word joiner and its
invisible kin, byte order mark, soft hyphen, interlinear and tag characters; selectors of variants (U+E0100 to E01EF)
but one behind an ideograph, as names are written in Japan; whatever follows four combining marks in a
row and has no width either; lone surrogates. Every other line break becomes a newline. Joiners (emoji, Persian, Indic)
and the marks LRM and RLM stay.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from typing import NamedTuple

from tuireader.text.lazy import Lazy

#: So many marks without a width may follow one another; Vietnamese and pointed Hebrew need no more.
MARKS = 4

_BREAK = "\r\v\f\x1c-\x1e\x85\u2028\u2029"
_FORBIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_VARIANTS = "\U000e0100-\U000e01ef"
_IDEOGRAPHS = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SUSPECT = Lazy(f"[{_FORBIDDEN}{_VARIANTS}]")
# 8-bit introducers after a character of Latin-1 are UTF-8 decoded twice ("â\x80\x9d"): no payload follows these, and
# the rest of the line must not go with them. A payload holds no escape and no break, so no repetition can go astray.
_PAYLOAD = rf"[^\x07\x1b\x9c\n{_BREAK}]*+(?:\x07|\x9c|\x1b\\)?"
_HIDDEN = Lazy(
    rf"(?:\x1b[\]PX^_]|(?<![\x80-\xff])[\x9d\x90\x98\x9e\x9f]){_PAYLOAD}"
    r"|(?:\x1b\[|(?<![\x80-\xff])\x9b)[0-?]*+[ -/]*+[@-~]?"
    r"|\x1b[ -/]*+[0-~]?"
    rf"|\r\n|[{_BREAK}]|[{_FORBIDDEN}]|(?<![{_IDEOGRAPHS}])[{_VARIANTS}]"
)
# A wide net for runs that may be marks: each catch is looked at character by character.
_MARKED = Lazy(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061c\u064b-\u0670\u06d6-\u06ed\u0711-\u074a\u07a6-\u07f3"
    "\u0816-\u0dff\u0e31-\u0ece\u0f18-\u0fc6\u102b-\u109d\u135d-\u135f\u1712-\u180f\u18a9-\u1cf9\u1dc0-\u1dff"
    "\u200c-\u200f\u20d0-\u20f0\u2cef-\u2dff\u302a-\u309a\ua66f-\ua6f1\ua802-\uabed\ufb1e\ufe00-\ufe2f"
    "\U000101fd-\U0001e94a\U000e0100-\U000e01ef]{5,}+"
)


class Display(NamedTuple):
    """A text as it is drawn. ``offsets`` holds the source offset of each shown character; None means they are equal.

    ``hidden`` counts the characters of the source that are not shown (the CR of a CR LF aside), ``length`` all of them.
    """

    text: str
    offsets: array[int] | None
    hidden: int
    length: int

    def to_source(self, shown: int) -> int:
        """The source offset of the shown character at ``shown``; from the end on, the length of the source."""
        if self.offsets is None:
            return min(shown, self.length)
        return self.offsets[shown] if shown < len(self.offsets) else self.length

    def to_shown(self, offset: int) -> int:
        """Where the source character at ``offset`` is shown; for a hidden one, where the next shown one stands."""
        if self.offsets is None:
            return min(offset, self.length)
        return bisect_left(self.offsets, offset)


def display(text: str) -> Display:
    """The text as it may be drawn, with the map back to its source. Takes linear time."""
    if text.isascii() and text.isprintable():
        return Display(text, None, 0, len(text))
    suspect = _SUSPECT.search(text) is not None
    marked = _MARKED.search(text) is not None or (suspect and not text.isascii())
    if not suspect and not marked:
        return Display(text, None, 0, len(text))
    kept = _kept(text) if suspect else [(0, len(text))]
    if marked:
        kept = _thinned(text, kept)
    shown: list[str] = []
    offsets = array("I")
    hidden = len(text)
    for start, end in kept:
        piece = text[start:end]
        if end - start == 1 and piece in _BREAK_SET:
            piece = "\n"
            if text[start - 1 : start] == "\r" and text[start] == "\n":
                hidden -= 1
        shown.append(piece)
        offsets.extend(range(start, end))
        hidden -= end - start
    same = len(offsets) == len(text)
    return Display("".join(shown), None if same else offsets, hidden, len(text))


_BREAK_SET = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


def _kept(text: str) -> list[tuple[int, int]]:
    """The stretches that are shown; each line break that is not just a newline is a stretch of its own."""
    kept: list[tuple[int, int]] = []
    last = 0
    for match in _HIDDEN.finditer(text):
        start, end = match.span()
        if start > last:
            kept.append((last, start))
        if text[end - 1] in _BREAK_SET:
            kept.append((end - 1, end))
        last = end
    if last < len(text):
        kept.append((last, len(text)))
    return kept


def _thinned(text: str, kept: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches without what follows ``MARKS`` characters that have no width."""
    found: list[tuple[int, int]] = []
    run = 0
    for start, end in kept:
        low = start
        for place in range(start, end):
            char = text[place]
            if char < "\u0300" or unicodedata.category(char) not in _WIDTHLESS:
                run = 0
                continue
            run += 1
            if run > MARKS:
                if place > low:
                    found.append((low, place))
                low = place + 1
        if end > low:
            found.append((low, end))
    return found


_WIDTHLESS = frozenset(("Mn", "Mc", "Me", "Cf"))


def clean(text: str) -> str:
    """The text without anything that could steer a terminal or hide; newlines and tabs stay. Idempotent."""
    return display(text).text


def line(text: str) -> str:
    """``clean`` on one line: every stretch of white space is one space, none at the ends. Idempotent."""
    return " ".join(clean(text).split())
