"""The screens. Only this package knows Textual and Rich."""

from __future__ import annotations

from collections.abc import Sequence


def run(paths: Sequence[str], *, theme: str = "", mouse: str = "") -> int:
    """Opens the reader on paths, the bundled seeds where there are none; returns the exit status.

    ``theme`` and ``mouse`` ("auto", "on", "off") stand above the user's settings where they are given. Raises
    TuireaderError where nothing could be opened, UsageError where there is no such theme.
    """
    from tuireader.tui.start import start

    return start(paths, theme=theme, mouse=mouse)
