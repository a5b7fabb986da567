"""In which order a list of articles stands, and whether by story: chosen by keys, remembered from run to run."""

from __future__ import annotations

from abc import abstractmethod

from tuireader.tui.screens.base import ListScreen
from tuireader.tui.shelf import order as orders
from tuireader.tui.shelf.order import Order

_GROUP, _SORT, _TURNED = "library.group", "library.sort", "library.turned"


class OrderCommands(ListScreen):
    """A list of articles that can be sorted."""

    #: The order of a list that nobody has sorted yet.
    FIRST_ORDER = "opened"

    @property
    def flat(self) -> bool:
        """Whether the articles are listed without their stories; remembered from run to run."""
        return bool(self.session.library.get(_GROUP) == "flat")

    @property
    def order(self) -> Order:
        """What the list is sorted by; remembered from run to run."""
        return orders.named(self.session.library.get(_SORT, self.FIRST_ORDER))

    @property
    def turned(self) -> bool:
        """Whether the order is turned round."""
        return self.session.library.get(_TURNED) is True

    @abstractmethod
    def reorder(self) -> None:
        """Lists the articles in the order that holds now."""

    def do_sort(self) -> None:
        self._sort(orders.after(self.order))

    def _sort(self, by: Order) -> None:
        self.session.library.set(_SORT, by.name)
        self.session.library.set(_TURNED, False)
        self.reorder()
        self._say_order()

    def do_turn(self) -> None:
        self.session.library.set(_TURNED, not self.turned)
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
        self.session.library.set(_GROUP, "story" if self.flat else "flat")
        self.reorder()
        self.say("One list, without stories" if self.flat else "By story")
