"""From the list of a large library into a story: its articles are opened together, as few articles are."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from tuireader.article import Span
from tuireader.library.stores import Source
from tuireader.report.counting import count
from tuireader.tui.catalogue.lines import ArticleLine, StoryLine, article_line
from tuireader.tui.screens.catalogue_list import MOST, CatalogueList

if TYPE_CHECKING:
    from tuireader.article import Article
    from tuireader.library.finding import Finder
    from tuireader.search import Hit
    from tuireader.tui.app import ReaderApp
    from tuireader.tui.screens.base import BaseScreen
    from tuireader.tui.screens.compare import CompareScreen


class OpeningCommands(CatalogueList):
    """Opens what is under the cursor, what is selected, what was searched for."""

    def __init__(self, source: Source) -> None:
        super().__init__(source.catalogue)
        self.source = source
        self._finder: Finder | None = None

    @property
    def reader(self) -> ReaderApp:
        """The app."""
        return cast("ReaderApp", self.app)

    def do_read(self, count: int | None = None) -> None:
        """Unfolds a story, opens an unfolded one, reads an article, or the one of a number."""
        if count is not None:
            line = self.catalogue.numbered(count)
            if line is None:
                self.say(f"There is no article {count:,}")
                return
            self.go_to(article_line(line))
            self._open(line.story, line.digest, zoomed=True)
            return
        here = self.line
        if isinstance(here, ArticleLine):
            self._open(here.story, here.digest, zoomed=True)
        elif isinstance(here, StoryLine) and here.story and not here.folded:
            self._open_list(here)
        elif here is not None:
            self.do_fold()

    def _digests_of(self, story: int, digest: str) -> tuple[str, ...]:
        """A story's articles to be opened, at most so many, the one asked for among them."""
        if not story:
            return (digest,)
        every = self.catalogue.digests(story)
        kept = tuple(every[:MOST])
        return kept if not digest or digest in kept else (*kept[:-1], digest)

    def _visit(self, digests: Sequence[str], first: str) -> str:
        """Opens articles in a sitting of their own; returns the id of one of them there, empty where none can be."""
        session = self.reader.visit(self.source.texts.texts(digests))
        own = next((each for each in session.articles if each.digest == first), None) or next(
            iter(session.articles), None
        )
        if own is None:
            self.reader.come_home()
            self.say("It cannot be read any more; `tuireader library check` says more")
            return ""
        return own.id

    def _open(self, story: int, digest: str, *, zoomed: bool, facts: bool = False) -> None:
        from tuireader.tui.screens.compare import CompareScreen

        if id := self._visit(self._digests_of(story, digest), digest):
            self._push(CompareScreen(tuple(self.session.by_id), id, zoomed=zoomed, facts=facts), story)

    def _open_list(self, line: StoryLine) -> None:
        from tuireader.tui.screens.library import LibraryScreen

        if self._visit(self._digests_of(line.story, ""), ""):
            self._push(LibraryScreen(line.topic), line.story)

    def _push(self, screen: BaseScreen, story: int) -> None:
        self.app.push_screen(screen)
        here, every = len(self.session.articles), len(self.catalogue.digests(story)) if story else 1
        if here < every:
            screen.call_after_refresh(screen.say, f"{here:,} of {count(every, 'article')} of the story, the newest")

    def _open_here(self, *, facts: bool) -> None:
        """The selected articles beside each other, else the story under the cursor."""
        picked = tuple(self.shelf.picked)
        line = self.line
        first = line.digest if isinstance(line, ArticleLine) else ""
        if len(picked) > MOST:
            self.say(f"More than {MOST} articles cannot be compared")
        elif len(picked) > 1:
            if id := self._visit(picked, first):
                self._compare(id, facts=facts)
        elif line is not None and (line.story or first):
            self._open(line.story, first, zoomed=facts, facts=facts)

    def _compare(self, id: str, *, facts: bool) -> None:
        from tuireader.tui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen(tuple(self.session.by_id), id, zoomed=facts, facts=facts))

    def do_compare(self) -> None:
        self._open_here(facts=False)

    def do_facts(self) -> None:
        self._open_here(facts=True)

    def do_coverage(self) -> None:
        from tuireader.tui.screens.coverage import CoverageScreen

        digests = self._together()
        if len(digests) < 2:
            self.say("No other article tells of the same")
        elif id := self._visit(digests, ""):
            self.app.push_screen(CoverageScreen(self.session.story_with(tuple(self.session.by_id), id)))

    def _together(self) -> tuple[str, ...]:
        """The digests of what is selected, else of the story under the cursor, or of the article on its own there."""
        picked = tuple(self.shelf.picked)
        if 1 < len(picked) <= MOST:
            return picked
        line = self.line
        first = line.digest if isinstance(line, ArticleLine) else ""
        story = self.story_line()
        return self._digests_of(story, first) if story or first else ()

    def do_search(self) -> None:
        """Searches the whole library."""
        from tuireader.library.finding import Finder
        from tuireader.tui.screens.library_search import LibrarySearchScreen

        if self._finder is None:
            self._finder = Finder(self.source.texts, self.session.library)
        self.app.push_screen(LibrarySearchScreen(self, self._finder))

    @property
    @abstractmethod
    def article(self) -> Article | None:
        """The article under the cursor."""

    def open_hit(self, query: str, digest: str, hit: Hit) -> None:
        """Opens the story of a hit in a text, at the hit, with the search lit."""
        screen = self._opened_at(digest)
        if screen is None:
            self.say("This article is not on the list any more")
            return
        id, ids = screen.desk.article, screen.desk.ids
        here = hit._replace(
            span=hit.span._replace(article=id), matches=tuple(each._replace(article=id) for each in hit.matches)
        )
        screen.call_after_refresh(screen.go_lit, query, ids, here)

    def open_place(self, digest: str, start: int, end: int) -> bool:
        """Opens the story of a text at a place in it, instead of what lies over the list; whether it has the text."""
        if self.catalogue.of_digest(digest) is None:
            return False
        while self.app.screen is not self:
            self.app.pop_screen()
        self.reader.come_home()
        screen = self._opened_at(digest)
        if screen is not None:
            screen.call_after_refresh(screen.jump, Span(screen.desk.article, start, end))
        return screen is not None

    def _opened_at(self, digest: str) -> CompareScreen | None:
        """The story of a text, opened at it; None where there is no such text."""
        from tuireader.tui.screens.compare import CompareScreen

        line = self.catalogue.of_digest(digest)
        if line is None:
            return None
        self.go_to(article_line(line))
        if not (id := self._visit(self._digests_of(line.story, digest), digest)):
            return None
        screen = CompareScreen(tuple(self.session.by_id), id, zoomed=True)
        self._push(screen, line.story)
        return screen
