"""Marks: spans that the reader marked, each with its note and tags, and a copy of the words for when the article is
not at hand. Notes being typed are kept as drafts, so that a program that dies takes no sentence along."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tuireader.library.shelf import storable
from tuireader.library.tags import parsed
from tuireader.library.undo import Changes

#: What a mark can stand on.
KINDS = ("passage", "sentence", "fact", "selection")

_COLUMNS = "digest, start, end, created, kind, label, quote, title, note, tags"


class Mark(NamedTuple):
    """A span of an article that the reader marked, and when, in seconds since 1970.

    ``label`` is the heading of a marked fact; ``quote`` the words of the span and ``title`` the article's, both empty
    in marks made before there were such copies.
    """

    digest: str
    start: int
    end: int
    created: int
    kind: str = "sentence"
    label: str = ""
    quote: str = ""
    title: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()


class Marks(Changes):
    """The marks of all articles."""

    def add_mark(
        self,
        digest: str,
        start: int,
        end: int,
        *,
        kind: str = "sentence",
        label: str = "",
        quote: str = "",
        title: str = "",
        note: str = "",
        tags: str | Iterable[str] = (),
    ) -> bool:
        """Marks a span; a mark that stands already stays as it is."""
        row = (digest, start, end, int(time.time()), kind, label, quote, title, note, " ".join(parsed(tags)))
        values = [storable(each) if isinstance(each, str) else each for each in row]
        query = f"INSERT OR IGNORE INTO mark ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        return self._change("mark", (digest, start, end), lambda connection: connection.execute(query, values))

    def remove_mark(self, digest: str, start: int, end: int) -> bool:
        """Takes a mark away, with its note and tags."""
        query = "DELETE FROM mark WHERE digest = ? AND start = ? AND end = ?"
        key = (digest, start, end)
        return self._change("mark", key, lambda connection: connection.execute(query, key))

    def set_note(self, digest: str, start: int, end: int, text: str) -> bool:
        """Gives a mark its note, empty for none. Nothing happens where there is no such mark."""
        return self._set("note", (digest, start, end), storable(text.strip()))

    def set_tags(self, digest: str, start: int, end: int, tags: str | Iterable[str]) -> bool:
        """Gives a mark its tags, instead of those it had. Nothing happens where there is no such mark."""
        return self._set("tags", (digest, start, end), storable(" ".join(parsed(tags))))

    def _set(self, column: str, key: tuple[str, int, int], value: str) -> bool:
        query = f"UPDATE mark SET {column} = ? WHERE digest = ? AND start = ? AND end = ?"
        return self._change("mark", key, lambda connection: connection.execute(query, (value, *key)))

    def mark_at(self, digest: str, start: int, end: int) -> Mark | None:
        """The mark on exactly this span."""
        return next((mark for mark in self.marks(digest) if (mark.start, mark.end) == (start, end)), None)

    def marks(self, digest: str) -> tuple[Mark, ...]:
        """The marks in an article, in the order of the text."""
        return _marks(self._rows(f"SELECT {_COLUMNS} FROM mark WHERE digest = ? ORDER BY start, end", (digest,)))

    def all_marks(self) -> tuple[Mark, ...]:
        """The marks in all articles that ever were opened, article by article, in the order of the texts."""
        return _marks(self._rows(f"SELECT {_COLUMNS} FROM mark ORDER BY digest, start, end"))

    # Notes being typed

    def keep_draft(self, digest: str, start: int, end: int, text: str) -> bool:
        """Keeps a note as it is typed; not on the disk at each key, but beyond the program."""
        return self._write(
            "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?)", (digest, start, end, storable(text)), lasting=False
        )

    def draft(self, digest: str, start: int, end: int) -> str | None:
        """The note that was being typed when the program ended; None where there is none."""
        value = self._value("SELECT text FROM draft WHERE digest = ? AND start = ? AND end = ?", (digest, start, end))
        return value if isinstance(value, str) else None

    def drop_draft(self, digest: str, start: int, end: int) -> bool:
        """Forgets what was being typed: the note was kept, or is not wanted."""
        return self._write(
            "DELETE FROM draft WHERE digest = ? AND start = ? AND end = ?", (digest, start, end), lasting=False
        )


def _marks(rows: Sequence[tuple[str, int, int, int, str, str, str, str, str, str]]) -> tuple[Mark, ...]:
    return tuple(Mark(*row[:-1], tags=tuple(row[-1].split())) for row in rows)
