"""How wide panes are that stand side by side. Pure: columns and parts."""

from __future__ import annotations

from collections.abc import Sequence

#: A pane that is made narrower on purpose keeps so many columns: short lines, but lines.
LEAST = 26
#: Columns that one key press gives to a pane.
STEP = 4


def shared(total: int, parts: Sequence[float]) -> list[int]:
    """``total`` columns for panes that have these parts of them, none below ``LEAST`` where that can be."""
    least = min(LEAST, total // len(parts))
    whole = sum(parts)
    widths = [max(least, int(total * part / whole)) for part in parts]
    while (over := sum(widths) - total) > 0:
        widest = max(range(len(widths)), key=lambda place: widths[place])
        widths[widest] -= min(over, max(1, (widths[widest] - least) // 2))
    # What rounding left goes to the last one: the others keep their borders.
    widths[-1] += total - sum(widths)
    return widths


def widened(widths: Sequence[int], place: int, by: int) -> list[int]:
    """The widths after one pane took ``by`` columns from the others, or gave them; what cannot be had is not taken."""
    found = list(widths)
    others = [each for each in range(len(found)) if each != place]
    step = 1 if by > 0 else -1
    for turn in range(abs(by)):
        giving = [each for each in others if found[each] > LEAST] if step > 0 else others
        if not giving or (step < 0 and found[place] <= LEAST):
            break
        # In turns, so that all others stay about as wide as they were beside each other.
        other = max(giving, key=lambda each: found[each]) if step > 0 else giving[turn % len(giving)]
        found[other] -= step
        found[place] += step
    return found
