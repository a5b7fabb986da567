"""What was found in several articles, as far as it concerns some of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from tuireader.facts import Facts
from tuireader.passages import Passages
from tuireader.report.fact_scope import within
from tuireader.story import Story, Telling


def telling_within(telling: Telling, ids: Collection[str]) -> Telling:
    """What a telling says of the articles with these ids. A passage that one article is left of is none.

    Numbers of stories and passages stay, and so does how much of an article is shared: with those left out, too.
    """
    own = frozenset(ids)
    if all(own.issuperset(story.articles) for story in telling.stories):
        return telling
    links = tuple(link for link in telling.passages.links if link.a.article in own and link.b.article in own)
    kept = (
        passage._replace(occurrences=tuple(each for each in passage.occurrences if each.span.article in own))
        for passage in telling.passages.passages
    )
    passages = tuple(passage for passage in kept if len(passage.articles) > 1)
    parts = (Story(story.number, tuple(id for id in story.articles if id in own)) for story in telling.stories)
    shared = {id: part for id, part in telling.shared.items() if id in own}
    return Telling(Passages(links, passages), tuple(story for story in parts if story.articles), shared)


def facts_within(known: Facts, ids: Collection[str]) -> Facts:
    """What is known from the articles with these ids: nothing of it leads to another article."""
    own = frozenset(ids)
    named = ((each, tuple(naming for naming in each.namings if naming.span.article in own)) for each in known.entities)
    entities = (
        replace(entity, namings=namings, roles=tuple(role for role in entity.roles if role[0] in own))
        for entity, namings in named
        if namings
    )
    return Facts(
        tuple(mention for mention in known.mentions if mention.span.article in own),
        tuple(within(known.facts, own)),
        tuple(entities),
        tuple(moment for moment in known.timeline if moment.told.article in own),
    )
