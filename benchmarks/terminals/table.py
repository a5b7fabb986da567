"""Rows of a table: what was measured, what it may be, and what others come to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple

NEVER = float("inf")
"""The budget of what is only told."""


class Row(NamedTuple):
    """A line of the table: what was measured, as text and as a number, and what it may be."""

    what: str
    measured: str
    value: float
    budget: float
    beside: str = ""
    """What other programs came to in the same run."""


class Skipped(Exception):
    """Something cannot be measured here; the text says why."""


@cache
def left_out(what: str, why: str = "it is not installed") -> None:
    """Says, once, what is not measured and why, where the rest is."""
    print(f"left out: {what}: {why}", flush=True)


def amount(what: str, number: int, budget: float, beside: Mapping[str, int] | None = None) -> Row:
    """A row of a number of bytes."""
    said = ", ".join(f"{name} {value:,}" for name, value in (beside or {}).items())
    return Row(what, f"{number:,}", number, budget, said)


def table(found: Iterable[Row], tell: Callable[[str], None]) -> int:
    """Prints the rows as they come; returns how many are over their budgets."""
    over = 0
    tell(f"{'what':<60}{'measured':>16}{'budget':>10}")
    for row in found:
        over += row.value > row.budget
        verdict = "" if row.budget == NEVER else "ok" if row.value <= row.budget else "OVER"
        budget = "" if row.budget == NEVER else f"{row.budget:,.4g}" if row.budget < 1000 else f"{row.budget:,.0f}"
        beside = f"  ({row.beside})" if row.beside else ""
        tell(f"{row.what:<60}{row.measured:>16}{budget:>10}  {verdict:<4}{beside}".rstrip())
    return over
