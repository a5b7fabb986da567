"""What is told in a corner stays until a key is pressed: nothing on the screen changes by a clock."""

from __future__ import annotations

from time import time

from textual.app import App
from textual.notifications import SeverityLevel

#: Seconds that something must have been there before a key takes it away: keys are typed ahead.
_SEEN = 2.0
#: Textual wants to know when it goes by itself: never.
_FOR_GOOD = 1e9


class Toasts(App[None]):
    """An app whose toasts wait for the reader."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Tells of something until a key is pressed. ``timeout`` is for Textual's own callers, and does not count."""
        self.colour_boxes()
        super().notify(message, title=title, severity=severity, timeout=_FOR_GOOD, markup=markup)
        self.call_after_refresh(self.keep_clear)

    def colour_boxes(self) -> None:
        """Tells Textual the colours of its boxes, where it does not know them."""

    @property
    def told(self) -> bool:
        """Whether something is told of now."""
        return bool(len(self._notifications))

    def keep_clear(self) -> None:
        """Keeps the box above the lines that say which key to press next: those are what a new reader needs."""
        taken = sum(lines.size.height for lines in self.screen.query("GuideLines"))
        for rack in self.screen.query("ToastRack"):
            rack.styles.margin = (0, 0, 1 + taken, 0)

    def heard(self) -> None:
        """A key was pressed: what has been there for a while has been read."""
        told = list(self._notifications)
        if told and all(time() - each.raised_at > _SEEN for each in told):
            self.clear_notifications()
