"""The words of an index, and the ones near to a mistyped word.

A scorer over whole passages is far too slow at a key, so only the words are compared: a filter by common bigrams over
the whole vocabulary, then the optimal string alignment distance (Boytsov 2011, there "restricted Damerau-Levenshtein";
computed by rapidfuzz) on the few that pass.

The filter counts common bigrams of all words at once. Each bigram has a bitmap with one bit a word, as a Python
integer; bitmaps are summed bit-sliced, as carry-save adders do (Knuth, TAOCP 4A, 7.1.3), so a filter over a hundred
thousand words is a few dozen operations on integers of 12 kB.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import nlargest

#: No more than this many near words are taken for one typed word, the nearest first.
_NEAREST = 48
#: Below this length a mistyped beginning must begin with its first letter or its second: too many words are like it
#: otherwise.
_FIRST_FREE = 6
#: Counters of four bits: more than fifteen common bigrams need not be told apart.
_SLICES = 4
_MOST = (1 << _SLICES) - 1


def allowed_distance(word: str) -> int:
    """How many typing errors a word may hold. None in short words and in numbers, where each character tells."""
    if len(word) < 3 or any(char.isdigit() for char in word):
        return 0
    return 1 if len(word) < 6 else 2


class Vocabulary:
    """Sorted words. A word's id is its place, so that the words with a prefix are a range of ids."""

    def __init__(self, terms: Sequence[str], frequency: Sequence[int]) -> None:
        """``terms``: sorted, each once. ``frequency``: for each, the number of passages that hold it."""
        self.terms = terms
        self._frequency = frequency
        self._all = (1 << len(terms)) - 1
        self._bitmaps = _bitmaps(terms)
        self._lengths = _length_bitmaps(terms)
        self._near: dict[tuple[str, bool], list[tuple[int, float]]] = {}

    def id(self, word: str) -> int | None:
        """The id of a word, None where the vocabulary has it not."""
        at = bisect_left(self.terms, word)
        return at if at < len(self.terms) and self.terms[at] == word else None

    def prefixed(self, prefix: str) -> tuple[int, int]:
        """The range of ids, half open, of all words that begin with ``prefix``."""
        low = bisect_left(self.terms, prefix)
        return low, bisect_left(self.terms, prefix + "\U0010ffff", low)

    def completions(self, prefix: str, most: int) -> list[str]:
        """The words that begin with ``prefix``, those that most passages hold first, no more than ``most``."""
        low, high = self.prefixed(prefix)
        found = nlargest(most, range(low, high), key=lambda at: (self._frequency[at], -at))
        return [self.terms[at] for at in found]

    def near(self, word: str, *, prefix: bool) -> list[tuple[int, float]]:
        """Ids of words within the allowed distance of ``word`` but not equal to it, with their closeness (0 to 1).

        The nearest come first, of equally near ones the more frequent. With ``prefix`` a word also counts where its
        beginning is near, so that "bratislv" finds "bratislava".
        """
        key = (word, prefix)
        known = self._near.get(key)
        if known is None:
            if len(self._near) > 512:
                self._near.clear()
            known = self._near[key] = self._find_near(word, prefix)
        return known

    def _find_near(self, word: str, prefix: bool) -> list[tuple[int, float]]:
        allowed = allowed_distance(word)
        if not allowed:
            return []
        # From the package, not from its modules: while another thread imports it, those would be half there.
        from rapidfuzz import distance as distances
        from rapidfuzz import process

        ids = list(_bits(self._alike(word, allowed) & self._between(len(word) - allowed, len(word) + allowed)))
        choices = [self.terms[at] for at in ids]
        scorer = distances.OSA.distance
        distance = {
            ids[place]: float(found)
            for _, found, place in process.extract(word, choices, scorer=scorer, score_cutoff=allowed, limit=None)
            if found
        }
        # A beginning tells less than a whole word: from four characters on, with one error.
        if prefix and len(word) > 3:
            self._add_near_beginnings(word, distance)
        order = sorted(distance, key=lambda at: (distance[at], self.terms[at][0] != word[0], -self._frequency[at], at))
        return [(at, 1 - distance[at] / (len(word) + 1)) for at in order[:_NEAREST]]

    def _add_near_beginnings(self, word: str, distance: dict[int, float]) -> None:
        from rapidfuzz import distance as distances
        from rapidfuzz import process

        scorer = distances.OSA.distance
        low, high = self.prefixed(word)
        longest = max(self._lengths, default=0)
        candidates = self._alike(word, 1, whole=False) & self._between(len(word) + 1, longest)
        if len(word) < _FIRST_FREE:
            candidates &= self._bitmaps.get(f"^{word[0]}", 0) | self._bitmaps.get(f"^{word[1]}", 0)
        ids = [at for at in _bits(candidates) if not low <= at < high]
        for length in (len(word), len(word) - 1, len(word) + 1):
            beginnings = [self.terms[at][:length] for at in ids]
            for _, found, place in process.extract(word, beginnings, scorer=scorer, score_cutoff=1, limit=None):
                at = ids[place]
                rest = len(self.terms[at]) - length
                distance.setdefault(at, float(found) + rest / (rest + len(word)))

    def _alike(self, word: str, allowed: int, *, whole: bool = True) -> int:
        """The bitmap of words that have enough bigrams in common with ``word``.

        One error breaks two bigrams, a transposition three; room is left for one transposition.
        """
        grams = _bigrams(word) if whole else _bigrams(word)[:-1]
        wanted = max(1 if whole else 2, min(_MOST, len(grams) - 2 * allowed - 1))
        counters = [0] * _SLICES
        full = 0
        for gram in grams:
            carry = self._bitmaps.get(gram, 0)
            for place in range(_SLICES):
                counters[place], carry = counters[place] ^ carry, counters[place] & carry
                if not carry:
                    break
            full |= carry
        return _at_least(counters, wanted, self._all) | full

    def _between(self, shortest: int, longest: int) -> int:
        bitmap = 0
        for length, words in self._lengths.items():
            if shortest <= length <= longest:
                bitmap |= words
        return bitmap


def _bigrams(word: str) -> list[str]:
    """Each bigram once, in order; the word's beginning and end count as characters."""
    padded = f"^{word}$"
    return list(dict.fromkeys(padded[at : at + 2] for at in range(len(padded) - 1)))


def _bitmaps(terms: Sequence[str]) -> dict[str, int]:
    """For each bigram the words that hold it: bit n stands for the word with id n."""
    ids: dict[str, array[int]] = {}
    for at, term in enumerate(terms):
        for gram in _bigrams(term):
            held = ids.get(gram)
            if held is None:
                held = ids[gram] = array("I")
            held.append(at)
    return {gram: _bitmap(held) for gram, held in ids.items()}


def _length_bitmaps(terms: Sequence[str]) -> dict[int, int]:
    ids: dict[int, array[int]] = {}
    for at, term in enumerate(terms):
        ids.setdefault(len(term), array("I")).append(at)
    return {length: _bitmap(ids[length]) for length in sorted(ids)}


def _bitmap(ids: Sequence[int]) -> int:
    """``ids`` in ascending order as bits of an integer."""
    data = bytearray(ids[-1] // 8 + 1)
    for at in ids:
        data[at >> 3] |= 1 << (at & 7)
    return int.from_bytes(data, "little")


def _bits(bitmap: int) -> Iterator[int]:
    """The places of the bits that are set, ascending."""
    digits = f"{bitmap:b}"[::-1]
    at = digits.find("1")
    while at >= 0:
        yield at
        at = digits.find("1", at + 1)


def _at_least(counters: list[int], wanted: int, every: int) -> int:
    """The bitmap of the places whose bit-sliced counter is ``wanted`` or more."""
    more, equal = 0, every
    for place in range(_SLICES - 1, -1, -1):
        if wanted >> place & 1:
            equal &= counters[place]
        else:
            more |= equal & counters[place]
            equal &= ~counters[place]
    return more | equal
