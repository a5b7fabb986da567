"""The articles that are open in one sitting, and what is known of them: they come, change and go. No screens here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from tuireader.article import Article
from tuireader.report.scope import facts_within, telling_within
from tuireader.sources import Opened, Problem, unique
from tuireader.story import Telling
from tuireader.text.moving import moved
from tuireader.tui.reading import kept
from tuireader.tui.reading.kept import Found, Wanted

if TYPE_CHECKING:
    from tuireader.facts import Facts
    from tuireader.library import Cache, Library

#: What ``Session`` derives from the articles, and from what is known of them.
_OF_ARTICLES = ("by_id", "numbers", "index", "explainer", "labels", "names")
_OF_TELLING = ("_story_of", "_numbers", "_occurrences", "_passages_by_story", "rows")
_OF_FACTS = ("fact_index", "fact_words", "fact_labels")


class Arrived(NamedTuple):
    """What came of reading some files while the program runs: ids of articles that are new, and that have changed."""

    new: tuple[str, ...]
    changed: tuple[str, ...]


class Sitting:
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
        self.note_problems(opened.problems)
        self._put(opened.articles)

    def note_problems(self, problems: Iterable[Problem]) -> None:
        """Keeps what could not be opened; of one that failed more than once the last reason."""
        known = {problem.path: problem for problem in self.problems}
        known.update((problem.path, problem) for problem in problems)
        self.problems = tuple(known.values())

    def number_as(self, numbers: Mapping[str, int]) -> None:
        """Gives articles that are yet to come their numbers, by their ids."""
        self._number_of.update(numbers)

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
            self._tell(telling_within(self._telling, self.by_id))
        if self._facts is not None:
            self._state(facts_within(self._facts, self.by_id))
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
        self._told = found.articles
        self._tell(telling_within(found.telling, here))
        if found.facts is not None:
            self._stated = found.articles
            self._state(facts_within(found.facts, here))
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
            library.set_position(new.digest, moved(old.text, new.text, position))

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
