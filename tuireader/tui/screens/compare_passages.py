"""Going from shared passage to shared passage, all panes level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.article import Span
from tuireader.passages import Occurrence, Passage
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

    if TYPE_CHECKING:

        @property
        def panes(self) -> list[Pane]: ...
        @property
        def pane(self) -> Pane: ...
        def refill(self) -> None: ...
        def show_current(self) -> None: ...
        def note_place(self) -> None: ...

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
        """The place among these of the passage that comes next: after the cursor, else after what is on screen."""
        view = self.pane.view
        starts = [occurrence.span.start for _, occurrence in found]
        on_screen = (view.offset_at_top, view.offset_at_row(view.size.height - 1))
        here = next((place for place, (passage, _) in enumerate(found) if passage == self.current), None)
        if here is not None and on_screen[0] <= found[here][1].span.end and starts[here] <= on_screen[1]:
            own = found[here][1].span
            if self.cursor is None or own.overlaps(self.cursor):
                # Back from within a passage goes to its beginning first.
                within = self.cursor is not None and by < 0 and self.cursor.start > own.start
                return here if within else here + by
        if self.cursor is not None and by > 0:
            return next((place for place, start in enumerate(starts) if start > self.cursor.start), len(found))
        if self.cursor is not None:
            place = self.cursor.start
            return next((at for at in reversed(range(len(starts))) if starts[at] < place), -1)
        if by > 0:
            return next((place for place, (_, own) in enumerate(found) if own.span.end > on_screen[0]), len(found))
        return next((place for place in reversed(range(len(starts))) if starts[place] < on_screen[0]), -1)

    def go_to(self, passage: Passage, own: Occurrence | None = None) -> None:
        """Brings every pane to its occurrence of a passage, all on one row."""
        self.levels.gather(passage, self.pane, self.panes if self.synced else [self.pane], own)

    def do_next_passage(self, count: int = 1) -> None:
        self.step_passage(count)

    def do_previous_passage(self, count: int = 1) -> None:
        self.step_passage(-count)
