"""One sitting: the articles that are open, what is known of them, and what the reader did. No screens here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tuireader.article import Article
from tuireader.passages import Link, Occurrence, Passage
from tuireader.story import Story, Telling
from tuireader.tui.reading import kept
from tuireader.tui.sitting import Sitting

if TYPE_CHECKING:
    from tuireader.facts import Fact, Facts
    from tuireader.passages import Explainer
    from tuireader.passages.tellings.rows import Rows
    from tuireader.report.fact_index import FactIndex
    from tuireader.report.names import Name
    from tuireader.search import FieldLabels, Index
    from tuireader.tui.reading.fact_filter import FactWords


class Session(Sitting):
    """One sitting, and the questions that the screens ask of it."""

    @cached_property
    def index(self) -> Index:
        """The search index, built when it is first asked for."""
        from tuireader.search import Index

        return Index(self.articles, self.numbers)

    @property
    def indexed(self) -> bool:
        """Whether the search index is there: to build it for very many articles takes seconds."""
        return "index" in self.__dict__

    @cached_property
    def fact_labels(self) -> FieldLabels:
        """What facts tell a search; nothing until there are facts."""
        from tuireader.report import fact_labels
        from tuireader.search import FieldLabels

        if self._facts is None:
            return FieldLabels(())
        return FieldLabels(fact_labels.labels(self._facts, self.by_id), fact_labels.FIELDS)

    @cached_property
    def rows(self) -> Rows:
        """Lays the sentences of a passage beside each other."""
        from tuireader.passages.tellings.rows import Rows

        return Rows(self.articles, self.links)

    @cached_property
    def explainer(self) -> Explainer:
        """Tells why links were made; what it has compared it remembers. Slow the first time: for a worker."""
        from tuireader.passages import Explainer

        return Explainer(self.articles)

    def compute_telling(self, articles: Sequence[Article] | None = None) -> Telling:
        """Shared passages and stories of these articles, else of all, from the cache or anew. Slow: for a worker."""
        from tuireader.story import tell

        return tell(self.articles if articles is None else articles, cache=self.cache)

    def compute_facts(self, telling: Telling, articles: Sequence[Article] | None = None, tagger: str = "") -> Facts:
        """The facts of every story, from the cache or anew. Slow: for a worker. ``tagger`` as ``story.know`` has it."""
        from tuireader.story import know

        return know(self.articles if articles is None else articles, telling, cache=self.cache, tagger=tagger)

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

    def same_passage(self, passage: Passage) -> Passage | None:
        """What a passage of an earlier search is now."""
        return kept.same_passage(passage, self.passages)

    def place_of(self, passage: Passage) -> tuple[int, int]:
        """The number of a passage among those of its story, counted from 1, and how many there are."""
        return self._numbers[passage.id]

    def number(self, passage: Passage) -> int:
        """The number a passage has on every screen: the one among those of its story."""
        return self._numbers[passage.id][0]

    def passages_in(self, story: int) -> int:
        """How many shared passages a story has, by its number."""
        return self._passages_by_story.get(story, 0)

    @cached_property
    def _passages_by_story(self) -> Mapping[int, int]:
        return Counter(self.story_of(passage.articles[0]).number for passage in self.passages)

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

    @cached_property
    def names(self) -> Mapping[str, Name]:
        """What the articles are called, by id: their outlets, else what sets their titles apart."""
        from tuireader.report.names import names_of

        return names_of(self.articles)
