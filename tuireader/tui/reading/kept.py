"""What stays of what was found when articles come, change or go, until it is found anew. Pure: no widgets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tuireader.article import Article, Span
from tuireader.facts import Facts
from tuireader.passages import Passage
from tuireader.story import Story, Telling


class Wanted(NamedTuple):
    """Articles of which passages and facts are to be found; the telling, where only facts are missing."""

    articles: tuple[Article, ...]
    telling: Telling | None = None


class Found(NamedTuple):
    """What was found in some articles; facts come after the telling."""

    articles: tuple[Article, ...]
    telling: Telling
    facts: Facts | None = None


def renumbered(stories: Iterable[Story], before: Mapping[str, int], used: int) -> tuple[Story, ...]:
    """Stories with the numbers that they had: each that of most of its articles; new ones go on after ``used``.

    ``before`` gives, by article, the number of each story of several articles that there was. Articles on their own
    come last, and their numbers go on: they are shown nowhere.
    """
    stories = list(stories)
    together = [story for story in stories if len(story.articles) > 1]
    claims = []
    for place, story in enumerate(together):
        had = Counter(before[id] for id in story.articles if id in before)
        claims += [(-many, number, place) for number, many in had.items()]
    number_of: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, place in sorted(claims):
        if place not in number_of and number not in taken:
            number_of[place] = number
            taken.add(number)
    for place in range(len(together)):
        if place not in number_of:
            used += 1
            number_of[place] = used
    found = [Story(number_of[place], story.articles) for place, story in enumerate(together)]
    alone = [story.articles for story in stories if len(story.articles) == 1]
    return (
        *sorted(found, key=lambda story: story.number),
        *(Story(number, ids) for number, ids in enumerate(alone, used + 1)),
    )


def same_passage(passage: Passage, among: Sequence[Passage]) -> Passage | None:
    """The passage that a passage of an earlier search has become: the one that stands most where it stood."""
    before = [occurrence.span for occurrence in passage.occurrences]

    def common(other: Passage) -> int:
        return sum(_overlap(one, each.span) for each in other.occurrences for one in before)

    best = max(among, key=common, default=None)
    return best if best is not None and common(best) else None


def _overlap(one: Span, other: Span) -> int:
    if one.article != other.article:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))
