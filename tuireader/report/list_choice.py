"""Which articles ``list`` prints, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from tuireader.article import Article
from tuireader.report.records import Record
from tuireader.text.words import fold

#: What a list can be sorted by, and what comes first: the largest, or the smallest. Without a value comes last.
SORTS: dict[str, tuple[Callable[[Record], Any], bool]] = {
    "date": (lambda record: record["published"], True),
    "source": (lambda record: fold(record["source"]) if record["source"] else None, False),
    "title": (lambda record: fold(record["title"]), False),
    "words": (lambda record: record["words"], True),
    "shared": (lambda record: record["shared"], True),
}


class Done(NamedTuple):
    """What the reader did with an article."""

    read: bool = False
    tags: tuple[str, ...] = ()


def chosen(
    records: Sequence[Record],
    sort: str = "",
    *,
    unread: bool = False,
    tags: Sequence[str] = (),
    done: Mapping[str, Done] | None = None,
) -> list[Record]:
    """The records asked for, in order; those that are equal in it in the order given.

    ``done`` tells by the digest of a text what the reader did with it. ``unread`` leaves out what was read, ``tags``
    all that has not each of them.
    """
    known = done or {}
    wanted = {fold(tag.lstrip("#")) for tag in tags}
    found = []
    for record in records:
        state = known.get(_digest(record), Done()) if unread or wanted else Done()
        if not (unread and state.read) and wanted <= {fold(tag) for tag in state.tags}:
            found.append(record)
    if sort in SORTS:
        value, down = SORTS[sort]
        have = [record for record in found if value(record) is not None]
        lack = [record for record in found if value(record) is None]
        found = sorted(have, key=value, reverse=down) + lack
    return found


def _digest(record: Record) -> str:
    """The name of its text, by which the library knows it."""
    return Article(record["id"], record["text"], record["title"]).digest
