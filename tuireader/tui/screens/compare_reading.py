"""The reading cursor of the compare screen: the sentence or passage that commands on the text mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from tuireader.article import Span
from tuireader.passages import Occurrence, Passage
from tuireader.settings.commands import Command, get
from tuireader.tui.context import context
from tuireader.tui.reading.cursor import first_whole, sentence_at, stepped
from tuireader.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from tuireader.tui.reading.desk import Desk
    from tuireader.tui.screens.compare_views import Wording
    from tuireader.tui.widgets.pane import Pane


class ReadingCursor(BaseScreen):
    """A place in the active pane: the occurrence of a passage that was gone to, or a sentence.

    It is put by a step, a click or a jump. Scrolled off the screen it is dropped: what is at hand is then the first
    whole sentence on screen, and nothing is lit on the way there.
    """

    desk: Desk
    current: Passage | None
    facts_active: bool
    wording: Wording
    cursor: Span | None = None
    """Where it was put, as long as that is in the active pane's article and on screen."""

    if TYPE_CHECKING:

        @property
        def panes(self) -> list[Pane]: ...
        @property
        def pane(self) -> Pane: ...
        def follow(self) -> None: ...
        def uncover(self) -> None: ...
        def light_fact(self) -> None: ...
        def name_panes(self) -> None: ...
        def do_wording(self) -> None: ...
        def refill(self) -> None: ...
        def go_to(self, passage: Passage, own: Occurrence | None = None) -> None: ...
        def show_current(self) -> None: ...
        def note_place(self) -> None: ...

    # What is at hand

    def at_hand(self) -> Span | None:
        """What a command on the text means: the passage or sentence at the cursor, else the first whole sentence on
        screen. None before there is an article."""
        article = self.pane.article
        if article is None or not self.pane.view.ready:
            return None
        if self.cursor is not None:
            return self.cursor
        first = self.pane.view.offset_at_top
        return first_whole(article, first) or article.span(0, len(article.text))

    def sentence_in(self, pane: Pane) -> Span | None:
        """The sentence the cursor stands on in a pane; None where it stands on a passage as a whole, or elsewhere."""
        place = self.cursor
        if place is None or pane is not self.pane or pane.article is None or place.article != pane.article.id:
            return None
        return None if self.occurrence_of(place) else place

    def occurrence_of(self, place: Span) -> Occurrence | None:
        """The occurrence of the current passage that this is, as a whole; None where it is a part, or another."""
        if self.current is None:
            return None
        return next((each for each in self.current.occurrences if each.span == place), None)

    def passage_at(self, place: Span) -> tuple[Passage, Occurrence] | None:
        """The passage a place stands in, with its occurrence there; the current one if it may be that."""
        found = [(each, here) for each, here in self.session.occurrences(place.article) if here.span.overlaps(place)]
        own = [pair for pair in found if pair[0] == self.current]
        inside = [pair for pair in found if pair[1].span.start <= place.start < pair[1].span.end]
        return next(iter(own or inside or found), None)

    # Moving it

    def put(self, place: Span) -> None:
        """Puts the cursor on a sentence or an occurrence of the active article, and brings it on screen."""
        self.cursor = place
        found = self.passage_at(place)
        came = found is not None and found[0] != self.current
        self.current = found[0] if found else None
        moved = self._bring(place)
        if came and found is not None:
            self.go_to(*found)
        elif moved:
            self.follow()
        for pane in self.panes:
            pane.view.lay("hit", ())
        self.show_current()
        self.note_place()
        self.show_status()

    def drop(self) -> None:
        """Takes the cursor away, and with it what it lit."""
        self.cursor = self.current = None
        self.show_current()
        self.show_status()

    def carry(self) -> None:
        """After the active pane became another: the cursor goes along with the current passage, or is dropped."""
        own = self.current.occurrences if self.current is not None else ()
        self.cursor = next((each.span for each in own if each.span.article == self.desk.article), None)

    def lose_sight(self) -> bool:
        """After panes were scrolled: drops what is no longer on screen. Returns whether that was anything."""
        before = self.cursor, self.current
        if self.cursor is not None and not self.pane.view.shows(self.cursor):
            self.cursor = None
        spans = [each.span for each in self.current.occurrences] if self.current is not None else []
        if spans and not any(pane.view.shows(span) for pane in self.panes for span in spans):
            self.current = None
        return before != (self.cursor, self.current)

    def _bring(self, place: Span) -> bool:
        """Scrolls the active pane where a place is not on its screen: to its upper part going on, lower going back."""
        view = self.pane.view
        height = view.size.height
        first, last = view.row_of(place.start), view.row_of(max(place.start, place.end - 1))
        if first >= 0 and (last < height or first <= height // 3):
            return False
        row = height // 4 if first > 0 else max(0, min(height - 1 - (last - first), 3 * height // 4))
        line = view.page.line_of(place.start)
        view.place(max(0, line - row), 0)
        return True

    def keep_in_sight(self) -> None:
        """After the panes were laid out anew: the cursor is on screen again."""
        view = self.pane.view
        if self.cursor is not None and view.ready and not 0 <= view.row_of(self.cursor.start) < view.size.height:
            self._bring(self.cursor)
            self.follow()

    def do_next_sentence(self, count: int = 1) -> None:
        self._step_sentence(count)

    def do_previous_sentence(self, count: int = 1) -> None:
        self._step_sentence(-count)

    def _step_sentence(self, by: int) -> None:
        article, here = self.pane.article, self.at_hand()
        if article is None or here is None:
            return
        # The first step after scrolling only shows where one stands.
        target = stepped(article, here.start, by) if self.cursor is not None or abs(by) > 1 else here
        if target is None or target == self.cursor:
            self.say("No further sentence")
            return
        self.put(target)

    def do_let_go(self) -> None:
        if self.wording == "tellings":
            self.do_wording()
            return
        for pane in self.panes:
            pane.view.lay("hit", ())
        self.drop()

    def command_of(self, key: str) -> Command | None:
        command = super().command_of(key)
        # Escape goes back step by step: what is lit goes out first, then the screen.
        if key == "escape" and command is not None and command.id == "app.back" and self.condition("lit"):
            return get("compare.let_go")
        return command

    def show_cursor(self) -> None:
        """Marks the sentence the cursor stands on. A passage at the cursor is lit as such."""
        heavy = Style(bold=True)
        for pane in self.panes:
            place = self.sentence_in(pane)
            pane.view.lay("cursor", [(place.start, place.end, heavy)] if place else ())

    # Going to a span

    def jump(self, span: Span) -> None:
        """Shows a span, lit, in its article's pane; an article that stands in none comes into the active one."""
        self.uncover()
        self.desk.go(span.article)
        found = self.passage_at(span)
        self.current = found[0] if found else None
        whole = found is not None and found[1].span == span
        self.cursor = span if whole else sentence_at(self.session.by_id[span.article], span.start)
        self.refill()
        self.call_after_refresh(self._show_span, span)

    def _show_span(self, span: Span, tries: int = 20) -> None:
        if len(self.panes) != len(self.desk.panes) or not self.pane.view.ready:
            # Panes that were hidden or have just been opened have no size yet.
            if tries and self.is_attached:
                self.call_after_refresh(self._show_span, span, tries - 1)
            return
        pane = self.pane
        if pane.article is None or pane.article.id != span.article:
            return
        for each in self.panes:
            each.view.lay("hit", ())
        row = pane.view.row_of(span.start)
        if not 1 <= row < pane.view.size.height - 2:
            pane.view.bring(span.start)
        self.follow()
        if self.facts_active:
            self.light_fact()
        else:
            pane.view.lay("hit", [(span.start, span.end, context(self).palette.hit)])
        self.name_panes()
        self.show_current()
        self.note_place()
        self.show_status()
