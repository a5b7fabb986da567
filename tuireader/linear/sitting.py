"""One sitting: the articles with their numbers, what they share, what is known of them, and the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Protocol

from tuireader.article import Article, Sentence, Span
from tuireader.facts import Facts
from tuireader.library import Library
from tuireader.linear.words import articles
from tuireader.passages import Explainer, Occurrence, Passage
from tuireader.passages.tellings.rows import Rows
from tuireader.report import fact_labels, mark_labels
from tuireader.report.fact_index import FactIndex
from tuireader.search import FieldLabels, Index
from tuireader.search.query import parse
from tuireader.story import Story, Telling


class Source(Protocol):
    """The articles that were opened; what is found in them is found when it is first asked for."""

    articles: tuple[Article, ...]

    @property
    def telling(self) -> Telling:
        """Passages and stories."""

    @property
    def facts(self) -> Facts:
        """Facts of every story."""


class Sitting:
    """Articles have the numbers they have on the screens, passages those within their story."""

    def __init__(self, source: Source, library: Library) -> None:
        self._source = source
        self.articles = source.articles
        self.library = library
        self.by_id = {article.id: article for article in source.articles}
        self.numbers = {article.id: number for number, article in enumerate(source.articles, 1)}

    @property
    def telling(self) -> Telling:
        """Passages and stories."""
        return self._source.telling

    @property
    def facts(self) -> Facts:
        """Facts of every story."""
        return self._source.facts

    @cached_property
    def fact_index(self) -> FactIndex:
        """The facts with what belongs to them."""
        return FactIndex(self.facts, self.by_id, {id: str(number) for id, number in self.numbers.items()})

    @cached_property
    def rows(self) -> Rows:
        """Which sentences of the tellings of a passage answer each other."""
        return Rows(self.articles, self.telling.passages.links)

    @cached_property
    def explainer(self) -> Explainer:
        """Why links were made."""
        return Explainer(self.articles)

    @cached_property
    def index(self) -> Index:
        """The search."""
        return Index(self.articles)

    def labels(self, query: str) -> FieldLabels:
        """What the fields of a query ask. Facts are looked for only where one of them needs those."""
        asked = {clause.field for clause in parse(query).clauses}
        marked = mark_labels.labels(self.library.all_marks(), self.library.article_tags, self.articles)
        found = FieldLabels(marked, mark_labels.FIELDS)
        if asked.isdisjoint(fact_labels.FIELDS):
            return found
        return found.with_others(FieldLabels(fact_labels.labels(self.facts, self.by_id), fact_labels.FIELDS))

    # Articles

    def article(self, number: int) -> Article | None:
        """The article of a number."""
        return self.articles[number - 1] if 1 <= number <= len(self.articles) else None

    def story_of(self, article: Article) -> Story:
        """The story an article belongs to."""
        return self.telling.story_of(article.id) or Story(0, (article.id,))

    def names(self, ids: Sequence[str]) -> str:
        """``article 1``, ``articles 1 and 3``."""
        return articles(sorted({self.numbers[id] for id in ids}))

    def text(self, span: Span) -> str:
        """The words at a span."""
        return self.by_id[span.article].text[span.start : span.end]

    # Passages

    @cached_property
    def _places(self) -> Mapping[int, tuple[int, int]]:
        by_story: dict[int, list[int]] = {}
        for passage in self.telling.passages.passages:
            by_story.setdefault(self.story_of(self.by_id[passage.articles[0]]).number, []).append(passage.id)
        return {id: (place, len(ids)) for ids in by_story.values() for place, id in enumerate(ids)}

    def place_of(self, passage: Passage) -> tuple[int, int]:
        """The place of a passage among those of its story, counted from 0, and how many there are."""
        return self._places[passage.id]

    @cached_property
    def _occurrences(self) -> Mapping[str, Sequence[tuple[Passage, Occurrence]]]:
        found: dict[str, list[tuple[Passage, Occurrence]]] = {}
        for passage in self.telling.passages.passages:
            for here in passage.occurrences:
                found.setdefault(here.span.article, []).append((passage, here))
        for pairs in found.values():
            pairs.sort(key=lambda pair: (pair[1].span.start, pair[0].id))
        return found

    def occurrences(self, article: Article) -> Sequence[tuple[Passage, Occurrence]]:
        """The passages of an article with where they stand in it, in the order of the text."""
        return self._occurrences.get(article.id, ())

    def shared(self, article: Article) -> list[tuple[Passage, Occurrence]]:
        """The passages of an article, each where it stands first."""
        found: dict[int, tuple[Passage, Occurrence]] = {}
        for passage, here in self.occurrences(article):
            found.setdefault(passage.id, (passage, here))
        return list(found.values())

    def passages_at(self, span: Span) -> list[Passage]:
        """The passages that a span touches."""
        return [passage for passage, here in self.occurrences(self.by_id[span.article]) if here.span.overlaps(span)]

    # Sentences

    def own(self, article: Article) -> list[int]:
        """The sentences that no other article has, by their places."""
        return [place for place, each in enumerate(article.sentences) if self.is_own(article, each)]

    def is_own(self, article: Article, sentence: Sentence) -> bool:
        """Whether no other article has a sentence: no passage touches it."""
        return not self.passages_at(article.span(sentence.start, sentence.end))
