"""Subscribing to feeds, one or all that a list names, and unsubscribing."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.library import Library
from tuireader.library.feeds import Feed
from tuireader.sources.addresses import plain, shown
from tuireader.text.safe import line


def subscribe(library: Library, addresses: Sequence[str], *, typed: bool) -> tuple[Feed, ...]:
    """Subscribes to feeds; returns those that are new. They are asked by the next sync, or at once by ``feeds.ask``.

    ``typed``: the user typed the addresses himself, rather than that they came from a list: only then may they lead
    into his own network.
    """
    known = {feed.url: feed for feed in library.feeds()}
    new: list[Feed] = []
    for address in dict.fromkeys(map(plain, addresses)):
        if address not in known:
            feed = Feed(address, typed=typed)
            if library.keep_feed(feed):
                new.append(feed)
        elif typed and not known[address].typed:
            library.keep_feed(known[address]._replace(typed=True))
    return tuple(new)


def meant(library: Library, name: str) -> Feed | None:
    """The feed that is meant by its address, or by its whole title; None where there is none."""
    wanted, title = line(shown(plain(name))).rstrip("/"), line(name).casefold()
    feeds = library.feeds()
    by_address = [feed for feed in feeds if line(shown(feed.url)).rstrip("/") == wanted]
    by_title = [feed for feed in feeds if line(feed.title).casefold() == title]
    return next(iter(by_address), by_title[0] if len(by_title) == 1 else None)


def unsubscribe(library: Library, name: str) -> Feed | None:
    """Forgets a feed, by its address or its title; the articles that came from it stay. None where there is none."""
    feed = meant(library, name)
    return feed if feed is not None and library.remove_feed(feed.url) else None
