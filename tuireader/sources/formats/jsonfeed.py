"""JSON Feed, versions 1 and 1.1 (jsonfeed.org): one article an item."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tuireader.sources.decoding import decode
from tuireader.sources.entries import Entry, Field, drafts
from tuireader.sources.model import Draft, Input, Problem
from tuireader.text.lazy import Lazy

NAME = "JSON Feed"
EXTRA = ""
SUFFIXES: frozenset[str] = frozenset()

CAP = 64_000_000
_VERSION = Lazy(r'"version"\s{0,20}:\s{0,20}"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version')


def fits(input: Input) -> bool:
    """Whether it is an object that names its version."""
    return (
        input.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
        and _VERSION.search(input.head.decode("latin-1")) is not None
    )


def read(input: Input) -> Iterator[Draft | Problem]:
    """The articles in it, and what was left out. Raises ValueError."""
    text, encoding = decode(input.data(max(CAP, input.options.cap)), input.options.charset, input.charset)
    found = _loaded(text)
    items = found.get("items")
    entries = [_entry(item, found) for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    yield from drafts(input.path, entries, encoding, input.options.cap)


def title(data: bytes) -> str:
    """The title of a feed, for the list of feeds; empty where it has none, or is none."""
    try:
        return _string(_loaded(decode(data)[0]).get("title"))
    except ValueError:
        return ""


def _loaded(text: str) -> Mapping[str, Any]:
    try:
        found = json.loads(text)
    except RecursionError:
        raise ValueError("is nested too deep") from None
    except ValueError as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise ValueError(f"is broken or cut off{where}, so it cannot be read as JSON") from None
    if not isinstance(found, dict):
        raise ValueError("is JSON, but no feed")
    return found


def _entry(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Entry:
    texts = (
        _field(item, "content_html", html=True),
        _field(item, "content_text"),
        _field(item, "summary", " (summary)"),
    )
    id = item.get("id")
    return Entry(
        str(id) if isinstance(id, int | float | str) and id != "" else _string(item.get("url")),
        tuple(text for text in texts if text is not None),
        title=_field(item, "title"),
        source=_field(feed, "title", of="feed"),
        byline=_byline(item) or _byline(feed),
        published=tuple(
            field for name in ("date_published", "date_modified") if (field := _field(item, name)) is not None
        ),
        language=_field(item, "language") or _field(feed, "language", of="feed"),
        url=_field(item, "url") or _field(item, "external_url"),
        media=bool(item.get("attachments")),
    )


def _byline(said: Mapping[str, Any]) -> Field | None:
    authors = said.get("authors")
    rows = authors if isinstance(authors, list) else [said.get("author")]
    names = [_string(row.get("name")).strip() for row in rows if isinstance(row, dict)]
    named = ", ".join(name for name in names if name)
    return Field(named, "JSON Feed authors", html=False) if named else None


def _field(said: Mapping[str, Any], name: str, note: str = "", *, html: bool = False, of: str = "") -> Field | None:
    value = _string(said.get(name))
    where = " ".join(word for word in ("JSON Feed", of, name) if word)
    return Field(value, f"{where}{note}", html) if value.strip() else None


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
