"""Lists of a library too large to open at once: ordered, filtered, by story, read by the window.

A list is an array of numbers; what its rows say is read when they are shown. Ordering and filtering read an index of
narrow rows, never the packed texts.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple, Self

from tuireader.library.catalogue import filtering
from tuireader.library.catalogue.grouping import grouped
from tuireader.library.catalogue.listing import Listing, entries
from tuireader.library.catalogue.rows import Entry
from tuireader.library.packing import PARTED, PARTED_AGAIN
from tuireader.library.shelf import Shelf

if TYPE_CHECKING:
    from tuireader.library.texts import Texts


class Order(NamedTuple):
    """One way to sort. ``sql`` is NULL where an article has nothing to be sorted by: it comes last, either way round.

    ``down``: what is largest comes first. ``ways`` says what comes first, and what where it is turned round.
    """

    name: str
    sql: str
    down: bool
    ways: tuple[str, str]


_PARTED, _AGAIN = (f"instr(folded, char({ord(sign)}))" for sign in (PARTED, PARTED_AGAIN))
#: Every order, the first one the usual one.
ORDERS: tuple[Order, ...] = (
    Order("date", "published", True, ("newest first", "oldest first")),
    Order("added", "id", True, ("last added first", "first added first")),
    Order(
        "source",
        f"nullif(trim(substr(folded, {_PARTED} + 1, {_AGAIN} - {_PARTED} - 1)), '')",
        False,
        ("a to z", "z to a"),
    ),
    Order("title", "folded", False, ("a to z", "z to a")),
    Order("words", "words", True, ("longest first", "shortest first")),
    Order("shared", "shared", True, ("most shared first", "least shared first")),
    Order("unread", "digest IN (SELECT digest FROM {done}.article WHERE read)", False, ("unread first", "read first")),
)
_BY_NAME = {order.name: order for order in ORDERS}


class _Ordered(NamedTuple):
    """All texts in one order: ids, stories (0 for none), and the text of which each is a copy (0 for none)."""

    ids: array[int]
    stories: array[int]
    copies: array[int]


class Catalogue:
    """The list of all texts of a library, or of a store of texts of its own.

    Methods may be called from any thread. None waits for what another process or thread writes, and none raises.
    """

    def __init__(self, texts: Texts, library: Shelf | None = None) -> None:
        """``library`` has what the reader did with the texts; where it is left out, ``texts`` is the library."""
        from tuireader.library.beside import beside

        self._shelf, self._done = beside(texts, library or texts)
        self._stamp: tuple[object, ...] = ()
        self._ordered: dict[tuple[str, bool], _Ordered] = {}
        self._words: frozenset[str] | None = None
        self.refresh()

    def close(self) -> None:
        """Lets go of the file. Nothing may be called afterwards."""
        self._shelf.let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def refresh(self) -> bool:
        """Looks whether there are other texts, or other stories, than at the last time; lists made before show what was
        there then. What the reader did is always shown as it is now."""
        self._shelf.renew_done()
        stamp = self._shelf.stamp()
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        self._ordered.clear()
        self._words = None
        return True

    def count(self) -> int:
        """How many texts there are."""
        return sum(number for (number,) in self._shelf.rows("SELECT COUNT(*) FROM text"))

    def nothing(self) -> Listing:
        """A list of nothing, as long as there is no other."""
        return Listing(self._shelf, self._done, grouped((), (), (), None, True), None, ())

    def newest(self) -> int:
        """The largest number of an article; 0 where there is none."""
        return int(self._shelf.rows("SELECT ifnull(MAX(id), 0) FROM text")[0][0])

    def numbered(self, number: int) -> Entry | None:
        """The article of a number."""
        return next(iter(entries(self._shelf, self._done, (number,))), None)

    def of_digest(self, digest: str) -> Entry | None:
        """The article of a text."""
        ids = self._shelf.rows("SELECT id FROM text WHERE digest = ?", (digest,))
        return self.numbered(ids[0][0]) if ids else None

    def digests(self, story: int) -> tuple[str, ...]:
        """All articles of a story: first those that are no copies, each time the newest first."""
        rows = self._shelf.rows(
            "SELECT digest FROM text WHERE story = ?"
            " ORDER BY copy_of IS NOT NULL, published IS NULL, published DESC, id DESC",
            (story,),
        )
        return tuple(digest for (digest,) in rows)

    def listing(
        self,
        order: str = "date",
        filter: str = "",
        *,
        turned: bool = False,
        by_story: bool = True,
        folded: Collection[int] | None = (),
        opened: Collection[int] = (),
        selected: Collection[str] = (),
        fresh: Collection[str] = (),
    ) -> Listing:
        """The articles that answer a filter, in an order (``ORDERS``), by story or in one list.

        The story whose article comes first comes first; articles alone come last. ``folded`` are the numbers of stories
        of which only the heading is listed (0: articles alone; None: all), ``opened`` the ids of articles whose copies
        are listed. ``selected`` and ``fresh`` are digests, for the words ``selected`` and ``new`` of a filter.
        """
        ordered = self._in_order(_BY_NAME.get(order, ORDERS[0]), turned)
        kept = self._kept(filter, selected, fresh) if filter.strip() else None
        groups = grouped(ordered.ids, ordered.stories, ordered.copies, kept, by_story)
        return Listing(self._shelf, self._done, groups, folded, opened)

    def words(self) -> frozenset[str]:
        """All words of titles, sources and ids, by which typing errors are told. Slow the first time: a fifth of a
        second for a hundred thousand articles, so call it early, from a thread."""
        known = self._words
        if known is None:
            rows = self._shelf.rows("SELECT folded FROM text")
            known = self._words = frozenset(word for (folded,) in rows for word in folded.split())
        return known

    def _in_order(self, order: Order, turned: bool) -> _Ordered:
        key = (order.name, turned)
        if key in self._ordered:
            return self._ordered[key]
        value = order.sql.format(done=self._done)
        down = "DESC" if order.down != turned else "ASC"
        rows = self._shelf.rows(
            "SELECT id, ifnull(story, 0), ifnull(copy_of, 0) FROM text"
            f" ORDER BY ({value}) IS NULL, {value} {down}, id DESC"
        )
        ids, stories, copies = (array("q", column) for column in zip(*rows, strict=True)) if rows else _nothing()
        found = _Ordered(ids, stories, copies)
        # What was read changes from key to key.
        if order.name != "unread":
            self._ordered[key] = found
        return found

    def _kept(self, text: str, selected: Collection[str], fresh: Collection[str]) -> set[int]:
        known = filtering.Known(self._done, selected, fresh, self._tagged, self._stands, self.words)
        terms = filtering.conditions(text, known)
        sql = " AND ".join(term.sql for term in terms)
        # One long line is read much sooner than a hundred thousand rows.
        rows = self._shelf.rows(
            f"SELECT group_concat(id) FROM text WHERE {sql}", [value for term in terms for value in term.values]
        )
        return set(map(int, rows[0][0].split(","))) if rows and rows[0][0] else set()

    def _tagged(self) -> Iterable[tuple[str, str]]:
        return self._shelf.rows(f"SELECT digest, tags FROM {self._done}.article WHERE tags <> ''")

    def _stands(self, word: str) -> bool:
        return bool(self._shelf.rows("SELECT 1 FROM text WHERE instr(folded, ?) LIMIT 1", (word,)))


def _nothing() -> tuple[array[int], array[int], array[int]]:
    return array("q"), array("q"), array("q")
