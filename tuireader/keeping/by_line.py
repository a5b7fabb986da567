"""A folder of many articles, line by line: read into a store of its own, and told by story."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from tuireader.article import TuireaderError
from tuireader.keeping.progress import Told
from tuireader.library import Cache, Library, stores
from tuireader.library.importing import Report, add
from tuireader.regrouping import find_stories
from tuireader.report.counting import count
from tuireader.text.safe import line
from tuireader.waiting import interrupts

#: So many problems are told one by one.
_TOLD = 3


def known_by_line(asked: Namespace) -> int | None:
    """Does what ``listed_by_line`` does where these paths have a store with more articles than are opened at once: to
    know that, none is read. None where they have no such store."""
    from tuireader.choosing import chosen
    from tuireader.settings import paths

    at, names = paths.find(), chosen(asked.paths)
    if "-" in names or not paths.there(stores.file_of(names, at.cache)):
        return None
    with Library.open(at.library) as library, Cache.open(at.results) as cache:
        source = stores.known(names, at.cache, library)
        return None if source is None else _listed(asked, names, source, library, cache)


def listed_by_line(asked: Namespace) -> int:
    """Reads what is new in the paths that are named, finds stories, and opens the linear reader on the list of them.

    Ctrl+C leaves what is not read yet for the next time. Returns the exit status.
    """
    from tuireader.choosing import chosen
    from tuireader.settings import paths

    at, names = paths.find(), chosen(asked.paths)
    with Library.open(at.library) as library, Cache.open(at.results) as cache:
        return _listed(asked, names, stores.opened(names, at.cache, library), library, cache)


def _listed(asked: Namespace, names: Sequence[str], source: stores.Source, library: Library, cache: Cache) -> int:
    from tuireader import linear, output

    try:
        with interrupts() as stopping:
            with Told(quiet=False) as told:
                report = add(source.texts, names, told=told.say, stop=lambda: bool(stopping))
            _tell(report)
            if not source.grouped() and find_stories(source.texts, stop=lambda: bool(stopping), kinship=source.kinship):
                source.note_grouped()
        return linear.run_listed(source, library, cache, lambda: output.width(asked.width), output.takes_keys())
    finally:
        source.close()


def _tell(report: Report) -> None:
    from tuireader.output import complain

    if report.failed:
        raise TuireaderError(report.failed)
    for problem in report.problems[:_TOLD]:
        complain(f"{line(problem.path)}: {line(problem.reason)}")
    if (more := len(report.problems) - _TOLD) > 0:
        complain(f"and {count(more, 'more problem')}; `tuireader add` tells of all")
    if report.stopped:
        complain(f"stopped, {count(report.new, 'new article')} kept; the same call goes on")
