"""Which columns of the list there is room for, the most important first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len

from tuireader.tui.shelf.cards import Listed

BAR = 6
_TITLE, _ROOMY = 28, 48
_SOURCE, _WIDE_SOURCE = 11, 20
_TAGS = 24


class Needs(NamedTuple):
    """What the articles of a list want to show, in cells; 0 for what none of them has."""

    number: int = 1
    title: int = 0
    source: int = 0
    date: int = 0
    words: int = 0
    progress: int = 0
    marks: int = 0
    tags: int = 0
    few_sources: bool = False
    """Whether most of them have no source: then its column is only worth the room that no title wants."""


class Columns(NamedTuple):
    """Cells for each column; 0 for one that is not shown. Those after the title have their space before them."""

    number: int
    title: int
    source: int = 0
    date: int = 0
    words: int = 0
    bar: int = 0
    share: int = 0
    progress: int = 0
    marks: int = 0
    tags: int = 0

    @property
    def lead(self) -> int:
        """Cells before the title: whether it is selected, its number, whether it is unread."""
        return self.number + 5


def needs(cards: Iterable[Listed]) -> Needs:
    """What these articles want to show."""
    number = title = source = date = words = progress = marks = tags = listed = sourced = 0
    for card in cards:
        listed += 1
        sourced += bool(card.source)
        number = max(number, card.number)
        title = max(title, len(card.title))
        source = max(source, len(card.source))
        words = max(words, card.words)
        date = date or 10 * bool(card.published)
        progress = progress or 4 * (card.progress is not None)
        marks = max(marks, card.state.marks)
        tags = max(tags, sum(cell_len(tag) + 2 for tag in card.state.tags) - 1)
    return Needs(
        max(2, len(str(number))),
        title,
        source,
        date,
        max(5, len(f"{words:,}")),
        progress,
        1 + len(str(marks)) if marks else 0,
        max(0, tags),
        2 * sourced < listed,
    )


def fit(width: int, wants: Needs) -> Columns:
    """The columns of a list so many cells wide. The title has what the others leave."""
    left = width - wants.number - 6
    cells = dict.fromkeys(("source", "date", "words", "bar", "share", "progress", "marks", "tags"), 0)

    def take(name: str, size: int, title: int) -> None:
        nonlocal left
        more = size - cells[name]
        if size and more > 0 and left - more >= title:
            cells[name] = size
            left -= more

    least = min(_TITLE, max(8, wants.title))
    take("share", 5, 12)
    take("progress", wants.progress and wants.progress + 2, least)
    if not wants.few_sources:
        take("source", wants.source and 2 + min(wants.source, _SOURCE), least)
    take("bar", 2 + BAR, least)
    take("marks", wants.marks and wants.marks + 2, least)
    roomy = min(_ROOMY, max(8, wants.title))
    take("date", wants.date and wants.date + 2, roomy)
    take("words", wants.words + 2, roomy)
    take("tags", wants.tags and 2 + min(wants.tags, _SOURCE), roomy)
    whole = max(8, wants.title) if wants.few_sources else roomy
    take("source", wants.source and 2 + min(wants.source, _WIDE_SOURCE), whole)
    take("tags", wants.tags and 2 + min(wants.tags, _TAGS), roomy)
    return Columns(wants.number, max(1, left), **cells)
