"""The list by stories: which articles stand together, under what heading."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from tuireader.tui.shelf.cards import Card


class Group(NamedTuple):
    """Articles under one heading: a story, those that stand alone, those not compared yet, or all that there are."""

    kind: Literal["story", "alone", "new", "all"]
    number: int
    cards: list[Card]

    @property
    def unread(self) -> int:
        """How many of them were not read."""
        return sum(not card.state.read for card in self.cards)

    @property
    def newest(self) -> str:
        """The newest date among them; empty where none has one."""
        return max((card.article.published or "" for card in self.cards), default="")


def grouped(cards: Sequence[Card], told: bool, together: Collection[int]) -> list[Group]:
    """Cards, in their order, by story. The story whose article comes first comes first.

    ``told`` says whether it is known what they share, ``together`` gives the numbers of stories of several articles.
    """
    if not told:
        return [Group("all", 0, list(cards))] if cards else []
    stories: dict[int, list[Card]] = {}
    alone: list[Card] = []
    new: list[Card] = []
    for card in cards:
        if not card.story:
            new.append(card)
        elif card.story in together:
            stories.setdefault(card.story, []).append(card)
        else:
            alone.append(card)
    found = [Group("new", 0, new)] if new else []
    found += [Group("story", number, held) for number, held in stories.items()]
    if alone:
        found.append(Group("alone" if found else "all", 0, alone))
    return found
