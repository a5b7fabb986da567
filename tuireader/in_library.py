"""What a command works on where it works on the library: a story of it, articles of it, or the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tuireader.article import Article, TuireaderError, UsageError
from tuireader.given import Given, tell_of_library
from tuireader.library import Library
from tuireader.library.beside import Beside, beside
from tuireader.library.naming import meant
from tuireader.regrouping import find_missing_stories
from tuireader.settings import paths

if TYPE_CHECKING:
    from argparse import Namespace

    from tuireader.library.catalogue import Listing
    from tuireader.report.records import Record
    from tuireader.story import Telling


class Shelved(NamedTuple):
    """The open library, with a view of its texts beside it."""

    library: Library
    shelf: Beside


@contextmanager
def open_library(*, grouped: bool = False, quiet: bool = False) -> Iterator[Shelved]:
    """The library. Raises TuireaderError where there is none, or nothing is in it.

    ``grouped`` finds the stories of articles that have not been looked at yet; how far that is is told, unless
    ``quiet``.
    """
    import sqlite3

    file = paths.find().library
    if not paths.there(file):
        raise TuireaderError("there is nothing in your library; `tuireader add PATH` puts articles into it")
    try:
        with Library.open(file) as library:
            if not library.count():
                raise TuireaderError(
                    library.note or "your library has no article; `tuireader add PATH` puts some into it"
                )
            if grouped:
                find_missing_stories(library, quiet=quiet)
            shelf, _ = beside(library, library)
            try:
                yield Shelved(library, shelf)
            finally:
                shelf.let_go()
    except sqlite3.Error as error:
        raise TuireaderError(
            f"your library cannot be read ({error}); `tuireader library check` looks into it"
        ) from None


class FromLibrary(Given):
    """Articles of the library: those of one story, or those that are named."""

    def __init__(self, names: Sequence[str], story: int | None, *, marked: bool = False, quiet: bool = False) -> None:
        """``marked`` takes, where nothing is named, all articles with a mark in them.

        Raises UsageError where neither articles nor a story are named, or there are none such.
        """
        with open_library(grouped=story is not None, quiet=quiet) as (library, shelf):
            ids = _chosen(shelf, names, story, marked)
            self.articles: tuple[Article, ...] = library.texts(ids)
            known = dict(shelf.rows("SELECT digest, id FROM text WHERE story IS ?", (story,))) if story else {}
            known.update((shelf.rows("SELECT digest FROM text WHERE id = ?", (id,))[0][0], id) for id in ids)
        self._numbers = {article.id: known[article.digest] for article in self.articles if article.digest in known}
        self._story = story

    @cached_property
    def telling(self) -> Telling:
        """Passages and stories; a story that is asked for by its number is one story, whatever its passages say."""
        from dataclasses import replace

        from tuireader.story import Story

        found = super().telling
        if self._story is None:
            return found
        return replace(found, stories=(Story(self._story, tuple(article.id for article in self.articles)),))

    @cached_property
    def records(self) -> list[Record]:
        """The record of each article, with its number in the library and its digest."""
        digests = {article.id: article.digest for article in self.articles}
        return [
            {**record, "number": self._numbers.get(record["id"]), "digest": digests[record["id"]]}
            for record in super().records
        ]

    def ids(self, names: Sequence[str]) -> tuple[str, ...]:
        """The ids of the articles that are meant, by the names the library has for them. Raises UsageError."""
        by_number = {number: id for id, number in self._numbers.items()}
        with open_library() as (_, shelf):
            numbers = [meant(shelf, name) for name in names]
        for name, number in zip(names, numbers, strict=True):
            if number not in by_number:
                raise UsageError(f"article {name} is not among those that are asked for here")
        return tuple(by_number[number] for number in numbers)


def given_of(asked: Namespace, *, strict: bool = False) -> Given:
    """The articles that a call is about: of the library, or at the paths it names."""
    if getattr(asked, "library", False):
        marked = getattr(asked, "what", "") == "marks"
        return FromLibrary(asked.paths, asked.story, marked=marked, quiet=asked.json)
    if not asked.paths:
        tell_of_library()
    return Given(asked.paths, strict=strict)


def _chosen(shelf: Beside, names: Sequence[str], story: int | None, marked: bool) -> list[int]:
    if story is not None:
        if names:
            raise UsageError("name articles or --story, not both")
        ids = [id for (id,) in shelf.rows("SELECT id FROM text WHERE story = ? ORDER BY published, id", (story,))]
        if not ids:
            raise UsageError(
                f"there is no story {story} in the library; `tuireader list --library` shows which there are"
            )
        return ids
    if names:
        return list(dict.fromkeys(meant(shelf, name) for name in names))
    if marked:
        return [id for (id,) in shelf.rows("SELECT id FROM text WHERE digest IN (SELECT digest FROM mark)")]
    raise UsageError(
        "say which story: --story N, as `tuireader list --library` numbers them, or name articles by their numbers"
    )


def shown(name: str) -> Record:
    """The record of one article of the library. Raises UsageError where none, or more than one, is meant."""
    from tuireader.passages import Passages
    from tuireader.report.records import records
    from tuireader.story import Story, Telling

    with open_library() as (library, shelf):
        id = meant(shelf, name)
        (article,) = library.texts([id]) or (None,)
        if article is None:
            raise TuireaderError(library.note or f"article {id} cannot be read")
        ((story, shared, digest),) = shelf.rows("SELECT story, shared, digest FROM text WHERE id = ?", (id,))
    telling = Telling(Passages(), (Story(story, (article.id,)),) if story else (), {article.id: shared or 0.0})
    return {**records([article], telling)[0], "number": id, "digest": digest}


def listed(asked: Namespace) -> tuple[list[Record], list[Record]]:
    """The rows of the list of the library, and its stories, as records, in the order asked for."""
    from tuireader.library.catalogue import Catalogue, Entry, Heading

    with open_library(grouped=True, quiet=asked.json) as (library, shelf), Catalogue(library) as catalogue:
        terms = [*asked.paths, *(["unread"] if asked.unread else []), *(f"#{tag.lstrip('#')}" for tag in asked.tag)]
        if asked.story is not None:
            terms.append(f"story:{asked.story}")
        listing = catalogue.listing(asked.sort or "date", " ".join(terms))
        rows = _rows(listing)
        entries = [row for row in rows if isinstance(row, Entry)]
        carriers: dict[int, list[Record]] = {}
        for id, digest, source, copy_of in shelf.rows(
            "SELECT id, digest, ifnull(source, ''), copy_of FROM text WHERE copy_of IS NOT NULL ORDER BY published, id"
        ):
            carriers.setdefault(copy_of, []).append({"number": id, "digest": digest, "source": source or None})
        places = dict(shelf.rows("SELECT digest, stem FROM origin ORDER BY added DESC, rowid DESC"))
        paths_of = dict(shelf.rows("SELECT digest, place FROM origin ORDER BY added DESC, rowid DESC"))
        stories = [
            {"story": row.story, "topic": row.topic, "articles": row.articles, "newest": row.newest or None}
            for row in rows
            if isinstance(row, Heading) and row.story
        ]
        return [
            {
                "id": places.get(entry.digest, str(entry.id)),
                "number": entry.id,
                "digest": entry.digest,
                "title": entry.title,
                "source": entry.source or None,
                "published": entry.published or None,
                "path": paths_of.get(entry.digest),
                "words": entry.words,
                "shared": entry.shared or 0.0,
                "story": entry.story or None,
                "read": entry.read,
                "tags": list(entry.tags),
                "carriers": carriers.get(entry.id, []),
            }
            for entry in entries
        ], stories


def _rows(listing: Listing) -> list[object]:
    """All rows, some hundred read at a time."""
    return [row for start in range(0, len(listing), 500) for row in listing.window(start, start + 500)]
