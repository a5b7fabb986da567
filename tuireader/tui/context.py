"""What every widget may ask its app for: palette, glyphs, settings and the session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from tuireader.settings.config import Settings
    from tuireader.tui.glyphs import Glyphs
    from tuireader.tui.guiding import Guide
    from tuireader.tui.palette import Palette
    from tuireader.tui.session import Session


class Context(Protocol):
    """The part of the app that widgets and screens know."""

    palette: Palette
    glyphs: Glyphs
    settings: Settings
    session: Session
    guide: Guide | None

    @property
    def leaving(self) -> bool:
        """Whether the reader is about to go: no key means anything any more."""

    def cursor_seen(self) -> bool:
        """Whether the terminal's own cursor is seen."""


def context(widget: MessagePump) -> Context:
    """The app of a widget, as far as widgets know it."""
    return cast("Context", widget.app)
