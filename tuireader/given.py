"""What a command works on: the articles it was given, opened, told, and described."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from tuireader.article import Article
    from tuireader.facts import Facts
    from tuireader.library import Cache, Library
    from tuireader.overview import Survey
    from tuireader.passages import Explanation
    from tuireader.report.fact_index import FactIndex
    from tuireader.report.list_choice import Done
    from tuireader.report.records import Record
    from tuireader.search import FieldLabels, Label
    from tuireader.settings.config import Settings
    from tuireader.story import Telling

#: The folders of code on which the record of an article depends.
_MAKERS = (".", "text", "sources", "sources/formats", "passages", "report")


class Given:
    """The articles named on the command line, and what is found in them, each thing once and only when asked for."""

    def __init__(self, names: Sequence[str], *, strict: bool = False, few: bool = False) -> None:
        """Opens the articles. What could not be opened is told on standard error.

        Raises TuireaderError where nothing could be, UsageError for a name that means nothing (see ``choosing``), and
        sources.few.TooMany where only a ``few`` are wanted and there are more.
        """
        from tuireader import sources
        from tuireader.article import TuireaderError
        from tuireader.choosing import chosen
        from tuireader.output import complain
        from tuireader.sources.few import few as few_of
        from tuireader.text.safe import line
        from tuireader.waiting import opening, waiting

        paths = chosen(names, strict=strict)
        with waiting(opening(paths)):
            opened = few_of(paths) if few else sources.open(paths)
        problems = [f"{line(problem.path)}: {line(problem.reason)}" for problem in opened.problems]
        if not opened.articles:
            raise TuireaderError("\n".join(problems) or "there is no article in what was named")
        for problem in problems:
            complain(problem)
        self.articles: tuple[Article, ...] = opened.articles

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._cache.close()

    @cached_property
    def telling(self) -> Telling:
        """Passages and stories."""
        from tuireader.story import tell
        from tuireader.waiting import waiting

        with waiting(f"looking for shared passages in {self._much}"):
            return tell(self.articles, cache=self._cache)

    @cached_property
    def explained(self) -> list[Explanation]:
        """Why each link was made. Never kept: it takes as long as finding the links, and is asked for seldom."""
        from tuireader.passages import explain_all

        return explain_all(self.articles, self.telling.passages.links)

    @cached_property
    def facts(self) -> Facts:
        """Facts of every story."""
        from tuireader.story import know
        from tuireader.waiting import waiting

        telling = self.telling
        with waiting(f"looking for facts in {self._much}"):
            return know(self.articles, telling, cache=self._cache, tagger=_settings().tagger)

    @cached_property
    def dismissed(self) -> frozenset[int]:
        """The ids of those facts that the reader took off the list in the library, if there is one."""
        from tuireader.report.dismissals import dismissed

        with library_there() as library:
            if library is None:
                return frozenset()
            known = library.dismissed()
        return dismissed(self.facts.facts, {article.id: article.digest for article in self.articles}, known)

    @property
    def _much(self) -> str:
        """How much there is to read."""
        from tuireader.report.counting import count

        words = sum(article.words for article in self.articles)
        return f"{count(len(self.articles), 'article')}, {count(words, 'word')}"

    @property
    def surveys(self) -> dict[int, Survey]:
        """What there is to see at a glance of each story of several articles, without dismissed facts."""
        from tuireader.overview import survey

        by_id = {article.id: article for article in self.articles}
        found, known = self.telling.passages.passages, self.facts
        facts = [fact for fact in known.facts if fact.id not in self.dismissed]
        return {
            story.number: survey(
                [by_id[id] for id in story.articles], found, facts, known.mentions, self.telling.shared
            )
            for story in self.telling.stories
            if len(story.articles) > 1
        }

    @cached_property
    def fact_index(self) -> FactIndex:
        """The facts with what belongs to them."""
        from tuireader.report.fact_index import FactIndex
        from tuireader.report.records import labels

        by_id = {article.id: article for article in self.articles}
        return FactIndex(self.facts, by_id, labels(list(by_id)))

    def labels(self, fields: Collection[str]) -> FieldLabels:
        """What these fields of a query ask. Facts are looked for, and the library opened, only where one needs that."""
        from tuireader.report import fact_labels, mark_labels
        from tuireader.search import FieldLabels

        found = FieldLabels(())
        if not set(fields).isdisjoint(fact_labels.FIELDS):
            by_id = {article.id: article for article in self.articles}
            found = FieldLabels(fact_labels.labels(self.facts, by_id), fact_labels.FIELDS)
        if not set(fields).isdisjoint(mark_labels.FIELDS):
            found = found.with_others(FieldLabels(self._marked(), mark_labels.FIELDS))
        return found

    def _marked(self) -> list[Label]:
        """What was written and tagged, if there is a library."""
        from tuireader.report import mark_labels

        with library_there() as library:
            if library is None:
                return []
            return list(mark_labels.labels(library.all_marks(), library.article_tags, self.articles))

    def ids(self, names: Sequence[str]) -> tuple[str, ...]:
        """The ids of the articles that are meant by id, beginning of an id, number or path. Raises UsageError."""
        from tuireader.naming import matching, of_path

        paths = {article.id: article.path for article in self.articles}
        return tuple(name if name in paths else of_path(name, paths) or matching(name, paths) for name in names)

    @cached_property
    def records(self) -> list[Record]:
        """The record of each article."""
        from tuireader.report.records import records

        return records(self.articles, self.telling)

    def keep(self, key: str) -> None:
        """Keeps the records for another run."""
        self._cache.put("records", key, {"records": self.records})

    @cached_property
    def _cache(self) -> Cache:
        return results()


def records(names: Sequence[str]) -> list[Record]:
    """The record of each article named; the bundled ones for none. Those are kept from run to run.

    A kept record needs none of the modules that read and compare articles: this is what makes ``list`` quick.
    """
    from tuireader.settings import paths

    if names:
        with Given(names) as given:
            return given.records
    tell_of_library()
    key = _state_of(paths.find().seeds)
    with results() as cache:
        data = cache.get("records", key)
        if data is not None:
            kept: list[Record] = data["records"]
            return kept
    with Given(()) as given:
        given.keep(key)
        return given.records


def tell_of_library() -> None:
    """Says to whom reads along that the bundled articles are meant, where there are some in the library."""
    import sys

    if sys.stderr is None or not sys.stderr.isatty():
        return
    with library_there() as library:
        if library is not None and (many := library.count()):
            from tuireader.output import complain
            from tuireader.report.counting import count

            complain(f"these are the bundled articles; --library means the {count(many, 'article')} of your library")


@contextmanager
def library_there() -> Iterator[Library | None]:
    """The library, None where there is none so far. What is to be said of its file is told on standard error."""
    from tuireader.settings import paths

    file = paths.find().library
    if not paths.there(file):
        yield None
        return
    from tuireader.library import Library
    from tuireader.output import complain

    with Library.open(file) as library:
        if library.note:
            complain(library.note)
        yield library


def done() -> Mapping[str, Done]:
    """What the reader did with each article, by the digest of its text."""
    from tuireader.report.list_choice import Done

    with library_there() as library:
        if library is None:
            return {}
        return {digest: Done(state.read, state.tags) for digest, state in library.states().items()}


def query(words: Sequence[str]) -> tuple[str, list[str]]:
    """The words of a search as the query and the paths after it: what can be no path still belongs to the query."""
    from tuireader.choosing import is_article

    first = next((at for at, word in enumerate(words) if at and is_article(word)), len(words))
    return " ".join(words[:first]), list(words[first:])


def searchable(text: str) -> frozenset[str]:
    """The fields that a query asks. Raises UsageError where it asks for nothing, or has a field that there is not."""
    from tuireader.article import UsageError
    from tuireader.search.query import parse
    from tuireader.text.safe import line

    read = parse(text)
    if not any(any(map(str.isalnum, clause.text)) for clause in read.clauses):
        raise UsageError("there is no word to search for; write one or more, such as: tuireader search Kosovo")
    for wrong in read.wrong:
        raise UsageError(f"{line(str(wrong))} A word with a colon in it goes into quotation marks")
    return frozenset(clause.field for clause in read.clauses)


def record(name: str, names: Sequence[str]) -> Record:
    """The record of one article, by id, beginning of an id, number or path, among those named; for none the bundled.

    Without ``names`` it may also be the path of a file of its own. Raises UsageError where no article, or more than
    one, is meant.
    """
    from tuireader.choosing import is_path
    from tuireader.naming import matching, of_path

    if not names and is_path(name):
        found = records([name])
        if len(found) > 1:
            from tuireader.article import UsageError

            raise UsageError(f"{name} holds {len(found)} articles; name the one to show, then {name}")
        return found[0]
    found = records(names)
    by_id = {str(each["id"]): each for each in found}
    meant = of_path(name, {id: each["path"] for id, each in by_id.items()}) if name not in by_id else name
    return by_id[meant or matching(name, by_id)]


def _settings() -> Settings:
    from tuireader.settings import config, paths

    return config.load(paths.find().config_file)


def results() -> Cache:
    """The results kept between runs."""
    from tuireader.library import Cache
    from tuireader.settings import paths

    return Cache.open(paths.find().results)


def _state_of(folder: Path) -> str:
    """Names the files of a folder as they are now, and the code that makes records of them."""
    from tuireader import __version__

    package = Path(__file__).parent
    said: list[Any] = [__version__, str(folder)]
    for place in (folder, *(package / maker for maker in _MAKERS)):
        said += sorted(_files(place))
    return repr(said)


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file():
                state = entry.stat()
                yield entry.name, state.st_size, state.st_mtime_ns
