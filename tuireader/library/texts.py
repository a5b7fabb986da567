"""The texts that a library keeps: each once, by the digest of its text, with all the places it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from tuireader.library import full_text, furniture
from tuireader.library.packing import COLUMNS, Unreadable, pack, unpack
from tuireader.library.putting import Origin, Prepared, Put, prepare, put
from tuireader.library.shelf import Shelf, storable

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tuireader.article import Article

__all__ = ["Origin", "Put", "Texts"]

T = TypeVar("T")

#: So many values are asked for in one query.
_MANY = 400


class Texts(Shelf):
    """The texts of one file."""

    def put(self, articles: Sequence[Article], origins: Iterable[Origin] = ()) -> Put:
        """Keeps articles, all of them or, where that fails, none.

        ``origins`` are the places that were read, also those that hold several articles or none: they are known from
        then on. An article comes from its ``path``, and the same text from two places is kept once.
        """
        return self.put_prepared([prepare(article) for article in articles], origins)

    def put_prepared(self, articles: Sequence[Prepared], origins: Iterable[Origin] = ()) -> Put:
        """As ``put``, of articles that were made ready in another process."""
        at = {storable(origin.place): origin for origin in origins}
        done = Put()

        def write(connection: Connection) -> None:
            nonlocal done
            indexed = self._prepared(connection)
            done = put(connection, articles, at, indexed)
            for old, new in done.changed:
                if not connection.execute("SELECT 1 FROM origin WHERE digest = ?", (old,)).fetchone():
                    self._replaced(connection, old, new, indexed)

        kept = self._together(write)
        return done if kept else Put(kept=False)

    def _replaced(self, connection: Connection, old: str, new: str, indexed: bool) -> None:  # noqa: ARG002
        """Lets go of a text that stands nowhere any more, since ``new`` has its place."""
        self._forget(connection, (old,), indexed)

    def texts(self, which: Iterable[str | int]) -> tuple[Article, ...]:
        """The articles of these digests, or ids, in their order, each with an id of its own; those that are not there,
        or cannot be read, are left out. Nothing is parsed, unless the rules have changed since. What is known to be
        furniture of an outlet is set aside."""
        from tuireader.sources import unique
        from tuireader.sources.anew import anew
        from tuireader.sources.method import METHOD

        found: dict[str | int, Article] = {}
        read: dict[int, tuple[Article, Article]] = {}
        asked = tuple(dict.fromkeys(which))
        for many in _batches(asked):
            here: dict[int, Article] = {}
            for id, article, method in self._read(many):
                here[id] = article if method == METHOD else anew(article)
                if method != METHOD:
                    read[id] = (article, here[id])
            for id, article in self._without_furniture(here, [id for id in here if id in read]).items():
                found[id] = found[article.digest] = article
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

    def count_at(self, origin: Origin) -> int:
        """How many texts came from a place: one, or those in a file that holds several."""
        if origin.digest:
            return 1
        # What lies in a file stands behind its name and one of these signs.
        found = 0
        for sign in "/#":
            low, high = f"{origin.place}{sign}", f"{origin.place}{chr(ord(sign) + 1)}"
            value = self._value("SELECT COUNT(*) FROM origin WHERE place >= ? AND place < ?", (low, high))
            found += value if isinstance(value, int) else 0
        return found

    def drop(self, digests: Iterable[str]) -> int:
        """Takes texts out, with the places they came from; returns how many. What the reader did with them stays."""
        gone = 0

        def drop(connection: Connection) -> None:
            nonlocal gone
            indexed = self._prepared(connection)
            for many in _batches(tuple(digests)):
                files = {file for place in self.places_of(many) for file in _holding(place)}
                gone += self._forget(connection, many, indexed)
                # A file with several articles is no longer known as a whole: added again it is read again.
                connection.executemany(
                    "DELETE FROM origin WHERE place = ? AND digest = ''", ((file,) for file in sorted(files))
                )

        return gone if self._together(drop) else 0

    def _prepared(self, connection: Connection) -> bool:
        """Makes what is kept beside the texts where it is not complete; whether there is a full-text index."""
        furniture.prepare(connection, lambda: self._count_all(connection))
        return full_text.prepare(connection, lambda: self._index_all(connection))

    def _forget(self, connection: Connection, digests: tuple[str, ...], indexed: bool) -> int:
        if indexed:
            for id, article, _ in self._read(digests):
                full_text.remove(connection, id, full_text.row(article))
        marks = ", ".join("?" * len(digests))
        ids = connection.execute(f"SELECT id FROM text WHERE digest IN ({marks})", digests).fetchall()
        furniture.remove(connection, (id for (id,) in ids))
        connection.execute(f"DELETE FROM origin WHERE digest IN ({marks})", digests)
        return connection.execute(f"DELETE FROM text WHERE digest IN ({marks})", digests).rowcount

    def count(self) -> int:
        """How many texts there are."""
        value = self._value("SELECT COUNT(*) FROM text")
        return value if isinstance(value, int) else 0

    def ungrouped(self) -> int:
        """How many texts nobody has looked at yet for the story they are in: an import was interrupted, or they were
        put in without."""
        value = self._value("SELECT COUNT(*) FROM text WHERE shared IS NULL")
        return value if isinstance(value, int) else 0

    def newest_text(self) -> int:
        """The number of the text that came last; 0 where there is none. No number is ever given twice."""
        value = self._value("SELECT MAX(id) FROM text")
        return value if isinstance(value, int) else 0

    def digests(self) -> tuple[str, ...]:
        """The digests of all texts, in the order they came."""
        return tuple(digest for (digest,) in self._rows("SELECT digest FROM text ORDER BY id"))

    def digests_of(self, name: str) -> tuple[str, ...]:
        """The digest of the text that is meant by a digest, or the beginning of one (eight characters or more) that no
        other has; else those of all articles with this id."""
        if len(name) >= 8 and set(name) <= set("0123456789abcdef"):
            found = self._rows("SELECT digest FROM text WHERE digest >= ? AND digest < ?", (name, name + "g"))
            if len(found) == 1:
                return (found[0][0],)
        query = "SELECT DISTINCT digest FROM origin WHERE stem = ? AND digest <> ''"
        return tuple(digest for (digest,) in self._rows(query, (storable(name),)))

    def digests_from(self, path: str) -> tuple[str, ...]:
        """The digests of all texts that came from a file, an address, an archive, or a folder and what lies in it."""
        from tuireader.text.safe import line

        place = storable(line(path)).rstrip("/")
        query = "SELECT DISTINCT digest FROM origin WHERE digest <> '' AND (place = ?1 OR (place >= ?2 AND place < ?3))"
        found: dict[str, None] = {}
        for sign in "/#":
            rows = self._rows(query, (place, f"{place}{sign}", f"{place}{chr(ord(sign) + 1)}"))
            found.update((digest, None) for (digest,) in rows)
        return tuple(found)

    def places_of(self, digests: Sequence[str]) -> tuple[str, ...]:
        """All places that texts came from, those that came first before the others."""
        return tuple(
            place
            for many in _batches(tuple(digests))
            for (place,) in self._rows(
                f"SELECT place FROM origin WHERE digest IN ({', '.join('?' * len(many))}) ORDER BY added, rowid", many
            )
        )

    def index_sound(self) -> bool:
        """Whether the full-text index is sound and knows every text. Slow: it is read whole."""
        fits = False

        def look() -> None:
            nonlocal fits
            fits = full_text.fits(self._connection)

        return self._try("could not be read", look) and fits

    def index_anew(self) -> bool:
        """Makes the full-text index anew, of all texts that can be read. Whether there is one then."""
        made = False

        def make(connection: Connection) -> None:
            nonlocal made
            full_text.forget(connection)
            made = full_text.prepare(connection, lambda: self._index_all(connection))

        return self._together(make) and made

    def furniture_sound(self) -> bool:
        """Whether the lines of every text are counted. Slow."""
        fits = False

        def look() -> None:
            nonlocal fits
            fits = furniture.fits(self._connection)

        return self._try("could not be read", look) and fits

    def furniture_anew(self) -> bool:
        """Counts the lines of all texts that can be read anew. Whether it could be done."""

        def make(connection: Connection) -> None:
            furniture.forget(connection)
            furniture.prepare(connection, lambda: self._count_all(connection))

        return self._together(make)

    def vacuum(self) -> tuple[int, int]:
        """Makes the file as small as it can be. Returns its size in bytes before and after; (0, 0) for none.

        Raises sqlite3.Error where it cannot: there has to be room for a second file of that size.
        """
        if self.file is None:
            return 0, 0
        with self._lock:
            sizes = []
            for statement in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                self._connection.execute(statement)
                sizes.append(self.file.stat().st_size)
        return sizes[0], sizes[-1]

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

    def _without_furniture(self, articles: dict[int, Article], anew: Iterable[int] = ()) -> dict[int, Article]:
        """Articles by their ids, with what is known to be furniture of their outlets set aside; ``anew`` are those that
        are not as they are kept."""
        found = articles

        def look() -> None:
            nonlocal found
            found = furniture.without(self._connection, articles, {id: articles[id] for id in anew})

        self._try("could not be read", look)
        return found

    def _places_of(self, digests: Sequence[str]) -> dict[str, str]:
        """For each of these digests the place it came from first, as far as there is one."""
        marks = ", ".join("?" * len(digests))
        query = f"SELECT digest, place FROM origin WHERE digest IN ({marks}) ORDER BY added DESC, rowid DESC"
        return dict(self._rows(query, digests))

    def _index_all(self, connection: Connection) -> None:
        ids = [id for (id,) in connection.execute("SELECT id FROM text ORDER BY id").fetchall()]
        for many in _batches(ids):
            for id, article, _ in self._read(many):
                full_text.add(connection, id, full_text.row(article))

    def _count_all(self, connection: Connection) -> None:
        ids = [id for (id,) in connection.execute("SELECT id FROM text ORDER BY id").fetchall()]
        for many in _batches(ids):
            for id, article, _ in self._read(many):
                furniture.add(connection, id, furniture.counted(article))

    def _renew(self, read: Mapping[int, tuple[Article, Article]], method: str) -> None:
        """Keeps what the rules of today make of texts, so that they are parsed once."""

        def renew(connection: Connection) -> None:
            indexed = self._prepared(connection)
            columns = ", ".join(f"{name} = ?" for name in COLUMNS.split(", "))
            furniture.remove(connection, read)
            for id, (old, new) in read.items():
                furniture.add(connection, id, furniture.counted(new))
                if indexed:
                    full_text.remove(connection, id, full_text.row(old))
                    full_text.add(connection, id, full_text.row(new))
                connection.execute(f"UPDATE text SET {columns} WHERE id = ?", (*pack(new, method), id))

        self._together(renew, lasting=False)


def _batches(items: Sequence[T]) -> Iterator[tuple[T, ...]]:
    rest = iter(items)
    while batch := tuple(islice(rest, _MANY)):
        yield batch


def _holding(place: str) -> Iterator[str]:
    """All that a place may be a part of: what stands before each of the signs between a file and what lies in it."""
    for at, sign in enumerate(place):
        if sign in "/#" and at:
            yield place[:at]
