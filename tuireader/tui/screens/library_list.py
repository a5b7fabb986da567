"""What the library lists: by story or flat, in which order, what the filter leaves; and the commands for that."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tuireader.text.topics import topic
from tuireader.tui.context import context
from tuireader.tui.screens.library_filter import FilterCommands
from tuireader.tui.screens.library_order import OrderCommands
from tuireader.tui.shelf import order as orders
from tuireader.tui.shelf.cards import Card, Cards
from tuireader.tui.shelf.columns import needs
from tuireader.tui.shelf.filter import fitting
from tuireader.tui.shelf.groups import Group
from tuireader.tui.shelf.headings import ALONE, NEW, ROOMY, Heading, of_list, over
from tuireader.tui.shelf.laid_out import by_story, flat
from tuireader.tui.widgets.articles import ColumnNames
from tuireader.tui.widgets.rows import Row


class ListCommands(FilterCommands, OrderCommands):
    """Fills the list from the session, and changes what it lists."""

    _cards: Cards
    _all: Sequence[Card] = ()
    _rows: Sequence[Row] = ()
    _shown = 0

    def __init__(self) -> None:
        super().__init__()
        self._folded: set[int] = set()
        """Numbers of the stories that are folded away."""
        self.placed = False
        """Whether the cursor was put where it stands."""
        self._topics: dict[int, str] = {}
        self._laid_out = flat(())
        self._begun: dict[int, dict[str, int]] = {}
        self._in_story: Counter[int] = Counter()

    @property
    def row(self) -> Card | Heading | None:
        """What stands under the cursor; None in an empty list."""
        data = self.shelf.data
        return data if isinstance(data, Card | Heading) else None

    # Filling

    def fill(self, *, at: str = "", top: bool = False) -> None:
        """Fills the list from the session. The cursor stays on its article, or goes to the article ``at``.

        ``top``: where its article is not listed any more it goes to the first one, else it stays near.
        """
        self._cards.read_states()
        self._all = self._cards.all()
        self._in_story = Counter(card.story for card in self._all)
        self._topics.clear()
        self.shelf.needs = needs(self._all)
        self.relist(at=at, top=top)

    def relist(self, *, at: str = "", top: bool = False) -> None:
        """Lists the articles that are known already: in another order, or through another filter."""
        shelf = self.shelf
        self.placed = self.placed or bool(at)
        # Until the reader has moved it the cursor stays at the top, whatever comes there.
        here = at or (self._id_of(self.row) if self.placed else "")
        cards = fitting(self._all, self.filter_line.value, shelf.picked) if self.filtered else self._all
        cards = orders.put(cards, self.order, turned=self.turned)
        self._shown = len(cards)
        self._laid_out = flat(cards) if self.flat else by_story(cards, self.session.telling, self._heading)
        self._rows = list(_numbered(self._laid_out.rows))
        place = next((row.item for row in self._rows if here in _ids(row.data)), None)
        self._begun.clear()
        shelf.nothing = () if cards else self.teach()
        shelf.fill(self._rows, place if place is not None else 0 if top else shelf.cursor)
        self._say_columns()
        self.listed()

    def _heading(self, group: Group) -> Heading:
        # What a filter finds is shown, folded away or not.
        folded = () if self.filtered else self._folded
        return over(group, self._in_story[group.number], self.session, context(self).glyphs.ellipsis, folded)

    def topic_of(self, story: int) -> str:
        """What a story is about, by its number; found out when it is first asked for."""
        if story not in self._topics:
            self._topics[story] = topic([card.title for card in self._all if story > 0 and card.story == story])
        return self._topics[story]

    def begun_above(self, card: Card) -> int:
        """How much of a title stands in a title of its story above it; found out when it is first asked for."""
        story = self._laid_out.key(card.story)
        if story not in self._begun:
            self._begun[story] = self._laid_out.begun(story)
        return self._begun[story].get(card.id, 0)

    def _id_of(self, row: Card | Heading | None) -> str:
        return next(iter(_ids(row)), "")

    def _say_columns(self) -> None:
        down = self.order.down != self.turned
        self.query_one(ColumnNames).say(self.order.column, down)

    def about_list(self) -> str:
        """What the title line says: how many articles, how many of them unread, in which order."""
        return of_list(
            self._all,
            self._shown if self.filtered else None,
            self.order,
            turned=self.turned,
            wide=self.app.size.width >= ROOMY,
            dot=context(self).glyphs.dot,
        )

    # Told by the screen that is built on this

    @abstractmethod
    def teach(self) -> list[str]:
        """What to say where nothing is listed."""

    # Commands

    def go_to(self, id: str) -> bool:
        """Puts the cursor on an article; whether it is listed."""
        item = next((row.item for row in self._rows if isinstance(row.data, Card) and row.data.id == id), None)
        if item is not None:
            self.shelf.go(item)
        return item is not None

    def do_top(self, count: int | None = None) -> None:
        """To the first row; the number typed before is that of an article, as it stands beside its title."""
        if count is None:
            self.shelf.go(0)
            return
        ids = (id for id, number in self.session.numbers.items() if number == count)
        if not any(self.go_to(id) for id in ids):
            self.say(f"Article {count:,} is not listed")

    def do_bottom(self, count: int | None = None) -> None:
        if count is None:
            self.shelf.go(self.shelf.items - 1)
        else:
            self.do_top(count)

    def do_fold(self) -> None:
        """Folds the story under the cursor away, or unfolds it."""
        row = self.row
        if self.flat or row is None:
            self.say("Stories fold where the list is by story")
            return
        number = row.story if isinstance(row, Heading) else self._number_of(row)
        if not number:
            self.say("There is no story to fold yet")
            return
        at = self._id_of(row)
        self._folded.symmetric_difference_update({number})
        self.relist(at=at)

    def do_fold_all(self) -> None:
        """Folds all stories away; where all are, unfolds them."""
        at = self._id_of(self.row)
        numbers = {self._number_of(card) for card in self._all} - {0}
        if self.flat or not numbers:
            self.say("Stories fold where the list is by story")
            return
        folded = self._folded
        if numbers <= folded:
            folded.clear()
        else:
            folded.update(numbers)
        self.relist(at=at)

    def _number_of(self, card: Card) -> int:
        """The number by which the group of an article is folded; 0 where it is not."""
        telling = self.session.telling
        if telling is None:
            return 0
        if not card.story:
            return NEW
        story = self.session.story_of(card.id)
        several = any(len(each.articles) > 1 for each in telling.stories)
        return story.number if len(story.articles) > 1 else ALONE if several else 0

    # The filter

    def reorder(self) -> None:
        self.relist()

    def refilter(self) -> None:
        self.relist(top=True)
        self.say_found()

    def unfiltered(self) -> None:
        self.relist(at=self._id_of(self.row))

    def say_found(self) -> None:
        self.filter_line.say(f"{self._shown:,} of {len(self._all):,}" if self.filtered else "")


def _numbered(rows: Iterable[Card | Heading]) -> Iterator[Row]:
    """The rows of a list in which articles, and headings that stand for some, can be selected."""
    item = 0
    for row in rows:
        there = bool(_ids(row))
        yield Row(item if there else None, row)
        item += there


def _ids(data: object) -> tuple[str, ...]:
    """The articles that a row stands for."""
    if isinstance(data, Card):
        return (data.id,)
    return data.ids if isinstance(data, Heading) else ()
