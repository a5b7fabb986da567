"""The commands of the compare screen that mark, note and tag places, and how those are shown in the texts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from rich.style import Style

from tuireader.article import Article
from tuireader.library.tags import written
from tuireader.tui import lighting
from tuireader.tui.context import context
from tuireader.tui.marking import FactMarks, Markable, heading, keep, mark_of
from tuireader.tui.reading.mark_groups import note_of, tags_of
from tuireader.tui.reading.marked import along, beginnings
from tuireader.tui.screens.asking import NoteScreen, TagScreen
from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.widgets.lines import shorten

if TYPE_CHECKING:
    from tuireader.article import Span
    from tuireader.library import Mark
    from tuireader.passages import Passage
    from tuireader.tui.reading.desk import Desk
    from tuireader.tui.widgets.facts import FactsPane
    from tuireader.tui.widgets.pane import Pane


#: From this width on the status line says what was noted, in at most so many cells.
_NOTED, _NOTE = 100, 48


class MarkCommands(BaseScreen):
    """Marking what is at hand, with notes and tags, and going to what was marked."""

    desk: Desk
    current: Passage | None
    cursor: Span | None
    show_alone: bool
    facts_active: bool
    _visited: tuple[Markable, Span | None] | None = None
    """The mark that was gone to last, and where that put the cursor."""

    if TYPE_CHECKING:

        @property
        def facts(self) -> FactsPane: ...
        @property
        def panes(self) -> list[Pane]: ...
        @property
        def pane(self) -> Pane: ...
        def sentence_in(self, pane: Pane) -> Span | None: ...
        def at_hand(self) -> Span | None: ...
        def jump(self, span: Span) -> None: ...

    def show_bars(self) -> None:
        """Draws the gutter of every pane: marks, and the current passage."""
        here = context(self)
        ink = here.palette.number(here.session.number(self.current)) if self.current else Style()
        for pane in self.panes:
            if pane.article is None:
                continue
            marks = self._marks_of(pane.article)
            bars = along(marks, here.glyphs, here.palette.accent)
            if self.current is not None:
                spans = [each.span for each in self.current.occurrences if each.span.article == pane.article.id]
                bars += [(span.start, span.end, (here.glyphs.current, ink)) for span in spans]
            if self.show_alone:
                only = here.glyphs.alone, here.palette.verdict("only")
                bars += [(start, end, only) for start, end in lighting.alone(pane.article, here)]
            if (place := self.sentence_in(pane)) is not None:
                bars.append((place.start, place.start + 1, (here.glyphs.cursor, here.palette.accent)))
            bars += beginnings(marks, here.glyphs, here.palette.accent)
            pane.view.bars(bars)

    def show_marks(self) -> None:
        """Shows what is marked now."""
        self.light_marks()
        self.show_bars()

    def light_marks(self) -> None:
        """Lights what is marked in the texts of all panes."""
        style = context(self).palette.marked
        for pane in self.panes:
            if pane.article is not None:
                marks = self.session.library.marks(pane.article.digest)
                pane.view.lay("marks", [(mark.start, mark.end, style) for mark in marks])

    def library_changed(self) -> None:
        self.show_marks()
        self.facts.fill_facts()
        self.facts.rows.read_marks()
        super().library_changed()

    # Marking

    def markable(self) -> Markable | None:
        """What a command marks: the fact under the cursor, what is selected with the mouse, or what is at hand."""
        if self.facts_active:
            return self._fact_at_hand()
        article = self.pane.article
        if article is not None and (chosen := self.pane.view.selected()) is not None:
            return Markable(article, *chosen, "selection")
        if (visited := self._mark_at_hand()) is not None:
            return visited
        place = self.at_hand()
        if place is None:
            return None
        whole = any(here.span == place for _, here in self.session.occurrences(place.article))
        article = self.session.by_id[place.article]
        return Markable(article, place.start, place.end, "passage" if whole else "sentence")

    def _fact_at_hand(self) -> Markable | None:
        """The fact where it is marked, else where the article that is read says it, else where the first does."""
        item, spans = self.facts.item, self.facts.spans()
        if item is None or not spans:
            return None
        if (held := FactMarks(self.session, item.articles).of(item)) is not None:
            id, start, end = held[0], held[1].start, held[1].end
        else:
            id, start, end = next((span for span in spans if span.article == self.desk.article), spans[0])
        return Markable(self.session.by_id[id], start, end, "fact", heading(item))

    def do_mark(self) -> None:
        """Marks what is at hand; or unmarks it."""
        place = self.markable()
        if place is None:
            return
        library = self.session.library
        if mark_of(library, place) is not None:
            self._marked(library.remove_mark(*place.key), f"No longer marked: {self._named(place)}")
        else:
            self._marked(keep(library, place), f"Marked: {self._named(place)}")

    def do_note(self) -> None:
        """Asks for a note on what is at hand."""
        place = self.markable()
        if place is None:
            return
        mark = mark_of(self.session.library, place)

        def kept(note: str) -> bool:
            if not note and mark is None:
                return True
            said = f"Noted: {self._named(place)}" if note else f"No note any more: {self._named(place)}"
            return self._marked(keep(self.session.library, place, note=note), said)

        self.app.push_screen(NoteScreen(f"“{self._named(place)}”", place.key, mark.note if mark else "", kept))

    def do_tags(self) -> None:
        """Asks for the tags of what is at hand."""
        place = self.markable()
        if place is None:
            return
        mark = mark_of(self.session.library, place)

        def kept(tags: tuple[str, ...]) -> None:
            if tags or mark is not None:
                said = f"Tagged {written(tags)}" if tags else f"No tags any more: {self._named(place)}"
                self._marked(keep(self.session.library, place, tags=tags), said)

        self.app.push_screen(TagScreen(f"“{self._named(place)}”", mark.tags if mark else (), kept))

    def noted(self) -> list[tuple[str, str]]:
        """What the status line says of the note and tags on what is at hand."""
        if not self.facts_active and self.cursor is None:
            return []
        place = self.markable()
        mark = mark_of(self.session.library, place) if place is not None else None
        here = context(self)
        said = " ".join(filter(None, (note_of(mark), tags_of(mark)))) if mark is not None else ""
        if not said or self.app.size.width < _NOTED:
            return []
        return [("  ", "bar"), (f"{here.glyphs.noted} {shorten(said, _NOTE, here.glyphs.ellipsis)}", "bar_text")]

    def _named(self, place: Markable) -> str:
        return shorten(place.words, 48, context(self).glyphs.ellipsis)

    def _marked(self, kept: bool, said: str) -> bool:
        """Shows what is marked now; whatever was selected is done with. What could not be kept is told of."""
        self.clear_selection()
        self.show_marks()
        self.facts.rows.read_marks()
        self.say(said if kept else self.session.library.note)
        return kept

    # Going from mark to mark

    def do_next_mark(self, count: int = 1) -> None:
        """Goes to the next marked place: in this article, then in the others at hand."""
        self._go_marks(count)

    def do_previous_mark(self, count: int = 1) -> None:
        """Goes to the marked place before: in this article, then in those before it."""
        self._go_marks(-count)

    def _go_marks(self, by: int) -> None:
        ids = self.desk.ids
        places = [(at, mark) for at, id in enumerate(ids) for mark in self._marks_of(self.session.by_id[id])]
        if not places:
            return
        here = self._place_among_marks()
        keys = [(at, mark.start, mark.end) for at, mark in places]
        after = bisect_right(keys, here) + by - 1 if by > 0 else bisect_left(keys, here) + by
        at, mark = places[after % len(places)]
        self.visit(self.session.by_id[ids[at]], mark)
        said = f"Mark {after % len(places) + 1} of {len(places)}"
        more = [note_of(mark), tags_of(mark)]
        dot = f" {context(self).glyphs.dot} "
        self.say(dot.join([said, *filter(None, more)]))

    def _place_among_marks(self) -> tuple[int, int, int]:
        """Where the reader is: at the mark gone to last, else at what is at hand."""
        at = self.desk.ids.index(self.desk.article)
        if (mark := self._mark_at_hand()) is not None:
            return at, mark.start, mark.end
        place = self.at_hand()
        start = place.start if place is not None else 0
        return at, start, start

    def visit(self, article: Article, mark: Mark) -> None:
        """Goes to a mark. It is at hand then, whatever part of a sentence it is, until the cursor goes elsewhere."""
        self.jump(article.span(mark.start, mark.end))
        self._visited = Markable(article, mark.start, mark.end, mark.kind, mark.label), self.cursor

    def _mark_at_hand(self) -> Markable | None:
        """The mark that was gone to last, where the cursor has not moved since."""
        if self._visited is None or self.cursor is None or self._visited[1] != self.cursor:
            return None
        return self._visited[0]

    def _marks_of(self, article: Article) -> tuple[Mark, ...]:
        return self.session.library.marks(article.digest)
