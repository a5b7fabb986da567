"""Paths to articles: finds the files, decodes them, gives each article its id."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Container, Sequence
from pathlib import Path

from tuireader.article import Article
from tuireader.sources.decoding import BinaryError, decode
from tuireader.sources.finding import File, Trouble, find, read, reason
from tuireader.sources.model import Opened, Problem
from tuireader.sources.plain import from_text
from tuireader.text.safe import line

#: A larger file is no article.
CAP = 8_000_000
_ID_LENGTH = 100


def open_paths(paths: Sequence[str | Path], *, cap: int = CAP, progress: Callable[[int], None] | None = None) -> Opened:
    """The articles in ``paths``: files, folders, globs, and ``-`` for standard input.

    Articles come in the order of the paths, those of a folder by name. A file named twice is opened once. ``cap`` is
    the size in bytes up to which a file is read. What cannot be opened becomes a problem, and the rest opens all the
    same: nothing is raised for a bad file. ``progress`` is called now and then with the number of articles so far.
    """
    opening = _Opening(cap)
    for path in paths:
        name = os.fspath(path)
        if name == "-":
            opening.stdin()
            continue
        for found in find(name):
            if isinstance(found, Trouble):
                opening.problem(found.path, found.reason)
            else:
                opening.file(found)
                if progress is not None:
                    progress(len(opening.articles))
        opening.end_of(name)
    return Opened(tuple(opening.articles), tuple(opening.problems))


class _Opening:
    """What has been opened so far in one call."""

    def __init__(self, cap: int) -> None:
        self.articles: list[Article] = []
        self.problems: list[Problem] = []
        self._cap = cap
        self._ids: set[str] = set()
        self._seen: set[str] = set()
        self._binary: list[str] = []

    def problem(self, path: str, why: str) -> None:
        """Notes what could not be opened. Names of files come from outside: nothing of them may steer a terminal."""
        self.problems.append(Problem("standard input" if path == "-" else line(path), line(why)))

    def stdin(self) -> None:
        """Reads standard input, once."""
        if "-" in self._seen:
            return
        self._seen.add("-")
        try:
            data = sys.stdin.buffer.read(self._cap + 1)
        except (AttributeError, OSError, ValueError):
            self.problem("-", "cannot be read")
            return
        if len(data) > self._cap:
            self.problem("-", f"holds more than the {self._cap / 1e6:g} MB a text may have")
            return
        self._add(data, "-", "stdin", named=True)

    def file(self, file: File) -> None:
        """Reads one file, unless it has been read already."""
        try:
            real = str(Path(file.path).resolve())
            if real in self._seen:
                return
            self._seen.add(real)
            data = read(file.path, self._cap)
        except OSError as error:
            self.problem(file.path, reason(error))
        except (ValueError, RuntimeError) as error:
            self.problem(file.path, str(error))
        else:
            self._add(data, file.path, Path(file.path).stem, named=file.named)

    def end_of(self, name: str) -> None:
        """Sums up the binary files of the folder just read."""
        count = len(self._binary)
        if count:
            example = Path(self._binary[0]).name
            rest = f" and {count - 1} more" if count > 1 else ""
            self.problem(name, f"binary files skipped: {example}{rest}")
            self._binary.clear()

    def _add(self, data: bytes, path: str, stem: str, *, named: bool) -> None:
        try:
            text, encoding = decode(data)
        except BinaryError as kind:
            if named:
                note = f" ({kind})" if str(kind) else ""
                self.problem(path, f"is a binary file{note}: tuireader reads plain text so far")
            else:
                self._binary.append(path)
            return
        if not text.strip():
            self.problem(path, "is empty" if not data else "holds no text")
            return
        where = None if path == "-" else path
        self.articles.append(from_text(text, id=self._id(stem), path=where, encoding=encoding))

    def _id(self, stem: str) -> str:
        name = unique(line(stem).lstrip("-")[:_ID_LENGTH].strip() or "article", self._ids)
        self._ids.add(name)
        return name


def unique(id: str, taken: Container[str]) -> str:
    """The id, with a number after it where it is taken."""
    name, count = id, 1
    while name in taken:
        count += 1
        name = f"{id}-{count}"
    return name
