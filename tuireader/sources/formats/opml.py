"""OPML: a list of feeds, as readers of feeds export it. It holds no articles; it names where there are some."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tuireader.sources.addresses import is_address
from tuireader.sources.model import Draft, Input, Problem
from tuireader.sources.prolog import after_prolog, root
from tuireader.sources.stripping import attributes
from tuireader.text.lazy import Lazy

NAME = "list of feeds (OPML)"
EXTRA = ""
SUFFIXES = frozenset((".opml",))

_OUTLINE = Lazy(r"<outline\b((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)", re.I)


class Listed(NamedTuple):
    """A feed that a list names."""

    url: str
    title: str


def fits(input: Input) -> bool:
    """Whether its root element is that of a list."""
    return root(input.head) == "opml"


def read(input: Input) -> Iterator[Draft | Problem]:
    """Only how many feeds it names: what lies in an archive or a folder makes no connection by itself."""
    count = len(feeds(input))
    what = "no feeds" if not count else "1 feed" if count == 1 else f"{count} feeds"
    yield Problem(input.path, f"is a list that names {what}; name the list itself to open them")


def feeds(input: Input) -> list[Listed]:
    """The feeds that a list names, each once, in their order. Read without a parser, so that broken lists serve, too.

    Raises OSError and ValueError.
    """
    text, _ = after_prolog(input.data(), input.options.charset, input.charset)
    found: dict[str, Listed] = {}
    for outline in _OUTLINE.finditer(text):
        said = attributes(outline[1])
        url = said.get("xmlurl", "").strip()
        if is_address(url):
            found.setdefault(url, Listed(url, said.get("title") or said.get("text") or ""))
    return list(found.values())
