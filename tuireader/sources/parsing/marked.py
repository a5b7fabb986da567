"""Markdown to paragraphs: what it looks like when it is drawn, without pictures, markup and HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tuireader.sources.parsing.writing import BREAK, Plain, Writing, squeezed
from tuireader.sources.stripping import stripped

if TYPE_CHECKING:
    from markdown_it.token import Token

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s{0,4}[:=]\s{0,4}(\S.{0,2000})?$")
_ITEM = re.compile(r"\s{0,8}-\s{1,4}(\S.{0,500})$")
#: Lines that front matter may have, before it is taken for a text between two rules.
_MOST = 200
#: What keys of front matter tell, in lower case and without marks.
_KEYS = {
    **dict.fromkeys(("title", "headline"), "title"),
    **dict.fromkeys(("date", "published", "pubdate", "datepublished", "publishedtime", "publishdate"), "published"),
    **dict.fromkeys(("author", "authors", "byline", "creator"), "byline"),
    **dict.fromkeys(("source", "outlet", "publisher", "site", "sitename"), "source"),
    **dict.fromkeys(("lang", "language", "locale"), "language"),
    **dict.fromkeys(("url", "link", "canonical", "canonicalurl", "permalink", "sourceurl"), "url"),
    "agency": "agency",
}

Pairs = dict[str, list[str]]


def read(data: bytes) -> Plain:
    """For the worker: ``render`` of a text in UTF-8."""
    return render(data.decode("utf-8", "surrogatepass"))


def render(text: str) -> Plain:
    """The text as paragraphs, its headings, and what it says of itself, as plain data.

    The title is that of the front matter, else a heading that stands before everything else.
    """
    from markdown_it import MarkdownIt

    pairs, start = front_matter(text)
    said = {name: [value, f"front matter, {key}"] for key, name, value in _told(pairs) if value}
    writing = Writing()
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text[start:])
    first = "title" not in said
    for paragraph in _paragraphs(tokens):
        words, level, aside, line = paragraph
        if first and level and not aside:
            said["title"] = [squeezed(words), f"heading, line {text.count(chr(10), 0, start) + line + 1}"]
        else:
            writing.add(words, heading=level > 0, aside=aside, kept=aside == "code")
        first = first and bool(aside)
    if "title" in said:
        writing.drop_title(said["title"][0])
    return {**writing.plain(), "said": said}


def front_matter(text: str) -> tuple[Pairs, int]:
    """The keys and values that stand before a text between two lines of ``---`` or ``+++``, and where it begins."""
    rows = text[:100_000].lstrip("\ufeff").splitlines(keepends=True)
    ends = _FENCES.get(rows[0].strip(), ()) if rows else ()
    pairs: Pairs = {}
    key = ""
    at = len(text) - len(text.lstrip("\ufeff")) + (len(rows[0]) if rows else 0)
    for row in rows[1 : _MOST + 1] if ends else ():
        at += len(row)
        line = row.strip()
        if line in ends:
            return (pairs, at) if pairs else ({}, 0)
        if key and (item := _ITEM.match(row)):
            pairs[key].append(_bare(item[1]))
        elif pair := _PAIR.match(line):
            key = pair[1]
            pairs[key] = _values(pair[2] or "")
        elif line and not line.startswith("#") and not row[:1].isspace():
            return {}, 0
    return {}, 0


def _values(value: str) -> list[str]:
    if value.startswith("[") and value.endswith("]"):
        return [_bare(each) for each in value[1:-1].split(",") if each.strip()]
    return [_bare(value)] if value else []


def _bare(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _told(pairs: Pairs) -> Iterator[tuple[str, str, str]]:
    """Key, what it tells, and its value; a source that is an address tells the address."""
    for key, values in pairs.items():
        name = _KEYS.get("".join(char for char in key.lower() if char.isalpha()))
        value = squeezed(", ".join(values))
        if name == "source" and value.startswith(("http://", "https://")):
            name = "url"
        if name:
            yield key, name, value.replace("_", "-") if name == "language" else value


def _paragraphs(tokens: Sequence[Token]) -> Iterator[tuple[str, int, str, int]]:
    """Words, level of heading (0 for none), why it is no part of the telling, and line, of each paragraph."""
    level = line = 0
    marker, cells, in_row = "", [""], False
    for token in tokens:
        line = token.map[0] if token.map else line
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "list_item_open":
            marker = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type == "tr_open":
            cells, in_row = [], True
        elif token.type == "tr_close":
            in_row = False
            yield " | ".join(cells), 0, "", line
        elif token.type in ("fence", "code_block"):
            yield token.content, 0, "code", line
        elif token.type == "html_block":
            for words in stripped(token.content).text.split("\n\n"):
                yield words, 0, "", line
        elif token.type == "inline" and in_row:
            cells.append(_words(token.children or ()))
        elif token.type == "inline":
            children = token.children or []
            words = _words(children)
            if words.strip():
                yield f"{marker}{words}", level, "", line
            elif pictures := [child.content for child in children if child.type == "image" and child.content]:
                yield " ".join(pictures), 0, "caption", line
            marker = ""


def _words(children: Sequence[Token]) -> str:
    """The words of a paragraph: links as theirs, pictures as nothing."""
    pieces: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline", "text_special"):
            pieces.append(child.content)
        elif child.type == "softbreak":
            pieces.append(" ")
        elif child.type == "hardbreak" or (child.type == "html_inline" and child.content.lower().startswith("<br")):
            pieces.append(BREAK)
    return "".join(pieces)
