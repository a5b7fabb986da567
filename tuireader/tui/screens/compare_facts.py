"""The commands of the compare screen that belong to the facts pane, and what they do to the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from tuireader.tui.context import context
from tuireader.tui.screens.filter_keys import FilterKeys
from tuireader.tui.widgets.facts import FactsPane
from tuireader.tui.widgets.tellings import TellingsPane

if TYPE_CHECKING:
    from tuireader.article import Span
    from tuireader.tui.reading.desk import Desk
    from tuireader.tui.widgets.pane import Pane


class FactCommands(FilterKeys):
    """Opening and closing the facts pane, what is typed into its filter, and its own commands."""

    desk: Desk
    facts_active: bool

    if TYPE_CHECKING:

        @property
        def panes(self) -> list[Pane]: ...
        @property
        def covered(self) -> bool: ...
        @property
        def facts_open(self) -> bool: ...
        @property
        def pane(self) -> Pane: ...
        def name_panes(self) -> None: ...
        def follow(self, leader: Pane | None = None) -> None: ...
        def lose_sight(self) -> bool: ...
        def show_current(self) -> None: ...
        def show_links(self) -> None: ...
        def jump(self, span: Span) -> None: ...
        def _lay_out(self, width: int) -> None: ...

    @property
    def facts(self) -> FactsPane:
        """The facts pane, open or not."""
        return self.query_one(FactsPane)

    @property
    def scopes(self) -> tuple[str, ...]:
        if not self.facts_active:
            return super().scopes
        if self.typing:
            return ("filter",)
        return ("facts", "list", "app") if self.covered else ("facts", "list", "app", "compare")

    @property
    def typing(self) -> bool:
        # Keys may come before there is a pane.
        return any(pane.typing for pane in self.walk_children(FactsPane))

    def do_facts(self) -> None:
        self.alter("-facts", not self.facts_open, self.facts, *self.panes, *self.walk_children(TellingsPane))
        self.facts_active = self.facts_open
        self._lay_out(self.app.size.width)
        self.name_panes()
        self.light_fact()

    def do_close(self) -> None:
        self.do_facts()

    def do_reader(self) -> None:
        """From the facts pane back to the text; where it covers the text, it closes."""
        self.uncover()
        self.facts_active = False
        self.name_panes()

    def uncover(self) -> None:
        """Closes the facts pane where it lies over the texts."""
        if self.covered:
            self.do_facts()

    def light_fact(self) -> None:
        """Lights what stands under the cursor of the facts pane in the texts, where the keys go to the pane."""
        here = context(self)
        spans = self.facts.spans() if self.facts_open and self.facts_active else []
        for pane in self.panes:
            if pane.article is not None:
                own = [span for span in spans if span.article == pane.article.id]
                pane.view.lay("hit", [(start, end, here.palette.hit) for _, start, end in own])

    def reveal_fact(self) -> None:
        """Brings what stands under the cursor of the facts into sight, where no pane shows any of it.

        As long as one does the texts stay where they are; what is looked at in passing is no place to remember.
        """
        spans = self.facts.spans()
        ready = [pane for pane in self.panes if pane.view.ready and pane.article is not None]
        if self.covered or any(pane.view.shows(span) for pane in ready for span in spans):
            return
        for pane in sorted(ready, key=lambda pane: pane is not self.pane):
            own = [span for span in spans if pane.article is not None and span.article == pane.article.id]
            if own:
                pane.view.bring(own[0].start)
                self.follow(pane)
                if self.lose_sight():
                    self.show_current()
                else:
                    self.show_links()
                return

    # The facts pane's own commands

    def do_jump(self) -> None:
        self.facts.jump()

    def do_reasons(self) -> None:
        """Tells why the fact under the cursor has its verdict."""
        from tuireader.tui.screens.fact_why import FactWhyScreen

        if self.facts.fact is not None:
            self.app.push_screen(FactWhyScreen(self))

    def do_peek(self) -> None:
        self.facts.peek()

    def do_group(self) -> None:
        self.facts.group()

    def do_narrow(self) -> None:
        self.facts.narrow()

    def do_filter(self) -> None:
        self.facts.ask()

    def do_dismiss(self) -> None:
        self.facts.dismiss()

    def do_toggle_dismissed(self) -> None:
        self.facts.toggle_dismissed()

    def do_down(self, count: int = 1) -> None:
        self.facts.move(count)

    def do_up(self, count: int = 1) -> None:
        self.facts.move(-count)

    # The filter

    def do_keep_filter(self) -> None:
        self.facts.close_filter(keep=True)

    def do_drop_filter(self) -> None:
        self.facts.close_filter(keep=False)

    def filter_by_key(self, event: events.Key) -> None:
        self.facts.type(event)
        self.show_status()

    def filter_by_paste(self, text: str) -> None:
        self.facts.paste(text)
        self.show_status()

    # What happens

    def on_facts_pane_clicked(self, _: FactsPane.Clicked) -> None:
        self.facts_active = True
        self.name_panes()
        self.show_status()

    def on_facts_pane_selected(self, _: FactsPane.Selected) -> None:
        # The facts may come while the text is read: what is lit there then stays lit.
        if self.facts_active:
            self.light_fact()
            self.reveal_fact()

    def on_facts_pane_jump(self, event: FactsPane.Jump) -> None:
        self.jump(event.span)
