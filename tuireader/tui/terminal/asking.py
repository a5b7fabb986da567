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
from typing import Any, NamedTuple

from tuireader.tui.terminal.answers import Answers

DEVICE = "\x1b[c"
"""DA1, what every terminal since the VT100 answers: sent last, its answer says that no other will come."""


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

    def told(**found: Any) -> None:
        nonlocal said
        said = said._replace(**found)

    answers = Answers()
    answers.listen("mode", said.modes.__setitem__)
    answers.listen("capability", said.capabilities.__setitem__)
    answers.listen("attributes", lambda *numbers: told(attributes=numbers))
    answers.listen("keyboard", lambda flags: told(keys=flags))
    answers.listen("version", lambda version: told(version=version))
    answers.listen("cursor", lambda *place: told(place=place))
    # No key is waited for: what could be one is the answer.
    answers.asked_cursor(None)
    answers.feed(text)
    return said


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
