"""What a terminal can do that not every one can: found out, never assumed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tuireader.tui.terminal.families import can_draw, fills, prints_unknown, takes_strings, term
from tuireader.tui.terminal.terminfo import Entry


class Abilities(NamedTuple):
    """What may be sent to a terminal beside characters, colours and moves of the cursor.

    The defaults are what every terminal since the VT220 has, so they hold until it has answered.
    """

    erases_in_colour: bool = True
    """Erasing leaves the pen's ground behind; GNU screen erases to its own."""
    scrolls: bool = True
    """Lines can be scrolled between two rows (DECSTBM, and IL and DL within it)."""
    margins: bool = False
    """Columns can be scrolled beside others (DECLRMM, DECSLRM)."""
    repeats: bool = False
    """A character can be repeated (REP), one that is not ASCII, too."""
    synchronized: bool = False
    """A frame can be shown at once, however long it takes to come (mode 2026)."""
    erases_characters: bool = True
    """Cells can be erased in the middle of a line (ECH)."""
    links: bool = False
    """Text can lead somewhere (OSC 8), or what says so is at least not printed."""


LEAST = Abilities()

MARGINS, SYNCHRONIZED = 69, 2026
"""The private modes that abilities hang on."""
_CAN_BE_SET = (1, 2, 3)
"""Values of a mode's report (DECRPM, DEC VT510): on, off, always on. 0 is not known, 4 always off."""

#: XTGETTCAP (xterm ctlseqs) for ``RGB`` and ``Co``, the latter where the number of colours is not known at all.
_RGB, _COLOURS = "524742", "436F"
#: The first number of DA1 from which a terminal is of VT220's kind or above: these read control strings to their end.
_READS_STRINGS = 61


def reads_strings(attributes: tuple[int, ...]) -> bool:
    """Whether a terminal that answers DA1 so is of a kind that reads control strings to their end."""
    return bool(attributes) and attributes[0] >= _READS_STRINGS


class Known(NamedTuple):
    """Abilities, and where each is known from."""

    abilities: Abilities
    sources: Mapping[str, str]
    """By the name of an ability: ``name`` (of the terminal), ``terminfo``, ``asked``, or ``assumed``."""


def known(environ: Mapping[str, str], entry: Callable[[], Entry | None]) -> Known:
    """What is known before the terminal has answered: by its name, and by its terminfo where the name says nothing."""
    filled = fills(environ)
    if filled is not None:
        sources = dict.fromkeys(Abilities._fields, "assumed") | {"erases_in_colour": "name", "links": "name"}
        # A VT100 has neither; no terminal that fills what it erases is one.
        return Known(LEAST._replace(erases_in_colour=filled, links=takes_strings(environ)), sources)
    found = entry()
    if found is None:
        return Known(
            LEAST._replace(erases_in_colour=False, scrolls=False, erases_characters=False),
            dict.fromkeys(Abilities._fields, "assumed"),
        )
    read = {
        # Without colours there is nothing to leave behind.
        "erases_in_colour": found.erases_in_colour or not found.colours,
        "scrolls": found.scrolls,
        "erases_characters": found.erases_characters,
    }
    return Known(
        LEAST._replace(**read), {name: "terminfo" if name in read else "assumed" for name in Abilities._fields}
    )


def with_mode(before: Known, number: int, value: int) -> Known:
    """What is known after the answer about a private mode (DECRPM)."""
    name = {MARGINS: "margins", SYNCHRONIZED: "synchronized"}.get(number)
    return before if name is None else _with(before, name, value in _CAN_BE_SET)


def with_repeating(before: Known, repeats: bool) -> Known:
    """What is known after it was tried whether a character is repeated."""
    return _with(before, "repeats", repeats)


def _with(before: Known, name: str, value: bool) -> Known:
    return Known(before.abilities._replace(**{name: value}), {**before.sources, name: "asked"})


def questions(environ: Mapping[str, str]) -> str:
    """What to ask a terminal at the start: synchronized output, margins (DECRQM), and what it is (DA1).

    Nothing where a part of it could be printed.
    """
    if not can_draw(environ) or prints_unknown(environ):
        return ""
    # GNU screen and tmux have no margins between columns; they would not answer.
    asks_margins = not term(environ).startswith(("screen", "tmux")) and "TMUX" not in environ and "STY" not in environ
    return f"\x1b[?{SYNCHRONIZED}$p" + (f"\x1b[?{MARGINS}$p" if asks_margins else "") + "\x1b[c"


def colour_question(environ: Mapping[str, str], attributes: tuple[int, ...], depth: int) -> str:
    """What to ask about colours after the answer to DA1; empty where that could be printed, or is not wanted.

    Many terminals print a control string that they do not know, and most of those say that they are VT100s.
    """
    if depth >= 1 << 24 or not reads_strings(attributes) or not takes_strings(environ):
        return ""
    return f"\x1bP+q{_RGB}\x1b\\" if depth >= 256 else f"\x1bP+q{_RGB};{_COLOURS}\x1b\\"
