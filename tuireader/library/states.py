"""What the library knows of all articles at once, for lists of thousands of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tuireader.library.shelf import Shelf


class State(NamedTuple):
    """What the reader did with one article. ``position`` is how far it was read, as an offset into its text."""

    read: bool = False
    position: int = 0
    tags: tuple[str, ...] = ()
    marks: int = 0
    notes: int = 0


class Extent(NamedTuple):
    """What lists need room for: whether some article was begun, the most marks in one, and all sets of tags."""

    begun: bool
    marks: int
    tags: tuple[tuple[str, ...], ...]


class States(Shelf):
    """Questions on all articles, each answered by one query."""

    def states(self) -> Mapping[str, State]:
        """What the reader did with each article, by digest; articles nothing was done with are left out."""
        found = {
            digest: State(bool(read), position or 0, tuple(tags.split()))
            for digest, read, position, tags in self._rows("SELECT digest, read, position, tags FROM article")
        }
        marked = self._rows("SELECT digest, COUNT(*), SUM(note <> '') FROM mark GROUP BY digest")
        for digest, marks, notes in marked:
            found[digest] = found.get(digest, State())._replace(marks=marks, notes=notes)
        return found

    def extent(self) -> Extent:
        """What the reader did, as far as it says how wide the columns of a list are."""
        begun = self._value("SELECT 1 FROM article WHERE position > 0 LIMIT 1")
        marks = self._value("SELECT MAX(many) FROM (SELECT COUNT(*) AS many FROM mark GROUP BY digest)")
        tags = self._rows("SELECT DISTINCT tags FROM article WHERE tags <> ''")
        return Extent(bool(begun), marks if isinstance(marks, int) else 0, tuple(tuple(row[0].split()) for row in tags))

    def newest_step(self) -> int:
        """The number of the newest change that can be taken back; 0 where there is none."""
        value = self._value("SELECT MAX(step) FROM change")
        return value if isinstance(value, int) else 0
