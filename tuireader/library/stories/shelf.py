"""What grouping reads from a library and writes into it, on a connection of its own where there is a file."""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from tuireader.library.database import connect
from tuireader.library.stories.copies import Carrier
from tuireader.library.stories.identity import named
from tuireader.library.texts import Texts

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tuireader.article import Article


#: So many characters of a digest tell texts apart, and still are a number that a table of SQLite holds.
_STAMP = 7


class Group(NamedTuple):
    """Articles that tell of one event, with what is said of the story. One alone is no story."""

    articles: Sequence[int]
    topic: str = ""
    newest: str | None = None


class Given(NamedTuple):
    """What a list says of an article: the one it is a copy of, and what part of it stands in others of its story."""

    copy_of: int | None
    shared: float


class StoryShelf(Texts):
    """The texts of a library, and their stories."""

    @classmethod
    def beside(cls, texts: Texts) -> Self:
        """Another view of the same texts, which does not hold up who reads there or writes."""
        file = next((file for _, name, file in texts._rows("PRAGMA database_list") if name == "main"), "")
        if file:
            return cls(connect(Path(file)))
        shared = cls(texts._connection)
        shared._lock = texts._lock
        return shared

    def close_own(self, texts: Texts) -> None:
        """Closes the connection where it is its own."""
        if self._connection is not texts._connection:
            self.close()

    def stamps(self) -> dict[int, int]:
        """All texts by id, and a number that tells one from another that had this id in another library, or in this
        one before a copy took its place."""
        # An order asked for here would have the packed texts read.
        rows = sorted(self._rows("SELECT id, digest FROM text"))
        return {id: int.from_bytes(digest.encode()[:_STAMP]) for id, digest in rows}

    def without_story(self) -> list[int]:
        """The texts for whose story nobody has looked, as far as the library knows."""
        return [id for (id,) in self._rows("SELECT id FROM text WHERE shared IS NULL")]

    def read(self, ids: Sequence[int]) -> Iterator[tuple[int, Article]]:
        """Texts by their ids; those that cannot be read are left out."""
        yield from self._without_furniture({id: article for id, article, _ in self._read(ids)}).items()

    def carriers(self, ids: Iterable[int]) -> dict[int, tuple[Carrier, str]]:
        """Of each text what tells who had it first, and its title."""
        rows = self._rows(
            "SELECT id, digest, ifnull(source, ''), ifnull(agency, ''), ifnull(published, ''), ifnull(moment, ''),"
            " title FROM text WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return {row[0]: (Carrier(*row[:6]), row[6]) for row in rows}

    def settle(self, groups: Sequence[Group], given: Mapping[int, Given]) -> int:
        """Writes the stories of these articles, in one transaction. Returns for how many articles anything changed; -1
        where nothing could be written.

        Which story a group goes on with is told by what stands there now: another process may have been quicker.
        """
        changed = 0

        def settle(connection: Connection) -> None:
            nonlocal changed
            articles = [id for group in groups for id in group.articles]
            before = {
                id: rest
                for id, *rest in connection.execute(
                    "SELECT id, story, copy_of, shared FROM text WHERE id IN (SELECT value FROM json_each(?))",
                    (json.dumps(articles),),
                )
            }
            told = [group for group in groups if len(group.articles) > 1]
            old = {id: row[0] for id, row in before.items() if row[0] is not None}
            stories: dict[int, int | None] = dict.fromkeys(articles)
            for group, number in zip(told, named([group.articles for group in told], old), strict=True):
                number = _story(connection, number, group)
                stories.update(dict.fromkeys(group.articles, number))
            for id in articles:
                now = [stories[id], given[id].copy_of, given[id].shared]
                if id in before and before[id] != now:
                    connection.execute("UPDATE text SET story = ?, copy_of = ?, shared = ? WHERE id = ?", (*now, id))
                    changed += 1
            _tidy(connection, set(old.values()))
            if changed:
                connection.execute(
                    "INSERT INTO setting VALUES ('stories', '1')"
                    " ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
                )

        return changed if self._together(settle, lasting=False) else -1


def _story(connection: Connection, number: int | None, group: Group) -> int:
    said = (group.newest, group.topic, len(group.articles))
    if number is None:
        made = connection.execute(
            "INSERT INTO story (created, newest, topic, articles) VALUES (?, ?, ?, ?)", (int(time.time()), *said)
        )
        return int(made.lastrowid or 0)
    connection.execute(
        "INSERT INTO story VALUES (?, ?, ?, ?, ?) ON CONFLICT (id)"
        " DO UPDATE SET newest = excluded.newest, topic = excluded.topic, articles = excluded.articles",
        (number, int(time.time()), *said),
    )
    return number


def _tidy(connection: Connection, stories: Collection[int]) -> None:
    """Takes out those of these stories that no article is in any more."""
    connection.executemany(
        "DELETE FROM story WHERE id = ? AND NOT EXISTS (SELECT 1 FROM text WHERE text.story = story.id)",
        ((story,) for story in stories),
    )
