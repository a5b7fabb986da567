"""The texts that a library keeps: each once, by the digest of its text, with all the places it came from."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tuireader.library import full_text
from tuireader.library.packing import COLUMNS, Unreadable, pack, unpack
from tuireader.library.shelf import Shelf, storable

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tuireader.article import Article

T = TypeVar("T")

#: So many values are asked for in one query.
_MANY = 400


class Origin(NamedTuple):
    """A place that texts came from, and what it was like when it was read.

    ``place`` is a path, an address, or a member of a file (``news.zip/a.html``); ``size`` is in bytes, ``mtime`` in
    nanoseconds since 1970, both of the file that holds it, 0 where nothing of the kind is known. ``digest`` is empty
    for a file that holds several articles.
    """

    place: str
    size: int = 0
    mtime: int = 0
    digest: str = ""


class Put(NamedTuple):
    """What came of putting articles into a library: digests of texts that are ``new``, of those that were ``known``,
    and for each place that now has another text, the old and the new one (``changed``; the new ones are counted as
    new or known, too)."""

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    kept: bool = True
    """False where nothing was written; ``note`` says why."""


class Texts(Shelf):
    """The texts of one file."""

    def put(self, articles: Sequence[Article], origins: Iterable[Origin] = ()) -> Put:
        """Keeps articles, all of them or, where that fails, none.

        ``origins`` are the places that were read, also those that hold several articles or none: they are known from
        then on. An article comes from its ``path``, and the same text from two places is kept once.
        """
        at = {origin.place: origin for origin in origins}
        done = Put()

        def put(connection: Connection) -> None:
            nonlocal done
            indexed = full_text.prepare(connection, lambda: self._index_all(connection))
            done = _put(connection, articles, at, indexed)

        kept = self._together(put)
        return done if kept else Put(kept=False)

    def texts(self, which: Iterable[str | int]) -> tuple[Article, ...]:
        """The articles of these digests, or ids, in their order, each with an id of its own; those that are not there,
        or cannot be read, are left out. Nothing is parsed, unless the rules have changed since."""
        from tuireader.sources import unique
        from tuireader.sources.anew import anew
        from tuireader.sources.method import METHOD

        found: dict[str | int, Article] = {}
        read: dict[int, tuple[Article, Article]] = {}
        asked = tuple(dict.fromkeys(which))
        for many in _batches(asked):
            for id, article, method in self._read(many):
                now = article if method == METHOD else anew(article)
                if method != METHOD:
                    read[id] = (article, now)
                found[id] = found[now.digest] = now
        if read:
            self._renew(read, METHOD)
        taken: set[str] = set()
        articles: dict[str, Article] = {}
        for each in asked:
            if each in found and found[each].digest not in articles:
                article = found[each]
                name = unique(article.id, taken)
                taken.add(name)
                articles[article.digest] = article if name == article.id else replace(article, id=name)
        return tuple(articles.values())

    def places_known(self, places: Iterable[str]) -> Mapping[str, Origin]:
        """Those of these places that texts came from, or that were read and held none, with what they were like."""
        found: dict[str, Origin] = {}
        for many in _batches(tuple(places)):
            query = f"SELECT place, size, mtime, digest FROM origin WHERE place IN ({', '.join('?' * len(many))})"
            found.update((row[0], Origin(*row)) for row in self._rows(query, map(storable, many)))
        return found

    def drop(self, digests: Iterable[str]) -> int:
        """Takes texts out, with the places they came from; returns how many. What the reader did with them stays."""
        gone = 0

        def drop(connection: Connection) -> None:
            nonlocal gone
            indexed = full_text.prepare(connection, lambda: self._index_all(connection))
            for many in _batches(tuple(digests)):
                for id, article, _ in self._read(many):
                    if indexed:
                        full_text.remove(connection, id, article)
                marks = ", ".join("?" * len(many))
                connection.execute(f"DELETE FROM origin WHERE digest IN ({marks})", many)
                gone += connection.execute(f"DELETE FROM text WHERE digest IN ({marks})", many).rowcount

        return gone if self._together(drop) else 0

    def count(self) -> int:
        """How many texts there are."""
        value = self._value("SELECT COUNT(*) FROM text")
        return value if isinstance(value, int) else 0

    def digests(self) -> tuple[str, ...]:
        """The digests of all texts, in the order they came."""
        return tuple(digest for (digest,) in self._rows("SELECT digest FROM text ORDER BY id"))

    def full_text_ready(self) -> bool:
        """Whether the table ``words`` (``full_text``) can be asked for words, and knows all texts."""
        known = False

        def ask() -> None:
            nonlocal known
            known = full_text.ready(self._connection)

        return bool(self._value("SELECT 1 FROM text LIMIT 1")) and self._try("could not be read", ask) and known

    def _read(self, which: Sequence[str | int]) -> Iterator[tuple[int, Article, str]]:
        """Ids, articles and methods of some texts, by digest or id; those that are damaged are left out."""
        marks = ", ".join("?" * len(which))
        query = f"SELECT id, {COLUMNS} FROM text WHERE id IN ({marks}) OR digest IN ({marks})"
        rows = self._rows(query, (*which, *which))
        places = self._places_of([row[1] for row in rows])
        for id, *row in rows:
            try:
                article, method = unpack(row, places.get(row[0]))
            except Unreadable:
                self.note = "Some texts of the library cannot be read any more: `tuireader library check` says which."
            else:
                yield id, article, method

    def _places_of(self, digests: Sequence[str]) -> dict[str, str]:
        """For each of these digests the place it came from first, as far as there is one."""
        marks = ", ".join("?" * len(digests))
        query = f"SELECT digest, place FROM origin WHERE digest IN ({marks}) ORDER BY added DESC, rowid DESC"
        return dict(self._rows(query, digests))

    def _index_all(self, connection: Connection) -> None:
        ids = [id for (id,) in connection.execute("SELECT id FROM text ORDER BY id").fetchall()]
        for many in _batches(ids):
            for id, article, _ in self._read(many):
                full_text.add(connection, id, article)

    def _renew(self, read: Mapping[int, tuple[Article, Article]], method: str) -> None:
        """Keeps what the rules of today make of texts, so that they are parsed once."""

        def renew(connection: Connection) -> None:
            indexed = full_text.prepare(connection, lambda: self._index_all(connection))
            columns = ", ".join(f"{name} = ?" for name in COLUMNS.split(", "))
            for id, (old, new) in read.items():
                if indexed:
                    full_text.remove(connection, id, old)
                    full_text.add(connection, id, new)
                connection.execute(f"UPDATE text SET {columns} WHERE id = ?", (*pack(new, method), id))

        self._together(renew, lasting=False)


def _put(connection: Connection, articles: Sequence[Article], at: Mapping[str, Origin], indexed: bool) -> Put:
    from tuireader.sources.method import METHOD

    now = int(time.time())
    new: dict[str, None] = {}
    known: dict[str, None] = {}
    changed: list[tuple[str, str]] = []
    insert = f"INSERT OR IGNORE INTO text (added, {COLUMNS}) VALUES ({', '.join('?' * 16)})"
    keep = (
        "INSERT INTO origin (place, digest, stem, size, mtime, added) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (place)"
        " DO UPDATE SET digest = excluded.digest, size = excluded.size, mtime = excluded.mtime"
    )
    for article in articles:
        digest = article.digest
        if digest not in new and digest not in known:
            if connection.execute("SELECT 1 FROM text WHERE digest = ?", (digest,)).fetchone():
                known[digest] = None
            else:
                id = connection.execute(insert, (now, *pack(article, METHOD))).lastrowid
                if indexed and id is not None:
                    full_text.add(connection, id, article)
                new[digest] = None
        if not article.path:
            continue
        place = storable(article.path)
        before = connection.execute("SELECT digest FROM origin WHERE place = ?", (place,)).fetchone()
        if before and before[0] not in ("", digest):
            changed.append((before[0], digest))
        origin = at.get(article.path, Origin(place))
        connection.execute(keep, (place, digest, storable(article.id), origin.size, origin.mtime, now))
    held = {article.path for article in articles}
    for origin in at.values():
        if origin.place not in held:
            place = storable(origin.place)
            connection.execute(keep, (place, origin.digest, "", origin.size, origin.mtime, now))
    return Put(tuple(new), tuple(known), tuple(changed))


def _batches(items: Sequence[T]) -> Iterator[tuple[T, ...]]:
    rest = iter(items)
    while batch := tuple(islice(rest, _MANY)):
        yield batch
