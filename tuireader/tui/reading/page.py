"""An article as wrapped lines, with the table from offset to line. Wraps as far as it is asked to, never twice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from tuireader.article import TOLD, Article, Role
from tuireader.report.raw import Aside, pieces
from tuireader.text.hidden import unveiled
from tuireader.text.safe import display
from tuireader.text.unbroken import folded
from tuireader.tui.reading.layers import Layer
from tuireader.tui.reading.wrap import wrap


class Line(NamedTuple):
    """One line of a page. ``sources[i]`` is the offset in the article's text of the shown character ``text[i]``.

    Characters the page added (passage numbers) have the offset of the character they stand before; ``added`` holds
    their places in ``text``. A blank line between paragraphs is empty and has the offset where the one before ends.
    """

    text: str
    sources: Sequence[int]
    start: int
    end: int
    role: Role
    added: frozenset[int] = frozenset()


class _Block(NamedTuple):
    """A part of the article with the blank line after it."""

    role: Role
    start: int
    end: int
    gap: bool


class Page:
    """An article wrapped at ``width`` cells.

    ``marks`` are strings to show before the character at an offset: the numbers of shared passages. Blank lines of
    the text do not count: one stands between any two paragraphs, none between lines of page furniture. ``hidden``, the
    marks that ``unveiled`` takes, asks for the text as it came: its own lines, and what is never shown named.
    """

    def __init__(
        self, article: Article, width: int, marks: Mapping[int, str] | None = None, *, hidden: str = ""
    ) -> None:
        self.article = article
        self.width = max(1, width)
        self._marks = marks or {}
        self._offsets = sorted(self._marks)
        self._hidden = hidden
        self._blocks = _own_lines(article) if hidden else _blocks(article)
        self._next = 0
        self._rest = sum(self._estimate(block) for block in self._blocks)
        self._lines: list[Line] = []
        self._starts: list[int] = []

    def line(self, index: int) -> Line | None:
        """The line with this number, counted from 0; None before the first and after the last."""
        if index < 0:
            return None
        while index >= len(self._lines):
            if not self._grow():
                return None
        return self._lines[index]

    def line_of(self, offset: int) -> int:
        """Number of the line on which the character at an offset stands, or the nearest one before it."""
        while self._next < len(self._blocks) and self._blocks[self._next].start <= offset:
            self._grow()
        return max(0, bisect_right(self._starts, offset) - 1)

    @property
    def raw(self) -> bool:
        """Whether this is the text as it came."""
        return bool(self._hidden)

    @property
    def height(self) -> int:
        """Number of lines: exact for what was wrapped, estimated for the rest."""
        return len(self._lines) + self._rest

    def _estimate(self, block: _Block) -> int:
        return 1 + (block.end - block.start) // self.width + block.gap

    def finish(self) -> int:
        """Wraps everything and returns the exact number of lines."""
        while self._grow():
            pass
        return len(self._lines)

    def _grow(self) -> bool:
        if self._next >= len(self._blocks):
            return False
        block = self._blocks[self._next]
        self._next += 1
        self._rest -= self._estimate(block)
        text, sources, added = self._shown(block)
        for start, end in wrap(text, self.width):
            held = sources[start:end]
            first = held[0] if held else block.start
            last = held[-1] + 1 if held else block.start
            here = frozenset(place - start for place in added if start <= place < end) if added else frozenset()
            self._push(Line(text[start:end], held, first, last, block.role, here))
        if block.gap:
            self._push(Line("", (), block.end, block.end, "body"))
        return True

    def _push(self, line: Line) -> None:
        self._lines.append(line)
        self._starts.append(line.start)

    def _shown(self, block: _Block) -> tuple[str, Sequence[int], tuple[int, ...]]:
        raw = self.article.text[block.start : block.end]
        safe = unveiled(raw, self._hidden) if self._hidden else folded(display(raw))
        text = safe.text.replace("\t", " ")
        sources: Sequence[int]
        if safe.offsets is None:
            sources = range(block.start, block.end)
        else:
            sources = [block.start + offset for offset in safe.offsets]
        here = self._offsets[bisect_right(self._offsets, block.start - 1) : bisect_right(self._offsets, block.end - 1)]
        if not here:
            return text, sources, ()
        return self._numbered(text, sources, here)

    def _numbered(self, text: str, sources: Sequence[int], here: list[int]) -> tuple[str, list[int], tuple[int, ...]]:
        pieces: list[str] = []
        table: list[int] = []
        added: list[int] = []
        at = 0
        for offset in here:
            place = _place(sources, offset)
            pieces.append(text[at:place])
            table += sources[at:place]
            mark = self._marks[offset]
            added += range(len(table), len(table) + len(mark))
            pieces.append(mark)
            table += [offset] * len(mark)
            at = place
        pieces.append(text[at:])
        table += sources[at:]
        return "".join(pieces), table, tuple(added)


def cell_of(page: Page, top: int, height: int, offset: int) -> tuple[int, int] | None:
    """Where the character at an offset stands, as (cells before it in its line, row), with a line of the page at the
    first of so many rows; None where it is not among them."""
    row = page.line_of(offset) - top
    line = page.line(top + row)
    if line is None or not 0 <= row < height:
        return None
    # The number of a passage stands before its first letter, at the same offset.
    places = (place for place, source in enumerate(line.sources) if source >= offset and place not in line.added)
    return cell_len(line.text[: next(places, 0)]), row


def _place(sources: Sequence[int], offset: int) -> int:
    """Index of the first shown character at or after an offset."""
    low, high = 0, len(sources)
    while low < high:
        middle = (low + high) // 2
        if sources[middle] < offset:
            low = middle + 1
        else:
            high = middle
    return low


def _blocks(article: Article) -> list[_Block]:
    """The parts of an article, each with whether a blank line follows it.

    None follows a heading, and none stands between lines that are not the author's telling.
    """
    parts = article.parts
    blocks = []
    for part, after in zip(parts, (*parts[1:], None), strict=True):
        aside = after is not None and part.role not in TOLD and after.role not in TOLD
        gap = after is not None and part.role != "heading" and not aside
        blocks.append(_Block(part.role, part.start, part.end, gap))
    return blocks


def asides(article: Article) -> list[Aside]:
    """The parts of an article that were set aside."""
    return [Aside(part.start, part.end, part.why) for part in article.parts if part.why]


def _own_lines(article: Article) -> list[_Block]:
    """The lines of the text as it came, each with the role of the part it stands in."""
    roles: Layer[Role] = Layer((part.start, part.end, part.role) for part in article.parts)
    blocks = []
    for start, end, _, _ in pieces(article.text, asides(article)):
        over = roles.over(start, end)
        blocks.append(_Block(over[0].token if over else "body", start, end, False))
    return blocks
