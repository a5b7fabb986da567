"""Names beside a subject that are not it: behind "of" and "for", in an apposition, in what is told."""

from __future__ import annotations

from tuireader.facts.quotes.clauses import Item
from tuireader.facts.quotes.tellers import speaks
from tuireader.facts.saying import CUES
from tuireader.facts.words import TITLES


def named_behind(items: list[Item], comma: int, stop: int) -> tuple[int, int] | None:
    """Whom an apposition names: "a lawyer for Ana Lang, Ivo Lang of Drell" is Ivo, "Lang's lawyer, Ivo Orlov" too."""
    if comma + 1 >= stop or comma < 2:
        return None
    name, last = items[comma + 1].name, items[comma - 1]
    if name is None or name.kind != "person":
        return None
    if last.name is None:
        return (comma + 1, comma + 2) if speaks(last.low) else None
    return (comma + 1, comma + 2) if led_person(items, comma - 1) else None


def led_person(items: list[Item], at: int) -> bool:
    """Whether a person's name stands behind somebody's "for" or "of": "a lawyer for Mr. Lang"."""
    name = items[at].name
    before = at - 1
    while before > 0 and items[before].low.rstrip(".") in TITLES:
        before -= 1
    if name is None or name.kind != "person" or before < 1 or items[before].low not in ("for", "of", "to"):
        return False
    return speaks(items[before - 1].low)


def told_of(items: list[Item], at: int) -> bool:
    """Whether a name is what a verb of saying speaks of: "said Mr. Lang was late and added"."""
    before = at - 1
    while before > 0 and items[before].low.rstrip(".") in TITLES:
        before -= 1
    return before > 0 and CUES.get(items[before].low) == "say" and items[before - 1].quote is None
