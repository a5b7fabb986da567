"""A fact before it is numbered: which mentions, in which articles, with which verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tuireader.facts.model import FactKind, Reason, Verdict


@dataclass(frozen=True, slots=True)
class Told:
    """What one article says of a fact: its number, the span, the value in its normal form."""

    article: int
    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact across articles. ``weight`` says how much it matters beside others of its kind.

    ``reasons`` tell why two of ``told`` were put together or held against each other, by their places in that list.
    """

    kind: FactKind
    key: str
    verdict: Verdict
    told: Sequence[Told]
    why: str
    compatible: bool | None = None
    weight: float = 0.0
    reasons: Sequence[Reason] = ()


def articles(told: Sequence[Told]) -> int:
    """In how many articles something is told."""
    return len({one.article for one in told})
