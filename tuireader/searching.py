"""What ``tuireader search`` does, on files and on the library."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from tuireader.printing import printed

if TYPE_CHECKING:
    from argparse import Namespace

    from tuireader.article import Article
    from tuireader.library import Library
    from tuireader.search import FieldLabels


def searched(asked: Namespace) -> int:
    """``search``: in the articles at the paths that are named, or in the whole library."""
    if asked.library:
        return _in_library(asked)
    from tuireader.given import Given, query, searchable, tell_of_library
    from tuireader.output import complain
    from tuireader.report import json
    from tuireader.report.hits import finding, left_over
    from tuireader.search import Index

    asked.query, asked.paths = query([asked.query, *asked.paths])
    fields = searchable(asked.query)
    if not asked.paths:
        tell_of_library()
    with Given(asked.paths) as given:
        labels = given.labels(fields)
        within = given.ids(asked.within) or None
    index = Index(given.articles)
    start = perf_counter()
    answer = index.answer(asked.query, asked.limit, labels=labels, within=within)
    milliseconds = (perf_counter() - start) * 1000
    status = printed(
        asked,
        lambda: json.hits(asked.query, milliseconds, given.articles, answer),
        lambda *page: finding(asked.query, given.articles, answer, index.words_like(asked.query), *page),
    )
    if not asked.json and (more := left_over(answer, within or index.places)):
        complain(more)
    return status


def _in_library(asked: Namespace) -> int:
    from tuireader.given import searchable
    from tuireader.in_library import open_library
    from tuireader.library.finding import Finder
    from tuireader.output import complain
    from tuireader.report import json
    from tuireader.report.counting import count
    from tuireader.report.hits import finding

    query = " ".join([asked.query, *asked.paths])
    fields = searchable(query)
    if asked.within:
        query = f"in:{','.join(asked.within)} {query}"
    with open_library() as (library, _), Finder(library) as finder:
        labels = _labels(library, fields)
        start = perf_counter()
        found = finder.answer(query, asked.limit, labels=labels)
        if len(found.answer.hits) < asked.limit:
            # Only now: to know all words of a large library takes a moment.
            finder.warm()
            found = finder.answer(query, asked.limit, labels=labels)
        milliseconds = (perf_counter() - start) * 1000
        articles, every = found.articles, library.count()
        like = [] if found.answer.hits else finder.words_like(query)
    form = json.hits(query, milliseconds, articles, found.answer)
    for hit in form["hits"]:
        hit["number"] = found.numbers[hit["article"]]
    form["matching"] = found.matching
    status = printed(
        asked,
        lambda: form,
        lambda *page: finding(query, articles, found.answer, like, *page, searched=every, names=found.numbers),
    )
    beyond = found.matching - len(found.answer.counts)
    if not asked.json and found.answer.hits and beyond > 0:
        complain(
            f"{'more than ' * found.more}{count(beyond, 'further article')} with these words; more words tell fewer"
        )
    return status


def _labels(library: Library, fields: Collection[str]) -> Callable[[Sequence[Article]], FieldLabels]:
    """Makes what fields of a query ask of some articles. Facts are looked for only where one needs that."""
    from tuireader.given import results
    from tuireader.report import fact_labels, mark_labels
    from tuireader.search import FieldLabels
    from tuireader.story import know, tell

    def labels(articles: Sequence[Article]) -> FieldLabels:
        found = FieldLabels(())
        if not set(fields).isdisjoint(fact_labels.FIELDS):
            with results() as cache:
                facts = know(articles, tell(articles, cache=cache), cache=cache)
            by_id = {article.id: article for article in articles}
            found = FieldLabels(fact_labels.labels(facts, by_id), fact_labels.FIELDS)
        if not set(fields).isdisjoint(mark_labels.FIELDS):
            marked = list(mark_labels.labels(library.all_marks(), library.article_tags, articles))
            found = found.with_others(FieldLabels(marked, mark_labels.FIELDS))
        return found

    return labels
