"""One list of a library: which rows it has is known, what they say is read by the window."""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from tuireader.library.catalogue.grouping import Groups, closed, laid_out
from tuireader.library.catalogue.rows import Entry, Heading, Row

if TYPE_CHECKING:
    from tuireader.library.beside import Beside

_ENTRY = (
    "SELECT t.id, t.digest, t.title, t.source, t.published, t.words, t.chars, t.added, t.story, t.shared, t.copy_of,"
    " a.read, a.position, a.tags,"
    " (SELECT COUNT(*) FROM text c WHERE c.copy_of = t.id),"
    " (SELECT COUNT(*) FROM {done}.mark m WHERE m.digest = t.digest),"
    " (SELECT COUNT(*) FROM {done}.mark m WHERE m.digest = t.digest AND m.note <> '')"
    " FROM text t LEFT JOIN {done}.article a ON a.digest = t.digest"
    " WHERE t.id IN (SELECT value FROM json_each(?))"
)
_BELOW = (
    "SELECT ifnull(SUM(NOT ifnull(a.read, 0)), 0), COUNT(DISTINCT t.source)"
    " FROM text t LEFT JOIN {done}.article a ON a.digest = t.digest"
    " WHERE t.id IN (SELECT value FROM json_each(?))"
)
#: Of more articles under one heading it is not said how many are unread: that would take as long as a list.
_COUNTED = 2000


class Listing:
    """Rows of a list, by place. It stays as it was made: ``Catalogue.listing`` makes another one."""

    def __init__(
        self, shelf: Beside, done: str, groups: Groups, folded: Collection[int] | None, opened: Collection[int]
    ) -> None:
        """``folded`` and ``opened`` as ``Catalogue.listing`` has them."""
        self._shelf, self._done, self._groups = shelf, done, groups
        self._folded = closed(groups, folded)
        self._places = laid_out(groups, self._folded, set(opened))

    def unfolding(self, stories: Collection[int], opened: Collection[int] = ()) -> Listing:
        """The same list with these stories alone unfolded (0: the articles alone), and the copies of these articles."""
        folded = self._groups.below.keys() - set(stories)
        return Listing(self._shelf, self._done, self._groups, folded, opened)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._places)

    @property
    def articles(self) -> int:
        """How many articles there are, those that are folded away too."""
        return self._groups.articles

    @property
    def stories(self) -> int:
        """How many stories of several articles have articles in it."""
        return sum(story > 0 for story in self._groups.below)

    def window(self, start: int, stop: int) -> list[Row]:
        """The rows from ``start`` to before ``stop``. An article that is gone by now is left out."""
        wanted = self._places[max(0, start) : max(0, stop)]
        entries = {entry.id: entry for entry in self.entries(id for id in wanted if id > 0)}
        topics = self._topics([-id for id in wanted if id < 0])
        rows: list[Row] = []
        for place in wanted:
            if place <= 0:
                rows.append(self._heading(-place, *topics.get(-place, ("", ""))))
            elif place in entries:
                rows.append(entries[place])
        return rows

    def find(self, digest: str) -> int | None:
        """The row of an article; that of its telling, or of its story, where it is folded away. None where it is not in
        the list."""
        rows = self._shelf.rows("SELECT id, ifnull(copy_of, 0), ifnull(story, 0) FROM text WHERE digest = ?", (digest,))
        for id, copy_of, story in rows:
            found = self.place(id)
            found = self.place(copy_of) if found is None and copy_of else found
            if found is None and id in self._groups.below.get(story, ()):
                found = self.place(-story)
            return found
        return None

    def place(self, id: int) -> int | None:
        """The row of an article by its id; of a heading by the number of its story, below zero."""
        try:
            return self._places.index(id)
        except ValueError:
            return None

    def ids(self, start: int = 0, stop: int | None = None) -> list[int]:
        """The ids of the articles that are listed from one row to before another, in order; headings are left out."""
        return [id for id in self._places[start:stop] if id > 0]

    def below(self, story: int) -> list[int]:
        """The ids of the articles under the heading of a story (0: those alone), folded or not, in their order."""
        return list(self._groups.below.get(story, ()))

    def entries(self, ids: Iterable[int]) -> list[Entry]:
        """What is said of articles, by their ids, in no order."""
        return entries(self._shelf, self._done, ids)

    def digests(self, ids: Iterable[int]) -> list[str]:
        """The digests of articles, in the order of their ids given."""
        wanted = list(ids)
        known = dict(
            self._shelf.rows(
                "SELECT id, digest FROM text WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(wanted),)
            )
        )
        return [known[id] for id in wanted if id in known]

    def _heading(self, story: int, topic: str, newest: str) -> Heading:
        below = self._groups.below.get(story, array("q"))
        unread = outlets = 0
        if len(below) <= _COUNTED:
            ((unread, outlets),) = self._shelf.rows(_BELOW.format(done=self._done), (json.dumps(list(below)),)) or (
                (0, 0),
            )
        tellings = len(below) - sum(id in self._groups.hidden for id in below) if story else len(below)
        return Heading(
            "story" if story else "alone",
            story,
            topic,
            len(below),
            unread,
            newest,
            story in self._folded,
            tellings,
            outlets,
        )

    def _topics(self, stories: Sequence[int]) -> dict[int, tuple[str, str]]:
        rows = self._shelf.rows(
            "SELECT id, topic, ifnull(newest, '') FROM story WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(stories),),
        )
        return {id: (topic, newest) for id, topic, newest in rows}


def entries(shelf: Beside, done: str, ids: Iterable[int]) -> list[Entry]:
    """What is said of articles, by their ids, in no order; ``done`` is the schema with what the reader did."""
    return [_entry(*row) for row in shelf.rows(_ENTRY.format(done=done), (json.dumps(list(ids)),))]


def _entry(
    id: int,
    digest: str,
    title: str,
    source: str | None,
    published: str | None,
    words: int,
    chars: int,
    added: int,
    story: int | None,
    shared: float | None,
    copy_of: int | None,
    read: int | None,
    position: int | None,
    tags: str | None,
    copies: int,
    marks: int,
    notes: int,
) -> Entry:
    return Entry(
        id,
        digest,
        title,
        source or "",
        published or "",
        words,
        chars,
        added,
        story or 0,
        shared,
        copies,
        copy_of or 0,
        bool(read),
        position or 0,
        tuple((tags or "").split()),
        marks,
        notes,
    )
