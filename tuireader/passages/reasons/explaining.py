"""Why a link was made: what its two sentences share, what stands around them, and what spoke against it.

Nothing of this is kept with the links. It is computed again from the two texts, with the functions that judged them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Literal, NamedTuple

from tuireader.article import Article, Span
from tuireader.passages.links.cells import Place, Weights, candidates
from tuireader.passages.links.evidence import Evidence, evidence
from tuireader.passages.links.judging import FITTED, Surroundings, by_hand, chance, judge, logistic
from tuireader.passages.links.pair import LEAST, SURE, Match, align
from tuireader.passages.links.pair import Rule as Kept
from tuireader.passages.model import Link, Passage
from tuireader.passages.reasons.plainly import OTHER, says
from tuireader.passages.words.features import Features

Rule = Kept | Literal["joined"]

#: Links so many sentences away are neighbours a link can lean on.
_NEXT = 2
#: Characters of an article that are looked up together.
_STRETCH = 512
#: Another sentence that seems less likely than this is no rival.
_RIVAL = 0.05


class Common(NamedTuple):
    """A word that both sides of a link hold: its weight in bits among these two articles, and where it stands."""

    bits: float
    a: tuple[Span, ...]
    b: tuple[Span, ...]


class Reason(NamedTuple):
    """One number that was weighed. ``weight`` is what it added to the log odds (below 0: it spoke against the link)."""

    name: str
    number: float
    weight: float
    says: str


class Near(NamedTuple):
    """Another pair of sentences, and how likely it tells the same."""

    a: Span
    b: Span
    score: float


class Explanation(NamedTuple):
    """Why a link was made.

    ``a`` and ``b``: the two sentences (or pieces of overlong ones) that were compared. ``rule``: "judged" where words
    and surroundings made it likely enough, else the exception that kept it (``plainly.RULES``). ``alone``: how likely
    it seemed by its words alone; ``judged``: with its surroundings, both None where the two share too little to be
    judged. ``base``: the log odds that nothing at all would have; with the weights of ``reasons`` (heaviest first) they
    add up to those of ``judged``. ``words``: what both sides hold, heaviest first. ``rivals``: other pairs of which one
    sentence is the same. ``anchor``: the surest link near by, where there is one; the link leans on it where ``alone``
    would not have been enough.
    """

    link: Link
    a: Span
    b: Span
    rule: Rule
    alone: float | None
    judged: float | None
    base: float
    words: tuple[Common, ...]
    reasons: tuple[Reason, ...]
    rivals: tuple[Near, ...]
    anchor: Near | None

    @property
    def leans(self) -> bool:
        """Whether the words alone would not have been enough."""
        return self.alone is None or self.alone < LEAST


def explain(a: Article, b: Article, link: Link) -> Explanation:
    """Why ``link``, one of ``find([a, b])``, was made. Takes about as long as finding all links of the two.

    Raises ValueError where the link is none between these two articles.
    """
    return Explainer([a, b]).explain(link)


def explain_all(articles: Sequence[Article], links: Iterable[Link]) -> list[Explanation]:
    """An explanation for each link, in their order; each pair of articles is compared once.

    Raises ValueError where a link names an article that is not given.
    """
    explainer = Explainer(articles)
    return [explainer.explain(link) for link in links]


class Explainer:
    """Explains links between some articles, and remembers the pairs of articles it has compared for that."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._features: dict[str, Features] = {}
        self._pairs: dict[tuple[str, str], _Pair] = {}

    def explain(self, link: Link) -> Explanation:
        """Why a link was made. Raises ValueError where it names an article that is not known."""
        key = link.a.article, link.b.article
        if not self._articles.keys() >= set(key) or key[0] == key[1]:
            raise ValueError(f"no link between two of the articles: {key[0]}, {key[1]}")
        one, two = self._of(key[0]), self._of(key[1])
        turned = one.key > two.key
        if key not in self._pairs:
            self._pairs[key] = _Pair(two, one) if turned else _Pair(one, two)
        pair = self._pairs[key]
        return _turned(pair.explain(_turn(link))) if turned else pair.explain(link)

    def _of(self, id: str) -> Features:
        if id not in self._features:
            self._features[id] = Features(self._articles[id])
        return self._features[id]


def links_of(passages: Sequence[Passage], links: Iterable[Link]) -> list[list[Link]]:
    """The links that hold each of some passages together, in their order."""
    # Which passages have an occurrence in a stretch of an article; so that many links find theirs at once.
    near: dict[tuple[str, int], set[int]] = {}
    for number, passage in enumerate(passages):
        for occurrence in passage.occurrences:
            for stretch in _stretches(occurrence.span):
                near.setdefault(stretch, set()).add(number)
    found: list[list[Link]] = [[] for _ in passages]
    for link in links:
        sides = (set[int]().union(*(near.get(each, ()) for each in _stretches(span))) for span in (link.a, link.b))
        for number in sorted(set.intersection(*sides)):
            spans = [occurrence.span for occurrence in passages[number].occurrences]
            if any(map(link.a.overlaps, spans)) and any(map(link.b.overlaps, spans)):
                found[number].append(link)
    return found


def _stretches(span: Span) -> Iterator[tuple[str, int]]:
    return ((span.article, number) for number in range(span.start // _STRETCH, span.end // _STRETCH + 1))


def _turn(link: Link) -> Link:
    return link._replace(a=link.b, b=link.a)


def _turned(found: Explanation) -> Explanation:
    """The same, sides exchanged."""
    return found._replace(
        link=_turn(found.link),
        a=found.b,
        b=found.a,
        words=tuple(word._replace(a=word.b, b=word.a) for word in found.words),
        rivals=tuple(near._replace(a=near.b, b=near.a) for near in found.rivals),
        anchor=found.anchor and found.anchor._replace(a=found.anchor.b, b=found.anchor.a),
    )


class _Pair:
    """Two articles, compared as ``pair.align`` compares them, with all that it forgets."""

    def __init__(self, a: Features, b: Features) -> None:
        self.weights = weights = Weights(a, b)
        self.a, self.b = a, b = weights.a, weights.b
        self.judged = judge(weights, candidates(weights))
        self.offset = chance(weights)
        self.seen: dict[Place, Evidence] = {}
        self.alone: dict[Place, float] = {}
        for i, j in self.judged:
            found = evidence(weights, i, j)
            if found is not None:
                self.seen[i, j] = found
                self.alone[i, j] = logistic(FITTED.alone + self.offset, FITTED.alone_by, found)
        self.surroundings = Surroundings(weights, self.alone)
        self.nothing = Surroundings(weights, {})
        matches = align(weights)
        self.linked = {(match.i, match.j): match.score for match in matches}
        self.spans: dict[tuple[Span, Span], Match] = {}
        for match in matches:
            self.spans[a.span(*match.fit[:2]), b.span(*match.fit[2:])] = match
        self.lines: tuple[dict[int, list[tuple[float, int, int]]], ...] = {}, {}
        for (i, j), value in self.alone.items():
            for side, number in enumerate((i, j)):
                self.lines[side].setdefault(number, []).append((-value, i, j))

    def explain(self, link: Link) -> Explanation:
        """Why a link was made, its sides in the order of this pair."""
        match = self.spans.get((link.a, link.b))
        place = i, j = (match.i, match.j) if match else self._place(link)
        judged = self.judged[place].score if place in self.judged else None
        reasons, base = self._reasons(place)
        near = sorted((-self.linked[other], *other) for other in _around(place) if other in self.linked)
        return Explanation(
            link=link,
            a=self._unit(self.a, i),
            b=self._unit(self.b, j),
            rule=match.rule if match else "joined",
            alone=self.alone.get(place),
            judged=judged,
            base=base,
            words=self._common(link),
            reasons=tuple(sorted(reasons, key=lambda reason: (-abs(reason.weight), reason.name))),
            rivals=tuple(self._rivals(place)),
            anchor=self._near(*near[0][1:], -near[0][0]) if near and -near[0][0] >= SURE else None,
        )

    def _place(self, link: Link) -> Place:
        """The likeliest of the cells that a link touches."""
        rows, columns = _touched(self.a, link.a), _touched(self.b, link.b)
        places = [(i, j) for i in rows for j in columns]
        return max(places, key=lambda place: (self.linked.get(place, 0.0), self.alone.get(place, 0.0), place))

    def _unit(self, own: Features, unit: int) -> Span:
        return own.span(*own.units[unit][:2])

    def _near(self, i: int, j: int, score: float) -> Near:
        return Near(self._unit(self.a, i), self._unit(self.b, j), round(score, 4))

    def _common(self, link: Link) -> tuple[Common, ...]:
        """The words within the spans of a link that both of them hold."""
        sides = [_places(own, span) for own, span in ((self.a, link.a), (self.b, link.b))]
        common = sides[0].keys() & sides[1].keys()
        words = [Common(round(self.weights.value[stem], 2), *(side[stem] for side in sides)) for stem in common]
        return tuple(sorted(words, key=lambda word: (-word.bits, word.a)))

    def _reasons(self, place: Place) -> tuple[list[Reason], float]:
        """What was weighed, and the log odds without any of it."""
        if place not in self.seen:
            return [], 0.0
        around, none = (each.of(*place, self.alone[place]) for each in (self.surroundings, self.nothing))
        base = FITTED.among + sum(by * number for by, number in zip(FITTED.around_by, none, strict=True))
        reasons = [
            Reason(name, round(number, 4), by * (number - zero), says(name, number))
            for names, by_all, numbers, zeros in (
                (Evidence._fields, FITTED.among_by, self.seen[place], (0.0,) * len(Evidence._fields)),
                (FITTED.around_by._fields, FITTED.around_by, around, none),
            )
            for name, by, number, zero in zip(names, by_all, numbers, zeros, strict=True)
        ]
        if self.offset:
            reasons.append(Reason("length", round(self.offset, 4), self.offset, OTHER["length"]))
        for name, weight in by_hand(self.weights, *place, self.seen[place]).items():
            reasons.append(Reason(name, 1.0, weight, OTHER[name]))
        return [reason._replace(weight=round(reason.weight, 4)) for reason in reasons], round(base, 4)

    def _rivals(self, place: Place) -> Iterator[Near]:
        """The best other cell in the row of a cell, and in its column."""
        for side in (0, 1):
            others = [other for other in self.lines[side].get(place[side], ()) if other[1:] != place]
            if others and -min(others)[0] >= _RIVAL:
                value, i, j = min(others)
                yield self._near(i, j, -value)


def _around(place: Place) -> Iterator[Place]:
    """The places of the cells near by."""
    for down, across in product(range(-_NEXT, _NEXT + 1), repeat=2):
        if down or across:
            yield place[0] + down, place[1] + across


def _touched(own: Features, span: Span) -> list[int]:
    """The units that a span touches; the nearest one where it touches none."""
    found = [
        number
        for number, unit in enumerate(own.units)
        if own.starts[unit.first] < span.end and own.ends[unit.last - 1] > span.start
    ]
    last = max(0, len(own.units) - 1)
    return found or [min(last, bisect_left([own.starts[unit.first] for unit in own.units], span.start))]


def _places(own: Features, span: Span) -> Mapping[str, tuple[Span, ...]]:
    """Where each stem stands within a span. Words of one stem in a row ("United States") are one place."""
    found: dict[str, list[Span]] = {}
    first, last = bisect_left(own.starts, span.start), bisect_left(own.starts, span.end)
    for place in range(first, last):
        held = found.setdefault(own.stems[place], [])
        start = own.starts[place]
        if held and place > first and own.stems[place - 1] == own.stems[place]:
            start = held.pop().start
        held.append(own.article.span(start, own.ends[place]))
    return {stem: tuple(spans) for stem, spans in found.items()}
