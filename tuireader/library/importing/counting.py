"""What is said of an import, while it runs and in the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tuireader.library.putting import Put
from tuireader.sources.model import Problem


@dataclass(slots=True)
class Report:
    """What came of an import.

    ``new``, ``known`` and ``changed`` count texts; ``known`` also those in files that were skipped unread, because
    they are as they were. ``files`` counts the files that were looked at, of ``total`` (0 while that is not known).
    ``passed`` are the files of folders that hold no articles, ``failed`` is why nothing can be written any more, and
    ``stopped`` whether somebody said that it is enough.
    """

    files: int = 0
    total: int = 0
    new: int = 0
    known: int = 0
    changed: int = 0
    passed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    stopped: bool = False
    failed: str = ""
    seconds: float = 0.0

    @property
    def articles(self) -> int:
        """The articles that are in the library now, of all that were named."""
        return self.new + self.known


Progress = Callable[[Report], None]
"""Is told, some times a second at most, how far an import has come."""


class Counting:
    """Keeps the report of a running import."""

    def __init__(self, told: Progress | None, pause: float = 0.1) -> None:
        self.report = Report()
        self._told = told
        self._pause = pause
        self._began = self._last = time.monotonic()

    def put(self, done: Put) -> None:
        """Articles were written."""
        self.report.new += len(done.new)
        self.report.known += len(done.known)
        self.report.changed += len(done.changed)

    def files(self, many: int) -> None:
        """So many files are done with."""
        self.report.files += many
        now = time.monotonic()
        if now - self._last >= self._pause:
            self._last = now
            self.tell()

    def problems(self, found: Iterable[Problem]) -> None:
        """What could not be read."""
        self.report.problems.extend(found)

    def tell(self) -> None:
        """Tells how far it has come."""
        self.report.seconds = time.monotonic() - self._began
        if self._told is not None:
            self._told(self.report)
