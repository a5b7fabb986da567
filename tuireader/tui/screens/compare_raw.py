"""The texts as they came: what was set aside with the rule that took it, and what is hidden named."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from tuireader.report.lines import cut
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.reading.oddities import hidden, oddities
from tuireader.tui.reading.page import asides
from tuireader.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from tuireader.tui.widgets.pane import Pane

#: A reason has so many columns at most.
_REASON = 24


class RawCommands(BaseScreen):
    """Shows the texts of all panes as they were decoded, or as they are read."""

    raw = False

    if TYPE_CHECKING:

        @property
        def panes(self) -> list[Pane]: ...
        @property
        def pane(self) -> Pane: ...
        def relight(self) -> None: ...
        def keep_in_sight(self) -> None: ...
        def follow(self) -> None: ...

    def do_raw(self) -> None:
        """As it came, or as it is read: the first line stays the first."""
        self.raw = not self.raw
        self.relight()
        self.follow()

    def do_charset(self) -> None:
        """Asks for the encoding that the active article's file is to be read under."""
        from tuireader.tui.screens.charset import CharsetScreen
        from tuireader.tui.shelving import Shelving

        article, app = self.pane.article, self.app
        # Path.is_file raises where a folder may not be entered any more.
        if article is None or article.path is None or not os.path.isfile(article.path):  # noqa: PTH113
            self.say("It is not a file of its own; tuireader --charset reads what lies in others")
        elif isinstance(app, Shelving):
            self.app.push_screen(CharsetScreen(article.encoding, partial(app.read_under, article)))

    def unveil(self, pane: Pane) -> None:
        """Has a pane draw its text as it came where that is wanted, what is hidden lit. To be told before its notes."""
        view, here = pane.view, context(self)
        view.raw = self.raw
        found = hidden(pane.article) if self.raw and pane.article is not None else ()
        view.lay("hidden", [(start, end, here.palette.warning) for start, end, _ in found])

    def reasons(self, pane: Pane) -> list[tuple[int, int, str]]:
        """The rules that set parts of a pane's article aside, to stand beside them."""
        room = max(4, min(_REASON, pane.view.size.width // 4))
        found = asides(pane.article) if pane.article is not None else []
        return [(start, end, cut(safe(why), room)) for start, end, why in found]

    def raw_names(self) -> list[str]:
        """What the status line says of the text as it came; of an odd encoding, and of what is hidden, always."""
        article = self.pane.article
        if article is None:
            return []
        names = ["as it came"] if self.raw else []
        if self.raw:
            aside = asides(article)
            taken = sum(end - start for start, end, _ in aside)
            whole = sum(part.end - part.start for part in article.parts)
            kept = safe(article.told_by.get("parts", "nothing set aside"))
            names.append(f"{len(aside)} set aside, {taken / max(1, whole):.1%}" if aside else kept)
        return [*names, *oddities(article)]
