"""config.toml: what the user chose. Every mistake is a complaint, and the rest holds."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tuireader.settings import toml
from tuireader.settings.complaint import Complaint, line_of, nearest, one_of, quoted

#: The theme where neither the config nor the library names one.
DEFAULT_THEME = "ink"

_CHOICES = {"mouse": ("auto", "on", "off"), "glyphs": ("auto", "unicode", "ascii"), "cursor": ("auto", "on", "off")}
_MEASURE = range(40, 121)
_NAMES = ("theme", "mouse", "animation", "measure", "glyphs", "cursor", "tagger", "keys")


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices, checked. ``theme`` is empty where the config names none: then the last one used holds.

    ``tagger`` names an installed tagger of names; empty: none.
    ``measure`` is the width of the text column in characters. ``keymap`` holds only the commands whose keys the user
    changed; ask ``keys_for``.
    """

    theme: str = ""
    mouse: str = "auto"
    animation: bool = False
    measure: int = 80
    glyphs: str = "auto"
    cursor: str = "auto"
    tagger: str = ""
    count_seconds: float = 1.0
    keymap: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    complaints: tuple[Complaint, ...] = ()

    def keys_for(self, id: str) -> tuple[str, ...]:
        """The keys of a command, by its id; empty where the user took them away. Raises KeyError for no command."""
        from tuireader.settings.commands import get

        keys = self.keymap.get(id)
        return get(id).keys if keys is None else keys

    def mouse_on(self, environ: Mapping[str, str] = os.environ) -> bool:
        """Whether to ask the terminal for mouse reports: under "auto" only where no SSH line carries them."""
        if self.mouse == "auto":
            return not remote(environ)
        return self.mouse == "on"

    def cursor_on(self, environ: Mapping[str, str] = os.environ) -> bool:
        """Whether the terminal's cursor is seen on the item at hand: under "auto" where ``ACCESSIBLE`` is set."""
        if self.cursor == "auto":
            return environ.get("ACCESSIBLE", "") not in ("", "0")
        return self.cursor == "on"

    def unicode(self, environ: Mapping[str, str] = os.environ) -> bool:
        """Whether glyphs outside ASCII may be drawn: under "auto" where the locale is UTF-8."""
        if self.glyphs == "auto":
            locale = next((environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environ.get(name)), "")
            return locale.lower().replace("-", "").find("utf8") >= 0
        return self.glyphs == "unicode"


def remote(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal is at the other end of an SSH line."""
    return bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))


def load(file: Path) -> Settings:
    """The settings of one config file. Never raises: no file means the defaults, a mistake becomes a complaint."""
    if not file.exists():
        return Settings()
    answer = toml.read(file)
    if isinstance(answer, Complaint):
        return Settings(complaints=(answer,))
    values, text = answer
    complaints: list[Complaint] = []

    def complain(key: str, message: str) -> None:
        complaints.append(Complaint(file, key, line_of(text, key), message))

    taken: dict[str, Any] = {}
    for name, value in values.items():
        if name not in _NAMES:
            complain(name, f"there is no such setting{nearest(name, _NAMES)}")
        elif name == "keys":
            if isinstance(value, dict):
                from tuireader.settings import keymap

                taken["keymap"] = MappingProxyType(keymap.read(value, complain))
            else:
                complain(name, "must be a table of commands and their keys, under a line [keys]")
        elif wrong := _wrong(name, value):
            complain(name, wrong)
        else:
            taken[name] = value
    return Settings(**taken, complaints=tuple(complaints))


def _wrong(name: str, value: object) -> str:
    """What is wrong with a setting's value; empty where nothing is."""
    if name in _CHOICES:
        if value in _CHOICES[name]:
            return ""
        return f"must be {one_of(_CHOICES[name])}, not {quoted(value)}"
    if name == "animation":
        return "" if isinstance(value, bool) else f"must be true or false, not {quoted(value)}"
    if name == "measure":
        if isinstance(value, int) and not isinstance(value, bool) and value in _MEASURE:
            return ""
        return f"must be a whole number from {_MEASURE[0]} to {_MEASURE[-1]}, not {quoted(value)}"
    if name == "tagger":
        return "" if isinstance(value, str) else f"must be the name of an installed tagger, not {quoted(value)}"
    return (
        "" if isinstance(value, str) else f'must be the name of a theme, such as "{DEFAULT_THEME}", not {quoted(value)}'
    )
