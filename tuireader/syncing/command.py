"""``tuireader sync``: what is asked, what is printed, and the exit status."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.article import TuireaderError, UsageError
from tuireader.library import Library
from tuireader.library.feeds import Feed
from tuireader.library.visited import Place
from tuireader.regrouping import find_stories
from tuireader.settings import paths
from tuireader.sources.addresses import is_address
from tuireader.sources.model import Options
from tuireader.syncing import told
from tuireader.syncing.feeds import ask, later
from tuireader.syncing.folders import look_through
from tuireader.syncing.model import Outcome
from tuireader.syncing.subscribing import meant
from tuireader.text.safe import line
from tuireader.waiting import Progress, interrupts

if TYPE_CHECKING:
    from argparse import Namespace

    from tuireader.report.ink import Ink

#: What a shell reports for a program that Ctrl+C ended.
_INTERRUPTED = 130
_NOTHING = "your library has no feed and no watched folder yet; `tuireader add ADDRESS` subscribes to a feed"


def synced(asked: Namespace) -> int:
    """Asks feeds and looks through folders, all of them or those named. Returns the exit status: 1 where one failed."""
    from tuireader.output import complain

    places = paths.find()
    with Library.open(places.library) as library:
        if library.note:
            complain(library.note)
        feeds, folders = _chosen(library, asked.places)
        if asked.list:
            return _list(asked, feeds, folders)
        if not feeds and not folders:
            raise TuireaderError(_NOTHING)
        before = library.newest_text()
        with interrupts() as stopping:
            outcomes = _outcomes(library, feeds, folders, lambda: bool(stopping), now=asked.now)
            status = _told(asked, outcomes, stopping)
            if library.newest_text() != before:
                find_stories(library, quiet=asked.json, stop=lambda: bool(stopping))
        return status


def _chosen(library: Library, names: Sequence[str]) -> tuple[list[Feed], list[Place]]:
    """The feeds and folders that are meant. Raises UsageError for a name that means neither."""
    if not names:
        return list(library.feeds()), [place for place in library.places() if place.watch]
    feeds: dict[str, Feed] = {}
    folders: dict[str, Place] = {}
    for name in names:
        if (feed := meant(library, name)) is not None:
            feeds[feed.url] = feed
        elif is_address(name):
            raise UsageError(f"{line(name)} is no feed of your library; `tuireader add {line(name)}` subscribes to it")
        elif paths.there(Path(name)):
            folders[name] = Place(name, True)
        else:
            raise UsageError(
                f"there is no feed and no folder {line(name)}; `tuireader sync --list` lists those there are"
            )
    return list(feeds.values()), list(folders.values())


def _outcomes(
    library: Library, feeds: Sequence[Feed], folders: Sequence[Place], stop: Callable[[], bool], *, now: bool
) -> Iterator[Outcome]:
    at = time.time()
    due = [feed for feed in feeds if now or feed.next <= at]
    for folder in folders:
        if stop():
            return
        yield look_through(library, folder.path, stop)
    if due:
        from tuireader.sources.reaching import allowed, lacking

        if said := lacking():
            raise TuireaderError(said)
        yield from ask(library, due, private=allowed(Options()), stop=stop)
    if not stop():
        yield from (later(feed) for feed in feeds if feed not in due)


def _told(asked: Namespace, outcomes: Iterator[Outcome], stopping: Sequence[int]) -> int:
    """Prints each outcome as it comes, or all as JSON at the end; what was done before Ctrl+C is told as well."""
    from tuireader import output
    from tuireader.report.json import encode

    done: list[Outcome] = []
    with Progress() as progress:
        progress.say("looking for what is new")
        for outcome in outcomes:
            done.append(outcome)
            if not asked.json and outcome.state != "later":
                progress.wipe()
                for text in told.lines(outcome, output.width(asked.width), _ink(asked)):
                    print(text, flush=True)
            progress.say(f"looking for what is new: {len(done)} done")
    stopped = bool(stopping)
    if asked.json:
        output.write_bytes(encode({"sync": told.rows(done), "stopped": stopped}))
    else:
        if stopped:
            output.complain("stopped: what came until then is kept, and the next sync goes on")
        print(told.summed(done))
    return _INTERRUPTED if stopped else int(any(outcome.state == "failed" for outcome in done))


def _list(asked: Namespace, feeds: Sequence[Feed], folders: Sequence[Place]) -> int:
    from tuireader import output
    from tuireader.report.json import encode

    if asked.json:
        output.write_bytes(encode({"places": told.feed_rows(feeds, folders)}))
    elif not feeds and not folders:
        output.complain(_NOTHING)
    else:
        output.write(told.feed_lines(feeds, folders, output.width(asked.width), _ink(asked)), pager=asked.pager)
    return 0


def _ink(asked: Namespace) -> Ink:
    from tuireader import output
    from tuireader.report.ink import Ink

    return Ink(colour=output.coloured(asked.color), unicode=output.speaks_unicode())
