"""The views of the compare screen: what the wording changed, the tellings, what one article alone has, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tuireader.article import Span
from tuireader.tui import lighting
from tuireader.tui.context import context
from tuireader.tui.reading.standing import alone_at
from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.widgets.status import StatusLine
from tuireader.tui.widgets.tellings import TellingsPane, rows_of

if TYPE_CHECKING:
    from tuireader.article import Article
    from tuireader.passages import Occurrence, Passage
    from tuireader.story import Telling
    from tuireader.tui.reading.desk import Desk
    from tuireader.tui.widgets.pane import Pane

Wording = Literal["whole", "words", "tellings"]
"""How the current passage is shown: lit as a whole, with the words that differ, or its tellings under each other."""

#: What ``w`` makes of a view.
_AFTER: dict[Wording, Wording] = {"whole": "words", "words": "tellings", "tellings": "whole"}


class ViewCommands(BaseScreen):
    """What is lit over the texts."""

    desk: Desk
    synced: bool
    current: Passage | None
    cursor: Span | None
    wording: Wording = "whole"
    show_alone = False
    _own: tuple[Article, Telling, list[tuple[int, int]], list[int]] | None = None
    """What only the active article has, found once: it is asked for at each line."""
    _otherwise = ""
    """Said where the changed words are lit and what answers each other does so in other words, all of it or a part."""

    if TYPE_CHECKING:

        @property
        def panes(self) -> list[Pane]: ...
        @property
        def pane(self) -> Pane: ...
        def show_current(self) -> None: ...
        def step_passage(self, by: int) -> None: ...
        def at_hand(self) -> Span | None: ...
        def passage_at(self, place: Span) -> tuple[Passage, Occurrence] | None: ...
        def put(self, place: Span) -> None: ...

    # Choosing

    def do_wording(self) -> None:
        self.show_alone = False
        self.wording = _AFTER[self.wording]
        if self.wording != "whole":
            self.find_passage()
        self.show_tellings()
        self.show_current()

    def find_passage(self) -> None:
        """Where none is the current passage, goes to the one at hand, else to the next."""
        place = self.at_hand()
        if self.current is not None or place is None:
            return
        found = self.passage_at(place)
        if found is not None:
            self.put(found[1].span)
        else:
            self.step_passage(1)

    def do_explain(self) -> None:
        """Tells why the current passage was found; the next one where none is current."""
        from tuireader.tui.screens.why import WhyScreen

        self.find_passage()
        if self.current is not None:
            self.app.push_screen(WhyScreen(self))

    def do_unique(self) -> None:
        self.show_alone = not self.show_alone
        self.wording = "whole"
        self.show_tellings()
        self.show_current()

    def do_coverage(self) -> None:
        from tuireader.tui.screens.coverage import CoverageScreen

        self.app.push_screen(CoverageScreen(self.session.story_with(self.desk.ids, self.desk.article)))

    def view_names(self) -> list[str]:
        """What the status line says of views that are not the usual one."""
        names = []
        if self.wording == "words":
            other = self._unseen()
            number = self._article_number(other) if other is not None else 0
            if self._otherwise:
                names.append(f"{self._otherwise} in {number}" if number else self._otherwise)
            else:
                names.append(f"wording against {number}" if number else "wording")
        elif self.wording == "tellings":
            part = self.tellings.part if self.tellings is not None else ""
            names.append(f"tellings {part}".rstrip())
        if self.show_alone:
            names.append(self._alone_here())
        if not self.synced:
            names.append("not in step")
        return names

    def _alone_here(self) -> str:
        """Where one stands among what only the active article has."""
        article, place, telling = self.pane.article, self.at_hand(), self.session.telling
        if article is None or place is None or telling is None:
            return "only here"
        if self._own is None or self._own[0] is not article or self._own[1] is not telling:
            here = context(self)
            runs = [each.start for each in lighting.runs_alone(article, here)]
            self._own = article, telling, lighting.alone(article, here), runs
        return alone_at(*self._own[2:], place.start, place.end)

    # The tellings

    @property
    def tellings(self) -> TellingsPane | None:
        """The tellings under each other, where they are open."""
        return next(iter(self.walk_children(TellingsPane)), None) if self.wording == "tellings" else None

    def show_tellings(self) -> None:
        """Opens the tellings, or closes them, as the view wants."""
        panes = self.walk_children(TellingsPane)
        if self.wording == "tellings" and not panes:
            panes = [TellingsPane()]
            self.mount(*panes, before=self.walk_children(StatusLine)[-1])
        for pane in panes:
            pane.display = self.wording == "tellings"
            pane.styles.height = rows_of(self.app.size.height)

    # Lighting

    def show_views(self) -> None:
        """Lights what the views ask for: changed words of the current passage, or what no other article has."""
        here = context(self)
        for pane in self.panes:
            if pane.article is None:
                continue
            article, view = pane.article, pane.view
            alone = lighting.alone(article, here) if self.show_alone else []
            whole = [(0, len(article.text), here.palette.quiet)] if self.show_alone else []
            view.lay("quiet", whole)
            view.lay("alone", [(start, end, here.palette.alone) for start, end in alone])
            lighting.light(view, here, self.current)
            if self.show_alone:
                view.lay("passages", ())
        for pane, lit in zip(self.panes, self._changed_words(), strict=True):
            pane.view.lay("wording", lit)
        if (tellings := self.tellings) is not None:
            tellings.tell(self.current)

    def _changed_words(self) -> list[lighting.Stretches]:
        """What each pane has otherwise than the active one, and that than all of them."""
        here, panes = context(self), self.panes
        lit: list[lighting.Stretches] = [[] for _ in panes]
        passage, active = self.current, self.desk.active
        own = self._told_in(self.desk.article)
        self._otherwise = ""
        if self.wording != "words" or passage is None or own is None:
            return lit
        held = []
        for place, pane in enumerate(panes):
            other = self._told_in(pane.article.id) if pane.article is not None and place != active else None
            if other is not None:
                held.append(lighting.changes(here, passage, own, other))
                lit[place] = held[-1].theirs
        unseen = self._unseen()
        if unseen is not None:
            held.append(lighting.changes(here, passage, own, unseen))
        # A sentence as a whole lies under the words that are lit in it.
        quiet = here.palette.otherwise
        lit[active] = sorted((each for found in held for each in found.mine), key=lambda each: each[2] != quiet)
        if otherwise := sum(found.otherwise for found in held):
            whole = otherwise == sum(found.rows for found in held)
            self._otherwise = "in other words" if whole else "partly in other words"
        return lit

    def _unseen(self) -> int | None:
        """The telling of the next article that carries the current passage, where no other pane shows one."""
        shown = [pane.article.id for pane in self.panes if pane.article is not None]
        order = self.desk.ids
        at = order.index(self.desk.article)
        others = [*order[at + 1 :], *order[:at]]
        if any(self._told_in(id) is not None for id in shown if id != self.desk.article):
            return None
        return next((own for id in others if (own := self._told_in(id)) is not None), None)

    def _told_in(self, id: str) -> int | None:
        """Which occurrence of the current passage is an article's fullest: a headline says it too, in fewer words."""
        spans = [each.span for each in self.current.occurrences] if self.current is not None else []
        own = [(span.end - span.start, -place) for place, span in enumerate(spans) if span.article == id]
        return -max(own)[1] if own else None

    def _article_number(self, occurrence: int) -> int:
        """The number of the article with an occurrence of the current passage."""
        return self.session.numbers[self.current.occurrences[occurrence].span.article] if self.current else 0
