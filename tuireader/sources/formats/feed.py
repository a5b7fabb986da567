"""RSS, Atom, RDF and the exports of WordPress: one article an entry.

feedparser takes what is not well-formed, too. It works in a process of its own (``sources.isolated``), on a text whose
prolog is ours (``sources.prolog``), and never sees an address or a path.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tuireader.sources.entries import Entry, Field, drafts
from tuireader.sources.model import Draft, Input, Problem
from tuireader.sources.prolog import after_prolog, root
from tuireader.text.lazy import Lazy

NAME = "feed"
EXTRA = "feeds"
SUFFIXES = frozenset((".rss", ".atom", ".rdf"))

#: An export of a whole site is larger than a text may be.
CAP = 64_000_000
#: Seconds for each megabyte: feedparser is thorough.
_SECONDS_A_MEGABYTE = 5.0
_ADDRESS = Lazy(r"(?:mailto:)?[^\s<>()@]{1,64}@[^\s<>()@]{1,190}")
_FAMILIES = (b"purl.org/rss/", b"my.netscape.com/rdf", b"purl.org/atom", b"www.w3.org/2005/atom")


def fits(input: Input) -> bool:
    """Whether its root element is that of a feed."""
    name = root(input.head)
    if name in ("rss", "channel"):
        return True
    plain = input.head.replace(b"\x00", b"").lower()
    return name in ("feed", "rdf") and any(family in plain for family in _FAMILIES)


def read(input: Input) -> Iterator[Draft | Problem]:
    """The articles in it, and what was left out. Raises ValueError and ImportError."""
    from tuireader.sources import isolated

    data = input.data(max(CAP, input.options.cap))
    answer = isolated.call(
        f"{__name__}:parse",
        data,
        seconds=10 + _SECONDS_A_MEGABYTE * len(data) / 1e6,
        charset=input.options.charset,
        hint="" if input.options.charset else input.charset,
        base=input.path if "://" in input.path else "",
    )
    found: Any = answer.data
    yield from drafts(input.path, map(_entry, found["entries"]), str(found["encoding"]), input.options.cap)
    if found["unpublished"]:
        count = int(found["unpublished"])
        yield Problem(
            input.path, f"{count} {'entry' if count == 1 else 'entries'} of the export not published: left out"
        )


def _entry(row: Any) -> Entry:
    """An entry as it came from the other process."""

    def field(value: Any) -> Field | None:
        return Field(str(value[0]), str(value[1]), bool(value[2])) if value else None

    def fields(values: Any) -> tuple[Field, ...]:
        return tuple(each for each in map(field, values) if each is not None)

    return Entry(
        str(row["id"]),
        fields(row["texts"]),
        title=field(row["title"]),
        source=field(row["source"]),
        byline=field(row["byline"]),
        published=fields(row["published"]),
        language=field(row["language"]),
        url=field(row["url"]),
        media=bool(row["media"]),
        wordpress=bool(row["wordpress"]),
    )


def title(data: bytes, charset: str = "") -> str:
    """The title of a feed, for the list of feeds; empty where it has none, or is none."""
    from tuireader.sources import isolated

    try:
        found: Any = isolated.call(f"{__name__}:parse", data, charset="", hint=charset, base="").data
    except (ValueError, ImportError):
        return ""
    return str(found["title"])


def parse(data: bytes, *, charset: str, hint: str, base: str) -> dict[str, object]:
    """Plain data of what feedparser finds in a feed. Called in the worker process; raises ValueError."""
    import io

    import feedparser

    text, encoding = after_prolog(data, charset, hint)
    whole = f'<?xml version="1.0" encoding="utf-8"?>\n{text}'.encode("utf-8", "replace")
    # A stream, never a text: feedparser takes a text for an address or a path to open.
    headers = {"content-type": "application/xml; charset=utf-8"} | ({"content-location": base} if base else {})
    found = feedparser.parse(
        io.BytesIO(whole), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
    )
    version = found.get("version") or ""
    exported = any("wordpress.org/export" in name for name in found.get("namespaces", {}).values())
    if not version and not found.entries:
        raise ValueError("is no feed that can be read")
    entries = [entry for entry in found.entries if not exported or _published(entry)]
    return {
        "title": found.feed.get("title") or "",
        "encoding": encoding,
        "entries": [_row(entry, found.feed, atom=version.startswith("atom"), exported=exported) for entry in entries],
        "unpublished": sum(_written(entry) for entry in found.entries) - len(entries) if exported else 0,
    }


def _written(entry: Mapping[str, Any]) -> bool:
    """Whether an entry of an export is a text at all, rather than a menu or a picture."""
    return entry.get("wp_post_type", "post") in ("post", "page")


def _published(entry: Mapping[str, Any]) -> bool:
    return _written(entry) and entry.get("wp_status", "publish") == "publish"


def _row(entry: Mapping[str, Any], feed: Mapping[str, Any], *, atom: bool, exported: bool) -> dict[str, object]:
    """One entry as plain data: a field is its value, where it stands, and whether it may hold markup."""
    kind = "WordPress" if exported else "Atom" if atom else "RSS"
    content = max(entry.get("content") or [{}], key=lambda each: len(each.get("value") or ""))
    texts = [
        _field(content, "value", "Atom content" if atom else "content:encoded"),
        _field(entry.get("summary_detail") or {}, "value", f"{kind} {'summary' if atom else 'description'} (summary)"),
    ]
    if texts[0] is not None and texts[1] is not None and texts[0][0] == texts[1][0]:
        texts.pop()
    dates = [(entry.get("wp_post_date_gmt"), "wp:post_date_gmt")] if exported else []
    dates += [
        (entry.get("published"), "Atom published" if atom else "RSS pubDate"),
        (entry.get("updated"), "Atom updated" if atom else "dc:date"),
    ]
    name = _byline(entry)
    origin = entry.get("source") or {}
    outlet = (
        (origin.get("title"), f"{kind} source") if origin.get("title") else (feed.get("title"), f"{kind} feed title")
    )
    tongue = content.get("language") or entry.get("language") or feed.get("language")
    links = entry.get("links") or []
    return {
        "id": entry.get("id") or entry.get("link") or "",
        "texts": [text for text in texts if text is not None],
        "title": _field(entry.get("title_detail") or {}, "value", f"{kind} title"),
        "source": (outlet[0], outlet[1], True) if outlet[0] else None,
        "byline": (name, f"{kind} author", True) if name else None,
        "published": [(_utc(value) if "gmt" in where else value, where, False) for value, where in dates if value],
        "language": (tongue, f"{kind} language", False) if tongue else None,
        "url": (entry["link"], f"{kind} link", False) if entry.get("link") else None,
        "media": bool(entry.get("media_content")) or any(link.get("rel") == "enclosure" for link in links),
        "wordpress": exported,
    }


def _byline(entry: Mapping[str, Any]) -> str:
    """Who wrote it, without addresses of mail: ``desk@a.example (Bo Lind)``, ``Bo Lind <desk@a.example>``."""
    # What feedparser makes of an address with a long domain is broken: it is taken as it stands.
    said = [entry.get("author") or ""]
    if len(entry.get("authors") or ()) > 1:
        said = [author.get("name") or "" for author in entry["authors"]]
    names = (_ADDRESS.sub(" ", name[:200]).strip(" ()<>,;") for name in said)
    return ", ".join(name for name in dict.fromkeys(names) if name)[:500]


def _field(detail: Mapping[str, Any], key: str, where: str) -> tuple[str, str, bool] | None:
    value = detail.get(key)
    return (value, where, detail.get("type") != "text/plain") if isinstance(value, str) and value.strip() else None


def _utc(value: str) -> str:
    """A time that WordPress says is in UTC; zeros where a draft has none."""
    return "" if value.startswith("0000") else f"{value}Z"
