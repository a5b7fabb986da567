"""Paths to articles: finds the files, has each read by whom it is for, gives each article its id."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from tuireader.article import Article
from tuireader.sources import formats
from tuireader.sources.addresses import is_address, mistaken, plain
from tuireader.sources.decoding import BinaryError
from tuireader.sources.drafts import article
from tuireader.sources.finding import CIRCLE, File, Skipped, Trouble, find, reason
from tuireader.sources.identifying import Ids
from tuireader.sources.inputs import HEAD, BytesInput, FileInput, StreamInput
from tuireader.sources.model import Draft, Opened, Options, Problem
from tuireader.sources.outlets import learnt
from tuireader.sources.passing import Passed
from tuireader.sources.pipes import PipeInput
from tuireader.text.safe import line

#: A text of more lines is a log or a trap: a long book has a third of it.
LINES = 200_000
Stop = Callable[[], bool]


_said = Options()


def read_by(options: Options) -> None:
    """What the words of the call say of how files are to be read: holds wherever nothing else is said, and for files
    that come later, too."""
    global _said
    _said = options


def of_call() -> Options:
    """What ``read_by`` was told last; as little as possible where it was told nothing."""
    return _said


def open_paths(
    paths: Sequence[str | Path],
    *,
    options: Options | None = None,
    asked: bool = True,
    progress: Callable[[int], None] | None = None,
    stop: Stop | None = None,
) -> Opened:
    """The articles in ``paths``, all of them at once: see ``read``. What an outlet puts around four is furniture.

    ``progress`` is called with the number of articles so far, each time one is read.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    for found in read(paths, options=options, asked=asked, stop=stop):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        articles.append(found)
        if progress is not None:
            progress(len(articles))
    return Opened(learnt(articles), tuple(problems))


def read(
    paths: Sequence[str | Path], *, options: Options | None = None, asked: bool = True, stop: Stop | None = None
) -> Iterator[Article | Problem]:
    """The articles in ``paths``, one after the other: files, folders, globs, and ``-`` for standard input.

    They come in the order of the paths, those of a folder by name. A file named twice is read once. What cannot be read
    is a problem, and the rest is read all the same: nothing is raised for a bad file. Without ``asked`` files are taken
    as those of a folder that nobody named: data that holds no articles is passed over. ``stop`` is asked before each
    article whether it is enough.
    """
    opening = Opening(options, asked=asked)
    for found in opening.files(paths):
        if stop is not None and stop():
            return
        if isinstance(found, Problem):
            yield found
            continue
        for each in opening.articles(found):
            yield each
            if stop is not None and stop():
                return


class Opening:
    """Reads files one by one, so that who uses it can leave some out: ids are told apart over all of them."""

    def __init__(self, options: Options | None = None, *, asked: bool = True) -> None:
        """``options`` and ``asked`` are as in ``read``; without ``options`` those of the call hold (``read_by``)."""
        self._options = options or _said
        self._asked = asked
        self._ids = Ids()
        self._seen: set[str] = set()
        self._passed = Passed()

    def files(self, paths: Sequence[str | Path]) -> Iterator[StreamInput | Problem]:
        """The files that ``paths`` stand for, opened, each once.

        After each folder a problem sums up what in it was passed over among the files that ``articles`` was asked for.
        """
        for on_the_web, names in groupby([os.fspath(path) for path in paths], is_address):
            if on_the_web:
                yield from self._addresses(names)
            else:
                for name in names:
                    yield from self._standard_input() if name == "-" else self._files(name)

    def _files(self, name: str) -> Iterator[StreamInput | Problem]:
        self._passed = Passed()
        if (said := mistaken(name)) and not os.path.lexists(name):
            yield problem(name, said)
            return
        for found in find(name):
            if isinstance(found, Trouble):
                yield problem(found.path, found.reason)
            elif isinstance(found, File):
                yield from self._file(found)
            elif isinstance(found, Skipped):
                self._passed.data(Path(found.path).suffix.lower())
            else:
                for said in self._passed.told("folder", links=found.out):
                    yield problem(name, said)
                self._passed = Passed()

    def articles(self, input: StreamInput) -> Iterator[Article | Problem]:
        """The articles in one of ``files``."""
        silent = none = True
        try:
            for each in formats.read(input):
                silent = False
                if isinstance(each, Problem):
                    yield problem(each.path, each.reason)
                    continue
                none = False
                yield self._article(each, input)
        except BinaryError as kind:
            if input.asked:
                note = f" ({kind})" if str(kind) else ""
                yield problem(input.path, f"is a binary file{note}, which tuireader does not read")
            else:
                self._passed.binary(input.path)
        else:
            if silent and input.asked:
                yield problem(input.path, "holds no articles")
            if none and is_address(input.path):
                yield from _feeds(input)
            if silent and not input.asked:
                self._passed.data(input.suffix)
                self._passed.read -= 1

    def _article(self, draft: Draft, input: StreamInput) -> Article | Problem:
        place = line(draft.place or (f"#{draft.name}" if draft.name else ""))
        if draft.text.count("\n") > LINES:
            return problem(f"{input.path}{place}", f"has more than {LINES:,} lines, which no article has")
        where = input.path if _is_text(input.path) else line(input.path)
        piped = input.path == "-"
        id = self._ids.name(draft, "stdin" if piped else _stem(input.name))
        try:
            return article(draft, id=id, path=None if piped else f"{where}{place}")
        except Exception as error:
            # Whatever a text is made of: it ends nothing but itself.
            return problem(f"{input.path}{place}", f"cannot be told apart into lines ({type(error).__name__}: {error})")

    def _standard_input(self) -> Iterator[StreamInput | Problem]:
        if "-" in self._seen:
            return
        self._seen.add("-")
        most = max(self._options.cap, HEAD)
        try:
            start = sys.stdin.buffer.read(most + 1)
        except (AttributeError, OSError, ValueError):
            yield problem("-", "cannot be read")
            return
        if len(start) <= most:
            yield from _unfolded(BytesInput("-", start, options=self._options))
        else:
            yield PipeInput("-", start, sys.stdin.buffer, options=self._options)

    def _addresses(self, names: Iterable[str]) -> Iterator[StreamInput | Problem]:
        from tuireader.sources.reaching import reached

        new = [name for name in dict.fromkeys(map(plain, names)) if name not in self._seen]
        self._seen.update(new)
        for found in reached(new, self._options):
            yield from (found,) if isinstance(found, Problem) else _unfolded(found)

    def _file(self, file: File) -> Iterator[StreamInput | Problem]:
        # What is passed over in the end is taken off again: see ``articles``.
        self._passed.read += 1
        try:
            real = str(Path(file.path).resolve())
            if real in self._seen:
                return
            self._seen.add(real)
            yield from _unfolded(FileInput(file.path, self._options, asked=file.named and self._asked))
        except OSError as error:
            yield problem(file.path, reason(error))
        except ValueError as error:
            yield problem(file.path, str(error))
        except RuntimeError:
            yield problem(file.path, CIRCLE)


def _feeds(input: StreamInput) -> Iterator[Problem]:
    """The feeds that a web page names, which holds no article itself."""
    from tuireader.sources.feeding import feeds_of

    if named := feeds_of(input):
        yield problem(input.path, f"names {'a feed' if len(named) == 1 else 'feeds'}: {' '.join(named[:3])}")


def _unfolded(input: StreamInput) -> Iterator[StreamInput | Problem]:
    """The input, or where it is a list of feeds that the user named, what those answer. No other list is followed."""
    if input.asked and b"<opml" in input.head.lower() and formats.is_list(input):
        from tuireader.sources.reaching import listed

        yield from listed(input)
    else:
        yield input


def _is_text(name: str) -> bool:
    """Whether a name can be written down: those of files may hold bytes that are no text."""
    try:
        return bool(name.encode())
    except UnicodeEncodeError:
        return False


def _stem(name: str) -> str:
    """The name of a file without its ending, and without that of what is packed in it."""
    path = Path(name)
    return Path(path.stem).stem if path.suffix.lower() in (".gz", ".bz2") else path.stem


def problem(path: str, why: str) -> Problem:
    """What could not be opened. Names of files come from outside: nothing of them may steer a terminal."""
    return Problem("standard input" if path == "-" else line(path), line(why))


def unique(id: str, taken: Container[str]) -> str:
    """The id, with a number after it where it is taken."""
    name, count = id, 1
    while name in taken:
        count += 1
        name = f"{id}-{count}"
    return name
