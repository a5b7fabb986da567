"""What could not be opened: every name, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.geometry import Size

from tuireader.report.counting import count
from tuireader.sources import Problem
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.copying import Offer
from tuireader.tui.reading.problem_groups import Reason, by_reason, fitting, told
from tuireader.tui.screens.filtered import FilteredScreen
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.foot import Foot
from tuireader.tui.widgets.lines import Piece, shorten
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.rows import Row, RowList
from tuireader.tui.widgets.status import StatusLine

#: From this height on the whole name stands below the list.
_TALL = 14


class ProblemRows(RowList):
    """A heading a reason, a line a name. Of a name too long for its line the end stays: it tells files apart."""

    typed = ""

    def show(self, problems: Sequence[Problem], cursor: int) -> None:
        """Lists these, the cursor on one of them."""
        rows: list[Row] = []
        item = 0
        for reason in by_reason(problems):
            if rows:
                rows.append(Row(None))
            rows.append(Row(None, reason))
            for problem in reason.problems:
                rows.append(Row(item, problem))
                item += 1
        self.fill(rows, cursor)

    def empty(self) -> str:
        return f"Nothing here has “{self.typed}”." if self.typed else "All that was named could be opened."

    def pieces(self, row: Row, width: int, base: Style, selected: bool) -> Sequence[Piece]:
        here = context(self)
        if isinstance(row.data, Reason):
            many = len(row.data.problems)
            about = f"  {many:,}" if many > 1 else ""
            why = shorten(row.data.why, width - len(about) - 2, here.glyphs.ellipsis)
            return [(f" {why}", here.palette.accent), (about, here.palette.muted)]
        if not isinstance(row.data, Problem):
            return []
        return [("   ", base), (_ending(safe(row.data.path), width - 4, here.glyphs.ellipsis), base)]


class ProblemsScreen(FilteredScreen):
    """The list of all that could not be opened in this sitting."""

    SCOPE = "problems"
    DEFAULT_CSS = """
    ProblemsScreen Foot { display: none; height: 4; }
    ProblemsScreen.-told Foot { display: block; }
    """

    def compose(self) -> ComposeResult:
        yield Bar()
        yield Prompt("F", "Filter: words of names or reasons")
        yield ProblemRows()
        yield Foot()
        yield StatusLine()

    @property
    def rows(self) -> ProblemRows:
        return self.query_one(ProblemRows)

    @property
    def problem(self) -> Problem | None:
        """The one under the cursor."""
        chosen = self.rows.chosen
        return chosen if isinstance(chosen, Problem) else None

    def on_mount(self) -> None:
        self.refilter()

    def looks(self, size: Size) -> Mapping[str, bool]:
        return {"-told": size.height >= _TALL}

    def on_resize(self, event: events.Resize) -> None:
        self.fit_looks(event.size)

    def refilter(self) -> None:
        every, here = self.session.problems, self.problem
        found = [each for reason in by_reason(fitting(self.prompt.value, every)) for each in reason.problems]
        self.rows.typed = safe(self.prompt.value)
        self.rows.show(found, found.index(here) if here in found else self.rows.cursor)
        self._listed = found
        number = f"{len(found):,}" if len(found) == len(every) else f"{len(found):,} of {len(every):,}"
        typed = f" with “{safe(self.prompt.value)}”" if self.prompt.value and not self.typing else ""
        self.query_one(Bar).say(f"Could not be opened{typed}", number)
        self._tell()

    def _tell(self) -> None:
        problem = self.problem
        self.query_one(Foot).say(*((safe(problem.path), safe(problem.reason)) if problem else ()))
        self.show_status()

    def offers(self) -> list[Offer]:
        problem = self.problem
        if problem is None:
            return []
        found = [
            Offer("name", "the name", safe(problem.path)),
            Offer("problem", "the name and why", told([problem])),
        ]
        many = len(self._listed)
        return [*found, Offer("problems", f"{count(many, 'name')} and why", told(self._listed))] if many > 1 else found

    def exported(self) -> tuple[str, ...]:
        return ()

    # What happens

    def condition(self, name: str) -> bool:
        return bool(self.session.problems) if name == "problem" else super().condition(name)

    def where(self) -> list[tuple[str, str]]:
        items = self.rows.items
        return [(f"{self.rows.cursor + 1:,} of {items:,}", "bar_text")] if items else []

    def session_changed(self) -> None:
        self.refilter()

    def on_row_list_moved(self, _: RowList.Moved) -> None:
        self._tell()


def _ending(text: str, width: int, ellipsis: str) -> str:
    """The end of a text, as much as there is room for."""
    if cell_len(text) <= width:
        return text
    room, start = width - cell_len(ellipsis), len(text)
    while start and (size := cell_len(text[start - 1])) <= room:
        start, room = start - 1, room - size
    return ellipsis + text[start:]
