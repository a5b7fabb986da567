"""One sitting: the articles that are open, what is known of them, and what the reader did. No screens here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tuireader.article import Article
from tuireader.passages import Link, Occurrence, Passage
from tuireader.sources import Opened, Problem
from tuireader.story import Story, Telling

if TYPE_CHECKING:
    from tuireader.facts import Fact, Facts
    from tuireader.library import Cache, Library
    from tuireader.passages import Explainer
    from tuireader.report.fact_index import FactIndex
    from tuireader.search import Index
    from tuireader.tui.reading.fact_filter import FactWords


class Session:
    """The articles opened together. ``telling`` and ``facts`` are None until they were computed.

    ``opened`` may be None where the articles are still being read: ``take`` brings them later.
    """

    def __init__(self, opened: Opened | None, library: Library, cache: Cache) -> None:
        self.opening = opened is None
        self.articles: tuple[Article, ...] = opened.articles if opened else ()
        self.problems: tuple[Problem, ...] = opened.problems if opened else ()
        self.library = library
        self.cache = cache
        self._telling: Telling | None = None
        self._facts: Facts | None = None
        self.given: tuple[str, ...] = ()
        """The paths of the call."""
        self.query = ""
        """What was searched for last."""

    def take(self, opened: Opened) -> None:
        """Brings the articles, once they were read."""
        self.opening = False
        self.articles, self.problems = opened.articles, opened.problems
        self._forget(
            "fact_index",
            "fact_words",
            "by_id",
            "numbers",
            "index",
            "explainer",
            "labels",
            "_story_of",
            "_numbers",
            "_occurrences",
        )

    @property
    def telling(self) -> Telling | None:
        """What the articles share; None until it was computed."""
        return self._telling

    @telling.setter
    def telling(self, telling: Telling | None) -> None:
        self._telling = telling
        self._forget("_story_of", "_numbers", "_occurrences")

    @property
    def facts(self) -> Facts | None:
        """What is known of the stories; None until it was computed."""
        return self._facts

    @facts.setter
    def facts(self, facts: Facts | None) -> None:
        self._facts = facts
        self._forget("fact_index", "fact_words")

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """The articles by their ids."""
        return {article.id: article for article in self.articles}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number each article has on every screen, by id; counted from 1."""
        return {article.id: number for number, article in enumerate(self.articles, 1)}

    @cached_property
    def index(self) -> Index:
        """The search index, built when it is first asked for."""
        from tuireader.search import Index

        return Index(self.articles)

    @cached_property
    def explainer(self) -> Explainer:
        """Tells why links were made; what it has compared it remembers. Slow the first time: for a worker."""
        from tuireader.passages import Explainer

        return Explainer(self.articles)

    def compute_telling(self) -> Telling:
        """Shared passages and stories, from the cache or anew. Slow: for a worker."""
        from tuireader.story import tell

        return tell(self.articles, cache=self.cache)

    def compute_facts(self, telling: Telling, tagger: str = "") -> Facts:
        """The facts of every story, from the cache or anew. Slow: for a worker. ``tagger`` as ``story.know`` has it."""
        from tuireader.story import know

        return know(self.articles, telling, cache=self.cache, tagger=tagger)

    @cached_property
    def fact_index(self) -> FactIndex | None:
        """The facts with what belongs to them, articles by their numbers; None until there are facts."""
        from tuireader.report.fact_index import FactIndex

        return (
            FactIndex(self._facts, self.by_id, {id: str(n) for id, n in self.numbers.items()}) if self._facts else None
        )

    @cached_property
    def fact_words(self) -> FactWords:
        """The words by which facts are filtered."""
        from tuireader.tui.reading.fact_filter import FactWords

        names = {id: f"{n} {self.labels[id]} {self.by_id[id].source or ''}" for id, n in self.numbers.items()}
        return FactWords(names)

    def dismissed(self, facts: Iterable[Fact]) -> frozenset[int]:
        """The ids of those facts that the reader took off the list."""
        known = self.library.dismissed()
        return frozenset(fact.id for fact in facts if known and not known.isdisjoint(self.dismissals(fact)))

    def dismissals(self, fact: Fact) -> tuple[str, ...]:
        """The keys by which a fact is known to be dismissed."""
        from tuireader.report.dismissals import dismissals

        return dismissals(fact, {id: self.by_id[id].digest for id in fact.articles if id in self.by_id})

    # Questions the screens ask

    @property
    def stories(self) -> Sequence[Story]:
        """The stories; before they are known, all articles as one."""
        if self.telling is None:
            return (Story(1, tuple(article.id for article in self.articles)),) if self.articles else ()
        return self.telling.stories

    def reopened_by(self, article: Article) -> list[str] | None:
        """The paths that open an article again, none for a bundled one; None where it came from a pipe."""
        from tuireader.report.citing import reopening
        from tuireader.settings import paths

        return reopening(article.path, self.given, paths.find().seeds)

    def story_of(self, id: str) -> Story:
        """The story an article belongs to."""
        return self._story_of.get(id, Story(0, (id,)))

    def story_with(self, ids: Sequence[str], id: str) -> Story:
        """The story of one of these articles, as far as it is told by them."""
        story = self.story_of(id if id in ids or not ids else ids[0])
        own = tuple(each for each in story.articles if each in ids)
        return Story(story.number, own) if own else story

    @property
    def passages(self) -> Sequence[Passage]:
        """All shared passages that are known so far."""
        return self.telling.passages.passages if self.telling else ()

    def place_of(self, passage: Passage) -> tuple[int, int]:
        """The number of a passage among those of its story, counted from 1, and how many there are."""
        return self._numbers[passage.id]

    def number(self, passage: Passage) -> int:
        """The number a passage has on every screen: the one among those of its story."""
        return self._numbers[passage.id][0]

    @property
    def links(self) -> Sequence[Link]:
        """All links that are known so far."""
        return self.telling.passages.links if self.telling else ()

    def occurrences(self, id: str) -> Sequence[tuple[Passage, Occurrence]]:
        """The shared passages of one article with where they stand in it, in order of the text."""
        return self._occurrences.get(id, ())

    @cached_property
    def _story_of(self) -> Mapping[str, Story]:
        return {id: story for story in self.stories for id in story.articles}

    @cached_property
    def _numbers(self) -> Mapping[int, tuple[int, int]]:
        by_story: dict[int, list[int]] = {}
        for passage in self.passages:
            by_story.setdefault(self.story_of(passage.articles[0]).number, []).append(passage.id)
        return {id: (place, len(ids)) for ids in by_story.values() for place, id in enumerate(ids, 1)}

    @cached_property
    def _occurrences(self) -> Mapping[str, Sequence[tuple[Passage, Occurrence]]]:
        found: dict[str, list[tuple[Passage, Occurrence]]] = {}
        for passage in self.passages:
            for here in passage.occurrences:
                found.setdefault(here.span.article, []).append((passage, here))
        for pairs in found.values():
            pairs.sort(key=lambda pair: (pair[1].span.start, pair[0].id))
        return found

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Short names of the articles, by id: the beginnings of their ids, as the command line takes them."""
        from tuireader.report.records import labels

        return labels(list(self.by_id))

    def _forget(self, *names: str) -> None:
        """Lets go of what was derived from articles or telling, so that it is derived anew."""
        for name in names:
            self.__dict__.pop(name, None)
