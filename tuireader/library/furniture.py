"""Which lines stand in how many articles of an outlet: what a library has learnt of furniture (``sources.outlets``).

A row for each line of each text, by hash, so that several processes can add and take out texts at once and every count
is right. Nothing is written into the texts themselves: what is furniture is set aside when they are read. All of it is
made of the texts, by the version that ``LEARNING`` names, and is made anew where it is missing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from struct import Struct
from typing import TYPE_CHECKING, NamedTuple

from tuireader.article import Article
from tuireader.library.database import strict
from tuireader.sources.outlets import ENOUGH, lines_of, longest_of, set_aside

if TYPE_CHECKING:
    from sqlite3 import Connection

#: The version of ``counted``. With another one all texts are counted anew.
LEARNING = "1"
#: Under this name the version is noted that the tables were made by. Their own names begin with ``PREFIX``.
NAME, PREFIX = "outlets", "outlet_"

_LINE = Struct("<IQ")
_EDGE, _SENTENCE = 1 << 56, 1 << 57
_HASH = _EDGE - 1
#: So many texts with a line are looked at to find ``ENOUGH`` that are no copies of each other.
_LOOKED_AT = 400


class Counted(NamedTuple):
    """What is counted of an article: hashes of its longest paragraphs, by which its copies are known, and its lines,
    packed: number of the part, then hash with what is said of it."""

    first: int
    second: int
    lines: bytes


def counted(article: Article) -> Counted:
    """The lines of an article that may be furniture, ready to be put in."""
    packed = b"".join(
        _LINE.pack(number, line | _EDGE * edge | _SENTENCE * sentence)
        for number, line, edge, sentence in lines_of(article)
    )
    first, second = (*longest_of(article), 0, 0)[:2] if packed else (0, 0)
    return Counted(first, second, packed)


def ready(connection: Connection) -> bool:
    """Whether all texts are counted, by this version. Quick."""
    made = connection.execute("SELECT value FROM setting WHERE name = ?", (NAME,)).fetchone()
    return made is not None and made[0] == json.dumps(LEARNING)


def forget(connection: Connection) -> None:
    """Says that not all texts are counted: they are with the next one that comes."""
    connection.execute("DELETE FROM setting WHERE name = ?", (NAME,))


def prepare(connection: Connection, every: Callable[[], object]) -> None:
    """Makes the tables where there are none that are complete, within a transaction; ``every`` adds all texts."""
    if ready(connection):
        return
    for table in ("line", "text"):
        connection.execute(f"DROP TABLE IF EXISTS {PREFIX}{table}")
    connection.execute(
        "CREATE TABLE outlet_line (line INTEGER NOT NULL, edge INTEGER NOT NULL, text INTEGER NOT NULL,"
        f" PRIMARY KEY (line, edge, text)) {', '.join(filter(None, ('WITHOUT ROWID', strict())))}"
    )
    connection.execute(
        "CREATE TABLE outlet_text (text INTEGER PRIMARY KEY, first INTEGER NOT NULL, second INTEGER NOT NULL,"
        f" lines BLOB NOT NULL) {strict()}"
    )
    every()
    connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (NAME, json.dumps(LEARNING)))


def add(connection: Connection, id: int, counts: Counted) -> None:
    """Counts a text, within a transaction."""
    connection.execute("INSERT OR REPLACE INTO outlet_text VALUES (?, ?, ?, ?)", (id, *counts))
    rows = ((line, edge, id) for line, edge in _edges(counts.lines).items())
    connection.executemany("INSERT OR REPLACE INTO outlet_line VALUES (?, ?, ?)", rows)


def remove(connection: Connection, ids: Iterable[int]) -> None:
    """Counts texts no longer, within a transaction."""
    for id in ids:
        row = connection.execute("SELECT lines FROM outlet_text WHERE text = ?", (id,)).fetchone()
        if row is not None:
            rows = ((line, edge, id) for line, edge in _edges(row[0]).items())
            connection.executemany("DELETE FROM outlet_line WHERE line = ? AND edge = ? AND text = ?", rows)
            connection.execute("DELETE FROM outlet_text WHERE text = ?", (id,))


def fits(connection: Connection) -> bool:
    """Whether every text is counted, each line once, and nothing else is. Slow."""
    import sqlite3

    try:
        if connection.execute("SELECT 1 FROM text LIMIT 1").fetchone() is None:
            return True
        if not ready(connection):
            return False
        lines = sum(len(_edges(row[0])) for row in connection.execute("SELECT lines FROM outlet_text"))
        (there,) = connection.execute("SELECT COUNT(*) FROM outlet_line").fetchone()
        (odd,) = connection.execute(
            "SELECT (SELECT COUNT(*) FROM text WHERE id NOT IN (SELECT text FROM outlet_text))"
            " + (SELECT COUNT(*) FROM outlet_text WHERE text NOT IN (SELECT id FROM text))"
        ).fetchone()
    except sqlite3.Error:
        return False
    return lines == there and not odd


def without(
    connection: Connection, articles: Mapping[int, Article], anew: Mapping[int, Article] | None = None
) -> dict[int, Article]:
    """Articles by their ids, with their outlets' furniture set aside, as far as there is any and not too much would go.

    ``anew`` are those of them that are not as they were counted. The same articles where not all texts are counted.
    """
    if not articles or not ready(connection):
        return dict(articles)
    rows = connection.execute(
        "SELECT text, lines FROM outlet_text WHERE length(lines) > 0 AND text IN (SELECT value FROM json_each(?))",
        (json.dumps(list(articles)),),
    )
    packed: dict[int, bytes] = dict(rows.fetchall())
    packed.update((id, counted(article).lines) for id, article in (anew or {}).items())
    often = _often(connection, {said & _HASH for lines in packed.values() for _, said in _unpacked(lines)})
    furniture = {line: _always_at_edge(connection, line) for line in often if _enough(connection, line)}
    found = dict(articles)
    for id, lines in packed.items() if furniture else ():
        taken = {
            number
            for number, said in _unpacked(lines)
            if (edge := furniture.get(said & _HASH)) is not None and (edge or not said & _SENTENCE)
        }
        parts = articles[id].parts
        if all(number < len(parts) and parts[number].role == "body" for number in taken):
            found[id] = set_aside(articles[id], taken)
    return found


def _often(connection: Connection, lines: Iterable[int]) -> list[int]:
    """Those of these lines that stand in as many texts, copies or not."""
    query = (
        "SELECT value FROM json_each(?)"
        f" WHERE (SELECT COUNT(*) FROM (SELECT 1 FROM outlet_line WHERE line = value LIMIT {ENOUGH})) = {ENOUGH}"
    )
    return [line for (line,) in connection.execute(query, (json.dumps(sorted(lines)),))]


def _enough(connection: Connection, line: int) -> bool:
    """Whether as many texts with a line are no copies of each other."""
    apart: list[set[int]] = []
    query = "SELECT first, second FROM outlet_line JOIN outlet_text USING (text) WHERE line = ? LIMIT ?"
    for row in connection.execute(query, (line, _LOOKED_AT)):
        longest = {*row} - {0}
        if all(longest.isdisjoint(each) for each in apart):
            apart.append(longest)
            if len(apart) == ENOUGH:
                return True
    return False


def _always_at_edge(connection: Connection, line: int) -> bool:
    return connection.execute("SELECT 1 FROM outlet_line WHERE line = ? AND edge = 0", (line,)).fetchone() is None


def _edges(lines: bytes) -> dict[int, int]:
    """The lines of a text, and whether each stands at its edges alone."""
    found: dict[int, int] = {}
    for _, said in _unpacked(lines):
        found[said & _HASH] = min(found.get(said & _HASH, 1), int(bool(said & _EDGE)))
    return found


def _unpacked(lines: bytes) -> Iterator[tuple[int, int]]:
    # What is damaged at its end is read as far as it goes.
    return _LINE.iter_unpack(lines[: len(lines) // _LINE.size * _LINE.size])
