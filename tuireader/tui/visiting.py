"""A library too large to open at once: its stories are opened one at a time, each in a sitting of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tuireader.article import Article
from tuireader.sources import Opened, few
from tuireader.tui.session import Session
from tuireader.tui.shelving import Shelving

if TYPE_CHECKING:
    from tuireader.library.stores import Source


class Visiting(Shelving):
    """The part of the app that goes from the list of a large library into a story, and back."""

    source: Source | None = None
    """Where the list comes from; None where all articles are open at once."""
    _home: Session | None = None
    _called: tuple[str, ...] = ()
    _at_first: tuple[str, ...] = ()

    def begin(self) -> None:
        self._called = self.session.given
        super().begin()

    def _opened(self) -> None:
        self._at_first = tuple(article.id for article in self.session.articles)
        super()._opened()

    def visit(self, articles: Sequence[Article]) -> Session:
        """Opens some articles in a sitting of their own, and looks for what they share."""
        before = self._home or self.session
        self._home = before
        session = Session(Opened(tuple(articles)), before.library, before.cache)
        session.note_problems(before.problems)
        self.sit(session)
        return session

    def look_at(self, articles: Sequence[Article], numbers: Mapping[str, int]) -> None:
        """Has some articles at hand, with these numbers by their ids, without looking for what they share."""
        before = self._home or self.session
        self._home = before
        session = Session(None, before.library, before.cache)
        session.number_as(numbers)
        session.take(Opened(tuple(articles)))
        session.query = before.query
        self.session = session

    @property
    def at_home(self) -> Session:
        """The sitting of the list, whether another one is open or not."""
        return self._home or self.session

    @property
    def opens_again(self) -> bool:
        """Whether the same call would open what is listed, under the same numbers: nothing was done to the list that
        lasts for this sitting."""
        home, library = self.at_home, self.session.library
        if self.source is not None:
            return home.given == self._called and (bool(home.given) or library.count() > few.FEW)
        if home.given or not library.count():
            same = tuple(article.id for article in home.articles) == self._at_first
        else:
            same = tuple(article.digest for article in home.articles) == library.digests()
        return same and [*home.numbers.values()] == [*range(1, len(home.articles) + 1)]

    @property
    def home(self) -> Session | None:
        """The sitting of the list, where another one is open."""
        return self._home

    def come_home(self) -> None:
        """Goes on with the sitting of the list, where another one is open."""
        if self._home is not None:
            home, self._home = self._home, None
            self.sit(home)
