"""The keys by which the library knows that a fact was dismissed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from tuireader.digests import blake2b
from tuireader.facts import Fact


def dismissals(fact: Fact, digests: Mapping[str, str]) -> tuple[str, ...]:
    """The keys by which a fact is known to be dismissed, one for each article that carries it, in every run.

    They are made of its kind, its key, what is said of it, and the text that says it (``digests`` by article id): ids
    and the numbers of facts change. A fact is dismissed where one of its keys is. So one more article that says the
    same leaves it as it is; a new value makes another fact of it, which is worth seeing again; and what is dismissed
    in one story stands in all others.
    """
    values = sorted({value.value.casefold() for value in fact.values})
    said = "\0".join((fact.kind, fact.key.casefold(), *values))
    return tuple(
        blake2b(f"{said}\0\0{digests[id]}".encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        for id in fact.articles
        if id in digests
    )


def dismissed(facts: Iterable[Fact], digests: Mapping[str, str], known: Collection[str]) -> frozenset[int]:
    """The ids of those facts that are dismissed, by the keys the library has."""
    keys = frozenset(known)
    return frozenset(fact.id for fact in facts if keys and not keys.isdisjoint(dismissals(fact, digests)))
