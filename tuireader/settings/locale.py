"""Which variable decides about the language and the characters of the terminal."""

from __future__ import annotations

from collections.abc import Mapping


def variable(environ: Mapping[str, str]) -> str:
    """The name of the one that holds (POSIX: an empty one counts as not set); empty where none is set."""
    return next((name for name in ("LC_ALL", "LC_CTYPE", "LANG") if environ.get(name)), "")
