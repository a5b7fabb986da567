"""Which article stands in which pane. Pure: knows numbers and ids, no widgets."""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from dataclasses import dataclass, field

#: A pane narrower than this is hard to read: below twice this, one article stands alone.
NARROWEST = 36


def room_for(width: int, articles: int) -> int:
    """How many panes fit side by side, at least one."""
    return max(1, min(articles, width // NARROWEST))


@dataclass
class Desk:
    """Articles at hand, those in the panes from left to right, and the pane the keys go to.

    ``ids`` are all articles at hand, ``room`` is the number of panes that fit. ``zoomed`` gives all of it to one.
    ``order`` is how they stand from left to right where all have a pane; what the reader moved stays moved.
    """

    ids: tuple[str, ...]
    first: str
    room: int = 1
    zoomed: bool = False
    panes: list[str] = field(default_factory=list)
    active: int = 0
    order: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.panes = [self.first]
        self.order = list(self.ids)
        self.fit(self.room)

    def copy(self) -> Desk:
        """A desk of its own that is as this one is now."""
        other = copy(self)
        other.panes, other.order = list(self.panes), list(self.order)
        return other

    @property
    def article(self) -> str:
        """The article in the active pane."""
        return self.panes[self.active]

    @property
    def spare(self) -> list[str]:
        """The articles at hand that stand in no pane."""
        return [id for id in self.ids if id not in self.panes]

    def fit(self, room: int) -> None:
        """Opens or closes panes until as many are open as there is room for; the active article stays."""
        self.room = room
        here = self.article
        count = 1 if self.zoomed else min(room, len(self.ids))
        if count < len(self.panes):
            rest = [id for id in self.panes if id != here][: count - 1]
            self.panes = [id for id in self.panes if id == here or id in rest]
        elif count > len(self.panes):
            spare = [id for id in self.order if id not in self.panes]
            shown = {*self.panes, *spare[: count - len(self.panes)]}
            self.panes = [id for id in self.order if id in shown]
        self.active = self.panes.index(here)

    def zoom(self) -> None:
        """Gives the room to the active pane alone, or shares it again."""
        self.zoomed = not self.zoomed
        self.fit(self.room)

    def step(self, by: int) -> None:
        """Makes the next pane active; where there is one pane, puts the next article into it."""
        if len(self.panes) == 1:
            at = self.ids.index(self.article)
            self._put(0, self.ids[(at + by) % len(self.ids)])
        else:
            self.active = (self.active + by) % len(self.panes)

    def swap(self, by: int) -> None:
        """Puts the next article that stands in no pane into the active one."""
        spare = self.spare
        if not spare:
            return
        ids = self.ids
        at = ids.index(self.article)
        for distance in range(1, len(ids) + 1):
            id = ids[(at + by * distance) % len(ids)]
            if id in spare:
                self._put(self.active, id)
                return

    def move(self, by: int) -> bool:
        """Moves the active pane to the left or to the right. Returns whether there was a pane to pass."""
        other = self.active + by
        if not 0 <= other < len(self.panes):
            return False
        here, there = self.panes[self.active], self.panes[other]
        self.panes[self.active], self.panes[other] = there, here
        self._exchange(here, there)
        self.active = other
        return True

    def bring(self, carriers: Collection[str]) -> bool:
        """Where no pane but the active one has a carrier, puts one that stands in no pane into the next pane.

        What is on screen stays there as long as it can: only one pane changes. Returns whether it did.
        """
        others = [place for place in range(len(self.panes)) if place != self.active]
        waiting = [id for id in self.spare if id in carriers]
        if not others or not waiting or any(self.panes[place] in carriers for place in others):
            return False
        self._put(min(others, key=lambda place: (place < self.active, abs(place - self.active))), waiting[0])
        return True

    def go(self, id: str) -> None:
        """Makes the pane of an article active; an article that stands in none comes into the active pane.

        One that was not at hand is from now on.
        """
        if id in self.panes:
            self.active = self.panes.index(id)
            return
        if id not in self.ids:
            self.ids = (*self.ids, id)
            self.order.append(id)
        self._put(self.active, id)

    def _put(self, place: int, id: str) -> None:
        """An article comes into a pane. One pane alone shows all in turn: that says nothing about their order."""
        if len(self.panes) > 1:
            self._exchange(self.panes[place], id)
        self.panes[place] = id

    def _exchange(self, one: str, other: str) -> None:
        a, b = self.order.index(one), self.order.index(other)
        self.order[a], self.order[b] = other, one
