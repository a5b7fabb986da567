"""The terminal moves what moved as a whole: DECSTBM and DECSLRM around DL or IL (VT102, VT420; xterm's ctlseqs)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuireader.tui.terminal.abilities import Abilities
from tuireader.tui.terminal.grid import UNKNOWN, Cell, Row
from tuireader.tui.terminal.moved import Moves

#: Several panes can have moved, each in its own way.
_PANES = 4

#: DECLRMM. While it is on, the left and right margins hold; switching it on or off sets them to the whole width.
_BESIDE, _WHOLE = "\x1b[?69h", "\x1b[?69l"

RESET = "\x1b[r"
"""DECSTBM: the whole height again."""


class Scroll(NamedTuple):
    """Rows ``top`` to ``bottom``, columns ``left`` to ``right`` (ends not included) move up by ``by`` rows; down where
    it is negative. The rows that are left blank lie within."""

    top: int
    bottom: int
    left: int
    right: int
    by: int


def scrolls(old: Sequence[Row], new: Sequence[Row], abilities: Abilities, fill: Cell) -> tuple[list[Scroll], list[Row]]:
    """What to scroll on the way from a frame to the next, in order, and the rows it leaves on the terminal.

    ``fill`` is what comes in. No frame is changed.
    """
    found: list[Scroll] = []
    rows = list(old)
    moves = Moves(new)
    while abilities.scrolls and len(found) < _PANES:
        block = moves.find(rows, columns=abilities.margins)
        if block is None:
            break
        top, bottom, left, right, by = block
        scroll = Scroll(min(top, top + by), max(bottom, bottom + by), left, right, by)
        # What is not known in the next frame is not to be drawn: it must stay where it is.
        if _halves(rows, scroll) or any(UNKNOWN in row for row in new[scroll.top : scroll.bottom]):
            break
        found.append(scroll)
        rows = scrolled(rows, scroll, fill)
    return found, rows


def scrolled(rows: Sequence[Row], scroll: Scroll, fill: Cell) -> list[Row]:
    """The rows after a scroll."""
    top, bottom, left, right, by = scroll
    after = list(rows)
    for y in range(top, bottom):
        source = rows[y + by][left:right] if top <= y + by < bottom else [fill] * (right - left)
        after[y] = [*rows[y][:left], *source, *rows[y][right:]]
    return after


def sequence(found: Sequence[Scroll], width: int, height: int) -> str:
    """What makes a terminal of this size scroll. Its margins are reset, its cursor is anywhere."""
    out: list[str] = []
    beside = region = False
    for top, bottom, left, right, by in found:
        narrow = (left, right) != (0, width)
        if narrow != beside:
            out.append(_BESIDE if narrow else _WHOLE)
            beside = narrow
        if narrow:
            out.append(f"\x1b[{left + 1};{right}s")
        if region or bottom < height:
            out.append(f"\x1b[{top + 1 if top else ''};{bottom}r")
            region = True
        if by == 1 and region and not narrow:
            # A line feed is a byte shorter.
            out.append(f"\x1b[{bottom}H\n")
            continue
        out.append(f"\x1b[{top + 1};{left + 1}H" if left else f"\x1b[{top + 1}H")
        out.append(f"\x1b[{abs(by) if abs(by) > 1 else ''}{'M' if by > 0 else 'L'}")
    return "".join(out) + _WHOLE * beside + RESET * region


def feed(found: Sequence[Scroll], width: int, height: int) -> tuple[str, int]:
    """What scrolls by a line feed, and the row that comes in, in which the cursor then stands; -1 where nothing can.

    The margins hold until ``RESET``: a line that comes in can be drawn before, without naming its place.
    """
    if len(found) != 1 or found[0][2:] != (0, width, 1) or found[0].bottom == height:
        return "", -1
    return sequence(found, width, height).removesuffix(RESET), found[0].bottom - 1


def _halves(rows: Sequence[Row], scroll: Scroll) -> bool:
    """Whether an edge of these columns goes through a wide character."""
    top, bottom, left, right, _ = scroll
    edges = [x for x in (left, right) if 0 < x < len(rows[0])]
    return any(not row[x][0] for row in rows[top:bottom] for x in edges)
