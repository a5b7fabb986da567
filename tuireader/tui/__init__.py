"""The screens. Only this package knows Textual and Rich."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tuireader.report.citing import Address
    from tuireader.tui.terminal.early import Early


def run(
    paths: Sequence[str],
    *,
    theme: str = "",
    mouse: str = "",
    watch: bool = False,
    at: Address | None = None,
    tour: bool = False,
    early: Early | None = None,
) -> int:
    """Opens the reader on paths, ``at`` a place in one of the articles.

    Without paths it opens those that were added before, or the bundled articles. ``watch`` shows what comes in there.

    ``tour`` shows around, and remembers nothing. ``early`` is the terminal, which may show something already. Returns
    the exit status.

    ``theme`` and ``mouse`` ("auto", "on", "off") stand above the user's settings where they are given. Raises
    TuireaderError where nothing could be opened, UsageError where there is no such theme or place.
    """
    from tuireader.tui.start import start

    return start(paths, theme=theme, mouse=mouse, watch=watch, at=at, tour=tour, early=early)
