"""Articles to links and passages: the parts put together."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import combinations

from tuireader.article import Article
from tuireader.passages.blocks.growing import Block, blocks
from tuireader.passages.candidates import neighbours
from tuireader.passages.joined.clusters import gather
from tuireader.passages.joined.outlines import Group
from tuireader.passages.links.cells import Weights
from tuireader.passages.links.pair import SURE, Match, align
from tuireader.passages.model import Kind, Link, Occurrence, Passage, Passages
from tuireader.passages.words.features import Features

#: Up to so many articles are compared each with each; more only where they share rare wording.
_ALL_PAIRS = 40


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keeps the cyclic garbage collector off: no cycle is made here, and it would look at all words again and again."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


@_undisturbed()
def find(articles: Sequence[Article]) -> Passages:
    """What the articles share: links between each two of them, and the passages these make across all.

    Only titles, headings and body are compared. Pairs are judged by their two texts alone: a further article changes
    nothing between the others, and ``find([b, a])`` gives what ``find([a, b])`` gives with the sides exchanged. Links
    come in the order of their articles and places, passages in reading order, numbered from 1.
    """
    made = [Features(article) for article in articles]
    # Worked on in an order that the caller's does not matter to, so that it cannot matter to the answer.
    given = sorted(range(len(made)), key=lambda number: made[number].key)
    features = [made[number] for number in given]
    chosen = combinations(range(len(features)), 2) if len(features) <= _ALL_PAIRS else neighbours(features)
    pairs: dict[tuple[int, int], list[Match]] = {}
    alongside: dict[tuple[int, int], list[Block]] = {}
    for x, y in chosen:
        weights = Weights(features[x], features[y])
        matches = align(weights)
        if matches:
            pairs[x, y] = matches
        found = blocks(weights, matches)
        if found:
            alongside[x, y] = found
    groups = [_as_given(group, given) for group in gather(features, pairs, alongside)]
    groups.sort(key=lambda group: [(stretch.article, stretch.low, stretch.high) for stretch in group.stretches])
    passages = [_passage(number, made, group) for number, group in enumerate(groups, 1)]
    return Passages(tuple(_links(features, pairs, given)), tuple(passages))


def _as_given(group: Group, given: Sequence[int]) -> Group:
    """A group whose articles have the numbers that the caller gave them."""
    stretches = sorted(stretch._replace(article=given[stretch.article]) for stretch in group.stretches)
    return group._replace(stretches=tuple(stretches))


def _links(
    features: Sequence[Features], pairs: Mapping[tuple[int, int], Sequence[Match]], given: Sequence[int]
) -> Iterator[Link]:
    """The links in the order, and with the sides, of the caller's articles."""
    turned = {tuple(sorted((given[x], given[y]))): (x, y) for x, y in pairs}
    for first, second in sorted(turned):
        x, y = turned[first, second]
        matches = pairs[x, y]
        if given[x] != first:
            x, y, matches = y, x, sorted(match.turned() for match in matches)
        for match in matches:
            yield _link(features[x], features[y], match)


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
