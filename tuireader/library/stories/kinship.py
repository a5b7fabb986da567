"""How much two articles tell of the same, and which ones are worth asking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from heapq import nsmallest

from tuireader.library.stories.store import Doc, Store
from tuireader.library.stories.traits import Rarity, likeness, weights

#: Two articles of one day, or of unknown days, tell of one event from this likeness on. Of three accounts of one event
#: in their own words each reaches .33 with another one; of different events in one campaign hardly two do.
_BAR = 0.33
#: With each day between them they must be likelier, up to a text that is printed again as it was. After so many days no
#: two are compared.
_DAILY, _HIGHEST, _DAYS = 0.04, 0.85, 30
#: Texts with words of their own that lie more days apart would have to be so likely as to share whole passages.
_NEAR = 10
#: What part of the shorter one stands in the other counts so much: half of it is as good as the bar.
_CONTAINED = 0.66
#: So many shingles in common and more are no accident.
_HITS = 2

#: A shingle that more texts have is a phrase of the day. One that more than the second number have leads only to the
#: first of them: where eighty outlets carry one text, all are joined to one, not each to each.
_COMMON, _EACH = 1_000, 20
#: A shingle is furniture of an outlet where so many texts of it have it, and this part of all that do are its own.
_REPEATED, _OWN = 4, 0.8
#: An article is asked for by so many words, the telling ones; two that have so many of them in common are looked at,
#: those with the most first. Of words that more texts are asked for by, not all are seen.
_WORDS, _SHARED, _SEEN, _LOOKED_AT = 32, 3, 600, 80
#: Of so many texts the traits are kept at hand, some twenty kilobytes each: what came together is asked together.
_AT_HAND = 8_000
#: Of so many shingles it is kept at hand where they lead, and of so many pairs how much they are alike.
_SHINGLES, _PAIRS = 100_000, 100_000


class Kinship:
    """Compares the texts of a store."""

    def __init__(self, store: Store, docs: Mapping[int, Doc], held: Mapping[int, int]) -> None:
        self._store, self._docs, self._rarity = store, docs, Rarity(held, len(docs))
        self._at_hand: dict[int, tuple[dict[int, float], frozenset[int]]] = {}
        self._told_by: dict[int, list[int]] = {}
        self._alike: dict[tuple[int, int], float] = {}

    def words(self, id: int) -> list[int]:
        """The words a text is asked for by."""
        vector = self.vector(id)
        return nsmallest(_WORDS, vector, key=lambda term: (-vector[term], term))

    def kin(self, a: int, b: int, hits: int | None = None) -> float:
        """How much two texts tell of the same: 1 and more for one event, 0 where they lie too far apart in time.

        ``hits`` is how many shingles they have in common, if that is known.
        """
        bar = self._bar(a, b)
        if not bar:
            return 0.0
        one, other = self.shingles(a), self.shingles(b)
        if hits is None:
            hits = len(one & other)
        contained = hits / max(8, min(len(one), len(other))) if hits >= _HITS else 0.0
        return max(self._likeness(a, b), _CONTAINED * contained) / bar

    def _likeness(self, a: int, b: int) -> float:
        """As ``likeness``. What two ask of each other is worked out once."""
        pair = (a, b) if a < b else (b, a)
        found = self._alike.pop(pair, None)
        if found is None:
            found = likeness(self.vector(pair[0]), self.vector(pair[1]))
            if len(self._alike) < _PAIRS:
                self._alike[pair] = found
        return found

    def related(self, id: int) -> Iterator[tuple[int, float]]:
        """The texts that tell of the same as this one, with how much."""
        hits = self._hits(id)
        asked = self._asked(id)
        for other in dict.fromkeys((*hits, *asked)):
            kin = self.kin(id, other, hits.get(other, 0))
            if kin >= 1:
                yield other, kin

    def contained(self, a: int, b: int) -> float:
        """About what part of the shorter of two texts stands in the other."""
        one, other = self.shingles(a), self.shingles(b)
        least = min(len(one), len(other))
        return len(one & other) / least if least else 0.0

    def vector(self, id: int) -> dict[int, float]:
        """How much each of its words tells what a text is about."""
        return self._of(id)[0]

    def shingles(self, id: int) -> frozenset[int]:
        """The shingles of a text."""
        return self._of(id)[1]

    def _of(self, id: int) -> tuple[dict[int, float], frozenset[int]]:
        found = self._at_hand.get(id)
        if found is None:
            traits = self._store.traits(id)
            vector = weights(traits.terms, self._rarity)
            found = self._at_hand[id] = vector, frozenset(traits.shingles)
            if len(self._at_hand) > _AT_HAND:
                del self._at_hand[next(iter(self._at_hand))]
        return found

    def day(self, id: int) -> int | None:
        """The day of a text."""
        return self._docs[id].day

    def _bar(self, a: int, b: int) -> float:
        one, other = self._docs[a].day, self._docs[b].day
        if one is None or other is None:
            return _BAR
        apart = abs(one - other)
        return min(_HIGHEST, _BAR + _DAILY * apart) if apart <= _DAYS else 0.0

    def _hits(self, id: int) -> Counter[int]:
        """The texts that have shingles of this one, and how many."""
        found: Counter[int] = Counter()
        for hash in self.shingles(id):
            docs = self._told_by.get(hash)
            found.update(self._tellers(hash) if docs is None else docs)
        del found[id]
        return Counter({doc: hits for doc, hits in found.items() if hits >= _HITS})

    def _tellers(self, hash: int) -> list[int]:
        """The texts that a shingle leads to. Kept at hand where others will ask for it, too."""
        docs = self._store.holders(hash, _COMMON + 1)
        if not docs:
            return docs
        told = [] if len(docs) > _COMMON or self._furniture(docs) else docs if len(docs) <= _EACH else docs[:1]
        if len(self._told_by) >= _SHINGLES:
            del self._told_by[next(iter(self._told_by))]
        self._told_by[hash] = told
        return told

    def _furniture(self, docs: list[int]) -> bool:
        if len(docs) < _REPEATED:
            return False
        outlet, most = Counter(self._docs[doc].outlet for doc in docs).most_common(1)[0]
        return bool(outlet) and most >= _REPEATED and most >= _OWN * len(docs)

    def _asked(self, id: int) -> list[int]:
        """The texts that have several of the telling words of this one, those with the most first."""
        shared: Counter[int] = Counter()
        for term in self.words(id):
            shared.update(self._store.named(term, self._docs[id].day, _NEAR, _SEEN))
        del shared[id]
        found = [doc for doc, words in shared.items() if words >= _SHARED and self._bar(id, doc)]
        return sorted(found, key=lambda doc: (-shared[doc], doc))[:_LOOKED_AT]
