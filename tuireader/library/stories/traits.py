"""What of an article tells which others tell the same: runs of its words, and which words it has how often."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from tuireader.article import Article
from tuireader.passages.words.vocabulary import vocabulary_of
from tuireader.text.words import pieces, stopwords

#: A shingle is so many telling words in a row, as a hash. Articles that copy share many of them.
_LENGTH = 5
#: Of all shingles one in so many is kept, the same ones everywhere: the hash itself decides.
_KEPT = 4
#: No more shingles and no more different words are kept of one article, those of its beginning.
_MOST, _MOST_TERMS = 2_000, 600
#: A word of the title counts as much as so many in the text.
_TITLE = 2

_PRIME, _MASK = 0x9E3779B97F4A7C15, (1 << 63) - 1


class Traits(NamedTuple):
    """``shingles`` are hashes of 63 bits, each once, ascending; ``terms`` gives for the hash of each telling word (32
    bits, of its stem) how often it stands there."""

    shingles: array[int]
    terms: Mapping[int, int]


def traits(article: Article) -> Traits:
    """The traits of an article, the same in every process."""
    body = [crc for _, crc in _telling(article, title=False)]
    counts = Counter(body[: 8 * _MOST_TERMS])
    for _, crc in _telling(article, title=True):
        counts[crc] += _TITLE
    kept = (shingle for shingle in _shingles(body) if shingle % _KEPT == 0)
    first: dict[int, None] = {}
    for shingle in kept:
        first[shingle] = None
        if len(first) == _MOST:
            break
    return Traits(array("q", sorted(first)), dict(counts.most_common(_MOST_TERMS)))


def all_shingles(article: Article) -> frozenset[int]:
    """Every shingle of an article, for a close look at two of them. Of a text of fewer words, its words."""
    words = [crc for _, crc in _telling(article, title=False)]
    return frozenset(_shingles(words)) or frozenset(words)


def weights(terms: Mapping[int, int], held: Mapping[int, int], articles: int) -> dict[int, float]:
    """A vector of length 1: how much each word tells of what an article is about (tf-idf; Salton and Buckley 1988).

    ``held`` says in how many of all articles a word stands. What is in few articles would not be known as common, so
    the collection is taken to be larger than it is, by articles in which none of the words stand.
    """
    every = articles + _UNSEEN
    raw = {term: (1 + math.log(count)) * math.log(every / (1 + held.get(term, 0))) for term, count in terms.items()}
    length = math.sqrt(sum(each * each for each in raw.values()))
    return {term: each / length for term, each in raw.items()} if length else {}


#: See ``weights``.
_UNSEEN = 60


def likeness(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    """The cosine of two vectors."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)


def _telling(article: Article, *, title: bool) -> Iterator[tuple[str, int]]:
    """The telling words of the title, or of the text, with their hashes."""
    stop = stopwords()
    text = "\n".join(article.text[part.start : part.end] for part in article.told() if (part.role == "title") == title)
    written = pieces(text).written
    known = vocabulary_of(written) if written else {}
    for word in written:
        form, key = known[word][:2]
        if len(form) > 1 and form not in stop:
            yield key, _hash(key)


@lru_cache(maxsize=1 << 17)
def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def _shingles(words: Sequence[int]) -> Iterator[int]:
    for place in range(len(words) - _LENGTH + 1):
        mixed = 0
        for word in words[place : place + _LENGTH]:
            mixed = ((mixed ^ word) * _PRIME) & _MASK
        # The low bits of a product know the low bits of its factors alone.
        yield mixed ^ (mixed >> 29)
