"""What can be copied in the compare screen: what is selected, the place at hand, the fact under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from tuireader.tui import offering
from tuireader.tui.context import context
from tuireader.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from tuireader.article import Span
    from tuireader.passages import Passage
    from tuireader.tui.copying import Offer
    from tuireader.tui.reading.desk import Desk
    from tuireader.tui.widgets.facts import FactsPane


class CopyOffers(BaseScreen):
    """Offers what is at hand, and says that what was selected can be copied."""

    desk: Desk
    current: Passage | None
    facts_active: bool

    if TYPE_CHECKING:

        @property
        def facts(self) -> FactsPane: ...
        def at_hand(self) -> Span | None: ...

    def offers(self) -> list[Offer]:
        session = self.session
        if self.facts_active:
            return offering.of_fact(session, self.facts.fact, self.desk.article) if self.facts.fact else []
        found: list[Offer] = []
        if selected := self.get_selected_text():
            found.append(offering.of_selection(selected))
        if (span := self.at_hand()) is not None:
            passage = self.current
            own = passage and any(each.span == span for each in passage.occurrences)
            found += offering.of_place(session, span, passage if own else None)
        return found

    def on_text_selected(self, _: events.TextSelected) -> None:
        keys = context(self).settings.keys_for("app.copy") if self.get_selected_text() else ()
        if keys:
            self.say(f"{self.key_text(keys[0])} copies what is selected")
