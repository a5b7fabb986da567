"""The paragraphs of an article in what trafilatura has found."""

from __future__ import annotations

from lxml import etree, html

from tuireader.sources.parsing.writing import BREAK, Writing

#: What stands as a paragraph of its own in trafilatura's form of a text.
_BLOCKS = frozenset(("p", "head", "item", "quote", "row", "list", "table", "ab"))


def found_body(tree: html.HtmlElement) -> etree._Element | None:
    """What trafilatura takes for the article of a page, in its own form; None where it finds nothing."""
    from trafilatura import bare_extraction

    found = bare_extraction(tree, fast=True, include_comments=False, include_formatting=False, with_metadata=False)
    return None if found is None or isinstance(found, dict) else found.body


def write(body: etree._Element) -> Writing:
    """The text of ``body``, a paragraph for each of its blocks and rows."""
    writing = Writing()
    words: list[str] = []
    heads = 0

    def flush() -> None:
        if words:
            writing.add("".join(words), heading=heads > 0)
            words.clear()

    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag
        if event == "start":
            if tag in _BLOCKS or _listing(element):
                flush()
                heads += tag == "head"
            elif tag == "lb":
                words.append(BREAK)
            elif tag == "cell" and words:
                words.append(" | ")
            if element.text:
                words.append(element.text)
            continue
        if tag in _BLOCKS or _listing(element):
            flush()
            heads -= tag == "head"
        if element.tail and element is not body:
            words.append(element.tail)
    flush()
    return writing


def _listing(element: etree._Element) -> bool:
    """Whether this is code in lines of its own, not a word of a sentence."""
    return element.tag == "code" and (element.getparent() is None or BREAK in str(element.xpath("string()")))
