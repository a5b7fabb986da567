"""The characters that ``safe`` leaves out, named and made visible: what of a text nobody sees."""

from __future__ import annotations

import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from tuireader.text.safe import Display, display

_INTRODUCERS = frozenset("\x1b\x90\x98\x9b\x9d\x9e\x9f")
_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Stretch(NamedTuple):
    """``text[start:end]`` is not shown, and why: ``control sequence``, ``control character``, ``reordering``,
    ``invisible``, ``stacked mark`` or ``half a character``."""

    start: int
    end: int
    kind: str


def stretches(shown: Display, text: str) -> Iterator[Stretch]:
    """What ``display`` left out of a text, in order. The CR of a CR LF is no part of it."""
    if not shown.hidden or shown.offsets is None:
        return
    at = 0
    for offset in (*shown.offsets, len(text)):
        stop = offset - 1 if text[max(at, offset - 1) : offset + 1] == "\r\n" else offset
        if stop > at:
            yield from _kinds(text, at, stop)
        at = offset + 1


def _kinds(text: str, start: int, end: int) -> Iterator[Stretch]:
    """A stretch that is left out, parted by kind. From an introducer on, all of it is one sequence."""
    opened = next((at for at in range(start, end) if text[at] in _INTRODUCERS), end)
    for kind, places in groupby(range(start, opened), lambda at: _kind(text[at])):
        found = [*places]
        yield Stretch(found[0], found[-1] + 1, kind)
    if opened < end:
        yield Stretch(opened, end, "control sequence" if end > opened + 1 else "control character")


def _kind(char: str) -> str:
    if char in _REORDERING:
        return "reordering"
    category = unicodedata.category(char)
    if category == "Cc":
        return "control character"
    if category == "Cs":
        return "half a character"
    variant = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return "stacked mark" if category[0] == "M" and not variant else "invisible"


def counted(text: str) -> dict[str, int]:
    """How many characters of a text are not shown, by kind, the most frequent kind first."""
    found: Counter[str] = Counter()
    for start, end, kind in stretches(display(text), text):
        found[kind] += end - start
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))


def unveiled(text: str, marks: str = "‹›×") -> Display:
    """A text as ``display`` gives it, but with a mark for what that leaves out: ``‹U+202E›``, ``‹U+200B×3›`` for three
    in a row; ``marks`` are what stands before, behind and before the number.

    Each character of a mark has the offset of what it stands for. Nothing of it can steer a terminal: what follows the
    introducer of a control sequence is shown as the plain text that it is.
    """
    shown = display(text)
    if not shown.hidden or shown.offsets is None:
        return shown
    pieces: list[str] = []
    offsets = array("I")
    at = 0
    for start, end, _ in stretches(shown, text):
        high = shown.to_shown(start)
        pieces.append(shown.text[at:high])
        offsets.extend(shown.offsets[at:high])
        at = high
        for char, places in groupby(range(start, end), text.__getitem__):
            found = [*places]
            if char.isprintable() and _shows(char):
                pieces.append(char * len(found))
                offsets.extend(found)
                continue
            many = f"{marks[2]}{len(found)}" if len(found) > 1 else ""
            mark = f"{marks[0]}U+{ord(char):04X}{many}{marks[1]}"
            pieces.append(mark)
            offsets.extend([found[0]] * len(mark))
    pieces.append(shown.text[at:])
    offsets.extend(shown.offsets[at:])
    return Display("".join(pieces), offsets, shown.hidden, len(text))


def _shows(char: str) -> bool:
    return char.isascii() or unicodedata.category(char)[0] not in "MCZ"
