"""Facts with what belongs to them: the mentions behind their values, their entities, the sentences they stand in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from tuireader.article import Article, Span
from tuireader.facts import Entity, Fact, Facts, Mention
from tuireader.report.fact_choice import NAMES
from tuireader.report.fact_words import month_first
from tuireader.text.safe import line

T = TypeVar("T")

#: Characters that no mention is longer than: the longest are quotes over several paragraphs.
_REACH = 20_000


class FactIndex:
    """Answers questions about the facts of some articles. Built once, asked often."""

    def __init__(self, known: Facts, articles: Mapping[str, Article], short: Mapping[str, str]) -> None:
        """``short`` gives the name that each article has on the page or screen, by id."""
        self.known, self.articles = known, articles
        self.short = {id: line(name) for id, name in short.items()}

    @cached_property
    def _mentions(self) -> Mapping[tuple[str, str], list[Mention]]:
        found: dict[tuple[str, str], list[Mention]] = {}
        for mention in self.known.mentions:
            found.setdefault((mention.span.article, mention.kind), []).append(mention)
        for held in found.values():
            held.sort(key=lambda mention: mention.span.start)
        return found

    @cached_property
    def _namings(self) -> Mapping[tuple[str, str], list[tuple[Span, Entity]]]:
        found: dict[tuple[str, str], list[tuple[Span, Entity]]] = {}
        for entity in self.known.entities:
            for naming in entity.namings:
                found.setdefault((naming.span.article, entity.kind), []).append((naming.span, entity))
        for held in found.values():
            held.sort(key=lambda pair: pair[0].start)
        return found

    @cached_property
    def month_first(self) -> bool:
        """Whether these texts mostly write "March 11"."""
        return month_first(mention.text for mention in self.known.mentions if mention.kind == "date")

    @cached_property
    def doers(self) -> frozenset[str]:
        """Who does something in these texts."""
        found = {line(mention.doer) for mention in self.known.mentions if mention.doer}
        return frozenset(found | {line(entity.name) for entity in self.known.entities})

    def mention(self, fact: Fact, span: Span) -> Mention | None:
        """The mention of the fact's kind at a span: the same, or the one that covers most of it."""
        held = self._mentions.get((span.article, fact.kind), [])
        near = _around(held, span, lambda mention: mention.span)
        return max(near, key=lambda mention: _common(mention.span, span), default=None)

    def entity(self, fact: Fact) -> Entity | None:
        """The entity that a fact on a person, organisation or place is about."""
        if fact.kind not in NAMES:
            return None
        for value in fact.values:
            held = self._namings.get((value.span.article, fact.kind), [])
            for _, entity in _around(held, value.span, lambda pair: pair[0]):
                if entity.name == fact.key:
                    return entity
        return next((each for each in self._by_name(fact.key, fact.articles[0]) if each.kind == fact.kind), None)

    def named(self, name: str, article: str) -> Entity | None:
        """The entity with a name that an article names."""
        return next(iter(self._by_name(name, article)), None)

    def _by_name(self, name: str, article: str) -> list[Entity]:
        return self._names.get((name.casefold(), article), [])

    @cached_property
    def _names(self) -> Mapping[tuple[str, str], list[Entity]]:
        found: dict[tuple[str, str], list[Entity]] = {}
        for entity in self.known.entities:
            written = {each.casefold() for each in (entity.name, *entity.spellings)}
            for article in dict.fromkeys(naming.span.article for naming in entity.namings):
                for name in sorted(written):
                    found.setdefault((name, article), []).append(entity)
        return found

    def sentence(self, span: Span) -> Span:
        """The sentence a span stands in, or all those it reaches over; the span itself where it stands in none."""
        sentences = self.articles[span.article].sentences
        first = bisect_right(sentences, span.start, key=attrgetter("start")) - 1
        last = bisect_right(sentences, max(span.start, span.end - 1), key=attrgetter("start")) - 1
        if first < 0 or sentences[first].end <= span.start:
            return span
        return Span(span.article, sentences[first].start, max(span.end, sentences[last].end))

    def text(self, span: Span) -> str:
        """The words at a span, safe to show."""
        return line(self.articles[span.article].text[span.start : span.end])

    def names(self, ids: Sequence[str]) -> str:
        """The short names of articles in a row, each once."""
        return ", ".join(dict.fromkeys(self.short[id] for id in ids))


def _around(held: list[T], span: Span, place: Callable[[T], Span]) -> list[T]:
    """Those that overlap a span, of many sorted by where they start: none is as long as ``_REACH``."""
    first = bisect_left(held, span.start - _REACH, key=lambda each: place(each).start)
    last = bisect_left(held, span.end, key=lambda each: place(each).start)
    return [each for each in held[first:last] if place(each).overlaps(span)]


def _common(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
