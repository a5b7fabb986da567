"""An index of the passages of some articles, made for an answer at each key.

Vocabulary first: the words of a query are corrected against the vocabulary, the passages of each word are intersected,
and only the few that remain are ranked. No scorer ever runs over whole passages.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from tuireader.article import Article, Role, Sentence, Span
from tuireader.search.matching import Matcher
from tuireader.search.model import Hit
from tuireader.search.rank import ROLE_WORTH, Tier, gap, score
from tuireader.search.tokens import tokens
from tuireader.search.vocabulary import Vocabulary

#: No more passages than this many are ranked for one answer.
_RANKED = 400
#: No more passages than this many are looked at one by one.
_LOOKED_AT = 10_000
#: Further words of a query than these tell nothing more.
_WORDS = 12

Stop = Callable[[], bool]


class _Cancelled(Exception):
    """A newer query came."""


class Index:
    """Finds the sentences (of titles, headings and body) that answer a query."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Reads all sentences of ``articles``: about 20 ms for a thousand sentences."""
        units = [(article, sentence) for article in articles for sentence in article.sentences]
        # Titles first: wherever something is cut short, they have been seen.
        units.sort(key=lambda unit: -ROLE_WORTH.get(unit[1].role, 0.0))
        self._units: list[tuple[Article, Sentence]] = units
        self._starts = array("I", [0])
        ids: dict[str, int] = {}
        seen: array[int] = array("I")
        for article, sentence in units:
            found = tokens(article.text, sentence.start, sentence.end)
            seen.extend(ids.setdefault(token.term, len(ids)) for token in found)
            self._starts.append(len(seen))
        terms = sorted(ids)
        place = [0] * len(terms)
        for at, term in enumerate(terms):
            place[ids[term]] = at
        self._terms = array("I", map(place.__getitem__, seen))
        self._postings: list[list[int]] = [[] for _ in terms]
        for unit in range(len(units)):
            for term_id in dict.fromkeys(self._terms_of(unit)):
                self._postings[term_id].append(unit)
        self._vocabulary = Vocabulary(terms, [len(held) for held in self._postings])

    def __len__(self) -> int:
        """How many passages can be found."""
        return len(self._units)

    def search_exact(self, query: str, limit: int = 50, should_stop: Stop | None = None) -> list[Hit]:
        """The passages that hold all words as typed, accents and case aside; the last word may be a beginning.

        Best first, no more than ``limit``. Quick enough to be shown before the answer of ``search``, whose first
        hits they are.
        """
        return self._answer(query, limit, should_stop, (Tier.WHOLE, Tier.BEGINNING))

    def search(self, query: str, limit: int = 50, should_stop: Stop | None = None) -> list[Hit]:
        """The passages that answer ``query``, best first, no more than ``limit``.

        Those with all words as typed come first, then those where the last word is a beginning, then mistyped ones;
        titles before body. Where no passage holds all words, those that hold the most. ``should_stop`` is asked now
        and then: once it says yes, the answer is empty.
        """
        return self._answer(query, limit, should_stop, (Tier.WHOLE, Tier.BEGINNING, Tier.FUZZY, Tier.SOME))

    def words_like(self, query: str, limit: int = 4) -> list[str]:
        """The words of the articles that look most like those of a query that finds nothing, the likest first."""
        from rapidfuzz import fuzz, process

        best: dict[str, float] = {}
        for token in list(tokens(query))[:_WORDS]:
            for term, worth, _ in process.extract(
                token.term, self._vocabulary.terms, scorer=fuzz.ratio, score_cutoff=50, limit=limit
            ):
                best[term] = max(worth, best.get(term, 0.0))
        return sorted(best, key=lambda term: (-best[term], term))[:limit]

    def _answer(self, query: str, limit: int, should_stop: Stop | None, tiers: Sequence[Tier]) -> list[Hit]:
        words = list(dict.fromkeys(token.term for token in tokens(query)))[:_WORDS]
        if not words or limit < 1:
            return []
        # A space after the last word says that it is complete.
        open_end = not query[-1].isspace()
        hits: list[Hit] = []
        taken: set[int] = set()
        try:
            for tier in tiers:
                if len(hits) >= limit or (tier is Tier.SOME and hits):
                    break
                _ask(should_stop)
                matchers = [
                    self._matcher(word, tier, last=open_end and at == len(words) - 1) for at, word in enumerate(words)
                ]
                if tier is Tier.SOME:
                    matchers = [matcher for matcher in matchers if matcher.total]
                elif not all(matcher.total for matcher in matchers):
                    continue
                _ask(should_stop)
                found = self._holding_some(matchers) if tier is Tier.SOME else self._holding_all(matchers, should_stop)
                fresh = [unit for unit in islice(found, _RANKED + len(taken)) if unit not in taken]
                _ask(should_stop)
                ranked = self._ranked(fresh, matchers, tier, len(words))[: limit - len(hits)]
                taken.update(unit for _, unit in ranked)
                hits.extend(self._hit(unit, worth, matchers, exact=tier >= Tier.BEGINNING) for worth, unit in ranked)
        except _Cancelled:
            return []
        return hits

    def _matcher(self, word: str, tier: Tier, *, last: bool) -> Matcher:
        known = self._vocabulary.id(word)
        closeness = {} if known is None else {known: 1.0}
        beginning = self._vocabulary.prefixed(word) if last and tier < Tier.WHOLE else (0, 0)
        if tier < Tier.BEGINNING:
            for term_id, near in self._vocabulary.near(word, prefix=last):
                closeness.setdefault(term_id, near)
        return Matcher(word, closeness, beginning, self._vocabulary.terms, self._postings)

    def _holding_all(self, matchers: Sequence[Matcher], should_stop: Stop | None) -> Iterator[int]:
        """The passages in which each matcher finds a word, titles first."""
        narrow = sorted((matcher for matcher in matchers if not matcher.wide), key=lambda matcher: matcher.total)
        wide = [matcher for matcher in matchers if matcher.wide]
        candidates: Sequence[int] = range(len(self._units))
        if narrow:
            common = narrow[0].passages()
            for matcher in narrow[1:]:
                _ask(should_stop)
                common &= matcher.passages()
            candidates = sorted(common)
        if not wide:
            return iter(candidates)
        return (
            unit
            for unit in islice(candidates, _LOOKED_AT)
            if all(any(map(matcher.finds, self._terms_of(unit))) for matcher in wide)
        )

    def _holding_some(self, matchers: Sequence[Matcher]) -> Iterator[int]:
        """The passages that hold the most of the words, no more than can be ranked; of equal ones the rarer words."""
        held: dict[int, int] = {}
        for matcher in sorted(matchers, key=lambda matcher: matcher.total):
            # Common words may only add to what rarer ones found: alone they tell nothing.
            only_add = len(held) > _RANKED
            for unit in () if matcher.wide else sorted(matcher.passages()):
                if unit in held:
                    held[unit] += 1
                elif not only_add:
                    held[unit] = 1
        return iter(sorted(held, key=lambda unit: -held[unit]))

    def _ranked(
        self, units: Sequence[int], matchers: Sequence[Matcher], tier: Tier, words: int
    ) -> list[tuple[float, int]]:
        """(score, passage), best first."""
        ranked = []
        for unit in units:
            terms = self._terms_of(unit)
            total, places = 0.0, []
            for matcher in matchers:
                best, where = matcher.best(terms)
                total += best
                if where:
                    places.append(where)
            role: Role = self._units[unit][1].role
            ranked.append((score(tier, total / words, role, gap(places), len(terms)), unit))
        ranked.sort(key=lambda entry: (-entry[0], entry[1]))
        return ranked

    def _hit(self, unit: int, worth: float, matchers: Sequence[Matcher], *, exact: bool) -> Hit:
        article, sentence = self._units[unit]
        found = tokens(article.text, sentence.start, sentence.end)
        terms = self._terms_of(unit)
        places = sorted({place for matcher in matchers for place in matcher.best(terms)[1]})
        matches = tuple(article.span(found[place].start, found[place].end) for place in places)
        return Hit(Span(article.id, sentence.start, sentence.end), round(worth, 4), exact, matches)

    def _terms_of(self, unit: int) -> array[int]:
        return self._terms[self._starts[unit] : self._starts[unit + 1]]


def _ask(should_stop: Stop | None) -> None:
    if should_stop is not None and should_stop():
        raise _Cancelled
