"""The words of a passage's tellings against each other, as runs of text: what was dropped, added, moved.

Nothing is laid out here: lines for a terminal (``tellings``) and documents are drawn from these runs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from tuireader.article import Article, Span
from tuireader.passages import Change, Passage
from tuireader.passages.tellings.rows import Row, fullest
from tuireader.report.difference import Difference, difference
from tuireader.report.ink import Run
from tuireader.report.lines import spaced
from tuireader.text.safe import line
from tuireader.text.words import words

#: Rows shown at the beginning and at the end of many that all tell in the same words, and of many that one has alone.
_HEAD, _TAIL = 2, 1
_ALONE = 1
#: Of more dropped words only some are shown again.
_DROPPED = 8
_OPENING = "/“‘(—"
_CLOSING = ".,;:!?)”’\"'…/—"
#: A sentence that goes on after a dot does so within so many characters.
_NEAR = 16
#: What stands before a telling in which words could be marked and are not: that none is does not mean the same.
_OTHERWISE, _NUMBERS, _APART = "in other words", "in other words; numbers marked", "no words are marked"


class Cell(NamedTuple):
    """What one telling has in a row: its spans, and which occurrences have it in just these words."""

    spans: tuple[Span, ...]
    carriers: tuple[int, ...]


class LeftOut(NamedTuple):
    """How many sentences are not shown, since all tell them in the same words, or one alone does."""

    sentences: int
    last: Cell
    alone: bool


def gathered(rows: Sequence[Sequence[Cell]], retold: Retold) -> list[Sequence[Cell] | LeftOut]:
    """The rows; of long runs in one wording the ends, of what one telling alone has the beginning.

    A headline stays apart from the text below it.
    """
    found: list[Sequence[Cell] | LeftOut] = []

    def alike(row: Sequence[Cell]) -> tuple[tuple[int, ...], bool]:
        return (row[0].carriers, retold.headline(row[0])) if len(row) == 1 else ((), False)

    for (carriers, _), group in groupby(rows, alike):
        run = list(group)
        alone = len(carriers) == 1 and retold.tellers > 1
        head, tail = (_ALONE, 0) if alone else (_HEAD, _TAIL)
        if not carriers:
            found += run
        elif len(run) <= head + tail + 1:
            found.append(_one(run))
        else:
            hidden = run[head : len(run) - tail]
            found += [_one(run[:head]), LeftOut(sum(len(row[0].spans) for row in hidden), hidden[-1][0], alone)]
            found += [_one(run[-tail:])] if tail else []
    return found


def _one(run: Sequence[Sequence[Cell]]) -> list[Cell]:
    """Rows in one wording, by the same carriers, as one."""
    return [Cell(tuple(span for (cell,) in run for span in cell.spans), run[0][0].carriers)]


class Retold:
    """The tellings of one passage. ``mark`` makes a run of words in a style: "added", "dropped", "moved" or ""."""

    def __init__(
        self, passage: Passage, articles: Mapping[str, Article], mark: Callable[[str, str], Run] = Run
    ) -> None:
        self.articles, self.lead, self._mark = articles, fullest(passage), mark
        self.tellers = len(passage.occurrences)

    def cells(self, row: Row) -> list[Cell]:
        """The tellings of a row, each once, the leading one first."""
        order = [self.lead, *(number for number in range(len(row.spans)) if number != self.lead)]
        held: dict[tuple[str, ...], list[int]] = {}
        for number in order:
            if row.spans[number]:
                held.setdefault(self._words(row.spans[number]), []).append(number)
        return [Cell(row.spans[carriers[0]], tuple(sorted(carriers))) for carriers in held.values()]

    def _words(self, spans: Sequence[Span]) -> tuple[str, ...]:
        return tuple(
            word.folded for span in spans for word in words(self.articles[span.article].text, span.start, span.end)
        )

    def headline(self, cell: Cell) -> bool:
        """Whether a telling begins in a title or a heading."""
        first = cell.spans[0]
        parts = self.articles[first.article].parts
        return parts[bisect_right(parts, first.start, key=attrgetter("start")) - 1].role != "body"

    def plain(self, cell: Cell) -> list[Run]:
        """A telling as it stands."""
        text = self.articles[cell.spans[0].article].text
        runs: list[Run] = []
        for number, span in enumerate(cell.spans):
            if number:
                apart = any(map(str.isalnum, text[cell.spans[number - 1].end : span.start]))
                runs.append(Run(" … " if apart else " "))
            runs.append(Run(line(text[span.start : span.end])))
        return runs

    def difference(self, first: Cell, other: Cell) -> Difference | None:
        """What the other telling changed. None where one of them stands in several places: they are not compared."""
        one, two = (self._whole(cell) for cell in (first, other))
        if one is None or two is None:
            return None
        return difference(self.articles[one.article], one, self.articles[two.article], two)

    def noted(self, found: Difference | None) -> list[Run]:
        """What is said before a telling that is not marked word by word; nothing where it is."""
        if found is not None and not found.otherwise:
            return []
        said = _APART if found is None else _NUMBERS if found.marks else _OTHERWISE
        return [Run(f"[{said}] ", "dim")]

    def _whole(self, cell: Cell) -> Span | None:
        """The one span of a telling; None where it stands in several places."""
        text = self.articles[cell.spans[0].article].text
        if any(any(map(str.isalnum, text[one.end : two.start])) for one, two in pairwise(cell.spans)):
            return None
        return Span(cell.spans[0].article, cell.spans[0].start, cell.spans[-1].end)

    def against(self, first: Cell, other: Cell) -> list[Run]:
        """The other telling, with what it changed against the first between its words."""
        found, span = self.difference(first, other), self._whole(other)
        if found is None or span is None:
            return [*self.noted(found), *self.plain(other)]
        a, b = self.articles[first.spans[0].article], self.articles[span.article]
        pieces: list[Run] = []
        reached = span.start
        for change in sorted(found.changes, key=lambda change: (change.b_start, change.b_end)):
            gone = change.operation in ("dropped", "replaced")
            dropped = _short(line(a.text[change.a_start : _dotted(a, change.a_end)])) if gone else ""
            before = Run(spaced(b.text[reached : change.b_start]))
            if change.b_end > change.b_start:
                style = {"same": "", "moved": "moved"}.get(change.operation, "added")
                end = min(_dotted(b, change.b_end), span.end) if style else change.b_end
                added = line(b.text[change.b_start : end])
                pieces += [before, self._mark(dropped, "dropped"), self._mark(added, style)]
            else:
                # Nothing stands for them: they belong to the word before, not behind the comma that follows it.
                pieces += [self._mark(dropped, "dropped"), before]
                end = change.b_end
            reached = max(reached, end)
        pieces.append(Run(spaced(b.text[reached : span.end])))
        return [*self.noted(found), *_apart([piece for piece in pieces if piece.text])]

    def marked(self, cell: Cell, changes: Sequence[tuple[int, int, Change]], style: str) -> list[Run]:
        """One side's own words, with those marked that the other side does not have."""
        span = self._whole(cell)
        if span is None:
            return self.plain(cell)
        article = self.articles[span.article]
        text = article.text
        pieces: list[Run] = []
        reached = span.start
        for start, end, change in sorted(changes, key=lambda each: each[:2]):
            if start == end:
                continue
            look = {"same": "", "moved": "moved"}.get(change.operation, style)
            end = min(_dotted(article, end), span.end) if look else end
            pieces += [Run(spaced(text[reached:start])), self._mark(line(text[start:end]), look)]
            reached = end
        pieces.append(Run(spaced(text[reached : span.end])))
        return [piece for piece in pieces if piece.text]


def _dotted(article: Article, end: int) -> int:
    """The end of words that end there, with the dot of an abbreviation: one after which their sentence goes on."""
    if article.text[end : end + 1] != ".":
        return end
    place = bisect_right(article.sentences, end, key=lambda sentence: sentence.start)
    close = min(article.sentences[place - 1].end, end + _NEAR) if place else end
    return end + 1 if any(map(str.isalnum, article.text[end + 1 : close])) else end


def _short(text: str) -> str:
    """Dropped words; of many only the ends and the numbers: they stand in full in the telling above."""
    held = text.split()
    if len(held) <= _DROPPED:
        return text
    ends = {*range(_DROPPED // 2), *range(len(held) - _DROPPED // 4, len(held))}
    kept = [place for place, word in enumerate(held) if place in ends or any(map(str.isdigit, word))]
    said = [held[0]]
    for before, place in pairwise(kept):
        said += ["…"] * (place - before > 1) + [held[place]]
    return " ".join(said)


def _apart(pieces: Sequence[Run]) -> list[Run]:
    """The pieces with a space on each side of dropped words: in the text they were dropped from there is none."""
    runs: list[Run] = []
    for piece in pieces:
        if runs and "dropped" in (runs[-1].style, piece.style):
            before, after = runs[-1].text[-1], piece.text[0]
            closes = runs[-1].style == "dropped" and piece.style == "" and after in _CLOSING
            if not (before.isspace() or after.isspace() or closes or before in _OPENING):
                runs.append(Run(" "))
        runs.append(piece)
    return runs
