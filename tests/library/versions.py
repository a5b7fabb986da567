"""Library files as earlier versions of the tables made them: the statements of then, written out, so that they stay."""

import sqlite3
from contextlib import closing
from pathlib import Path

_STATEMENTS = (
    "PRAGMA application_id=1953851762",
    "CREATE TABLE article (digest TEXT PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0, position INTEGER)",
    "CREATE TABLE mark (digest TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,"
    " created INTEGER NOT NULL, PRIMARY KEY (digest, start, end))",
    "CREATE TABLE dismissed (key TEXT PRIMARY KEY, created INTEGER NOT NULL)",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "INSERT INTO article VALUES ('a', 1, 120)",
    "INSERT INTO mark VALUES ('a', 30, 40, 1741600000), ('a', 5, 9, 1741600001), ('b', 0, 7, 1741600002)",
    "INSERT INTO dismissed VALUES ('quantity troops', 1741600003)",
    "INSERT INTO setting VALUES ('theme', '\"paper\"')",
    "PRAGMA user_version=1",
)

_SECOND = (
    *_STATEMENTS[:-1],
    "ALTER TABLE article ADD COLUMN tags TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE mark ADD COLUMN kind TEXT NOT NULL DEFAULT 'sentence'",
    "ALTER TABLE mark ADD COLUMN label TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE mark ADD COLUMN quote TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE mark ADD COLUMN title TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE mark ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE mark ADD COLUMN tags TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE draft (digest TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,"
    " text TEXT NOT NULL, PRIMARY KEY (digest, start, end))",
    "CREATE TABLE search (id INTEGER PRIMARY KEY AUTOINCREMENT, query TEXT NOT NULL UNIQUE)",
    "CREATE TABLE place (path TEXT PRIMARY KEY, watch INTEGER NOT NULL, created INTEGER NOT NULL)",
    "CREATE TABLE change (id INTEGER PRIMARY KEY AUTOINCREMENT, step INTEGER NOT NULL,"
    " created INTEGER NOT NULL, subject TEXT NOT NULL, key TEXT NOT NULL, how TEXT NOT NULL,"
    " before TEXT NOT NULL, called TEXT NOT NULL)",
    "CREATE INDEX change_step ON change (step)",
    "UPDATE mark SET note = 'ask' WHERE start = 5",
    "INSERT INTO place VALUES ('/wire', 1, 1741600004)",
    "INSERT INTO search (query) VALUES ('bridge')",
    "INSERT INTO change (step, created, subject, key, how, before, called)"
    " VALUES (1, 1741600004, 'place', '[\"/wire\"]', 'added', '{}', '')",
    "PRAGMA user_version=2",
)


def first(file: Path) -> None:
    """Makes a file of version 1."""
    _make(file, _STATEMENTS)


def second(file: Path) -> None:
    """Makes a file of version 2."""
    _make(file, _SECOND)


def _make(file: Path, statements: tuple[str, ...]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
