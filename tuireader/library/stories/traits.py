"""What of an article tells which others tell the same: runs of its words, and which words it has how often."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple
from zlib import crc32

from tuireader.article import Article
from tuireader.passages.words.vocabulary import Vocabulary, vocabulary_of
from tuireader.text.words import pieces, stopwords

#: A shingle is so many telling words in a row, as a hash. Articles that copy share many of them.
_LENGTH = 5
#: Of all shingles one in so many is kept, the same ones everywhere: their words decide.
_KEPT = 4
#: No more shingles and no more different words are kept of one article, those of its beginning.
_MOST, _MOST_TERMS = 2_000, 600
#: A word of the title counts as much as so many in the text.
_TITLE = 2

#: So many words are kept at hand with their hashes.
_AT_HAND = 1 << 17
_PRIME, _MASK = 0x9E3779B97F4A7C15, (1 << 63) - 1


class Traits(NamedTuple):
    """``shingles`` are hashes of 63 bits, each once, ascending; ``terms`` gives for the hash of each telling word (32
    bits, of its stem) how often it stands there."""

    shingles: array[int]
    terms: Mapping[int, int]


def traits(article: Article) -> Traits:
    """The traits of an article, the same in every process."""
    body = _telling(article, title=False)
    counts = Counter(body[: 8 * _MOST_TERMS])
    for word in _telling(article, title=True):
        counts[word] += _TITLE
    chosen = (run for run in _runs(body) if not sum(run) % _KEPT)
    kept = dict.fromkeys(islice(map(_shingle, chosen), 2 * _MOST))
    return Traits(array("q", sorted(islice(kept, _MOST))), dict(counts.most_common(_MOST_TERMS)))


def all_shingles(article: Article) -> frozenset[int]:
    """Every shingle of an article, for a close look at two of them. Of a text of fewer words, its words."""
    words = _telling(article, title=False)
    return frozenset(map(_shingle, _runs(words))) or frozenset(words)


class Rarity(dict[int, float]):
    """How much each word tells, by how few articles have it. What is in few articles would not be known as common, so
    the collection is taken to be larger than it is, by articles in which none of the words stand."""

    def __init__(self, held: Mapping[int, int], articles: int) -> None:
        """``held`` says in how many of all articles a word stands."""
        super().__init__()
        self._held, self._every = held, articles + _UNSEEN

    def __missing__(self, term: int) -> float:
        found = self[term] = math.log(self._every / (1 + self._held.get(term, 0)))
        return found


#: See ``Rarity``.
_UNSEEN = 60
#: How much it tells that a word stands so often.
_OFTEN = tuple(1 + math.log(max(1, count)) for count in range(64))


def weights(terms: Mapping[int, int], rarity: Rarity) -> dict[int, float]:
    """A vector of length 1: how much each word tells of what an article is about (tf-idf; Salton and Buckley 1988)."""
    raw = [_OFTEN[count if count < 64 else 63] * rarity[term] for term, count in terms.items()]
    length = math.sqrt(sum([each * each for each in raw]))
    return dict(zip(terms, [each / length for each in raw], strict=True)) if length else {}


def likeness(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    """The cosine of two vectors."""
    return sum([one[term] * other[term] for term in one.keys() & other.keys()])


class _Hashes(dict[str, int]):
    """Words as they are written to the hashes of what they are compared by; 0 for words that tell nothing."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.vocabulary = vocabulary

    def __missing__(self, written: str) -> int:
        if len(self) >= _AT_HAND:
            self.clear()
        form, key = self.vocabulary[written][:2]
        tells = len(form) > 1 and form not in stopwords()
        found = self[written] = crc32(key.encode("utf-8", "surrogatepass")) if tells else 0
        return found


_hashes: dict[int, _Hashes] = {}


def _telling(article: Article, *, title: bool) -> list[int]:
    """The hashes of the telling words of the title, or of the text, in order."""
    text = "\n".join(article.text[part.start : part.end] for part in article.told() if (part.role == "title") == title)
    written = pieces(text).written
    if not written:
        return []
    vocabulary = vocabulary_of(written)
    known = _hashes.get(id(vocabulary))
    if known is None or known.vocabulary is not vocabulary:
        known = _hashes[id(vocabulary)] = _Hashes(vocabulary)
    return [found for found in map(known.__getitem__, written) if found]


def _runs(words: Sequence[int]) -> Iterator[tuple[int, ...]]:
    return zip(*(words[shift:] for shift in range(_LENGTH)), strict=False)


def _shingle(run: tuple[int, ...]) -> int:
    mixed = 0
    for word in run:
        mixed = ((mixed ^ word) * _PRIME) & _MASK
    # The low bits of a product know the low bits of its factors alone.
    return mixed ^ (mixed >> 29)
