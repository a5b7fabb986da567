"""Which of the standard streams the screen goes to."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TextIO


def screen() -> TextIO:
    """Standard error, as Textual has it, or standard output where only that leads to a terminal."""
    for stream in (sys.__stderr__, sys.__stdout__):
        with suppress(OSError, ValueError):
            if stream is not None and stream.isatty():
                return stream
    return sys.__stderr__ or sys.stderr


def encoding() -> str:
    """The encoding of what is drawn."""
    return getattr(screen(), "encoding", None) or "utf-8"
