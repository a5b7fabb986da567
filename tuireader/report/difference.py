"""What one telling changed against another; where hardly a word is the same, that it is told in other words."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.article import Article, Span
from tuireader.passages import Change, wording

#: Below this part of equal words a telling is in other words: marks would only scatter the text.
_ALIKE = 0.45


class Difference(NamedTuple):
    """What is to be marked. ``otherwise``: it is told in other words, and only numbers are among the changes."""

    changes: tuple[Change, ...]
    otherwise: bool

    @property
    def marks(self) -> bool:
        """Whether any words are to be marked."""
        return any(change.operation != "same" for change in self.changes)


def difference(a: Article, one: Span, b: Article, two: Span) -> Difference:
    """The difference of the telling ``two`` in the article ``b`` from ``one`` in ``a``."""
    changes = wording(a, one, b, two)
    same = sum(change.b_end - change.b_start for change in changes if change.operation in ("same", "moved"))
    if same >= _ALIKE * min(one.end - one.start, two.end - two.start):
        return Difference(changes, False)
    return Difference(tuple(change for change in changes if _numbers(a, b, change)), True)


def _numbers(a: Article, b: Article, change: Change) -> bool:
    """Whether a change is one of numbers, and of little more."""
    if change.operation == "same":
        return False
    sides = a.text[change.a_start : change.a_end], b.text[change.b_start : change.b_end]
    return all(any(map(str.isdigit, side)) and len(side.split()) <= 3 for side in sides if side)
