"""Small phrases: articles by their numbers, things in a row, quotations."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.report.lines import cut
from tuireader.text.safe import line

#: Cells of a quotation that only names a place.
_GLIMPSE = 60


def listed(things: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(things[:-1]), *things[-1:])))


def articles(numbers: Sequence[int]) -> str:
    """``article 1``, ``articles 1 and 2``."""
    return f"article{'s' if len(numbers) > 1 else ''} {listed([str(number) for number in numbers])}"


def begun(phrase: str) -> str:
    """The phrase with a capital at its beginning."""
    return phrase[:1].upper() + phrase[1:]


def quoted(text: str) -> str:
    """The words in quotation marks, safe to show; those that stand in such already are not put in others."""
    shown = line(text)
    return shown if shown[:1] in '“"«„' and shown[-1:] in '”"»“' else f"“{shown}”"


def glimpse(text: str) -> str:
    """The beginning of some words, in quotation marks."""
    return quoted(cut(line(text), _GLIMPSE))


def placed(at: int, all_: int) -> str:
    """``3 of 17``, counted from 1."""
    return f"{at + 1} of {all_}"
