"""What the status line of the compare screen says: where one stands in the story, and which views hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.tui.context import context
from tuireader.tui.reading.standing import Told, at_passage, between, looking, near, part
from tuireader.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from tuireader.article import Span
    from tuireader.passages import Passage
    from tuireader.tui.reading.keywords import Keyword
    from tuireader.tui.widgets.facts import FactsPane
    from tuireader.tui.widgets.pane import Pane


class WhereLine(BaseScreen):
    """The passage one stands at, or those before and after, and how far one is in the article."""

    current: Passage | None
    facts_active: bool
    show_alone: bool
    _choice: tuple[Keyword, ...]

    if TYPE_CHECKING:

        @property
        def pane(self) -> Pane: ...
        @property
        def facts(self) -> FactsPane: ...
        def at_hand(self) -> Span | None: ...
        def noted(self) -> list[tuple[str, str]]: ...
        def hit_said(self) -> list[tuple[str, str]]: ...
        def view_names(self) -> list[str]: ...
        def raw_names(self) -> list[str]: ...

    def where(self) -> list[tuple[str, str]]:
        if self.facts_active:
            return [*self.facts.where(), *self.noted()]
        dot = f" {context(self).glyphs.dot} "
        if self._choice:
            return [("search", "bar_text")]
        if found := self.hit_said():
            said = found
        elif self.show_alone and self.session.telling is not None:
            # The passages are not lit; the name of the view tells where one stands.
            said = [(self._part(), "bar")]
        elif self.current is not None:
            said = self._passage(self.current)
        elif self.session.telling is None:
            said = [(looking(context(self).glyphs.ellipsis), "bar")]
        else:
            said = self._place(dot)
        return [
            *said,
            *((f"{dot}{text}", "bar_text") for text in (*self.view_names(), *self.raw_names())),
            *self.noted(),
        ]

    def _passage(self, passage: Passage) -> list[tuple[str, str]]:
        number, of = self.session.place_of(passage)
        carriers = sorted(self.session.numbers[id] for id in passage.articles)
        told = Told(number, of, carriers, passage.wordings)
        pieces = at_passage(told, self.app.size.width, context(self).glyphs.dot)
        return [(text, "bar_text" if stands_out else "bar") for text, stands_out in pieces]

    def _part(self) -> str:
        """How far one is in the article."""
        view = self.pane.view
        if view.article is None or not view.ready:
            return ""
        return part(view.offset_at_row(view.size.height), len(view.article.text))

    def _place(self, dot: str) -> list[tuple[str, str]]:
        """Where one stands where no passage is the current one."""
        view, place = self.pane.view, self.at_hand()
        if view.article is None or place is None:
            return []
        part = self._part()
        found = self.session.occurrences(view.article.id)
        if not found:
            return [(part, "bar")]
        inside = [each for each, here in found if here.span.start <= place.start < here.span.end]
        if inside:
            return [*self._passage(inside[0]), (f"{dot}{part}", "bar")]
        spans = [(here.span.start, here.span.end, self.session.number(passage)) for passage, here in found]
        said = between(near(spans, place.start, self.session.place_of(found[0][0])[1]), self.app.size.width)
        return [(said, "bar"), (f"{dot}{part}", "bar")]
