"""A library file as version 1 of its tables made it: the statements of then, written out, so that they stay."""

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


def first(file: Path) -> None:
    """Makes the file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file)) as connection:
        for statement in _STATEMENTS:
            connection.execute(statement)
        connection.commit()
