"""Everything there is to see at a glance of the articles of one story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tuireader.article import Article
from tuireader.facts import Fact, Mention
from tuireader.overview.first import Origins
from tuireader.overview.grouping import Branch, Cluster, Loner, clusters, loners, tree
from tuireader.overview.pairs import Pair, Told, pairs, shared_parts, told
from tuireader.overview.rows import Row, fact_rows, passage_rows
from tuireader.passages import Link, Passage


@dataclass(frozen=True)
class Survey:
    """What some articles have in common. Each thing is computed when it is first asked for, and kept.

    ``facts`` are those of these articles as far as they concern them; ``mentions`` tell whom they name as sources.
    """

    articles: Sequence[Article]
    links: Sequence[Link] = ()
    passages: Sequence[Passage] = ()
    facts: Sequence[Fact] = ()
    mentions: Sequence[Mention] = field(default=(), repr=False)

    @cached_property
    def _told(self) -> Mapping[str, Told]:
        return told(self.articles)

    @cached_property
    def passage_rows(self) -> tuple[Row, ...]:
        """The shared passages in the order of the story."""
        return passage_rows(self.articles, self.passages)

    @cached_property
    def fact_rows(self) -> tuple[Row, ...]:
        """The facts, verdict by verdict."""
        return fact_rows(self.articles, self.facts)

    @cached_property
    def parts(self) -> Mapping[str, float]:
        """By article id the part of its words that another one of these has too."""
        return shared_parts(self._told, self.links)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The ids of the articles, the one that shares most first."""
        return tuple(sorted((article.id for article in self.articles), key=lambda id: -self.parts[id]))

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every two articles that share something, those that share most first."""
        return pairs(self._told, self.links, self.passages, Origins(self.articles, self.mentions))

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
        return loners((article.id for article in self.articles), self.clusters, self.pairs, self.parts)


def survey(
    articles: Sequence[Article],
    links: Iterable[Link],
    passages: Iterable[Passage],
    facts: Iterable[Fact] = (),
    mentions: Iterable[Mention] = (),
) -> Survey:
    """A survey of these articles; what concerns none of them is left out."""
    ids = {article.id for article in articles}
    return Survey(
        tuple(articles),
        tuple(link for link in links if link.a.article in ids and link.b.article in ids),
        tuple(passage for passage in passages if len(ids.intersection(passage.articles)) > 1),
        tuple(fact for fact in facts if not ids.isdisjoint(fact.articles)),
        tuple(mention for mention in mentions if mention.kind == "sourcing" and mention.span.article in ids),
    )
