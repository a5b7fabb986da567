"""The sentences that say what stands under the cursor, at the foot of the facts: a look at them without leaving."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tuireader.article import Span
from tuireader.report.fact_reasons import in_sentence
from tuireader.tui.context import context
from tuireader.tui.widgets.lines import Piece, strip_of

#: A sentence has at least so many lines.
_LEAST = 2


def shared_out(needs: Sequence[int], room: int) -> list[int]:
    """So many of ``room`` lines for each: as many as it needs, if all can have that, else the long ones get fewer."""
    given = [1] * len(needs)
    for _ in range(room - len(needs)):
        wanting = [place for place, need in enumerate(needs) if given[place] < need]
        if not wanting:
            break
        given[min(wanting, key=lambda place: given[place])] += 1
    return given


class Peek(Widget):
    """Under a rule a sentence for each span, its article's number before it, the span lit; what is cut has dots."""

    DEFAULT_CSS = "Peek { height: 10; }"
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self._spans: tuple[Span, ...] = ()
        self._lines: list[list[Piece]] | None = None

    def say(self, spans: Sequence[Span]) -> None:
        """Shows the sentences these spans stand in."""
        if tuple(spans) != self._spans:
            self._spans = tuple(spans)
            self._anew()

    def _anew(self) -> None:
        self._lines = None
        self.refresh()

    def on_resize(self, _: events.Resize) -> None:
        self._anew()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._anew()

    def render_line(self, y: int) -> Strip:
        here = context(self)
        width = self.size.width
        if y == 0:
            return strip_of([(here.glyphs.rule * width, here.palette.rule)], width, here.palette.text)
        if self._lines is None:
            self._lines = self._laid(width, self.size.height - 1)
        return strip_of(self._lines[y - 1] if y <= len(self._lines) else [], width, here.palette.text)

    def _laid(self, width: int, height: int) -> list[list[Piece]]:
        here = context(self)
        palette, index = here.palette, here.session.fact_index
        if index is None or not self._spans:
            return []
        fitting = max(1, height // _LEAST)
        shown = self._spans if len(self._spans) <= fitting else self._spans[: max(1, (height - 1) // _LEAST)]
        left = len(self._spans) - len(shown)
        dots = here.glyphs.ellipsis
        numbers = [f" {here.session.numbers[span.article]:>2} " for span in shown]
        texts = [
            partial(in_sentence, index, span, max(8, width - len(number) - 1), dots=dots)
            for span, number in zip(shown, numbers, strict=True)
        ]
        lines: list[list[Piece]] = []
        rooms = shared_out([len(text(most=height)) for text in texts], height - (left > 0))
        for number, text, room in zip(numbers, texts, rooms, strict=True):
            lead = number
            for runs in text(most=room):
                pieces = [(run.text, palette.text + palette.hit if run.style else palette.text) for run in runs]
                lines.append([(lead, palette.accent), *pieces])
                lead = " " * len(number)
        if left:
            lines.append([(f"    and {left} more", palette.muted)])
        return lines
