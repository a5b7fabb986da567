"""Boxes for widgets beside and under each other.

Nothing of a box is seen but its ground. Said so, that is one blank line for all of its rows; else Textual renders each
row of each box that stands behind a text, cuts it where the text begins, and leaves it out: half the time of a frame.
"""

from __future__ import annotations

from textual.containers import Container, Horizontal, Vertical


class Box(Container):
    """Widgets as the styles say."""

    BLANK = True


class Across(Horizontal):
    """Widgets beside each other."""

    BLANK = True


class Down(Vertical):
    """Widgets under each other."""

    BLANK = True
