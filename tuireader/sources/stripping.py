"""A piece of HTML, as feeds and exports hold it, to paragraphs and headings.

For whole pages this is not enough: it knows nothing of navigation. It builds no tree and calls no parser: one pass over
the tags, in linear time, whatever the piece is.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from tuireader.text.lazy import Lazy

_TAG = Lazy(r"<!--|<!\[CDATA\[|<[!?][^>]*+>?|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]{0,30}+)[^<>]*+>?")
_UNREAD = "script style noscript template svg math iframe object audio video canvas select textarea head"
#: Elements whose content is no text to read, and how each ends.
_DROPPED = {name: Lazy(rf"</{name}\b[^<>]*+>?", re.I) for name in _UNREAD.split()}
_PARTING = """
    address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody tfoot thead tr ul
"""
_BLOCKS = frozenset(_PARTING.split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: Between the cells of a table stands a space.
_CELLS = frozenset(("td", "th"))
_BLANK = Lazy(r"\n[ \t\r]*+\n\s*+")
_MARKUP = Lazy(r"</?[A-Za-z][^<>]*+>|&(?:[A-Za-z]{2,10}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")
_PARAGRAPHS = Lazy(r"<(?:p|div|br|li)\b", re.I)
#: What WordPress writes between square brackets in a text: pictures with captions, galleries.
_SHORTCODES = Lazy(
    r"\[caption\b[^\[\]]{0,1000}\][^\[\]]{0,4000}\[/caption\]"
    r"|\[/?(?:gallery|embed|audio|video|playlist|caption)\b[^\[\]]{0,1000}\]"
)


_ATTRIBUTE = Lazy(r"([A-Za-z_:][\w:.-]{0,40}+)\s{0,20}+=\s{0,20}+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'=<>`]++))")


class Stripped(NamedTuple):
    """A text of paragraphs parted by blank lines, each on one line but for forced breaks, and its headings."""

    text: str
    headings: tuple[tuple[int, int], ...] = ()


def has_markup(text: str) -> bool:
    """Whether there is a tag or a character reference in it."""
    return _MARKUP.search(text) is not None


def attributes(tag: str) -> dict[str, str]:
    """The attributes that stand in a tag, names in lower case; of two with one name the first."""
    found: dict[str, str] = {}
    for name, double, single, bare in (match.groups("") for match in _ATTRIBUTE.finditer(tag)):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found


def one_line(markup: str) -> str:
    """The words of a title or name that may hold tags and character references."""
    return " ".join(stripped(markup).text.split())


def stripped(markup: str, *, wordpress: bool = False) -> Stripped:
    """The text of a piece of HTML. Takes linear time.

    In what has no tags for paragraphs blank lines part them, as they do in everything ``wordpress`` keeps.
    """
    if wordpress:
        markup = _SHORTCODES.sub("", markup)
    build = _Building(blank_lines=wordpress or _PARAGRAPHS.search(markup) is None)
    at = 0
    while match := _TAG.search(markup, at):
        build.words(markup[at : match.start()])
        at = match.end()
        token = match.group()
        if token == "<!--":
            at = _after(markup, "-->", at)
        elif token == "<![CDATA[":
            end = _after(markup, "]]>", at)
            build.words(markup[at : end - 3 if markup.endswith("]]>", at, end) else end])
            at = end
        elif name := match["name"]:
            name = name.lower()
            if not match["close"] and name in _DROPPED and not token.endswith("/>"):
                closing = _DROPPED[name].search(markup, at)
                at = closing.end() if closing else len(markup)
            build.tag(name, closes=bool(match["close"]))
    build.words(markup[at:])
    return build.done()


def _after(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return len(text) if found < 0 else found + len(mark)


class _Building:
    """Paragraphs, as they come."""

    def __init__(self, *, blank_lines: bool) -> None:
        self._blank_lines = blank_lines
        self._paragraphs: list[tuple[str, bool]] = []
        self._pieces: list[str] = []
        self._heading = False
        self._lines = False

    def words(self, raw: str) -> None:
        if not raw:
            return
        if "&" in raw:
            raw = unescape(raw)
        if self._lines:
            self._pieces.append("\v".join(raw.splitlines()))
        elif self._blank_lines:
            at = 0
            for blank in _BLANK.finditer(raw):
                self._pieces.append(raw[at : blank.start()])
                self._end()
                at = blank.end()
            self._pieces.append(raw[at:])
        else:
            self._pieces.append(raw)

    def tag(self, name: str, *, closes: bool) -> None:
        if name == "br":
            self._pieces.append("\v")
        elif name in _CELLS:
            self._pieces.append(" ")
        elif name in _BLOCKS:
            self._end()
            self._heading = name in _HEADINGS and not closes
            self._lines = name == "pre" and not closes

    def _end(self) -> None:
        """Ends the paragraph. Two forced breaks in a row are the end of one, too."""
        whole = "".join(self._pieces)
        self._pieces.clear()
        lines: list[str] = []
        for raw in (*whole.split("\v"), ""):
            words = " ".join(raw.split())
            if words:
                lines.append(words)
            elif lines:
                self._paragraphs.append(("\n".join(lines), self._heading))
                lines = []

    def done(self) -> Stripped:
        self._end()
        headings: list[tuple[int, int]] = []
        at = 0
        for text, heading in self._paragraphs:
            if heading:
                headings.append((at, at + len(text)))
            at += len(text) + 2
        return Stripped("\n\n".join(text for text, _ in self._paragraphs), tuple(headings))
