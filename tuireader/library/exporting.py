"""Everything the reader did, as plain data: to keep it elsewhere, or to take it to another program."""

from __future__ import annotations

import json
from typing import Any

from tuireader.article import Article
from tuireader.library.store import Library
from tuireader.library.tables import steps


def exported(library: Library, *, texts: bool) -> dict[str, Any]:
    """All that JSON can hold of a library (docs/json.md): marks, articles, places, searches, dismissed facts, feeds,
    settings; ``texts`` adds the texts with all that is known of them."""
    origins: dict[str, list[str]] = {}
    for digest, place in library._rows("SELECT digest, place FROM origin WHERE digest <> '' ORDER BY added, place"):
        origins.setdefault(digest, []).append(place)
    states = library.states()
    known = {digest: row for digest, *row in library._rows("SELECT digest, title, source, published, added FROM text")}
    articles = []
    for digest in sorted({*states, *known}):
        state = states.get(digest)
        title, source, published, added = known.get(digest, (None, None, None, None))
        articles.append(
            {
                "digest": digest,
                "title": title,
                "source": source,
                "published": published,
                "added": added,
                "places": origins.get(digest, []),
                "read": bool(state and state.read),
                "position": state.position if state else 0,
                "tags": list(state.tags) if state else [],
            }
        )
    found: dict[str, Any] = {
        "library": {"version": len(steps())},
        "articles": articles,
        "marks": [{**mark._asdict(), "tags": list(mark.tags)} for mark in library.all_marks()],
        "places": [place._asdict() for place in library.places()],
        "searches": list(library.searches()),
        "dismissed": sorted(library.dismissed()),
        "feeds": [{"url": feed.url, "title": feed.title} for feed in library.feeds()],
        "settings": {name: _plain(value) for name, value in library._rows("SELECT name, value FROM setting")},
    }
    if texts:
        found["texts"] = [_text(article) for at in _hundreds(library.digests()) for article in library.texts(at)]
    return found


def _text(article: Article) -> dict[str, Any]:
    return {
        "digest": article.digest,
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "byline": article.byline,
        "agency": article.agency,
        "published": article.moment or article.published,
        "language": article.language,
        "url": article.url,
        "text": article.text,
        "parts": [part._asdict() for part in article.parts],
    }


def _plain(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


def _hundreds(digests: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [digests[at : at + 100] for at in range(0, len(digests), 100)]
