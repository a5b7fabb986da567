"""How near two units are in sense: short vectors of English words, summed by what the words tell in this pair.

The vectors are shipped beside this module and come from a sentence model; ``benchmarks/build_vectors.py`` distils them,
docs/data.md tells origin and licence. Without the file nothing is known of the sense of words, and all else works.

The file: ``MAGIC``; the number of stems (4 bytes); a CRC-32 checksum of each stem, in order (4 bytes each); the
``DIMENSIONS`` numbers of each, one byte each, ``BIAS`` added. All little endian. The words themselves are not needed.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from math import sqrt
from operator import mul
from pathlib import Path
from zlib import crc32

from tuireader.passages.cells import Weights
from tuireader.text.words import stem

PATH = Path(__file__).with_name("vectors.bin")
MAGIC = b"tuivec1\n"
DIMENSIONS = 48
BIAS = 128
_HEAD = len(MAGIC) + 4
#: A packed row has a lane of so many bytes for each number: sums of many rows never run over.
_LANE = 8
#: Bits of a word are rounded to this part, so that sums are of whole numbers.
_PART = 8


class Vectors:
    """The rows of the file. Read whole (it is small), looked up one by one."""

    def __init__(self, raw: bytes) -> None:
        """Raises ValueError where the bytes are no such file."""
        count = int.from_bytes(raw[len(MAGIC) : _HEAD], "little")
        self._first = _HEAD + 4 * count
        if not raw.startswith(MAGIC) or len(raw) != self._first + DIMENSIONS * count:
            raise ValueError("no file of word vectors")
        self._raw = raw
        self._keys = array("I", raw[_HEAD : self._first])
        if sys.byteorder == "big":
            self._keys.byteswap()
        self._packed: dict[str, int] = {}

    def packed(self, key: str) -> int:
        """The row of what a word is compared by, as one whole number: a lane for each of its numbers, the ``BIAS`` left
        in. 0 where the word is not known, as names are not.

        Rows so packed are weighed and added by one operation each, not one for each number.
        """
        found = self._packed.get(key)
        if found is None:
            word = stem(key[1:]) if key[:1] in ("=", "@") else key  # a group of words goes by its first
            found = self._packed[key] = self._pack(crc32(word.encode()))
        return found

    def _pack(self, key: int) -> int:
        place = bisect_left(self._keys, key)
        if place == len(self._keys) or self._keys[place] != key:
            return 0
        start = self._first + DIMENSIONS * place
        lanes = bytearray(_LANE * DIMENSIONS)
        lanes[::_LANE] = self._raw[start : start + DIMENSIONS]
        return int.from_bytes(lanes, "little")


@lru_cache(maxsize=1)
def load() -> Vectors | None:
    """The vectors shipped with the program; None where the file is missing or damaged."""
    try:
        return Vectors(PATH.read_bytes())
    except (OSError, ValueError):
        return None


class Sense:
    """How near the units of two articles are in sense, by what sets them apart from the rest of the pair.

    A unit is the sum of its words' vectors, weighed by their bits, less as much of the mean over both articles: what
    the whole event is about says nothing (measured: without that step the numbers are worth nothing). Vectors of units
    are made when asked for.
    """

    def __init__(self, vectors: Vectors, weights: Weights) -> None:
        self._weights = weights
        words: dict[str, tuple[int, int]] = {}
        total = shares = 0
        for own in (weights.a, weights.b):
            for key, places in own.places.items():
                row = vectors.packed(key)
                if row:
                    part = round(_PART * weights.value[key])
                    words[key] = part, part * row
                    total += len(places) * part * row
                    shares += len(places) * part
        self._words = words
        self._mean = [number / shares for number in _lanes(total)] if shares else []
        self._units: tuple[dict[int, list[float]], dict[int, list[float]]] = {}, {}

    def near(self, i: int, j: int) -> float:
        """The cosine of unit ``i`` of the first and ``j`` of the second article, 0 where it is less or not known."""
        first, second = self._units
        one = first.get(i)
        if one is None:
            one = first[i] = self._unit(self._weights.a.kinds[i])
        two = second.get(j)
        if two is None:
            two = second[j] = self._unit(self._weights.b.kinds[j])
        cosine: float = sum(map(mul, one, two))
        return max(0.0, cosine)

    def _unit(self, kinds: Sequence[str]) -> list[float]:
        """The vector of a unit, of length 1; empty where no word of it is known."""
        known = [self._words[key] for key in kinds if key in self._words]
        share = sum([part for part, _ in known])
        if not share:
            return []
        lanes = _lanes(sum([row for _, row in known]))
        vector = [number - share * mean for number, mean in zip(lanes, self._mean, strict=True)]
        length = sqrt(sum(map(mul, vector, vector)))
        return [number / length for number in vector] if length > 1e-6 * share else []


def _lanes(packed: int) -> Sequence[int]:
    """The numbers in the lanes of a whole number."""
    return memoryview(packed.to_bytes(_LANE * DIMENSIONS, sys.byteorder)).cast("Q")
