"""A stretch of an article as others can quote it: its words, where they are from, and an address to open them at."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tuireader.article import Article, Span, UsageError
from tuireader.text.safe import line

#: An id may hold a colon itself: the place is what stands behind the last one.
_WRITTEN = re.compile(r"(?P<article>.+):(?P<start>[0-9]{1,12})(?:-(?P<end>[0-9]{1,12}))?", re.DOTALL)
#: More paths than these make a link that nobody can read: then the article alone is named.
_FEW = 3
_MARKS = '"“”„«»‟'


class Address(NamedTuple):
    """A place in an article that is named, not yet looked up: ``article`` is an id, its beginning, or a path.

    ``start`` and ``end`` are offsets into the article's text; both are None where the whole article is meant, ``end``
    alone where what stands at ``start`` is.
    """

    article: str
    start: int | None = None
    end: int | None = None


def address(span: Span) -> str:
    """The address of a span as people write it: ``000:1204-1300``."""
    return f"{span.article}:{span.start}-{span.end}"


def read_address(text: str) -> Address:
    """What an address means. Raises UsageError where it ends before it starts."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return Address(text)
    start, end = int(match["start"]), int(match["end"]) if match["end"] else None
    if end is not None and end <= start:
        raise UsageError(f"“{line(text)}” ends before it starts; write ARTICLE:START-END, such as 000:1204-1300")
    return Address(match["article"], start, end)


def located(found: Address, article: Article) -> Span:
    """The span an address means in its article: without an end the sentence at the start, without a start all of it.

    Raises UsageError for a place behind the end of the text.
    """
    size = len(article.text)
    if found.start is None:
        return article.span(0, size)
    if found.start >= size or (found.end or 0) > size:
        said = f"{found.start}-{found.end}" if found.end else str(found.start)
        raise UsageError(f"{line(article.id)} has {size:,} characters; {said} reaches behind its end")
    if found.end is not None:
        return article.span(found.start, found.end)
    for sentence in article.sentences:
        if sentence.start <= found.start < sentence.end:
            return article.span(sentence.start, sentence.end)
    return article.span(found.start, min(size, found.start + 1))


def command(span: Span, paths: Sequence[str]) -> str:
    """The words that open the reader at a span, for a shell; ``paths`` are those of its articles, none: the bundled."""
    return shlex.join(["tuireader", "read", address(span), *paths])


def reopening(path: str | None, given: Sequence[str], seeds: Path) -> list[str] | None:
    """The paths that open an article again, with those it was opened with; none where it is a bundled one.

    ``path`` is where the article is from, ``given`` are the paths of the call. None for an article from a pipe.
    """
    if path is None:
        return None
    own = Path(path).absolute()
    if own.parent == seeds.absolute():
        return []
    wholes = [Path(each).absolute() for each in given if each != "-"]
    with_it = len(wholes) <= _FEW and any(own == whole or whole in own.parents for whole in wholes)
    return [str(whole) for whole in wholes] if with_it else [str(own)]


def excerpt(article: Article, start: int, end: int) -> str:
    """The words of a stretch, safe to paste: each line of the article on one line, however it was wrapped on the
    screen, with a blank line where the article has one."""
    parts = [part for part in article.parts if part.end > start and part.start < end]
    if not parts:
        return line(article.text[start:end])
    words = ""
    for before, part in zip((None, *parts), parts, strict=False):
        if before is not None and words:
            words += "\n\n" if article.text.count("\n", before.end, part.start) > 1 else "\n"
        words += line(article.text[max(start, part.start) : min(end, part.end)])
    return words


def source(article: Article) -> str:
    """Where an article is from, in one line: outlet, author, title, date, as far as they are known."""
    said = [line(article.source or article.agency or ""), line(article.byline or ""), f"“{line(article.title)}”"]
    return ", ".join(each for each in (*said, article.published or "") if each)


def quotation(article: Article, start: int, end: int) -> str:
    """The words in quotation marks, and under them where they are from. What holds such marks already gets none."""
    words = excerpt(article, start, end)
    if not any(mark in words for mark in _MARKS):
        words = f"“{words}”"
    return f"{words}\n— {source(article)} ({line(address(article.span(start, end)))})"
