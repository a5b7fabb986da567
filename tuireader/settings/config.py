"""config.toml: what the user chose. Every mistake is a complaint, and the rest holds."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from tuireader.settings import locale, toml
from tuireader.settings.complaint import Complaint, line_of, nearest
from tuireader.settings.options import DEFAULT_THEME, OPTIONS, Value, find
from tuireader.settings.paths import there

__all__ = ["DEFAULT_THEME", "Origin", "Settings", "load", "remote"]

_NO_TABLE = "must be a table of commands and their keys, under a line [keys]"


class Origin(NamedTuple):
    """Where a setting is from: a file, with its line, the environment or the call."""

    kind: str
    name: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.name}, line {self.line}" if self.line else self.name


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices, checked. ``theme`` is empty where the config names none: then the last one used holds.

    ``tagger`` names an installed tagger of names; empty: none.
    ``measure`` is the width of the text column in characters. ``keymap`` holds only the commands whose keys the user
    changed, over those of the ``preset``; ask ``keys_for``. ``origins`` tells by name where what is not a default is
    from; the keys of a command are called ``keys.scope.verb`` there.
    """

    theme: str = ""
    mouse: str = "auto"
    animation: bool = False
    measure: int = 80
    glyphs: str = "auto"
    cursor: str = "auto"
    watch: bool = False
    tagger: str = ""
    display: Literal["cells", "frames"] = "cells"
    preset: str = "default"
    layout: str = "auto"
    count_seconds: float = 1.0
    private_addresses: bool = False
    reload: bool = True
    keymap: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    complaints: tuple[Complaint, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=lambda: MappingProxyType({}), compare=False)

    def keys_for(self, id: str) -> tuple[str, ...]:
        """The keys of a command, by its id; empty where the user took them away. Raises KeyError for no command."""
        from tuireader.settings.commands import get

        keys = self.keymap.get(id)
        if keys is None and self.preset != "default":
            from tuireader.settings.presets import keys_of

            keys = keys_of(self.preset).get(id)
        return get(id).keys if keys is None else keys

    def mouse_on(self, environ: Mapping[str, str] = os.environ) -> bool:
        """Whether to ask the terminal for mouse reports: under "auto" only where no SSH line carries them.

        GNU screen takes every escape for the beginning of one, and keeps it until the next key.
        """
        if self.mouse == "auto":
            return not (remote(environ) or environ.get("STY"))
        return self.mouse == "on"

    def cursor_on(self, environ: Mapping[str, str] = os.environ) -> bool:
        """Whether the terminal's cursor is seen on the item at hand: under "auto" where ``ACCESSIBLE`` is set."""
        if self.cursor == "auto":
            return environ.get("ACCESSIBLE", "") not in ("", "0")
        return self.cursor == "on"

    def unicode(self, environ: Mapping[str, str] = os.environ) -> bool:
        """Whether glyphs outside ASCII may be drawn: under "auto" where the locale is UTF-8."""
        if self.glyphs == "auto":
            return environ.get(locale.variable(environ), "").lower().replace("-", "").find("utf8") >= 0
        return self.glyphs == "unicode"


def remote(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal is at the other end of an SSH line."""
    return bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))


def load(
    file: Path, environ: Mapping[str, str] = os.environ, flags: Mapping[str, Value] = MappingProxyType({})
) -> Settings:
    """The settings of one config file, under those of the environment and those the call asks for.

    Never raises: no file means the defaults, a mistake becomes a complaint.
    """
    complaints: list[Complaint] = []
    taken: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    keys, text = _file(file, taken, origins, complaints) if there(file) else ({}, "")
    for option in OPTIONS:
        if said := environ.get(option.variable, ""):
            try:
                taken[option.name] = option.read(said)
                origins[option.name] = Origin("environment", option.variable)
            except ValueError as error:
                complaints.append(Complaint(Path(option.variable), "", None, str(error)))
        if flag := flags.get(option.name):
            taken[option.name] = flag
            origins[option.name] = Origin("call", option.flag)
    if keys:
        from tuireader.settings import keymap

        def complain(key: str, message: str) -> None:
            complaints.append(Complaint(file, key, line_of(text, key), message))

        found = keymap.read(keys, complain, taken.get("preset", "default"))
        taken["keymap"] = MappingProxyType(found)
        origins |= {f"keys.{id}": Origin("file", file.name, line_of(text, f"keys.{id}")) for id in found}
    return Settings(**taken, complaints=tuple(complaints), origins=MappingProxyType(origins))


def _file(
    file: Path, taken: dict[str, Any], origins: dict[str, Origin], complaints: list[Complaint]
) -> tuple[dict[str, Any], str]:
    """Takes the settings of a file, and returns its table of keys and its text."""
    answer = toml.read(file)
    if isinstance(answer, Complaint):
        complaints.append(answer)
        return {}, ""
    values, text = answer
    keys: dict[str, Any] = {}
    names = [*(option.name for option in OPTIONS), "keys"]
    for name, value in values.items():
        wrong = ""
        if name not in names:
            wrong = f"there is no such setting{nearest(name, names)}"
        elif name == "keys" and isinstance(value, dict):
            keys = value
        elif name == "keys":
            wrong = _NO_TABLE
        elif not (wrong := find(name).wrong(value)):
            taken[name] = value
            origins[name] = Origin("file", file.name, line_of(text, name))
        if wrong:
            complaints.append(Complaint(file, name, line_of(text, name), wrong))
    return keys, text
