"""Textual's driver for POSIX terminals, for those that cannot show everything and those without a second screen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from tuireader.tui.terminal.charset import sendable
from tuireader.tui.terminal.pasting import PasteParser

if TYPE_CHECKING:
    from tuireader.tui.terminal.early import Early

# The driver makes its parser where nothing can be handed in.
linux_driver.XTermParser = PasteParser  # type: ignore[attr-defined]


_ALTERNATE = "\x1b[?1049h"


class Driver(LinuxDriver):
    """Sends only what the locale's encoding has, and leaves an empty screen in plain colours.

    Textual leaves colours and text to the alternate screen, which the Linux console and others do not have.
    """

    _entered = False

    def start_application_mode(self) -> None:
        early: Early | None = getattr(self._app, "early", None)
        # The first time something may be shown already: the alternate screen would be cleared by being asked for.
        self._entered = early is not None and early.hand_over()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if early is not None and self._entered:
            self.attrs_before = early.attributes
            self._entered = False

    def write(self, data: str) -> None:
        if self._entered and data == _ALTERNATE:
            return
        super().write(sendable(data, getattr(sys.__stderr__, "encoding", None) or "utf-8"))

    def stop_application_mode(self) -> None:
        self.write("\x1b[0m\x1b[H\x1b[2J")
        super().stop_application_mode()

    def use_mouse(self, on: bool) -> None:
        """Asks the terminal for mouse reports, or no longer."""
        if on != self._mouse:
            if not on:
                self._disable_mouse_support()
            self._mouse = on
            if on:
                self._enable_mouse_support()
            self.flush()
