"""The library beside others: what another tuireader does to it is shown here, and once a day it is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.tui.background import Background

if TYPE_CHECKING:
    from tuireader.tui.app import ReaderApp

#: Seconds after the start, when nobody waits for the first screen any more, and passages and facts are found.
_COPIED = 20.0


class Sharing:
    """Keeps the screens of an app to a library that others write to.

    Nobody waits for that: it is looked at when a key is pressed or the terminal is turned to again.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._said = app.session.library.note

    def begin(self) -> None:
        """Has the library copied, beside the screens, where the newest copy is too old."""
        library = self._app.session.library
        if library.file is not None:
            self._app.set_timer(_COPIED, lambda: Background(library.back_up))

    def look(self) -> None:
        """Shows what others did since the last look, and tells what became of the file meanwhile."""
        library = self._app.session.library
        if library.changed_elsewhere():
            self._app.tell_library()
        if library.note != self._said:
            self._said = library.note
            if self._said:
                self._app.tell(self._said)
