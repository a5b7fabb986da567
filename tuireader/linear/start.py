"""From opened articles to a running linear reader."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from tuireader.library import Library
from tuireader.linear.reader import Place, Reader
from tuireader.linear.shelf import Shelf
from tuireader.linear.sitting import Sitting
from tuireader.linear.sitting import Source as Opened
from tuireader.linear.text import Text
from tuireader.linear.typist import Keyed, Lined, Typist
from tuireader.linear.voice import Voice
from tuireader.settings import config, paths

if TYPE_CHECKING:
    from tuireader.library import Cache
    from tuireader.library.stores import Source as Stored


def run(source: Opened, width: Callable[[], int], keyed: bool) -> int:
    """Reads orders from standard input until there are no more, and answers them on standard output.

    ``width`` gives the cells of a line. An order is a key where it is ``keyed``, else a line: a teletype sends whole
    lines, as a shell within an editor does. Returns the exit status.
    """

    def first(reader: Reader) -> Place:
        articles = reader.sitting.articles
        return Text(reader, articles[0]) if len(articles) == 1 else Shelf(reader)

    with Library.open(paths.find().library) as library:
        return _read(source, library, first, width, keyed)


def run_kept(width: Callable[[], int], keyed: bool) -> int | None:
    """The same on what the library keeps; None where that is nothing."""
    from tuireader.library import Cache, stores
    from tuireader.linear.large import Together
    from tuireader.sources import few

    at = paths.find()
    if not paths.there(at.library):
        return None
    with Library.open(at.library) as library, Cache.open(at.results) as cache:
        many = library.count()
        if not many:
            return None
        if many <= few.FEW:
            return _read(Together(library.texts(library.digests()), cache), library, Shelf, width, keyed)
        source = stores.of_library(library, at.cache)
        try:
            return run_listed(source, library, cache, width, keyed)
        finally:
            source.close()


def run_listed(source: Stored, library: Library, cache: Cache, width: Callable[[], int], keyed: bool) -> int:
    """The same on a list of more articles than are opened at once; what the reader does is kept in ``library``."""
    from tuireader.linear.large import Large, Together

    return _read(Together((), cache), library, lambda reader: Large(reader, source, cache), width, keyed)


def _read(
    source: Opened, library: Library, first: Callable[[Reader], Place], width: Callable[[], int], keyed: bool
) -> int:
    settings = config.load(paths.find().config_file)
    voice = Voice(sys.stdout, width)
    voice.say(str(complaint) for complaint in settings.complaints)
    if library.note:
        voice.say([library.note])
    sitting = Sitting(source, library)

    def read(typist: Typist) -> None:
        reader = Reader(sitting, settings, typist, voice)
        reader.run(first(reader))

    if keyed:
        with Keyed(sys.stdin.fileno(), voice) as keys:
            read(keys)
    else:
        read(Lined(sys.stdin, voice))
    if library.note:
        voice.say([library.note])
    return 0
