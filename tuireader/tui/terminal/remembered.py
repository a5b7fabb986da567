"""What a terminal answered about its colours, kept for the next start.

When an answer comes the first screen stands, and on a slow line it is not drawn again for better colours: they are
those of the next start. ssh does not say what ``COLORTERM`` is, so that this is how all colours come over it.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tuireader.tui.terminal.depth import COLOURED

#: So many terminals are remembered; the one that answered longest ago goes first.
MOST = 32
#: What tells terminals apart, as far as a program on the other side of the line can tell them.
_NAMES = ("TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION")
_LARGEST = 1 << 16
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
#: What is asked for; nothing else is worth a place.
_ASKED = ("RGB", "Co", "colors", COLOURED)


class Memory:
    """The answers of the terminal of this environment, in a file with those of others. Never raises."""

    def __init__(self, file: Path, environ: Mapping[str, str] = os.environ) -> None:
        self._file = file
        self._key = _key(environ)
        self.answers: Mapping[str, str] = self._read().get(self._key, {})
        """Capabilities (XTGETTCAP) by name, as they were answered in an earlier run; ``COLOURED`` where DA1 said so."""

    def take(self, name: str, value: str | None) -> None:
        """Remembers an answer; None says that the terminal has nothing of that name."""
        if value is not None and name in _ASKED and self.answers.get(name) != value:
            self.answers = {**self.answers, name: value}
            self._write({**self._others(), self._key: dict(self.answers)})

    def forget(self) -> None:
        """What was remembered is not true of this terminal."""
        if self.answers:
            self.answers = {}
            self._write(self._others())

    def _others(self) -> dict[str, dict[str, str]]:
        others = {key: value for key, value in self._read().items() if key != self._key}
        return dict(list(others.items())[1 - MOST :])

    def _read(self) -> dict[str, dict[str, str]]:
        try:
            # Whatever lies there, it is not waited for.
            with open(self._file, "rb", opener=lambda name, how: os.open(name, how | _AT_ONCE)) as file:
                form = json.loads(file.read(_LARGEST) or b"")
            return {
                str(key): {str(name): str(value) for name, value in answers.items()} for key, answers in form.items()
            }
        except (OSError, ValueError, AttributeError, RecursionError):
            return {}

    def _write(self, form: Mapping[str, Mapping[str, str]]) -> None:
        beside = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        if not self._file.is_absolute():
            # Nobody knows of a home folder: it would be made where one happens to be.
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(form), encoding="ascii")
            beside.replace(self._file)
        except OSError:
            with suppress(OSError):
                beside.unlink()


def _key(environ: Mapping[str, str]) -> str:
    """Names a terminal without saying from where somebody came: of a sum that cannot be told."""
    from_where = environ.get("SSH_CONNECTION", "").partition(" ")[0]
    parts = "\0".join([*(environ.get(name, "") for name in _NAMES), from_where])
    return f"{zlib.crc32(parts.encode('utf-8', 'surrogateescape')):08x}"
