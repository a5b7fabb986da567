"""What a terminal can do that not every one can: found out, never assumed."""

from __future__ import annotations

from typing import NamedTuple


class Abilities(NamedTuple):
    """What may be sent to a terminal beside characters, colours and moves of the cursor.

    The defaults are what every terminal since the VT100 has, so they hold until it has answered.
    """

    erases_in_colour: bool = True
    """Erasing leaves the pen's ground behind; GNU screen erases to its own."""
    scrolls: bool = True
    """Lines can be scrolled between two rows (DECSTBM)."""
    margins: bool = False
    """Columns can be scrolled beside others (DECLRMM, DECSLRM)."""
    repeats: bool = False
    """A character can be repeated (REP)."""
    synchronized: bool = False
    """A frame can be shown at once, however long it takes to come (mode 2026)."""


LEAST = Abilities()
