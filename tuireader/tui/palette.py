"""A theme as the styles that widgets draw with, for one colour depth."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from rich.color import Color
from rich.style import Style

from tuireader.settings import theme as themes
from tuireader.settings.colour import mixed
from tuireader.settings.theme import Theme
from tuireader.tui.terminal.looks import Depth

if TYPE_CHECKING:
    from tuireader.passages import Kind, Operation

#: The part of a passage's tint that is left while another passage is lit.
_HUSHED = 0.4
#: How much of a tint lies under a cell of a heat map, from little to all.
_HEAT = (0.3, 0.5, 0.75, 1.0)

_DEPTHS: dict[Depth, themes.Depth] = {0: "none", 16: "16", 256: "256", 16777216: "truecolor"}
_VERDICTS = {"differ": "differs", "changed": "changed", "agree": "agree", "only": "only"}


class Palette:
    """The styles of one theme at one depth. Without colours, attributes and marks carry everything.

    Every style here has a background, so that a widget can fill its lines with it; overlays (``passage``, ``change``,
    ``hit``) are added to one.
    """

    def __init__(self, theme: Theme, depth: Depth) -> None:
        self.theme = theme.at_depth(_DEPTHS[depth])
        self.depth: Depth = depth

    def ink(self, name: str) -> Color | None:
        """A colour of the theme by its name; None where no colours are sent."""
        return _colour(getattr(self.theme.colours, name)) if self.depth else None

    def style(self, fore: str = "text", back: str = "background", **attributes: bool) -> Style:
        """The style of two colours of the theme by their names, with attributes such as ``bold=True``."""
        return _style(self.ink(fore), self.ink(back), tuple(attributes.items()))

    @cached_property
    def text(self) -> Style:
        """Running text."""
        return self.style()

    @cached_property
    def muted(self) -> Style:
        """Page furniture, hints, what is beside the point."""
        return self.style("muted", dim=not self.depth)

    @cached_property
    def title(self) -> Style:
        """A headline."""
        return self.style(bold=True)

    @cached_property
    def accent(self) -> Style:
        """What the eye should find first."""
        return self.style("accent", bold=True)

    @cached_property
    def rule(self) -> Style:
        """Rules and empty rails."""
        return self.style("line", dim=not self.depth)

    @cached_property
    def bar(self) -> Style:
        """The status line and titles of panes that are not active."""
        return self.style("muted", "surface", underline=not self.depth)

    @cached_property
    def bar_text(self) -> Style:
        """What stands out in the status line."""
        return self.style("text", "surface", underline=not self.depth, bold=not self.depth)

    @cached_property
    def bar_key(self) -> Style:
        """A key in the status line."""
        return self.style("accent", "surface", bold=True, underline=not self.depth)

    @cached_property
    def cursor(self) -> Style:
        """The row under the cursor."""
        if not self.depth:
            return Style(reverse=True)
        return self.style("cursor_text", "cursor")

    @cached_property
    def warning(self) -> Style:
        """Something the reader should know."""
        return self.style("warning", bold=True)

    def verdict(self, name: str) -> Style:
        """The ink of a verdict."""
        return self.style(_VERDICTS[name], bold=name in ("differ", "changed"))

    def passage(self, number: int, kind: Kind) -> Style:
        """Overlay for the text of a shared passage: its colour, and an attribute for its kind.

        Word for word is underlined, what is only related stands in italics; most of a story is reworded, and stays
        plain. Without colours all of it is underlined, and word for word is bold.
        """
        index = number - 1
        italic = kind == "related" or None
        if not self.depth:
            return Style(underline=True, italic=italic, bold=kind == "verbatim" or None)
        same = kind == "verbatim" or None
        tints = self.theme.passages.tints
        if not tints:
            return Style(color=self._ink_of(index), italic=italic, underline=same)
        return Style(bgcolor=_colour(tints[index % len(tints)]), italic=italic, underline=same)

    def lit(self, number: int, kind: Kind) -> Style:
        """Overlay for the passage one stands at, while the others are hushed."""
        return self.passage(number, kind) if self.depth else Style(underline=True, italic=kind == "related" or None)

    def hushed(self, number: int) -> Style:
        """Overlay for a passage while another one is lit: a shade of its colour, or the ground of panels.

        What cannot be had without strong colours, or without any, is left to the number.
        """
        tints, colours = self.theme.passages.tints, self.theme.colours
        if not self.depth:
            return Style()
        if self.depth == 256:
            # On a light ground the numbers could not be read on the panels'.
            return Style() if tints else Style(bgcolor=self.ink("surface"))
        if not tints:
            return Style(bgcolor=self.ink("surface"))
        tint = tints[(number - 1) % len(tints)]
        return Style(bgcolor=_colour(mixed(colours.background, tint, _HUSHED)))

    def heat(self, number: int, step: int) -> Style:
        """Overlay for the ground of a cell that has much or little of something, in four steps: shades of a passage's
        tint. Where there are none the bar in it tells as much."""
        tints = self.theme.passages.tints
        if not tints or not self.depth:
            return Style()
        tint = tints[(number - 1) % len(tints)]
        if self.depth == 256:
            return Style(bgcolor=_colour(tint)) if step > 1 else Style()
        return Style(bgcolor=_colour(mixed(self.theme.colours.background, tint, _HEAT[step])))

    def thin(self, number: int) -> Style:
        """Overlay for a bar in a wording's colour."""
        return Style(color=self._ink_of(number - 1))

    @cached_property
    def track(self) -> Style:
        """Overlay for the part of a bar that is empty."""
        return Style(color=self.ink("line"), dim=not self.depth or None)

    def number(self, number: int) -> Style:
        """Overlay for a passage's number in the text, on the rail and in lists."""
        return Style(color=self._ink_of(number - 1), bold=True, italic=False, underline=False)

    def _ink_of(self, index: int) -> Color | None:
        inks = self.theme.passages.inks
        return _colour(inks[index % len(inks)]) if inks else None

    def change(self, operation: Operation) -> Style:
        """Overlay for words that the wording changed: bold and underlined; moved words are in italics instead."""
        if operation == "moved":
            return Style(italic=True, underline=True)
        return Style(color=self.ink("differs"), bold=True, underline=True)

    @cached_property
    def otherwise(self) -> Style:
        """Overlay for a sentence that is told in other words, too many to light each of them."""
        return Style(underline=True)

    @cached_property
    def marked(self) -> Style:
        """Overlay for what the reader marked: quiet, since the gutter says it too."""
        return Style(underline=True)

    @cached_property
    def dropped(self) -> Style:
        """Words of another telling that this one leaves out."""
        return self.muted + Style(strike=bool(self.depth))

    @cached_property
    def alone(self) -> Style:
        """Overlay for what no other article has, while all the rest is quiet."""
        return Style(color=self.ink("text"), bold=not self.depth or None)

    @cached_property
    def hit(self) -> Style:
        """Overlay for what a search or a jump found."""
        if not self.depth:
            return Style(reverse=True)
        if self.theme.colours.background == "ansi_default":
            # Nobody knows what the terminal's own ground is: exchanging the two makes letters of it.
            return Style(color=self.ink("accent"), bgcolor=self.ink("background"), reverse=True, bold=True)
        return self.style("background", "accent", bold=True)

    @cached_property
    def found(self) -> Style:
        """Overlay for every hit of a search that is lit, but the one at hand."""
        if not self.depth:
            return Style(reverse=True, dim=True)
        return self.style("cursor_text", "cursor", bold=True, underline=True)

    @cached_property
    def quiet(self) -> Style:
        """Overlay for text that steps back while something else is lit."""
        return Style(color=self.ink("muted"), dim=not self.depth or None)


@lru_cache(maxsize=1024)
def _style(fore: Color | None, back: Color | None, attributes: tuple[tuple[str, bool], ...]) -> Style:
    on = {name: True for name, value in attributes if value}
    return Style(color=fore, bgcolor=back, **on)  # type: ignore[arg-type]


@lru_cache(maxsize=256)
def _colour(value: str) -> Color:
    return Color.parse(value.removeprefix("ansi_"))
