"""What a page says of its article in JSON-LD (schema.org), however broken."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from tuireader.sources.parsing.writing import squeezed

#: A block of more characters is a trap; so many objects, so deep, are looked at.
_CAP, _MOST, _DEPTH = 2_000_000, 2000, 12
#: Types of schema.org that are articles, the surest first; what else ends with Article comes after these.
_TYPES = """
    NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle ReviewNewsArticle
    AskPublicNewsArticle LiveBlogPosting Article BlogPosting Report ScholarlyArticle TechArticle SocialMediaPosting
    DiscussionForumPosting AdvertiserContentArticle SatiricalArticle
"""
_RANK = {name.casefold(): rank for rank, name in enumerate(_TYPES.split())}
_PAGES = frozenset(("webpage", "itempage", "newspage", "newsmediaorganization"))
_COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$"
)
_COMMA = re.compile(r",(\s*[}\]])")
_FIELD = r'"%s"\s{0,9}:\s{0,9}"((?:[^"\\\n]|\\.){1,600})"'
_FIELDS = {name: re.compile(_FIELD % name) for name in ("headline", "datePublished", "inLanguage")}
_AUTHOR = re.compile(r'"author"\s{0,9}:\s{0,9}[\[{\s]{0,20}[^}\]]{0,300}?"name"\s{0,9}:\s{0,9}"([^"\\\n]{2,100})"')
_PUBLISHER = re.compile(r'"publisher"\s{0,9}:\s{0,9}\{[^}]{0,500}?"name"\s{0,9}:\s{0,9}"([^"\\\n]{2,100})"')

Json = dict[str, object]


class Article(NamedTuple):
    """What linked data say of an article; empty where they say nothing."""

    kind: str = ""
    headline: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    provider: str = ""
    language: str = ""
    url: str = ""
    body: str = ""


def article(blocks: list[str]) -> Article:
    """The article that the blocks of a page tell of: the one of the surest kind, the first of these."""
    things: list[Json] = []
    for block in blocks:
        data = _loaded(block[:_CAP])
        if data is not None:
            things.extend(_objects(data))
    best = min(
        ((rank, number) for number, thing in enumerate(things) if (rank := _rank(thing)) is not None), default=None
    )
    if best is None:
        return _scraped(blocks)
    thing = things[best[1]]
    named = {str(each["@id"]): each for each in things if isinstance(each.get("@id"), str) and len(each) > 1}
    authors = tuple(dict.fromkeys(filter(None, (_name(each, named) for each in _listed(thing.get("author"))))))
    return Article(
        kind=_kinds(thing)[0],
        headline=_text(thing.get("headline")) or (_text(thing.get("name")) if best[0] < len(_RANK) + 2 else ""),
        published=_text(thing.get("datePublished")) or _text(thing.get("dateCreated")),
        authors=authors or tuple(filter(None, (_name(each, named) for each in _listed(thing.get("creator"))))),
        publisher=_first(thing, named, "publisher", "sourceOrganization"),
        provider=_first(thing, named, "provider", "copyrightHolder", "sourceOrganization"),
        language=_language(thing.get("inLanguage")),
        url=_address(thing.get("url")) or _address(thing.get("mainEntityOfPage")),
        body=_body(thing.get("articleBody")),
    )


def _loaded(block: str) -> object:
    """What a block holds, with the mistakes that are common in it put right; None where it is beyond that."""
    text = _COMMENT.sub("", _COMMENT.sub("", block)).strip().rstrip(";")
    for mend in (str, _without_commas, _without_entities):
        try:
            found: object = json.loads(mend(text), strict=False)
            return found
        except (ValueError, RecursionError):
            continue
    return None


def _without_commas(text: str) -> str:
    return _COMMA.sub(r"\1", text)


def _without_entities(text: str) -> str:
    return html.unescape(_without_commas(text))


def _objects(data: object) -> Iterator[Json]:
    """All objects in the data, the outer before the inner."""
    waiting: list[tuple[object, int]] = [(data, 0)]
    seen = 0
    while waiting and seen < _MOST:
        each, depth = waiting.pop(0)
        seen += 1
        if isinstance(each, dict):
            yield each
            inner = [value for value in each.values() if isinstance(value, dict | list)]
        else:
            inner = [value for value in each if isinstance(value, dict | list)] if isinstance(each, list) else []
        if depth < _DEPTH:
            waiting.extend((value, depth + 1) for value in inner)


def _rank(thing: Json) -> int | None:
    """How sure a thing is to be the article of the page, the less the surer; None where it is none."""
    kinds = _kinds(thing)
    ranks = [_RANK[kind] for kind in kinds if kind in _RANK]
    if ranks:
        # A list of related articles names them and no more.
        return min(ranks) if thing.get("headline") or thing.get("datePublished") else len(_RANK) + 1
    if any(kind.endswith(("article", "posting")) for kind in kinds):
        return len(_RANK)
    return len(_RANK) + 2 if any(kind in _PAGES for kind in kinds) else None


def _kinds(thing: Json) -> list[str]:
    kinds = [str(kind).rpartition("/")[2].rpartition(":")[2].casefold() for kind in _listed(thing.get("@type"))]
    return kinds or [""]


def _listed(value: object) -> list[object]:
    return value[:50] if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    if isinstance(value, list):
        value = next((each for each in value if isinstance(each, str)), "")
    if isinstance(value, dict):
        value = value.get("@value")
    return squeezed(html.unescape(value)) if isinstance(value, str) else ""


def _name(value: object, named: dict[str, Json]) -> str:
    """The name of a person or an organisation, who may be given by reference."""
    if isinstance(value, dict):
        if "name" not in value and isinstance(value.get("@id"), str):
            value = named.get(str(value["@id"]), value)
        value = value.get("name")
    found = _text(value)
    return "" if found.startswith(("http:", "https:", "@", "#")) else found


def _first(thing: Json, named: dict[str, Json], *keys: str) -> str:
    return next((name for key in keys for each in _listed(thing.get(key)) if (name := _name(each, named))), "")


def _language(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    return _text(value)


def _address(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return _text(value)


def _body(value: object) -> str:
    if not isinstance(value, str):
        return ""
    text = html.unescape(value)
    return re.sub(r"</?(?:p|br|div|h[1-6]|li)\b[^<>]{0,200}>", "\n", text) if "</p>" in text else text


def _scraped(blocks: list[str]) -> Article:
    """The fields that matter, where the data cannot be read as what they claim to be."""
    for block in blocks:
        block = block[:_CAP]
        if '"headline"' not in block or _loaded(block) is not None:
            continue
        found = {name: match[1] for name, pattern in _FIELDS.items() if (match := pattern.search(block))}
        author, publisher = _AUTHOR.search(block), _PUBLISHER.search(block)
        return Article(
            kind="broken",
            headline=_text(_unescaped(found.get("headline", ""))),
            published=found.get("datePublished", ""),
            authors=(_text(author[1]),) if author else (),
            publisher=_text(publisher[1]) if publisher else "",
            language=found.get("inLanguage", ""),
        )
    return Article()


def _unescaped(value: str) -> str:
    try:
        return str(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return value
