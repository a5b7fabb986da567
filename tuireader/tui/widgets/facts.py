"""The facts pane: what the articles of a story say, where they agree and where they do not."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from tuireader.article import Span
from tuireader.facts import Fact
from tuireader.story import Story
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.reading.fact_groups import HEADINGS, By, dismissal, grouped
from tuireader.tui.reading.fact_lines import carried
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.fact_rows import FactList, FactRows
from tuireader.tui.widgets.foot import Foot
from tuireader.tui.widgets.rows import RowList

#: In a pane lower than this one line says why.
LOW = 16


class FactsPane(Vertical):
    """A title line, the facts of one story, and the rule that gave the verdict of the fact under the cursor.

    Set ``story`` and call ``fill_facts`` to show another one.
    """

    DEFAULT_CSS = """
    FactsPane { height: 1fr; }
    FactsPane.-low Foot { height: 2; }
    """
    can_focus = False

    class Jump(Message):
        """The reader wants to see a span: the fact under the cursor as one article says it."""

        def __init__(self, span: Span) -> None:
            super().__init__()
            self.span = span

    class Clicked(Message):
        """The pane was clicked: the keys should go to it."""

    def __init__(self, story: Story) -> None:
        super().__init__()
        self.story = story
        self.dismissed = 0
        """How many facts of the story are dismissed."""
        self.show_dismissed = False
        self._bar = Bar()
        self._list = FactRows()
        self._foot = Foot()
        self._carrier: tuple[int, int] | None = None
        self._active = False

    def compose(self) -> ComposeResult:
        yield self._bar
        yield self._list
        yield self._foot

    def on_mount(self) -> None:
        self.fill_facts()

    # What is shown

    @property
    def rows(self) -> FactRows:
        """The list."""
        return self._list

    @property
    def fact(self) -> Fact | None:
        """The fact under the cursor."""
        return self._list.fact

    @property
    def by(self) -> By:
        """What the facts are grouped by; remembered from run to run."""
        return "kind" if context(self).session.library.get("facts.group") == "kind" else "verdict"

    def fill_facts(self) -> None:
        """Fills the list from the session. The cursor stays on its fact, or near where it was."""
        session = context(self).session
        before, place = self.fact, self._list.cursor
        own = set(self.story.articles)
        known = session.facts
        facts = [fact for fact in known.facts if own.issuperset(fact.articles)] if known else []
        dismissed = session.library.dismissed() if facts else frozenset()
        self.dismissed = sum(1 for fact in facts if dismissal(fact) in dismissed)
        self.show_dismissed = self.show_dismissed and self.dismissed > 0
        groups = grouped(facts, self.by, dismissed, show_dismissed=self.show_dismissed)
        listed = [fact.id for group in groups for fact in group.facts]
        if before is not None and before.id in listed:
            place = listed.index(before.id)
        numbers = {id: session.numbers[id] for id in self.story.articles}
        self._carrier = None
        self._list.show(FactList(groups, self.by, numbers, self._nothing()), place)
        self._say()

    def _nothing(self) -> str:
        here = context(self)
        if here.session.facts is None:
            return f"Looking for facts {here.glyphs.ellipsis}"
        if self.dismissed:
            return "All facts here are dismissed."
        return "No facts: the rules read English."

    def entitle(self, *, active: bool) -> None:
        """Writes the title line, and draws the cursor as that of the pane the keys go to, or not."""
        self._active = active
        self._list.activate(active)
        self._say()

    def _say(self) -> None:
        count = f"{self.items}, {self.dismissed} dismissed" if self._hidden else str(self.items)
        waiting = context(self).session.facts is None
        self._bar.say(f"Facts by {self.by}", "" if waiting else count, active=self._active)
        fact = self.fact
        self._foot.say(safe(fact.why) if fact else "")

    @property
    def _hidden(self) -> bool:
        return self.dismissed > 0 and not self.show_dismissed

    # Moving

    @property
    def items(self) -> int:
        """How many facts are listed."""
        return self._list.items

    def move(self, by: int) -> None:
        """Moves the cursor by so many facts."""
        self.go(self._list.cursor + by)

    def page(self, direction: int) -> None:
        """Moves the cursor by a screenful."""
        self._list.page(direction)
        self._moved()

    def go(self, item: int) -> None:
        """Puts the cursor on a fact."""
        self._list.go(item)
        self._moved()

    def _moved(self) -> None:
        if self._carrier is not None and self._carrier[0] != self._list.cursor:
            self._carrier = None
        self._say()

    # What the commands do

    def jump(self) -> None:
        """Asks for the sentence of the first article that carries the fact; again, of the next one."""
        fact = self.fact
        if fact is None:
            return
        spans = carriers(fact)
        at = (self._carrier[1] + 1) % len(spans) if self._carrier is not None else 0
        self._carrier = (self._list.cursor, at)
        self.post_message(self.Jump(spans[at]))

    def group(self) -> None:
        """Groups by kind instead of by verdict, or the other way round, and remembers it."""
        context(self).session.library.set("facts.group", "verdict" if self.by == "kind" else "kind")
        self.fill_facts()

    def dismiss(self) -> None:
        """Takes the fact under the cursor off the list; one that is dismissed goes back on it. Both are remembered."""
        fact = self.fact
        if fact is None:
            return
        library = context(self).session.library
        key = dismissal(fact)
        place = self._list.cursor
        if key in library.dismissed():
            library.restore(key)
        else:
            library.dismiss(key)
        self.fill_facts()
        self.go(min(place, self.items - 1))

    def toggle_dismissed(self) -> None:
        """Lists the dismissed facts too, or no longer."""
        self.show_dismissed = not self.show_dismissed
        self.fill_facts()

    def where(self) -> list[tuple[str, str]]:
        """What the status line says of the cursor."""
        fact = self.fact
        here = context(self)
        if fact is None:
            return [(self._nothing(), "bar")]
        dot = f" {here.glyphs.dot} "
        said = [("fact ", "bar"), (f"{self._list.cursor + 1} of {self.items}", "bar_text")]
        said.append((f"{dot}{HEADINGS[fact.verdict][0]}", "bar"))
        if self.app.size.width >= 100:
            said.append((f"{dot}{carried(fact)}", "bar"))
        if self._hidden and self.app.size.width >= 60:
            said.append((f"{dot}{self.dismissed} dismissed", "bar"))
        return said

    # What happens

    def on_row_list_moved(self, _: RowList.Moved) -> None:
        self._moved()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.jump()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.height < LOW, "-low")

    def on_click(self, _: events.Click) -> None:
        self.post_message(self.Clicked())


def carriers(fact: Fact) -> list[Span]:
    """Where each article says the fact first, in the order of the articles."""
    first: dict[str, Span] = {}
    for value in fact.values:
        first.setdefault(value.span.article, value.span)
    return list(first.values())
