"""What a call opens: some articles at once, or the list of a library too large for that."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tuireader.settings.paths import there
from tuireader.tui.background import Background
from tuireader.tui.named import named

if TYPE_CHECKING:
    from tuireader.library import Library
    from tuireader.library.stores import Source
    from tuireader.settings.paths import Paths
    from tuireader.sources import Opened


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
    from tuireader.sources import few

    names = named(arguments, library, at.seeds, watch=watch)
    if all_at_once:
        return Opens(Background(lambda: sources.open(names.paths)), None, names.watched, names.missing)
    if not arguments and (kept := library.count()):
        if kept > few.FEW:
            return Opens(None, _listed(library, at), names.watched, names.missing)
        return Opens(Background(lambda: _kept(library)), None, names.watched, names.missing)
    if arguments and "-" not in arguments and there(at.cache / "stores"):
        from tuireader.library import stores

        source = stores.known(arguments, at.cache, library)
        if source is not None:
            return Opens(None, source, names.watched, names.missing, tuple(arguments))
    return Opens(Background(lambda: few.few(names.paths)), None, names.watched, names.missing)


def _listed(library: Library, at: Paths) -> Source:
    from tuireader.library import stores

    source = stores.of_library(library, at.cache)
    # It is asked for at once: while the screen is made ready it is put in order.
    Background(partial(source.catalogue.listing, "date", folded=None))
    return source


def _kept(library: Library) -> Opened:
    from tuireader.sources import Opened

    return Opened(library.texts(library.digests()))
