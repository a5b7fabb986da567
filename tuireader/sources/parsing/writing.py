"""Paragraphs, as a parser meets them, to one text with spans for its heads and for what is no part of the telling."""

from __future__ import annotations

import re
from typing import NamedTuple

#: Stands for a line break that is meant, among white space that is not: a space to all who squeeze it.
BREAK = "\u2028"
_SPACE = re.compile(r"[ \t\n\r\f\v\xa0\u2007\u202f\u3000]+")
_BREAKS = re.compile(f" ?(?:{BREAK} ?)+")
_GAPS = re.compile(r"\n(?:[ \t]*\n){1,}")
#: A title that a page repeats stands among so many paragraphs.
_TITLE_AMONG = 6
_UNWANTED = str.maketrans({"\0": None, "\ufeff": None, "\u2029": BREAK, "\x85": BREAK})

Plain = dict[str, object]


class Paragraph(NamedTuple):
    """A paragraph, whether it is a head, and why it is no part of the telling, where it is none."""

    text: str
    heading: bool = False
    aside: str = ""


class Writing:
    """A text in the making: paragraphs that will be parted by blank lines."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self._length = 0

    def __len__(self) -> int:
        """How many characters it has, without what parts the paragraphs."""
        return self._length

    def add(self, text: str, *, heading: bool = False, aside: str = "", kept: bool = False) -> None:
        """Adds a paragraph, unless it is blank. White space becomes one space, ``BREAK`` a newline; ``kept``: newlines
        and indents stay. ``aside``: why it is no part of the telling."""
        text = text.translate(_UNWANTED)
        if kept:
            text = _GAPS.sub("\n", text.replace("\r\n", "\n").replace(BREAK, "\n")).strip("\n").rstrip()
        else:
            text = _BREAKS.sub("\n", _SPACE.sub(" ", text)).strip()
        if text.strip():
            self.append(Paragraph(text, heading, aside))

    def append(self, paragraph: Paragraph) -> None:
        """Adds a paragraph of another writing."""
        self._length += len(paragraph.text)
        self.paragraphs.append(paragraph)

    def drop_title(self, title: str) -> None:
        """Takes out the first paragraph that says no more than ``title``, where it stands among the first."""
        wanted = _key(title)
        if not wanted:
            return
        for number, paragraph in enumerate(self.paragraphs[:_TITLE_AMONG]):
            if len(paragraph.text) <= 3 * len(title) and _key(paragraph.text) == wanted:
                del self.paragraphs[number]
                self._length -= len(paragraph.text)
                return

    def plain(self) -> Plain:
        """The text, its heads and asides as plain data."""
        headings: list[tuple[int, int]] = []
        asides: list[tuple[int, int, str]] = []
        start = 0
        for text, heading, aside in self.paragraphs:
            end = start + len(text)
            if heading:
                headings.append((start, end))
            if aside:
                asides.append((start, end, aside))
            start = end + 2
        text = "\n\n".join(paragraph.text for paragraph in self.paragraphs)
        return {"text": text, "headings": headings, "asides": asides}


def _key(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def squeezed(text: str | None, cap: int = 600) -> str:
    """A value on one line without white space to spare; nothing where it is longer than ``cap``."""
    found = _SPACE.sub(" ", (text or "").translate(_UNWANTED).replace(BREAK, " ")).strip()
    return found if len(found) <= cap else ""
