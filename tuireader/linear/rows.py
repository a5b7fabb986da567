"""A place with items one after the other, of which one is at hand."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from tuireader.linear.reader import Place, Reader
from tuireader.linear.typist import Order
from tuireader.linear.words import placed

T = TypeVar("T")

#: So many are named at once.
_TEN = 10


class RowPlace(Place, Generic[T]):
    """A subclass says which items there are (``load``), and each in a line (``brief``) and in full (``full``)."""

    #: What is said where there are no items.
    nothing = "Nothing."
    #: Whether each is named with its place; a number and enter bring it to hand.
    numbered = True

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.items: Sequence[T] = self.load()
        self.at = 0
        self.named = 0
        """Up to here items were named."""

    @abstractmethod
    def load(self) -> Sequence[T]:
        """The items."""

    @abstractmethod
    def brief(self, item: T) -> str:
        """An item in a line."""

    @abstractmethod
    def full(self, item: T) -> Iterator[str]:
        """All there is to say of an item."""

    @property
    def item(self) -> T | None:
        """What is at hand."""
        return self.items[self.at] if self.items else None

    def reload(self) -> None:
        """Takes the items anew; the same place stays at hand where there still is one."""
        self.items = self.load()
        self.at = max(0, min(self.at, len(self.items) - 1))
        self.named = 0

    def again(self) -> Iterator[str]:
        item = self.item
        if item is None:
            yield self.nothing
        else:
            yield from self.full(item)

    def where(self) -> Iterator[str]:
        yield f"{self.name}, {placed(self.at, len(self.items))}." if self.items else self.nothing

    def number(self, number: int) -> Iterator[str]:
        if 1 <= number <= len(self.items):
            self.at = number - 1
            yield from self.again()
        else:
            yield f"There is no number {number}; there are {len(self.items)}."

    def _step(self, by: int) -> Iterator[str]:
        at = self.at + by
        if self.items and not 0 <= at < len(self.items):
            yield "That was the last one." if by > 0 else "That was the first one."
            return
        self.at = max(0, at)
        yield from self.again()

    def do_down(self, order: Order) -> Iterator[str]:
        yield from self._step(order.times or 1)

    def do_up(self, order: Order) -> Iterator[str]:
        yield from self._step(-(order.times or 1))

    def do_top(self, _: Order) -> Iterator[str]:
        self.at = 0
        yield from self.again()

    def do_bottom(self, _: Order) -> Iterator[str]:
        self.at = max(0, len(self.items) - 1)
        yield from self.again()

    def do_page_down(self, _: Order) -> Iterator[str]:
        first = self.named if self.named < len(self.items) else 0
        yield from self._ten(first)

    def do_page_up(self, _: Order) -> Iterator[str]:
        yield from self._ten(max(0, self.named - 2 * _TEN))

    def _ten(self, first: int) -> Iterator[str]:
        for place, item in enumerate(self.items[first : first + _TEN], first + 1):
            yield f"{place}: {self.brief(item)}" if self.numbered else self.brief(item)
        self.named = min(first + _TEN, len(self.items))
        left = len(self.items) - self.named
        yield f"And {left:,} more." if left else "Those are all."
