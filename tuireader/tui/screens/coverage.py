"""Coverage: a story at a glance, who has what and who stands alone."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult

from tuireader.article import Span
from tuireader.passages import Passage
from tuireader.report.counting import count
from tuireader.report.records import labels
from tuireader.story import Story
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.reading import coverage
from tuireader.tui.screens.base import ListScreen
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.coverage import CoverageHead, CoverageRows
from tuireader.tui.widgets.foot import Foot
from tuireader.tui.widgets.lines import shorten
from tuireader.tui.widgets.rows import RowList
from tuireader.tui.widgets.status import StatusLine

#: On a screen lower than this the foot has one line.
LOW = 16


class CoverageScreen(ListScreen):
    """The passages and facts of one story against its articles."""

    SCOPE = "coverage"

    def __init__(self, story: Story) -> None:
        super().__init__()
        self.story = story
        self._ids = story.articles

    def compose(self) -> ComposeResult:
        yield Bar()
        yield CoverageHead()
        yield CoverageRows()
        yield Foot()
        yield StatusLine()

    @property
    def table(self) -> CoverageRows:
        """The table."""
        return self.query_one(CoverageRows)

    @property
    def foot(self) -> Foot:
        """The lines under it."""
        return self.query_one(Foot)

    def on_mount(self) -> None:
        self.fill()

    def on_resize(self, event: events.Resize) -> None:
        self.foot.styles.height = 2 if event.size.height < LOW else 3
        self.call_after_refresh(self._say)

    def fill(self) -> None:
        """Fills the table from the session; the cursor stays where it was."""
        session = self.session
        articles = [session.by_id[id] for id in self.story.articles]
        known = session.facts.facts if session.facts else ()
        dismissed = session.dismissed(known)
        facts = [fact for fact in known if fact.id not in dismissed]
        found = coverage.sections(articles, session.passages, facts)
        table = self.table
        more = context(self).glyphs.ellipsis
        if session.telling is None:
            table.nothing = f"Looking for shared passages {more}"
        elif session.facts is None:
            table.nothing = f"Looking for facts {more}"
        else:
            table.nothing = "No shared passages, no facts."
        waiting = f"Looking for facts {more}" if session.facts is None else ""
        table.show([(id, str(session.numbers[id])) for id in self.story.articles], found, waiting)
        passages, several, one = (len(section.rows) for section in found)
        said = [count(passages, "passage")] if session.telling else []
        said += [count(several + one, "fact")] if session.facts else []
        self.query_one(Bar).say(f"Coverage of {count(len(articles), 'article')}", ", ".join(said))
        self._say()

    def _say(self) -> None:
        if not self.is_mounted:
            return
        table = self.table
        numbers = self.session.numbers
        names = [(str(numbers[id]), name) for id, name in self._names().items()]
        self.query_one(CoverageHead).say(names, table.columns, table.column)
        self.foot.say(*self._summary())
        self.show_status()

    def _names(self) -> dict[str, str]:
        short = labels(self.story.articles)
        by_id = self.session.by_id
        return {id: safe(by_id[id].source or short[id]) for id in self.story.articles}

    def _summary(self) -> tuple[str, ...]:
        """Who stands alone, and who has most in common; on a low screen both on one line, by numbers only."""
        telling = self.session.telling
        if telling is None or len(self.story.articles) < 2:
            return ()
        numbers, names = self.session.numbers, self._names()
        low = self.app.size.height < LOW
        lonely = coverage.alone(self.story.articles, telling.shared)[: 1 if low else 2]
        pairs = coverage.alike([self.session.by_id[id] for id in self.story.articles], self.session.links)
        alike = [f"{numbers[a]} and {numbers[b]}, {share:.0%}" for share, a, b in pairs[: 1 if low else 3]]
        if low:
            first = [f"least shared {numbers[id]}, {share:.0%}" for share, id in lonely]
            return (f" {context(self).glyphs.dot} ".join(first + alike),)
        more = context(self).glyphs.ellipsis
        said = "   ".join(f"{numbers[id]} {shorten(names[id], 18, more)}, {share:.0%}" for share, id in lonely)
        return f"Least shared   {said}", f"Most alike     {'   '.join(alike) or 'no two'}"

    # Status line

    def where(self) -> list[tuple[str, str]]:
        table = self.table
        row = table.current
        if row is None:
            return [(table.nothing, "bar")]
        said = [(f"{table.cursor + 1} of {table.items}", "bar_text")]
        name = f"{self.session.numbers[table.article]} {self._names()[table.article]}"
        letters = row.letters.get(table.article)
        if self.app.size.width < 60:
            return [*said, (f" {context(self).glyphs.dot} article {name.partition(' ')[0]}", "bar")]
        said.append((f" {context(self).glyphs.dot} {name}", "bar"))
        same = sum(1 for other in row.letters.values() if other == letters)
        if letters is None:
            said.append((" lacks it", "bar"))
        elif same > 1:
            said.append((f" has it, worded as in {count(same - 1, 'other')}", "bar"))
        else:
            said.append((" has it in words of its own", "bar"))
        return said

    # Commands

    def exported(self) -> tuple[str, ...]:
        return tuple(self.story.articles)

    def do_left(self) -> None:
        self.table.step(-1)
        self._say()

    def do_right(self) -> None:
        self.table.step(1)
        self._say()

    def do_open(self) -> None:
        row = self.table.current
        if row is None:
            return
        span = row.spans.get(self.table.article) or next(iter(row.spans.values()))
        passage = row.what if isinstance(row.what, Passage) else None
        below = self.app.screen_stack[-2]
        if isinstance(below, CompareScreen) and set(self.story.articles) == set(below.desk.ids):
            self.app.pop_screen()
            show(below, span, passage)
        else:
            screen = CompareScreen(self.story.articles, span.article, zoomed=False)
            screen.current = passage
            self.app.push_screen(screen)
            if passage is None:
                screen.call_after_refresh(screen.jump, span)

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

    def on_screen_resume(self) -> None:
        self.fill()


def show(screen: CompareScreen, span: Span, passage: Passage | None) -> None:
    """Shows a span in a compare screen that is open; of a passage every pane shows its own occurrence."""
    if passage is None:
        screen.jump(span)
        return
    screen.do_reader()
    screen.current = passage
    screen.desk.go(span.article)
    screen.refill()
