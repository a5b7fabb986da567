"""Reading many files into a store of texts, beside the screens: told of as it goes, stopped and gone on with."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tuireader.report.counting import count
from tuireader.tui.background import Background

if TYPE_CHECKING:
    from tuireader.library.importing import Report
    from tuireader.library.texts import Texts
    from tuireader.sources import Problem

#: Seconds between two words on how much was read.
_TOLD = 0.4
#: Of a store that had more texts than these it is not told which ones are new.
_FEW = 2_000


class Import:
    """One reading of some paths into a store, as ``tuireader add`` does it.

    ``tell`` is called from the thread that reads, now and then, and once it is ``done``.
    """

    def __init__(self, texts: Texts, paths: Sequence[str], tell: Callable[[Import], object]) -> None:
        self.paths = tuple(paths)
        self.report: Report | None = None
        """How far it is."""
        self.new: tuple[str, ...] = ()
        """Digests of the articles that are new, where the store was small; known when it is done."""
        self.failed = ""
        """What ended it before its time."""
        self.done = False
        self._texts = texts
        self._tell = tell
        self._stopped = False
        self._told = self._began = time.monotonic()
        Background(self._run)

    def stop(self) -> None:
        """Leaves the rest for another time; what was read is kept."""
        self._stopped = True

    @property
    def stopped(self) -> bool:
        """Whether something was left for another time."""
        return self._stopped

    @property
    def added(self) -> int:
        """How many articles are new."""
        return self.report.new if self.report is not None else 0

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read."""
        return tuple(self.report.problems) if self.report is not None else ()

    def said(self) -> str:
        """How far it is, in a few words."""
        report = self.report
        if report is None:
            return "looking"
        seconds = max(0.1, time.monotonic() - self._began)
        said = [f"{report.files:,} of {count(report.total, 'file')}"] if report.total > 1 else []
        if report.new:
            said.append(f"{count(report.new, 'new article')}, {report.new / seconds:,.0f}/s")
        if report.known:
            said.append(f"{report.known:,} known")
        if report.problems:
            said.append(f"{len(report.problems):,} not opened")
        return ", ".join(said) or "reading"

    def _run(self) -> None:
        from tuireader.library.importing import add

        try:
            before = set(self._texts.digests()) if self._texts.count() <= _FEW else None
            self.report = add(self._texts, self.paths, told=self._progress, stop=lambda: self._stopped)
            self.failed = self.report.failed
            if before is not None:
                self.new = tuple(digest for digest in self._texts.digests() if digest not in before)
        except Exception as error:
            self.failed = str(error) or type(error).__name__
        finally:
            self.done = True
            self._tell(self)

    def _progress(self, report: Report) -> None:
        self.report = report
        now = time.monotonic()
        if now - self._told > _TOLD:
            self._told = now
            self._tell(self)
