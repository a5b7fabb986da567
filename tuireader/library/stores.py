"""Stores of texts for paths that hold more articles than are opened at once: kept in the cache folder, found again."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tuireader.digests import blake2b
from tuireader.library.catalogue import Catalogue
from tuireader.settings.paths import make, there
from tuireader.sources import few

if TYPE_CHECKING:
    from tuireader.library import Library

#: What stories of the library are found by, in the cache folder.
_KINSHIP = "stories.sqlite3"
#: Under this name the texts are noted of which stories were found.
_GROUPED = "stories.grouped"
#: So many stores are kept, those that were opened last.
_MOST = 8


class Source(NamedTuple):
    """Where the articles of a large list come from: ``texts`` keeps them, ``catalogue`` lists them, ``kinship`` is the
    file with what stories are found by.

    ``name`` says what is listed, empty for the library; ``own`` whether the store is only for this list.
    """

    texts: Library
    catalogue: Catalogue
    kinship: Path | None
    name: str = ""
    own: bool = False

    def grouped(self) -> bool:
        """Whether stories were found since there were other texts."""
        return bool(self.texts.get(_GROUPED) == self._stamp())

    def note_grouped(self) -> None:
        """Notes that stories were found of all texts that there are."""
        self.texts.set(_GROUPED, self._stamp())

    def _stamp(self) -> list[int]:
        return [self.catalogue.count(), self.catalogue.newest()]

    def close(self) -> None:
        """Lets go of its files; of the library's own somebody else does."""
        self.catalogue.close()
        if self.own:
            self.texts.close()


def of_library(library: Library, folder: Path | None = None) -> Source:
    """The library's own articles; ``folder`` is that for what can be found again."""
    return Source(library, Catalogue(library), folder / _KINSHIP if folder else None)


def file_of(paths: Sequence[str], folder: Path) -> Path:
    """The file of the store for these paths, in any order, below the cache folder."""
    real = sorted({path if "://" in path else os.path.realpath(path) for path in paths})
    name = blake2b("\0".join(real).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return folder / "stores" / f"{name}.sqlite3"


def opened(paths: Sequence[str], folder: Path, library: Library) -> Source:
    """The store for these paths, made where there is none yet; the least used of too many goes.

    Where nothing can be written it is in memory.
    """
    from tuireader.library import Library as Store

    file = file_of(paths, folder)
    with suppress(OSError):
        make(file.parent, 0o700)
    store = Store.open(file)
    with suppress(OSError):
        os.utime(file)
    _prune(file.parent)
    return Source(store, Catalogue(store, library), file.with_suffix(".stories"), named(paths), own=True)


def known(paths: Sequence[str], folder: Path, library: Library) -> Source | None:
    """The store for these paths where there is one, and what it has is too much to be opened at once."""
    if not there(file_of(paths, folder)):
        return None
    source = opened(paths, folder, library)
    if source.texts.count() > few.FEW:
        return source
    source.close()
    return None


def named(paths: Sequence[str]) -> str:
    """What the paths are called together, safe to show."""
    from tuireader.text.safe import line

    first = line(Path(paths[0]).name or paths[0])
    return first if len(paths) == 1 else f"{first} and {len(paths) - 1} more"


def _prune(folder: Path) -> None:
    with suppress(OSError):
        stores = sorted(folder.glob("*.sqlite3"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in stores[_MOST:]:
            for each in folder.glob(f"{old.stem}.*"):
                each.unlink()
