"""Copying: to the clipboard of the terminal, and into a file, since no terminal tells whether it took anything."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from tuireader.report.counting import count
from tuireader.settings import paths
from tuireader.text.safe import clean
from tuireader.tui.reading.exports import shown

if TYPE_CHECKING:
    from tuireader.tui.screens.base import BaseScreen
    from tuireader.tui.terminal.display import CellDisplay

#: Bytes of base64 that terminals take in one sequence: xterm drops what is longer than 100,000.
_MOST = 99_000
#: Bytes that GNU screen hands on at once.
_PIECE = 200
#: Terminals that have no clipboard.
_WITHOUT = ("linux", "dumb", "vt100", "vt220")


class Offer(NamedTuple):
    """Something that can be copied: ``what`` is the verb of the command that copies it, ``text`` is safe to paste."""

    what: str
    name: str
    text: str


def sequence(text: str, environ: Mapping[str, str] = os.environ) -> str:
    """OSC 52, which puts text on the clipboard of the terminal; empty where there is none, or the text is too long.

    tmux takes it as it is (``set-clipboard``); GNU screen must be told to hand it on.
    """
    term = environ.get("TERM", "")
    data = b64encode(text.encode("utf-8", "replace")).decode("ascii")
    if term in _WITHOUT or len(data) > _MOST:
        return ""
    # tmux calls itself "screen-…" as well, and drops what is wrapped for the other one.
    if environ.get("STY") or (term.startswith("screen.") and not environ.get("TMUX")):
        pieces = [data[at : at + _PIECE] for at in range(0, len(data), _PIECE)] or [""]
        wrapped = "".join(f"\x1bP{piece}\x1b\\" for piece in pieces[1:])
        return f"\x1bP\x1b]52;c;{pieces[0]}\x1b\\{wrapped}\x1bP\x07\x1b\\"
    return f"\x1b]52;c;{data}\x07"


def keep(text: str, file: Path) -> str:
    """Writes what was copied into a file for the user alone, whole or not at all; returns what went wrong, or ""."""
    import tempfile

    name = ""
    try:
        paths.make(file.parent, 0o700)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.name)
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as out:
            out.write(f"{text}\n")
        Path(name).replace(file)
    except OSError as error:
        with suppress(OSError):
            Path(name or file.parent / "none").unlink()
        return error.strerror or str(error)
    return ""


def copy(screen: BaseScreen, text: str, what: str) -> None:
    """Copies a text, named ``what``, and says in the status line where it went."""
    text = clean(text)
    sent = sequence(text)
    if sent:
        cast("CellDisplay", screen.app).send(sent)
    file = paths.find().state / "copied.txt"
    wrong = keep(text, file)
    short = shown(file)
    size = count(len(text), "character")
    if sent and not wrong:
        said = f"Copied {what} ({size}); also in {short}"
    elif sent:
        said = f"Copied {what} ({size}); {short} could not be written ({wrong})"
    elif not wrong:
        said = f"Copied into {short}: {what} ({size}); too much for this terminal, or it has no clipboard"
    else:
        said = f"Not copied: this terminal has no clipboard, and {short} could not be written ({wrong})"
    screen.say(said)
