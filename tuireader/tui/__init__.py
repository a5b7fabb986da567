"""The screens. Only this package knows Textual and Rich."""

from __future__ import annotations

from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Opens the reader on paths, or ids of the bundled seeds; returns the exit status.

    Raises TuireaderError where nothing could be opened.
    """
    from tuireader.tui.start import start

    return start(arguments)
