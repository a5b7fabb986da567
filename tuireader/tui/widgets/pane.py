"""A pane: a title line over a reader."""

from __future__ import annotations

from textual.app import ComposeResult

from tuireader.article import Article
from tuireader.tui import lighting
from tuireader.tui.context import context
from tuireader.tui.reading.titled import titled
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.boxes import Down
from tuireader.tui.widgets.reader import ReaderView


class Pane(Down):
    """One article under its title."""

    DEFAULT_CSS = "Pane { width: 1fr; height: 1fr; }"
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self.bar = Bar()
        self.view = ReaderView()
        self.article: Article | None = None
        self.hits = 0
        """How many hits of a search it has."""

    def compose(self) -> ComposeResult:
        yield self.bar
        yield self.view

    def show(self, article: Article, *, at: int = 0) -> None:
        """Shows an article from an offset on, its passages lit."""
        self.article = article
        self.view.show(article, at=at, numbers=lighting.numbers(context(self), article.id))
        lighting.light(self.view, context(self))

    def entitle(self, *, active: bool) -> None:
        """Writes the title line."""
        if self.article is None:
            return
        here = context(self)
        article = self.article
        self.bar.say(
            *titled(article, here.glyphs.dot, self.hits), mark=str(here.session.numbers[article.id]), active=active
        )
