"""The feeds that are subscribed to, what they answered with the last time, and when they may be asked again."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

from tuireader.library.shelf import Shelf, storable

if TYPE_CHECKING:
    from sqlite3 import Connection

#: A feed is asked no more often than this, in seconds.
INTERVAL = 1_800
#: However often it failed, it is asked once in so many seconds; no server can ask for a longer pause.
LONGEST = 7 * 86_400
#: When a feed that is gone for good is asked again: in the year 9999.
NEVER = 253_402_300_799


class Feed(NamedTuple):
    """One feed. Times are seconds since 1970.

    ``etag`` and ``modified`` are what it answered with, ``checked`` when it was asked last (0: never), ``next`` the
    time from which it may be asked again, ``failures`` how often in a row it gave nothing, ``note`` why the last time.
    ``typed``: the user typed the address himself, rather than that it came from a list of feeds.
    """

    url: str
    title: str = ""
    etag: str = ""
    modified: str = ""
    checked: int = 0
    next: int = 0
    failures: int = 0
    note: str = ""
    typed: bool = False

    def answered(self, now: int, *, etag: str, modified: str, title: str = "") -> Feed:
        """The feed after an answer, to be asked again after ``INTERVAL``."""
        return self._replace(
            title=title or self.title,
            etag=etag,
            modified=modified,
            checked=now,
            next=now + INTERVAL,
            failures=0,
            note="",
        )

    def failed(self, now: int, why: str, *, wait: float | None = None, gone: bool = False) -> Feed:
        """The feed after it gave nothing: the pause doubles with each failure, a fifth more or less by chance, so that
        many feeds of one server do not all come back at once; ``wait`` seconds at least where the server says so."""
        failures = self.failures + 1
        pause = min(LONGEST, INTERVAL * 2 ** min(failures, 16)) * random.uniform(0.8, 1.2)
        soonest = now + int(max(min(pause, LONGEST), min(wait or 0, LONGEST)))
        return self._replace(checked=now, next=NEVER if gone else soonest, failures=failures, note=why)


_COLUMNS = ", ".join(Feed._fields)


def _values(feed: Feed) -> tuple[str | int, ...]:
    return tuple(storable(value) if isinstance(value, str) else int(value) for value in feed)


class Feeds(Shelf):
    """The feeds of one library."""

    def feeds(self) -> tuple[Feed, ...]:
        """All feeds, by title and address."""
        rows = self._rows(f"SELECT {_COLUMNS} FROM feed ORDER BY LOWER(title), url")
        return tuple(Feed(*row)._replace(typed=bool(row[-1])) for row in rows)

    def keep_feed(self, feed: Feed) -> bool:
        """Subscribes to a feed, or keeps what is known of it now."""
        marks = ", ".join("?" * len(Feed._fields))
        return self._write(f"INSERT OR REPLACE INTO feed ({_COLUMNS}) VALUES ({marks})", _values(feed))

    def renew_feed(self, feed: Feed, before: str) -> bool:
        """Keeps what is known now of the feed that had the address ``before``; not where it was removed meanwhile."""

        def renew(connection: Connection) -> None:
            query = "SELECT 1 FROM feed WHERE url = ?"
            if feed.url != before and connection.execute(query, (storable(feed.url),)).fetchone():
                connection.execute("DELETE FROM feed WHERE url = ?", (storable(before),))
                return
            marks = ", ".join("?" * len(Feed._fields))
            connection.execute(
                f"UPDATE feed SET ({_COLUMNS}) = ({marks}) WHERE url = ?", (*_values(feed), storable(before))
            )

        return self._together(renew)

    def remove_feed(self, url: str) -> bool:
        """Forgets a feed; the articles that came from it stay. Whether it was there."""
        gone = 0

        def remove(connection: Connection) -> None:
            nonlocal gone
            gone = connection.execute("DELETE FROM feed WHERE url = ?", (storable(url),)).rowcount

        return self._together(remove) and gone > 0
