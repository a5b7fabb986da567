"""What can be copied, in a few lines at the foot of the screen it is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partialmethod

from rich.style import Style
from textual.app import ComposeResult

from tuireader.settings.commands import by_scope, get
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.copying import Offer, copy
from tuireader.tui.screens.base import BaseScreen, ListScreen
from tuireader.tui.screens.over import OverScreen
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.boxes import OverDown
from tuireader.tui.widgets.lines import Piece, fit, width_of
from tuireader.tui.widgets.rows import Row, RowList
from tuireader.tui.widgets.status import StatusLine

_LABEL = 12
#: Characters of a text that may be seen on the widest screen.
_SEEN = 300


class OfferRows(RowList):
    """What can be copied: its key, its name, how it begins."""

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        here = context(self)
        offer = row.data
        assert isinstance(offer, Offer)
        command = get(f"copy.{offer.what}")
        keys = here.settings.keys_for(command.id)
        key = keys[0] if keys else " "
        quiet = base if selected else here.palette.muted
        lead: list[Piece] = [
            (f" {key:<2}", base + Style(bold=True)),
            (fit(command.label, _LABEL, here.glyphs.ellipsis), base),
        ]
        size = f"  {len(offer.text):,} "
        room = width - width_of(lead) - len(size)
        return [*lead, (fit(safe(offer.text[:_SEEN]), room, here.glyphs.ellipsis), quiet), (size, quiet)]


class CopyScreen(ListScreen, OverScreen):
    """A choice over the screen below: one key copies and closes."""

    SCOPE = "copy"
    DEFAULT_CSS = """
    CopyScreen #foot { dock: bottom; height: auto; }
    """

    def __init__(self, below: BaseScreen) -> None:
        super().__init__()
        self._below = below
        self._offers = below.offers()

    def compose(self) -> ComposeResult:
        with OverDown(id="foot"):
            yield Bar()
            yield OfferRows()
            yield StatusLine()

    def on_mount(self) -> None:
        rows = self.rows
        rows.styles.height = len(self._offers)
        rows.fill([Row(item, offer) for item, offer in enumerate(self._offers)])
        self.query_one(Bar).say("Copy", "characters")
        self.show_status()

    def condition(self, name: str) -> bool:
        return any(offer.what == name for offer in self._offers)

    def _take(self, offer: Offer) -> None:
        self.app.pop_screen()
        copy(self._below, offer.text, offer.name)

    def _take_what(self, what: str) -> None:
        self._take(next(offer for offer in self._offers if offer.what == what))

    do_selection = partialmethod(_take_what, "selection")
    do_passage = partialmethod(_take_what, "passage")
    do_sentence = partialmethod(_take_what, "sentence")
    do_quote = partialmethod(_take_what, "quote")
    do_tellings = partialmethod(_take_what, "tellings")
    do_fact = partialmethod(_take_what, "fact")
    do_link = partialmethod(_take_what, "link")
    do_source = partialmethod(_take_what, "source")
    do_article = partialmethod(_take_what, "article")
    do_name = partialmethod(_take_what, "name")
    do_problem = partialmethod(_take_what, "problem")
    do_problems = partialmethod(_take_what, "problems")

    def do_chosen(self) -> None:
        self._take(self._offers[self.rows.cursor])

    def do_cancel(self) -> None:
        self.app.pop_screen()

    def on_row_list_chosen(self, _: RowList.Chosen) -> None:
        self.do_chosen()

    def hints(self) -> list[tuple[str, str]]:
        return self.keys_of(each for each in by_scope(self.SCOPE) if each.shown)
