"""Going from shared passage to shared passage, all panes level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.article import Span
from tuireader.passages import Occurrence, Passage
from tuireader.tui import lighting
from tuireader.tui.context import context
from tuireader.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from tuireader.tui.levelling import Levels
    from tuireader.tui.reading.desk import Desk
    from tuireader.tui.widgets.pane import Pane


class PassageCommands(BaseScreen):
    """The next and the previous passage of the active article."""

    desk: Desk
    levels: Levels
    synced: bool
    current: Passage | None
    cursor: Span | None
    show_alone: bool

    if TYPE_CHECKING:

        @property
        def panes(self) -> list[Pane]: ...
        @property
        def pane(self) -> Pane: ...
        def refill(self) -> None: ...
        def show_current(self) -> None: ...
        def note_place(self) -> None: ...
        def at_hand(self) -> Span | None: ...
        def put(self, place: Span) -> None: ...

    def shared(self, id: str) -> list[tuple[Passage, Occurrence]]:
        """The passages of an article that another one at hand has too, each where it stands first, in order."""
        at_hand = set(self.desk.ids)
        found: dict[int, tuple[Passage, Occurrence]] = {}
        for passage, here in self.session.occurrences(id):
            if len(at_hand.intersection(passage.articles)) > 1:
                found.setdefault(passage.id, (passage, here))
        return list(found.values())

    def step_passage(self, by: int) -> None:
        """Goes so many shared passages of the active article on, or back, as far as there are any."""
        found = self.shared(self.desk.article)
        if not found:
            return
        way = 1 if by > 0 else -1
        first = self._target(found, way)
        if not 0 <= first < len(found):
            self.say("No further shared passage")
            return
        target = max(0, min(first + by - way, len(found) - 1))
        self.current = found[target][0]
        self.cursor = found[target][1].span
        for pane in self.panes:
            pane.view.lay("hit", ())
        if self.synced and self.desk.bring(self.current.articles):
            self.refill()
        self.go_to(self.current, found[target][1])
        self.show_current()
        self.note_place()

    def _target(self, found: list[tuple[Passage, Occurrence]], by: int) -> int:
        """The place among these of the passage that comes next: after the cursor, else after what is on screen.

        Beyond the last there is none; several at once stop there.
        """
        view, cursor, on = self.pane.view, self.cursor, by > 0
        spans = [occurrence.span for _, occurrence in found]
        here = next((place for place, (passage, _) in enumerate(found) if passage == self.current), None)
        if here is not None and (not view.shows(spans[here]) or (cursor and not spans[here].overlaps(cursor))):
            here = None
        if here is None and cursor is None:
            top = view.offset_at_top
            ahead = [place for place, span in enumerate(spans) if (span.end > top if on else span.start < top)]
        elif here is None or (cursor and not on and cursor.start > spans[here].start):
            # From between two of them; and back from within one, to its beginning.
            start = cursor.start if cursor else 0
            ahead = [place for place, span in enumerate(spans) if (span.start > start if on else span.start < start)]
        else:
            ahead = list(range(here + 1, len(spans)) if on else range(here))
        if not ahead:
            return -1
        ahead = ahead if on else ahead[::-1]
        return ahead[min(abs(by), len(ahead)) - 1]

    def go_to(self, passage: Passage, own: Occurrence | None = None) -> None:
        """Brings every pane to its occurrence of a passage, all on one row."""
        self.levels.gather(passage, self.pane, self.panes if self.synced else [self.pane], own)

    def do_next_passage(self, count: int = 1) -> None:
        self._go_on(count)

    def do_previous_passage(self, count: int = 1) -> None:
        self._go_on(-count)

    def _go_on(self, by: int) -> None:
        if self.show_alone:
            self._step_alone(by)
        else:
            self.step_passage(by)

    def _step_alone(self, by: int) -> None:
        """Goes to the next or the previous stretch that only the active article has."""
        article, place = self.pane.article, self.at_hand()
        if article is None or place is None:
            return
        found = lighting.runs_alone(article, context(self))
        # Without a cursor what is at hand has not been gone to yet.
        seen = place.start + (self.cursor is not None)
        ahead = (
            [each for each in found if each.start >= seen]
            if by > 0
            else [each for each in reversed(found) if each.start < place.start]
        )
        if not ahead:
            self.say("Nothing further that is told here alone")
            return
        self.put(ahead[min(abs(by), len(ahead)) - 1])
