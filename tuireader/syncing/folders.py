"""Watched folders looked through for what is new or changed since: files that are as they were are not read again."""

from __future__ import annotations

from collections.abc import Callable

from tuireader.library import Library
from tuireader.library.importing import Report, add
from tuireader.syncing.model import Outcome, State
from tuireader.text.safe import line

#: So many files that could not be read are named.
_TOLD = 3


def look_through(library: Library, folder: str, stop: Callable[[], bool] = lambda: False) -> Outcome:
    """Keeps the articles of a folder, a file or a glob that are new or changed."""
    report = add(library, [folder], stop=stop)
    state: State = "new" if report.new or report.changed else "unchanged"
    if report.failed or (report.problems and not report.articles):
        state = "failed"
    place = line(folder)
    return Outcome(place, "folder", state, "", report.new, report.changed, report.known, _reason(report))


def _reason(report: Report) -> str:
    if report.failed:
        return report.failed
    said = [f"{line(problem.path)}: {line(problem.reason)}" for problem in report.problems[:_TOLD]]
    if more := len(report.problems) - len(said):
        said.append(f"and {more:,} more")
    return "; ".join(said)
