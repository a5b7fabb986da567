"""What the head of a page and the elements round its text say: metas, times, bylines, links, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree, html

from tuireader.sources.credits import byline
from tuireader.sources.parsing.writing import squeezed

Found = tuple[str, str]
"""A value and where it was read."""

_LOWER = "translate(normalize-space(@class),'_ABCDEFGHIJKLMNOPQRSTUVWXYZ','-abcdefghijklmnopqrstuvwxyz')"
_CLASS = f"contains(concat(' ',{_LOWER},' '),'{{}}')"
_METAS = etree.XPath("//meta[@content][@name or @property or @itemprop or @http-equiv]")
_DATA = etree.XPath("//script[contains(@type,'ld+json')]/text()")
_ASIDE = "not(ancestor::aside or ancestor::footer or ancestor::nav)"
_TIMES = etree.XPath(
    f"//time[@pubdate][@datetime]|//*[@itemprop='datePublished'][@datetime or @content]"
    f"|//time[@datetime][{_CLASS.format('publish')} or {_CLASS.format('entry-date')}]"
)
_ANY_TIME = etree.XPath(f"(//article|//main|//header|//*[@role='main'])//time[@datetime][{_ASIDE}]")
_AUTHORS = etree.XPath(
    f"//*[@itemprop='author']//*[@itemprop='name'][{_ASIDE}]|//*[@itemprop='author'][not(.//*[@itemprop='name'])][{_ASIDE}]"
)
_RELATED = etree.XPath(f"//a[contains(concat(' ',@rel,' '),' author ')][{_ASIDE}]")
_BYLINES = etree.XPath(
    f"//*[contains(@class,'yline') or contains(@class,'uthor') or contains(@class,'YLINE')]"
    f"[not(self::body or self::html or self::article or self::main)][{_ASIDE}]"
)
_BYLINE = re.compile(r"(?:^|[\s_-])byline(?:[\s_-]|$)|(?:^|[\s_-])author(?:[_-]name)?(?:\s|$)", re.I)
_CANONICAL = etree.XPath("//link[@href][contains(concat(' ',@rel,' '),' canonical ')]/@href")
_TEXT = etree.XPath("string(//body)")
_FURNISHED = etree.XPath("boolean(//nav|//aside|//article|//main|//header|//footer|//form|//*[@role])")
_LINKED = etree.XPath("//a[@href][not(starts-with(@href,'#'))]//text()")
_BASE = etree.XPath("//base/@href")
_HEADINGS = etree.XPath("//article//h1|//main//h1|//h1")
_MORE_BY = re.compile(r"\s?(?:[|•·/]|\s[-–—]\s|,? updated\b|\bpublished\b|\d{1,2}[:.]\d\d).{0,400}$", re.I | re.S)
_BY = re.compile(r"^(?:by|written by|words by|von|par|por|di|af|av|door|autor|author|text)\b\s?:?\s+", re.I)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:,? (?:and |und |et |y |e |& )?[\w.'’-]+){0,11}")


class Metas(NamedTuple):
    """The metas of a page by name in lower case, the first of each name."""

    values: dict[str, str]

    def first(self, *names: str) -> Found | None:
        """The first of ``names`` that says something."""
        return next(((self.values[name], name) for name in names if self.values.get(name)), None)


def metas(tree: html.HtmlElement) -> Metas:
    """All metas of a page."""
    found: dict[str, str] = {}
    for element in _METAS(tree)[:2000]:
        value = squeezed(element.get("content"))
        for key in ("property", "name", "itemprop", "http-equiv"):
            for name in (element.get(key) or "").lower().split()[:4]:
                if value:
                    found.setdefault(name, value)
    return Metas(found)


def linked_data(tree: html.HtmlElement) -> list[str]:
    """The blocks of JSON-LD."""
    return [str(block) for block in _DATA(tree)[:50]]


def times(tree: html.HtmlElement) -> list[Found]:
    """What ``<time>`` and its like say, the surest first."""
    found = []
    for element in [*_TIMES(tree)[:5], *_ANY_TIME(tree)[:3]]:
        value = squeezed(element.get("datetime") or element.get("content"))
        found.append((value, f"<{element.tag}>" if element.tag == "time" else "itemprop datePublished"))
    return found


def bylines(tree: html.HtmlElement) -> Iterator[Found]:
    """The names in elements that are made for authors, the surest first."""
    for query, where in ((_AUTHORS, "itemprop author"), (_RELATED, "rel=author"), (_BYLINES, "byline")):
        elements = query(tree)
        if where == "byline":
            elements = [element for element in elements[:200] if _BYLINE.search(element.get("class", ""))]
        names = dict.fromkeys(name for element in elements[:8] if (name := author(_content(element))))
        if names:
            # An element that holds the others names them all.
            whole = next((name for name in names if all(other in name for other in names)), ", ".join(names))
            yield whole, where


def author(text: str) -> str:
    """The names of a byline without what stands round them; empty where there are none."""
    text = squeezed(text, 400)
    if line := byline(text):
        return line.name
    text = _BY.sub("", _MORE_BY.sub("", text)).strip(" ,;:-–—|")
    fits = 2 <= len(text) <= 150 and _NAME.fullmatch(text) and text[:1].isupper()
    return text if fits and len(text.split()) <= 12 else ""


def canonical(tree: html.HtmlElement) -> str:
    """The address that a page calls its own."""
    return next((str(href).strip() for href in _CANONICAL(tree)), "")


def base(tree: html.HtmlElement) -> str:
    """The address that others in a page count from."""
    return next((str(href).strip() for href in _BASE(tree)), "")


def language(tree: html.HtmlElement) -> str:
    """The language that the page says it is written in."""
    root = tree if tree.tag == "html" else tree.getroottree().getroot()
    return str(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or "")


def heading(tree: html.HtmlElement) -> str:
    """The one heading of the first degree, or that of the article."""
    found = [text for element in _HEADINGS(tree)[:20] if (text := squeezed(_content(element), 300))]
    inside = [
        text for element in tree.xpath("//article//h1|//main//h1")[:3] if (text := squeezed(_content(element), 300))
    ]
    return inside[0] if inside else found[0] if len(set(found)) == 1 else ""


def text(tree: html.HtmlElement) -> str:
    """All text that the page shows, and some that it does not."""
    return str(_TEXT(tree))


def furnished(tree: html.HtmlElement) -> bool:
    """Whether a page has elements that are made for what stands round a text."""
    return bool(_FURNISHED(tree))


def linked(tree: html.HtmlElement) -> int:
    """How many characters of a page stand in links to elsewhere."""
    return sum(len(str(text)) for text in _LINKED(tree))


def title(tree: html.HtmlElement) -> str:
    """What stands in ``<title>``."""
    found = tree.find(".//title")
    return squeezed(_content(found)) if found is not None else ""


def _content(element: etree._Element) -> str:
    return " ".join(str(text) for text in element.itertext() if isinstance(text, str))
