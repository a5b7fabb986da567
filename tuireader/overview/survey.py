"""Everything there is to see at a glance of the articles of one story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tuireader.article import Article
from tuireader.facts import Fact, Mention
from tuireader.overview.first import Origins
from tuireader.overview.grouping import Branch, Cluster, Loner, clusters, loners, tree
from tuireader.overview.pairs import Pair, pairs
from tuireader.overview.rows import Row, fact_rows, passage_rows
from tuireader.passages import Passage


@dataclass(frozen=True)
class Survey:
    """What some articles have in common. Each thing is computed when it is first asked for, and kept.

    ``facts`` are those of these articles as far as they concern them; ``mentions`` tell whom they name as sources.
    ``shared`` is by id the part of an article's body that stands in passages, as everywhere (``Telling.shared``).
    """

    articles: Sequence[Article]
    passages: Sequence[Passage] = ()
    facts: Sequence[Fact] = ()
    mentions: Sequence[Mention] = field(default=(), repr=False)
    shared: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def passage_rows(self) -> tuple[Row, ...]:
        """The shared passages in the order of the story."""
        return passage_rows(self.articles, self.passages)

    @cached_property
    def fact_rows(self) -> tuple[Row, ...]:
        """The facts, verdict by verdict."""
        return fact_rows(self.articles, self.facts)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The ids of the articles, the one that shares most first."""
        return tuple(sorted((article.id for article in self.articles), key=lambda id: -self.shared.get(id, 0.0)))

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every two articles that share something, those that share most first."""
        return pairs(self.articles, self.passages, Origins(self.articles, self.mentions))

    @cached_property
    def branches(self) -> tuple[Branch, ...]:
        """The articles as trees of what they share."""
        return tree([article.id for article in self.articles], self.pairs)

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """Which articles stand together."""
        return clusters(self.branches, self.passages)

    @cached_property
    def loners(self) -> tuple[Loner, ...]:
        """Which articles stand alone."""
        return loners((article.id for article in self.articles), self.clusters, self.pairs, self.shared)


def survey(
    articles: Sequence[Article],
    passages: Iterable[Passage],
    facts: Iterable[Fact] = (),
    mentions: Iterable[Mention] = (),
    shared: Mapping[str, float] | None = None,
) -> Survey:
    """A survey of these articles; what concerns none of them is left out."""
    ids = {article.id for article in articles}
    return Survey(
        tuple(articles),
        tuple(passage for passage in passages if len(ids.intersection(passage.articles)) > 1),
        tuple(fact for fact in facts if not ids.isdisjoint(fact.articles)),
        tuple(mention for mention in mentions if mention.kind == "sourcing" and mention.span.article in ids),
        shared or {},
    )
