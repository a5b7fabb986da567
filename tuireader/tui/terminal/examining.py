"""What a terminal says of itself when somebody asks: for a report, not for drawing."""

from __future__ import annotations

import os
import stat
import termios
from collections.abc import Mapping
from typing import NamedTuple

from tuireader.tui.terminal import asking
from tuireader.tui.terminal.abilities import MARGINS, SYNCHRONIZED, colour_question
from tuireader.tui.terminal.asking import DEVICE, Said
from tuireader.tui.terminal.families import can_draw, prints_unknown

#: Private modes, and what a terminal that has them can do.
PROTOCOLS = {
    SYNCHRONIZED: "synchronized output",
    MARGINS: "margins between columns",
    2048: "reports of its size",
    1004: "reports of focus",
    2004: "bracketed paste",
    1006: "mouse beyond column 223",
}
#: XTVERSION (xterm), and the flags of the keyboard protocol (kitty).
_VERSION, _KEYS = "\x1b[>q", "\x1b[?u"


class Examined(NamedTuple):
    """What it answered; where it was not asked, why not."""

    said: Said | None
    why_not: str = ""


def examine(environ: Mapping[str, str], seconds: float) -> Examined:
    """Asks the terminal of this process, which has so many seconds for each of two answers.

    It is left as it was, and nothing is drawn. It is not asked where somebody else may read the answers.
    """
    if not can_draw(environ):
        return Examined(None, "TERM says that it answers nothing")
    if _piped():
        return Examined(None, "the output goes into a pipe, and what reads it may use the terminal")
    try:
        fd = asking.opened()
    except OSError:
        return Examined(None, "there is no terminal")
    try:
        if not asking.in_front(fd):
            return Examined(None, "this is a job in the background")
        said = asking.ask(fd, questions(environ), seconds)
        more = colour_question(environ, said.attributes or (), 0)
        if more:
            said = said._replace(capabilities=asking.ask(fd, more + DEVICE, seconds).capabilities)
        return Examined(said)
    except (OSError, termios.error) as error:
        return Examined(None, f"it is gone: {error}")
    finally:
        os.close(fd)


def questions(environ: Mapping[str, str]) -> str:
    """What to ask: what it is, and which protocols it has; not the latter where that could be printed."""
    if prints_unknown(environ):
        return DEVICE
    return _VERSION + "".join(f"\x1b[?{mode}$p" for mode in PROTOCOLS) + _KEYS + DEVICE


def _piped() -> bool:
    """Whether standard output is a pipe or a socket."""
    try:
        mode = os.fstat(1).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)
