"""The tellings of the current passage under each other, at the foot of the panes."""

from __future__ import annotations

from textual.app import ComposeResult

from tuireader.passages import Passage
from tuireader.report.counting import count
from tuireader.report.ink import Ink
from tuireader.tui.context import context
from tuireader.tui.glyphs import UNICODE
from tuireader.tui.reading.telling_lines import telling_lines
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.boxes import Down
from tuireader.tui.widgets.lines import Piece
from tuireader.tui.widgets.sheet import Sheet

#: Rows it leaves to the texts, rows it has at least and at most.
_LEAVES, _LEAST, _MOST = 5, 5, 22


def rows_of(height: int) -> int:
    """Rows of the tellings, title line included, on a screen of so many."""
    return max(_LEAST, min(height - 1 - _LEAVES, height // 2, _MOST))


class TellingsPane(Down):
    """A title line over what there is to read. The screen scrolls it."""

    DEFAULT_CSS = "TellingsPane { height: 12; }"
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self.bar = Bar()
        self.sheet = Sheet(self._lines)
        self._passage: Passage | None = None

    def compose(self) -> ComposeResult:
        yield self.bar
        yield self.sheet

    def tell(self, passage: Passage | None) -> None:
        """Shows the tellings of a passage, from the beginning."""
        if passage == self._passage:
            return
        self._passage = passage
        if passage is None:
            self.bar.say("Tellings")
        else:
            dot = context(self).glyphs.dot
            number = context(self).session.number(passage)
            told = f"{count(len(passage.articles), 'article')} {dot} {count(passage.wordings, 'wording')}"
            self.bar.say(f"Tellings of passage {number} {dot} {told}")
        self.sheet.lay_anew()

    @property
    def part(self) -> str:
        """The last line on screen of how many, where not all are; else nothing."""
        total, last = len(self.sheet.lines), self.sheet.top + self.sheet.size.height
        return f"{min(last, total)}/{total}" if self.sheet.top or last < total else ""

    def _lines(self, width: int) -> list[list[Piece]]:
        here = context(self)
        palette, session = here.palette, here.session
        if self._passage is None:
            return [[("  No passage here.", palette.muted)]]
        # Struck-out words are not seen on every terminal: there they stand in brackets.
        ink = Ink(colour=bool(palette.depth) and here.glyphs is UNICODE, unicode=not here.glyphs.ellipsis.isascii())
        looks = {
            "": palette.text,
            "bold": palette.title,
            "dim": palette.muted,
            "added": palette.text + palette.change("added"),
            "dropped": palette.dropped,
            "moved": palette.text + palette.change("moved"),
        }
        rows = session.rows.of(self._passage)
        lines = telling_lines(self._passage, rows, session.by_id, session.numbers, width - 1, ink)
        return [[(run.text, looks[run.style]) for run in runs] for runs in lines]
