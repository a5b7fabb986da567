"""Which article stands in which pane. Pure: knows numbers and ids, no widgets."""

from __future__ import annotations

from collections.abc import Collection
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
    """

    ids: tuple[str, ...]
    first: str
    room: int = 1
    zoomed: bool = False
    panes: list[str] = field(default_factory=list)
    active: int = 0

    def __post_init__(self) -> None:
        self.panes = [self.first]
        self.fit(self.room)

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
            shown = {*self.panes, *self.spare[: count - len(self.panes)]}
            self.panes = [id for id in self.ids if id in shown]
        self.active = self.panes.index(here)

    def zoom(self) -> None:
        """Gives the room to the active pane alone, or shares it again."""
        self.zoomed = not self.zoomed
        self.fit(self.room)

    def step(self, by: int) -> None:
        """Makes the next pane active; where there is one pane, puts the next article into it."""
        if len(self.panes) == 1:
            at = self.ids.index(self.article)
            self.panes = [self.ids[(at + by) % len(self.ids)]]
        else:
            self.active = (self.active + by) % len(self.panes)

    def swap(self, by: int) -> None:
        """Puts the next article that stands in no pane into the active one."""
        spare = self.spare
        if not spare:
            return
        order = self.ids
        at = order.index(self.article)
        for distance in range(1, len(order) + 1):
            id = order[(at + by * distance) % len(order)]
            if id in spare:
                self.panes[self.active] = id
                return

    def bring(self, carriers: Collection[str]) -> bool:
        """Puts articles that stand in no pane into the panes of those that are not among the carriers.

        The active pane stays. Returns whether anything moved.
        """
        waiting = [id for id in self.spare if id in carriers]
        moved = False
        for place, id in enumerate(self.panes):
            if waiting and place != self.active and id not in carriers:
                self.panes[place] = waiting.pop(0)
                moved = True
        return moved

    def go(self, id: str) -> None:
        """Makes the pane of an article active; an article that stands in none comes into the active pane.

        One that was not at hand is from now on.
        """
        if id in self.panes:
            self.active = self.panes.index(id)
            return
        if id not in self.ids:
            self.ids = (*self.ids, id)
        self.panes[self.active] = id
