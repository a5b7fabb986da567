"""Who shares with whom: what every two articles of a story have in common, and how much of it word for word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from tuireader.article import Article
from tuireader.overview.first import UNKNOWN, First, Origins
from tuireader.overview.sharing import Ranges, body, common, length, merged, overlap
from tuireader.passages import Passage
from tuireader.text.words import bare, pieces

#: Words are copied where so many in a row stand in what the other article has in common with this one. Runs of n words
#: (Broder 1997, and for news that reuses an agency's text Clough et al. 2002) say more of copying than single words,
#: which two accounts of one event share anyway.
RUN = 4


class Pair(NamedTuple):
    """Two articles that share something, ``a`` the one that was given first.

    All parts are of characters of bodies, 0 to 1. ``a_part`` of ``a`` stands in passages that both carry, ``b_part`` of
    ``b``, and ``share`` of the two laid together. ``a_same`` and ``b_same`` stand word for word in the other, in runs
    of at least ``RUN``. ``passages`` counts what both carry, ``alike`` how many of these in one wording. ``first`` says
    which of them came first, as far as dates and what they name tell.
    """

    a: str
    b: str
    share: float
    a_part: float
    b_part: float
    a_same: float
    b_same: float
    passages: int = 0
    alike: int = 0
    first: First = UNKNOWN


class Told:
    """The words of one article's body, as numbers that are the same in all."""

    def __init__(self, article: Article, vocabulary: dict[str, int]) -> None:
        found = pieces(article.text)
        self.body = body(article)
        self.starts: list[int] = []
        self.ends: list[int] = []
        words: list[int] = []
        for start, end in self.body:
            low, high = bisect_left(found.starts, start), bisect_right(found.ends, end)
            self.starts += found.starts[low:high]
            self.ends += found.ends[low:high]
            words += [vocabulary.setdefault(bare(word), len(vocabulary)) for word in found.written[low:high]]
        self.runs = list(zip(*(words[shift:] for shift in range(RUN)), strict=False))

    def runs_in(self, spans: Ranges) -> set[tuple[int, ...]]:
        """The runs of words that lie within these stretches of the text."""
        return {self.runs[at] for at in self._within(spans)}

    def copied(self, spans: Ranges, runs: set[tuple[int, ...]]) -> Ranges:
        """Where words of these stretches stand in one of the runs."""
        found = merged(
            (self.starts[at], self.ends[at + RUN - 1]) for at in self._within(spans) if self.runs[at] in runs
        )
        return overlap(overlap(self.body, spans), found)

    def _within(self, spans: Ranges) -> Iterable[int]:
        """The places of the runs that lie within these stretches."""
        for start, end in spans:
            yield from range(bisect_left(self.starts, start), bisect_right(self.ends, end) - RUN + 1)


def pairs(articles: Sequence[Article], passages: Sequence[Passage], origins: Origins) -> tuple[Pair, ...]:
    """Every two articles that a passage joins, those that share most first."""
    vocabulary: dict[str, int] = {}
    words = {article.id: Told(article, vocabulary) for article in articles}
    place = {id: number for number, id in enumerate(words)}
    carried = _carried(passages, place)
    held = common(words, passages)
    found = []
    for (a, b), (both, alike) in carried.items():
        first, second, mine, theirs = words[a], words[b], held[a, b], held[b, a]
        whole = length(first.body), length(second.body)
        shared = length(overlap(first.body, mine)), length(overlap(second.body, theirs))
        if not sum(shared):
            continue
        found.append(
            Pair(
                a,
                b,
                share=sum(shared) / sum(whole),
                a_part=shared[0] / max(1, whole[0]),
                b_part=shared[1] / max(1, whole[1]),
                a_same=length(first.copied(mine, second.runs_in(theirs))) / max(1, whole[0]),
                b_same=length(second.copied(theirs, first.runs_in(mine))) / max(1, whole[1]),
                passages=both,
                alike=alike,
                first=origins.between(a, b),
            )
        )
    return tuple(sorted(found, key=lambda pair: (-pair.share, place[pair.a], place[pair.b])))


def _carried(passages: Iterable[Passage], ids: Mapping[str, int]) -> dict[tuple[str, str], tuple[int, int]]:
    """For every two articles how many passages both carry, and how many of these in one wording."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for passage in passages:
        wordings: dict[str, set[int]] = {}
        for span, wording in passage.occurrences:
            if span.article in ids:
                wordings.setdefault(span.article, set()).add(wording)
        for a, b in combinations(sorted(wordings, key=lambda id: ids[id]), 2):
            both, alike = found.get((a, b), (0, 0))
            found[a, b] = both + 1, alike + (not wordings[a].isdisjoint(wordings[b]))
    return found
