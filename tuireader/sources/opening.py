"""Paths to articles: finds the files, has each read by whom it is for, gives each article its id."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Container, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tuireader.article import Article
from tuireader.sources import formats
from tuireader.sources.decoding import BinaryError
from tuireader.sources.drafts import article
from tuireader.sources.finding import Trouble, find, reason
from tuireader.sources.identifying import Ids
from tuireader.sources.inputs import BytesInput, FileInput, StreamInput
from tuireader.sources.model import Opened, Options, Problem
from tuireader.text.safe import line

Stop = Callable[[], bool]


class Found(NamedTuple):
    """A file to be read. ``asked`` says whether the user named it, rather than a folder it lies in."""

    input: StreamInput
    asked: bool


def open_paths(
    paths: Sequence[str | Path],
    *,
    options: Options | None = None,
    asked: bool = True,
    progress: Callable[[int], None] | None = None,
    stop: Stop | None = None,
) -> Opened:
    """The articles in ``paths``, all of them at once: see ``read``.

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
    return Opened(tuple(articles), tuple(problems))


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
        """``options`` and ``asked`` are as in ``read``."""
        self._options = options or Options()
        self._asked = asked
        self._ids = Ids()
        self._seen: set[str] = set()
        self._binary: list[str] = []

    def files(self, paths: Sequence[str | Path]) -> Iterator[Found | Problem]:
        """The files that ``paths`` stand for, opened, each once.

        After each folder a problem sums up what in it was binary among the files that ``articles`` was asked for.
        """
        for path in paths:
            name = os.fspath(path)
            if name == "-":
                yield from self._standard_input()
                continue
            for found in find(name):
                if isinstance(found, Trouble):
                    yield problem(found.path, found.reason)
                else:
                    yield from self._file(found.path, asked=found.named and self._asked)
            yield from self._end_of(name)

    def articles(self, found: Found) -> Iterator[Article | Problem]:
        """The articles in one of ``files``."""
        input = found.input
        where = None if input.path == "-" else input.path
        stem = Path(input.name).stem if where else "stdin"
        try:
            for each in formats.read(input, asked=found.asked):
                if isinstance(each, Problem):
                    yield problem(each.path, each.reason)
                    continue
                place = each.place or (f"#{each.name}" if each.name else "")
                yield article(each, id=self._ids.name(each, stem), path=where and line(f"{where}{place}"))
        except BinaryError as kind:
            if found.asked:
                note = f" ({kind})" if str(kind) else ""
                yield problem(input.path, f"is a binary file{note}, which tuireader does not read")
            else:
                self._binary.append(input.path)

    def _standard_input(self) -> Iterator[Found | Problem]:
        if "-" in self._seen:
            return
        self._seen.add("-")
        cap = self._options.cap
        try:
            data = sys.stdin.buffer.read(cap + 1)
        except (AttributeError, OSError, ValueError):
            yield problem("-", "cannot be read")
            return
        if len(data) > cap:
            yield problem("-", f"holds more than the {cap / 1e6:g} MB a text may have")
        else:
            yield Found(BytesInput("-", data, options=self._options), True)

    def _file(self, path: str, *, asked: bool) -> Iterator[Found | Problem]:
        try:
            real = str(Path(path).resolve())
            if real in self._seen:
                return
            self._seen.add(real)
            yield Found(FileInput(path, self._options), asked)
        except OSError as error:
            yield problem(path, reason(error))
        except (ValueError, RuntimeError) as error:
            yield problem(path, str(error))

    def _end_of(self, name: str) -> Iterator[Problem]:
        """Sums up the binary files of the folder just read."""
        count = len(self._binary)
        if count:
            example = Path(self._binary[0]).name
            rest = f" and {count - 1} more" if count > 1 else ""
            yield problem(name, f"binary files skipped: {example}{rest}")
            self._binary.clear()


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
