"""``tuireader remove``: articles and places out of the library, and feeds that are subscribed to no more."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tuireader.article import TuireaderError, UsageError
from tuireader.library import Library
from tuireader.naming import numbered
from tuireader.regrouping import find_stories
from tuireader.report.counting import count
from tuireader.sources.addresses import is_address
from tuireader.sources.holding import holder
from tuireader.text.safe import line

if TYPE_CHECKING:
    from argparse import Namespace

#: So many files are named that bring back what was taken out.
_TOLD = 2


def removed(asked: Namespace) -> int:
    """Takes out what is named, and says what is left of it. Raises UsageError for a name that nothing has, and
    TuireaderError where nothing can be written."""
    from tuireader.settings import paths

    with Library.open(paths.find().library) as library:
        if library.file is None:
            raise TuireaderError(library.note)
        feeds = [name for name in asked.names if _is_feed(library, name)]
        meant = {name: _meant(library, name) for name in asked.names if name not in feeds}
        places = [name for name in meant if _is_place(library, name)]
        for name, digests in meant.items():
            if not digests and name not in places:
                raise UsageError(
                    f"there is no article, place or feed {line(name)} in your library; "
                    "name one by its number or id, its digest, or the path or address it came from"
                )
        digests = tuple(dict.fromkeys(digest for found in meant.values() for digest in found))
        back = _ways_back(library.places_of(digests))
        gone, forgotten = _take_out(library, digests, places, forget=asked.forget)
        from tuireader.syncing import unsubscribe

        for name in feeds:
            unsubscribe(library, name)
        if gone:
            find_stories(library, quiet=asked.json)
    if asked.json:
        from tuireader.output import write_bytes
        from tuireader.report.json import encode

        form = {"articles": gone, "places": len(places), "feeds": len(feeds), "marks": forgotten}
        write_bytes(encode({"remove": form}))
    else:
        print("\n".join([*_lines(gone, len(places), len(feeds), forgotten, forget=asked.forget), *_back(gone, back)]))
    return 0


def _is_feed(library: Library, name: str) -> bool:
    from tuireader.syncing.subscribing import meant

    return meant(library, name) is not None


def _is_place(library: Library, name: str) -> bool:
    return any(place.path == _absolute(name) for place in library.places())


def _meant(library: Library, name: str) -> tuple[str, ...]:
    """The digests of the texts that a name stands for: a digest or its beginning, an id, where they came from, or the
    number that ``list --library`` gives one."""
    found = library.digests_of(name) or library.digests_from(_absolute(name))
    number = numbered(name)
    return found or (tuple(article.digest for article in library.texts([number])) if number else ())


def _ways_back(places: Iterable[str]) -> list[str]:
    """What can be added again to have the texts of these places back: addresses, and files that are still there."""
    found: dict[str, None] = {}
    for place in places:
        way = holder(place)
        if is_address(way) or os.path.isfile(way):  # noqa: PTH113
            found[way] = None
    return list(found)


def _back(articles: int, ways: Sequence[str]) -> list[str]:
    """How to have articles back that were taken out."""
    if not articles:
        return []
    if not ways:
        return ["where they came from is gone: only a copy of the library has them (`tuireader library restore`)"]
    if len(ways) > _TOLD:
        return ["`tuireader add` brings them back from where they came"]
    return [f"`tuireader add {' '.join(shlex.quote(line(way)) for way in ways)}` brings back what came from there"]


def _absolute(name: str) -> str:
    return name if is_address(name) else os.path.abspath(name)  # noqa: PTH100  # an address is no path


def _take_out(library: Library, digests: tuple[str, ...], places: Sequence[str], *, forget: bool) -> tuple[int, int]:
    """Takes texts out and no longer watches places. Returns how many texts, and how many marks went with them."""
    marks = sum(len(library.marks(digest)) for digest in digests) if forget else 0
    if digests and not library.take_out(digests, forget=forget):
        raise TuireaderError(library.note)
    for place in places:
        library.remove_place(_absolute(place))
    return len(digests), marks


def _lines(articles: int, places: int, feeds: int, marks: int, *, forget: bool) -> list[str]:
    said = []
    if articles or not feeds:
        said.append(f"{count(articles, 'article')} taken out of the library")
    if places:
        said.append(f"{count(places, 'place')} no longer opened or watched")
    if feeds:
        said.append(f"unsubscribed from {count(feeds, 'feed')}; the articles of it stay")
    if articles and forget:
        said.append(f"what you did with them is forgotten, {count(marks, 'mark')} among it")
    elif articles:
        said.append("your marks in them stay, and are there again when they come back")
    return said
