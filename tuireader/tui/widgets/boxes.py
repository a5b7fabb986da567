"""Boxes for widgets beside and under each other.

Nothing of a box is seen but its ground. Said so, that is one blank line for all of its rows; else Textual renders each
row of each box that stands behind a text, cuts it where the text begins, and leaves it out: half the time of a frame.
"""

from __future__ import annotations

from textual.containers import Container, Horizontal, Vertical
from textual.widget import Widget

from tuireader.tui.context import context


class Box(Container):
    """Widgets as the styles say."""

    BLANK = True


class Across(Horizontal):
    """Widgets beside each other."""

    BLANK = True


class Down(Vertical):
    """Widgets under each other."""

    BLANK = True


class Ground(Widget):
    """A widget on the ground of the theme: nothing that lies below it shows through.

    Said of it directly: where styles name a colour Textual reads and matches all of them again for another one.
    """

    def on_compose(self) -> None:
        self.lay_ground()

    def lay_ground(self) -> None:
        """Takes the ground there is now."""
        self.styles.background = context(self).palette.theme.colours.background


class OverAcross(Across, Ground):
    """Widgets beside each other, over a screen."""


class OverDown(Down, Ground):
    """Widgets under each other, over a screen."""
