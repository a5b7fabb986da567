"""What the list of a large library shows: by story or flat, in which order, what the filter leaves; its commands."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import NamedTuple

from textual.message import Message

from tuireader.library.catalogue import Catalogue, Listing
from tuireader.report.counting import count
from tuireader.tui.background import Background
from tuireader.tui.catalogue.lines import ArticleLine, Line, Lines, StoryLine, article_line
from tuireader.tui.context import context
from tuireader.tui.screens.library_filter import FilterCommands
from tuireader.tui.screens.library_order import OrderCommands
from tuireader.tui.widgets.articles import ColumnNames
from tuireader.tui.widgets.catalogue import CatalogueRows, Position, needs

#: Most articles that are selected at a stroke, and opened together.
MOST = 200


#: So many articles are listed anew in less time than a frame takes.
_AT_ONCE = 3_000


class Question(NamedTuple):
    """A list that is asked for: by which call, the line on which the cursor is to stand, or else whether at the top."""

    number: int
    ask: Callable[[], Listing]
    here: Line | None
    top: bool


class CatalogueList(FilterCommands, OrderCommands):
    """Lists what the catalogue has, a window at a time."""

    FIRST_ORDER = "date"

    class Found(Message):
        """A list that was asked for is there."""

        def __init__(self, question: Question, listing: Listing) -> None:
            super().__init__()
            self.question = question
            self.listing = listing

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue
        self.lines = Lines(catalogue.nothing())
        """What is listed."""
        self._asked = 0
        self._asking = Lock()
        self._unfolded = {0}
        """The stories whose articles are listed; 0 for those on their own."""
        self._opened: set[int] = set()
        """The articles whose carriers are listed, by their numbers."""
        self._total = 0
        self.placed = False
        """Whether the cursor was put where it stands."""

    @property
    def shelf(self) -> CatalogueRows:
        return self.query_one(CatalogueRows)

    @property
    def line(self) -> Line | None:
        """What stands under the cursor; None in an empty list."""
        return self.shelf.line

    # Filling

    def fill(self, *, at: Line | None = None) -> None:
        """Lists what there is now. The cursor stays on its line, or goes to ``at``."""
        self.catalogue.refresh()
        self._total = self.catalogue.count()
        self.shelf.needs = needs(self.catalogue.newest(), self.session.library.extent())
        self.relist(at=at)

    def relist(self, *, at: Line | None = None, top: bool = False) -> None:
        """Lists in another order, or through another filter: beside the screen, where there is much to list."""
        self.placed = self.placed or at is not None
        self._asked += 1
        question = Question(
            self._asked,
            partial(
                self.catalogue.listing,
                self.order.name if self.order.name != "opened" else "added",
                self.filter_line.value,
                turned=self.turned,
                by_story=not self.flat,
                # What a filter finds is shown, folded away or not.
                folded=() if self.filtered else None,
                opened=tuple(self._opened) if self.filtered else (),
                selected=tuple(self.shelf.picked),
            ),
            at or (self.line if self.placed else None),
            top,
        )
        if self._total <= _AT_ONCE:
            self._take(question, question.ask())
        else:
            Background(partial(self._find, question))

    def _find(self, question: Question) -> None:
        # One after the other, and only the last one asked of those that wait.
        with self._asking:
            if question.number == self._asked:
                self.post_message(self.Found(question, question.ask()))

    def on_catalogue_list_found(self, event: Found) -> None:
        if event.question.number == self._asked:
            self._take(event.question, event.listing)

    def _take(self, question: Question, listing: Listing) -> None:
        self._show(listing, question.here, top=question.top)
        if self.typing:
            self.say_found()

    def refold(self, here: Line | None) -> None:
        """Lists the same with other stories unfolded."""
        self._show(self.lines.listing, here)

    def _show(self, listing: Listing, here: Line | None, *, top: bool = False) -> None:
        shelf = self.shelf
        if not self.filtered:
            listing = listing.unfolding(self._unfolded, self._opened)
        self.lines = Lines(listing, frozenset(self._opened))
        shelf.flat = self.flat or not listing.stories
        shelf.nothing = () if len(self.lines) else self.teach()
        place = self.lines.place_of(here)
        shelf.fill_by_window(self.lines, place if place is not None else 0 if top or not self.placed else shelf.cursor)
        self.query_one(ColumnNames).say(self.order.column, self.order.down != self.turned)
        self.listed()

    def show_done(self) -> None:
        """Shows what the reader did with what is listed."""
        self.lines.forget()
        self.shelf.refresh()
        self.listed()

    def about_list(self) -> str:
        """What the title line says: how many articles, how many stories, in which order."""
        dot = f" {context(self).glyphs.dot} "
        listing = self.lines.listing
        said = [
            f"{listing.articles:,} of {count(self._total, 'article')}"
            if self.filtered
            else count(self._total, "article")
        ]
        if listing.stories and self.app.size.width >= 50:
            said.append("1 story" if listing.stories == 1 else f"{listing.stories:,} stories")
        if self.app.size.width >= 70 and (self.order.name != self.FIRST_ORDER or self.turned):
            said.append(f"by {self.order.label}, {self.order.ways[self.turned]}")
        return dot.join(said)

    @abstractmethod
    def teach(self) -> list[str]:
        """What to say where nothing is listed."""

    def reorder(self) -> None:
        self.relist()

    def refilter(self) -> None:
        self.relist(top=True)

    def unfiltered(self) -> None:
        self.relist(at=self.line)

    def say_found(self) -> None:
        self.filter_line.say(f"{self.lines.listing.articles:,} of {self._total:,}" if self.filtered else "")

    # Commands

    def go_to(self, line: Line) -> bool:
        """Puts the cursor on a line, or on what it is folded into; whether it is listed."""
        place = self.lines.place_of(line)
        if place is not None:
            self.shelf.go(place)
        return place is not None

    def go_to_number(self, number: int) -> None:
        """Lists anew, with the cursor on the article of a number, where there is one."""
        if (found := self.catalogue.numbered(number)) is not None:
            self.fill(at=article_line(found))

    def do_top(self, count: int | None = None) -> None:
        """To the first row; the number typed before is that of an article, as it stands beside its title."""
        if count is None:
            self.shelf.go(0)
            return
        found = self.catalogue.numbered(count)
        if found is None or not self.go_to(article_line(found)):
            self.say(f"Article {count:,} is not listed")

    def do_bottom(self, count: int | None = None) -> None:
        if count is None:
            self.shelf.go(self.shelf.items - 1)
        else:
            self.do_top(count)

    def do_fold(self) -> None:
        """Folds the story under the cursor away, or unfolds it; of an article that others carry, those others."""
        line = self.line
        if isinstance(line, ArticleLine) and line.carriers:
            self._opened.symmetric_difference_update({line.number})
        elif line is None or self.flat or self.filtered:
            self.say("Stories fold where the list is by story and nothing is filtered")
            return
        else:
            self._unfolded.symmetric_difference_update({line.story})
        self.refold(line)

    def do_fold_all(self) -> None:
        """Folds all stories away; where all are, those on their own, too, or not."""
        if self.flat or self.filtered:
            self.say("Stories fold where the list is by story and nothing is filtered")
            return
        if self._unfolded == {0} and not self._opened:
            self._unfolded.clear()
        else:
            self._unfolded, self._opened = {0}, set()
        self.refold(self.line)

    # Selecting

    def do_select(self) -> None:
        self._select(self.line)
        self.shelf.move(1)

    def do_select_story(self) -> None:
        line = self.line
        if isinstance(line, ArticleLine) and line.story:
            self._toggle(self._digests(line.story), line.story)
        else:
            self._select(line)

    def _select(self, line: Line | None) -> None:
        if isinstance(line, ArticleLine):
            self._toggle((line.digest,), line.story)
        elif line is not None and line.articles > MOST:
            self.say(f"More than {MOST} articles are not selected at a stroke")
        elif line is not None:
            self._toggle(self._digests(line.story), line.story)

    def _toggle(self, digests: tuple[str, ...], story: int) -> None:
        picked = self.shelf.picked
        if all(digest in picked for digest in digests):
            for digest in digests:
                del picked[digest]
            self.shelf.picked_of[story] -= len(digests)
        else:
            self.shelf.picked_of[story] += sum(digest not in picked for digest in digests)
            picked.update(dict.fromkeys(digests))
        self.shelf.refresh()
        self.show_status()

    def _digests(self, story: int) -> tuple[str, ...]:
        listing = self.lines.listing
        return tuple(listing.digests(listing.below(story)))

    def do_let_go(self) -> None:
        if not self.filtered:
            self.shelf.picked_of = Counter()
        super().do_let_go()

    def condition(self, name: str) -> bool:
        if name == "selected":
            return bool(self.shelf.picked)
        return self.line is not None if name == "article" else super().condition(name)

    def where(self) -> list[tuple[str, str]]:
        picked = len(self.shelf.picked)
        if picked:
            return [(f"{picked:,} selected", "bar_text")]
        items = self.shelf.items
        return [(f"{self.shelf.cursor + 1:,}/{items:,}", "bar")] if items else []

    def show_place(self) -> None:
        """Shows where in the list one is."""
        self.query_one(Position).follow()

    def story_line(self) -> int:
        """The story under the cursor, or of the article there; 0 for none."""
        line = self.line
        return line.story if isinstance(line, StoryLine | ArticleLine) else 0
