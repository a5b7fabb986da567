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
    show_alone: bool

    if TYPE_CHECKING:

        @property
        def panes(self) -> list[Pane]: ...
        @property
        def pane(self) -> Pane: ...
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
            marks = self._marks_of(pane.article)
            bars += [(start, start + 1, (here.glyphs.bookmark, here.palette.accent)) for start, _ in marks]
            pane.view.bars(bars)

    def _marks_of(self, article: Article) -> list[tuple[int, int]]:
        return sorted((mark.start, mark.end) for mark in self.session.library.marks(article.digest))

    def do_mark(self) -> None:
        """Marks the current passage where it is on screen, else the first whole sentence there; or unmarks it."""
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

    def at_hand(self) -> Span | None:
        """What a command on the text means: the current passage where it is on screen, else the first whole sentence
        there. None before there is an article."""
        article = self.pane.article
        if article is None or not self.pane.view.ready:
            return None
        view = self.pane.view
        first, last = view.offset_at_top, view.offset_at_row(view.size.height - 1)
        if self.current is not None:
            for occurrence in self.current.occurrences:
                _, start, end = occurrence.span
                if occurrence.span.article == article.id and start <= last and end > first:
                    return occurrence.span
        for sentence in article.sentences:
            if sentence.start >= first:
                return article.span(sentence.start, sentence.end)
        if article.sentences:
            return article.span(article.sentences[-1].start, article.sentences[-1].end)
        return article.span(0, len(article.text))

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
