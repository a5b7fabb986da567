"""Verbs and nouns of two articles that tell of one event, though no list of events has them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import permutations, product
from typing import NamedTuple

from tuireader.facts.across.context import Context, Pair
from tuireader.facts.events.predicates import Predicate, predicates
from tuireader.facts.reading import Reading

#: From this score on spans that say the same tell of one event where they have the verb in common.
SOUND = 0.34
#: From this score on one of them may deny what the other says.
DENIED = 0.7
#: Likeness of two sentences from which what one plans is what the other tells as done: with the same doer, and without.
DONE, DONE_BY_ANYONE = 0.2, 0.35


class Alike(NamedTuple):
    """Two predicates that tell of one event, why, and how sure that is, 0 to 1."""

    one: int
    a: Predicate
    other: int
    b: Predicate
    rule: str
    score: float


class _Told:
    """The predicates of one article, in order of their verbs."""

    def __init__(self, found: list[Predicate]) -> None:
        self.all = sorted(found, key=lambda predicate: predicate.at)
        self._at = [predicate.at for predicate in self.all]

    def between(self, start: int, end: int) -> list[Predicate]:
        """Those whose verb stands in a span."""
        return self.all[bisect_left(self._at, start) : bisect_left(self._at, end)]


def find(readings: Sequence[Reading], context: Context) -> list[Alike]:
    """What two articles both tell of, for each two of them."""
    if len(readings) < 2:
        return []
    told = [_Told(list(predicates(reading.document, reading.clauses, reading.cast))) for reading in readings]
    found: list[Alike] = []
    for one, other in permutations(range(len(readings)), 2):
        if one < other:
            found += [
                Alike(one, a, other, b, "denied" if a.negated != b.negated else "told alike", pair.score)
                for pair in context.told_alike(one, other)
                if pair.score >= SOUND
                for a, b in _common(told[one], told[other], pair)
                if a.negated == b.negated or _contradict(a, b, pair)
            ]
        found += _planned_and_done(readings, told, one, other, context)
    return found


def _common(mine: _Told, theirs: _Told, pair: Pair) -> list[tuple[Predicate, Predicate]]:
    """Verbs that both spans have, once each: the first of its meaning on either side. One of the two is a verb, or both
    are nouns that name an event."""
    here: dict[str, list[Predicate]] = {}
    there: dict[str, list[Predicate]] = {}
    for side, held, start, end in ((here, mine, pair.start, pair.end), (there, theirs, pair.begin, pair.stop)):
        for predicate in held.between(start, end):
            side.setdefault(predicate.key, []).append(predicate)
    chosen = []
    for key in here:
        both = [
            (a, b)
            for a, b in product(here[key], there.get(key, ()))
            if (a.verbal or b.verbal or (a.occasion and b.occasion)) and _one_doing(a, b)
        ]
        if both:
            chosen.append(min(both, key=lambda two: (not (two[0].verbal and two[1].verbal), two[0].at, two[1].at)))
    return chosen


def _contradict(a: Predicate, b: Predicate, pair: Pair) -> bool:
    """Whether one denies what the other says, and does not speak of something beside it: one verb, words beside it in
    common, and spans that surely say the same but for this."""
    same = a.verbal and b.verbal and a.root == b.root
    return same and pair.score >= DENIED and len(a.near & b.near) >= 2


def _one_doing(a: Predicate, b: Predicate) -> bool:
    """Whether two verbs of one meaning can tell of one event: the same doer, or a word beside them in common."""
    if a.agent and b.agent:
        return a.agent == b.agent
    return bool(a.near & b.near)


def _planned_and_done(
    readings: Sequence[Reading], told: Sequence[_Told], one: int, other: int, context: Context
) -> Iterator[Alike]:
    """What one article plans and the other tells as done, in sentences that are alike."""
    done: dict[str, list[Predicate]] = {}
    for predicate in told[other].all:
        if predicate.finished:
            done.setdefault(predicate.key, []).append(predicate)
    done_here = {predicate.key for predicate in told[one].all if predicate.finished}
    for a in told[one].all:
        if not a.coming or a.key in done_here:
            continue
        for b in done.get(a.key, ()):
            beside = (a.near & b.near) - {a.agent, b.agent}
            if (a.agent and b.agent and a.agent != b.agent) or not beside or _elsewhere(a, b):
                continue
            mine = context.words(one, readings[one].document.sentence_at(a.at))
            theirs = context.words(other, readings[other].document.sentence_at(b.at))
            score = context.likeness(mine, theirs)
            by_one = a.agent is not None and a.agent == b.agent
            if (by_one and score >= DONE) or (len(beside) > 1 and score >= DONE_BY_ANYONE):
                yield Alike(one, a, other, b, "planned, then done", score)


def _elsewhere(a: Predicate, b: Predicate) -> bool:
    """Whether both name places, and no common one."""
    return bool(a.places and b.places and not a.places & b.places)
