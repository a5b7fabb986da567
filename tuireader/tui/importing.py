"""Reading many files into a store of texts, beside the screens: told of as it goes, stopped and gone on with."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from tuireader.report.counting import count
from tuireader.tui.background import Background

if TYPE_CHECKING:
    from tuireader.article import Article
    from tuireader.library.texts import Origin, Texts
    from tuireader.sources import Problem

#: What is read is kept when there are so many articles, or so many seconds have gone by.
_BATCH, _KEPT = 64, 0.5
#: Seconds between two words on how much was read.
_TOLD = 0.4


class Import:
    """One reading of some paths into a store. What the store has, by place, size and time, is not read again.

    ``tell`` is called from the thread that reads, now and then, and once it is ``done``.
    """

    def __init__(
        self, texts: Texts, paths: Sequence[str], tell: Callable[[Import], object], *, asked: bool = True
    ) -> None:
        self.texts = texts
        self.paths = tuple(paths)
        self.new: list[str] = []
        """Digests of the articles that are new."""
        self.read = 0
        """How many articles were read."""
        self.skipped = 0
        """How many files were as they are known."""
        self.problems: list[Problem] = []
        self.error: Exception | None = None
        """What ended it before its time."""
        self.done = False
        self.stopped = False
        self._tell = tell
        self._asked = asked
        self._began = self._told = self._kept = time.monotonic()
        self._articles: list[Article] = []
        self._origins: list[Origin] = []
        Background(self._run)

    def stop(self) -> None:
        """Leaves the rest for another time; what was read is kept."""
        self.stopped = True

    def said(self) -> str:
        """How far it is, in a few words."""
        seconds = max(0.1, time.monotonic() - self._began)
        said = [count(self.read, "article")]
        if self.read and not self.done:
            said.append(f"{self.read / seconds:,.0f}/s")
        if self.skipped:
            said.append(f"{count(self.skipped, 'file')} known")
        if self.problems:
            said.append(f"{len(self.problems):,} not opened")
        return ", ".join(said)

    def _run(self) -> None:
        try:
            self._read()
        except Exception as error:
            self.error = error
        finally:
            self.done = True
            self._tell(self)

    def _read(self) -> None:
        from tuireader.library.texts import Origin
        from tuireader.sources import Problem
        from tuireader.sources.opening import Opening

        opening = Opening(asked=self._asked)
        for file in opening.files(self.paths):
            if self.stopped:
                break
            if isinstance(file, Problem):
                self.problems.append(file)
                continue
            origin = _origin(file.path)
            if origin.mtime and self._knows(origin):
                self.skipped += 1
            else:
                for each in opening.articles(file):
                    if isinstance(each, Problem):
                        self.problems.append(each)
                        # Another time it may be read: by another version, or with an extra that is missing now.
                        origin = Origin(file.path)
                    else:
                        self._articles.append(each)
                        self.read += 1
                    self._now_and_then()
                    if self.stopped:
                        # A file that was not read to its end is not known.
                        origin = Origin(file.path)
                        break
                if origin.mtime:
                    self._origins.append(origin)
            self._now_and_then()
        self._keep()

    def _knows(self, origin: Origin) -> bool:
        known = self.texts.places_known((origin.place,)).get(origin.place)
        return known is not None and (known.size, known.mtime) == (origin.size, origin.mtime)

    def _now_and_then(self) -> None:
        now = time.monotonic()
        if len(self._articles) >= _BATCH or now - self._kept > _KEPT:
            self._keep()
        if now - self._told > _TOLD:
            self._told = now
            self._tell(self)

    def _keep(self) -> None:
        self._kept = time.monotonic()
        if self._articles or self._origins:
            put = self.texts.put(self._articles, self._origins)
            self.new += put.new
            if not put.kept:
                raise OSError(self.texts.note)
            self._articles, self._origins = [], []


def _origin(path: str) -> Origin:
    """A file as it is now; without size and time where it is none."""
    from tuireader.library.texts import Origin

    with suppress(OSError, ValueError):
        found = os.stat(path)  # noqa: PTH116
        return Origin(path, found.st_size, found.st_mtime_ns)
    return Origin(path)
