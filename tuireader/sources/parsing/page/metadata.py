"""What a page says of its article, put together: for each thing the first that says it, in this order of trust.

JSON-LD, Open Graph and ``article:``, other metas (Dublin Core, parsely, sailthru, citations), ``<time>`` and elements
for authors, headings, the address. The address and the language are first asked of the page itself: ``rel=canonical``
and ``<html lang>`` are made for nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from lxml import html

from tuireader.sources.credits import is_agency
from tuireader.sources.moments import moment
from tuireader.sources.parsing.page import elements, linked_data
from tuireader.sources.parsing.page.elements import Found, Metas

_TITLES = "og:title twitter:title parsely-title sailthru.title dc.title dcterms.title citation_title headline title"
_DATES = """
    article:published_time og:article:published_time og:published_time parsely-pub-date sailthru.date
    dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date dcterms.date citation_publication_date
    citation_online_date citation_date datepublished article.published publish-date publish_date pubdate pubyear
    publication_date publicationdate originalpublicationdate cxenseparse:recs:publishtime release_date date
"""
_AUTHORS = """
    article:author og:article:author parsely-author sailthru.author byl author dc.creator dcterms.creator
    citation_author article.author cxenseparse:author creator
"""
_SOURCES = "og:site_name dc.publisher dcterms.publisher publisher citation_journal_title application-name"
_LANGUAGES = "og:locale content-language dc.language dcterms.language language"
#: So much of the text of a page is searched for its title.
_SHOWN = 20_000
#: How pages part a headline from the outlet's name.
_BARS = re.compile(r"\s+[|–—\-:»«·•]{1,2}\s+|\s+::\s+|\s*\|\s*")
_SAVED = re.compile(
    r"<!--\s{1,9}saved from url=\(\d{1,6}\)(https?://[^\s<>]{4,2000})|\burl: (https?://[^\s<>]{4,2000})"
)
_DAY = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?=[/\-_.]|$)")
_LOCALE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}", re.I)


@dataclass(frozen=True, slots=True)
class Told:
    """What a page tells: each value and where it was read; the text its data hold."""

    said: dict[str, Found] = field(default_factory=dict)
    body: str = ""


def told(tree: html.HtmlElement, markup: str, address: str = "") -> Told:
    """What the page says of its article. ``markup`` is its source, ``address`` where it came from."""
    data = linked_data.article(elements.linked_data(tree))
    metas = elements.metas(tree)
    said: dict[str, Found] = {}

    def say(name: str, found: Found | None) -> None:
        if found and found[0]:
            said[name] = found

    here = address or _saved_from(markup)
    say("url", next(_addresses(tree, data.url, metas, here), None))
    host = urlsplit(said["url"][0] if "url" in said else here).hostname or ""
    say("source", _source(data, metas))
    say("title", _title(tree, data.headline, metas, said.get("source", ("", ""))[0], host))
    say("published", next(_dates(tree, data.published, metas, said.get("url", ("", ""))[0]), None))
    say("byline", next(_authors(tree, data.authors, metas, said.get("source", ("", ""))[0]), None))
    say("language", next(_languages(tree, data.language, metas), None))
    if "byline" in said and is_agency(said["byline"][0]):
        say("agency", said.pop("byline"))
    elif data.provider and is_agency(data.provider):
        say("agency", (data.provider, "JSON-LD provider"))
    if "source" not in said:
        outlet = _parted(elements.title(tree), tree)[1]
        say("source", (outlet, "<title>") if outlet else (host.removeprefix("www."), "address"))
    return Told(said, data.body)


def _saved_from(markup: str) -> str:
    """The address that a browser, or SingleFile, wrote into a page it saved."""
    match = _SAVED.search(markup, 0, 4000)
    return (match[1] or match[2]) if match else ""


def _addresses(tree: html.HtmlElement, linked: str, metas: Metas, here: str) -> Iterator[Found]:
    base = urljoin(here, elements.base(tree)) if here else elements.base(tree)
    given = metas.first("og:url")
    wanted = [
        (elements.canonical(tree), "rel=canonical"),
        given or ("", ""),
        (linked, "JSON-LD url"),
        (here, "address"),
    ]
    for value, where in wanted:
        try:
            full = urljoin(base, value) if base else value
            parts = urlsplit(full)
        except ValueError:
            continue
        # The front page is no article's address, whatever careless templates say.
        rooted = parts.path in ("", "/") and not parts.query and where != "address"
        if value and parts.scheme in ("http", "https") and parts.hostname and len(full) <= 2000 and not rooted:
            yield full, where


def _source(data: linked_data.Article, metas: Metas) -> Found | None:
    if data.publisher:
        return data.publisher, "JSON-LD publisher"
    found = metas.first(*_SOURCES.split())
    return None if found is None or found[0].startswith(("http:", "https:", "@")) else found


def _title(tree: html.HtmlElement, headline: str, metas: Metas, source: str, host: str) -> Found | None:
    if headline:
        return _bare(headline, source, host, elements.heading(tree)), "JSON-LD headline"
    heading = elements.heading(tree)
    if found := metas.first(*_TITLES.split()):
        return _bare(found[0], source, host, heading), found[1]
    whole = elements.title(tree)
    if heading and (not whole or _same(heading, whole)):
        return heading, "<h1>"
    return (_parted(_bare(whole, source, host, heading), tree)[0], "<title>") if whole else None


def _parted(title: str, tree: html.HtmlElement) -> tuple[str, str]:
    """A page's title without the outlet's name, and that name: the piece of it that the page does not show again."""
    bars = [(bar.start(), bar.end()) for bar in _BARS.finditer(title)]
    bars += [(at, at + 2) for at in (title.find(": "),) if at > 0]
    if not bars:
        return title, ""
    shown = _letters(elements.text(tree)[:_SHOWN])
    for start, end in reversed(bars):
        for kept, name in ((title[:start], title[end:]), (title[end:], title[:start])):
            if len(kept.split()) > 2 and len(name.split()) <= 5 and _letters(title) not in shown:
                wanted = _letters(kept)
                if len(wanted) > 10 and wanted in shown:
                    return kept.strip(), name.strip()
    return title, ""


def _bare(title: str, source: str, host: str, heading: str) -> str:
    """A title without the outlet's name at its end or beginning."""
    parts = _BARS.split(title)
    if len(parts) < 2:
        return title
    if heading and heading != title and heading in title:
        return heading
    letters = _letters(host.removeprefix("www.").rpartition(".")[0])
    for _ in range(3):
        last = list(_BARS.finditer(title))
        if not last:
            return title
        tail, kept = title[last[-1].end() :], title[: last[-1].start()]
        if kept and _outlets(tail, source, letters):
            title = kept.strip()
            continue
        front, rest = title[: last[0].start()], title[last[0].end() :]
        if rest and _outlets(front, source, letters) and len(rest.split()) > 2:
            title = rest.strip()
            continue
        return title
    return title


def _outlets(name: str, source: str, host: str) -> bool:
    """Whether this is what the outlet calls itself, as its metas or its address say."""
    letters = _letters(name)
    if not letters or len(name) > 60:
        return False
    own = _letters(source)
    return (bool(own) and (letters in own or own in letters) and len(letters) > 2) or (
        len(letters) > 2 and bool(host) and (letters in host or host in letters)
    )


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _same(heading: str, title: str) -> bool:
    """Whether a heading is what the title says, or most of it."""
    return _letters(heading) in _letters(title) or len(set(heading.split()) & set(title.split())) * 2 > len(
        set(heading.split())
    )


def _dates(tree: html.HtmlElement, linked: str, metas: Metas, url: str) -> Iterator[Found]:
    if found := moment(linked):
        yield found, "JSON-LD datePublished"
    for name in _DATES.split():
        if (value := metas.values.get(name)) and (found := moment(value)):
            yield found, name
    for value, where in elements.times(tree):
        if found := moment(value):
            yield found, where
    if (match := _DAY.search(urlsplit(url).path)) and (
        found := moment(f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}")
    ):
        yield found, "address"


def _authors(tree: html.HtmlElement, linked: tuple[str, ...], metas: Metas, source: str) -> Iterator[Found]:
    names = [name for each in linked if (name := elements.author(each)) and _letters(name) != _letters(source)]
    if names:
        yield ", ".join(dict.fromkeys(names)), "JSON-LD author"
    for key in _AUTHORS.split():
        value = metas.values.get(key, "")
        name = "" if value.startswith(("http:", "https:", "@")) else elements.author(value)
        if name and _letters(name) != _letters(source):
            yield name, key
    for name, where in elements.bylines(tree):
        if _letters(name) != _letters(source):
            yield name, where


def _languages(tree: html.HtmlElement, linked: str, metas: Metas) -> Iterator[Found]:
    given = metas.first(*_LANGUAGES.split())
    for value, where in ((linked, "JSON-LD inLanguage"), (elements.language(tree), "<html lang>"), given or ("", "")):
        value = value.strip().replace("_", "-")
        if _LOCALE.fullmatch(value) and (len(value) <= 3 or "-" in value):
            yield value, where
