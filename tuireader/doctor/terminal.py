"""What the doctor says of the terminal: what it is, what it can do, and how that is known."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tuireader.doctor.machine import short
from tuireader.tui.terminal import abilities, depth, probing, terminfo, within
from tuireader.tui.terminal.asking import Said
from tuireader.tui.terminal.examining import PROTOCOLS, Examined
from tuireader.tui.terminal.families import can_draw

if TYPE_CHECKING:
    from tuireader.tui.terminal.display import Way

#: Variables that change what is drawn or how keys are read; those that begin so as well.
_VARIABLES = ("COLORTERM", "NO_COLOR", "FORCE_COLOR", "WT_SESSION", "CI", "ESCDELAY", "COLUMNS", "LINES", "ACCESSIBLE")
_PREFIXES = ("TEXTUAL_", "TUIREADER_")
#: What ``Abilities`` calls it, and what it is called here.
_NAMES = {
    "erases_in_colour": "erasing in colour",
    "scrolls": "scrolling between rows",
    "erases_characters": "erasing in a line",
    "margins": "margins between columns",
    "synchronized": "synchronized output",
    "links": "links",
}

_REPEATS = "repeating a character"


def terminal(environ: Mapping[str, str], examined: Examined, tmux: within.Tmux | None) -> dict[str, Any]:
    """The terminal as plain data: name, answers, size, what lies between, ends of this process."""
    said = examined.said
    answers = said is not None and bool(said.attributes or said.version or said.modes)
    return {
        "term": environ.get("TERM"),
        "program": environ.get("TERM_PROGRAM"),
        "program_version": environ.get("TERM_PROGRAM_VERSION"),
        "known_to_terminfo": terminfo.here() is not None,
        "asked": said is not None,
        "not_asked": examined.why_not or None,
        "answers": answers,
        "version": said.version if said and said.version else None,
        "attributes": list(said.attributes) if said and said.attributes else None,
        "size": _size(),
        "within": within.layers(environ),
        "tmux": None if tmux is None else {**tmux._asdict(), "features": list(tmux.features)},
        "standard": {name: _end(number) for number, name in enumerate(("input", "output", "error"))},
    }


def colours(environ: Mapping[str, str], said: Said | None) -> dict[str, Any]:
    """How many colours are sent, and why."""
    found = depth.chosen(environ, terminfo.here)
    for name, value in (said.capabilities if said else {}).items():
        found = depth.with_capability(found, name, value)
    if said and said.attributes:
        found = depth.with_attributes(found, said.attributes)
    return {"number": found.depth, "why": found.why}


def can(environ: Mapping[str, str], said: Said | None) -> list[dict[str, Any]]:
    """Each ability: name, whether it is used, and where that is known from."""
    found = abilities.known(environ, terminfo.here)
    for mode, value in (said.modes if said else {}).items():
        found = abilities.with_mode(found, mode, value)
    rows = [
        {"name": name, "has": getattr(found.abilities, field), "from": found.sources[field]}
        for field, name in _NAMES.items()
    ]
    if probing.worth_it(environ):
        rows.append({"name": _REPEATS, "has": None, "from": "tried when something is drawn"})
    else:
        rows.append({"name": _REPEATS, "has": False, "from": "name"})
    return rows


def protocols(said: Said | None) -> list[dict[str, Any]]:
    """Each protocol, and whether the terminal says that it has it; None where it does not say."""
    answers = said is not None and said.attributes is not None
    rows = []
    for mode, name in PROTOCOLS.items():
        value = said.modes.get(mode) if said else None
        rows.append({"name": name, "has": None if value is None else value in (1, 2, 3)})
    keys = said.keys if said else None
    rows.append({"name": "kitty's keyboard protocol", "has": True if keys is not None else False if answers else None})
    return rows


def display(environ: Mapping[str, str], wanted: Way) -> dict[str, Any]:
    """How frames are sent, None for none, and the reasons where more is sent than the cells that changed."""
    if not can_draw(environ):
        return {"way": None, "wanted": wanted, "reasons": []}
    try:
        from tuireader.tui.terminal.display import reasons_for_frames
    except ImportError as error:
        return {"way": None, "wanted": wanted, "reasons": [f"Textual cannot be imported: {error}"]}
    reasons = list(reasons_for_frames(wanted))
    return {"way": "frames" if reasons else "cells", "wanted": wanted, "reasons": reasons}


def variables(environ: Mapping[str, str]) -> dict[str, str]:
    """The variables that are set and matter here."""
    meant = (name for name in sorted(environ) if name in _VARIABLES or name.startswith(_PREFIXES))
    return {name: short(environ[name]) for name in meant}


def _size() -> list[int] | None:
    """Columns and rows; None where nobody set them, as on a serial line."""
    for number in (1, 2, 0):
        try:
            columns, rows = os.get_terminal_size(number)
        except OSError:
            continue
        return [columns, rows] if columns > 0 and rows > 0 else None
    return None


def _end(number: int) -> str:
    """What a standard stream leads to."""
    stream = (sys.__stdin__, sys.__stdout__, sys.__stderr__)[number]
    if stream is None:
        return "closed"
    return "terminal" if os.isatty(number) else "no terminal"
