"""What the list says of each article, put together once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from tuireader.article import Article
from tuireader.library.states import State
from tuireader.text.safe import line as safe
from tuireader.text.words import fold
from tuireader.tui.session import Session

_NOTHING_DONE = State()


class Listed(Protocol):
    """What the columns of a list show of an article. Its words are safe to show."""

    @property
    def id(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def published(self) -> str: ...
    @property
    def words(self) -> int: ...
    @property
    def share(self) -> float | None: ...
    @property
    def state(self) -> State: ...
    @property
    def progress(self) -> float | None: ...
    @property
    def fresh(self) -> str: ...


class Card(NamedTuple):
    """One article as the list shows it. Its words are safe to show; ``folded`` are those it is found by.

    ``share`` is None until it is known how much stands elsewhere too; ``story`` is 0 until then. ``fresh`` says whether
    it came, or changed, while the program runs.
    """

    article: Article
    number: int
    title: str
    source: str
    folded: str
    state: State
    share: float | None = None
    story: int = 0
    fresh: str = ""

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def published(self) -> str:
        """Its date; empty where there is none."""
        return self.article.published or ""

    @property
    def words(self) -> int:
        """How long it is."""
        return self.article.words

    @property
    def progress(self) -> float | None:
        """How far it was read, 0 to 1; None where it was not begun."""
        if not self.state.position:
            return None
        return min(1.0, self.state.position / max(1, len(self.article.text)))


class Cards:
    """The cards of a session's articles. What costs time is done once for each article."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._said: dict[int, tuple[Article, str, str, str]] = {}
        self._states: Mapping[str, State] = {}

    def read_states(self) -> None:
        """Asks the library anew what the reader did."""
        self._states = self._session.library.states()

    def all(self) -> list[Card]:
        """A card of each article, in the order they were opened."""
        session = self._session
        shared = session.telling.shared if session.telling else {}
        found = []
        for article in session.articles:
            _, title, source, folded = self._words(article)
            found.append(
                Card(
                    article,
                    session.numbers[article.id],
                    title,
                    source,
                    folded,
                    self._states.get(article.digest, _NOTHING_DONE),
                    shared.get(article.id),
                    session.story_of(article.id).number if session.telling else 0,
                    session.fresh.get(article.id, ""),
                )
            )
        return found

    def _words(self, article: Article) -> tuple[Article, str, str, str]:
        known = self._said.get(id(article))
        if known is None or known[0] is not article:
            title, source = safe(article.title), safe(article.source or "")
            folded = " ".join(fold(word) for word in f"{title} {source} {safe(article.id)}".split())
            # The article is kept beside its words: only so its place in memory stays its own.
            known = self._said[id(article)] = (article, title, source, folded)
        return known
