"""A search that is lit on the compare screen: its hits in every pane, and the way from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.searching import FEW, Lit, light, lit_in
from tuireader.tui.widgets.lines import shorten

if TYPE_CHECKING:
    from tuireader.article import Span
    from tuireader.search import Hit
    from tuireader.settings.commands import Command
    from tuireader.tui.reading.desk import Desk
    from tuireader.tui.widgets.pane import Pane

_QUERY = 24


class HitCommands(BaseScreen):
    """Lights what a search found, as ``less`` does: until it is put out, the keys for passages go through the hits."""

    desk: Desk
    facts_active: bool
    lit: Lit | None = None
    _order: tuple[str, ...] = ()

    if TYPE_CHECKING:

        @property
        def panes(self) -> list[Pane]: ...
        @property
        def pane(self) -> Pane: ...
        def at_hand(self) -> Span | None: ...
        def jump(self, span: Span) -> None: ...
        def name_panes(self) -> None: ...
        def show_current(self) -> None: ...

    def read_here(self) -> tuple[str | None, tuple[str, ...]]:
        return self.desk.article, self.desk.ids

    def light_hits(self, query: str, within: tuple[str, ...], hit: Hit | None = None) -> bool:
        """Lights the hits of a query in these articles; ``hit`` is the one at hand. Tells whether there is any."""
        found = light(self.session, query, within, hit)
        if found is None:
            return False
        self.lit, self._order = found, within
        self.session.library.remember_search(query)
        self.show_hits()
        return True

    def renew_hits(self) -> None:
        """After articles came or went, or facts were found: looks for the same anew."""
        lit, here = self.lit, self.session.by_id
        if lit is None:
            return
        order = tuple(id for id in self._order if id in here)
        if not self.session.indexed and len(order) > FEW:
            self._order, self.lit = order, lit.without({hit.span.article for hit in lit.hits} - here.keys())
            return
        kept = lit.hit if lit.hit.span.article in here else None
        self._order, self.lit = order, light(self.session, lit.query, order, kept)

    def show_hits(self) -> None:
        """Lights the hits in the panes, and counts them in the title lines."""
        style = context(self).palette.found
        for pane in self.panes:
            own = self.lit.of(pane.article.id) if self.lit is not None and pane.article is not None else []
            pane.view.find([(start, end, style) for _, start, end in lit_in(own)])
            if pane.hits != len(own):
                pane.hits = len(own)
                self.name_panes()

    def _light_words(self) -> None:
        """Of the hit at hand only the words are lit as such: all of it would hide which they are."""
        lit = self.lit
        if lit is None or self.facts_active:
            return
        pane, hit = self.pane, lit.hit
        if pane.article is not None and pane.article.id == hit.span.article:
            style = context(self).palette.hit
            pane.view.lay("hit", [(start, end, style) for _, start, end in lit_in([hit])])

    def go_lit(self, query: str, within: tuple[str, ...], hit: Hit) -> None:
        """Lights a search and goes to one of its hits."""
        self.light_hits(query, within, hit)
        self.jump(hit.span)

    def show_hit(self) -> None:
        """Goes to the hit at hand."""
        if self.lit is not None:
            self.jump(self.lit.hit.span)

    # What the keys do

    def do_next_hit(self, count: int = 1) -> None:
        self._step_hit(count)

    def do_previous_hit(self, count: int = 1) -> None:
        self._step_hit(-count)

    def _step_hit(self, by: int) -> None:
        lit = self.lit
        if lit is None:
            return
        place = self.at_hand()
        seen = self.pane.view.shows(lit.hit.span) and (place is None or place.overlaps(lit.hit.span))
        before = lit.at
        # Who has read on meanwhile means the hit after this place.
        self.lit = lit.stepped(by) if seen or place is None else lit.beside(place, self._order, by)
        self.show_hit()
        after = self.lit.at
        if len(lit.hits) == 1:
            self.say("The only hit")
        elif seen and (after <= before if by > 0 else after >= before):
            self.say("From the first hit again" if by > 0 else "From the last hit again")

    def do_put_out(self) -> None:
        """Ends the search: nothing is lit any more, and the keys go through the passages."""
        self.lit = None
        for pane in self.panes:
            pane.view.lay("hit", ())
        self.show_hits()

    # What the screen says

    def hinted(self, command: Command) -> bool:
        # Of one hit there is neither a next one nor one before.
        alone = self.lit is not None and len(self.lit.hits) == 1
        return super().hinted(command) and not (alone and command.id in ("hits.next_hit", "hits.previous_hit"))

    def hit_said(self) -> list[tuple[str, str]]:
        """Where one stands among the hits, for the status line; nothing where no search is lit."""
        lit = self.lit
        if lit is None:
            return []
        glyphs = context(self).glyphs
        number = self.session.numbers.get(lit.hit.span.article, 0)
        said = [("hit ", "bar"), (f"{lit.at + 1} of {len(lit.hits)}", "bar_text")]
        wide = self.app.size.width >= 60
        if lit.hit.span.article != self.desk.article:
            # Who went on to another article is told of both.
            here = self.session.numbers.get(self.desk.article, 0)
            said.append((f" is in article {number}" if wide else f" in {number}", "bar"))
            said = [(f"article {here} {glyphs.dot} ", "bar"), *said] if wide else said
        elif wide:
            said.append((f" {glyphs.dot} article {number}", "bar"))
        if self.app.size.width >= 100:
            said.append((f" {glyphs.dot} {shorten(safe(lit.query), _QUERY, glyphs.ellipsis)}", "bar"))
        return said

    @property
    def scopes(self) -> tuple[str, ...]:
        held = super().scopes
        if self.lit is None or held[0] == "filter":
            return held
        # Beside the facts their own keys come first; what a list does with letters is theirs.
        return ("hits", *held) if held[0] == "compare" else (held[0], "hits", *held[1:])

    def _show_span(self, span: Span, tries: int = 20) -> None:
        super()._show_span(span, tries)  # type: ignore[misc]
        if self.lit is not None and span == self.lit.hit.span:
            self._light_words()
