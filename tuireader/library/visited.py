"""What the reader looked for, and where: earlier searches, and the paths that were added while reading."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from tuireader.library.shelf import storable
from tuireader.library.undo import Changes

if TYPE_CHECKING:
    from sqlite3 import Connection

#: So many searches are remembered.
SEARCHES = 200


class Place(NamedTuple):
    """A path that the reader added; ``watch`` where what comes into it is to be opened as it comes."""

    path: str
    watch: bool


class Visited(Changes):
    """Searches and places."""

    def remember_search(self, query: str) -> bool:
        """Remembers what was searched for, as the newest; the oldest of too many goes."""
        words = storable(" ".join(query.split()))

        def remember(connection: Connection) -> None:
            connection.execute("DELETE FROM search WHERE query = ?", (words,))
            connection.execute("INSERT INTO search (query) VALUES (?)", (words,))
            connection.execute(
                "DELETE FROM search WHERE id <= (SELECT id FROM search ORDER BY id DESC LIMIT 1 OFFSET ?)", (SEARCHES,)
            )

        return not words or self._together(remember, lasting=False)

    def searches(self, limit: int = SEARCHES) -> tuple[str, ...]:
        """The searches of this run and those before, the newest first."""
        return tuple(query for (query,) in self._rows("SELECT query FROM search ORDER BY id DESC LIMIT ?", (limit,)))

    def add_place(self, path: str, watch: bool = False) -> bool:
        """Remembers a path, or whether it is watched from now on."""
        query = "INSERT INTO place VALUES (?, ?, ?) ON CONFLICT (path) DO UPDATE SET watch = excluded.watch"
        values = (path, int(watch), int(time.time()))
        return self._change("place", (path,), lambda connection: connection.execute(query, values))

    def remove_place(self, path: str) -> bool:
        """Forgets a path."""
        query = "DELETE FROM place WHERE path = ?"
        return self._change("place", (path,), lambda connection: connection.execute(query, (path,)))

    def places(self) -> tuple[Place, ...]:
        """The paths that were added, the oldest first."""
        rows = self._rows("SELECT path, watch FROM place ORDER BY created, path")
        return tuple(Place(path, bool(watch)) for path, watch in rows)
