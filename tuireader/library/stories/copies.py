"""Which articles of a story are one telling with several carriers, and who of them had it first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tuireader.text.words import fold

#: So much of the shorter text stands in the other one, word for word.
_COPIED = 0.9
#: From this on a close look pays: what is known of two texts is known of a quarter of their shingles.
_MAYBE = 0.6
#: A text this much longer than what it took over is one of its own.
_NO_LONGER = 2.0


class Carrier(NamedTuple):
    """What tells who had a text first: ``agency`` and ``source`` as the article names them, ``published`` and
    ``moment`` as ISO 8601, empty where unknown."""

    id: int
    digest: str
    source: str = ""
    agency: str = ""
    published: str = ""
    moment: str = ""

    @property
    def rank(self) -> tuple[bool, bool, str, str, str]:
        """Smaller is earlier: an agency's own text, then by date; what has none comes last. The digest decides the
        rest, not who came into the library first."""
        own = bool(self.agency) and fold(self.agency) in fold(self.source)
        return not own, not self.published, self.published, self.moment or "~", self.digest


def copies(
    carriers: Sequence[Carrier],
    contained: Callable[[int, int], float],
    shingles: Callable[[int], frozenset[int]],
) -> dict[int, int]:
    """For each article that is a copy the one it is a copy of, which is none itself.

    ``contained`` tells about what part of the shorter of two texts stands in the other, ``shingles`` are all those of a
    text; each is asked for at most once.
    """
    found: dict[int, int] = {}
    firsts: list[int] = []
    known: dict[int, frozenset[int]] = {}

    def all_of(id: int) -> frozenset[int]:
        if id not in known:
            known[id] = shingles(id)
        return known[id]

    for carrier in sorted(carriers, key=lambda each: each.rank):
        for first in firsts:
            if contained(carrier.id, first) >= _MAYBE and _copied(all_of(carrier.id), all_of(first)):
                found[carrier.id] = first
                break
        else:
            firsts.append(carrier.id)
    return found


def _copied(one: frozenset[int], other: frozenset[int]) -> bool:
    short, long = sorted((len(one), len(other)))
    return bool(short) and long <= _NO_LONGER * short and len(one & other) >= _COPIED * short
