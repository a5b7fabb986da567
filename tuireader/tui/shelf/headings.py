"""What stands over the articles of a story in the list, and what the list means to the keys."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from tuireader.library.tags import written
from tuireader.report.counting import count
from tuireader.text.safe import line as safe
from tuireader.tui.session import Session
from tuireader.tui.shelf.cards import Card
from tuireader.tui.shelf.groups import Group
from tuireader.tui.shelf.order import Order

#: From this width on the title line says in which order the list is.
ROOMY = 60
#: Numbers of what stands together and is no story: those on their own, those that have just come in.
ALONE, NEW = -1, -2


class Heading(NamedTuple):
    """The line over the articles of one story. ``ids`` are the articles it stands for where they are folded away.

    ``about`` are pieces for the right end, the most important first: as many are shown as there is room for.
    """

    name: str
    about: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    story: int = 0


def name_of(group: Group) -> str:
    """What a group of articles is called."""
    return {"story": f"Story {group.number}", "alone": "On their own", "new": "Just come in"}.get(
        group.kind, "Articles"
    )


def about(group: Group, whole: int, session: Session, ellipsis: str) -> tuple[str, ...]:
    """What is to be said of a group, of whose story there are ``whole`` articles: the most important first."""
    here = len(group.cards)
    told_of = f"{here:,} of {count(whole, 'article')}" if group.kind == "story" and here < whole else ""
    said = [told_of or count(here, "article")]
    if session.telling is None or group.kind == "new":
        said.append(f"looking for what they share {ellipsis}")
    else:
        passages = session.passages_in(group.number) if group.kind == "story" else 0
        if passages:
            said.append(count(passages, "shared passage"))
        if group.unread:
            said.append(f"{group.unread:,} unread")
        if group.newest:
            said.append(group.newest)
    return tuple(said)


def over(group: Group, whole: int, session: Session, ellipsis: str, folded: Collection[int] = ()) -> Heading:
    """The heading of a group, of whose story there are ``whole`` articles; ``folded`` are folded away."""
    number = {"story": group.number, "alone": ALONE, "new": NEW}.get(group.kind, 0)
    ids = tuple(card.id for card in group.cards) if number and number in folded else ()
    return Heading(name_of(group), about(group, whole, session, ellipsis), ids, number)


def of_list(cards: Sequence[Card], shown: int | None, order: Order, *, turned: bool, wide: bool, dot: str) -> str:
    """What the title line says of a list: how many articles, how many of them unread, in which order.

    ``shown`` are those that a filter leaves; None where there is none.
    """
    unread = sum(not card.state.read for card in cards)
    every = count(len(cards), "article")
    said = [every if shown is None else f"{shown:,} of {every}"]
    if cards:
        said.append(f"{unread:,} unread" if unread else "all read")
    if wide and (order.name != "opened" or turned):
        said.append(f"by {order.label}, {order.ways[turned]}")
    return f" {dot} ".join(said)


def more_of(card: Card, key: str, dot: str) -> tuple[str, ...]:
    """What is said of an article below the list: its whole title, what the columns have no room for, and the ``key``
    that shows its text, where there is one."""
    article = card.article
    said = [card.source, safe(article.byline or ""), article.published or "", f"{article.words:,} words"]
    if card.state.tags:
        said.append(written(safe(tag) for tag in card.state.tags))
    if key:
        said.append(f"{key} shows the text")
    return card.title, f" {dot} ".join(each for each in said if each)


def meaning(cursor: int, rows: Iterable[object]) -> str:
    """What keys would act upon in a list of these rows, to tell it from what they would act upon in another one."""
    listed = (row.article.digest if isinstance(row, Card) else "" for row in rows)
    return " ".join(("library", str(cursor), *listed))
