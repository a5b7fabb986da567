"""The shortest way of the cursor from one cell to another (ECMA-48: CUP, CUU, CUD, CUF, CUB, CHA, VPA, CR, LF, BS)."""

from __future__ import annotations

from functools import lru_cache

Place = tuple[int, int]
"""Row and column, from 0."""

BEHIND = 1 << 16
"""A column behind every terminal's: where the cursor stands in a row is not known. The way from it names the column."""

#: More of them are no shorter than a sequence.
_BACKSPACES = 3


@lru_cache(maxsize=4096)
def move(at: Place | None, to: Place) -> str:
    """What puts the cursor there. ``at`` is where it stands; None where that is not known."""
    if at == to:
        return ""
    (y, x) = to
    if at is None:
        return _absolute(y, x)
    row, column = at
    if row == y:
        return _across(column, x)
    ways = [_absolute(y, x), _along(row, y) + _across(column, x)]
    if row < y:
        # Terminals are left to put a carriage return before a line feed, or not: with one it is the same for both.
        ways.append("\r" + "\n" * (y - row) + _ahead(x))
    return min(ways, key=len)


def _absolute(y: int, x: int) -> str:
    return f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H"


def _across(column: int, x: int) -> str:
    """Within the row."""
    if x == column:
        return ""
    if x > column:
        return min(_ahead(x - column), f"\x1b[{x + 1}G", key=len)
    back = column - x
    left = "\b" * back if back <= _BACKSPACES else f"\x1b[{back}D"
    return min(left, f"\x1b[{x + 1}G", "\r" + _ahead(x), key=len)


def _ahead(cells: int) -> str:
    return "" if not cells else "\x1b[C" if cells == 1 else f"\x1b[{cells}C"


def _along(row: int, y: int) -> str:
    """Within the column."""
    steps = abs(y - row)
    return min(f"\x1b[{steps if steps > 1 else ''}{'B' if y > row else 'A'}", f"\x1b[{y + 1}d", key=len)
