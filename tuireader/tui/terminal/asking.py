"""Asks a terminal and waits for its answers, once, for programs that do not draw: what repairs it, what describes it.

A program that draws does not wait: it sends its questions with its first frame and goes on.
"""

from __future__ import annotations

import os
import re
import select
import termios
import time
import tty
from typing import NamedTuple

DEVICE = "\x1b[c"
"""DA1, what every terminal since the VT100 answers: sent last, its answer says that no other will come."""

_ANSWER = re.compile(
    r"\x1b\[\?(?P<mode>\d{1,5});(?P<value>\d)\$y"  # DECRPM (DEC VT510)
    r"|\x1b\[\?(?P<attributes>(?:\d{0,4};){0,30}\d{0,4})c"  # DA1 (ECMA-48, DEC VT510)
    r"|\x1b\[\?(?P<keys>\d{1,3})u"  # the kitty keyboard protocol
    r"|\x1b\[(?P<row>\d{1,4});(?P<column>\d{1,4})R"  # CPR (ECMA-48)
    r"|\x1bP>\|(?P<version>[^\x1b]{0,200})\x1b\\"  # XTVERSION (xterm)
    r"|\x1bP(?P<known>[01])\+r(?P<names>[^\x1b]{0,400})\x1b\\"  # XTGETTCAP (xterm)
)


class Said(NamedTuple):
    """What a terminal answered. What it was not asked, or is silent about, is None or missing."""

    modes: dict[int, int]
    """Private modes by number: 0 not known, 1 on, 2 off, 3 always on, 4 always off."""
    attributes: tuple[int, ...] | None = None
    """The parameters of DA1; None where it is mute."""
    place: tuple[int, int] | None = None
    """Row and column of the cursor, from 1; relative to the margins where origin mode is on."""
    version: str = ""
    """Name and version, as the terminal writes them. Not to be trusted: it may hold anything."""
    keys: int | None = None
    """Flags of the kitty keyboard protocol that are on; None where it has none."""
    capabilities: dict[str, str | None] = {}  # noqa: RUF012 - never written to
    """Capabilities of terminfo by name, decoded; None where it says that it has none of that name."""


def heard(text: str) -> Said:
    """The answers in what a terminal sent; whatever else stands between them is passed over."""
    said = Said({}, capabilities={})
    for each in _ANSWER.finditer(text):
        if each["mode"]:
            said.modes[int(each["mode"])] = int(each["value"])
        elif each["attributes"] is not None:
            said = said._replace(attributes=tuple(int(part or 0) for part in each["attributes"].split(";")))
        elif each["keys"]:
            said = said._replace(keys=int(each["keys"]))
        elif each["row"]:
            said = said._replace(place=(int(each["row"]), int(each["column"])))
        elif each["version"] is not None:
            said = said._replace(version=each["version"])
        elif each["names"] is not None:
            said.capabilities.update(_capabilities(each["known"] == "1", each["names"]))
    return said


def _capabilities(known: bool, names: str) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for pair in names.split(";"):
        name, _, value = pair.partition("=")
        try:
            key, text = (bytes.fromhex(part).decode("latin-1") for part in (name, value))
        except ValueError:
            continue
        if key:
            found[key] = text if known else None
    return found


def opened() -> int:
    """The terminal of this process, open both ways, wherever its output goes. Raises ``OSError`` where there is none.

    The caller closes it.
    """
    try:
        return os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        for fd in (2, 1, 0):
            if os.isatty(fd):
                return os.open(os.ttyname(fd), os.O_RDWR | os.O_NOCTTY)
        raise


def in_front(fd: int) -> bool:
    """Whether this process may write to a terminal and change it: a job in the background would be stopped."""
    try:
        return os.tcgetpgrp(fd) == os.getpgrp()
    except OSError:
        return False


def patience(*, far: bool) -> float:
    """Seconds for an answer: more where the terminal is at the far end of a line."""
    return 2.5 if far else 1.0


def ask(fd: int, question: str, seconds: float) -> Said:
    """Sends a question and waits for the answers, at the most so long. ``fd`` is a terminal open both ways.

    The question should end with ``DEVICE``, or a terminal that answers nothing else is waited for in vain. What was
    typed meanwhile is lost. The line's settings are afterwards what they were. Raises ``OSError`` or ``termios.error``
    where the terminal is gone.
    """
    before = termios.tcgetattr(fd)
    got = bytearray()
    try:
        tty.setraw(fd, termios.TCSAFLUSH)
        write(fd, question)
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not re.search(rb"\x1b\[\?[\d;]*c", got):
            if not select.select([fd], [], [], left)[0]:
                break
            data = os.read(fd, 4096)
            if not data:
                break
            got += data
    finally:
        termios.tcsetattr(fd, termios.TCSAFLUSH, before)
    return heard(got.decode("utf-8", "replace"))


def write(fd: int, text: str) -> None:
    """Sends all of a text, however little the terminal takes at a time."""
    data = text.encode()
    while data:
        data = data[os.write(fd, data) :]
