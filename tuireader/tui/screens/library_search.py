"""Searching a library too large to open: answered at each key beside the screen, a hit opens its story."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.message import Message
from textual.worker import get_current_worker

from tuireader.article import Article
from tuireader.library.finding import Finder, Found
from tuireader.report import mark_labels
from tuireader.report.counting import count
from tuireader.search import Answer, FieldLabels, Hit
from tuireader.tui.background import Background
from tuireader.tui.context import context
from tuireader.tui.screens.search import EARLIER, LIMIT, SearchScreen
from tuireader.tui.screens.search_notes import before_typing

if TYPE_CHECKING:
    from tuireader.tui.app import ReaderApp
    from tuireader.tui.screens.catalogue_opening import OpeningCommands


class LibrarySearchScreen(SearchScreen):
    """The search over all that a large list has. The articles with hits are at hand only while it is open."""

    class Answered(Message):
        """A worker has an answer to a query: the exact hits first, then all (``last``), and like words for none."""

        def __init__(self, query: str, found: Found, *, last: bool, like: Sequence[str] = ()) -> None:
            super().__init__()
            self.query = query
            self.found = found
            self.last = last
            self.like = like

    def __init__(self, below: OpeningCommands, finder: Finder) -> None:
        super().__init__()
        self._below = below
        self._finder = finder
        self._found = Found(self.answer)

    def on_mount(self) -> None:
        # Textual calls that of the base class too: it asks for what was searched for last.
        Background(self._warm)

    def _warm(self) -> None:
        self._finder.warm()
        self.call_later(self._warmed)

    def _warmed(self) -> None:
        """From now on typing errors are forgiven: what is typed is asked again, where they were not."""
        if self.is_attached and not self._found.forgiving:
            self._find(self.prompt.value)

    def session_changed(self) -> None:
        self.show_status()

    def store_changed(self) -> None:
        Background(self._warm)

    def _find(self, query: str) -> None:
        if not query.strip():
            self._show_nothing()
            return
        # The session of the hits goes with them: what was typed is remembered in the one of the list.
        (self._app.home or self.session).query = query
        if not self.hits:
            self.rows.note([("", f"Looking {context(self).glyphs.ellipsis}")])
        self.run_worker(partial(self._ask, query), thread=True, exclusive=True, group="search", exit_on_error=False)

    @property
    def _app(self) -> ReaderApp:
        return cast("ReaderApp", self.app)

    def _ask(self, query: str) -> None:
        worker = get_current_worker()
        ask = partial(self._finder.answer, query, LIMIT, lambda: worker.is_cancelled, labels=self._labels_of)
        exact = ask(exactly=True)
        if exact.answer.hits and not worker.is_cancelled:
            self.post_message(self.Answered(query, exact, last=False))
        found = ask()
        like = () if found.answer.hits or worker.is_cancelled or not found.forgiving else self._finder.words_like(query)
        if not worker.is_cancelled:
            self.post_message(self.Answered(query, found, last=True, like=like))

    def _labels_of(self, articles: Sequence[Article]) -> FieldLabels:
        library = self.session.library
        found = mark_labels.labels(library.all_marks(), library.article_tags, articles)
        return FieldLabels(found, mark_labels.FIELDS)

    def on_library_search_screen_answered(self, event: Answered) -> None:
        """An answer is there: its articles are at hand from now on; not where a hit was opened meanwhile, which has its
        own at hand."""
        if event.query != self.prompt.value or self not in self.app.screen_stack:
            return
        self._found = event.found
        self._app.look_at(event.found.articles, event.found.numbers)
        # What is listed is of other sittings, even where it reads the same.
        self.hits = ()
        self._take(event.query, event.found.answer, event.like, last=event.last)

    def _count(self) -> None:
        if not self.prompt.value.strip():
            self.prompt.say("")
        elif self.answer.wrong:
            self.prompt.say(self.answer.wrong[0])
        else:
            found = self._found
            if not found.matching and self.hits:
                self.prompt.say("similar words")
                return
            more = "+" if found.more else ""
            self.prompt.say(f"in {count(found.matching, 'article')}".replace(" article", f"{more} article"))

    def _show_nothing(self) -> None:
        self.answer = Answer()
        self._found = Found(self.answer)
        article = self._below.article
        earlier = self.session.library.searches(max(1, min(EARLIER, self.app.size.height // 3)))
        self._empty(before_typing([article] if article is not None else []), "Earlier searches", earlier)

    def where(self) -> list[tuple[str, str]]:
        items = self.rows.items
        return [(f"{self.rows.cursor + 1}/{items}", "bar")] if items else []

    def _go(self, hit: Hit) -> None:
        """Opens the story of the hit, at the hit, with the search lit."""
        query, digest = self.prompt.value, self.session.by_id[hit.span.article].digest
        self.app.pop_screen()
        self._below.open_hit(query, digest, hit)
