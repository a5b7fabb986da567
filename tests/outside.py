"""What the terminal the tests run in says of itself, and whoever runs them of the program. None of it is to count."""

from __future__ import annotations

from collections.abc import Mapping

_NAMES = frozenset(
    (
        *("TERM", "COLORTERM", "COLUMNS", "LINES", "TERMINFO", "TERMINFO_DIRS", "COLORFGBG", "NO_COLOR", "FORCE_COLOR"),
        *("TERM_PROGRAM", "TERM_PROGRAM_VERSION", "WT_SESSION", "TMUX", "TMUX_PANE", "STY", "ZELLIJ", "ESCDELAY"),
        *("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "ACCESSIBLE", "CI", "PAGER", "LESS", "EDITOR", "VISUAL"),
        "LANGUAGE",
    )
)
_BEGINNINGS = ("TUIREADER_", "TEXTUAL_")
#: Where the built packages lie that are to be tested, and where the differences of pictures go.
_OURS = ("TUIREADER_DIST", "TEXTUAL_SNAPSHOT_TEMPDIR")


def without(environ: Mapping[str, str]) -> dict[str, str]:
    """An environment without it."""
    return {name: value for name, value in environ.items() if not _outside(name)}


def _outside(name: str) -> bool:
    return name in _NAMES or (name.startswith(_BEGINNINGS) and name not in _OURS)
