"""How much of a row's words an article has, as four steps that can be seen."""

from __future__ import annotations

#: From these parts on a cell is fuller. The first step is anything at all.
STEPS = (0.3, 0.6, 0.85)
SHADES, ASCII_SHADES = "░▒▓█", ".:+#"


def step(part: float) -> int:
    """0 for little, 3 for all, or nearly."""
    return sum(part >= least for least in STEPS)
