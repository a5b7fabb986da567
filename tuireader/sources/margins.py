"""Whether lines were broken at a margin, at which one, and which of them were one before.

Who breaks lines puts as many words on each as fit (RFC 3676, fmt, textwrap, editors). So a line is a whole one where
the next word would have had room on it, and at the true margin hardly any line inside a paragraph is. A mail can have
several margins: one for each depth of quotation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from tuireader.text.lazy import Lazy

#: Margins at which people and programs break lines.
NARROWEST, WIDEST = 36, 132
_ENDED = Lazy(r"[.!?…:;。！？؟।]['\"”’»)\]]{0,3}$")
_STOPPED = Lazy(r"[.!?…:;,。！？؟।–—-]['\"”’»)\]]{0,3}$")
_ITEM = Lazy(r"(?:[-*•‣◦·–—+o]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|\[\d{1,3}\]|#{1,6})\s+\S")
#: What begins an item, or stands in a sentence: a dash, an initial.
_DOUBTFUL = Lazy(r"[-–—]\s|[A-Z]\.\s")
_TABLE = Lazy(r"\S {3,}\S|\t|\s\|\s|^[|+]|^[-=._~]{4,}")
_LABELLED = Lazy(r"[A-Z][A-Za-z-]{1,24}:\s")
#: Programs that make lines even leave this part of a line free.
_SLACK = 0.25
#: Of the breaks inside blocks so many must be at the margin; of these so many must run on in the middle of a sentence.
_AT_MARGIN, _RUNNING = 0.3, 0.3
#: A shorter part of a line is one that ends for a reason of its own.
_LONG = 0.6
#: So many whole lines leave no doubt.
_SURE = 4
#: A line ends in a space where the mail program says that it goes on (RFC 3676): so many of the breaks, at least.
_FLOWED = 3, 0.3


class Row(NamedTuple):
    """A line as it stands: its text without what stands before it, and where that puts it."""

    bare: str
    indent: int
    depth: int
    """How many marks of quotation stand before it."""
    width: int
    """Columns from the left edge to its end."""
    gap: bool
    """Whether a blank line stands before it."""
    soft: bool
    """Whether it ends in a space."""

    @property
    def word(self) -> int:
        """How long its first word is; in scripts without spaces a word is a character."""
        return 1 if self.bare[:1] > "\u2e80" else len(self.bare.partition(" ")[0])


class Margin(NamedTuple):
    """Where lines were broken, and how much of a line may be free before the next word."""

    width: int
    slack: int
    flowed: bool = False
    """Whether a space at its end says that a line goes on."""
    gapless: bool = False
    """Whether paragraphs follow each other without a blank line."""
    sure: bool = True
    """Whether there are enough lines to say that one which ends like a sentence may go on."""


def margins(rows: Sequence[Row]) -> Mapping[int, Margin]:
    """The margin for each depth of quotation at which lines were broken at one."""
    found: dict[int, Margin] = {}
    inner = [pair for pair in pairwise(rows) if _inner(*pair)]
    for depth in sorted({row.depth for row, _ in inner}):
        own = [pair for pair in inner if pair[0].depth == depth]
        margin = _flowed(own) or _margin(own, sum(row.gap for row in rows if row.depth == depth))
        if margin is not None:
            found[depth] = margin
    return found


def _inner(row: Row, after: Row) -> bool:
    """Whether a break may be one inside a paragraph."""
    fits = 2 < row.width <= WIDEST and after.width <= WIDEST and row.bare and after.bare
    return bool(fits) and not after.gap and row.depth == after.depth and not _apart(row, after)


def _apart(row: Row, after: Row) -> bool:
    """Whether two lines stand under each other in a list or a table."""
    return _ITEM.match(after.bare) is not None or any(_TABLE.search(each.bare) for each in (row, after))


def _flowed(pairs: Sequence[tuple[Row, Row]]) -> Margin | None:
    """Where the lines that go on end in a space, as mail programs write them."""
    soft = [(row, after) for row, after in pairs if row.soft]
    least, part = _FLOWED
    if len(soft) < least or len(soft) < part * len(pairs):
        return None
    running = sum(_runs_on(row, after) for row, after in soft)
    hard = sum(_runs_on(row, after) for row, after in pairs if not row.soft)
    return Margin(max(row.width for row, _ in soft), 0, flowed=True) if running > 3 * hard else None


def _margin(pairs: Sequence[tuple[Row, Row]], gaps: int) -> Margin | None:
    """The width at which lines were broken, or None where they are paragraphs of their own; ``gaps`` counts blanks."""
    if not any(_runs_on(*pair) for pair in pairs):
        return None
    # At which widths each line is full, counted for all widths at once; a line that is too long speaks against one.
    full, over = [0] * (2 * WIDEST), [0] * (2 * WIDEST)
    for row, after in pairs:
        full[row.width] += 1
        full[min(row.width + after.word + 1, 2 * WIDEST - 1)] -= 1
        over[0] += 1
        over[row.width] -= 1
    scores = [held - 2 * beyond for held, beyond in zip(accumulate(full), accumulate(over), strict=True)]
    width = max(range(NARROWEST, WIDEST + 1), key=lambda each: (scores[each], -each))
    # Short lines say nothing: heads, signatures, lists.
    asked = [pair for pair in pairs if pair[0].width >= _LONG * width or _runs_on(*pair)]
    margin = Margin(width, _slack(width, asked))
    held = [pair for pair in asked if _full(*pair, margin)]
    running = sum(_runs_on(*pair) for pair in held)
    # A few lines prove little, and where room is left any line may be full: then most of them must be.
    part = 0.6 if margin.slack else _AT_MARGIN if len(asked) > 4 else 0.5
    if len(held) < part * len(asked) or running <= _RUNNING * len(held):
        return None
    sure = len(held) >= _SURE and running > 1
    return margin._replace(gapless=gaps < len(pairs) - len(held), sure=sure)


def _slack(width: int, pairs: Sequence[tuple[Row, Row]]) -> int:
    """How much room is left on nearly all lines that go on: none where lines are filled, more where they are made
    even."""
    room = sorted(max(0, width - row.width - 1 - after.word) for row, after in pairs if _runs_on(row, after))
    return min(room[int(0.95 * len(room))] + 1 if room and room[int(0.9 * len(room))] else 0, int(_SLACK * width))


def _full(row: Row, after: Row, margin: Margin) -> bool:
    """Whether the next word would have had no room."""
    return margin.width - margin.slack < row.width + 1 + after.word and row.width <= margin.width


def _runs_on(row: Row, after: Row) -> bool:
    """Whether a line breaks in the middle of a sentence, for all one can see."""
    first = after.bare[0]
    return first.isalpha() and not first.isupper() and not _ENDED.search(row.bare, max(0, len(row.bare) - 4))


def belong(rows: Sequence[Row], first: int, number: int, margins: Mapping[int, Margin]) -> bool:
    """Whether a line goes on with the one before it, in a paragraph that begins with line ``first``."""
    row, after = rows[number - 1], rows[number]
    margin = margins.get(row.depth)
    if margin is None:
        return False
    begins = number - 1 == first
    item = _ITEM.match(rows[first].bare) is not None
    if not _inner(row, after) and (item or not _goes_on(row, after, margin)):
        return False
    if _LABELLED.match(after.bare) and _LABELLED.match(rows[first].bare):
        return False
    if after.indent > row.indent and not (begins and item):
        return False
    if after.indent < row.indent and not begins:
        return False
    if begins and after.indent == row.indent and _first_line(rows, number):
        return False
    if margin.flowed:
        return row.soft
    if _full(row, after, margin):
        if not margin.sure and _ENDED.search(row.bare[-4:]) and not after.bare[0].islower():
            return False
        return not (begins and margin.gapless and after.indent == row.indent and _heads(rows, number, margin))
    # Where lines are made even and blank lines part the paragraphs, any long line may go on.
    even = margin.slack > 0 and not margin.gapless
    return row.width > _LONG * margin.width and (even or _runs_on(row, after))


def _goes_on(row: Row, after: Row, margin: Margin) -> bool:
    """Whether a line that seems to begin an item is the rest of a sentence: ``he came\n- and stayed -``."""
    if _DOUBTFUL.match(after.bare) is None or not _inner(row, after._replace(bare=after.bare[2:].lstrip())):
        return False
    return _full(row, after, margin) and _STOPPED.search(row.bare[-4:]) is None


def _first_line(rows: Sequence[Row], number: int) -> bool:
    """Whether a line begins further in than the one that goes on with it, as first lines of paragraphs do."""
    row, after = rows[number], rows[min(number + 1, len(rows) - 1)]
    return after.indent < row.indent and _inner(row, after)


def _heads(rows: Sequence[Row], number: int, margin: Margin) -> bool:
    """Whether a line that fills the margin heads what follows: its words are capitalised, and a sentence ends there."""
    from tuireader.sources.headlines import title_cased

    row, after = rows[number - 1], rows[number]
    words = row.bare.split()
    if len(words) < 3 or not after.bare[0].isupper() or not (words[-1][0].isupper() or words[-1][0].isdigit()):
        return False
    if _STOPPED.search(row.bare[-4:]) or not title_cased(row.bare):
        return False
    while (
        number + 1 < len(rows)
        and _inner(rows[number], rows[number + 1])
        and _full(rows[number], rows[number + 1], margin)
    ):
        number += 1
    return _ENDED.search(rows[number].bare[-4:]) is not None
