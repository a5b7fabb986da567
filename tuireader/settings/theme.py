"""A theme: the colours of the screen and of the passages, and what becomes of them where there are fewer colours."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Literal

from tuireader.settings.colour import asking_for, nearest_256

Depth = Literal["truecolor", "256", "16", "none"]

#: How many passages have a colour of their own; the seventh takes the first again, with another number.
PASSAGES = 6


@dataclass(frozen=True, slots=True)
class Colours:
    """What each part of the screen is drawn in: ``#rrggbb``, or one of Textual's ``ansi_…`` names.

    ``surface`` lies under panels and the status line, ``muted`` is furniture and hints, ``line`` rules and the rail,
    ``cursor`` the selected row. The last four are the verdicts.
    """

    background: str
    surface: str
    text: str
    muted: str
    accent: str
    line: str
    cursor: str
    cursor_text: str
    warning: str
    error: str
    differs: str
    changed: str
    agree: str
    only: str


@dataclass(frozen=True, slots=True)
class PassageColours:
    """The colours of passages, by number modulo ``PASSAGES``.

    ``tints`` lie under the text of a passage, which keeps the colour ``text``; ``inks`` draw its number and its part of
    the rail on the background. Where there are no tints the ink is the colour of the passage's text: with 16 colours,
    and with 256 on a dark ground, which has no quiet ones. ``tints256`` (six or none) and ``inks256`` are the numbers
    16..255 for 256 colours, ``inks16`` names for sixteen.
    """

    tints: tuple[str, ...]
    inks: tuple[str, ...]
    tints256: tuple[int, ...]
    inks256: tuple[int, ...]
    inks16: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme, checked. ``ansi``: its colours are the terminal's own. ``about`` says in a line what it is for."""

    name: str
    label: str
    dark: bool
    ansi: bool
    colours: Colours
    passages: PassageColours
    about: str = ""

    def at_depth(self, depth: Depth) -> Theme:
        """This theme with the colours that a terminal of this depth can show.

        Where there are 256, every colour is the ``#rrggbb`` that Rich sends as the number meant. Where there are 16,
        the theme is an ansi one on a black or white background. Where there are none, all is ``ansi_default`` and
        there are neither tints nor inks: numbers and attributes carry everything.
        """
        if depth == "none":
            plain = Colours(**{field.name: "ansi_default" for field in fields(Colours)})
            return replace(self, ansi=True, colours=plain, passages=PassageColours((), (), (), (), ()))
        if self.ansi or depth == "truecolor":
            return self
        if depth == "16":
            colours = ON_BLACK if self.dark else ON_WHITE
            return replace(self, ansi=True, colours=colours, passages=only_ansi(self.passages.inks16))
        colours = Colours(**{f.name: asking_for(nearest_256(getattr(self.colours, f.name))) for f in fields(Colours)})
        return replace(
            self,
            colours=colours,
            passages=replace(
                self.passages,
                tints=tuple(map(asking_for, self.passages.tints256)),
                inks=tuple(map(asking_for, self.passages.inks256)),
            ),
        )


def only_ansi(inks16: tuple[str, ...]) -> PassageColours:
    """The passage colours of a theme that has the terminal's own colours only."""
    return PassageColours(tints=(), inks=inks16, tints256=(), inks256=(), inks16=inks16)


#: Sixteen colours on black. Bright black is too dark there for text, blue too dark for anything.
ON_BLACK = Colours(
    background="ansi_black",
    surface="ansi_black",
    text="ansi_bright_white",
    muted="ansi_white",
    accent="ansi_bright_cyan",
    line="ansi_bright_black",
    cursor="ansi_white",
    cursor_text="ansi_black",
    warning="ansi_bright_yellow",
    error="ansi_bright_red",
    differs="ansi_bright_red",
    changed="ansi_bright_yellow",
    agree="ansi_bright_green",
    only="ansi_bright_cyan",
)

#: Sixteen colours on white. Yellow, green, cyan and the greys can be too light to be read there.
ON_WHITE = Colours(
    background="ansi_bright_white",
    surface="ansi_bright_white",
    text="ansi_black",
    muted="ansi_black",
    accent="ansi_blue",
    line="ansi_bright_black",
    cursor="ansi_black",
    cursor_text="ansi_bright_white",
    warning="ansi_magenta",
    error="ansi_red",
    differs="ansi_red",
    changed="ansi_magenta",
    agree="ansi_black",
    only="ansi_blue",
)

#: What the reader starts with where not even the shipped themes can be read.
FALLBACK = Theme(
    name="fallback",
    label="Terminal colours",
    dark=True,
    ansi=True,
    colours=replace(ON_BLACK, background="ansi_default", surface="ansi_default", text="ansi_default"),
    passages=only_ansi(
        (
            "ansi_cyan",
            "ansi_bright_yellow",
            "ansi_bright_green",
            "ansi_bright_red",
            "ansi_bright_cyan",
            "ansi_bright_magenta",
        )
    ),
)
