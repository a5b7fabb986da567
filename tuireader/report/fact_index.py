"""Facts with what belongs to them: the mentions behind their values, their entities, the sentences they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from operator import attrgetter

from tuireader.article import Article, Span
from tuireader.facts import Entity, Fact, Facts, Mention
from tuireader.report.fact_choice import NAMES
from tuireader.text.safe import line


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
    def doers(self) -> tuple[str, ...]:
        """Who does something in these texts, the longest names first."""
        found = {line(mention.doer) for mention in self.known.mentions if mention.doer}
        found |= {line(entity.name) for entity in self.known.entities}
        return tuple(sorted(found, key=lambda name: (-len(name), name)))

    def mention(self, fact: Fact, span: Span) -> Mention | None:
        """The mention of the fact's kind at a span: the same, or the one that covers most of it."""
        held = self._mentions.get((span.article, fact.kind), ())
        near = [mention for mention in held if mention.span.overlaps(span)]
        return max(near, key=lambda mention: _common(mention.span, span), default=None)

    def entity(self, fact: Fact) -> Entity | None:
        """The entity that a fact on a person, organisation or place is about."""
        if fact.kind not in NAMES:
            return None
        for value in fact.values:
            for span, entity in self._namings.get((value.span.article, fact.kind), ()):
                if span.overlaps(value.span):
                    return entity
        return None

    def named(self, name: str, article: str) -> Entity | None:
        """The entity with a name that an article names."""
        key = name.casefold()
        for entity in self.known.entities:
            known = {entity.name.casefold(), *(spelling.casefold() for spelling in entity.spellings)}
            if key in known and any(naming.span.article == article for naming in entity.namings):
                return entity
        return None

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


def _common(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
