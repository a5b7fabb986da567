"""The lists of the export screen: what there is to export, and the forms."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tuireader.report.documents import FORMS
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.reading.exports import Export
from tuireader.tui.widgets.lines import Piece, fit, strip_of
from tuireader.tui.widgets.rows import Row, RowList

_NAME = 16


class ExportRows(RowList):
    """What there is to export, and how much of it."""

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        here = context(self)
        export = row.data
        assert isinstance(export, Export)
        quiet = base if selected else here.palette.muted
        sign = here.glyphs.current if selected else " "
        lead: list[Piece] = [(f"{sign} {fit(export.name, _NAME, here.glyphs.ellipsis)}", base + Style(bold=True))]
        room = max(0, width - _NAME - 2)
        return [*lead, (fit(safe(export.about), room, here.glyphs.ellipsis), quiet)]


class Forms(Widget):
    """The forms in a row, the chosen one in brackets."""

    DEFAULT_CSS = "Forms { height: 1; }"
    can_focus = False

    class Chosen(Message):
        """A form was chosen with the mouse."""

        def __init__(self, form: str) -> None:
            super().__init__()
            self.form = form

    def __init__(self, form: str) -> None:
        super().__init__()
        self.form = form
        """The chosen one, a key of ``FORMS``."""

    def choose(self, form: str) -> None:
        """Puts the brackets round another form."""
        if form != self.form:
            self.form = form
            self.refresh()

    def step(self, by: int) -> str:
        """Chooses the next form, round and round, and tells which."""
        forms = list(FORMS)
        self.choose(forms[(forms.index(self.form) + by) % len(forms)])
        return self.form

    def render_line(self, y: int) -> Strip:
        palette = context(self).palette
        pieces: list[Piece] = [("  as ", palette.muted)]
        for form, name in FORMS.items():
            chosen = form == self.form
            pieces.append((f"[{name}]" if chosen else f" {name} ", palette.cursor if chosen else palette.text))
            pieces.append((" ", palette.text))
        return strip_of(pieces, self.size.width, palette.text)

    def on_click(self, event: events.Click) -> None:
        start = len("  as ")
        for form, name in FORMS.items():
            if start <= event.x < start + len(name) + 2:
                self.post_message(self.Chosen(form))
            start += len(name) + 3
