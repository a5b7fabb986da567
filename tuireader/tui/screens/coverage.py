"""Coverage: a story at a glance, who has what, who shares with whom, who stands together and who alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual import events
from textual.app import ComposeResult

from tuireader.article import Span
from tuireader.facts import Fact
from tuireader.overview import Survey, survey
from tuireader.passages import Passage
from tuireader.report.apart import apart
from tuireader.report.counting import count
from tuireader.report.fact_scope import within
from tuireader.report.lines import cells
from tuireader.report.names import Name, names_of
from tuireader.report.overview_words import brief, summary
from tuireader.story import Story
from tuireader.tui.context import context
from tuireader.tui.reading import coverage
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.screens.filtered import FilteredScreen
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.coverage import CoverageHead, CoverageRows
from tuireader.tui.widgets.foot import Foot
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.rows import RowList
from tuireader.tui.widgets.status import StatusLine
from tuireader.tui.widgets.story_map import DrawnMap, ToldMap

if TYPE_CHECKING:
    from tuireader.tui.copying import Offer

#: On a screen lower than this the foot has one line, on one lower than that three, else five.
LOW, HIGH = 16, 30
#: Names on the story map are no longer.
NAME = 24
#: From this width on the status line says all of what is under the cursor.
ROOMY = 96
View = Literal["table", "map", "list"]
_VIEWS: tuple[View, ...] = ("table", "map", "list")


class CoverageScreen(FilteredScreen):
    """The passages and facts of one story against its articles; what the articles share as a picture or in sentences.

    The status line tells of what is under the cursor of the view that is on screen.
    """

    SCOPE = "coverage"
    DEFAULT_CSS = """
    CoverageScreen DrawnMap, CoverageScreen ToldMap { display: none; }
    CoverageScreen.-map DrawnMap, CoverageScreen.-list ToldMap { display: block; }
    CoverageScreen.-map CoverageHead, CoverageScreen.-map CoverageRows, CoverageScreen.-map Foot,
    CoverageScreen.-list CoverageHead, CoverageScreen.-list CoverageRows, CoverageScreen.-list Foot { display: none; }
    """

    def __init__(self, story: Story) -> None:
        super().__init__()
        self.story = story
        self.view: View = "table"
        self._ids = story.articles
        self._made_of: tuple[object, ...] = ()
        self._survey = Survey(())
        self._names: dict[str, Name] = {}
        self._sections: tuple[coverage.Section, ...] = ()

    def compose(self) -> ComposeResult:
        yield Bar()
        yield Prompt("F", "Filter: words, names, kinds")
        yield CoverageHead()
        yield CoverageRows()
        yield DrawnMap()
        yield ToldMap()
        yield Foot("who shares with whom")
        yield StatusLine()

    @property
    def table(self) -> CoverageRows:
        """The table."""
        return self.query_one(CoverageRows)

    @property
    def foot(self) -> Foot:
        """The lines under it."""
        return self.query_one(Foot)

    @property
    def map(self) -> DrawnMap | ToldMap:
        """The story map that is on screen, as a picture or in sentences."""
        return self.query_one(ToldMap) if self.view == "list" else self.query_one(DrawnMap)

    @property
    def rows(self) -> RowList:
        return self.table if self.view == "table" else self.map

    @property
    def ready(self) -> bool:
        return self.rows.size.width > 0

    def on_resize(self, event: events.Resize) -> None:
        height = event.size.height
        self.foot.styles.height = 2 if height < LOW else 4 if height < HIGH else 6
        self.call_after_refresh(self._say)

    def survey(self) -> Survey:
        """What there is to see at a glance; made anew where passages, facts or what is dismissed changed."""
        session = self.session
        known = session.facts.facts if session.facts else ()
        dismissed = session.dismissed(known)
        made_of = (session.telling, session.facts, dismissed, self.story.articles)
        if not self._made_of or any(a is not b and a != b for a, b in zip(made_of, self._made_of, strict=True)):
            self._made_of = made_of
            articles = [session.by_id[id] for id in self.story.articles]
            facts = within((fact for fact in known if fact.id not in dismissed), self.story.articles)
            mentions = session.facts.mentions if session.facts else ()
            shared = session.telling.shared if session.telling else {}
            self._survey = survey(articles, session.passages, facts, mentions, shared)
            self._names = names_of(articles)
            self._sections = coverage.sections(self._survey)
        return self._survey

    def fill(self) -> None:
        """Fills the views from the session; the cursor stays where it was."""
        session = self.session
        found = self.survey()
        more = context(self).glyphs.ellipsis
        table = self.table
        if session.telling is None:
            table.nothing = f"Looking for shared passages {more}"
        elif session.facts is None:
            table.nothing = f"Looking for facts {more}"
        else:
            table.nothing = "No shared passages, no facts."
        waiting = f"Looking for facts {more}" if session.facts is None else ""
        rows = self._sections
        total = sum(len(section.rows) for section in rows)
        if self.prompt.value.strip() and total:
            rows = coverage.fitting(rows, self.prompt.value, session.fact_words)
            table.nothing = f"No row has “{self.prompt.value}”."
        widest = max((cells(name.text) for name in self._names.values()), default=0)
        table.show([(id, str(session.numbers[id])) for id in found.columns], rows, waiting, name=widest)
        self._fill_maps()
        self._say()

    def _fill_maps(self) -> None:
        if self.view == "table":
            # To draw them takes a while, and many a reader never asks for them.
            return
        session, found, more = self.session, self.survey(), context(self).glyphs.ellipsis
        short = apart(self._called(), NAME, more)
        before = {id: f"{session.numbers[id]} {name}" for id, name in short.items()}
        told = {id: name.told(str(session.numbers[id])) for id, name in self._names.items()}
        again = {id: f"article {session.numbers[id]}" for id in self._names}
        alone = self.table.nothing if session.telling is None else "An article by itself shares nothing."
        shown = found if session.telling is not None else Survey(())
        self.query_one(DrawnMap).show(shown, before, alone)
        self.query_one(ToldMap).show(shown, told, alone, again)

    def refilter(self) -> None:
        self.fill()
        if self.typing and self.table.current is None:
            self.table.go(0)

    def _say(self) -> None:
        # It may have been left before it was drawn.
        if not self.is_mounted or self not in self.app.screen_stack:
            return
        found, table, numbers = self.survey(), self.table, self.session.numbers
        self._entitle(found)
        more = context(self).glyphs.ellipsis
        called = self._called()
        named = apart(called, table.columns.cell - 2, more) if table.columns.named else called
        shared = {id: found.shared.get(id, 0.0) for id in found.columns}
        parts = {id: f"{numbers[id]} {shared[id]:.0%}" if table.columns.cell > 8 else "" for id in found.columns}
        names = [(parts[id] or str(numbers[id]), named[id]) for id in found.columns]
        self.query_one(CoverageHead).say(names, table.columns, table.column)
        self.foot.say(*self._pairs(found))
        self.show_status()

    def _called(self) -> dict[str, str]:
        return {id: name.text for id, name in self._names.items()}

    def _entitle(self, found: Survey) -> None:
        session = self.session
        title = {"table": "Coverage", "map": "Story map", "list": "Story map in words"}[self.view]
        typed = f" with “{self.prompt.value}”" if self.prompt.value and not self.typing and self.view == "table" else ""
        if self.view != "table":
            said = [summary(found).partition(": ")[2]] if session.telling else []
        else:
            said = [count(len(found.passage_rows), "passage")] if session.telling else []
            said += [count(len(found.fact_rows), "fact")] if session.facts else []
        self.query_one(Bar).say(f"{title} of {count(len(found.articles), 'article')}{typed}", ", ".join(said))

    def _pairs(self, found: Survey) -> tuple[str, ...]:
        """Who shares with whom: those that share most, a line each, by their numbers."""
        if self.session.telling is None or len(found.articles) < 2:
            return ()
        glyphs = context(self).glyphs
        numbers = {id: str(number) for id, number in self.session.numbers.items()}
        room = 1 if self.app.size.height < LOW else 3 if self.app.size.height < HIGH else 5
        pairs = [brief(pair, numbers, glyphs.changed, glyphs.rule) for pair in found.pairs[:room]]
        return tuple(pairs) or ("No two of them share a passage.",)

    # Status line

    def where(self) -> list[tuple[str, str]]:
        rows = self.rows
        if not rows.items:
            return [(rows.empty(), "bar")]
        said = [(f"{rows.cursor + 1} of {rows.items}", "bar_text")]
        row = self.table.current
        dot = f" {context(self).glyphs.dot} "
        id = self.table.article
        if self.view != "table" or row is None:
            numbers = " ".join(str(self.session.numbers[each]) for each in self.map.articles)
            return [*said, (f"{dot}{numbers}", "bar")]
        number = self.session.numbers[id]
        if self.app.size.width < 60:
            return [*said, (f"{dot}article {number}", "bar")]
        roomy = self.app.size.width >= ROOMY
        said.append((f"{dot}{number} {self._names[id].quoted()}" if roomy else f"{dot}{number}", "bar"))
        cell = row.row.cells.get(id)
        if cell is None:
            return [*said, (" lacks it", "bar")]
        part = "it" if cell.part > 0.995 else f"{cell.part:.0%} of it"
        same = row.copies(id)
        if roomy:
            worded = f", worded as in {count(same, 'other')}" if same else " in words of its own"
        else:
            worded = f", as {count(same, 'other')}" if same else ", own words"
        return [*said, (f" has {part}{worded}", "bar")]

    # Commands

    def exported(self) -> tuple[str, ...]:
        return tuple(self.story.articles)

    def offers(self) -> list[Offer]:
        from tuireader.tui import offering

        row = self.table.current if self.view == "table" else None
        if row is None:
            ids = self.map.articles if self.view != "table" else ()
            return offering.of_article(self.session, self.session.by_id[ids[0]]) if len(ids) == 1 else []
        if isinstance(row.what, Passage):
            return offering.of_place(self.session, self._span(row), row.what)
        return offering.of_fact(self.session, row.what, self.table.article)

    def _span(self, row: coverage.Carried) -> Span:
        """Where the article under the cursor has a row; where it lacks it, where the first one has it."""
        return row.spans.get(self.table.article) or next(iter(row.spans.values()))

    def condition(self, name: str) -> bool:
        if name == "rows":
            return bool(self._survey.passage_rows or self._survey.fact_rows)
        return super().condition(name)

    def do_view(self) -> None:
        """The table, the story map as a picture, the story map in sentences, one after the other."""
        self.view = _VIEWS[(_VIEWS.index(self.view) + 1) % len(_VIEWS)]
        self.update_classes({f"-{view}": view == self.view for view in _VIEWS})
        self._fill_maps()
        self._say()

    def do_filter(self) -> None:
        while self.view != "table":
            self.do_view()
        super().do_filter()

    def do_left(self, count: int = 1) -> None:
        self._step(-count)

    def do_right(self, count: int = 1) -> None:
        self._step(count)

    def _step(self, by: int) -> None:
        if self.view == "table":
            self.table.step(by)
            self._say()

    def do_open(self) -> None:
        if self.view != "table":
            self._open_articles(self.map.articles)
            return
        row = self.table.current
        if row is None:
            return
        span = self._span(row)
        below = self.app.screen_stack[-2]
        if isinstance(below, CompareScreen) and set(self.story.articles) == set(below.desk.ids):
            self.app.pop_screen()
            show(below, span, row.what)
            return
        screen = CompareScreen(self.story.articles, span.article, zoomed=False)
        self.app.push_screen(screen)
        screen.call_after_refresh(show, screen, span, row.what)

    def _open_articles(self, ids: tuple[str, ...]) -> None:
        """One article to read, several side by side."""
        if ids:
            several = tuple(id for id in self.story.articles if id in ids)
            alone = len(ids) == 1
            self.app.push_screen(CompareScreen(self.story.articles if alone else several, ids[0], zoomed=alone))

    # What happens

    def on_row_list_moved(self, _: RowList.Moved) -> None:
        self.show_status()

    def on_row_list_chosen(self, _: RowList.Chosen) -> None:
        self.do_open()

    def on_click(self, _: events.Click) -> None:
        self._say()

    def session_changed(self) -> None:
        if self.story.articles:
            self.story = self.session.story_with(self._ids, self._ids[0])
        self.fill()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        self.fill()


def show(screen: CompareScreen, span: Span, what: Passage | Fact) -> None:
    """Shows a span in a compare screen that is open, the other panes level, those that carry it too before the others.

    Of a passage every pane shows its own occurrence.
    """
    screen.do_reader()
    screen.desk.go(span.article)
    screen.desk.bring(what.articles)
    if isinstance(what, Passage):
        screen.current = what
        screen.refill()
    else:
        screen.jump(span)
