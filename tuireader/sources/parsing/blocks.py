"""The paragraphs of any markup, by the parser of the standard library: chapters, mails, and pages that others give up.

Nothing is judged but what markup calls no text: scripts, forms, hidden elements. Depth costs nothing, and what is never
closed is closed by what follows it.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from tuireader.sources.parsing.writing import BREAK, Writing

_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCK_NAMES = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset header hr html legend li main menu nav ol optgroup option p pre search section summary table
    tbody tfoot thead tr ul
"""
_SILENT_NAMES = """
    applet audio button canvas datalist iframe map math noembed noframes noscript object rp rt script select style svg
    template textarea title video
"""
_EMPTY_NAMES = "area base br col embed frame hr img input link meta param source track wbr"
#: What begins a line of its own.
_BLOCKS = _HEADS | frozenset(_BLOCK_NAMES.split())
#: What holds no text of the page.
_SILENT = frozenset(_SILENT_NAMES.split())
#: What stands round the text of a page, where the page says so.
_AROUND = frozenset(("nav", "footer", "aside"))
_EMPTY = frozenset(_EMPTY_NAMES.split())
_HIDDEN = re.compile(r"(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all)", re.I)
#: Elements that are open at once, of those whose end matters.
_DEPTH = 10_000


class Blocks(HTMLParser):
    """Reads markup into a ``Writing``.

    ``around`` keeps navigation and footers; ``quotes`` sets quotations aside, as in a mail that answers another.
    """

    def __init__(self, *, around: bool = True, quotes: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.writing = Writing()
        self.title = ""
        self.language = ""
        self.first_heading = ""
        self._around = around
        self._quotes = quotes
        self._words: list[str] = []
        self._heading = ""
        self._silent: list[str] = []
        self._in_title = False
        self._kept = 0
        self._quoted = 0

    def read(self, markup: str) -> Writing:
        """All paragraphs of ``markup``."""
        self.feed(markup)
        self.close()
        self._flush()
        return self.writing

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            # Only what has the same name can hide the end of what is silent.
            if tag == self._silent[0] and tag not in _EMPTY and len(self._silent) < _DEPTH:
                self._silent.append(tag)
            if tag == "title" and self._silent[0] == "title":
                self._in_title = True
            return
        if tag == "br":
            self._words.append(BREAK)
            return
        if tag in ("td", "th"):
            if self._words and "".join(self._words).strip():
                self._words.append(" | " if not self._heading else " ")
            return
        if tag in _BLOCKS:
            self._flush()
        if tag == "html":
            self.language = dict(attrs).get("lang") or dict(attrs).get("xml:lang") or self.language
        if tag in _EMPTY:
            return
        if tag in _SILENT or (not self._around and tag in _AROUND) or _hidden(attrs):
            if tag not in ("html", "body"):
                self._silent = [tag]
                self._in_title = tag == "title" and not self.title
            return
        if tag in _HEADS:
            self._heading = tag
        elif tag == "pre":
            self._kept += 1
        elif tag == "blockquote":
            self._quoted += 1

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[0]:
                self._silent.pop()
                self._in_title = False
            elif tag in ("body", "html") or (tag == "head" and self._silent[0] in ("title", "noscript")):
                self._silent.clear()
            return
        if tag in _BLOCKS:
            self._flush()
        if tag in _HEADS:
            self._heading = ""
        elif tag == "pre":
            self._kept = max(0, self._kept - 1)
        elif tag == "blockquote":
            self._quoted = max(0, self._quoted - 1)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)
        elif self._in_title and len(self.title) < 1000:
            self.title += data

    def unknown_decl(self, data: str) -> None:
        """CDATA of XHTML is text."""
        if data.startswith("CDATA[") and not self._silent:
            self._words.append(data[6:])

    def _flush(self) -> None:
        if self._words:
            text = "".join(self._words)
            self._words = []
            heading = bool(self._heading) and len(text) < 1000
            if heading and not self.first_heading:
                self.first_heading = " ".join(text.replace(BREAK, " ").split())
            aside = "quoted" if self._quotes and self._quoted else ""
            for piece in [text] if self._kept else _paragraphs(text):
                self.writing.add(piece, heading=heading, kept=bool(self._kept), aside=aside)


_PARTED = re.compile(rf"(?:{BREAK}\s*){{2,}}")


def _paragraphs(text: str) -> list[str]:
    """Two line breaks in a row part paragraphs, as people wrote them before there were better ways."""
    return _PARTED.split(text) if BREAK in text else [text]


def _hidden(attrs: list[tuple[str, str | None]]) -> bool:
    for name, value in attrs:
        if name == "hidden" and (value or "").lower() != "until-found":
            return True
        if name == "style" and value and _HIDDEN.search(value[:2000]):
            return True
    return False
