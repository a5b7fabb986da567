"""What stands in a cell of a terminal, and how cells are kept."""

from __future__ import annotations

import re
from functools import lru_cache

from tuireader.tui.terminal.looks import PLAIN, Look, bare

Cell = tuple[str, Look]
"""The characters that stand in a cell, and its look. The right half of a wide character is an empty string.

A blank has no look but its ground, where that is all one sees of it: ``looks.bare``.
"""

Row = list[Cell]

UNKNOWN: Cell = ("\0", PLAIN)
"""A cell of which nothing is known: it differs from every cell that can be drawn."""

BLANK: Cell = (" ", PLAIN)

#: Where characters are joined into one, terminals take other numbers of cells for it: after it the place is named.
#: So they do for flags, for letters with the vowel signs of India and its neighbours, for parts of Korean syllables.
_JOINED = re.compile(
    "[\u200d\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U0001f1e6-\U0001f1ff\u0900-\u0dff\u0e31-\u0eff\u0f00-\u109f\u1160-\u11ff"
    "\u1780-\u17ff]"
)

#: Pictures: two cells since Unicode 9 (2016) or later, one before, and so in what was made before.
_PICTURES = re.compile(
    "[\U0001f000-\U0001faff\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1"
    "\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c"
    "\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55]"
)

#: So many characters are kept for a look; a text of all characters there are must not stay in memory.
_KEPT = 4096


class _Cells(dict[str, Cell]):
    """The cells of one look. What is drawn again is the same object: rows are compared by identity first."""

    def __init__(self, look: Look) -> None:
        super().__init__({" ": _blank(bare(look))})
        self._look = look

    def __missing__(self, text: str) -> Cell:
        cell = (text, self._look)
        if len(self) < _KEPT:
            self[text] = cell
        return cell


@lru_cache(maxsize=512)
def _blank(look: Look) -> Cell:
    """The blank of a ground, whatever look it was drawn in."""
    return " ", look


@lru_cache(maxsize=512)
def cells_of(look: Look) -> dict[str, Cell]:
    """The cells of a look by what stands in them; any text can be asked for."""
    return _Cells(look)


def unsure(text: str) -> bool:
    """Whether terminals differ about how many cells this takes."""
    return not text.isascii() and (_JOINED.search(text) is not None or _PICTURES.search(text) is not None)


def unsure_at(row: Row, x: int) -> bool:
    """Whether the character that begins in a column is such a one for sure, and no letter that stands alone."""
    text = row[x][0]
    return not text.isascii() and (
        _PICTURES.match(text) is not None or (len(text) > 1 and _JOINED.search(text) is not None)
    )


def unsure_before(row: Row, end: int) -> bool:
    """Whether the one that ends before a column is."""
    if end < len(row) and not row[end][0]:
        return False
    return unsure_at(row, end - 1 if row[end - 1][0] else end - 2)
