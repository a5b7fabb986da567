"""Which facts are wanted: by kind, by verdict, by the articles that carry them."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.facts import FactKind, Facts, Verdict

#: The kinds of what has a name, and those that a timeline is made of.
NAMES: tuple[FactKind, ...] = ("person", "organisation", "place")
_TIMED: tuple[FactKind, ...] = ("date", "event")


class Choice(NamedTuple):
    """What is wanted; an empty part leaves everything. ``articles`` are ids."""

    kinds: tuple[FactKind, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    articles: tuple[str, ...] = ()


def chosen(known: Facts, choice: Choice) -> Facts:
    """What is left of ``known``; ids and values of facts stay as they are.

    Facts of those kinds and verdicts that one of the articles carries. Mentions, entities and the timeline have no
    verdict: they are chosen by kind and article, the timeline by the kinds "date" and "event".
    """
    own = set(choice.articles)
    timed = not choice.kinds or any(kind in _TIMED for kind in choice.kinds)
    return Facts(
        tuple(
            mention
            for mention in known.mentions
            if _any(mention.kind, choice.kinds) and (not own or mention.span.article in own)
        ),
        tuple(
            fact
            for fact in known.facts
            if _any(fact.kind, choice.kinds)
            and _any(fact.verdict, choice.verdicts)
            and (not own or own.intersection(fact.articles))
        ),
        tuple(
            entity
            for entity in known.entities
            if _any(entity.kind, choice.kinds)
            and (not own or any(naming.span.article in own for naming in entity.namings))
        ),
        tuple(moment for moment in known.timeline if timed and (not own or moment.told.article in own)),
    )


def _any(word: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or word in wanted
