"""Places inside the page: what leads where, and which places must have a name."""

from __future__ import annotations

from collections.abc import Collection

from tuireader.article import Span
from tuireader.facts import Fact
from tuireader.passages import Passage
from tuireader.report.documents.chapter import Chapter
from tuireader.report.documents.html.markup import Html, joined, tag
from tuireader.report.fact_words import mark


class Links:
    """The names of places in one chapter. ``sections`` are those that the page has."""

    def __init__(self, chapter: Chapter, sections: Collection[str]) -> None:
        self.chapter, self.sections = chapter, sections
        self.texts = "texts" in sections
        self._before = f"s{chapter.number}-" if chapter.number else ""
        self.wanted: dict[str, set[int]] = {}
        """Offsets, by article, that something on the page leads to."""

    def name(self, said: str) -> str:
        """The name of a place of this chapter."""
        return f"{self._before}{said}"

    def passage(self, passage: Passage) -> str:
        """Where a passage is told."""
        return self.name(f"p{self.chapter.material.numbers[passage.id]}")

    def fact(self, fact: Fact) -> str:
        """Where a fact is told."""
        return self.name(f"f{fact.id}")

    def article(self, id: str) -> str:
        """Where an article stands in full."""
        return self.name(f"a{self.chapter.place_of[id]}")

    def spot(self, id: str, offset: int) -> str:
        """The name of an offset in an article."""
        return f"{self.article(id)}-{offset}"

    def first_of(self, passage: Passage, id: str) -> str:
        """Where an article first tells a passage."""
        start = min(span.start for span, _ in passage.occurrences if span.article == id)
        return self.name(f"p{self.chapter.material.numbers[passage.id]}-a{self.chapter.place_of[id]}-{start}")

    # Links

    def to_place(self, span: Span) -> Html:
        """``000:1204-1300``, leading there where the article is on the page."""
        said = self.chapter.place(span)
        if not self.texts:
            return tag("span", said, class_="place")
        self.wanted.setdefault(span.article, set()).add(span.start)
        return tag("a", said, class_="place", href=f"#{self.spot(span.article, span.start)}")

    def to_carrier(self, span: Span) -> Html:
        """The name of an article, leading to where it says so; on paper the place stands behind it."""
        name = self.chapter.name(span.article)
        if not self.texts:
            return tag("b", name, class_="name at", data_at=f"{span.start}-{span.end}")
        self.wanted.setdefault(span.article, set()).add(span.start)
        there = f"#{self.spot(span.article, span.start)}"
        return tag("a", name, class_="name at", href=there, data_at=f"{span.start}-{span.end}")

    def to_article(self, id: str) -> Html:
        """The short name of an article, leading to it."""
        said = self.chapter.name(id)
        return (
            tag("a", said, class_="name", href=f"#{self.article(id)}") if self.texts else tag("b", said, class_="name")
        )

    def to_articles(self, ids: list[str]) -> Html:
        """The names of several, a comma between them."""
        found = list(dict.fromkeys(ids))
        return joined(*(piece for at, id in enumerate(found) for piece in ((", " if at else ""), self.to_article(id))))

    def to_passage(self, passage: Passage) -> Html:
        """The number of a passage in its colour, leading to it."""
        number = self.chapter.material.numbers[passage.id]
        return tag(
            "a",
            str(number),
            class_=f"no h{hue(number)}",
            href=f"#{self.passage(passage)}",
            aria_label=f"Passage {number}",
        )

    def to_fact(self, fact: Fact) -> Html:
        """The sign of a fact's verdict, leading to it."""
        return tag(
            "a", mark(fact.verdict), class_="flag", href=f"#{self.fact(fact)}", aria_label=f"Fact: {fact.verdict}"
        )


#: So many colours there are for passages.
HUES = 8


def hue(number: int) -> int:
    """Which of the colours a passage has."""
    return (number - 1) % HUES + 1
