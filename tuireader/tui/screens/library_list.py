"""What the library lists: by story or flat, in which order, what the filter leaves; and the commands for that."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Mapping, Sequence

from tuireader.text.topics import topic
from tuireader.tui.context import context
from tuireader.tui.screens.library_filter import FilterCommands
from tuireader.tui.screens.library_order import OrderCommands
from tuireader.tui.shelf import order as orders
from tuireader.tui.shelf.alike import beginnings
from tuireader.tui.shelf.cards import Card, Cards
from tuireader.tui.shelf.columns import needs
from tuireader.tui.shelf.filter import fitting
from tuireader.tui.shelf.groups import Group, grouped
from tuireader.tui.shelf.headings import ROOMY, Heading, about, name_of, of_list
from tuireader.tui.widgets.articles import ColumnNames
from tuireader.tui.widgets.rows import Row

#: Names for groups that are no story where they are folded.
_ALONE, _NEW = -1, -2


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
        self._groups: Mapping[int, Sequence[Card]] = {}
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
        self._rows, place = self._laid_out(cards, here)
        self._begun.clear()
        shelf.nothing = () if cards else self.teach()
        shelf.fill(self._rows, place if place is not None else 0 if top else shelf.cursor)
        self._say_columns()
        self.listed()

    def _laid_out(self, cards: Sequence[Card], here: str) -> tuple[list[Row], int | None]:
        """The rows of the list, and the item of an article, by its id."""
        if self.flat:
            self._groups = {}
            rows = [Row(item, card) for item, card in enumerate(cards)]
            return rows, next((item for item, card in enumerate(cards) if card.id == here), None)
        telling = self.session.telling
        together = {story.number for story in telling.stories if len(story.articles) > 1} if telling else set()
        rows = []
        item, place = 0, None
        groups = grouped(cards, telling is not None, together)
        self._groups = {group.number: group.cards for group in groups if group.kind == "story" or len(groups) == 1}
        for group in groups:
            heading = self._heading(group)
            folded = bool(heading.ids)
            if rows and not (folded and isinstance(rows[-1].data, Heading)):
                rows.append(Row(None, Heading("")))
            if folded:
                place = item if here in heading.ids else place
                rows.append(Row(item, heading))
                item += 1
                continue
            rows.append(Row(None, heading))
            for card in group.cards:
                place = item if card.id == here else place
                rows.append(Row(item, card))
                item += 1
        return rows, place

    def _heading(self, group: Group) -> Heading:
        number = {"story": group.number, "alone": _ALONE, "new": _NEW}.get(group.kind, 0)
        said = about(group, self._in_story[group.number], self.session, context(self).glyphs.ellipsis)
        # What a filter finds is shown, folded away or not.
        folded = number in self._folded and number != 0 and not self.filtered
        ids = tuple(card.id for card in group.cards) if folded else ()
        return Heading(name_of(group), said, ids, number)

    def topic_of(self, story: int) -> str:
        """What a story is about, by its number; found out when it is first asked for."""
        if story not in self._topics:
            self._topics[story] = topic([card.title for card in self._all if story > 0 and card.story == story])
        return self._topics[story]

    def begun_above(self, card: Card) -> int:
        """How much of a title stands in a title of its story above it; found out when it is first asked for."""
        number = card.story if card.story in self._groups else 0
        if number not in self._begun:
            cards = self._groups.get(number, ())
            places = beginnings([each.title for each in cards])
            self._begun[number] = {each.id: place for each, place in zip(cards, places, strict=True)}
        return self._begun[number].get(card.id, 0)

    def _id_of(self, row: Card | Heading | None) -> str:
        if isinstance(row, Card):
            return row.id
        return row.ids[0] if isinstance(row, Heading) and row.ids else ""

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
            return _NEW
        story = self.session.story_of(card.id)
        several = any(len(each.articles) > 1 for each in telling.stories)
        return story.number if len(story.articles) > 1 else _ALONE if several else 0

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
