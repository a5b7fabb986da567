"""Articles to links and passages: the parts put together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from tuireader.article import Article
from tuireader.passages.blocks import Block, blocks
from tuireader.passages.candidates import neighbours
from tuireader.passages.cells import Weights
from tuireader.passages.clusters import gather
from tuireader.passages.features import Features
from tuireader.passages.model import Kind, Link, Occurrence, Passage, Passages
from tuireader.passages.outlines import Group
from tuireader.passages.pair import SURE, Match, align

#: Up to so many articles are compared each with each; more only where they share rare wording.
_ALL_PAIRS = 40


def find(articles: Sequence[Article]) -> Passages:
    """What the articles share: links between each two of them, and the passages these make across all.

    Only titles, headings and body are compared. Pairs are judged by their two texts alone: a further article changes
    nothing between the others, and ``find([b, a])`` gives what ``find([a, b])`` gives with the sides exchanged. Links
    come in the order of their articles and places, passages in reading order, numbered from 1.
    """
    features = [Features(article) for article in articles]
    chosen = combinations(range(len(features)), 2) if len(features) <= _ALL_PAIRS else neighbours(features)
    pairs: dict[tuple[int, int], list[Match]] = {}
    alongside: dict[tuple[int, int], list[Block]] = {}
    for x, y in chosen:
        matches = align(features[x], features[y])
        if matches:
            pairs[x, y] = matches
        found = _blocks(features[x], features[y])
        if found:
            alongside[x, y] = found
    links = [_link(features[x], features[y], match) for (x, y), matches in pairs.items() for match in matches]
    passages = [_passage(number, features, group) for number, group in enumerate(gather(features, pairs, alongside), 1)]
    return Passages(tuple(links), tuple(passages))


def _blocks(a: Features, b: Features) -> list[Block]:
    """The blocks of two articles; for (b, a) the same, sides exchanged."""
    if a.key > b.key:
        return sorted(block.turned() for block in blocks(Weights(b, a)))
    return blocks(Weights(a, b))


def _kind(tellings: Sequence[Sequence[str]], score: float) -> Kind:
    if all(telling == tellings[0] for telling in tellings):
        return "verbatim"
    return "reworded" if score >= SURE else "related"


def _link(a: Features, b: Features, match: Match) -> Link:
    cut = match.fit
    kind = _kind((a.folded[cut.a_first : cut.a_last], b.folded[cut.b_first : cut.b_last]), match.score)
    spans = a.span(cut.a_first, cut.a_last), b.span(cut.b_first, cut.b_last)
    return Link(*spans, kind, round(match.score, 4))


def _passage(number: int, features: Sequence[Features], group: Group) -> Passage:
    wordings: dict[tuple[str, ...], int] = {}
    occurrences = []
    for stretch in group.stretches:
        own = features[stretch.article]
        telling = tuple(own.folded[stretch.low : stretch.high])
        wording = wordings.setdefault(telling, len(wordings) + 1)
        occurrences.append(Occurrence(own.span(stretch.low, stretch.high), wording))
    return Passage(number, _kind(list(wordings), group.score), round(group.score, 4), tuple(occurrences))
