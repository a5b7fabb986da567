"""The commands of the compare screen that mark places, and the bars in the gutter that show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from tuireader.article import Article
from tuireader.text.safe import line as safe
from tuireader.tui import lighting
from tuireader.tui.context import context
from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.widgets.lines import shorten

if TYPE_CHECKING:
    from tuireader.article import Span
    from tuireader.passages import Passage
    from tuireader.tui.reading.desk import Desk
    from tuireader.tui.widgets.pane import Pane


class MarkCommands(BaseScreen):
    """Marking the passage or sentence at hand, and going to what was marked."""

    desk: Desk
    current: Passage | None
    cursor: Span | None
    show_alone: bool

    if TYPE_CHECKING:

        @property
        def panes(self) -> list[Pane]: ...
        @property
        def pane(self) -> Pane: ...
        def sentence_in(self, pane: Pane) -> Span | None: ...
        def at_hand(self) -> Span | None: ...
        def jump(self, span: Span) -> None: ...

    def show_bars(self) -> None:
        """Draws the gutter of every pane: bookmarks, and the current passage."""
        here = context(self)
        ink = here.palette.number(here.session.number(self.current)) if self.current else Style()
        for pane in self.panes:
            if pane.article is None:
                continue
            bars: list[tuple[int, int, tuple[str, Style]]] = []
            if self.current is not None:
                spans = [each.span for each in self.current.occurrences if each.span.article == pane.article.id]
                bars += [(span.start, span.end, (here.glyphs.current, ink)) for span in spans]
            if self.show_alone:
                only = here.glyphs.alone, here.palette.verdict("only")
                bars += [(start, end, only) for start, end in lighting.alone(pane.article, here)]
            if (place := self.sentence_in(pane)) is not None:
                bars.append((place.start, place.start + 1, (here.glyphs.cursor, here.palette.accent)))
            marks = self._marks_of(pane.article)
            bars += [(start, start + 1, (here.glyphs.bookmark, here.palette.accent)) for start, _ in marks]
            pane.view.bars(bars)

    def _marks_of(self, article: Article) -> list[tuple[int, int]]:
        return sorted((mark.start, mark.end) for mark in self.session.library.marks(article.digest))

    def do_mark(self) -> None:
        """Marks what is at hand, a passage or a sentence, or takes the mark away."""
        place = self.at_hand()
        if place is None:
            return
        article, start, end = self.session.by_id[place.article], place.start, place.end
        library = self.session.library
        said = shorten(safe(article.text[start:end]), 48, context(self).glyphs.ellipsis)
        if (start, end) in self._marks_of(article):
            library.remove_mark(article.digest, start, end)
            self.say(f"No longer marked: {said}")
        else:
            library.add_mark(article.digest, start, end)
            self.say(f"Marked: {said}")
        self.show_bars()

    def do_next_mark(self) -> None:
        """Goes to the next marked place: in this article, then in the others at hand."""
        ids = self.desk.ids
        at = ids.index(self.desk.article)
        place = self.at_hand()
        here = place.start if place is not None else 0
        for step, id in enumerate((*ids[at:], *ids[: at + 1])):
            article = self.session.by_id[id]
            for start, end in self._marks_of(article):
                if step or start > here:
                    self.jump(article.span(start, end))
                    return
