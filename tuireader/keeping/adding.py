"""``tuireader add``: files, folders, archives and addresses into the library, and what came of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tuireader.article import TuireaderError
from tuireader.keeping.progress import Told
from tuireader.library import Library
from tuireader.library.importing import Report, add
from tuireader.regrouping import find_stories
from tuireader.report.counting import count
from tuireader.sources.model import Options, Problem
from tuireader.syncing.following import follow, is_followed
from tuireader.text.safe import line
from tuireader.waiting import interrupts, opening, waiting

if TYPE_CHECKING:
    from argparse import Namespace

#: What a shell reports for a program that Ctrl+C ended, and so many problems are told where nobody asked for all.
_INTERRUPTED, _TOLD = 130, 10
#: So many files without articles are named, and what stands beside them in the file of --report.
_EXAMPLES, _NOTHING_IN_IT = 3, "no article in it: code, settings, data or a binary file"


def added(asked: Namespace) -> int:
    """Puts what is named into the library, and tells what came of it.

    Returns the exit status: 0 where articles were added or known, 1 where nothing could be read, 130 where it was
    stopped. Raises TuireaderError where nothing can be written.
    """
    from tuireader.output import complain
    from tuireader.settings import paths

    options = Options(columns=asked.columns, charset=asked.charset, private_addresses=asked.private_addresses)
    addresses = [name for name in asked.paths if is_followed(name)]
    names = [name for name in asked.paths if name not in addresses]
    with Library.open(paths.find().library) as library, interrupts() as stopping:
        if library.file is None:
            raise TuireaderError(library.note)
        _tell_of(library)
        with Told(quiet=asked.json) as told:
            report = add(library, names, options, told=told.say if names else None, stop=lambda: bool(stopping))
            subscribed, notes = _follow(library, addresses, options, report, lambda: bool(stopping))
        if asked.watch and report.articles:
            _watch(library, names)
        if report.articles and not report.failed:
            if report.new or report.changed or library.ungrouped():
                find_stories(library, quiet=asked.json, stop=lambda: bool(stopping))
            library.back_up()
    for note in notes if not asked.json else ():
        complain(note)
    _tell(asked, report, subscribed)
    if report.failed:
        raise TuireaderError(report.failed)
    if report.stopped:
        return _INTERRUPTED
    return 0 if report.articles or subscribed else 1


def _follow(
    library: Library, names: Sequence[str], options: Options, report: Report, stop: Callable[[], bool]
) -> tuple[int, list[str]]:
    """Adds what addresses and lists of feeds lead to, and counts it.

    Returns how many feeds are new, and what is worth knowing of what was added: what a feed leaves out, which feeds a
    page names.
    """
    before = len(library.feeds())
    notes: list[str] = []
    for name in names:
        with waiting(opening([name])):
            outcomes = list(follow(library, name, options, stop=stop))
        for outcome in outcomes:
            report.new += outcome.new
            report.known += outcome.known
            report.changed += outcome.changed
            if outcome.state == "failed":
                report.problems.append(Problem(outcome.place, outcome.reason))
            elif outcome.reason:
                notes.append(f"{outcome.place}: {outcome.reason}")
        if stop():
            report.stopped = True
            break
    return len(library.feeds()) - before, notes


def _watch(library: Library, names: Sequence[str]) -> None:
    """Has ``sync``, and the reader, look for what comes into the places that were named."""
    for name in names:
        if name != "-":
            library.add_place(os.path.abspath(name), watch=True)  # noqa: PTH100  # patterns are no paths


def _tell_of(library: Library) -> None:
    if library.note:
        from tuireader.output import complain

        complain(library.note)


def _tell(asked: Namespace, report: Report, subscribed: int) -> None:
    """Says what came of it: in words, as JSON, and everything that could not be read in a file."""
    if asked.json:
        from tuireader.output import write_bytes
        from tuireader.report.json import encode

        write_bytes(encode({"add": form(report, subscribed)}))
    else:
        _tell_in_words(asked, report, subscribed)
    # Last, so that what came of it is told where this cannot be written.
    if asked.report:
        _write(Path(asked.report), [*report.problems, *(Problem(file, _NOTHING_IN_IT) for file in report.passed)])


def _tell_in_words(asked: Namespace, report: Report, subscribed: int) -> None:
    from tuireader.output import complain

    told = report.problems[:_TOLD]
    for problem in told:
        complain(f"{line(problem.path)}: {line(problem.reason)}")
    if more := len(report.problems) - len(told):
        where = f"they stand in {line(asked.report)}" if asked.report else "--report FILE writes them all down"
        complain(f"and {count(more, 'more problem')}; {where}")
    if report.passed:
        complain(_passed(report.passed, asked.report))
    print("\n".join(lines(report, subscribed)))
    if report.new and sys.stderr is not None and sys.stderr.isatty():
        complain("`tuireader` opens your library, `tuireader list --library` prints what is in it")


def _passed(files: Sequence[str], report: str) -> str:
    """Which files of folders hold no article, the first few of them, and where all of them stand."""
    some = ", ".join(line(os.path.basename(file)) for file in files[:_EXAMPLES])  # noqa: PTH119
    if len(files) <= _EXAMPLES:
        return f"no articles in {some}"
    where = f"all of them stand in {line(report)}" if report else "--report FILE names them all"
    return f"no articles in {some} and {count(len(files) - _EXAMPLES, 'more file')}; {where}"


def lines(report: Report, subscribed: int = 0) -> list[str]:
    """What is said in the end."""
    said = [count(report.new, "new article"), f"{report.known:,} known"]
    if report.changed:
        said.append(f"{report.changed:,} in the place of an older text")
    if subscribed:
        said.append(f"subscribed to {count(subscribed, 'feed')}")
    if report.problems:
        said.append(count(len(report.problems), "problem"))
    if report.passed:
        said.append(f"{count(len(report.passed), 'file')} without articles")
    found = [", ".join(said)]
    if report.stopped:
        left = report.total - report.files
        rest = f"{report.files:,} of {count(report.total, 'file')} are done" if left > 0 else "what was read is kept"
        found.append(f"stopped: {rest}; the same call goes on from there")
    return found


def form(report: Report, subscribed: int = 0) -> dict[str, Any]:
    """The same as plain data, with everything that could not be read."""
    return {
        "files": report.files,
        "new": report.new,
        "known": report.known,
        "changed": report.changed,
        "without_articles": len(report.passed),
        "passed": report.passed,
        "subscribed": subscribed,
        "problems": [{"path": problem.path, "reason": problem.reason} for problem in report.problems],
        "stopped": report.stopped,
        "failed": report.failed or None,
        "seconds": round(report.seconds, 3),
    }


def _write(file: Path, problems: Sequence[Problem]) -> None:
    rows = [f"{line(problem.path)}\t{line(problem.reason)}\n" for problem in problems]
    try:
        file.write_text("".join(rows), encoding="utf-8", errors="replace")
    except OSError as error:
        raise TuireaderError(f"{line(str(file))} cannot be written: {error.strerror or error}") from None
