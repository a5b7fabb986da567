"""The tables of the library, version by version."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

#: "tuir", so that ``file`` and others can tell whose database it is.
APPLICATION = 0x74756972
#: The tables of the texts, which are large and can mostly be had again; all others hold what the reader did.
TEXTS = frozenset({"text", "origin", "story"})


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
        [
            # AUTOINCREMENT: a number once given never names another text, in the full-text index and in caches either.
            "CREATE TABLE text (id INTEGER PRIMARY KEY AUTOINCREMENT, digest TEXT NOT NULL UNIQUE, title TEXT NOT NULL,"
            " source TEXT, byline TEXT, agency TEXT, published TEXT, moment TEXT, language TEXT, url TEXT,"
            " words INTEGER NOT NULL, chars INTEGER NOT NULL, encoding TEXT NOT NULL, added INTEGER NOT NULL,"
            " folded TEXT NOT NULL, method TEXT NOT NULL, data BLOB NOT NULL, story INTEGER, copy_of INTEGER,"
            f" shared REAL) {strict()}",
            "CREATE INDEX text_story ON text (story)",
            # All that lists sort and filter by: it is read whole at a key, and the packed texts with it would be as
            # much a hundred times.
            "CREATE INDEX text_listed ON text (published, words, added, story, copy_of, shared, digest, folded)",
            "CREATE INDEX text_copies ON text (copy_of) WHERE copy_of IS NOT NULL",
            # digest is empty for a file that holds several articles: these have places of their own in it.
            "CREATE TABLE origin (place TEXT PRIMARY KEY, digest TEXT NOT NULL, stem TEXT NOT NULL,"
            f" size INTEGER NOT NULL, mtime INTEGER NOT NULL, added INTEGER NOT NULL) {strict()}",
            "CREATE INDEX origin_digest ON origin (digest)",
            "CREATE TABLE story (id INTEGER PRIMARY KEY AUTOINCREMENT, created INTEGER NOT NULL, newest TEXT,"
            f" topic TEXT NOT NULL DEFAULT '', articles INTEGER NOT NULL DEFAULT 0) {strict()}",
            "CREATE TABLE feed (url TEXT PRIMARY KEY, title TEXT NOT NULL DEFAULT '', etag TEXT NOT NULL DEFAULT '',"
            " modified TEXT NOT NULL DEFAULT '', checked INTEGER NOT NULL DEFAULT 0, next INTEGER NOT NULL DEFAULT 0,"
            " failures INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '',"
            # Whether the user typed the address himself: only then may it lead into his own network.
            f" typed INTEGER NOT NULL DEFAULT 0) {strict()}",
        ],
    ]


def schema(connection: Connection, version: int) -> None:
    """Makes the tables of a version in a file that has none."""
    for statements in steps()[:version]:
        for statement in statements:
            connection.execute(statement)
