"""One sitting: the articles that are open, what is known of them, and what the reader did. No screens here."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from tuireader.article import Article
from tuireader.passages import Link, Occurrence, Passage
from tuireader.sources import Opened, Problem, unique
from tuireader.story import Story, Telling
from tuireader.tui.reading import kept
from tuireader.tui.reading.kept import Found, Wanted

if TYPE_CHECKING:
    from tuireader.facts import Fact, Facts
    from tuireader.library import Cache, Library
    from tuireader.passages import Explainer
    from tuireader.passages.tellings.rows import Rows
    from tuireader.report.fact_index import FactIndex
    from tuireader.search import FieldLabels, Index
    from tuireader.tui.reading.fact_filter import FactWords

#: What is derived from the articles, and from what is known of them.
_OF_ARTICLES = ("by_id", "numbers", "index", "explainer", "labels")
_OF_TELLING = ("_story_of", "_numbers", "_occurrences", "_passages_by_story", "rows")
_OF_FACTS = ("fact_index", "fact_words", "fact_labels")


class Arrived(NamedTuple):
    """What came of reading some files while the program runs: ids of articles that are new, and that have changed."""

    new: tuple[str, ...]
    changed: tuple[str, ...]


class Session:
    """The articles opened together. ``telling`` and ``facts`` are None until they were computed.

    ``opened`` may be None where the articles are still being read: ``take`` brings them later. Articles that come
    while the program runs get new numbers, and those that are there keep theirs. What is known of them stays until it
    is known anew: ask for ``wanted``, find it beside the screens, and bring it with ``know``.
    """

    def __init__(self, opened: Opened | None, library: Library, cache: Cache) -> None:
        self.opening = opened is None
        self.articles: tuple[Article, ...] = ()
        self.problems: tuple[Problem, ...] = ()
        self.library = library
        self.cache = cache
        self.given: tuple[str, ...] = ()
        """The paths of the call."""
        self.fresh: dict[str, Literal["new", "changed"]] = {}
        """Articles that came while the program runs, by id, until they were looked at."""
        self.pane_parts: dict[int, tuple[float, ...]] = {}
        """How the width is parted where so many panes stand side by side, as far as the reader has chosen."""
        self.query = ""
        """What was searched for last."""
        self._telling: Telling | None = None
        self._facts: Facts | None = None
        self._told: tuple[Article, ...] = ()
        self._stated: tuple[Article, ...] = ()
        self._changed: dict[str, Article] = {}
        self._number_of: dict[str, int] = {}
        self._places: dict[str, str] = {}
        self._story_number: dict[str, int] = {}
        if opened:
            self.take(opened)

    def take(self, opened: Opened) -> None:
        """Brings the articles, once they were read."""
        self.opening = False
        self.problems = opened.problems
        self._put(opened.articles)

    # Articles that come and go

    def add(self, opened: Opened, *, watched: bool = False) -> Arrived:
        """Brings articles that were read while the program runs. One whose file is open already has changed or is left.

        What has changed is shown when it is known what it shares. ``watched``: nobody asked for them by name, so what
        the reader took off the list stays off.
        """
        here = self.by_id
        new: list[Article] = []
        changed: list[str] = []
        for article in opened.articles:
            place = _place(article)
            id = self._places.get(place) if place else None
            if id in here:
                assert id is not None
                if article.digest != self._changed.get(id, here[id]).digest:
                    self._changed[id] = replace(article, id=id)
                    changed.append(id)
            elif id is None or not watched:
                name = id or unique(article.id, self._number_of.keys() | {each.id for each in new})
                new.append(article if article.id == name else replace(article, id=name))
        self._put((*self.articles, *new))
        ids = tuple(article.id for article in new)
        self.fresh.update(dict.fromkeys(ids, "new"))
        return Arrived(ids, tuple(changed))

    def remove(self, ids: Iterable[str]) -> tuple[Article, ...]:
        """Takes articles off the list, and returns them: ``restore`` brings them back."""
        gone = set(ids)
        off = tuple(article for article in self.articles if article.id in gone)
        for article in off:
            self.fresh.pop(article.id, None)
            self._changed.pop(article.id, None)
        self._put(tuple(article for article in self.articles if article.id not in gone))
        if self._telling is not None:
            self._tell(kept.telling_without(self._telling, gone))
        if self._facts is not None:
            self._state(kept.facts_without(self._facts, gone))
        return off

    def restore(self, articles: Iterable[Article]) -> None:
        """Brings back articles that were taken off, to where they stood."""
        back = [article for article in articles if article.id not in self.by_id]
        self._put(tuple(sorted((*self.articles, *back), key=lambda article: self._number_of[article.id])))

    def _put(self, articles: tuple[Article, ...]) -> None:
        self.articles = articles
        self._forget(*_OF_ARTICLES, *_OF_TELLING, *_OF_FACTS)
        for article in articles:
            self._number_of.setdefault(article.id, len(self._number_of) + 1)
            if place := _place(article):
                self._places.setdefault(place, article.id)

    # What is known of them

    @property
    def wanted(self) -> Wanted | None:
        """The articles of which passages or facts are still to be found, as they are to be; None where all is known."""
        articles = tuple(self._changed.get(article.id, article) for article in self.articles)
        if not articles:
            return None
        if self._telling is None or not _same(self._told, articles):
            return Wanted(articles)
        return None if self._facts is not None and _same(self._stated, articles) else Wanted(articles, self._telling)

    def know(self, found: Found) -> tuple[str, ...]:
        """Brings what was found, and returns the ids of articles whose changed text is shown from now on.

        What has changed since it was asked for is left as it was before.

        An article that has changed comes only together with the facts: until then its old text is read, and what is
        known of that one holds.
        """
        come = {article.id for article in found.articles if self._changed.get(article.id) is article}
        if come and found.facts is None:
            return ()
        here = {article.id: self._changed[article.id] if article.id in come else article for article in self.articles}
        if any(here.get(article.id, article) is not article for article in found.articles):
            return ()
        for id in come:
            self._carry(self.by_id[id], self._changed.pop(id))
            self.fresh.setdefault(id, "changed")
        if come:
            self._put(tuple(here.values()))
        gone = {article.id for article in found.articles if article.id not in here}
        self._told = found.articles
        self._tell(kept.telling_without(found.telling, gone))
        if found.facts is not None:
            self._stated = found.articles
            self._state(kept.facts_without(found.facts, gone))
        return tuple(come)

    def _carry(self, old: Article, new: Article) -> None:
        """What the reader did with an article holds for its changed text, as far as the words are still there."""
        from tuireader.tui.marking import carry

        library = self.library
        carry(library, old, new)
        if library.is_read(old.digest):
            library.set_read(new.digest, True)
        position = library.position(old.digest)
        if position is not None:
            library.set_position(new.digest, kept.moved(old.text, new.text, position))

    @property
    def telling(self) -> Telling | None:
        """What the articles share; None until it was computed. Stories keep the numbers that they had."""
        return self._telling

    @telling.setter
    def telling(self, telling: Telling | None) -> None:
        self._told = self.articles
        self._tell(telling)

    def _tell(self, telling: Telling | None) -> None:
        if telling is not None:
            used = max(self._story_number.values(), default=0)
            stories = kept.renumbered(telling.stories, self._story_number, used) if used else telling.stories
            together = [story for story in stories if len(story.articles) > 1]
            self._story_number.update({id: story.number for story in together for id in story.articles})
            telling = replace(telling, stories=stories)
        self._telling = telling
        self._forget(*_OF_TELLING)

    @property
    def facts(self) -> Facts | None:
        """What is known of the stories; None until it was computed."""
        return self._facts

    @facts.setter
    def facts(self, facts: Facts | None) -> None:
        self._stated = self.articles
        self._state(facts)

    def _state(self, facts: Facts | None) -> None:
        self._facts = facts
        self._forget(*_OF_FACTS)

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """The articles by their ids."""
        return {article.id: article for article in self.articles}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number each article has on every screen, by id; counted from 1, and the same while the program runs."""
        return {article.id: self._number_of[article.id] for article in self.articles}

    @cached_property
    def index(self) -> Index:
        """The search index, built when it is first asked for."""
        from tuireader.search import Index

        return Index(self.articles, self.numbers)

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

    def _forget(self, *names: str) -> None:
        """Lets go of what was derived from articles or telling, so that it is derived anew."""
        for name in names:
            self.__dict__.pop(name, None)


def _same(some: Sequence[Article], others: Sequence[Article]) -> bool:
    """Whether these are the very same articles: equal texts under other ids are none."""
    return len(some) == len(others) and all(one is other for one, other in zip(some, others, strict=True))


def _place(article: Article) -> str:
    """Where the article's file lies, whatever way leads there; empty for one without a file."""
    return os.path.realpath(article.path) if article.path else ""
