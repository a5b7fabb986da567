"""What stays of what was found when articles come, change or go, until it is found anew. Pure: no widgets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from tuireader.article import Article, Span
from tuireader.facts import Facts
from tuireader.passages import Passage, Passages
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


def telling_without(telling: Telling, gone: Collection[str]) -> Telling:
    """A telling without what it says of these articles, by id. A passage that one article is left of is none."""
    if not gone:
        return telling
    links = tuple(link for link in telling.passages.links if not {link.a.article, link.b.article}.intersection(gone))
    passages = []
    for passage in telling.passages.passages:
        stay = tuple(each for each in passage.occurrences if each.span.article not in gone)
        if len({each.span.article for each in stay}) > 1:
            passages.append(passage._replace(occurrences=stay) if len(stay) < len(passage.occurrences) else passage)
    stories = []
    for story in telling.stories:
        ids = tuple(id for id in story.articles if id not in gone)
        if ids:
            stories.append(Story(story.number, ids))
    shared = {id: share for id, share in telling.shared.items() if id not in gone}
    return Telling(Passages(links, tuple(passages)), tuple(stories), shared)


def facts_without(facts: Facts, gone: Collection[str]) -> Facts:
    """Facts without what these articles say. What one article is left of is a fact that only one has."""
    if not gone:
        return facts
    stay = []
    for fact in facts.facts:
        values = tuple(value for value in fact.values if value.span.article not in gone)
        if len(values) == len(fact.values):
            stay.append(fact)
        elif values:
            alone = len({value.span.article for value in values}) < 2
            stay.append(
                replace(
                    fact,
                    values=values,
                    verdict="only" if alone else fact.verdict,
                    compatible=None if alone else fact.compatible,
                    wordings=len({value.wording for value in values}),
                    # Reasons count in the values as they were.
                    reasons=(),
                )
            )
    entities = []
    for entity in facts.entities:
        namings = tuple(naming for naming in entity.namings if naming.span.article not in gone)
        if namings:
            roles = tuple(role for role in entity.roles if role[0] not in gone)
            entities.append(replace(entity, namings=namings, roles=roles))
    return Facts(
        tuple(mention for mention in facts.mentions if mention.span.article not in gone),
        tuple(stay),
        tuple(entities),
        tuple(moment for moment in facts.timeline if moment.told.article not in gone),
    )


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


def moved(before: str, after: str, offset: int) -> int:
    """Where a place in a text stands after the text was changed in one stretch; in that stretch, at its beginning."""
    most = min(len(before), len(after))
    same = next((at for at in range(most) if before[at] != after[at]), most)
    if offset <= same:
        return offset
    rest = next((at for at in range(most - same) if before[-1 - at] != after[-1 - at]), most - same)
    return offset + len(after) - len(before) if offset >= len(before) - rest else same
