"""An index of the passages of some articles, made for an answer at each key.

Vocabulary first: the words of a query are corrected against the vocabulary, the passages of each word are intersected,
and only the few that remain are ranked. No scorer ever runs over whole passages.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from tuireader.article import Article, Sentence, Span
from tuireader.search.labels import Labels
from tuireader.search.matching import Matcher
from tuireader.search.model import Answer, Hit, Label
from tuireader.search.rank import ROLE_WORTH, Tier
from tuireader.search.tokens import kept, tokens
from tuireader.search.vocabulary import Vocabulary

#: Further words of a query than these tell nothing more.
WORDS = 12

Stop = Callable[[], bool]


class Index:
    """Finds the sentences (of titles, headings and body) that answer a query."""

    def __init__(self, articles: Sequence[Article], numbers: Mapping[str, int] | None = None) -> None:
        """Reads all sentences of ``articles``: about 20 ms for a thousand sentences.

        ``numbers`` are those the reader sees, by id; without them the articles are counted from 1.
        """
        self.articles = articles
        self.numbered = {(numbers or {}).get(article.id, at + 1): at for at, article in enumerate(articles)}
        """The place of each article by its number."""
        units = [(at, sentence) for at, article in enumerate(articles) for sentence in article.sentences]
        # Titles first: wherever something is cut short, they have been seen.
        units.sort(key=lambda unit: -ROLE_WORTH.get(unit[1].role, 0.0))
        self._sentences: list[Sentence] = [sentence for _, sentence in units]
        self.owners = array("I", [at for at, _ in units])
        """For each passage the place of its article."""
        self._starts = array("I", [0])
        ids: dict[str, int] = {}
        seen: array[int] = array("I")
        for at, sentence in units:
            found = tokens(articles[at].text, sentence.start, sentence.end)
            seen.extend(ids.setdefault(token.term, len(ids)) for token in found)
            self._starts.append(len(seen))
        terms = sorted(ids)
        place = [0] * len(terms)
        for at, term in enumerate(terms):
            place[ids[term]] = at
        self._terms = array("I", map(place.__getitem__, seen))
        self.postings: list[list[int]] = [[] for _ in terms]
        for unit in range(len(units)):
            for term_id in dict.fromkeys(self.terms_of(unit)):
                self.postings[term_id].append(unit)
        self.vocabulary = Vocabulary(terms, [len(held) for held in self.postings])

    def __len__(self) -> int:
        """How many passages can be found."""
        return len(self._sentences)

    def search(self, query: str, limit: int = 50, should_stop: Stop | None = None) -> list[Hit]:
        """The passages that answer ``query``, best first, no more than ``limit``.

        Those with all words as typed come first, then those where the last word is a beginning, then mistyped ones;
        titles before body. Where no passage holds all words, those that hold the most. ``should_stop`` is asked now
        and then: once it says yes, the answer is empty.
        """
        return list(self.answer(query, limit, should_stop).hits)

    def answer(
        self,
        query: str,
        limit: int = 50,
        should_stop: Stop | None = None,
        *,
        labels: FieldLabels | None = None,
        within: Collection[str] | None = None,
        exactly: bool = False,
    ) -> Answer:
        """What a query finds, in the language of ``search.query``.

        ``labels`` are what its fields ask, ``within`` the ids of the articles to search; ``exactly`` leaves out what
        is only like the words.
        """
        from tuireader.search.answering import Answering

        return Answering(self, query, labels or FieldLabels(()), within, should_stop).answer(limit, exactly=exactly)

    def words_like(self, query: str, limit: int = 4) -> list[str]:
        """The words of the articles that look most like those of a query that finds nothing, the likest first."""
        from rapidfuzz import fuzz, process

        from tuireader.search.query import parse

        best: dict[str, float] = {}
        for token in [each for clause in parse(query).clauses for each in tokens(clause.text)][:WORDS]:
            for term, worth, _ in process.extract(
                token.term, self.vocabulary.terms, scorer=fuzz.ratio, score_cutoff=50, limit=limit
            ):
                best[term] = max(worth, best.get(term, 0.0))
        return sorted(best, key=lambda term: (-best[term], term))[:limit]

    # What answers are made of

    def matcher(self, word: str, tier: Tier, *, last: bool) -> Matcher:
        """What answers a word of a query: itself, in lower tiers what begins with it, then what is like it."""
        known = self.vocabulary.id(word)
        closeness = {} if known is None else {known: 1.0}
        beginning = self.vocabulary.prefixed(word) if last and tier < Tier.WHOLE else (0, 0)
        if tier in (Tier.FUZZY, Tier.FUZZY_BESIDE, Tier.SOME):
            for term_id, near in self.vocabulary.near(word, prefix=last):
                closeness.setdefault(term_id, near)
        return Matcher(word, closeness, beginning, self.vocabulary.terms, self.postings)

    def terms_of(self, unit: int) -> array[int]:
        """The words of a passage, by their ids in the vocabulary."""
        return self._terms[self._starts[unit] : self._starts[unit + 1]]

    def sentence(self, unit: int) -> Sentence:
        """The sentence of a passage."""
        return self._sentences[unit]

    def span(self, unit: int) -> Span:
        """Where a passage stands."""
        sentence = self._sentences[unit]
        return Span(self.articles[self.owners[unit]].id, sentence.start, sentence.end)

    def spans_of(self, unit: int, places: Iterable[int]) -> Iterator[Span]:
        """Where words of a passage stand, by their places in it."""
        article = self.articles[self.owners[unit]]
        sentence = self._sentences[unit]
        found = kept(article.text, sentence.start, sentence.end)
        return (article.span(found[place].start, found[place].end) for place in places)

    def follows(self, unit: int) -> bool:
        """Whether the next passage is the next sentence of the same text, in this paragraph or the next."""
        if unit + 1 >= len(self._sentences) or self.owners[unit] != self.owners[unit + 1]:
            return False
        one, other = self._sentences[unit], self._sentences[unit + 1]
        return one.role == other.role == "body" and 0 <= other.paragraph - one.paragraph <= 1

    def over(self, span: Span) -> Iterator[int]:
        """The passages that a span touches, in the order of the text."""
        held = self._by_article.get(span.article)
        if held is None:
            return
        units, starts = held
        first = max(0, bisect_right(starts, span.start) - 1)
        for unit in units[first : bisect_left(starts, max(span.end, span.start + 1))]:
            if self._sentences[unit].end > span.start:
                yield unit

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each article among all, by id."""
        return {article.id: at for at, article in enumerate(self.articles)}

    def of_article(self, id: str) -> Sequence[int]:
        """The passages of an article, in the order of the text."""
        return self._by_article[id][0] if id in self._by_article else ()

    @cached_property
    def _by_article(self) -> dict[str, tuple[array[int], array[int]]]:
        held: dict[int, list[int]] = {}
        for unit, owner in enumerate(self.owners):
            held.setdefault(owner, []).append(unit)
        found = {}
        for owner, units in held.items():
            units.sort(key=lambda unit: self._sentences[unit].start)
            starts = array("Q", [self._sentences[unit].start for unit in units])
            found[self.articles[owner].id] = array("I", units), starts
        return found

    @cached_property
    def titles(self) -> Labels:
        """The titles of the articles, each a label of the whole article."""
        return Labels(
            Label("title", article.span(0, len(article.text)), article.title, article.title, whole=True)
            for article in self.articles
        )

    @cached_property
    def quotations(self) -> Labels:
        """What stands in quotation marks, cut at the ends of sentences."""
        return Labels(list(self._quotations()))

    def _quotations(self) -> Iterator[Label]:
        from tuireader.text.quotation import quotations

        for article in self.articles:
            for part in article.told():
                for start, end in quotations(article.text, part.start, part.end):
                    for unit in self.over(article.span(start, end)):
                        sentence = self._sentences[unit]
                        low, high = max(start, sentence.start), min(end, sentence.end)
                        yield Label("quote", article.span(low, high), article.text[low:high])

    @cached_property
    def sources(self) -> Labels:
        """The sources and names of the articles, each a label of the whole article."""
        return Labels(
            Label("in", article.span(0, len(article.text)), f"{article.source or ''} {article.id}", whole=True)
            for article in self.articles
        )


class FieldLabels:
    """The labels for the fields of queries, by field. A field without an entry is one of which nothing is known yet."""

    def __init__(self, labels: Iterable[Label], known: Collection[str] = ()) -> None:
        """``known`` are the fields that are known also where no label has them."""
        held: dict[str, list[Label]] = {field: [] for field in known}
        for label in labels:
            held.setdefault(label.field, []).append(label)
        self._fields = {field: Labels(each) for field, each in held.items()}

    def get(self, field: str) -> Labels | None:
        """The labels of a field."""
        return self._fields.get(field)

    def with_others(self, others: FieldLabels) -> FieldLabels:
        """These, and those of other fields."""
        both = FieldLabels(())
        both._fields = {**self._fields, **others._fields}
        return both
