"""Marks that go along when the text they stand in becomes another one."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tuireader.library.articles import Articles
from tuireader.library.marks import Mark, Marks
from tuireader.text.moving import moved, nearest

if TYPE_CHECKING:
    from sqlite3 import Connection

Place = Callable[[Mark], tuple[int, int] | None]
"""Where a mark stands in the new text; None where its words are gone."""


def carried(old: str, new: str) -> Place:
    """Where the words of a mark in the text ``old`` stand in ``new``."""

    def place(mark: Mark) -> tuple[int, int] | None:
        start = nearest(new, old[mark.start : mark.end], moved(old, new, mark.start))
        return None if start is None else (start, start + mark.end - mark.start)

    return place


class Carrying(Marks, Articles):
    """An article that changed keeps what the reader made of it."""

    def carry(self, old: str, new: str, place: Place) -> bool:
        """Takes the marks in the text ``old`` over to ``new``, as far as they have a place there, and the tags of the
        article. What was done to them before can still be taken back."""
        return self._together(lambda connection: self._carry(connection, old, new, place))

    def _carry(self, connection: Connection, old: str, new: str, place: Place) -> None:
        standing = {(mark.start, mark.end) for mark in self.marks(new)}
        for mark in self.marks(old):
            target = place(mark)
            if target is not None and target not in standing:
                standing.add(target)
                _move(connection, (old, mark.start, mark.end), (new, *target))
        connection.execute("INSERT OR IGNORE INTO article (digest) VALUES (?)", (new,))
        connection.execute(
            "UPDATE article SET tags = (SELECT tags FROM article WHERE digest = ?) WHERE digest = ? AND tags = ''"
            " AND EXISTS (SELECT 1 FROM article WHERE digest = ?)",
            (old, new, old),
        )


def _move(connection: Connection, old: tuple[str, int, int], new: tuple[str, int, int]) -> None:
    where = "digest = ? AND start = ? AND end = ?"
    connection.execute(f"UPDATE mark SET digest = ?, start = ?, end = ? WHERE {where}", (*new, *old))
    connection.execute(f"UPDATE OR REPLACE draft SET digest = ?, start = ?, end = ? WHERE {where}", (*new, *old))
    # The steps that led here name the mark by its place: they must find it where it is now.
    known = json.dumps(old, ensure_ascii=False)
    steps = connection.execute("SELECT id, before FROM change WHERE subject = 'mark' AND key = ?", (known,)).fetchall()
    for id, before in steps:
        row: dict[str, Any] = json.loads(before)
        if "digest" in row:
            row.update(zip(("digest", "start", "end"), new, strict=True))
        connection.execute(
            "UPDATE change SET key = ?, before = ? WHERE id = ?",
            (json.dumps(new, ensure_ascii=False), json.dumps(row, ensure_ascii=False), id),
        )
