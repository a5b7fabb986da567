"""Reading many files: in processes of their own where there are many, so that both the library and they are busy."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tuireader.library.putting import Origin, Prepared, apart, prepare
from tuireader.sources.model import Options, Problem

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

#: So many files are read in one go by a process, and from so many files on it pays to begin processes: each takes a
#: quarter of a second, in which a hundred texts are read.
CHUNK, MANY = 32, 150


class Wanted(NamedTuple):
    """A file that is to be read. ``named``: the user named it, rather than a folder it lies in."""

    path: str
    named: bool
    size: int
    mtime: int


class Read(NamedTuple):
    """What came of one file. ``origin`` says what the file was like; it is kept with its last articles. ``passed`` is
    the file, where it holds no article and nobody named it."""

    articles: tuple[Prepared, ...]
    problems: tuple[Problem, ...]
    origin: Origin | None
    passed: str = ""


def read(wanted: Wanted, options: Options) -> Read:
    """Reads one small file whole."""
    articles: list[Prepared] = []
    problems: list[Problem] = []
    for each in streamed(wanted, options):
        if isinstance(each, Problem):
            problems.append(each)
        elif isinstance(each, Prepared):
            articles.append(each)
    passed = "" if articles or problems else placed(wanted.path)
    return Read(tuple(articles), tuple(problems), origin(wanted, articles, problems), passed)


def streamed(wanted: Wanted, options: Options) -> Iterator[Prepared | Problem]:
    """The articles of one file, as they are read, each at a place of its own."""
    from tuireader import sources

    places: dict[str, str] = {}
    for each in sources.read([wanted.path], options=options, asked=wanted.named):
        if isinstance(each, Problem):
            yield each
            continue
        article = prepare(each)
        if places.setdefault(article.place, article.digest) != article.digest:
            article = article._replace(place=apart(article.place, article.digest))
        yield article


def origin(wanted: Wanted, articles: Sequence[Prepared], problems: Sequence[Problem]) -> Origin | None:
    """How the file is known from now on; None where it is to be read again the next time."""
    place = placed(wanted.path)
    if len(articles) == 1 and articles[0].place == place and not problems:
        return Origin(place, wanted.size, wanted.mtime, articles[0].digest)
    # With a problem in it the rest is known by its texts: an extra that was missing may be there then.
    return None if problems or not articles else Origin(place, wanted.size, wanted.mtime)


def placed(path: str) -> str:
    """A path as the place of an article: what ``Article.path`` says of it."""
    from tuireader.text.safe import line

    return line(path)


def all_of(wanted: Iterable[Wanted], options: Options, *, processes: int) -> Iterator[Read]:
    """What came of small files, in their order; by so many processes, none for 0."""
    if not processes:
        for each in wanted:
            yield read(each, options)
        return
    pool = _Pool(options, processes)
    try:
        yield from pool.read(wanted)
    finally:
        pool.end()


class _Pool:
    """Processes that read files. Where one dies, the file it died of is told, and the others are read all the same."""

    def __init__(self, options: Options, processes: int) -> None:
        self._options = options
        self._processes = processes
        self._executor: ProcessPoolExecutor | None = None

    def read(self, wanted: Iterable[Wanted]) -> Iterator[Read]:
        waiting: deque[tuple[tuple[Wanted, ...], Future[list[Read]]]] = deque()
        for chunk in _chunks(wanted):
            waiting.append((chunk, self._begin(chunk)))
            if len(waiting) > 2 * self._processes:
                yield from self._answer(*waiting.popleft())
        while waiting:
            yield from self._answer(*waiting.popleft())

    def end(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)

    def _begin(self, chunk: tuple[Wanted, ...]) -> Future[list[Read]]:
        from concurrent.futures import Future
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self._started().submit(_read_all, chunk, self._options)
        except BrokenProcessPool as error:
            failed: Future[list[Read]] = Future()
            failed.set_exception(error)
            return failed

    def _answer(self, chunk: tuple[Wanted, ...], future: Future[list[Read]]) -> Iterator[Read]:
        from concurrent.futures.process import BrokenProcessPool

        try:
            yield from future.result()
        except BrokenProcessPool:
            self.end()
            self._executor = None
            for each in chunk:
                try:
                    (found,) = self._started().submit(_read_all, (each,), self._options).result()
                except BrokenProcessPool:
                    self.end()
                    self._executor = None
                    found = Read((), (Problem(placed(each.path), "could not be read: what reads it died of it"),), None)
                yield found

    def _started(self) -> ProcessPoolExecutor:
        if self._executor is None:
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            _track()
            # A fork would take along the locks of threads that do not come with it.
            self._executor = ProcessPoolExecutor(
                self._processes, multiprocessing.get_context("spawn"), initializer=_begun
            )
        return self._executor


def _track() -> None:
    """Begins the process that tidies up after others. It wants the number of the standard error: on a screen something
    without one stands in its place."""
    import sys
    from multiprocessing import resource_tracker

    shown, sys.stderr = sys.stderr, sys.__stderr__ or sys.stderr
    try:
        resource_tracker.ensure_running()
    finally:
        sys.stderr = shown


def _begun() -> None:
    """What a process does first: an interrupt is for the one that writes, and without that one all is in vain."""
    from multiprocessing import parent_process

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a reader of some format warns of would come over a screen, in the words of the file.
    void = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(void, descriptor)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent.join,), daemon=True).start()


def _leave_with(gone: Callable[[], None]) -> None:
    gone()
    os._exit(1)


def _read_all(chunk: tuple[Wanted, ...], options: Options) -> list[Read]:
    return [read(each, options) for each in chunk]


def _chunks(wanted: Iterable[Wanted]) -> Iterator[tuple[Wanted, ...]]:
    chunk: list[Wanted] = []
    for each in wanted:
        chunk.append(each)
        if len(chunk) == CHUNK:
            yield tuple(chunk)
            chunk = []
    if chunk:
        yield tuple(chunk)
