"""Reading: one article, or several side by side, level at what they share."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult

from tuireader.passages import Passage
from tuireader.story import Telling
from tuireader.text.moving import moved
from tuireader.tui import lighting
from tuireader.tui.context import context
from tuireader.tui.hinting import LATER
from tuireader.tui.levelling import Levels
from tuireader.tui.places import Places
from tuireader.tui.reading.cursor import sentence_at
from tuireader.tui.reading.desk import Desk, room_for
from tuireader.tui.reading.standing import meaning
from tuireader.tui.screens.base import BaseScreen
from tuireader.tui.screens.compare_copy import CopyOffers
from tuireader.tui.screens.compare_counts import PaneCounts
from tuireader.tui.screens.compare_cursor import PlaceOfCursor
from tuireader.tui.screens.compare_facts import FactCommands
from tuireader.tui.screens.compare_hits import HitCommands
from tuireader.tui.screens.compare_links import LinkMarks
from tuireader.tui.screens.compare_marks import MarkCommands
from tuireader.tui.screens.compare_moving import Moving
from tuireader.tui.screens.compare_panes import PaneCommands
from tuireader.tui.screens.compare_passages import PassageCommands
from tuireader.tui.screens.compare_raw import RawCommands
from tuireader.tui.screens.compare_reading import ReadingCursor
from tuireader.tui.screens.compare_views import ViewCommands
from tuireader.tui.screens.compare_where import WhereLine
from tuireader.tui.screens.compare_words import WordCommands
from tuireader.tui.widgets.bar import Bar
from tuireader.tui.widgets.boxes import Across
from tuireader.tui.widgets.facts import FactsPane
from tuireader.tui.widgets.pane import Pane
from tuireader.tui.widgets.reader import ReaderView
from tuireader.tui.widgets.status import StatusLine

#: From this width on the facts pane stands beside the reader; below, over it.
FACTS_BESIDE = 76


def facts_width(width: int) -> int:
    """Columns of a facts pane that stands beside the reader, on a screen of so many."""
    return min(60 if width >= 180 else 46, width // 2)


class CompareScreen(
    WordCommands,
    HitCommands,
    PlaceOfCursor,
    WhereLine,
    ReadingCursor,
    LinkMarks,
    PassageCommands,
    CopyOffers,
    MarkCommands,
    FactCommands,
    PaneCommands,
    Moving,
    ViewCommands,
    RawCommands,
    PaneCounts,
    BaseScreen,
):
    """Panes side by side. The active one leads, the others follow it to the same passage."""

    SCOPE = "compare"
    LATER = LATER["compare"]
    DEFAULT_CSS = """
    CompareScreen FactsPane { display: none; width: 46; }
    CompareScreen.-facts FactsPane { display: block; }
    CompareScreen.-over FactsPane { width: 1fr; }
    CompareScreen.-facts.-over Pane, CompareScreen.-facts.-over TellingsPane { display: none; }
    """

    def __init__(self, ids: tuple[str, ...], first: str, *, zoomed: bool, facts: bool = False) -> None:
        super().__init__()
        self.desk = Desk(ids, first, zoomed=zoomed)
        self.synced = True
        self.current: Passage | None = None
        self.facts_active = facts
        self._start_with_facts = facts
        self._told: Telling | None = None
        self._wrapped = False

    def compose(self) -> ComposeResult:
        width = self.app.size.width
        self.desk.fit(room_for(width - self._facts_room(width, self._start_with_facts), len(self.desk.ids)))
        with Across(id="desk"):
            for _ in self.desk.panes:
                yield Pane()
            yield FactsPane(self.session.story_with(self.desk.ids, self.desk.first))
        yield StatusLine()

    # Panes

    @property
    def panes(self) -> list[Pane]:
        """The panes from left to right."""
        # Asked for dozens of times at a key: all widgets are not looked through.
        boxes = (box for box in self.children if isinstance(box, Across))
        return [each for box in boxes for each in box.children if isinstance(each, Pane)]

    @property
    def pane(self) -> Pane:
        """The active pane."""
        return self.panes[self.desk.active]

    @property
    def ready(self) -> bool:
        """Whether the panes stand, and have their articles. Where the facts cover them they need not."""
        if self.covered:
            return True
        return len(self.panes) == len(self.desk.panes) and self.pane.view.ready

    @property
    def filled(self) -> bool:
        return super().filled and self.ready and self.session.facts is not None

    @property
    def covered(self) -> bool:
        """Whether the facts pane lies over the texts. Then the keys are its own."""
        return self.facts_open and self.has_class("-over")

    @property
    def facts_open(self) -> bool:
        """Whether the facts pane is on screen."""
        return self.has_class("-facts")

    def on_mount(self) -> None:
        self._told = self.session.telling
        self.levels = Levels(self.session.links)
        self.places = Places(self, self.session.library)
        if self._start_with_facts:
            self.add_class("-facts")
        self._lay_out(self.app.size.width)

    def on_resize(self, event: events.Resize) -> None:
        self.show_tellings()
        self._lay_out(event.size.width)

    def _lay_out(self, width: int) -> None:
        over = width < FACTS_BESIDE
        if over and not self.facts_active:
            # They would cover the text that is being read.
            self.remove_class("-facts")
        self.set_class(over, "-over")
        taken = self._facts_room(width, self.facts_open)
        # Over the texts it has the width of the screen, whatever it had beside them.
        self.facts.styles.width = taken or None
        self.desk.fit(room_for(width - taken, len(self.desk.ids)))
        self.refill()

    def room(self) -> int:
        """Columns of the texts."""
        width = self.app.size.width
        return width - self._facts_room(width, self.facts_open)

    def _facts_room(self, width: int, shown: bool) -> int:
        """Columns the facts pane takes from the texts."""
        return facts_width(width) if shown and width >= FACTS_BESIDE else 0

    def prepare(self) -> bool:
        width = self.app.size.width
        return not self.facts_open and self.ready and self.facts.prepare(self._facts_room(width, shown=True) or width)

    def refill(self) -> None:
        """Makes the panes show what the desk says."""
        if not self.is_attached:
            return
        panes = self.panes
        wanted = self.desk.panes
        for pane in panes[len(wanted) :]:
            pane.remove()
        missing = len(wanted) - len(panes)
        if missing > 0:
            self.query_one("#desk").mount(*(Pane() for _ in range(missing)), before=self.facts)
            self.call_after_refresh(self.refill)
            return
        self.fit_widths()
        # What stood in another pane goes on where it was.
        tops = {pane.article.id: pane.view.offset_at_top for pane in panes if pane.article is not None}
        for pane, id in zip(panes, wanted, strict=False):
            if pane.article is None or pane.article.id != id:
                article = self.session.by_id[id]
                pane.view.raw = self.raw
                pane.show(article, at=tops.get(id, self.session.library.position(article.digest) or 0))
        article = self.session.by_id[self.desk.article]
        if not self.session.library.is_read(article.digest):
            self.session.library.set_read(article.digest, True)
        self.relight()
        self.call_after_refresh(self._settle)

    def _settle(self, tries: int = 20) -> None:
        """After a layout: panes level again."""
        if not self.is_attached:
            return
        if len(self.panes) != len(self.desk.panes):
            # Panes that close are still there for a moment.
            if tries:
                self.call_after_refresh(self._settle, tries - 1)
            return
        alone = len(self.panes) == 1 and self.cursor is not None and self.pane.view.shows(self.cursor)
        if self.current is None:
            self.follow()
        elif not alone:
            at = self.cursor and self.passage_at(self.cursor)
            self.go_to(self.current, at[1] if at and at[0] == self.current else None)
        self.keep_in_sight()
        self.show_links()
        self.show_status()

    def relight(self) -> None:
        """Draws everything that lies over the texts anew."""
        self.name_panes()
        for pane in self.panes:
            if pane.article is not None:
                # Side by side the panes themselves say who else carries a line; beside the facts every column counts.
                alone = len(self.desk.panes) == 1 and not self.facts_open
                width = self.room()
                notes = lighting.carriers(context(self), pane.article.id, self.desk.ids, width) if alone else []
                if self.raw:
                    notes = self.reasons(pane)
                self.unveil(pane)
                pane.view.annotate(notes, lighting.numbers(context(self), pane.article.id))
        self.light_marks()
        self.show_current()
        self.show_status()

    def show_current(self) -> None:
        """Lights what the cursor and the views ask for: in the texts and in their gutters."""
        self.show_views()
        self.show_cursor()
        self.show_bars()
        self.show_links()
        self.show_hits()

    def name_panes(self) -> None:
        """Says in the title lines which pane is active."""
        for index, pane in enumerate(self.panes):
            pane.entitle(active=index == self.desk.active and not self.facts_active)
        self.facts.follow(self.desk.article, self.desk.panes)
        self.facts.entitle(active=self.facts_active)

    def meaning(self) -> str:
        panes = [(pane.article.digest, pane.view.offset_at_top) for pane in self.panes if pane.article is not None]
        return meaning(self.desk.active, panes)

    # Moving together

    def follow(self, leader: Pane | None = None) -> None:
        """Brings the other panes to what the leading one shows, where they are in step."""
        if self.synced:
            self.levels.follow(leader or self.pane, self.panes)

    def moved(self) -> None:
        """After the active pane was scrolled: the others follow, and the place is kept."""
        for pane in self.panes:
            pane.view.lay("hit", ())
        self.follow()
        self.scrolled()

    def scrolled(self) -> None:
        """After panes were scrolled: the place is kept, and what is out of sight is not what is at hand."""
        if self.lose_sight():
            self.show_current()
        else:
            self.show_links()
        self.note_place()
        self.show_status()

    def note_place(self) -> None:
        """Has the places in the articles remembered."""
        self.places.note(self.panes)

    def save(self) -> None:
        self.places.save()

    def on_unmount(self) -> None:
        self.save()

    # Keys

    def exported(self) -> tuple[str, ...]:
        return self.desk.ids

    def condition(self, name: str) -> bool:
        if name == "passages":
            return bool(self.shared(self.desk.article))
        if name == "panes":
            return len(self.desk.ids) > 1
        if name == "lit":
            hit = any(len(pane.view.laid("hit")) for pane in self.panes) and not self.facts_active
            return hit or self.cursor is not None or self.current is not None or self.wording == "tellings"
        if name == "marks":
            return any(self.session.library.marks(self.session.by_id[id].digest) for id in self.desk.ids)
        if name == "facts":
            return self.facts.items > 0
        if name == "fact":
            return self.facts.fact is not None
        if name == "dismissed":
            return self.facts.dismissed > 0
        return super().condition(name)

    # What happens

    def palette_changed(self) -> None:
        super().palette_changed()
        hit = context(self).palette.hit
        for pane in self.panes:
            if pane.article is not None:
                lit = pane.view.laid("hit").over(0, len(pane.article.text))
                pane.view.lay("hit", [(start, end, hit) for start, end, _ in lit])
        self.relight()

    def session_changed(self) -> None:
        self.facts.story = self.session.story_with(self.desk.ids, self.desk.article)
        self.facts.fill_facts()
        self.renew_hits()
        if self._told is not self.session.telling:
            self._told = self.session.telling
            self.levels = Levels(self.session.links)
            self.current = self.session.same_passage(self.current) if self.current else None
            self._show_changed()
            self.relight()
            self.follow()
        self.show_status()

    def _show_changed(self) -> None:
        """Shows the articles whose text is another one by now, from where the reader stood in the old one."""
        for pane in self.panes:
            old = pane.article
            new = self.session.by_id[old.id] if old is not None else None
            if old is not None and new is not None and new is not old:
                pane.show(new, at=moved(old.text, new.text, pane.view.offset_at_top) if pane.view.ready else 0)

    def on_reader_view_wrapped(self, _: ReaderView.Wrapped) -> None:
        # All panes are wrapped anew at once: one layout for all of them.
        if not self._wrapped:
            self._wrapped = True
            self.call_later(self._settle_wrapped)

    def _settle_wrapped(self) -> None:
        self._wrapped = False
        self._settle()

    def on_reader_view_scrolled(self, event: ReaderView.Scrolled) -> None:
        pane = event.view.parent
        if isinstance(pane, Pane):
            self.follow(pane)
            self.scrolled()

    def on_reader_view_clicked(self, event: ReaderView.Clicked) -> None:
        pane = event.view.parent
        if not isinstance(pane, Pane) or pane.article is None:
            return
        self.facts_active = False
        self.desk.go(pane.article.id)
        self.name_panes()
        place = sentence_at(pane.article, event.offset_in_text)
        if place is not None:
            self.put(place)

    def on_bar_clicked(self, event: Bar.Clicked) -> None:
        pane = event.bar.parent
        if isinstance(pane, Pane) and pane.article is not None:
            self.facts_active = False
            self.desk.go(pane.article.id)
            self.carry()
            self.name_panes()
            self.show_current()
            self.show_status()
