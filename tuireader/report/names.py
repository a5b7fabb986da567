"""What articles are called: by their outlet, else by the first words of the title that no other of them has there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tuireader.article import Article
from tuireader.report.lines import cells, cut
from tuireader.report.records import labels
from tuireader.text.safe import line

#: In a sentence no more cells of a title are told than these.
_TOLD = 32
#: Words so short at the beginning of a name say little ("to", "is", "has"), unless they are names or numbers.
_SLIGHT = 3


class Name(NamedTuple):
    """A name, safe to show; ``title`` tells that it is made of words of the title."""

    text: str
    title: bool = False

    def told(self, number: str, quotes: str = "“”") -> str:
        """The name in a sentence, with the number or label that the article has: “A2 Televizion (2)”."""
        return f"{self.quoted(quotes)} ({number})"

    def quoted(self, quotes: str = "“”") -> str:
        """The name in a sentence: words of a title in quotes, as many as have room."""
        return f"{quotes[0]}{_begin(self.text, _TOLD)}{quotes[1]}" if self.title else self.text


def names_of(articles: Sequence[Article]) -> dict[str, Name]:
    """The names of articles, by id. Of one source the date is told too, or the label."""
    short = labels([article.id for article in articles])
    found = {article.id: source for article in articles if (source := line(article.source or ""))}
    for further in ("published", "label"):
        twice = {name for name, number in Counter(found.values()).items() if number > 1}
        for article in articles:
            if found.get(article.id) in twice:
                more = article.published if further == "published" else short[article.id]
                found[article.id] += f" {line(more)}" if more else ""
    titles = _distinct({article.id: line(article.title) for article in articles})
    return {
        id: Name(found[id]) if id in found else Name(title or line(short[id]), bool(title))
        for id, title in titles.items()
    }


def _distinct(titles: Mapping[str, str]) -> dict[str, str]:
    """The titles without what they have in common with another one at their beginning."""
    words = sorted((title.split(), id) for id, title in titles.items())
    found = dict.fromkeys(titles, "")
    for place, (own, id) in enumerate(words):
        # Sorted, those that begin most alike stand beside each other.
        beside = [words[near][0] for near in (place - 1, place + 1) if 0 <= near < len(words)]
        first = max((_alike(own, other) for other in beside), default=0)
        while first < len(own) - 1 and len(own[first]) <= _SLIGHT and own[first].isalpha() and own[first].islower():
            first += 1
        found[id] = " ".join(own[first:] or own)
    return found


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two titles begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))


def _begin(text: str, width: int) -> str:
    """The first words of a text, in at most so many cells where one word has room."""
    if cells(text) <= width:
        return text
    short = cut(text, width).removesuffix("…")
    whole = short.rpartition(" ")[0] if text[len(short) : len(short) + 1] != " " else short
    return f"{(whole or short).rstrip(' ,;:-–—')}…"
