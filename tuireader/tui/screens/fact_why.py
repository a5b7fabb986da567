"""Why a fact has its verdict: every value in its sentence, how it was read, what was put together, who shares a
wording. The cursor stands on a value, and the keys of lists go from one to the next, scrolling what lies between."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Region

from tuireader.report.counting import count
from tuireader.report.fact_reasons import Reasons, fact_reasons
from tuireader.report.fact_words import MANY
from tuireader.tui.context import context
from tuireader.tui.screens.compare_facts import FactCommands
from tuireader.tui.screens.panel import PanelScreen
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.lines import Piece

#: Lines of a sentence that are shown: here there is room, and keys to scroll.
_MOST = 12
#: Columns of the cursor, and of the margin at the right.
_CURSOR, _RIGHT = 2, 1


class FactWhyScreen(PanelScreen):
    """The reasons for the fact under the cursor of the facts pane below."""

    SCOPE = "reasons"

    def __init__(self, below: FactCommands) -> None:
        super().__init__()
        self._below = below
        self._told = Reasons([], ())
        self._at = 0

    def beside(self) -> tuple[Sequence[Region], Sequence[Region], bool]:
        # Over the facts, and over panes beside them but for the one that is read.
        panes = [pane.region for pane in self._below.panes]
        facts = self._below.facts.region
        return [], [*panes[self._below.desk.active + 1 :], facts], False

    def on_mount(self) -> None:
        self._entitle()

    def _entitle(self) -> None:
        fact = self._below.facts.fact
        kind = f"{MANY[fact.kind]}, " if fact else ""
        self.query_one(Bar).say("Why this fact", kind + count(len(fact.values) if fact else 0, "place"))

    # What is told

    def lines(self, width: int) -> list[list[Piece]]:
        here = context(self)
        palette, index, fact = here.palette, here.session.fact_index, self._below.facts.fact
        if fact is None or index is None:
            return []
        unicode = not here.glyphs.ellipsis.isascii()
        self._told = fact_reasons(fact, index, width - _CURSOR - _RIGHT, most=_MOST, unicode=unicode)
        self._at = min(self._at, max(0, len(self._told.stops) - 1))
        ink = palette.verdict(fact.verdict)
        looks = {"": palette.text, "bold": palette.title, "dim": palette.muted, "number": palette.accent}
        lit = {line for stop in self._told.stops for line in range(stop.first, stop.last + 1)}
        here_lines = self._lines_of(self._at)
        lines: list[list[Piece]] = [[]]
        for number, runs in enumerate(self._told.lines):
            cursor = f"{here.glyphs.cursor} " if number == here_lines.start and self._told.stops else "  "
            # The value in its sentence is lit as it is in the text.
            bold = palette.text + palette.hit if number in lit else palette.title
            pieces = [(run.text, bold if run.style == "bold" else looks.get(run.style, ink)) for run in runs]
            lines.append([(cursor, palette.accent), *pieces])
        return lines

    def _lines_of(self, stop: int) -> range:
        """The lines of a value among those that are told."""
        if not self._told.stops:
            return range(0)
        first, last, _ = self._told.stops[stop]
        return range(first, last + 1)

    def where(self) -> list[tuple[str, str]]:
        stops = self._told.stops
        if not stops:
            return super().where()
        number = self.session.numbers[stops[self._at].span.article]
        said = [("place ", "bar"), (f"{self._at + 1} of {len(stops)}", "bar_text")]
        if self.app.size.width >= 60:
            said.append((f" {context(self).glyphs.dot} article {number}", "bar"))
        return said

    # Commands

    def do_down(self, count: int = 1) -> None:
        self._move(count)

    def do_up(self, count: int = 1) -> None:
        self._move(-count)

    def _move(self, by: int) -> None:
        """To the next value if it is in sight, else a line further: so that nothing between is passed over."""
        sheet = self.sheet
        following = self._at + by
        if 0 <= following < len(self._told.stops):
            # One blank line stands over all.
            first = self._told.stops[following].first + 1
            if sheet.top <= first < sheet.top + sheet.size.height:
                self._go(following)
                return
        sheet.scroll_lines(by)

    def _go(self, stop: int) -> None:
        self._at = stop
        sheet = self.sheet
        top = sheet.top
        sheet.lay_anew()
        lines = self._lines_of(stop)
        below = lines.stop + 1 - (top + sheet.size.height)
        sheet.scroll_lines(max(top, min(top + below, lines.start + 1)) if below > 0 else top)

    def do_top(self, count: int = 1) -> None:
        self._go(0)
        super().do_top(count)

    def do_bottom(self, count: int | None = None) -> None:
        self._go(max(0, len(self._told.stops) - 1))
        super().do_bottom(count)

    def do_jump(self) -> None:
        """Shows the sentence in its text."""
        stops = self._told.stops
        if stops:
            span = stops[self._at].span
            self.app.pop_screen()
            self._below.jump(span)

    def do_next_fact(self) -> None:
        self._step(1)

    def do_previous_fact(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        facts = self._below.facts
        before, place = facts.fact, facts.rows.cursor
        facts.move(by)
        # Points of the timeline that no fact belongs to are passed over.
        while facts.fact is None and facts.rows.cursor not in (0, facts.items - 1):
            facts.move(by)
        if facts.fact is None or facts.fact == before:
            facts.go(place)
            self.say("No further fact")
            return
        self._at = 0
        self._entitle()
        self.sheet.lay_anew()

    # What happens

    def session_changed(self) -> None:
        super().session_changed()
        if self._below.facts.fact is None:
            self.app.pop_screen()
        else:
            self._entitle()
            self.sheet.lay_anew()
