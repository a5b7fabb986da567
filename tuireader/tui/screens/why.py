"""Why a passage was found: its links, the words that weigh in each, what was weighed, and what it leans on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from tuireader.passages import Explanation, Link, Passage
from tuireader.passages.reasons.explaining import links_of
from tuireader.report.reasons import NO_LINK, reasons
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.reading.fact_lines import counted, wrapped
from tuireader.tui.screens.compare_views import ViewCommands
from tuireader.tui.screens.sheeted import SheetScreen
from tuireader.tui.screens.themes_rows import Edge
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.lines import Piece
from tuireader.tui.widgets.sheet import Sheet
from tuireader.tui.widgets.status import StatusLine

#: From this width on the texts can be seen beside the reasons.
BESIDE = 120
#: Columns of the reasons over half of the screen, and over whole panes: at least, at most.
_HALF = (62, 84)
_PANES = (38, 100)


def panel_width(width: int, free: Sequence[int]) -> int:
    """Columns of the reasons beside a text, on a screen of ``width``: ``free`` is what would cover whole panes.

    A pane that is covered in part would show torn words; so it is, where no whole panes have the right width.
    """
    fitting = [each for each in free if _PANES[0] <= each <= _PANES[1]]
    return max(fitting, default=min(_HALF[1], max(_HALF[0], width // 2)))


class WhyScreen(SheetScreen):
    """The reasons for the current passage of the compare screen below, which stays in sight where there is room."""

    SCOPE = "why"
    DEFAULT_CSS = """
    WhyScreen #panel { dock: right; width: 100%; height: 1fr; background: $background; }
    WhyScreen Edge { display: none; }
    WhyScreen.-beside .-left { display: block; }
    WhyScreen.-beside.-whole .-left { display: none; }
    WhyScreen.-beside.-turned #panel { dock: left; }
    WhyScreen.-beside.-turned .-left { display: none; }
    WhyScreen.-beside.-turned .-right { display: block; }
    """

    class Explained(Message):
        """A worker has the reasons for the links of a passage."""

        def __init__(self, passage: Passage, found: Sequence[Explanation]) -> None:
            super().__init__()
            self.passage = passage
            self.found = found

    def __init__(self, below: ViewCommands) -> None:
        super().__init__()
        # The screen below shows through.
        self.styles.background = "transparent"
        self._below = below
        self._found: Sequence[Explanation] | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="panel"):
            yield Edge(classes="-left")
            with Vertical():
                yield Bar()
                yield Sheet(self._lines)
            yield Edge(classes="-right")
        yield StatusLine()

    def on_mount(self) -> None:
        self._ask()

    def on_resize(self, event: events.Resize) -> None:
        width = event.size.width
        self.set_class(width >= BESIDE, "-beside")
        # Never over the text that is being read.
        desk = self._below.desk
        turned = 2 * desk.active >= len(desk.panes) > 1
        self.set_class(turned, "-turned")
        panes = [pane.region for pane in self._below.panes]
        left, right = panes[: desk.active], panes[desk.active + 1 :]
        free = [pane.right for pane in left] if turned else [width - pane.x for pane in right]
        taken = panel_width(width, free)
        # A whole pane ends in its rail: no second line beside it.
        self.set_class(taken in free, "-whole")
        self.query_one("#panel").styles.width = taken if width >= BESIDE else "100%"
        self.call_after_refresh(self.show_status)

    # What is told

    def _ask(self) -> None:
        passage = self._below.current
        self._found = None
        if passage is None:
            self.app.pop_screen()
            return
        self.query_one(Bar).say(f"Why passage {self.session.number(passage)}")
        self.sheet.lay_anew()
        own = self._below.desk.article
        (links,) = links_of([passage], self.session.links)
        links.sort(key=lambda link: own not in (link.a.article, link.b.article))
        work = partial(self._explain, passage, links)
        self.run_worker(work, thread=True, exclusive=True, group="why", exit_on_error=False)

    def _explain(self, passage: Passage, links: Sequence[Link]) -> None:
        worker = get_current_worker()
        explainer = self.session.explainer
        found = [explainer.explain(link) for link in links if not worker.is_cancelled]
        if not worker.is_cancelled:
            self.post_message(self.Explained(passage, found))

    def on_why_screen_explained(self, event: Explained) -> None:
        if event.passage != self._below.current:
            return
        self._found = event.found
        number = self.session.number(event.passage)
        self.query_one(Bar).say(f"Why passage {number}", counted(len(event.found), "link"))
        self.sheet.lay_anew()
        self.show_status()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            self.app.notify(safe(f"Could not explain: {event.worker.error}"), markup=False, severity="error")

    def _lines(self, width: int) -> list[list[Piece]]:
        here = context(self)
        palette, session = here.palette, here.session
        margin: Piece = (" ", palette.text)
        if self._found is None:
            return [[], [margin, (f"Looking at its links {here.glyphs.ellipsis}", palette.muted)]]
        looks = {"": palette.text, "bold": palette.title, "dim": palette.muted}
        names = {id: str(number) for id, number in session.numbers.items()}
        lines: list[list[Piece]] = []
        if not self._found:
            return [
                [],
                *([margin, (text, palette.muted)] for text in wrapped(NO_LINK, width - 2, 4, here.glyphs.ellipsis)),
            ]
        for each in self._found:
            lines.append([])
            told = reasons(each, session.by_id, names, width - 2, unicode=not here.glyphs.ellipsis.isascii())
            lines += [[margin, *((run.text, looks[run.style]) for run in runs)] for runs in told]
        return lines

    # Commands

    def do_next_passage(self) -> None:
        self._step(1)

    def do_previous_passage(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        before = self._below.current
        self._below.step_passage(by)
        if self._below.current == before:
            self.say("No further shared passage")
        else:
            self._ask()

    def do_close(self) -> None:
        """The key that opened it closes it."""
        self.app.pop_screen()

    # What happens

    def palette_changed(self) -> None:
        super().palette_changed()
        self.sheet.lay_anew()

    def session_changed(self) -> None:
        super().session_changed()
        if self._found is None:
            self._ask()
