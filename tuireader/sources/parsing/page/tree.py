"""Markup to a tree of elements, without what makes trees slow, large or wrong."""

from __future__ import annotations

import re

from lxml import etree, html

from tuireader.sources.parsing.writing import BREAK

#: Pictures and fonts that stand in the page itself.
_EMBEDDED = re.compile(r"data:[\w./+-]{0,60}(?:;[\w=.-]{1,40}){0,4};base64,[\w+/=\s%]{200,}", re.A)
_NAMES = re.compile(r"[\0\ud800-\udfff]")
_RUNS = re.compile(r"(?:<br\s{0,9}/?>\s{0,99}){2,}", re.I)
#: A tag of so many characters is no tag: the time for it grows with the square of its attributes.
_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}>")
_INVISIBLE = etree.XPath(
    "//*[@hidden][not(@hidden='until-found')]"
    "|//*[@style][contains(translate(@style,' ',''),'display:none')"
    " or contains(translate(@style,' ',''),'visibility:hidden')]"
    "|//a[starts-with(@href,'#')][string-length(normalize-space())<2]"
    "|//template|//noscript[not(ancestor::head)]|//dialog[not(@open)]"
)


class TooDeep(Exception):
    """The parser gave up: elements lie deeper in each other than it follows."""


def parsed(markup: str) -> html.HtmlElement | None:
    """The tree of a page; None where there is nothing in it. Raises TooDeep."""
    markup = _NAMES.sub("", markup)
    if len(markup) > 20_000:
        markup = _TAG.sub(" ", _EMBEDDED.sub("", markup))
    # Two line breaks are what paragraphs were made of; here they become some.
    markup = _RUNS.sub("</p><p>", markup)
    # Entities of a DOCTYPE are never followed by this parser, and nothing is fetched.
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True, no_network=True
    )
    try:
        tree = html.document_fromstring(markup.encode(), parser=parser)
    except etree.ParserError:
        return None
    if any("xcessive depth" in str(error.message) for error in parser.error_log.filter_from_errors()):
        raise TooDeep
    return tree


def tidy(tree: html.HtmlElement) -> None:
    """Takes out what a browser would not show, unless that is most of the page: scripts may show it after all."""
    found = [element for element in _INVISIBLE(tree) if element.getparent() is not None]
    hidden = sum(len(str(element.xpath("string()"))) for element in found[:2000])
    if found and hidden < 0.5 * max(1, len(str(tree.xpath("string(//body)")))):
        for element in found:
            if element.getparent() is not None:
                element.drop_tree()
    for element in tree.iter("pre", "textarea"):
        for inner in element.iter():
            if inner.text:
                inner.text = _kept(inner.text)
            if inner is not element and inner.tail:
                inner.tail = _kept(inner.tail)


def _kept(text: str) -> str:
    """Lines that are meant, as marks that survive what squeezes white space; so do their indents."""
    return text.replace("\r\n", "\n").replace("\n", BREAK).replace("\t", "    ")
