"""In which order articles stand in the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from tuireader.text.words import fold
from tuireader.tui.shelf.cards import Card

#: Under these names the library remembers whether the list is by story, what it is sorted by, and which way round.
GROUP, SORT, TURNED = "library.group", "library.sort", "library.turned"


class Order(NamedTuple):
    """One way to sort. ``value`` is None where an article has nothing to be sorted by: it comes last, either way round.

    ``down``: what is largest comes first. ``ways`` says what comes first, and what where it is turned round.
    """

    name: str
    label: str
    value: Callable[[Card], Any]
    down: bool = False
    ways: tuple[str, str] = ("", "")
    column: str = ""


ORDERS: tuple[Order, ...] = (
    Order("opened", "as opened", lambda card: card.number, ways=("first opened first", "last opened first")),
    Order(
        "date",
        "date",
        lambda card: card.article.published,
        down=True,
        ways=("newest first", "oldest first"),
        column="date",
    ),
    Order("source", "source", lambda card: fold(card.source) or None, ways=("a to z", "z to a"), column="source"),
    Order("title", "title", lambda card: card.folded, ways=("a to z", "z to a"), column="title"),
    Order(
        "words",
        "words",
        lambda card: card.article.words,
        down=True,
        ways=("longest first", "shortest first"),
        column="words",
    ),
    Order(
        "shared",
        "shared",
        lambda card: card.share,
        down=True,
        ways=("most shared first", "least shared first"),
        column="shared",
    ),
    Order("unread", "unread", lambda card: card.state.read, ways=("unread first", "read first")),
)

_BY_NAME = {order.name: order for order in ORDERS}


def named(name: object) -> Order:
    """The order with this name, else the first one."""
    return _BY_NAME.get(name, ORDERS[0]) if isinstance(name, str) else ORDERS[0]


def after(order: Order, by: int = 1) -> Order:
    """The next order."""
    return ORDERS[(ORDERS.index(order) + by) % len(ORDERS)]


def put(cards: Iterable[Card], order: Order, *, turned: bool = False) -> list[Card]:
    """The cards in an order; those that are equal in it as they were opened."""
    cards = sorted(cards, key=lambda card: card.number)
    have = [(value, card) for card in cards if (value := order.value(card)) is not None]
    lack = [card for card in cards if order.value(card) is None]
    # ``reverse`` keeps equals in their order.
    have.sort(key=lambda pair: pair[0], reverse=order.down != turned)
    return [card for _, card in have] + lack
