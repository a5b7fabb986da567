"""One line to type a path into, with file names completed."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tuireader.sources.addresses import is_address
from tuireader.text.safe import line as safe
from tuireader.tui.completing import completed
from tuireader.tui.screens.asking import AskScreen


class PathScreen(AskScreen):
    """Asks for a file, a folder or a glob."""

    SCOPE = "path"

    def __init__(self, take: Callable[[str], None]) -> None:
        """``take`` gets the path, with ``~`` filled in, if something is there."""
        super().__init__("Add articles", "A", "A file, a folder, a glob such as ~/wire/*.txt, or an address", "")
        self._take = take

    def do_take(self) -> None:
        typed = self._typed.value.strip()
        if not typed:
            self.do_close()
            return
        path = _filled(typed)
        if not is_address(typed) and not os.path.lexists(path) and not any(char in path for char in "*?["):
            self._typed.say("")
            self.say(f"No such file or folder: {safe(path)}")
            return
        self.do_close()
        self._take(path)

    def do_complete(self) -> None:
        """Completes the name as far as it is certain, and says which names there are."""
        found = completed(self._typed.value)
        self._typed.put(found.typed)
        if not found.choices:
            self.say("No name here begins like that")
        elif len(found.choices) > 1:
            self.say("  ".join(safe(name) for name in found.choices[:8]))

    def do_close(self) -> None:
        self.app.pop_screen()


def _filled(typed: str) -> str:
    """The path that was typed; quotation marks around it are no part of it."""
    if len(typed) > 1 and typed[0] == typed[-1] and typed[0] in "'\"":
        typed = typed[1:-1]
    with suppress(RuntimeError):  # there is no such user, or no home folder
        return str(Path(typed).expanduser()) if typed.startswith("~") else typed
    return typed
