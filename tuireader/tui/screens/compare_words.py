"""Searching a word of what is read: what was selected, or one of the words at hand, by its letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from tuireader.settings.commands import by_scope
from tuireader.settings.layouts import latin
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.reading.keywords import Keyword, keywords
from tuireader.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from tuireader.article import Span
    from tuireader.search import Hit
    from tuireader.tui.reading.desk import Desk
    from tuireader.tui.searching import Lit
    from tuireader.tui.widgets.facts import FactsPane
    from tuireader.tui.widgets.pane import Pane

#: Cells of the status line that the words cannot have.
_BESIDE = 20
#: A selection of more words than these is searched as it stands, and no longer one is.
_PHRASE = 12


class WordCommands(BaseScreen):
    """Lists the words at hand with a letter each in the status line; one more key searches one."""

    desk: Desk
    facts_active: bool
    lit: Lit | None
    _choice: tuple[Keyword, ...] = ()

    if TYPE_CHECKING:

        @property
        def panes(self) -> list[Pane]: ...
        @property
        def facts(self) -> FactsPane: ...
        def at_hand(self) -> Span | None: ...
        def light_hits(self, query: str, within: tuple[str, ...], hit: Hit | None = None) -> bool: ...
        def show_hit(self) -> None: ...
        def show_hits(self) -> None: ...

    def do_search_word(self) -> None:
        selected = (self.get_selected_text() or "").split()
        if selected:
            self.clear_selection()
            words = safe(" ".join(selected[:_PHRASE])).replace('"', " ")
            self._search(f'"{words}"' if len(selected) > 1 else f"{words} ")
            return
        self._choice = tuple(self._words())
        if len(self._choice) < 2:
            self._choose(self._choice[0] if self._choice else None)
        self.show_status()

    def _words(self) -> list[Keyword]:
        room = self.app.size.width - _BESIDE
        if self.facts_active:
            fact = self.facts.fact
            return keywords(fact.key, room=room) if fact is not None else []
        place = self.at_hand()
        if place is None:
            return []
        text = self.session.by_id[place.article].text[place.start : place.end]
        known = self.session.facts
        here = [
            entity
            for entity in (known.entities if known else ())
            if any(naming.span.overlaps(place) for naming in entity.namings)
        ]
        people = [entity.name for entity in here if entity.kind == "person"]
        return keywords(text, people, [each for entity in here for each in entity.spellings], room)

    def _choose(self, word: Keyword | None) -> None:
        self._choice = ()
        if word is None:
            self.say("No word here to search for")
        else:
            self._search(word.query)

    def _search(self, query: str) -> None:
        """Lights what a query finds in the articles at hand. The reader stays: what is at hand is one of the hits."""
        place = self.at_hand()
        self.session.query = query.strip()
        if not self.light_hits(query, self.desk.ids):
            self.say(f"Nothing else says {safe(query)}")
            return
        lit = self.lit
        if lit is None:
            return
        here = [at for at, hit in enumerate(lit.hits) if place is not None and hit.span.overlaps(place)]
        if here and not self.facts_active:
            self.lit = lit._replace(at=here[0])
            self.show_hits()
        else:
            self.show_hit()

    def do_no_word(self) -> None:
        """Chooses none of the words."""
        self._choice = ()

    # While there is a choice

    def on_key(self, event: events.Key) -> None:
        if not self._choice or event.key == "ctrl+c" or self.command_of(event.key) is not None:
            return
        event.stop()
        event.prevent_default()
        if self.came_early(event):
            return
        typed = (event.key, latin(event.key, context(self).settings.layout))
        word = next((each for each in self._choice if each.letter in typed), None)
        if word is not None:
            self._choose(word)
        self.show_status()

    @property
    def scopes(self) -> tuple[str, ...]:
        return ("words",) if self._choice else super().scopes

    def hints(self) -> list[tuple[str, str]]:
        if not self._choice:
            return super().hints()
        return [*((each.letter, each.shown) for each in self._choice), *self.keys_of(by_scope("words"))]
