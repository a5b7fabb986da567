"""Lines between neighbouring panes that tell the same passage: which shape stands on which row. No drawing here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

Rows = tuple[int, int]
"""The first and the last row of an occurrence, both within it; they may lie outside the screen."""

Shape = Literal["across", "down", "up", "between", "from_above", "from_below", "dots"]
"""What stands at a border on a row.

``across`` leads from the left pane to the right one; ``down`` and ``up`` leave the left pane and turn, ``between`` goes
on, ``from_above`` and ``from_below`` turn into the right pane. ``dots`` pass by a pane that does not tell it.
"""

Border = Mapping[int, Shape]


def connect(panes: Sequence[Sequence[Rows]], height: int) -> list[Border]:
    """The lines at the borders of panes, from left to right, on ``height`` rows.

    ``panes`` has the rows of the passage's occurrences in each pane. Where both neighbours show it the line joins the
    two nearest each other, straight where they have a row in common. A pane that does not show it, between two that do,
    is passed by dots.
    """
    seen = [_visible(rows, height) for rows in panes]
    borders: list[Border] = []
    for place in range(1, len(seen)):
        left = next((rows for rows in reversed(seen[:place]) if rows), None)
        right = next((rows for rows in seen[place:] if rows), None)
        if left is None or right is None:
            borders.append({})
        elif seen[place - 1] and seen[place]:
            borders.append(_line(*_nearest(left, right)))
        else:
            # On the row on which the two that are joined would meet, so that the dots are on one line.
            borders.append({_meeting(*_nearest(left, right)): "dots"})
    return borders


def _visible(rows: Sequence[Rows], height: int) -> list[Rows]:
    return [(max(0, first), min(height - 1, last)) for first, last in rows if first < height and last >= 0]


def _nearest(left: Sequence[Rows], right: Sequence[Rows]) -> tuple[Rows, Rows]:
    """The two that have the fewest rows between them, the upper ones of several."""
    return min(((one, two) for one in left for two in right), key=lambda pair: (_gap(*pair), pair[0][0], pair[1][0]))


def _gap(one: Rows, two: Rows) -> int:
    return max(0, two[0] - one[1], one[0] - two[1])


def _meeting(one: Rows, two: Rows) -> int:
    """The first row in common; where there is none the nearest row of the left one."""
    if two[0] > one[1]:
        return one[1]
    return one[0] if one[0] > two[1] else max(one[0], two[0])


def _line(one: Rows, two: Rows) -> Border:
    start = _meeting(one, two)
    if two[0] <= start <= two[1]:
        return {start: "across"}
    falls = two[0] > start
    end = two[0] if falls else two[1]
    found: dict[int, Shape] = dict.fromkeys(range(min(start, end) + 1, max(start, end)), "between")
    found[start] = "down" if falls else "up"
    found[end] = "from_above" if falls else "from_below"
    return found
