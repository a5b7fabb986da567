"""Marks as they are listed: by article, those with certain words or tags, each with its place in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tuireader.article import Article
from tuireader.library import Mark
from tuireader.library.tags import written
from tuireader.text.safe import line as safe
from tuireader.text.words import fold


class MarkGroup(NamedTuple):
    """The marks of one article; ``article`` is None where it is not open now."""

    title: str
    article: Article | None
    marks: tuple[Mark, ...]


def grouped(marks: Iterable[Mark], articles: Sequence[Article]) -> list[MarkGroup]:
    """The marks by article, in the order of these articles; those of articles that are not open at the end."""
    held: dict[str, list[Mark]] = {}
    for mark in marks:
        held.setdefault(mark.digest, []).append(mark)
    # The same text may be open twice: its marks are listed once, so they are taken out.
    found = [
        MarkGroup(safe(article.title), article, tuple(own))
        for article in articles
        if (own := held.pop(article.digest, None))
    ]
    rest = [MarkGroup(_title(own), None, tuple(own)) for own in held.values()]
    return found + sorted(rest, key=lambda group: group.title.casefold())


def _title(marks: Sequence[Mark]) -> str:
    return next((safe(mark.title) for mark in marks if mark.title), "") or "an article without a title"


def fitting(typed: str, marks: Iterable[Mark]) -> list[Mark]:
    """The marks that have all the words typed, in whole or as a part; a word after # is the beginning of a tag."""
    words = typed.split()
    tags = [fold(word.lstrip("#")) for word in words if word.startswith("#")]
    others = [fold(word) for word in words if not word.startswith("#")]
    return [mark for mark in marks if _has(mark, others) and _tagged(mark, tags)]


def _has(mark: Mark, words: Sequence[str]) -> bool:
    if not words:
        return True
    said = fold(" ".join((mark.quote, mark.note, mark.label, mark.title, mark.kind, *mark.tags)))
    return all(word in said for word in words)


def _tagged(mark: Mark, tags: Sequence[str]) -> bool:
    own = [fold(tag) for tag in mark.tags]
    return all(any(tag.startswith(typed) for tag in own) for typed in tags)


def words_of(mark: Mark, article: Article | None) -> str:
    """The words that were marked, of a fact after its heading, on one line, safe to show."""
    quote = mark.quote or (article.text[mark.start : mark.end] if article is not None else "")
    said = safe(quote) or "(its words were not kept: an older tuireader marked it)"
    label = safe(mark.label)
    return f"{label}: {said}" if label and label != said else said


def place_of(mark: Mark, article: Article | None) -> str:
    """How far down the article the mark is; empty where that is not known."""
    return f"{100 * mark.start // max(1, len(article.text))}%" if article is not None else ""


def note_of(mark: Mark) -> str:
    """The first line of the note, and how many more there are; empty without a note."""
    lines = [text for each in mark.note.split("\n") if (text := safe(each))]
    if not lines:
        return ""
    more = len(lines) - 1
    return lines[0] if not more else f"{lines[0]} (+{more} {'line' if more == 1 else 'lines'})"


def tags_of(mark: Mark) -> str:
    """The tags as they are shown."""
    return safe(written(mark.tags))
