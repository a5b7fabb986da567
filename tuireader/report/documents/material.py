"""What there is to export: articles, what they share, what they say, what the reader marked in them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tuireader.article import Article
from tuireader.facts import Facts
from tuireader.overview.sharing import sharing
from tuireader.report.marked import Marked
from tuireader.report.scope import facts_within, telling_within
from tuireader.story import Telling
from tuireader.text.safe import line


@dataclass(frozen=True, slots=True)
class Material:
    """Everything an export can be made of. ``left_out`` counts the facts that the reader took off the list.

    ``numbers`` gives each passage, by id, the number it has on every screen: the one among those of its story.
    """

    articles: tuple[Article, ...]
    telling: Telling
    facts: Facts = field(default_factory=Facts)
    marks: tuple[Marked, ...] = ()
    left_out: int = 0
    numbers: Mapping[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.numbers:
            object.__setattr__(self, "numbers", _numbers(self.telling))

    @property
    def title(self) -> str:
        """What it is called. Safe to show."""
        return headline(self.articles)

    def of_story(self, number: int) -> Material:
        """What belongs to one story. Raises KeyError where there is none of that number."""
        for story in self.telling.stories:
            if story.number == number:
                return self.within(story.articles)
        raise KeyError(number)

    def within(self, ids: Collection[str]) -> Material:
        """What concerns these articles and no others: of passages and facts what they carry."""
        own = frozenset(ids)
        if own.issuperset(article.id for article in self.articles):
            return self
        articles = tuple(article for article in self.articles if article.id in own)
        digests = {article.digest for article in articles}
        telling = telling_within(self.telling, own)
        alone = sharing(articles, telling.passages.passages).alone
        shared = {article.id: round(1 - alone.get(article.id, 1.0), 4) for article in articles}
        return Material(
            articles,
            replace(telling, shared=shared),
            facts_within(self.facts, own),
            tuple(mark for mark in self.marks if mark.digest in digests),
            self.left_out,
            self.numbers,
        )

    def marks_here(self) -> Material:
        """The same with the marks in these articles alone."""
        digests = {article.digest for article in self.articles}
        return replace(self, marks=tuple(mark for mark in self.marks if mark.digest in digests))

    def without(self, facts: Collection[int]) -> Material:
        """The same without the facts of these ids, which the reader took off the list."""
        kept = tuple(fact for fact in self.facts.facts if fact.id not in facts)
        return replace(self, facts=self.facts._replace(facts=kept), left_out=len(self.facts.facts) - len(kept))


def headline(articles: Sequence[Article]) -> str:
    """What some articles are called together: by the first that has a headline of its own. Safe to show."""
    titled = (each for each in articles if any(part.role == "title" for part in each.parts))
    first = next(titled, articles[0] if articles else None)
    return line(first.title) if first else ""


def _numbers(telling: Telling) -> dict[int, int]:
    """The number of each passage among those of its story."""
    story = {id: each.number for each in telling.stories for id in each.articles}
    counted: dict[int, int] = {}
    numbers = {}
    for passage in telling.passages.passages:
        own = story.get(passage.articles[0], 0)
        numbers[passage.id] = counted[own] = counted.get(own, 0) + 1
    return numbers
