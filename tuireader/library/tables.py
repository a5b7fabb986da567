"""The tables of the library, version by version."""

from __future__ import annotations

#: "tuir", so that ``file`` and others can tell whose database it is.
APPLICATION = 0x74756972


def steps() -> list[list[str]]:
    """The statements that make each version of the tables out of the one before. Never change one, only add."""
    from tuireader.library.database import strict

    return [
        [
            "CREATE TABLE article (digest TEXT PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0, position INTEGER)"
            f" {strict()}",
            "CREATE TABLE mark (digest TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,"
            f" created INTEGER NOT NULL, PRIMARY KEY (digest, start, end)) {strict()}",
            f"CREATE TABLE dismissed (key TEXT PRIMARY KEY, created INTEGER NOT NULL) {strict()}",
            f"CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) {strict()}",
        ],
        [
            "ALTER TABLE article ADD COLUMN tags TEXT NOT NULL DEFAULT ''",
            # What was marked before there were kinds was a sentence or a passage; a sentence claims less.
            "ALTER TABLE mark ADD COLUMN kind TEXT NOT NULL DEFAULT 'sentence'",
            *(
                f"ALTER TABLE mark ADD COLUMN {column} TEXT NOT NULL DEFAULT ''"
                for column in ("label", "quote", "title", "note", "tags")
            ),
            "CREATE TABLE draft (digest TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,"
            f" text TEXT NOT NULL, PRIMARY KEY (digest, start, end)) {strict()}",
            f"CREATE TABLE search (id INTEGER PRIMARY KEY AUTOINCREMENT, query TEXT NOT NULL UNIQUE) {strict()}",
            f"CREATE TABLE place (path TEXT PRIMARY KEY, watch INTEGER NOT NULL, created INTEGER NOT NULL) {strict()}",
            "CREATE TABLE change (id INTEGER PRIMARY KEY AUTOINCREMENT, step INTEGER NOT NULL,"
            " created INTEGER NOT NULL, subject TEXT NOT NULL, key TEXT NOT NULL, how TEXT NOT NULL,"
            f" before TEXT NOT NULL, called TEXT NOT NULL) {strict()}",
            "CREATE INDEX change_step ON change (step)",
        ],
    ]
