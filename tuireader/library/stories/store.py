"""The file in which traits of texts and what they have in common are kept between runs. All of it can be made again."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

from tuireader.library.database import Foreign, Newer, connect, migrate, side_files, writing
from tuireader.library.stories.traits import Traits

#: "tuis"
APPLICATION = 0x74756973
#: Changes with what traits are, and with when two articles are taken to be alike.
METHOD = "3"

_UNKNOWN = -1
_STEPS = [
    [
        # day: days since year 1, NULL where unknown. stamp: which text it is. Stage 0: only read; 1: its words can be
        # asked for; 2: compared.
        "CREATE TABLE doc (id INTEGER PRIMARY KEY, day INTEGER, outlet TEXT NOT NULL, stamp INTEGER NOT NULL,"
        " stage INTEGER NOT NULL, shingles BLOB NOT NULL, terms BLOB NOT NULL)",
        "CREATE TABLE shingle (hash INTEGER NOT NULL, doc INTEGER NOT NULL, PRIMARY KEY (hash, doc)) WITHOUT ROWID",
        # day: -1 where unknown.
        "CREATE TABLE word (term INTEGER NOT NULL, day INTEGER NOT NULL, doc INTEGER NOT NULL,"
        " PRIMARY KEY (term, day, doc)) WITHOUT ROWID",
        "CREATE TABLE held (term INTEGER PRIMARY KEY, docs INTEGER NOT NULL)",
        "CREATE TABLE edge (a INTEGER NOT NULL, b INTEGER NOT NULL, kin REAL NOT NULL, PRIMARY KEY (a, b))"
        " WITHOUT ROWID",
        "CREATE INDEX edge_b ON edge (b, a)",
        # The docs whose stories have to be found anew.
        "CREATE TABLE loose (doc INTEGER PRIMARY KEY)",
        "CREATE TABLE said (name TEXT PRIMARY KEY, value)",
    ]
]


class Doc(NamedTuple):
    """What is known of a text without its traits: its day (days since year 1, None where unknown), its outlet, and
    which text it is (``StoryShelf.stamps``)."""

    day: int | None
    outlet: str
    stamp: int


class Store:
    """One file. Use ``open``. Raises sqlite3.Error where the disk is full or the file is broken."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @classmethod
    def open(cls, file: Path | None) -> Self:
        """The store in a file, made anew where that is broken, of another version or of another method; in memory for
        None and where the file cannot be used."""
        if file is not None:
            for _ in range(2):
                with suppress(OSError):
                    try:
                        return cls(_sound(connect(file)))
                    except (sqlite3.DatabaseError, Foreign, Newer):
                        for old in side_files(file):
                            old.unlink(missing_ok=True)
        return cls(_sound(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)))

    def close(self) -> None:
        """Lets go of the file."""
        self.connection.close()

    def docs(self) -> dict[int, Doc]:
        """All texts that were read, by id."""
        rows = self.connection.execute("SELECT id, day, outlet, stamp FROM doc")
        return {id: Doc(day, outlet, stamp) for id, day, outlet, stamp in rows}

    def held(self) -> dict[int, int]:
        """In how many texts each word stands, by its hash."""
        return dict(self.connection.execute("SELECT term, docs FROM held").fetchall())

    def add(self, read: Mapping[int, tuple[Doc, Traits]]) -> None:
        """Keeps the traits of texts, in one transaction."""
        with writing(self.connection) as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO doc VALUES (?, ?, ?, ?, 0, ?, ?)",
                ((id, *doc, traits.shingles.tobytes(), _packed(traits.terms)) for id, (doc, traits) in read.items()),
            )
            connection.executemany(
                "INSERT OR IGNORE INTO shingle VALUES (?, ?)",
                sorted((hash, id) for id, (_, traits) in read.items() for hash in traits.shingles),
            )
            self._count(connection, (term for _, traits in read.values() for term in traits.terms), 1)

    def remove(self, ids: Iterable[int]) -> None:
        """Forgets texts that are gone; those that were like them are loose."""
        with writing(self.connection) as connection:
            for id in ids:
                traits = self.traits(id)
                connection.executemany(
                    "DELETE FROM shingle WHERE hash = ? AND doc = ?", ((h, id) for h in traits.shingles)
                )
                connection.executemany("DELETE FROM word WHERE term = ? AND doc = ?", ((t, id) for t in traits.terms))
                self._count(connection, traits.terms, -1)
                connection.execute(
                    "INSERT OR IGNORE INTO loose SELECT b FROM edge WHERE a = ? UNION SELECT a FROM edge WHERE b = ?",
                    (id, id),
                )
                connection.execute("DELETE FROM edge WHERE a = ? OR b = ?", (id, id))
                connection.execute("DELETE FROM doc WHERE id = ?", (id,))
                connection.execute("DELETE FROM loose WHERE doc = ?", (id,))

    def traits(self, id: int) -> Traits:
        """The traits of a text; none where it is gone."""
        row = self.connection.execute("SELECT shingles, terms FROM doc WHERE id = ?", (id,)).fetchone()
        if row is None:
            return Traits(array("q"), {})
        shingles = array("q")
        shingles.frombytes(row[0])
        return Traits(shingles, _unpacked(row[1]))

    def at_stage(self, stage: int) -> list[int]:
        """The texts at a stage, the oldest first."""
        return [id for (id,) in self.connection.execute("SELECT id FROM doc WHERE stage = ? ORDER BY id", (stage,))]

    def begin_anew(self) -> None:
        """Forgets which texts are alike: all are compared again, as common as the words are now."""
        with writing(self.connection) as connection:
            for table in ("word", "edge"):
                connection.execute(f"DELETE FROM {table}")
            connection.execute("UPDATE doc SET stage = 0")
            connection.execute("INSERT OR IGNORE INTO loose SELECT id FROM doc")

    def name_words(self, chosen: Mapping[int, tuple[int | None, Iterable[int]]]) -> None:
        """Keeps for each of these texts its day, and the words it is asked for by; from then on it is at stage 1."""
        with writing(self.connection) as connection:
            rows = sorted(
                (term, _UNKNOWN if day is None else day, id) for id, (day, terms) in chosen.items() for term in terms
            )
            connection.executemany("INSERT OR IGNORE INTO word VALUES (?, ?, ?)", rows)
            connection.executemany("UPDATE doc SET stage = 1 WHERE id = ?", ((id,) for id in chosen))

    def join(self, ids: Iterable[int], edges: Iterable[tuple[int, int, float]]) -> None:
        """Keeps which texts these are like, the lower id first; from then on they are at stage 2, and loose."""
        found = list(edges)
        compared = list(ids)
        with writing(self.connection) as connection:
            connection.executemany("INSERT OR REPLACE INTO edge VALUES (?, ?, ?)", sorted(found))
            connection.executemany("UPDATE doc SET stage = 2 WHERE id = ?", ((id,) for id in compared))
            loose = {id for a, b, _ in found for id in (a, b)}.union(compared)
            connection.executemany("INSERT OR IGNORE INTO loose VALUES (?)", ((id,) for id in sorted(loose)))

    def holders(self, hash: int, most: int) -> list[int]:
        """The texts with a shingle, the oldest first, no more than ``most``; none where there is but one."""
        found = self.connection.execute("SELECT doc FROM shingle WHERE hash = ? LIMIT ?", (hash, most)).fetchall()
        return [doc for (doc,) in found] if len(found) > 1 else []

    def named(self, term: int, day: int | None, days: int, most: int) -> list[int]:
        """The texts that are asked for by a word, of unknown days or no more than ``days`` from a known one; no more
        than ``most``."""
        if day is None:
            rows = self.connection.execute("SELECT doc FROM word WHERE term = ? LIMIT ?", (term, most))
        else:
            rows = self.connection.execute(
                "SELECT doc FROM word WHERE term = ? AND (day BETWEEN ? AND ? OR day = ?) LIMIT ?",
                (term, day - days, day + days, _UNKNOWN, most),
            )
        return [doc for (doc,) in rows.fetchall()]

    def loose(self) -> list[int]:
        """The texts whose stories have to be found anew."""
        return [id for (id,) in self.connection.execute("SELECT doc FROM loose ORDER BY doc")]

    def loosen(self, ids: Iterable[int]) -> None:
        """The stories of these have to be found anew."""
        with writing(self.connection) as connection:
            connection.executemany("INSERT OR IGNORE INTO loose VALUES (?)", ((id,) for id in ids))

    def settled(self, ids: Iterable[int]) -> None:
        """These have their stories now."""
        with writing(self.connection) as connection:
            connection.executemany("DELETE FROM loose WHERE doc = ?", ((id,) for id in ids))

    def edges(self, id: int) -> Iterator[tuple[int, float]]:
        """The texts that one is like, and how much."""
        yield from self.connection.execute(
            "SELECT b, kin FROM edge WHERE a = ? UNION ALL SELECT a, kin FROM edge WHERE b = ?", (id, id)
        )

    def said(self, name: str) -> int:
        """A number that was remembered; 0 for none."""
        row = self.connection.execute("SELECT value FROM said WHERE name = ?", (name,)).fetchone()
        return int(row[0]) if row else 0

    def say(self, name: str, value: int) -> None:
        """Remembers a number."""
        self.connection.execute("INSERT OR REPLACE INTO said VALUES (?, ?)", (name, value))

    @staticmethod
    def _count(connection: sqlite3.Connection, terms: Iterable[int], by: int) -> None:
        counted: dict[int, int] = {}
        for term in terms:
            counted[term] = counted.get(term, 0) + by
        connection.executemany(
            "INSERT INTO held VALUES (?, ?) ON CONFLICT (term) DO UPDATE SET docs = docs + excluded.docs",
            sorted(counted.items()),
        )


def _sound(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        migrate(connection, APPLICATION, _STEPS)
        # Cheap to make again, so nothing waits for the disk; pages enough that 100,000 articles go in quickly.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -65536")
        method = connection.execute("SELECT value FROM said WHERE name = 'method'").fetchone()
        if method is None:
            connection.execute("INSERT INTO said VALUES ('method', ?)", (METHOD,))
        elif method[0] != METHOD:
            raise Newer(method[0])
    except BaseException:
        connection.close()
        raise
    return connection


def _packed(terms: Mapping[int, int]) -> bytes:
    return array("I", (number for pair in terms.items() for number in pair)).tobytes()


def _unpacked(data: bytes) -> dict[int, int]:
    numbers = array("I")
    numbers.frombytes(data)
    return dict(zip(numbers[::2], numbers[1::2], strict=True))
