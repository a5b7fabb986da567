"""What a call opens: some articles at once, or the list of a library too large for that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tuireader.tui.background import Background, TooMany
from tuireader.tui.named import named

if TYPE_CHECKING:
    from pathlib import Path

    from tuireader.library import Library
    from tuireader.settings.paths import Paths
    from tuireader.sources import Opened
    from tuireader.tui.catalogue.source import Source

#: So many articles are opened at once, compared with each other; more are listed, and opened by story.
FEW = 200


class Opens(NamedTuple):
    """``opening`` reads the articles, where they are opened at once, else ``source`` has them; ``watched`` are names
    to watch, ``missing`` those that are remembered and not there; ``paths`` are what is read into ``source``."""

    opening: Background[Opened] | None
    source: Source | None = None
    watched: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()


def opens(arguments: Sequence[str], library: Library, at: Paths, *, watch: bool, all_at_once: bool = False) -> Opens:
    """What these words of the call open; without any, what the library keeps, and where that is empty what ``named``
    says. ``all_at_once`` opens everything at once, however much there is."""
    from tuireader import sources

    names = named(arguments, library, at.seeds, watch=watch)
    if all_at_once:
        return Opens(Background(lambda: sources.open(names.paths)), None, names.watched, names.missing)
    if not arguments and (kept := library.count()):
        if kept > FEW:
            return Opens(None, of_library(library, at.cache), names.watched, names.missing)
        return Opens(Background(lambda: _kept(library)), None, names.watched, names.missing)
    if arguments and "-" not in arguments:
        from tuireader.tui import stores

        source = stores.known(arguments, at.cache, library)
        if source is not None:
            return Opens(None, source, names.watched, names.missing, tuple(arguments))
    return Opens(Background(lambda: few(names.paths)), None, names.watched, names.missing)


def of_library(library: Library, cache: Path | None = None) -> Source:
    """The library's own articles; ``cache`` is the folder for what can be found again."""
    from tuireader.library.catalogue import Catalogue
    from tuireader.tui.catalogue.source import Source

    catalogue = Catalogue(library)
    # It is asked for at once: while the screen is made ready it is put in order.
    Background(partial(catalogue.listing, "date", folded=None))
    return Source(library, catalogue, cache / "stories.sqlite3" if cache else None)


def few(paths: Sequence[str], progress: Callable[[int], object] | None = None) -> Opened:
    """The articles in these paths; ``progress`` is told how many were read so far. Raises TooMany, as soon as that is
    known."""
    from tuireader import sources
    from tuireader.article import Article

    if "-" in paths:
        # What comes through a pipe cannot be read a second time.
        return sources.open(paths)
    articles: list[Article] = []
    problems: list[sources.Problem] = []
    for found in sources.read(paths):
        if isinstance(found, sources.Problem):
            problems.append(found)
        elif len(articles) == FEW:
            raise TooMany
        else:
            articles.append(found)
            if progress is not None:
                progress(len(articles))
    return sources.Opened(tuple(articles), tuple(problems))


def _kept(library: Library) -> Opened:
    from tuireader.sources import Opened

    return Opened(library.texts(library.digests()))
