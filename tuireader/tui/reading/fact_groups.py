"""How facts are grouped on screen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Literal, NamedTuple

from tuireader.facts import KINDS, VERDICTS, Fact
from tuireader.report.fact_words import MANY

By = Literal["verdict", "kind", "timeline"]

#: Group names that are no verdict and no kind.
DISMISSED = "dismissed"

#: What a group is called, and what that means.
HEADINGS: Mapping[str, tuple[str, str]] = {
    "differ": ("differ", "not the same everywhere"),
    "changed": ("changed", "because time passed"),
    "agree": ("agree", "the same in several"),
    "only": ("only here", "one article has it"),
    **{kind: (name, "") for kind, name in MANY.items()},
    DISMISSED: ("dismissed", "taken off the list"),
}


class Group(NamedTuple):
    """Facts under one heading; ``name`` is a verdict, a kind or ``DISMISSED``."""

    name: str
    items: tuple[Fact, ...]


def grouped(
    facts: Iterable[Fact], by: Literal["verdict", "kind"], dismissed: Collection[int], *, show_dismissed: bool
) -> list[Group]:
    """The groups that hold something, in their fixed order; inside each the facts come in theirs.

    Real differences come before compatible ones. Dismissed facts, told by their ids, stand in a group of their own at
    the end, or nowhere.
    """
    held: dict[str, list[Fact]] = {}
    for fact in facts:
        name = DISMISSED if fact.id in dismissed else fact.verdict if by == "verdict" else fact.kind
        held.setdefault(name, []).append(fact)
    names: tuple[str, ...] = VERDICTS if by == "verdict" else KINDS
    if show_dismissed:
        names = (*names, DISMISSED)
    return [Group(name, tuple(sorted(held[name], key=_weight))) for name in names if name in held]


def _weight(fact: Fact) -> tuple[int, bool, int]:
    return VERDICTS.index(fact.verdict), fact.compatible is True, fact.id
