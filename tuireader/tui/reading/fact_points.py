"""The timeline of a story as a list: what is told of each date, and which fact that is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from tuireader.article import Span
from tuireader.facts import Fact, Moment, Status
from tuireader.report.fact_index import FactIndex
from tuireader.report.timeline import day_of


class Point(NamedTuple):
    """What one or more articles tell, in the same words, of one date. ``fact`` is the one that says so, if any."""

    date: str
    text: str
    status: Status | None
    spans: tuple[Span, ...]
    fact: Fact | None

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that tell it, each once."""
        return tuple(dict.fromkeys(span.article for span in self.spans))


class Day(NamedTuple):
    """The points of one date, under the date as people write it."""

    name: str
    items: tuple[Point, ...]


def days(moments: Sequence[Moment], index: FactIndex, facts: Iterable[Fact], ids: Collection[str]) -> list[Day]:
    """The timeline of the articles with these ids. A point leads to the one of ``facts`` whose date or event it is."""
    by_article: dict[str, list[tuple[Span, Fact]]] = {}
    for fact in facts:
        if fact.kind in ("date", "event"):
            for value in fact.values:
                by_article.setdefault(value.span.article, []).append((value.span, fact))
    found = []
    own = [moment for moment in moments if moment.told.article in ids]
    for name, group in groupby(own, key=lambda moment: day_of(moment, index)):
        held: dict[tuple[str, Status | None], list[Moment]] = {}
        for moment in group:
            held.setdefault((index.text(moment.told).casefold(), moment.status), []).append(moment)
        points = tuple(_point(each, index, by_article) for each in held.values())
        found.append(Day(name, points))
    return found


def _point(moments: Sequence[Moment], index: FactIndex, facts: Mapping[str, list[tuple[Span, Fact]]]) -> Point:
    first = moments[0]
    here = facts.get(first.dated.article, [])
    dated = (fact for span, fact in here if span.overlaps(first.dated))
    told = (fact for span, fact in here if span.overlaps(first.told) and fact.kind == "event")
    fact = next(dated, None) or next(told, None)
    spans = tuple(moment.told for moment in moments)
    return Point(first.date, index.text(first.told), first.status, spans, fact)
