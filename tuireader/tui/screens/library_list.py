"""What the library lists: by story or flat, in which order, what the filter leaves; and the commands for that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from textual import events

from tuireader.report.counting import count
from tuireader.settings.commands import Command, by_scope, get
from tuireader.text.safe import line as safe
from tuireader.tui.context import context
from tuireader.tui.screens.base import ListScreen
from tuireader.tui.shelf import order as orders
from tuireader.tui.shelf.alike import beginnings
from tuireader.tui.shelf.cards import Card, Cards
from tuireader.tui.shelf.columns import needs
from tuireader.tui.shelf.filter import fitting
from tuireader.tui.shelf.groups import Group, grouped, topic
from tuireader.tui.shelf.order import Order
from tuireader.tui.widgets.articles import ArticleRows, ColumnNames, Heading
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.rows import Row

_GROUP, _SORT, _TURNED = "library.group", "library.sort", "library.turned"
#: Names for groups that are no story where they are folded.
_ALONE, _NEW = -1, -2
#: Keys that go back, and are pressed once too often: they do not leave the library.
_STAYS = ("escape", "ctrl+g")


class ListCommands(ListScreen):
    """Fills the list from the session, and changes what it lists."""

    _cards: Cards
    _all: Sequence[Card] = ()
    _rows: Sequence[Row] = ()
    _shown = 0
    _unread = 0

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
    def shelf(self) -> ArticleRows:
        """The list of articles."""
        return self.query_one(ArticleRows)

    @property
    def filter_line(self) -> Prompt:
        """The line the filter is typed into."""
        return self.query_one(Prompt)

    @property
    def typing(self) -> bool:
        """Whether keys go into the filter."""
        return self.has_class("-typing")

    @property
    def filtered(self) -> bool:
        """Whether a filter holds."""
        return bool(self.filter_line.value.strip())

    @property
    def row(self) -> Card | Heading | None:
        """What stands under the cursor; None in an empty list."""
        data = self.shelf.data
        return data if isinstance(data, Card | Heading) else None

    @property
    def flat(self) -> bool:
        """Whether the articles are listed without their stories; remembered from run to run."""
        return bool(self.session.library.get(_GROUP) == "flat")

    @property
    def order(self) -> Order:
        """What the list is sorted by; remembered from run to run."""
        return orders.named(self.session.library.get(_SORT))

    @property
    def turned(self) -> bool:
        """Whether the order is turned round."""
        return self.session.library.get(_TURNED) is True

    # Filling

    def fill(self, *, at: str = "", top: bool = False) -> None:
        """Fills the list from the session. The cursor stays on its article, or goes to the article ``at``.

        ``top``: where its article is not listed any more it goes to the first one, else it stays near.
        """
        self._cards.read_states()
        self._all = self._cards.all()
        self._in_story = Counter(card.story for card in self._all)
        self._unread = sum(not card.state.read for card in self._all)
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
        name = {"story": f"Story {group.number}", "alone": "On their own", "new": "Just come in"}.get(
            group.kind, "Articles"
        )
        here, whole = len(group.cards), self._in_story[group.number]
        told_of = f"{here:,} of {count(whole, 'article')}" if group.kind == "story" and here < whole else ""
        said = [told_of or count(here, "article")]
        if self.session.telling is None or group.kind == "new":
            said.append(f"looking for what they share {context(self).glyphs.ellipsis}")
        else:
            passages = self.session.passages_in(group.number) if group.kind == "story" else 0
            if passages:
                said.append(count(passages, "shared passage"))
            if group.unread:
                said.append(f"{group.unread:,} unread")
            if group.newest:
                said.append(group.newest)
        # What a filter finds is shown, folded away or not.
        folded = number in self._folded and number != 0 and not self.filtered
        ids = tuple(card.id for card in group.cards) if folded else ()
        return Heading(name, tuple(said), ids, number)

    def topic_of(self, story: int) -> str:
        """What a story is about, by its number; found out when it is first asked for."""
        if story not in self._topics:
            self._topics[story] = topic([card for card in self._all if story > 0 and card.story == story])
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
        dot = f" {context(self).glyphs.dot} "
        total = len(self._all)
        said = [f"{self._shown:,} of {count(total, 'article')}" if self.filtered else count(total, "article")]
        if total:
            said.append(f"{self._unread:,} unread" if self._unread else "all read")
        wide = self.app.size.width >= 60
        if wide and (self.order.name != "opened" or self.turned):
            said.append(f"by {self.order.label}, {self.order.ways[self.turned]}")
        return dot.join(said)

    # Told by the screen that is built on this

    def teach(self) -> list[str]:
        """What to say where nothing is listed."""
        raise NotImplementedError

    def listed(self) -> None:
        """Called when something else is listed."""
        raise NotImplementedError

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

    def do_sort(self) -> None:
        self._sort(orders.after(self.order))

    def _sort(self, by: Order) -> None:
        self.session.library.set(_SORT, by.name)
        self.session.library.set(_TURNED, False)
        self.relist()
        self._say_order()

    def do_turn(self) -> None:
        self.session.library.set(_TURNED, not self.turned)
        self.relist()
        self._say_order()

    def _say_order(self) -> None:
        by = self.order
        self.say(
            f"Sorted by {by.label}: {by.ways[self.turned]}"
            if by.column or by.name == "unread"
            else f"Sorted as opened: {by.ways[self.turned]}"
        )

    def do_group(self) -> None:
        self.session.library.set(_GROUP, "story" if self.flat else "flat")
        self.relist()
        self.say("One list, without stories" if self.flat else "By story")

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

    def do_filter(self) -> None:
        self.add_class("-typing")
        self._say_found()
        self.show_status()

    def do_keep_filter(self) -> None:
        self.remove_class("-typing")
        self.listed()

    def do_drop_filter(self) -> None:
        self.remove_class("-typing")
        at = self._id_of(self.row)
        self.filter_line.clear()
        self.relist(at=at)

    def do_back(self) -> None:
        """A filter is left before the library is."""
        if self.filtered:
            self.do_drop_filter()
        else:
            self.app.do_back()  # type: ignore[attr-defined]

    def do_let_go(self) -> None:
        """Goes back step by step as far as the library; what leaves it is said."""
        picked = self.shelf.picked
        if self.filtered:
            self.do_drop_filter()
        elif picked:
            self.say("No article is selected any more" if len(picked) > 1 else "The article is no longer selected")
            picked.clear()
            self.shelf.refresh()
        else:
            keys_for = context(self).settings.keys_for
            ways = [key for id in ("app.back", "app.quit") for key in keys_for(id) if key not in _STAYS]
            self.say(f"{self.key_text(ways[0])} leaves" if ways else "This is the first screen")

    def command_of(self, key: str) -> Command | None:
        command = super().command_of(key)
        if key in _STAYS and command is not None and command.id == "app.back":
            return get("library.let_go")
        return command

    def _filtered(self) -> None:
        self.relist(top=True)
        self._say_found()

    def _say_found(self) -> None:
        self.filter_line.say(f"{self._shown:,} of {len(self._all):,}" if self.filtered else "")

    @property
    def scopes(self) -> tuple[str, ...]:
        return ("filter",) if self.typing else super().scopes

    def on_key(self, event: events.Key) -> None:
        if not self.typing or event.key == "ctrl+c" or self.command_of(event.key) is not None:
            # The handler of the base class is called after this one.
            return
        event.stop()
        event.prevent_default()
        if not self.came_early(event):
            if self.filter_line.type(event):
                self._filtered()
            self.show_status()

    def on_paste(self, event: events.Paste) -> None:
        if self.typing:
            event.stop()
            self.filter_line.write(event.text)
            self._filtered()

    def hints(self) -> list[tuple[str, str]]:
        if not self.typing:
            return super().hints()
        keys_for = context(self).settings.keys_for
        return [
            (self.key_text(keys[0]), command.label)
            for command in by_scope("filter")
            if command.shown and (keys := keys_for(command.id))
        ]

    def filter_words(self) -> str:
        """What is typed into the filter, safe to show."""
        return safe(self.filter_line.value)
