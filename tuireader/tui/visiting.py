"""A library too large to open at once: its stories are opened one at a time, each in a sitting of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tuireader.article import Article
from tuireader.sources import Opened
from tuireader.tui.session import Session
from tuireader.tui.shelving import Shelving

if TYPE_CHECKING:
    from tuireader.library.stores import Source


class Visiting(Shelving):
    """The part of the app that goes from the list of a large library into a story, and back."""

    source: Source | None = None
    """Where the list comes from; None where all articles are open at once."""
    _home: Session | None = None

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
    def home(self) -> Session | None:
        """The sitting of the list, where another one is open."""
        return self._home

    def come_home(self) -> None:
        """Goes on with the sitting of the list, where another one is open."""
        if self._home is not None:
            home, self._home = self._home, None
            self.sit(home)
