"""Feeds asked for what is new, several at once; what comes of each is kept before the next is told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

from tuireader.library import Library
from tuireader.library.feeds import Feed
from tuireader.library.texts import Put
from tuireader.sources.addresses import Permit, hosts, shown, typed
from tuireader.sources.feeding import fed
from tuireader.sources.fetching import LIMITS, Answer, FetchError, Known, Limits
from tuireader.sources.gathering import Ask, gather
from tuireader.sources.model import Options
from tuireader.sources.reaching import as_input
from tuireader.syncing.model import Outcome, State
from tuireader.text.safe import line


def ask(
    library: Library,
    feeds: Sequence[Feed],
    *,
    private: bool = False,
    limits: Limits = LIMITS,
    stop: Callable[[], bool] | None = None,
) -> Iterator[Outcome]:
    """Asks feeds, due or not, and keeps what they answer; an outcome for each, as they come.

    ``private`` allows addresses in the user's own network to all of them, rather than to those he typed.
    """
    asks = [Ask(feed.url, permit(feed, private), Known(feed.etag, feed.modified)) for feed in feeds]
    for number, answer in gather(asks, limits=limits, stop=stop):
        yield take(library, feeds[number], answer)


def permit(feed: Feed, private: bool = False) -> Permit:
    """Where a feed may lead."""
    return Permit(typed(feed.url).places if feed.typed else frozenset(), private)


def take(library: Library, feed: Feed, answer: Answer | FetchError) -> Outcome:
    """Keeps what a feed answered: its articles, then when it may be asked again."""
    now = int(time.time())
    if isinstance(answer, FetchError):
        return _failed(library, feed.failed(now, str(answer), wait=answer.wait, gone=answer.gone))
    before, feed = feed.url, _moved(feed, answer.moved)
    if answer.unchanged:
        # A server may leave out what it said before.
        etag, modified = answer.known.etag or feed.etag, answer.known.modified or feed.modified
        feed = feed.answered(now, etag=etag, modified=modified)
        return _kept(library, feed, before, _outcome(feed, "unchanged"))
    try:
        found = fed(as_input(feed.url, answer.data, answer.media, answer.charset, Options()))
    except ValueError as error:
        return _failed(library, feed.failed(now, line(str(error))), before)
    put = library.put(found.articles)
    if not put.kept:
        return _outcome(feed, "failed")._replace(reason=library.note)
    feed = feed.answered(now, etag=answer.known.etag, modified=answer.known.modified, title=found.title)
    outcome = counted(_outcome(feed, "unchanged"), put)
    return _kept(library, feed, before, outcome._replace(reason="; ".join(found.notes)))


def _moved(feed: Feed, to: str) -> Feed:
    """The feed at the address to which its server says it has moved for good."""
    if not to or to == feed.url:
        return feed
    # Who moves it to another host does not take along what the user allowed to this one.
    return feed._replace(url=to, typed=feed.typed and hosts([to]) == hosts([feed.url]))


def later(feed: Feed) -> Outcome:
    """The outcome of a feed that is not due."""
    return _outcome(feed, "later")


def _failed(library: Library, feed: Feed, before: str = "") -> Outcome:
    return _kept(library, feed, before or feed.url, _outcome(feed, "failed")._replace(reason=feed.note))


def _kept(library: Library, feed: Feed, before: str, outcome: Outcome) -> Outcome:
    """Keeps the feed; where it cannot be, the outcome says so. One that was removed meanwhile stays removed."""
    if library.renew_feed(feed, before):
        return outcome
    return outcome._replace(state="failed", reason=library.note)


def counted(outcome: Outcome, put: Put) -> Outcome:
    """The outcome with what was put into the library."""
    state: State = "new" if put.new or put.changed else "unchanged"
    return outcome._replace(state=state, new=len(put.new), changed=len(put.changed), known=len(put.known))


def _outcome(feed: Feed, state: State) -> Outcome:
    return Outcome(line(shown(feed.url)), "feed", state, line(feed.title), next=feed.next)
