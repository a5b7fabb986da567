"""The facts pane: what the articles of a story say, where they agree and where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from textual import events
from textual.app import ComposeResult
from textual.message import Message

from tuireader.article import Span
from tuireader.facts import Fact
from tuireader.report.counting import count
from tuireader.report.fact_words import about, rule
from tuireader.story import Story
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.reading.fact_choice import NAMES, Shown, listed, spans_of
from tuireader.tui.reading.fact_groups import HEADINGS, By
from tuireader.tui.reading.fact_lines import carried
from tuireader.tui.reading.fact_points import Point
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.boxes import Down
from tuireader.tui.widgets.fact_rows import FactList, FactRows
from tuireader.tui.widgets.foot import Foot
from tuireader.tui.widgets.peek import Peek
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.rows import RowList

#: In a pane lower than this one line says why.
LOW = 16
#: In a pane narrower than this the title is short.
_ROOMY = 56
#: Whose facts are listed: those of all articles at hand, of the one that is read, of those in the panes.
Whose = Literal["all", "article", "panes"]
_BY: tuple[By, ...] = ("verdict", "kind", "timeline")


class FactsPane(Down):
    """A title line, the facts of one story, and the rule that gave the verdict of the fact under the cursor.

    Set ``story``, and the articles that are read as ``here`` and ``panes``, and call ``fill_facts`` to show others.
    """

    DEFAULT_CSS = """
    FactsPane { height: 1fr; }
    FactsPane.-low Foot { height: 2; }
    FactsPane Prompt { display: none; }
    FactsPane.-typing Prompt { display: block; }
    FactsPane Peek { display: none; height: 42%; }
    FactsPane.-peek Peek { display: block; }
    FactsPane.-peek Foot { display: none; }
    """
    can_focus = False

    class Jump(Message):
        """The reader wants to see a span: the fact under the cursor as one article says it."""

        def __init__(self, span: Span) -> None:
            super().__init__()
            self.span = span

    class Selected(Message):
        """Another fact stands under the cursor."""

    class Clicked(Message):
        """The pane was clicked: the keys should go to it."""

    def __init__(self, story: Story) -> None:
        super().__init__()
        self.story = story
        self.here = ""
        """Id of the article that is read."""
        self.panes: Sequence[str] = ()
        """Ids of the articles in the panes."""
        self.whose: Whose = "all"
        self.shown = Shown()
        self.show_dismissed = False
        self.prompt = Prompt("F", "Filter: names, words, kinds")
        self._bar = Bar()
        self._list = FactRows()
        self._foot = Foot()
        self._peek = Peek()
        self._carrier: tuple[int, int] | None = None
        self._active = False
        self._selected: Fact | Point | None = None

    def compose(self) -> ComposeResult:
        yield self._bar
        yield self.prompt
        yield self._list
        yield self._foot
        yield self._peek

    def on_mount(self) -> None:
        self.fill_facts()

    # What is shown

    @property
    def rows(self) -> FactRows:
        """The list."""
        return self._list

    @property
    def item(self) -> Fact | Point | None:
        """The fact, or the point of the timeline, under the cursor."""
        return self._list.item

    @property
    def fact(self) -> Fact | None:
        """The fact under the cursor; of a point of the timeline the one it belongs to."""
        item = self.item
        return item.fact if isinstance(item, Point) else item

    @property
    def by(self) -> By:
        """What the facts are grouped by; remembered from run to run."""
        said = context(self).session.library.get("facts.group")
        return said if said in _BY else "verdict"

    @property
    def typing(self) -> bool:
        """Whether keys go into the filter."""
        return self.has_class("-typing")

    @property
    def dismissed(self) -> int:
        """How many facts of the articles at hand are dismissed."""
        return self.shown.dismissed

    def fill_facts(self, *, gone_to: int | None = None) -> None:
        """Fills the list from the session.

        The cursor stays on its fact; where that is gone it stays near, or goes to the item ``gone_to``.
        """
        session = context(self).session
        before, place = self.item, self._list.cursor
        whose: Sequence[str] = {"all": (), "article": (self.here,), "panes": self.panes}[self.whose]
        self.shown = listed(session, self.story, self.by, whose, self.prompt.value, show_dismissed=self.show_dismissed)
        self.show_dismissed = self.show_dismissed and self.dismissed > 0
        place = self.shown.place_of(before, place if gone_to is None else gone_to)
        numbers = {id: session.numbers[id] for id in self.story.articles}
        self._carrier = None
        self._list.show(FactList(self.shown.groups, self.by, numbers, self._nothing()), place)
        self._say()
        self._select()

    def prepare(self, width: int) -> bool:
        """Makes a part of the list ready to be shown so wide; whether there was something to do."""
        return self._list.prepare(width)

    def _select(self) -> None:
        """Tells whoever lights it that another fact stands under the cursor."""
        if self.item != self._selected:
            self._selected = self.item
            self.post_message(self.Selected())

    def _nothing(self) -> str:
        here = context(self)
        if here.session.facts is None:
            return f"Looking for facts {here.glyphs.ellipsis}"
        if self.prompt.value.strip():
            return f"No fact{self._in()} has “{safe(self.prompt.value)}”."
        if self.whose != "all":
            return "No facts of this article." if self.whose == "article" else "No facts of these articles."
        if self.dismissed:
            return "All facts here are dismissed."
        return "No dates here." if self.by == "timeline" and self.shown.facts else "No facts: the rules read English."

    def entitle(self, *, active: bool) -> None:
        """Writes the title line, and draws the cursor as that of the pane the keys go to, or not."""
        self._active = active
        self._list.activate(active)
        self._say()

    def _say(self) -> None:
        session = context(self).session
        number = f"{self.items}, {self.dismissed} dismissed" if self._hidden else str(self.items)
        if self._narrowed:
            number = f"{self.items} of {self.shown.all}"
        title = "Timeline" if self.by == "timeline" else f"Facts by {self.by}"
        typed = safe(self.prompt.value) if not self.typing else ""
        if typed and self.size.width < _ROOMY:
            # The words that were typed must be seen, whatever else has no room.
            title = "Timeline" if self.by == "timeline" else "Facts"
        title += self._in() + (f" with “{typed}”" if typed else "")
        waiting = session.facts is None
        self._bar.say(title, "" if waiting else number, active=self._active)
        fact = self.fact
        self._foot.say(rule(fact) if fact else "")
        if self.has_class("-peek"):
            self._peek.say(self._carriers())

    def _in(self) -> str:
        """The numbers of the articles whose facts are listed, where those are not all of the story."""
        session = context(self).session
        ids: Sequence[str] = {"all": (), "article": (self.here,), "panes": self.panes}[self.whose]
        if self.whose == "all" and len(self.story.articles) < len(session.story_of(self.story.articles[0]).articles):
            ids = self.story.articles
        numbers = [str(session.numbers[id]) for id in ids if id in session.numbers]
        return f" in {' '.join(numbers)}" if numbers else ""

    @property
    def _hidden(self) -> bool:
        return self.dismissed > 0 and not self.show_dismissed

    @property
    def _narrowed(self) -> bool:
        return self.whose != "all" or bool(self.prompt.value.strip())

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
        self._select()

    # What the commands do

    def spans(self) -> list[Span]:
        """Where the articles say what stands under the cursor: first once each, then wherever else it is named."""
        item = self.item
        return spans_of(item, context(self).session.fact_index, self.story.articles) if item else []

    def _carriers(self) -> list[Span]:
        """Where each article says it first."""
        first: dict[str, Span] = {}
        for span in self.spans():
            first.setdefault(span.article, span)
        return list(first.values())

    def jump(self) -> None:
        """Asks for the sentence of the first article that carries the fact; again, of the next one."""
        spans = self.spans()
        if not spans:
            return
        at = (self._carrier[1] + 1) % len(spans) if self._carrier is not None else 0
        self._carrier = (self._list.cursor, at)
        self.post_message(self.Jump(spans[at]))

    def group(self) -> None:
        """Groups by verdict, by kind, or as a timeline, one after the other, and remembers it."""
        following = _BY[(_BY.index(self.by) + 1) % len(_BY)]
        context(self).session.library.set("facts.group", following)
        before = self.fact
        self.fill_facts()
        if self.fact is None or before is None or self.fact.id != before.id:
            # What was under the cursor is not listed in this way: a number of its own says nothing there.
            self.go(0)

    def narrow(self) -> None:
        """Lists what the article that is read says; then what those in the panes say; then all again."""
        several = 1 < len(self.panes) < len(self.story.articles)
        ways: tuple[Whose, ...] = ("all", "article", "panes") if several else ("all", "article")
        self.whose = ways[(ways.index(self.whose) + 1) % len(ways)] if self.whose in ways else "all"
        self.fill_facts()

    def follow(self, here: str, panes: Sequence[str]) -> None:
        """Takes note of what is read: the article ``here``, and those in the ``panes``."""
        if (here, list(panes)) == (self.here, list(self.panes)):
            return
        before = self.whose, self.here, tuple(self.panes)
        self.here, self.panes = here, tuple(panes)
        if self.is_mounted and before != (self.whose, here, tuple(panes)) and self.whose != "all":
            self.fill_facts()

    def ask(self) -> None:
        """Opens the line into which a filter is typed; what stands in it is kept until something else is typed."""
        self.prompt.selected = bool(self.prompt.value)
        self.add_class("-typing")
        self._say()

    def type(self, event: events.Key) -> None:
        """Takes a key into the filter, and lists what answers it."""
        if self.prompt.type(event):
            self.fill_facts(gone_to=0)

    def paste(self, text: str) -> None:
        """Takes pasted text into the filter."""
        self.prompt.write(text)
        self.fill_facts(gone_to=0)

    def close_filter(self, *, keep: bool) -> None:
        """Closes the line; the filter goes on to hold, or is taken away."""
        self.remove_class("-typing")
        if not keep:
            self.prompt.clear()
        self.fill_facts()

    def peek(self) -> None:
        """Shows the sentences that say it at the foot, or no longer."""
        self.toggle_class("-peek")
        self._say()

    def dismiss(self) -> None:
        """Takes the fact under the cursor off the list; one that is dismissed goes back on it. Both are remembered."""
        fact = self.fact
        if fact is None:
            return
        session = context(self).session
        place = self._list.cursor
        whole = self.shown.whole(fact)
        back = bool(session.dismissed([whole]))
        keys = session.dismissals(whole)
        (session.library.restore if back else session.library.dismiss)(*keys, label=about(fact))
        self.fill_facts()
        self.go(min(place, self.items - 1))

    def toggle_dismissed(self) -> None:
        """Lists the dismissed facts too, or no longer."""
        self.show_dismissed = not self.show_dismissed
        self.fill_facts()

    def where(self) -> list[tuple[str, str]]:
        """What the status line says of the cursor."""
        item, fact = self.item, self.fact
        here = context(self)
        if item is None:
            return [(self._nothing(), "bar")]
        dot = f" {here.glyphs.dot} "
        name = "moment " if isinstance(item, Point) else "fact "
        said = [(name, "bar"), (f"{self._list.cursor + 1} of {self.items}", "bar_text")]
        spans = self.spans()
        if self._carrier is not None and len(spans) > 1:
            noun = "naming" if fact is not None and fact.kind in NAMES else "place"
            said.append((f"{dot}{noun} {self._carrier[1] + 1} of {len(spans)}", "bar"))
        elif fact is not None:
            said.append((f"{dot}{HEADINGS[fact.verdict][0]}", "bar"))
            if self.app.size.width >= 100:
                said.append((f"{dot}{carried(fact)}", "bar"))
        if self._hidden and self.app.size.width >= 60:
            said.append((f"{dot}{count(self.dismissed, 'fact')} dismissed", "bar"))
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
