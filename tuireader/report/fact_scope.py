"""Facts as far as they concern some articles: those that are at hand, of a story that has more of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from tuireader.facts import Fact


def within(facts: Iterable[Fact], ids: Collection[str]) -> list[Fact]:
    """The facts that articles with these ids carry, each with what these say and no other.

    Where what is left no longer differs the verdict says so: two articles that say the same agree, however the rest of
    the story has it. Ids of facts and wordings stay as they are.
    """
    own = set(ids)
    return [
        fact if own.issuperset(fact.articles) else _left(fact, own) for fact in facts if own.intersection(fact.articles)
    ]


def _left(fact: Fact, own: Collection[str]) -> Fact:
    kept = [place for place, value in enumerate(fact.values) if value.span.article in own]
    values = tuple(fact.values[place] for place in kept)
    place_of = {old: new for new, old in enumerate(kept)}
    reasons = tuple(
        reason._replace(one=place_of[reason.one], other=place_of[reason.other])
        for reason in fact.reasons
        if reason.one in place_of and reason.other in place_of
    )
    wordings = len({value.wording for value in values})
    left = replace(fact, values=values, reasons=reasons, wordings=wordings)
    if len(left.articles) == 1:
        return replace(left, verdict="only", compatible=None, why="one of these articles has it")
    if fact.verdict in ("differ", "changed") and len({value.value.casefold() for value in values}) == 1:
        return replace(left, verdict="agree", compatible=None, why="these articles say the same")
    return left
