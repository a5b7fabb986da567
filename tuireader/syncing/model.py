"""What came of asking a feed or a page, or of looking through a folder."""

from __future__ import annotations

from typing import Literal, NamedTuple

State = Literal["new", "unchanged", "failed", "later"]


class Outcome(NamedTuple):
    """What came of one feed, page or folder.

    ``place`` is its address or path. ``state``: ``new`` (it has articles that are new, or changed), ``unchanged``,
    ``failed`` (``reason`` says why) or ``later`` (it is not due). ``new`` and ``known`` count texts, ``changed`` those
    that took the place of an older one: they are new or known as well. ``next`` is when a feed may be asked again, in
    seconds since 1970; 0 for a folder.
    """

    place: str
    kind: Literal["feed", "folder", "page"]
    state: State
    title: str = ""
    new: int = 0
    changed: int = 0
    known: int = 0
    reason: str = ""
    next: int = 0

    @property
    def fresh(self) -> int:
        """The articles that are new, and in nobody's place."""
        return max(0, self.new - self.changed)
