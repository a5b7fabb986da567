"""Names the world knows, read once from the data beside the code: docs/data.md has their origin and licence."""

from __future__ import annotations

from functools import lru_cache

from tuireader.facts import shipped


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Common given names in lower case."""
    raw = shipped.read("given.txt")
    return frozenset(raw.partition("\n")[2].split())


@lru_cache(maxsize=1)
def organisations() -> frozenset[str]:
    """Names, in lower case, of organisations that nothing in their words gives away."""
    raw = shipped.read("organisations.txt")
    return frozenset(raw.lower().strip().split("\n")[1:])
