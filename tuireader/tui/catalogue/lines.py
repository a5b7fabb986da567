"""The rows of a large library as the screen shows them: safe to show, read by the window as they come on screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, overload

from tuireader.library.catalogue import Entry, Heading, Listing
from tuireader.library.states import State
from tuireader.text.safe import line as safe
from tuireader.tui.widgets.rows import Row

#: Rows that are read at once, and how many such pages are kept.
_PAGE, _KEPT = 64, 24


class StoryLine(NamedTuple):
    """A story, or all articles on their own (``story`` 0)."""

    story: int
    topic: str
    articles: int
    unread: int = 0
    newest: str = ""
    folded: bool = True
    tellings: int = 0
    outlets: int = 0


class ArticleLine(NamedTuple):
    """An article. ``number`` is its own for as long as the library lasts; ``carriers`` counts the others that carry its
    very text, ``copy_of`` is the number of the one whose text it carries; ``opened`` tells whether they are listed."""

    number: int
    digest: str
    title: str
    source: str
    published: str
    words: int
    share: float | None
    story: int
    state: State
    progress: float | None
    carriers: int = 0
    copy_of: int = 0
    opened: bool = False
    fresh: str = ""

    @property
    def id(self) -> str:
        """What it is selected by."""
        return self.digest


Line = StoryLine | ArticleLine


class Lines(Sequence[Row]):
    """Rows numbered from 0, each an item of its own; only those that were looked at last are held."""

    def __init__(self, listing: Listing, opened: frozenset[int] = frozenset()) -> None:
        """``opened`` are the numbers of articles whose carriers are listed below them."""
        self.listing = listing
        self._opened = opened
        self._pages: dict[int, list[Line]] = {}
        self._length = len(listing)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(self._length))]
        if not 0 <= at < self._length:
            raise IndexError(at)
        page = self._page(at // _PAGE)
        # What is gone by now leaves a gap until the list is made anew.
        place = at % _PAGE
        return Row(at, page[place] if place < len(page) else None)

    def _page(self, number: int) -> list[Line]:
        if number not in self._pages:
            while len(self._pages) >= _KEPT:
                del self._pages[next(iter(self._pages))]
            rows = self.listing.window(number * _PAGE, (number + 1) * _PAGE)
            self._pages[number] = [self._told(row) for row in rows]
        return self._pages[number]

    def _told(self, row: Heading | Entry) -> Line:
        if isinstance(row, Heading):
            counts = row.articles, row.unread, safe(row.newest), row.folded, row.tellings, row.outlets
            return StoryLine(row.story, safe(row.topic), *counts)
        return article_line(row, opened=row.id in self._opened)

    def forget(self) -> None:
        """Reads what is on screen anew: the reader did something with it."""
        self._pages.clear()

    def place_of(self, line: Line | None) -> int | None:
        """Where a line stands now; where it is folded away, where what it is folded into stands."""
        if line is None:
            return None
        if isinstance(line, StoryLine):
            return self.listing.place(-line.story)
        return self.listing.find(line.digest)


def article_line(entry: Entry, *, opened: bool = False) -> ArticleLine:
    """An entry, safe to show."""
    return ArticleLine(
        entry.id,
        entry.digest,
        safe(entry.title),
        safe(entry.source),
        safe(entry.published),
        entry.words,
        entry.shared,
        entry.story,
        State(entry.read, entry.position, entry.tags, entry.marks, entry.notes),
        entry.progress,
        entry.copies,
        entry.copy_of,
        opened,
    )
