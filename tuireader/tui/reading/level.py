"""Brings panes level: for a line in one article, the line of another that tells the same.

Anchors are pairs of offsets, one in each article, where linked sentences begin. Order may differ between the articles.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tuireader.article import Span
from tuireader.passages import Link


class Anchor(NamedTuple):
    """Offset ``here`` in one article and offset ``there`` in the other begin the same statement."""

    here: int
    there: int
    score: float


def anchors(links: Iterable[Link], here: str, there: str) -> tuple[Anchor, ...]:
    """The anchors between two articles, in order of the first; of several at one place, the surest."""
    best: dict[int, Anchor] = {}
    for a, b, _, score in links:
        first, second = _oriented(a, b, here, there)
        if first is None or second is None:
            continue
        old = best.get(first.start)
        if old is None or score > old.score:
            best[first.start] = Anchor(first.start, second.start, score)
    return tuple(best[start] for start in sorted(best))


def _oriented(a: Span, b: Span, here: str, there: str) -> tuple[Span | None, Span | None]:
    if (a.article, b.article) == (here, there):
        return a, b
    if (b.article, a.article) == (here, there):
        return b, a
    return None, None


def nearest(found: Sequence[Anchor], offset: int) -> Anchor | None:
    """The anchor at or before an offset, or the first after it; None where the articles share nothing."""
    if not found:
        return None
    index = bisect_right(found, offset, key=lambda anchor: anchor.here) - 1
    return found[max(0, index)]
