"""One query and what answers it: candidates tier by tier, ranked, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tuireader.article import Span
from tuireader.search.matching import Matcher
from tuireader.search.model import Answer, Hit
from tuireader.search.narrowing import Narrowing
from tuireader.search.query import parse
from tuireader.search.rank import Tier, gap, score
from tuireader.search.tokens import tokens

if TYPE_CHECKING:
    from tuireader.search.index import FieldLabels, Index, Stop

#: No more passages than this many are ranked for one answer.
_RANKED = 400
#: No more passages than this many are looked at one by one.
_LOOKED_AT = 10_000
#: No more candidates are counted.
_COUNTED = 40_000
#: Words of a query rarer than this are looked for in neighbouring sentences.
_BESIDE = 500
#: Further words of a query than these tell nothing more.
_WORDS = 12


class _Cancelled(Exception):
    """A newer query came."""


class Answering:
    """Answers one query on one index."""

    def __init__(
        self, index: Index, query: str, labels: FieldLabels, within: Collection[str] | None, should_stop: Stop | None
    ) -> None:
        self._index = index
        self._stop = should_stop
        read = parse(query)
        self._wrong = tuple(map(str, read.wrong))
        self._left = Narrowing(index, read.clauses, labels)
        typed = [(token.term, clause.open) for clause in self._left.words for token in tokens(clause.text)]
        self._words = list(dict.fromkeys(word for word, _ in typed))[:_WORDS]
        # A space after the last word says that it is complete.
        self._open = bool(typed) and typed[-1][1]
        self._within = None
        if within is not None:
            ids = set(within)
            self._within = {at for at, article in enumerate(index.articles) if article.id in ids}
        self._hits: list[Hit] = []
        self._taken: set[int] = set()
        self._counts: Counter[int] = Counter()
        self._pairs: Counter[int] = Counter()
        self._more = self._left.more

    def answer(self, limit: int, *, exactly: bool) -> Answer:
        """The best hits, and how many there are. Empty once a newer query came."""
        if limit > 0 and not self._left.empty:
            try:
                if self._words:
                    self._look_for_words(limit, exactly=exactly)
                elif self._left.units is not None or self._left.articles is not None:
                    self._take_what_is_left(limit, exactly=exactly)
            except _Cancelled:
                return Answer()
        if self._left.mistyped:
            self._hits.sort(key=lambda hit: -hit.score)
        counts = {self._index.articles[at].id: count for at, count in sorted((self._counts + self._pairs).items())}
        missing = tuple(dict.fromkeys(self._left.missing))
        return Answer(tuple(self._hits), counts, self._more, self._wrong, missing)

    # Tiers

    def _look_for_words(self, limit: int, *, exactly: bool) -> None:
        matchers: list[Matcher] = []
        for tier in sorted(Tier, reverse=True):
            if exactly and (not tier.exact or self._left.mistyped):
                break
            if len(self._hits) >= limit or (tier is Tier.SOME and self._hits):
                break
            self._ask()
            if tier not in (Tier.BESIDE, Tier.FUZZY_BESIDE):
                # Two sentences are asked for the words that one was asked for before.
                matchers = [
                    self._index.matcher(word, tier, last=self._open and at == len(self._words) - 1)
                    for at, word in enumerate(self._words)
                ]
            if tier is Tier.SOME:
                matchers = [matcher for matcher in matchers if matcher.total]
            elif not all(matcher.total for matcher in matchers):
                continue
            self._ask()
            if tier in (Tier.BESIDE, Tier.FUZZY_BESIDE):
                self._take_pairs(matchers, tier, limit)
            elif tier is Tier.SOME:
                self._take(self._fitting(self._holding_some(matchers)), matchers, tier, limit)
            else:
                self._take(self._fitting(self._holding_all(matchers)), matchers, tier, limit)

    def _take_what_is_left(self, limit: int, *, exactly: bool) -> None:
        if exactly and self._left.mistyped:
            return
        self._take(self._left.alone(), (), Tier.WHOLE, limit)

    def _take(self, found: Iterable[int], matchers: Sequence[Matcher], tier: Tier, limit: int) -> None:
        """Ranks candidates and takes the best; counts all of them."""
        # A word that very many passages have takes too long to count.
        most = max(_RANKED, limit) if any(matcher.wide for matcher in matchers) else _COUNTED
        candidates = list(islice(found, most + 1))
        self._more |= len(candidates) > most
        self._ask()
        tier = min(tier, Tier.FUZZY) if self._left.mistyped else tier
        owners = self._index.owners
        # The candidates of a lower tier are those of the higher ones, and more.
        self._counts = Counter(map(owners.__getitem__, candidates))
        room = limit - len(self._hits)
        if room <= 0:
            return
        inside = (unit for unit in candidates if self._within is None or owners[unit] in self._within)
        fresh = list(islice((unit for unit in inside if unit not in self._taken), max(_RANKED, limit)))
        self._ask()
        ranked = self._ranked(fresh, matchers, tier)[:room]
        self._taken.update(unit for _, unit in ranked)
        self._hits.extend(self._hit((unit,), worth, matchers, tier) for worth, unit in ranked)

    # Candidates

    def _fitting(self, units: Iterator[int]) -> Iterator[int]:
        return units if self._left.all else filter(self._left.has, units)

    def _holding_all(self, matchers: Sequence[Matcher]) -> Iterator[int]:
        """The passages in which each matcher finds a word, titles first."""
        narrow = sorted((matcher for matcher in matchers if not matcher.wide), key=lambda matcher: matcher.total)
        wide = [matcher for matcher in matchers if matcher.wide]
        # What is wide is looked for where was asked alone: elsewhere it would not be counted to the end anyway.
        common = self._left.among(self._within if wide else None)
        for matcher in narrow:
            self._ask()
            common = matcher.passages if common is None else common & matcher.passages
        candidates: Sequence[int] = range(len(self._index)) if common is None else sorted(common)
        if not wide:
            return iter(candidates)
        return (
            unit
            for unit in islice(candidates, _LOOKED_AT)
            if all(any(map(matcher.finds, self._index.terms_of(unit))) for matcher in wide)
        )

    def _holding_some(self, matchers: Sequence[Matcher]) -> Iterator[int]:
        """The passages that hold the most of the words, no more than can be ranked; of equal ones the rarer words."""
        held: dict[int, int] = {}
        for matcher in sorted(matchers, key=lambda matcher: matcher.total):
            # Common words may only add to what rarer ones found: alone they tell nothing.
            only_add = len(held) > _RANKED
            for unit in () if matcher.wide else sorted(matcher.passages):
                if unit in held:
                    held[unit] += 1
                elif not only_add:
                    held[unit] = 1
        return iter(sorted(held, key=lambda unit: -held[unit]))

    def _take_pairs(self, matchers: Sequence[Matcher], tier: Tier, limit: int) -> None:
        """Neighbouring sentences that hold all words between them, where neither has them alone."""
        rarest = min(matchers, key=lambda matcher: matcher.total)
        if len(matchers) < 2 or self._left.units is not None or rarest.wide or rarest.total > _BESIDE:
            return
        if self._left.mistyped and tier is Tier.BESIDE:
            return
        rest = [matcher for matcher in matchers if matcher is not rarest]
        ranked: list[tuple[float, int]] = []
        for first in sorted({first for unit in rarest.passages for first in (unit - 1, unit) if first >= 0}):
            if first in self._taken or first + 1 in self._taken or not self._index.follows(first):
                continue
            if self._holds(first, rest) and self._left.has(first) and self._left.has(first + 1):
                ranked.append((self._worth((first, first + 1), matchers, tier), first))
        ranked.sort(key=lambda entry: (-entry[0], entry[1]))
        for worth, first in ranked:
            if first in self._taken or first + 1 in self._taken:
                continue
            owner = self._index.owners[first]
            self._taken.update((first, first + 1))
            self._pairs[owner] += 1
            if len(self._hits) < limit and (self._within is None or owner in self._within):
                self._hits.append(self._hit((first, first + 1), worth, matchers, tier))

    def _holds(self, first: int, rest: Sequence[Matcher]) -> bool:
        return all(
            first in matcher.passages or first + 1 in matcher.passages
            if not matcher.wide
            else any(map(matcher.finds, (*self._index.terms_of(first), *self._index.terms_of(first + 1))))
            for matcher in rest
        )

    # Ranking

    def _ranked(self, units: Sequence[int], matchers: Sequence[Matcher], tier: Tier) -> list[tuple[float, int]]:
        """(score, passage), best first."""
        ranked = [(self._worth((unit,), matchers, tier), unit) for unit in units]
        ranked.sort(key=lambda entry: (-entry[0], entry[1]))
        return ranked

    def _worth(self, units: Sequence[int], matchers: Sequence[Matcher], tier: Tier) -> float:
        terms = [term for unit in units for term in self._index.terms_of(unit)]
        total, places = 0.0, []
        for matcher in matchers:
            best, where = matcher.best(terms)
            total += best
            if where:
                places.append(where)
        closeness = total / len(self._words) if self._words else 1.0
        if self._left.units is not None:
            closeness = (closeness + self._left.units.get(units[0], 0.0)) / 2
        # Fields alone say nothing of long and short: what they find comes in the order of the texts.
        length = len(terms) if matchers else 0
        return score(tier, closeness, self._index.sentence(units[0]).role, gap(places), length)

    def _hit(self, units: Sequence[int], worth: float, matchers: Sequence[Matcher], tier: Tier) -> Hit:
        lit: set[Span] = set()
        for unit in units:
            terms = self._index.terms_of(unit)
            places = sorted({place for matcher in matchers for place in matcher.best(terms)[1]})
            lit.update(self._index.spans_of(unit, places))
            lit |= self._left.matches(unit)
        first, last = self._index.span(units[0]), self._index.span(units[-1])
        span = Span(first.article, first.start, last.end)
        return Hit(span, round(worth, 4), tier.exact, _apart(lit), tier, self._left.labels(units[0]))

    def _ask(self) -> None:
        if self._stop is not None and self._stop():
            raise _Cancelled


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(span.article, found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return tuple(found)
