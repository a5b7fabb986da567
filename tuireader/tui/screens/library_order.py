"""In which order a list of articles stands, and whether by story: chosen by keys, remembered from run to run."""

from __future__ import annotations

from abc import abstractmethod

from tuireader.tui.screens.base import ListScreen
from tuireader.tui.shelf import order as orders
from tuireader.tui.shelf.order import GROUP, SORT, TURNED, Order


class OrderCommands(ListScreen):
    """A list of articles that can be sorted."""

    #: The order of a list that nobody has sorted yet.
    FIRST_ORDER = "opened"

    @property
    def flat(self) -> bool:
        """Whether the articles are listed without their stories; remembered from run to run."""
        return bool(self.session.library.get(GROUP) == "flat")

    @property
    def order(self) -> Order:
        """What the list is sorted by; remembered from run to run."""
        return orders.named(self.session.library.get(SORT, self.FIRST_ORDER))

    @property
    def turned(self) -> bool:
        """Whether the order is turned round."""
        return self.session.library.get(TURNED) is True

    @abstractmethod
    def reorder(self) -> None:
        """Lists the articles in the order that holds now."""

    def do_sort(self) -> None:
        self._sort(orders.after(self.order))

    def _sort(self, by: Order) -> None:
        self.session.library.set(SORT, by.name)
        self.session.library.set(TURNED, False)
        self.reorder()
        self._say_order()

    def do_turn(self) -> None:
        self.session.library.set(TURNED, not self.turned)
        self.reorder()
        self._say_order()

    def _say_order(self) -> None:
        by = self.order
        self.say(
            f"Sorted by {by.label}: {by.ways[self.turned]}"
            if by.column or by.name == "unread"
            else f"Sorted as opened: {by.ways[self.turned]}"
        )

    def do_group(self) -> None:
        self.session.library.set(GROUP, "story" if self.flat else "flat")
        self.reorder()
        self.say("One list, without stories" if self.flat else "By story")
