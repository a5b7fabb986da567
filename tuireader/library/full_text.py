"""The full-text index over the texts of a library: FTS5 without a copy of what it indexes.

Words stand in it as search folds them, so ``Vucic`` finds ``Vučić``, and ``4700`` finds ``4,700``. What it takes out
again has to be the very words that were put in: each row is made of what is packed in the text's row, and of nothing
else, by the version of folding that ``WORDING`` names. Where this SQLite has no FTS5 there is no index.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from tuireader.article import Article
from tuireader.text.words import bare, pieces

if TYPE_CHECKING:
    from sqlite3 import Connection

#: The table: columns ``title`` and ``body``, rowid the id of the text.
TABLE = "words"
#: The version of ``terms``. With another one the index is made anew.
WORDING = "1"

_NAME = "words"
_MADE = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE} USING fts5"
    "(title, body, content='', tokenize='unicode61 remove_diacritics 0')"
)


def terms(text: str) -> str:
    """The words of a text as the index knows them, parted by spaces."""
    return " ".join(filter(None, map(_term, pieces(text).written)))


@lru_cache(maxsize=1 << 16)
def _term(written: str) -> str:
    return " ".join("".join(filter(str.isalnum, piece)) for piece in bare(written).split("'"))


def row(article: Article) -> tuple[str, str]:
    """What the index holds of an article: its title, and all that is told in it."""
    body = "\n".join(article.text[part.start : part.end] for part in article.told() if part.role != "title")
    return terms(article.title), terms(body)


def forget(connection: Connection) -> None:
    """Says that the index is not complete: it is made anew when the next text comes."""
    connection.execute("DELETE FROM setting WHERE name = ?", (_NAME,))


def ready(connection: Connection) -> bool:
    """Whether the index is there, complete, and can be asked. Quick."""
    if not known(connection):
        return False
    made = connection.execute("SELECT value FROM setting WHERE name = ?", (_NAME,)).fetchone()
    return made is not None and made[0] == json.dumps(WORDING)


def fits(connection: Connection) -> bool:
    """Whether the index is sound and knows every text there is. True where this SQLite has no FTS5. Slow."""
    import sqlite3

    if not known(connection) or connection.execute("SELECT 1 FROM text LIMIT 1").fetchone() is None:
        return True
    if not ready(connection):
        return False
    try:
        connection.execute(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('integrity-check')")
        query = f"SELECT 1 FROM text WHERE id NOT IN (SELECT id FROM {TABLE}_docsize) LIMIT 1"
        return connection.execute(query).fetchone() is None
    except sqlite3.Error:
        return False


def prepare(connection: Connection, every: Callable[[], object]) -> bool:
    """Makes the index where there is none that is complete, within a transaction; ``every`` adds all texts to it.

    Returns whether there is one now.
    """
    if not known(connection):
        # What is written without it makes it incomplete: a SQLite that knows FTS5 makes it anew.
        forget(connection)
        return False
    if not ready(connection):
        connection.execute(f"DROP TABLE IF EXISTS {TABLE}")
        connection.execute(_MADE)
        every()
        connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (_NAME, json.dumps(WORDING)))
    return True


def add(connection: Connection, id: int, words: tuple[str, str]) -> None:
    """Puts a text in; ``words`` are its ``row``."""
    connection.execute(f"INSERT INTO {TABLE} (rowid, title, body) VALUES (?, ?, ?)", (id, *words))


def remove(connection: Connection, id: int, words: tuple[str, str]) -> None:
    """Takes a text out; ``words`` must be those that were put in."""
    connection.execute(f"INSERT INTO {TABLE} ({TABLE}, rowid, title, body) VALUES ('delete', ?, ?, ?)", (id, *words))


def known(connection: Connection) -> bool:
    """Whether this SQLite was built with FTS5."""
    return bool(connection.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone()[0])
