"""What a search in the reader can ask beyond the texts, and where it looks. No screens here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tuireader.article import Span
from tuireader.report import mark_labels
from tuireader.search import FieldLabels, Hit, Index

if TYPE_CHECKING:
    from tuireader.tui.session import Session

#: No more hits than these are lit and stepped through.
MOST = 2_000
#: So many articles are indexed in no time.
FEW = 50


class Scope(NamedTuple):
    """Where is searched: what it is called, and the articles, in the order in which hits follow each other."""

    name: str
    ids: tuple[str, ...]


def scopes(article: str | None, story: Sequence[str], every: Sequence[str]) -> tuple[Scope, ...]:
    """The places to search, from the narrowest to the widest, those that are the same only once, by the wider name."""
    named = (("this", (article,) if article else ()), ("story", tuple(story)), ("all", tuple(every)))
    found: dict[frozenset[str], Scope] = {}
    for name, ids in named:
        if ids:
            found[frozenset(ids)] = Scope(name, ids)
    return tuple(found.values())


def labels_of(session: Session) -> FieldLabels:
    """What the fields of a query find: from facts, as far as they are known, and from what the reader wrote."""
    library = session.library
    marked = mark_labels.labels(library.all_marks(), library.article_tags, session.articles)
    return session.fact_labels.with_others(FieldLabels(marked, mark_labels.FIELDS))


class Lit(NamedTuple):
    """A search that is lit: its hits in the order of the scope and the texts, and the one at hand."""

    query: str
    hits: tuple[Hit, ...]
    at: int

    @property
    def hit(self) -> Hit:
        """The hit at hand."""
        return self.hits[self.at]

    def stepped(self, by: int) -> Lit:
        """The hit so many further on; after the last comes the first."""
        return self._replace(at=(self.at + by) % len(self.hits))

    def beside(self, place: Span, order: Sequence[str], by: int) -> Lit:
        """The next hit after a place, or the one before it, as ``by`` says."""
        here = _rank(place, order)
        ranks = [_rank(hit.span, order) for hit in self.hits]
        after = [at for at, rank in enumerate(ranks) if (rank > here if by > 0 else rank < here)]
        if not after:
            return self._replace(at=0 if by > 0 else len(self.hits) - 1)
        return self._replace(at=after[0] if by > 0 else after[-1]).stepped(by - 1 if by > 0 else by + 1)

    def without(self, gone: Collection[str]) -> Lit | None:
        """What is left where these articles are gone."""
        left = tuple(hit for hit in self.hits if hit.span.article not in gone)
        return Lit(self.query, left, left.index(self.hit) if self.hit in left else 0) if left else None

    def of(self, article: str) -> list[Hit]:
        """The hits in one article."""
        return [hit for hit in self.hits if hit.span.article == article]


def light(session: Session, query: str, within: Sequence[str], hit: Hit | None = None) -> Lit | None:
    """The hits of a query that are as good as one of them, else as the best, in order; that one is at hand."""
    answer = _index(session, within).answer(query, MOST, labels=labels_of(session), within=within)
    if not answer.hits:
        return None
    # A hit that was found among other texts can be better than any is among these.
    best = max(each.tier for each in answer.hits)
    tier = min(hit.tier, best) if hit is not None else answer.hits[0].tier
    good = sorted((each for each in answer.hits if each.tier >= tier), key=lambda each: _rank(each.span, within))
    at = next((place for place, each in enumerate(good) if hit is not None and each.span == hit.span), 0)
    return Lit(query, tuple(good), at)


def _index(session: Session, within: Sequence[str]) -> Index:
    """The index of all articles if that is there or soon made, else one of those that are searched."""
    if session.indexed or len(session.articles) <= FEW:
        return session.index
    return Index([session.by_id[id] for id in within if id in session.by_id], session.numbers)


def lit_in(hits: Iterable[Hit]) -> list[Span]:
    """The words to light, in order; all of a hit that has none."""
    found = (match for hit in hits for match in (hit.matches or (hit.span,)))
    return sorted(set(found))


def _rank(span: Span, order: Sequence[str]) -> tuple[int, int]:
    return (order.index(span.article) if span.article in order else len(order)), span.start
