"""What the facts pane lists: of one story, of some articles, with some words, in groups, without what was dismissed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tuireader.article import Span
from tuireader.facts import Fact
from tuireader.report.fact_choice import NAMES
from tuireader.report.fact_scope import within
from tuireader.tui.reading.fact_groups import By, Group, grouped
from tuireader.tui.reading.fact_points import Day, Point, days

if TYPE_CHECKING:
    from tuireader.report.fact_index import FactIndex
    from tuireader.story import Story
    from tuireader.tui.session import Session

__all__ = ["NAMES", "Shown", "listed", "spans_of"]


@dataclass(frozen=True)
class Shown:
    """The groups of the list. ``facts`` are those of the articles at hand, ``all`` counts what could be listed,
    ``dismissed`` the facts that were taken off."""

    groups: Sequence[Group | Day] = ()
    facts: Sequence[Fact] = ()
    all: int = 0
    dismissed: int = 0
    wholes: Mapping[int, Fact] = field(default_factory=dict)

    @property
    def items(self) -> list[Fact | Point]:
        """What is listed, in order."""
        return [item for group in self.groups for item in group.items]

    def whole(self, fact: Fact) -> Fact:
        """A fact as all articles of the story have it."""
        return self.wholes[fact.id]

    def place_of(self, item: Fact | Point | None, otherwise: int) -> int:
        """Where an item stands in the list, or what belongs to the same fact; facts are known by their ids."""
        items = self.items
        if item in items:
            return items.index(item)
        fact = item.fact if isinstance(item, Point) else item
        for place, each in enumerate(items):
            other = each.fact if isinstance(each, Point) else each
            if fact is not None and other is not None and other.id == fact.id:
                return place
        return otherwise


def listed(session: Session, story: Story, by: By, whose: Sequence[str], typed: str, *, show_dismissed: bool) -> Shown:
    """What there is to list: facts of the story's articles as far as they concern these, carried by one of ``whose``
    (empty: by any), with all the words ``typed``."""
    known, index = session.facts, session.fact_index
    if known is None or index is None:
        return Shown()
    own = set(story.articles)
    wholes = {fact.id: fact for fact in known.facts if own.intersection(fact.articles)}
    facts = within(wholes.values(), own)
    gone = session.dismissed(wholes.values())

    def wanted(items: Iterable[Fact | Point]) -> list[Fact | Point]:
        near = [item for item in items if not whose or not set(whose).isdisjoint(item.articles)]
        return session.fact_words.fitting(typed, near) if typed.strip() else near

    groups: list[Group | Day]
    if by == "timeline":
        found = days(known.timeline, index, facts, own)
        if not show_dismissed:
            found = [Day(day.name, tuple(each for each in day.items if not _gone(each, gone))) for day in found]
        total = sum(len(day.items) for day in found)
        chosen = [Day(day.name, tuple(item for item in wanted(day.items) if isinstance(item, Point))) for day in found]
        groups = [day for day in chosen if day.items]
    else:
        total = len(facts) - (0 if show_dismissed else len(gone))
        left = [item for item in wanted(facts) if isinstance(item, Fact)]
        groups = [*grouped(left, by, gone, show_dismissed=show_dismissed)]
    return Shown(groups, facts, total, len(gone), wholes)


def _gone(point: Point, dismissed: Collection[int]) -> bool:
    return point.fact is not None and point.fact.id in dismissed


def spans_of(item: Fact | Point, index: FactIndex | None, ids: Sequence[str]) -> list[Span]:
    """Where the articles say something: each the first time, then wherever else they name the same, in their order.

    ``ids`` are the articles at hand, in order.
    """
    if isinstance(item, Point):
        return list(item.spans)
    first: dict[str, Span] = {}
    for value in item.values:
        first.setdefault(value.span.article, value.span)
    spans = list(first.values())
    entity = index.entity(item) if index is not None else None
    if entity is not None:
        rest = [naming.span for naming in entity.namings if naming.span.article in ids]
        rest.sort(key=lambda span: (ids.index(span.article), span.start))
        spans += [span for span in rest if not any(span.overlaps(one) for one in first.values())]
    return spans
