"""What stands between a program and the terminal somebody looks at: tmux, GNU screen, mosh, ssh."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

#: What tmux is asked: its version, the terminal around it, what that can do; then how long it waits after an escape.
_TMUX = "#{version}\t#{client_termname}\t#{client_termfeatures}"


class Tmux(NamedTuple):
    """What tmux says. Empty, or None, where it does not."""

    version: str = ""
    client: str = ""
    """``TERM`` of the terminal around it."""
    features: tuple[str, ...] = ()
    escape_milliseconds: int | None = None
    """So long it waits whether more than an escape comes."""


def tmux(environ: Mapping[str, str]) -> Tmux | None:
    """What the tmux this program runs in says of itself; None where it runs in none, or in one it cannot ask."""
    if "TMUX" not in environ:
        return None
    said = tmux_says(environ, _TMUX, ";", "show-options", "-sv", "escape-time")
    if said is None:
        return Tmux()
    first, _, escape = said.partition("\n")
    version, client, features = (*first.split("\t"), "", "", "")[:3]
    milliseconds = escape.strip()
    waits = int(milliseconds) if milliseconds.isascii() and milliseconds.isdigit() else None
    return Tmux(version, client, tuple(filter(None, features.split(","))), waits)


def tmux_says(environ: Mapping[str, str], asked: str, *more: str) -> str | None:
    """What the tmux around this pane says to a format (tmux(1), "FORMATS"), and to what of its commands follows; None
    where it does not.
    """
    command = ["tmux", "display-message", "-p", "-t", environ.get("TMUX_PANE", ""), asked, *more]
    try:
        # ValueError: what it says is no text.
        return subprocess.run(command, capture_output=True, text=True, timeout=2, check=True).stdout
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def layers(environ: Mapping[str, str]) -> list[str]:
    """The names of what there is between, as far as variables and the processes above this one tell."""
    found = [
        name
        for name, variables in (
            ("tmux", ("TMUX",)),
            ("screen", ("STY",)),
            ("zellij", ("ZELLIJ",)),
            ("ssh", ("SSH_CONNECTION", "SSH_TTY")),
        )
        if any(environ.get(each) for each in variables)
    ]
    above = ancestors()
    return found + [name for name, program in (("mosh", "mosh-server"), ("script", "script")) if program in above]


def ancestors(proc: Path = Path("/proc"), pid: int | None = None) -> list[str]:
    """The names of the processes above one (default: this one), the nearest first; none where there is no /proc."""
    names: list[str] = []
    at = os.getpid() if pid is None else pid
    while at > 1 and len(names) < 64:
        try:
            text = (proc / str(at) / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            break
        # The name stands in brackets, and may hold some itself.
        before, _, after = text.rpartition(")")
        names.append(before.partition("(")[2])
        rest = after.split()
        if len(rest) < 2 or not rest[1].isdigit():
            break
        at = int(rest[1])
    return names[1:]
