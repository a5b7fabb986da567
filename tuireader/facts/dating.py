"""Whether two dates can be one and the same."""

from __future__ import annotations

from tuireader.facts.date_values import OPEN, OPEN_YEAR
from tuireader.facts.dates import Date


def meets(a: Date, b: Date) -> bool | None:
    """Whether two dates can be one; None where that cannot be said (a weekday against a day of a month)."""
    if a.value == b.value and not a.value.startswith(OPEN["month"]) and a.value not in (OPEN_YEAR, OPEN["week"]):
        return True
    for one in (a.value, a.resolved or ""):
        for other in (b.value, b.resolved or ""):
            said = _meets(one, other)
            if said is not None:
                return said
    return None


def _meets(one: str, other: str) -> bool | None:
    one, other = one.partition("T")[0], other.partition("T")[0]
    if not one or not other:
        return None
    if "W" in one or "W" in other:
        if one.startswith(f"{OPEN['week']}-") and other.startswith(f"{OPEN['week']}-"):
            return one == other
        return None
    known = False
    for mine, theirs in zip(one.split("-"), other.split("-"), strict=False):
        if "X" in mine or "X" in theirs or not (mine.isdigit() and theirs.isdigit()):
            continue
        if mine != theirs:
            return False
        known = True
    return True if known else None
