"""What fields, exact words and excluded ones leave of the passages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from tuireader.article import Span
from tuireader.search.model import Label
from tuireader.search.query import Clause
from tuireader.search.rank import Tier
from tuireader.search.tokens import tokens
from tuireader.search.vocabulary import allowed_distance

if TYPE_CHECKING:
    from tuireader.search.index import FieldLabels, Index

#: No more passages are looked at for exact words.
_LOOKED_AT = 3_000
_SOON = 500
#: So many articles are few: what stands in them is looked at rather than what has a word.
_FEW = 200
#: No more labels are taken for one field.
_TAKEN = 2_000


class Narrowing:
    """Which passages the fields and exact words of a query leave, and what they found there.

    ``missing`` are the fields of which nothing is known yet; their words are left in ``words``.
    """

    def __init__(self, index: Index, clauses: Sequence[Clause], labels: FieldLabels) -> None:
        self._index = index
        self._fields = labels
        self.missing: list[str] = []
        self.words: list[Clause] = []
        self.more = False
        """Whether there may be more than what was looked at."""
        self.mistyped = False
        """Whether what a field found is only like what was typed."""
        self.articles: set[int] | None = None
        """The places of the articles that are left; None for all."""
        self.units: dict[int, float] | None = None
        """The passages that are left, with how close they are; None for all."""
        self._found: dict[int, list[tuple[Clause, Label]]] = {}
        self._phrases: dict[int, list[int]] = {}
        self._no_units: set[int] = set()
        self._no_articles: set[int] = set()
        self._no_words: list[int] = []
        self._read(clauses)

    @property
    def all(self) -> bool:
        """Whether nothing is left out."""
        return (
            self.articles is None and self.units is None and not (self._no_units or self._no_articles or self._no_words)
        )

    @property
    def empty(self) -> bool:
        """Whether nothing is left."""
        return any(left is not None and not left for left in (self.units, self.articles))

    def has(self, unit: int) -> bool:
        """Whether a passage is left."""
        if self.units is not None and unit not in self.units:
            return False
        owner = self._index.owners[unit]
        if (self.articles is not None and owner not in self.articles) or owner in self._no_articles:
            return False
        if unit in self._no_units:
            return False
        if not self._no_words:
            return True
        terms = self._index.terms_of(unit)
        return not any(term in terms for term in self._no_words)

    def among(self, articles: Collection[int] | None) -> frozenset[int] | None:
        """The passages to look at where only these articles count; None where those are all, or too many."""
        if self.units is not None:
            return frozenset(self.units)
        if self.articles is not None:
            articles = self.articles if articles is None else self.articles & set(articles)
        if articles is None or len(articles) > _FEW:
            return None
        ids = (self._index.articles[owner].id for owner in articles)
        return frozenset(unit for id in ids for unit in self._index.of_article(id))

    def alone(self) -> Iterator[int]:
        """The passages that answer where no words are asked for: those of the fields; of an article its title."""
        if self.units is not None:
            yield from (unit for unit in sorted(self.units) if self.has(unit))
            return
        for owner in sorted(self.articles or ()):
            yield from filter(self.has, self._heads(self._index.articles[owner].id))

    def _heads(self, id: str) -> Sequence[int]:
        """The title of an article; its first sentence where it has none."""
        units = self._index.of_article(id)
        return [unit for unit in units if self._index.sentence(unit).role == "title"][:1] or units[:1]

    def labels(self, unit: int) -> tuple[Label, ...]:
        """The labels that were found at a passage."""
        return tuple(dict.fromkeys(label for _, label in self._found.get(unit, ())))

    def matches(self, unit: int) -> set[Span]:
        """The words of a passage that fields and exact words found."""
        span = self._index.span(unit)
        places = sorted(set(self._phrases.get(unit, ())))
        lit = set(_joined(list(self._index.spans_of(unit, places)))) if places else set()
        for clause, label in self._found.get(unit, ()):
            held = Span(span.article, max(label.span.start, span.start), min(label.span.end, span.end))
            if clause.field in ("quote", "title"):
                text = self._index.articles[self._index.owners[unit]].text
                lit.update(Span(span.article, *place) for place in _standing(text, held, clause.text))
            elif label.mark != "said" and held != span and not label.whole:
                lit.add(held)
        return lit

    # Reading the clauses

    def _read(self, clauses: Sequence[Clause]) -> None:
        named: set[int] | None = None
        for clause in clauses:
            if clause.field == "in" and not clause.excluded and clause.text:
                named = (named or set()) | self._named(clause.text)
            elif clause.field:
                self._take_field(clause)
            elif clause.exact and not (clause.open and len(tokens(clause.text)) == 1):
                self._take_phrase(clause)
            elif clause.excluded:
                known = (self._index.vocabulary.id(token.term) for token in tokens(clause.text))
                self._no_words += [term for term in known if term is not None]
            else:
                self.words.append(clause)
        if named is not None:
            self._keep_articles(named)

    def _named(self, value: str) -> set[int]:
        """The articles that are named, several parted by commas: by number, by how the id begins, by source."""
        found: set[int] = set()
        for name in filter(None, value.split(",")):
            if name.isdecimal() and str(int(name[:9])) == name and int(name) in self._index.numbered:
                found.add(self._index.numbered[int(name)])
                continue
            begun = {at for at, article in enumerate(self._index.articles) if article.id.startswith(name)}
            found |= begun or {self._index.places[label.span.article] for label, _ in self._index.sources.find(name)[0]}
        return found

    def _take_field(self, clause: Clause) -> None:
        if not any(char.isalnum() for char in clause.text):
            return
        if clause.field == "in":
            self._no_articles |= self._named(clause.text)
            return
        held = {"title": self._index.titles, "quote": self._index.quotations}.get(clause.field)
        if held is None and (held := self._fields.get(clause.field)) is None:
            self.missing.append(clause.field)
            if not clause.excluded:
                self.words.append(clause)
            return
        found, mistyped = held.find(clause.text, _TAKEN)
        self.more |= len(found) == _TAKEN
        if clause.excluded:
            # What is only like it must not be lost.
            found = [] if mistyped else found
        else:
            self.mistyped |= mistyped
        units: dict[int, float] = {}
        articles: set[int] = set()
        for label, near in found:
            if label.whole:
                articles.add(self._index.places[label.span.article])
            for unit in self._index.over(label.span) if not label.whole else self._heads(label.span.article):
                if not label.whole:
                    units[unit] = max(near, units.get(unit, 0.0))
                self._found.setdefault(unit, []).append((clause, label))
        if clause.excluded:
            self._no_articles |= articles
            self._no_units |= units.keys()
        elif articles and not units:
            self._keep_articles(articles)
        else:
            for owner in articles:
                units.update((unit, 1.0) for unit in self._heads(self._index.articles[owner].id))
            self._keep(units)

    def _take_phrase(self, clause: Clause) -> None:
        held = dict(self._holding(clause))
        if clause.excluded:
            self._no_units |= held.keys()
        elif any(char.isalnum() for char in clause.text):
            for unit, places in held.items():
                self._phrases.setdefault(unit, []).extend(places)
            self._keep(dict.fromkeys(held, 1.0))

    def _holding(self, clause: Clause) -> Iterator[tuple[int, list[int]]]:
        """The passages with exact words, and the places of those; the last may be a beginning while it is typed."""
        words = [token.term for token in tokens(clause.text)]
        matchers = [
            self._index.matcher(word, Tier.BEGINNING, last=clause.open and at == len(words) - 1)
            for at, word in enumerate(words)
        ]
        if not matchers or not all(matcher.total for matcher in matchers):
            return
        # Once there are few passages, looking at them is quicker than collecting those of a common word.
        left: frozenset[int] | None = None
        for matcher in sorted((each for each in matchers if not each.wide), key=lambda each: each.total):
            if left is None or len(left) > _SOON:
                left = matcher.passages if left is None else left & matcher.passages
        common = range(len(self._index)) if left is None else sorted(left)
        self.more |= len(common) > _LOOKED_AT
        for unit in common[:_LOOKED_AT]:
            terms = self._index.terms_of(unit)
            places = [
                place
                for at in range(len(terms) - len(words) + 1)
                if all(matcher.finds(terms[at + step]) for step, matcher in enumerate(matchers))
                for place in range(at, at + len(words))
            ]
            if places:
                yield unit, places

    def _keep(self, units: dict[int, float]) -> None:
        if self.units is None:
            self.units = units
        else:
            self.units = {unit: min(near, self.units[unit]) for unit, near in units.items() if unit in self.units}

    def _keep_articles(self, articles: Collection[int]) -> None:
        self.articles = set(articles) if self.articles is None else self.articles & set(articles)


def _joined(spans: list[Span]) -> list[Span]:
    """Spans of words, those with nothing but a space or a mark between them in one."""
    if not spans:
        return []
    found = [spans[0]]
    for before, span in pairwise(spans):
        if span.start - before.end <= 2:
            found[-1] = Span(span.article, found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _standing(text: str, span: Span, value: str) -> Iterator[tuple[int, int]]:
    """Where the words of a value, or what is likest to them, stand in a span."""
    from rapidfuzz import distance as distances

    held = tokens(text, span.start, span.end)
    for word in tokens(value):
        term = word.term
        found = [token for token in held if token.term.startswith(term)]
        if not found:
            allowed = allowed_distance(term)
            found = [token for token in held if distances.OSA.distance(term, token.term) <= allowed]
        yield from ((token.start, token.end) for token in found)
