"""How far an import has come: one line that is written over on a terminal, a line every few seconds elsewhere."""

from __future__ import annotations

import sys
import time

from tuireader.library.importing import Report
from tuireader.report.counting import count
from tuireader.waiting import Progress

#: Seconds between two lines where nothing can be written over; nothing is said of what is over sooner.
_PAUSE = 5.0


class Told:
    """Tells on standard error; nothing where it is to be ``quiet``."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._line = Progress()
        self._next = time.monotonic() + _PAUSE

    def __enter__(self) -> Told:
        return self

    def __exit__(self, *_: object) -> None:
        self._line.wipe()

    def say(self, report: Report) -> None:
        """Says how far it has come."""
        if self._quiet or sys.stderr is None:
            return
        if self._line.seen:
            self._line.say(said(report))
        elif time.monotonic() >= self._next:
            self._next = time.monotonic() + _PAUSE
            print(f"tuireader: {said(report)}", file=sys.stderr, flush=True)


def said(report: Report) -> str:
    """``1,200 of 10,000 files, 1,150 new articles, 40 known, 3 problems, 310 files a second, 28 s left``."""
    parts = [f"{report.files:,} of {count(report.total, 'file')}", count(report.new, "new article")]
    if report.known:
        parts.append(f"{report.known:,} known")
    if report.problems:
        parts.append(count(len(report.problems), "problem"))
    if report.files and report.seconds > 1:
        rate = report.files / report.seconds
        left = (report.total - report.files) / rate
        parts.append(f"{rate:,.0f} files a second" if rate >= 1 else f"{60 * rate:,.0f} files a minute")
        parts.append(f"{left:.0f} s left" if left < 100 else f"{left / 60:.0f} min left")
    return ", ".join(parts)
