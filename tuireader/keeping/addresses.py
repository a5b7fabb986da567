"""Addresses that are added: a feed is subscribed to, a list of feeds as a whole, a page is an article."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from tuireader.article import Article
from tuireader.library import Library
from tuireader.library.feeds import Feed
from tuireader.library.importing import Report
from tuireader.sources.addresses import is_address, plain
from tuireader.sources.inputs import FileInput, StreamInput
from tuireader.sources.model import Options, Problem
from tuireader.text.safe import line


def is_list(name: str) -> bool:
    """Whether a name is that of a list of feeds (OPML) on this computer."""
    return name.lower().endswith(".opml")


class Addresses:
    """Adds what addresses, and lists of feeds, lead to; all of it is counted in ``report``."""

    def __init__(self, library: Library, options: Options, report: Report, stop: Callable[[], bool]) -> None:
        self._library = library
        self._options = options
        self._report = report
        self._stop = stop
        self.subscribed = 0
        """How many feeds are new."""

    def add(self, names: Sequence[str]) -> None:
        """Adds them one after the other, until somebody says that it is enough."""
        for name in names:
            if self._stop():
                self._report.stopped = True
                return
            try:
                found = self._reached(name)
                if isinstance(found, Problem):
                    self._report.problems.append(found)
                else:
                    self._take(name, found)
            except (OSError, ValueError) as error:
                self._report.problems.append(Problem(line(name), line(str(error))))

    def _reached(self, name: str) -> StreamInput | Problem:
        if not is_address(name):
            return FileInput(name, self._options)
        from tuireader.sources.reaching import reached

        return reached(plain(name), self._options)

    def _take(self, name: str, found: StreamInput) -> None:
        from tuireader.sources import formats
        from tuireader.sources.feeding import fed, is_feed
        from tuireader.syncing import subscribe

        if formats.is_list(found):
            from tuireader.sources.formats import opml

            feeds = subscribe(self._library, [each.url for each in opml.feeds(found)], typed=False)
            self.subscribed += len(feeds)
            self._ask(feeds)
        elif is_address(name) and is_feed(found):
            now = fed(found)
            feeds = subscribe(self._library, [name], typed=True)
            self.subscribed += len(feeds)
            self._put(now.articles)
            for feed in feeds:
                self._library.keep_feed(feed.answered(int(time.time()), etag="", modified="", title=now.title))
        else:
            self._read(found)

    def _ask(self, feeds: Sequence[Feed]) -> None:
        from tuireader.syncing.feeds import ask

        for outcome in ask(self._library, feeds, private=self._options.private_addresses, stop=self._stop):
            self._report.new += outcome.new
            self._report.changed += outcome.changed
            if outcome.state == "failed":
                self._report.problems.append(Problem(outcome.place, outcome.reason))

    def _read(self, found: StreamInput) -> None:
        from tuireader.sources.opening import Opening

        articles: list[Article] = []
        for each in Opening(self._options).articles(found):
            if isinstance(each, Problem):
                self._report.problems.append(each)
            else:
                articles.append(each)
        self._put(articles)

    def _put(self, articles: Sequence[Article]) -> None:
        done = self._library.put(articles)
        if not done.kept:
            self._report.failed = self._library.note
        self._report.new += len(done.new)
        self._report.known += len(done.known)
        self._report.changed += len(done.changed)
