"""A web page: its article's text, and what it says of it."""

from __future__ import annotations

from lxml import html

from tuireader.sources.parsing.blocks import Blocks
from tuireader.sources.parsing.charsets import decoded
from tuireader.sources.parsing.page import elements
from tuireader.sources.parsing.page.body import found_body, write
from tuireader.sources.parsing.page.metadata import Told, told
from tuireader.sources.parsing.page.tree import TooDeep, parsed, tidy
from tuireader.sources.parsing.writing import Plain, Writing, squeezed

#: A text that is shorter than this is looked for again in other ways.
_SHORT = 200
#: A page in which nothing is found but less than this holds no article.
_LEAST = 20
#: A page with a larger part of its text in links leads elsewhere.
_LINKED = 0.15


def read(data: bytes, charset: str = "", address: str = "", cap: int = 8_000_000, sure: bool = False) -> Plain:
    """The article of a page as plain data. ``charset`` is what its server or message says, ``address`` where it was,
    ``sure`` that the user says the encoding.

    Raises ValueError where it holds none, or one of more than ``cap`` characters.
    """
    text, encoding = decoded(data, charset, sure)
    try:
        tree = parsed(text)
    except TooDeep:
        # No tree: its paragraphs one by one, and the title, are all there is.
        found = Blocks(around=False)
        writing = found.read(text)
        about = Told({"title": (squeezed(found.title), "<title>")} if found.title.strip() else {})
        return _done(writing, about, encoding, cap)
    if tree is None:
        raise ValueError("is empty")
    tidy(tree)
    about = told(tree, text, address)
    writing = _written(tree, about, text)
    return _done(writing, about, encoding, cap)


def _written(tree: html.HtmlElement, about: Told, text: str) -> Writing:
    body = found_body(tree)
    writing = write(body) if body is not None else Writing()
    if len(writing) >= _SHORT:
        return _whole_document(tree, writing, text) or writing
    if len(about.body) > 2 * len(writing) and len(about.body) > _SHORT:
        # What scripts would draw stands in the page's data.
        given = Writing()
        for paragraph in about.body.split("\n"):
            given.add(paragraph)
        return given
    for around in (False,) if elements.furnished(tree) else (False, True):
        plain = Blocks(around=around).read(text)
        # All text of a page is no better than a short text that was found in it, but for a page that is nothing else.
        if len(plain) > (3 if len(writing) > 80 else 1) * len(writing) and len(plain) >= _LEAST:
            return plain
    return writing


def _whole_document(tree: html.HtmlElement, writing: Writing, text: str) -> Writing | None:
    """All text of a page that is nothing but a document, where less than half of it was taken for the article.

    Such a page has no navigation, no sides and hardly a link: a manual, a report, a book on one page.
    """
    if len(writing) > 0.5 * len(elements.text(tree)) or elements.furnished(tree):
        return None
    plain = Blocks(around=False).read(text)
    linked = elements.linked(tree)
    return plain if len(writing) < 0.5 * len(plain) and linked < _LINKED * len(plain) else None


def _done(writing: Writing, about: Told, encoding: str, cap: int) -> Plain:
    letters = sum(char.isalnum() for paragraph in writing.paragraphs[:200] for char in paragraph.text[:500])
    if letters < _LEAST:
        raise ValueError("holds no article")
    if len(writing) > cap:
        raise ValueError(f"holds more than the {cap / 1e6:g} MB a text may have")
    if title := about.said.get("title"):
        writing.drop_title(title[0])
    return writing.plain() | {"said": about.said, "encoding": encoding}
