"""How many colours to send, and why so many."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import NamedTuple

from tuireader.tui.terminal.families import can_draw, has_all_colours, has_no_colours, in_screen, is_console, term
from tuireader.tui.terminal.looks import Depth
from tuireader.tui.terminal.terminfo import Entry

ALL = 16777216
#: Under which name it is remembered that an answer to DA1 said that there are colours.
COLOURED = "DA1 22"

#: What ``TEXTUAL_COLOR_SYSTEM`` may say.
_SYSTEMS: Mapping[str, Depth | None] = {
    "auto": None,
    "none": 0,
    "standard": 16,
    "16": 16,
    "windows": 16,
    "256": 256,
    "truecolor": 16777216,
    "24bit": 16777216,
}
#: What ``FORCE_COLOR`` asks for at the least, where it names a level (as chalk and supports-color have it).
_LEVELS: Mapping[str, Depth] = {"1": 16, "2": 256, "3": 16777216}


class Chosen(NamedTuple):
    """A number of colours."""

    depth: Depth
    why: str
    """What decided, in words."""
    settled: bool
    """Whether somebody said so, so that no answer of the terminal changes it."""


def chosen(environ: Mapping[str, str], entry: Callable[[], Entry | None]) -> Chosen:
    """The colours of a terminal by what the environment says; ``entry`` is asked for its terminfo where that is not it.

    What a person set stands above what programs set, that above what is only known of the name.
    """
    if environ.get("NO_COLOR"):
        return Chosen(0, "NO_COLOR is set", settled=True)
    system = _SYSTEMS.get(environ.get("TEXTUAL_COLOR_SYSTEM", "auto").strip().lower())
    if system is not None:
        return Chosen(system, f"TEXTUAL_COLOR_SYSTEM is {environ['TEXTUAL_COLOR_SYSTEM']}", settled=True)
    found = _found(environ, entry)
    level = _LEVELS.get(environ.get("FORCE_COLOR", ""), 0)
    if level > found.depth:
        return Chosen(level, f"FORCE_COLOR is {environ['FORCE_COLOR']}", settled=False)
    return found


def _found(environ: Mapping[str, str], entry: Callable[[], Entry | None]) -> Chosen:
    name = term(environ)
    if not can_draw(environ):
        return Chosen(0, f"TERM is {name}" if name else "TERM is not set", settled=True)
    if has_no_colours(environ):
        return Chosen(0, f"TERM is {name}, which has no colours", settled=True)
    if is_console(environ):
        return Chosen(16, f"TERM is {name}, which has 16", settled=True)
    # GNU screen before 5 takes the numbers of red, green and blue for attributes, whatever the terminal around it said.
    direct = not in_screen(environ)
    if direct and (said := _said(environ)):
        return Chosen(16777216, said, settled=True)
    if direct and has_all_colours(environ):
        return Chosen(16777216, f"TERM is {name}, which has all", settled=True)
    if "256" in name:
        return Chosen(256, f"TERM is {name}", settled=not direct)
    if name.endswith(("-16color", "-88color")):
        return Chosen(16, f"TERM is {name}", settled=not direct)
    known = entry()
    if known is None:
        return Chosen(16, f"TERM is {name}, of which nothing is known", settled=False)
    if known.direct and direct:
        return Chosen(16777216, f"terminfo says of {name} that it has all", settled=True)
    return Chosen(_least(known.colours), f"terminfo says of {name} that it has {known.colours}", settled=not direct)


def _said(environ: Mapping[str, str]) -> str:
    """Which variable of a terminal on this machine says that it has all colours; empty where none does."""
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return f"COLORTERM is {environ['COLORTERM'].strip()}"
    return "WT_SESSION is set, so that it is the Windows Terminal" if environ.get("WT_SESSION") else ""


def _least(colours: int) -> Depth:
    return 16777216 if colours >= ALL else 256 if colours >= 256 else 16 if colours >= 8 else 0


def with_capability(before: Chosen, name: str, value: str | None) -> Chosen:
    """The colours after an answer to XTGETTCAP: ``RGB`` for all of them, ``Co`` or ``colors`` for a number."""
    if before.settled or value is None:
        return before
    if name == "RGB":
        # Bits of red, green and blue, one number for all of them, or nothing but that there is such a thing.
        found: Depth = 16777216 if not value or all(_number(bits) >= 8 for bits in value.split("/")) else 0
    elif name in ("Co", "colors"):
        found = _least(_number(value))
    else:
        return before
    if found <= before.depth:
        return before
    return Chosen(found, f"the terminal answered that it has {'all' if found == ALL else found}", settled=found == ALL)


def _number(text: str) -> int:
    """What a terminal answered as a number: 0 where it is none, or none that is meant (``²`` is a digit to Python)."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0


def says_colours(attributes: tuple[int, ...]) -> bool:
    """Whether an answer to DA1 has, behind the kind of terminal, that it has colours at all (22, DEC VT525)."""
    return 22 in attributes[1:]


def with_attributes(before: Chosen, attributes: tuple[int, ...]) -> Chosen:
    """The colours after an answer to DA1."""
    if before.settled or before.depth or not says_colours(attributes):
        return before
    return Chosen(16, "the terminal answered that it has colours", settled=False)


def settle(
    environ: MutableMapping[str, str], entry: Callable[[], Entry | None], answers: Mapping[str, str]
) -> tuple[Chosen, Chosen]:
    """What holds, with ``answers`` that the terminal gave in an earlier run (``remembered``), and what without.

    Textual is told of the former before it is imported: what it does not know it takes for a reason to fail.
    """
    alone = found = chosen(environ, entry)
    for name, value in answers.items():
        found = with_attributes(found, (0, 22)) if name == COLOURED else with_capability(found, name, value)
    environ["TEXTUAL_COLOR_SYSTEM"] = {0: "auto", 16: "standard", 256: "256"}.get(found.depth, "truecolor")
    return found, alone


def wrong(environ: Mapping[str, str]) -> str:
    """What of the environment is to be put right, in a line; empty where nothing is."""
    system = environ.get("TEXTUAL_COLOR_SYSTEM", "")
    if system and system.strip().lower() not in _SYSTEMS:
        return f"TEXTUAL_COLOR_SYSTEM is “{system}”, which is none of {', '.join(_SYSTEMS)}; it is passed over"
    return ""
