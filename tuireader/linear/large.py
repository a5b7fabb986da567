"""A library too large to open at once, in pages: stories by their row, each opened as few articles are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload

from tuireader.article import Article, Span
from tuireader.library import Cache
from tuireader.library.catalogue import Entry, Heading, Listing
from tuireader.library.stores import Source
from tuireader.linear.commands import LARGE, PLACES, ROWS
from tuireader.linear.reader import Reader
from tuireader.linear.rows import RowPlace
from tuireader.linear.sitting import Sitting
from tuireader.linear.typist import Order
from tuireader.linear.words import placed, quoted
from tuireader.report.counting import count
from tuireader.sources.few import FEW

if TYPE_CHECKING:
    from tuireader.facts import Facts
    from tuireader.library.finding import Finder
    from tuireader.search import Hit
    from tuireader.story import Telling

_HITS = 50


class Together:
    """Articles that are opened together; what is found in them is found when it is first asked for."""

    def __init__(self, articles: tuple[Article, ...], cache: Cache) -> None:
        self.articles = articles
        self._cache = cache

    @cached_property
    def telling(self) -> Telling:
        """Passages and stories."""
        from tuireader.story import tell

        return tell(self.articles, cache=self._cache)

    @cached_property
    def facts(self) -> Facts:
        """Facts of every story."""
        from tuireader.story import know

        return know(self.articles, self.telling, cache=self._cache)


class Rows(Sequence[Heading | Entry]):
    """The rows of a list, read as they are asked for."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing

    def __len__(self) -> int:
        return len(self._listing)

    @overload
    def __getitem__(self, at: int) -> Heading | Entry: ...
    @overload
    def __getitem__(self, at: slice) -> list[Heading | Entry]: ...
    def __getitem__(self, at: int | slice) -> Heading | Entry | list[Heading | Entry]:
        if isinstance(at, slice):
            return list(self._listing.window(*at.indices(len(self))[:2]))
        return self._listing.window(at, at + 1)[0]


class Large(RowPlace[Heading | Entry]):
    """The stories of a library, the newest first, then the articles that no other tells of the same as."""

    name = "Library"
    commands = (*ROWS, *LARGE)
    nothing = "Nothing is listed."

    def __init__(self, reader: Reader, source: Source, cache: Cache) -> None:
        self.source = source
        self.words = ""
        self._cache = cache
        self._home = reader.sitting
        self._finder: Finder | None = None
        super().__init__(reader)

    def load(self) -> Sequence[Heading | Entry]:
        self.source.catalogue.refresh()
        self._listing = self.source.catalogue.listing("date", self.words, folded=None).unfolding({0})
        return Rows(self._listing)

    def opened(self) -> Iterator[str]:
        listing = self._listing
        stories = f", {count(listing.stories, 'story')}" if listing.stories else ""
        yield f"tuireader, {count(listing.articles, 'article')}{stories}. ? tells the keys, q leaves."
        yield from self.do_page_down(Order("space"))

    def again(self) -> Iterator[str]:
        # Whatever story was open is closed now.
        self.reader.sitting = self._home
        yield from super().again()

    def brief(self, item: Heading | Entry) -> str:
        if isinstance(item, Heading):
            said = [item.topic or "On their own", count(item.articles, "article")]
            said += [count(item.outlets, "outlet")] if item.story and item.outlets > 1 else []
            said += [f"{item.unread:,} not read"] if item.unread else ["all read"]
            return f"{'story: ' if item.story else ''}{', '.join([*said, *filter(None, [item.newest])])}."
        told = [item.title, item.source, item.published, count(item.words, "word"), "read" if item.read else "not read"]
        if item.copies:
            told.append(f"carried by {item.copies} more")
        return f"{', '.join(each for each in told if each)}."

    def full(self, item: Heading | Entry) -> Iterator[str]:
        yield f"At {placed(self.at, len(self.items))}, {self.brief(item)}"

    def number(self, number: int) -> Iterator[str]:
        if not 1 <= number <= len(self.items):
            yield f"There is no row {number:,}; there are {len(self.items):,}."
            return
        self.at = number - 1
        yield from self.do_read(Order("enter"))

    # Commands

    def do_read(self, _: Order) -> Iterator[str]:
        item = self.item
        if isinstance(item, Heading) and not item.story:
            self.at = min(self.at + 1, len(self.items) - 1)
            yield from self.again()
        elif isinstance(item, Heading):
            yield from self.open_story(item.story, "")
        elif item is not None:
            yield from self.open_story(item.story, item.digest)

    def sit(self, story: int, digest: str) -> Article | None:
        """Opens a story, as many of its articles as are opened at once; the article of a text in it, else the first."""
        digests = list(self.source.catalogue.digests(story)[:FEW]) if story else [digest]
        if digest and digest not in digests:
            digests[-1] = digest
        articles = self.source.texts.texts(digests)
        if articles:
            self.reader.sitting = Sitting(Together(articles, self._cache), self.sitting.library)
        return next((each for each in articles if each.digest == digest), articles[0] if articles else None)

    def open_story(self, story: int, digest: str) -> Iterator[str]:
        """Opens a story as a list, or the one article of a text."""
        from tuireader.linear.shelf import Shelf
        from tuireader.linear.text import Text

        article = self.sit(story, digest)
        if article is None:
            yield "It cannot be read any more."
        elif digest:
            yield from self.reader.open(Text(self.reader, article))
        else:
            yield from self.reader.open(Shelf(self.reader))

    def do_filter(self, order: Order) -> Iterator[str]:
        self.words = self.reader.ask("Words, unread, #tag, source:…; none lists all again:", order)
        self.reload()
        self.at = 0
        many = self._listing.articles
        about = f"answer{'s' * (many == 1)} {quoted(self.words)}" if self.words else "in all"
        yield f"{count(many, 'article')} {about}."
        yield from self.do_page_down(Order("space"))

    def do_toggle_read(self, _: Order) -> Iterator[str]:
        item = self.item
        if item is None:
            return
        library = self.sitting.library
        below = self._listing.below(item.story) if isinstance(item, Heading) else [item.id]
        entries = self._listing.entries(below)
        unread = [each for each in entries if not each.read]
        with library.one_step():
            for each in unread or entries:
                library.toggle_read(each.digest, each.title)
        yield "Read." if unread else "Not read."

    def do_search(self, order: Order) -> Iterator[str]:
        """Searches the whole library."""
        from tuireader.library.finding import Finder

        query = self.reader.ask("Search for:", order)
        if not any(char.isalnum() for char in query):
            yield "No word to search for."
            return
        if self._finder is None:
            self._finder = Finder(self.source.texts, self.sitting.library)
        yield from self.reader.open(LargeHits(self.reader, self, self._finder, query))

    def leave(self) -> None:
        if self._finder is not None:
            self._finder.close()
            self._finder = None


class LargeHits(RowPlace["Hit"]):
    """The sentences of the whole library that answer a query, best first."""

    name = "Search"
    commands = PLACES

    def __init__(self, reader: Reader, library: Large, finder: Finder, query: str) -> None:
        self.query = query
        self.nothing = f"Nothing answers {quoted(query)}."
        self._library = library
        self._finder = finder
        super().__init__(reader)
        self.sitting.library.remember_search(query)

    def load(self) -> Sequence[Hit]:
        self._finder.warm()
        self._found = self._finder.answer(self.query, _HITS)
        self._by_id = {article.id: article for article in self._found.articles}
        return self._found.answer.hits

    def opened(self) -> Iterator[str]:
        yield from self._found.answer.wrong
        if self.items:
            more = "more than " if self._found.more else ""
            yield f"{quoted(self.query)} stands in {more}{count(self._found.matching, 'article')}; the best first."
        yield from self.again()

    def brief(self, hit: Hit) -> str:
        article = self._by_id[hit.span.article]
        where = ", ".join(each for each in (article.source or article.title, article.published) if each)
        return f"{where}: {article.text[hit.span.start : hit.span.end]}"

    def full(self, hit: Hit) -> Iterator[str]:
        exact = "" if hit.exact else ", nearly"
        yield f"{placed(self.at, len(self.items))}{exact}, {self.brief(hit)}"

    def do_jump(self, _: Order) -> Iterator[str]:
        hit = self.item
        if hit is None:
            yield self.nothing
            return
        digest = self._by_id[hit.span.article].digest
        entry = self._library.source.catalogue.of_digest(digest)
        article = self._library.sit(entry.story, digest) if entry is not None else None
        if article is None:
            yield "It cannot be read any more."
        else:
            yield from self.reader.go_to(Span(article.id, hit.span.start, hit.span.end))
