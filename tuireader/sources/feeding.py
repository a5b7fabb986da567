"""What a feed's address answered, to the articles of the feed: for who keeps feeds, and asks them again and again."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urljoin

from tuireader.article import Article
from tuireader.sources import formats
from tuireader.sources.addresses import is_address
from tuireader.sources.drafts import article
from tuireader.sources.finding import reason
from tuireader.sources.identifying import Ids
from tuireader.sources.inputs import StreamInput
from tuireader.sources.model import Problem
from tuireader.sources.stripping import attributes
from tuireader.text.lazy import Lazy
from tuireader.text.safe import line

_FEEDS = frozenset(("feed", "JSON Feed"))
_LINK = Lazy(r"<link\b([^<>]*+)>", re.I)
_MEDIA = frozenset(("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"))
#: So many feeds of a page are told.
_TOLD = 3


class Fed(NamedTuple):
    """A feed as it is now: its title, its articles, and what was left out of it."""

    title: str
    articles: tuple[Article, ...]
    notes: tuple[str, ...] = ()


def is_feed(input: StreamInput) -> bool:
    """Whether a reader of feeds is the one for it."""
    return formats.reader_of(input).NAME in _FEEDS


def fed(input: StreamInput) -> Fed:
    """The articles of a feed. Raises ValueError with the reason where it is none, or cannot be read."""
    reader = formats.reader_of(input)
    if reader.NAME not in _FEEDS:
        raise ValueError(_no_feed(input))
    ids = Ids()
    articles: list[Article] = []
    notes: list[str] = []
    title = ""
    try:
        for found in reader.read(input):
            if isinstance(found, Problem):
                notes.append(line(found.reason))
                continue
            if found.source is not None and found.source.where.endswith("feed title"):
                title = line(found.source.value)
            path = line(f"{input.path}#{found.name}")
            articles.append(article(found, id=ids.name(found, "entry"), path=path))
    except ImportError as error:
        from tuireader.sources.extras import missing

        raise ValueError(missing(reader.NAME, reader.EXTRA) if reader.EXTRA else str(error)) from None
    except OSError as error:
        raise ValueError(reason(error)) from None
    return Fed(title, tuple(articles), tuple(notes))


def feeds_of(input: StreamInput) -> list[str]:
    """The addresses of the feeds that a web page names in its head, each once."""
    text = input.head.decode("utf-8", "replace")
    found: dict[str, None] = {}
    for link in _LINK.finditer(text):
        said = attributes(link[1])
        if "alternate" in said.get("rel", "").lower().split() and said.get("type", "").lower().strip() in _MEDIA:
            try:
                address = urljoin(input.path, said.get("href", "").strip())
            except ValueError:
                continue
            if is_address(address):
                found[line(address)] = None
    return list(found)


def _no_feed(input: StreamInput) -> str:
    start = input.head[:2000].lower()
    if b"<html" not in start and b"<!doctype html" not in start and "html" not in input.media:
        return "is no feed"
    named = feeds_of(input)
    if not named:
        return "is a web page, not a feed, and names none"
    return (
        f"is a web page, not a feed; it names {'this one' if len(named) == 1 else 'these'}: {' '.join(named[:_TOLD])}"
    )
