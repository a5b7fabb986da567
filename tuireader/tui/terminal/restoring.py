"""Puts a terminal right that a program left in the middle of its work: killed, or cut off from it.

Nothing on the screen is cleared, moved or scrolled, and on a terminal that is as it should be nothing changes at all.
"""

from __future__ import annotations

import copy
import termios
from collections.abc import Mapping
from typing import Any, NamedTuple

from tuireader.tui.terminal.asking import DEVICE, Said, ask, in_front, write
from tuireader.tui.terminal.families import can_draw, prints_unknown
from tuireader.tui.terminal.within import tmux_says

_OFF = {
    1000: "mouse reports off",
    1002: "mouse reports off",
    1003: "mouse reports off",
    1004: "focus reports off",
    2004: "bracketed paste off",
    2048: "reports of its size off",
    69: "margins gone",
    6: "origin mode off",
}
"""The modes to find out about that must be off, and what is said of those that were on."""
_ON = {7: "wrapping on", 25: "cursor shown"}
"""Those that must be on, and what is said of those that were not."""
_ALTERNATE = 1049
_SET = (1, 3)
"""The values of a mode's report that mean it is on."""

_FIRST = (
    "\x1b\\"  # ends a string that was cut off, such as a text on its way to the clipboard
    "\x1b[?2026l"  # what is drawn is shown from here on
    "\x1b[?1000;1002;1003;1006;1015;1016l"  # mouse
    "\x1b[?1004;2004;2048l"  # focus, bracketed paste, size in band
)
_KEYS = "\x1b[<9u"
"""Takes back every push of the kitty keyboard protocol. The alternate screen has a stack of its own."""
_SOFT = "\x1b[!p"
"""DECSTR (DEC VT510): origin mode, insert mode, margins, charset, colours, cursor; moves nothing."""
_MARGINS = "\x1b[?69l\x1b[?6l\x1b[r"
"""Each of these puts the cursor into the first cell, so that its place must be kept around them."""
_PLAIN = "\x1b[4l\x1b[?1l\x1b>\x1b(B\x0f\x1b[m\x1b[?7h\x1b[?25h"
"""Insert mode and the application's keys off, charset, colours, wrapping, cursor: also where there is no DECSTR."""


class Restored(NamedTuple):
    """What was found, and put right."""

    found: tuple[str, ...]
    """What was put right, in words; empty where nothing was wrong, or where the terminal does not tell."""
    told: bool
    """Whether the terminal told in which state it was."""
    sent: bool
    """Whether codes were sent: not where TERM says that there are none."""


def restore(fd: int, environ: Mapping[str, str], seconds: float = 1.0) -> Restored:
    """Puts the terminal behind ``fd`` right, open both ways. It has ``seconds`` for each of two answers.

    Raises ``OSError`` or ``termios.error`` where the terminal is gone, ``PermissionError`` for a job in the background.
    """
    if not in_front(fd):
        raise PermissionError("a job in the background must leave the terminal alone")
    found = _settle_line(fd)
    if not can_draw(environ):
        return Restored(found, told=False, sent=False)
    said = ask(fd, questions(environ), seconds)
    told = bool(said.modes)
    found = (*found, *_wrong(said))
    alternate = said.modes[_ALTERNATE] in _SET if said.modes.get(_ALTERNATE) else None
    if alternate is None and "TMUX" in environ:
        alternate = _tmux_shows_alternate(environ)
        found = (*found, "alternate screen left") if alternate else found
    write(fd, _FIRST + leaving(alternate, environ))
    place = ask(fd, "\x1b[6n" + DEVICE, seconds).place if said.attributes is not None else None
    # What was drawn before may stand left of the cursor: what is said next begins a line of its own.
    write(fd, settling(place, environ) + ("\r\n" if found and place and place[1] > 1 else ""))
    termios.tcflush(fd, termios.TCIFLUSH)
    return Restored(tuple(dict.fromkeys(found)), told, sent=True)


def questions(environ: Mapping[str, str]) -> str:
    """What to ask: the modes (DECRQM) and DA1. Terminals that would print a part of it are asked for DA1 alone."""
    if prints_unknown(environ):
        return DEVICE
    return "".join(f"\x1b[?{mode}$p" for mode in (_ALTERNATE, *_OFF, *_ON)) + DEVICE


def leaving(alternate: bool | None, environ: Mapping[str, str]) -> str:
    """What leaves the alternate screen where it is shown, or where that is not known.

    On the main screen ``?1049l`` alone would put the cursor where it was saved last, or into the first cell. Where
    the cursor is saved right before, that is where it is: each screen of xterm and its like has its own saved place.
    """
    keys = "" if prints_unknown(environ) else _KEYS
    leave = {True: "\x1b[?1049l", False: "", None: "\x1b7\x1b[?1049l"}[alternate]
    return keys + leave + (keys if leave else "")


def settling(place: tuple[int, int] | None, environ: Mapping[str, str]) -> str:
    """What undoes margins, charset, colours and the rest, and leaves the cursor at ``place`` (row, column; from 1)."""
    soft = "" if prints_unknown(environ) else _SOFT
    if place is None:
        return f"{soft}\x1b7{_MARGINS}\x1b8{_PLAIN}"
    return f"{soft}{_MARGINS}\x1b[{place[0]};{place[1]}H{_PLAIN}"


def _wrong(said: Said) -> list[str]:
    wrong = ["alternate screen left"] if said.modes.get(_ALTERNATE) in _SET else []
    wrong += [name for mode, name in _OFF.items() if said.modes.get(mode) == 1]
    return wrong + [name for mode, name in _ON.items() if said.modes.get(mode) == 2]


def _tmux_shows_alternate(environ: Mapping[str, str]) -> bool | None:
    """tmux moves the cursor for ``?1049l`` on the main screen, too, and does not tell by DECRQM before 3.7: ask it."""
    return {"1": True, "0": False}.get((tmux_says(environ, "#{alternate_on}") or "").strip())


def _settle_line(fd: int) -> tuple[str, ...]:
    """Gives the line the settings a shell needs; returns what was wrong with it."""
    before = termios.tcgetattr(fd)
    after, wrong = settled(before)
    if wrong:
        termios.tcsetattr(fd, termios.TCSANOW, after)
    return wrong


def settled(attributes: list[Any]) -> tuple[list[Any], tuple[str, ...]]:
    """Settings of a line as ``termios.tcgetattr`` gives them, made fit for a shell, and what was wrong with them.

    Only what keeps a shell from working is changed, so that what somebody set with ``stty`` stays. Flow control and
    the keys for it are a part of that only where the line was raw.
    """
    after = copy.deepcopy(attributes)
    iflag, oflag, cflag, lflag, ispeed, ospeed, cc = after
    wrong = []
    if not lflag & termios.ECHO:
        wrong.append("echo on")
    if not lflag & termios.ICANON:
        wrong.append("line editing on")
    if not lflag & termios.ISIG:
        wrong.append("ctrl+c and ctrl+z on")
    if not iflag & termios.ICRNL or iflag & (termios.INLCR | termios.IGNCR):
        wrong.append("enter ends a line")
    if not oflag & termios.OPOST or not oflag & termios.ONLCR:
        wrong.append("lines begin at the left")
    if not wrong:
        return after, ()
    iflag = (iflag | termios.ICRNL | termios.IXON) & ~(termios.INLCR | termios.IGNCR | termios.IXOFF)
    oflag = (oflag | termios.OPOST | termios.ONLCR) & ~(termios.OCRNL | termios.ONOCR | termios.ONLRET)
    lflag |= termios.ECHO | termios.ECHOE | termios.ECHOK | termios.ICANON | termios.ISIG | termios.IEXTEN
    if termios.VMIN not in (termios.VEOF, termios.VEOL):
        cc[termios.VMIN], cc[termios.VTIME] = 1, 0
    return [iflag, oflag, cflag, lflag, ispeed, ospeed, cc], tuple(wrong)
