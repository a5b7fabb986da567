"""Which of the stories found anew are which of those there were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence


def named(groups: Sequence[Sequence[int]], before: Mapping[int, int]) -> list[int | None]:
    """For each group of articles the number of the story it goes on with; None for a new one.

    ``before`` has for articles the number of the story they were in. Of two stories that turn out to be one the older
    number stays; of one that comes apart the larger part keeps it.
    """
    parts: dict[int, Counter[int]] = {}
    for place, group in enumerate(groups):
        for article in group:
            if article in before:
                parts.setdefault(before[article], Counter())[place] += 1
    found: list[int | None] = [None] * len(groups)
    for story in sorted(parts):
        for place, _ in sorted(parts[story].items(), key=lambda each: (-each[1], each[0])):
            if found[place] is None:
                found[place] = story
                break
    return found
