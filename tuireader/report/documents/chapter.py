"""One story, as documents tell it: its articles and all that belongs to them, each thing found once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import NamedTuple

from tuireader.article import Article, Span
from tuireader.facts import Fact, Verdict
from tuireader.overview.sharing import Sharing, sharing
from tuireader.passages import Passage
from tuireader.passages.tellings.rows import Rows
from tuireader.report.documents.material import Material
from tuireader.report.fact_index import FactIndex
from tuireader.report.marked import Marked
from tuireader.report.records import labels
from tuireader.report.retold import Cell, LeftOut, Retold, gathered
from tuireader.text.safe import line


class Told(NamedTuple):
    """A passage with the rows of its tellings, and with what makes runs of them."""

    passage: Passage
    number: int
    retold: Retold
    rows: Sequence[Sequence[Cell] | LeftOut]


class Kept(NamedTuple):
    """A mark, where it stands among the open articles (None where its article is not open), and its words and the
    title of its article, safe to show: of marks that came without copies those of the article."""

    mark: Marked
    span: Span | None
    quote: str
    title: str

    @property
    def tags(self) -> tuple[str, ...]:
        """Its tags, safe to show."""
        return tuple(line(tag) for tag in self.mark.tags)

    @property
    def made(self) -> str:
        """The day it was made, in UTC, so that the same library gives the same document everywhere."""
        try:
            return datetime.fromtimestamp(self.mark.created, UTC).date().isoformat()
        except (OverflowError, OSError, ValueError):
            return ""


class Chapter:
    """What one story has. ``number`` is what it is told apart by from others in the document; 0 where it is alone."""

    def __init__(self, material: Material, number: int, short: Mapping[str, str]) -> None:
        self.material, self.number, self.short = material, number, short
        self.articles = material.articles
        self.passages = material.telling.passages.passages
        self.facts = material.facts

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """The articles by id."""
        return {article.id: article for article in self.articles}

    @cached_property
    def index(self) -> FactIndex:
        """The facts with what belongs to them."""
        return FactIndex(self.facts, self.by_id, self.short)

    @cached_property
    def sharing(self) -> Sharing:
        """Who shares how much with whom."""
        return sharing(self.articles, self.passages)

    @cached_property
    def place_of(self) -> Mapping[str, int]:
        """The place of each article in the story, by id, counted from 1."""
        return {article.id: place for place, article in enumerate(self.articles, 1)}

    @property
    def story(self) -> int:
        """The number of the story on every screen, whether or not the document has others."""
        stories = self.material.telling.stories
        return self.number or (stories[0].number if stories else 1)

    @property
    def title(self) -> str:
        """What the story is called."""
        return self.material.title

    def name(self, id: str) -> str:
        """The short name of an article, safe to show."""
        return line(self.short[id])

    def place(self, span: Span) -> str:
        """A span as the command line names it: ``000:1204-1300``."""
        return f"{self.name(span.article)}:{span.start}-{span.end}"

    def text(self, span: Span) -> str:
        """The words at a span, safe to show, on one line."""
        return line(self.by_id[span.article].text[span.start : span.end])

    def told(self) -> Iterator[Told]:
        """The shared passages with their rows, in order."""
        rows = Rows(self.articles, self.material.telling.passages.links)
        for passage in self.passages:
            retold = Retold(passage, self.by_id)
            found = gathered([retold.cells(row) for row in rows.of(passage)], retold)
            yield Told(passage, self.material.numbers[passage.id], retold, found)

    def of_verdict(self, verdict: Verdict) -> list[Fact]:
        """The facts of one verdict: real differences before those of which both can be true."""
        found = [fact for fact in self.facts.facts if fact.verdict == verdict]
        return sorted(found, key=lambda fact: (fact.compatible is True, fact.id))

    @cached_property
    def kept(self) -> list[Kept]:
        """The marks, those of open articles first, in the order of the articles and their texts."""
        id_of = {article.digest: article for article in reversed(self.articles)}
        found = []
        for mark in self.material.marks:
            article = id_of.get(mark.digest)
            span = article.span(mark.start, mark.end) if article and mark.end <= len(article.text) else None
            quote = line(mark.quote) or (self.text(span) if span else "")
            found.append(Kept(mark, span, quote, line(article.title if article else mark.title)))
        last = len(self.articles) + 1

        def order(kept: Kept) -> tuple[int, str, str, int, int]:
            place = self.place_of[kept.span.article] if kept.span else last
            return place, kept.title, kept.mark.digest, kept.mark.start, kept.mark.end

        return sorted(found, key=order)


def as_one(material: Material) -> Chapter:
    """All of it as one chapter, whatever the stories."""
    return Chapter(material, 0, labels([article.id for article in material.articles]))


def chapters(material: Material) -> list[Chapter]:
    """A chapter a story: those of several articles first."""
    names = labels([article.id for article in material.articles])
    stories = material.telling.stories
    if len(stories) <= 1:
        return [Chapter(material, 0, names)] if material.articles else []
    return [Chapter(material.within(story.articles), story.number, names) for story in stories]
