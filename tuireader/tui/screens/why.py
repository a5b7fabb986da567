"""Why a passage was found: its links, the words that weigh in each, what was weighed, and what it leans on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.geometry import Region
from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from tuireader.passages import Explanation, Link, Passage
from tuireader.passages.reasons.explaining import links_of
from tuireader.report.counting import count
from tuireader.report.reasons import NO_LINK, reasons
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.reading.wrap import wrapped
from tuireader.tui.screens.compare_views import ViewCommands
from tuireader.tui.screens.panel import PanelScreen
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.lines import Piece


class WhyScreen(PanelScreen):
    """The reasons for the current passage of the compare screen below, which stays in sight where there is room."""

    SCOPE = "why"

    class Explained(Message):
        """A worker has the reasons for the links of a passage."""

        def __init__(self, passage: Passage, found: Sequence[Explanation]) -> None:
            super().__init__()
            self.passage = passage
            self.found = found

    def __init__(self, below: ViewCommands) -> None:
        super().__init__()
        self._below = below
        self._found: Sequence[Explanation] | None = None

    def on_mount(self) -> None:
        self._ask()

    def beside(self) -> tuple[Sequence[Region], Sequence[Region], bool]:
        # Never over the text that is being read.
        desk = self._below.desk
        panes = [pane.region for pane in self._below.panes]
        return panes[: desk.active], panes[desk.active + 1 :], 2 * desk.active >= len(desk.panes) > 1

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
        self.query_one(Bar).say(f"Why passage {number}", count(len(event.found), "link"))
        self.sheet.lay_anew()
        self.show_status()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            self.app.notify(safe(f"Could not explain: {event.worker.error}"), markup=False, severity="error")

    def lines(self, width: int) -> list[list[Piece]]:
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

    def do_next_passage(self, count: int = 1) -> None:
        self._step(count)

    def do_previous_passage(self, count: int = 1) -> None:
        self._step(-count)

    def _step(self, by: int) -> None:
        before = self._below.current
        self._below.step_passage(by)
        if self._below.current == before:
            self.say("No further shared passage")
        else:
            self._ask()

    # What happens

    def session_changed(self) -> None:
        super().session_changed()
        if self._found is None:
            self._ask()
